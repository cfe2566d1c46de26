import { amount, type Amount } from "../model/amount";
import { cellKey, type CellAddress } from "../model/cell";
import type { Finding } from "../model/finding";

/** What another rule says a cell should hold: a score by its target, not by a sum. */
export interface Expectation {
  readonly finding: Finding;
  readonly expected: Amount;
}

/** Expected values by cell from findings that are about one cell and state a number; identities state sums, not cells. */
export function expectationsOf(findings: readonly Finding[]): ReadonlyMap<string, Expectation> {
  const map = new Map<string, Expectation>();
  for (const finding of findings) {
    const [cell] = finding.cells;
    if (finding.identity || !cell || finding.expected === undefined || !/^-?\d+(?:\.\d+)?$/.test(finding.expected))
      continue;
    map.set(cellKey(cell), { finding, expected: amount(finding.expected) });
  }
  return map;
}

/** Findings of rules that are not identities and go when this cell is mended: about it, or about its row because of it. */
export function findingsAbout(cell: CellAddress, findings: readonly Finding[]): readonly Finding[] {
  const key = cellKey(cell);
  return findings.filter(({ identity, cells, related }) => {
    const [first] = cells;
    if (identity || !first) return false;
    const inSameRow = first.sheet === cell.sheet && first.row === cell.row;
    return cellKey(first) === key || (inSameRow && related.some((other) => cellKey(other) === key));
  });
}
