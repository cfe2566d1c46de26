/** How long an event of one of our own changes may be on its way. */
const PATIENCE_MS = 10_000;

/**
 * Remembers what we are changing ourselves, so that the events of it are not taken for the user's. Needed for sheets
 * added by us, and for cells where Excel does not say who triggered an event (before ExcelApi 1.14).
 */
export class OwnChanges {
  private readonly expected = new Map<string, number>();

  /** Says that we are about to change these cells; without an address, the sheet as a whole. */
  expect(sheet: string, address = ""): void {
    this.expected.set(keyOf(sheet, address), Date.now() + PATIENCE_MS);
  }

  /** Whether a change just reported is ours. */
  isOwn(sheet: string, address = ""): boolean {
    return this.isFresh(keyOf(sheet, address)) || this.isFresh(keyOf(sheet, ""));
  }

  private isFresh(key: string): boolean {
    const until = this.expected.get(key);
    if (until === undefined) return false;
    if (until >= Date.now()) return true;
    this.expected.delete(key);
    return false;
  }
}

function keyOf(sheet: string, address: string): string {
  return `${sheet}\u0000${address.replaceAll("$", "")}`;
}
