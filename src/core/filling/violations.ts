import { cellKey, type CellAddress } from "../model/cell";
import type { CheckResult, Finding } from "../model/finding";

/**
 * Which cells take part in a violated check: nothing is filled from such a cell until the clerk has mended it. Only
 * errors count; what is merely to be verified is the clerk's word.
 */
export class ViolatedCells {
  private readonly byCell = new Map<string, Finding[]>();

  constructor({ findings }: CheckResult) {
    for (const finding of findings) {
      if (finding.severity !== "error") continue;
      // Every figure of a broken sum may be the wrong one; other checks name the cells that are.
      const cells = finding.identity ? [...finding.cells, ...finding.related] : finding.cells;
      for (const cell of cells) {
        const list = this.byCell.get(cellKey(cell));
        if (list) list.push(finding);
        else this.byCell.set(cellKey(cell), [finding]);
      }
    }
  }

  /** Whether a rule is violated at the cell. */
  isBroken(cell: CellAddress, rule: string): boolean {
    return this.byCell.get(cellKey(cell))?.some((finding) => finding.rule === rule) === true;
  }

  /** The first violated check that is about this cell alone. */
  aboutAlone(cell: CellAddress): Finding | undefined {
    return this.byCell.get(cellKey(cell))?.find(({ cells, identity }) => cells.length === 1 && !identity);
  }

  /** The first violated check some of the cells take part in, those of the rules in `except` apart. */
  among(cells: readonly CellAddress[], except: readonly string[] = []): Finding | undefined {
    for (const cell of cells) {
      const found = this.byCell.get(cellKey(cell))?.find(({ rule }) => !except.includes(rule));
      if (found) return found;
    }
    return undefined;
  }
}
