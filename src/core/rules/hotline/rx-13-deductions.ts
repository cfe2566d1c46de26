import { ZERO } from "../../model/amount";
import type { AccountBook } from "../../model/book";
import type { Figure } from "../../model/figure";
import { DEDUCTION_REASONS, type CaseSheet, type DeductionRow, type DeductionSheet } from "../../model/hotline";
import type { Check, Rule } from "../../model/rule";
import { deductionDue, DEDUCTIONS } from "../../scoring/deductions";
import { points } from "../../scoring/form-figures";
import { deductionFor } from "../../scoring/hotline-links";
import { holds } from "../self-evaluation/form-parts";
import { HOTLINE } from "./basis";
import { capChoice } from "./choices";
import { eachDeductionSheet, sheetNotEvaluated, sheetViolation, wrongFigure } from "./sheet-checks";

export const rule: Rule = {
  id: "RX-13",
  title: "扣分指标扣分",
  statement:
    "件数为不小于 0 的整数；每个单位的合计扣分等于各项件数乘以每件所扣的分；合计行等于各单位之和；工单办理考核的扣分指标扣分与此一致。",
  formula: "合计扣分 = Σ 件数 × 每件扣分",
  severity: "error",
  basis: HOTLINE,
  rationale: "件数改了没有重算扣分，或者计分表里的扣分没有跟着改。",
  remedy: "按件数重新计算扣分，再改计分表。",
  scope: ["RX1", "RX4"],
  check: function* ({ book, settings: { hotline } }) {
    yield* eachDeductionSheet(book, function* (sheet) {
      yield capChoice(hotline);
      for (const row of sheet.rows) yield* unitChecks(sheet, row);
      yield* columnSums(sheet);
    });
    for (const sheet of book.hotline) if (sheet.kind === "RX1") yield* takenOver(book, sheet);
  },
};

function* unitChecks({ sheet }: DeductionSheet, row: DeductionRow): Iterable<Check> {
  const { unit, counts, total } = row;
  for (const [reason, { kind, value, raw, cell }] of counts) {
    const name = `“${unit.text}”${DEDUCTIONS[reason].name}`;
    if (kind === "invalid") yield sheetViolation(sheet, { cells: [cell], message: `${name}件数“${raw}”不是数字` });
    else if (value.lt(ZERO) || !value.isInteger())
      yield sheetViolation(sheet, { cells: [cell], message: `${name}件数 ${raw} 不是不小于 0 的整数` });
  }
  const due = deductionDue(row);
  if (!due) yield sheetNotEvaluated(sheet, `“${unit.text}”有件数不是数字，合计扣分未核对`, total.cell);
  else if (total.kind !== "amount") {
    const state = total.kind === "invalid" ? `“${total.raw}”不是数字` : `未填，应为 ${points(due)}`;
    yield sheetNotEvaluated(sheet, `“${unit.text}”合计扣分${state}`, total.cell);
  } else if (total.value.eq(due)) yield holds([total.cell]);
  else
    yield wrongFigure(
      sheet,
      total,
      due,
      [...counts.values()].filter(({ value }) => !value.isZero()),
      `“${unit.text}”合计扣分应为 ${points(due)}，现为 ${points(total.value)}`,
    );
}

/** The row 合计: each reason's counts, and the points of all units. */
function* columnSums({ sheet, rows, totals }: DeductionSheet): Iterable<Check> {
  if (!totals) return;
  const sumOf = (
    name: string,
    unit: string,
    figure: Figure | undefined,
    own: (row: DeductionRow) => Figure | undefined,
  ) =>
    figure === undefined || figure.kind === "dash"
      ? []
      : [
          {
            kind: "identity" as const,
            relation: "=" as const,
            left: [{ figure, sign: 1 as const, label: `${name}合计` }],
            right: rows.flatMap((row) => {
              const part = own(row);
              return part ? [{ figure: part, sign: 1 as const, label: row.unit.text }] : [];
            }),
            subject: `${name}合计`,
            sheet,
            unit,
          },
        ];
  for (const reason of DEDUCTION_REASONS)
    yield* sumOf(DEDUCTIONS[reason].name, "件", totals.counts.get(reason), ({ counts }) => counts.get(reason));
  yield* sumOf("扣分", "分", totals.total, ({ total }) => total);
}

/** 扣分指标扣分 of 工单办理考核 against the sheet it comes from. */
function* takenOver({ hotline }: AccountBook, cases: CaseSheet): Iterable<Check> {
  for (const { unit, figures } of cases.rows) {
    const own = figures.get("deduction");
    const source = deductionFor(hotline, cases, unit);
    if (own?.kind !== "amount" || source?.kind !== "amount") continue;
    if (own.value.eq(source.value)) yield holds([own.cell]);
    else
      yield wrongFigure(
        cases.sheet,
        own,
        source.value,
        [source],
        `“${unit.text}”扣分指标扣分 ${points(own.value)}，扣分指标表为 ${points(source.value)}`,
      );
  }
}
