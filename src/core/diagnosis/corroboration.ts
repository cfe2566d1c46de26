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

/** Findings of rules that are not identities, by the rows they are about; made once, asked for every suspect. */
export class FindingsByRow {
  private readonly rows = new Map<string, Finding[]>();

  constructor(findings: readonly Finding[]) {
    for (const finding of findings) {
      const [first] = finding.cells;
      if (finding.identity || !first) continue;
      const key = rowKey(first);
      const row = this.rows.get(key);
      if (row) row.push(finding);
      else this.rows.set(key, [finding]);
    }
  }

  /** Those that go when this cell is mended: about it, or about its row because of it. */
  about(cell: CellAddress): readonly Finding[] {
    const key = cellKey(cell);
    return (this.rows.get(rowKey(cell)) ?? []).filter(({ cells, related }) =>
      [cells[0], ...related].some((other) => other && cellKey(other) === key),
    );
  }
}

function rowKey({ sheet, row }: CellAddress): string {
  return `${sheet}!${row}`;
}
