import { cellKey, type CellAddress } from "../model/cell";

/**
 * Gives findings their ids: equal for the same rule, cells and instance in a later check; a number tells true repeats
 * within one list apart.
 */
export class FindingIds {
  private readonly given = new Map<string, number>();

  next(rule: string, sheet: string, cells: readonly CellAddress[], instance: string): string {
    const base = [rule, sheet, ...cells.map(cellKey), instance].join("\u0001");
    const repeat = (this.given.get(base) ?? 0) + 1;
    this.given.set(base, repeat);
    return repeat === 1 ? base : `${base}\u0001${repeat}`;
  }
}
