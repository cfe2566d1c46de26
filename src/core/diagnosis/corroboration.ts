import { amount, ratio, type Amount } from "../model/amount";
import { cellKey, type CellAddress } from "../model/cell";
import type { Finding } from "../model/finding";
import type { FundsRow, SelfEvaluationForm } from "../model/form";
import { budgetOf, isNumber, rateRounding } from "../scoring/form-figures";

/** Whether what rules other than sums say of a cell agrees with a value proposed for it. */
export type Expectation = (proposed: Amount) => boolean;

/**
 * Expectations by cell: findings that are about one cell and state a number (a score by its target; identities state sums,
 * not cells), and the funds of forms by their rates.
 */
export function expectationsOf(
  findings: readonly Finding[],
  forms: readonly SelfEvaluationForm[],
): ReadonlyMap<string, Expectation> {
  const map = new Map<string, Expectation>();
  for (const { funds } of forms) for (const row of funds) addFunds(map, row, funds);
  for (const finding of findings) {
    const [cell] = finding.cells;
    if (finding.identity || !cell || finding.expected === undefined || !/^-?\d+(?:\.\d+)?$/.test(finding.expected))
      continue;
    const expected = amount(finding.expected);
    map.set(cellKey(cell), (proposed) => expected.eq(proposed));
  }
  return map;
}

/** A total of 0 over parts that are not is their sum; an amount that breaks the rate beside it is what the rate says. */
function addFunds(map: Map<string, Expectation>, row: FundsRow, funds: readonly FundsRow[]): void {
  if (row.key === "total") {
    for (const [column, { cell, value }] of row.figures) {
      const isFilledBelow = funds.some((part) => part !== row && part.figures.get(column)?.value.isZero() === false);
      if (value.isZero() && isFilledBelow) map.set(cellKey(cell), (proposed) => !proposed.isZero());
    }
  }
  const [rate, executed, budget] = [row.figures.get("rate"), row.figures.get("executed"), budgetOf(row)];
  if (!rate || rate.value.isZero() || !isNumber(executed) || !isNumber(budget)) return;
  const fits = (spent: Amount, due: Amount): boolean =>
    ratio(spent, due)?.minus(rate.value).abs().lte(rateRounding(rate)) === true;
  if (executed.value.isZero() || budget.value.isZero() || fits(executed.value, budget.value)) return;
  map.set(cellKey(executed.cell), (proposed) => fits(proposed, budget.value));
  map.set(cellKey(budget.cell), (proposed) => fits(executed.value, proposed));
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
