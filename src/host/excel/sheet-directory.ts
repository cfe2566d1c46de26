/**
 * What is known of the workbook's sheets between batches: ids stay, names change. It spares a round trip where an
 * event names only an id, or where a sheet must be found before it can be asked something. Never trusted blindly:
 * whoever uses an id asks Excel for the sheet *or a null object*.
 */
export class SheetDirectory {
  private readonly names = new Map<string, string>();
  private readonly withoutCells = new Set<string>();

  /** Replaces everything known. */
  replace(sheets: Iterable<{ readonly id: string; readonly name: string }>): void {
    this.names.clear();
    for (const { id, name } of sheets) this.names.set(id, name);
  }

  learn(id: string, name: string): void {
    this.names.set(id, name);
  }

  forget(id: string): void {
    this.names.delete(id);
  }

  nameOf(id: string): string | undefined {
    return this.names.get(id);
  }

  idOf(name: string): string | undefined {
    return [...this.names].find(([, known]) => known === name)?.[0];
  }

  idsByName(): ReadonlyMap<string, string> {
    return new Map([...this.names].map(([id, name]) => [name, id]));
  }

  ids(): readonly string[] {
    return [...this.names.keys()];
  }

  /** Remembers a sheet of charts or macros: asked together with others it would fail them all, each time anew. */
  noteWithoutCells(id: string): void {
    this.withoutCells.add(id);
  }

  hasCells(id: string): boolean {
    return !this.withoutCells.has(id);
  }
}
