/** How long an event of one of our own changes may be on its way. */
const PATIENCE_MS = 10_000;

/** What is done to a sheet as a whole. */
type SheetChange = "added" | "deleted";

/**
 * Remembers what we are changing ourselves, so that the events of it are not taken for the user's. Needed for sheets
 * added by us, and for cells where Excel does not say who triggered an event (before ExcelApi 1.14).
 */
export class OwnChanges {
  private readonly expected = new Map<string, number>();

  /** Says that we are about to change these cells; without an address, any of the sheet. */
  expectCells(sheet: string, address = ""): void {
    this.expect(keyOf(sheet, address));
  }

  /** Says that we are about to add or delete a sheet. */
  expectSheet(change: SheetChange, sheet: string): void {
    this.expect(keyOf(sheet, change));
  }

  /** Whether a change of cells just reported is ours. */
  areOwnCells(sheet: string, address: string): boolean {
    return this.isFresh(keyOf(sheet, address)) || this.isFresh(keyOf(sheet, ""));
  }

  /** Whether a sheet just reported as added or deleted was so by us. Answers yes once: the next is the user's. */
  takeSheet(change: SheetChange, sheet: string): boolean {
    const key = keyOf(sheet, change);
    const isOwn = this.isFresh(key);
    this.expected.delete(key);
    return isOwn;
  }

  private expect(key: string): void {
    this.expected.set(key, Date.now() + PATIENCE_MS);
  }

  private isFresh(key: string): boolean {
    const until = this.expected.get(key);
    if (until === undefined) return false;
    if (until >= Date.now()) return true;
    this.expected.delete(key);
    return false;
  }
}

function keyOf(sheet: string, what: string): string {
  return `${sheet}\u0000${what.replaceAll("$", "")}`;
}
