import { amount, plainAmount, sum, ZERO, type Amount } from "../../model/amount";
import type { ManagementRow, ManagementSheet } from "../../model/hotline";
import type { Check, Rule } from "../../model/rule";
import { points } from "../../scoring/form-figures";
import { MANAGEMENT_ITEMS, managementScore, managementTotal } from "../../scoring/hotline";
import { holds } from "../self-evaluation/form-parts";
import { HOTLINE } from "./basis";
import { eachManagementSheet, sheetNotEvaluated, sheetViolation } from "./sheet-checks";

export const rule: Rule = {
  id: "RX-11",
  title: "综合管理考核得分",
  statement:
    "每项得分在 0 至满分之间，等于满分减去扣分；满分与考核细则一致；2.2、4.1、10.1 扣完后继续从总分中扣；总分等于各项得分之和减去继续扣的分，在 0 至 100 之间。",
  formula: "得分 = max（0，满分 − 扣分）；总分 = Σ 得分 − 继续扣分",
  severity: "error",
  basis: HOTLINE,
  rationale: "扣分超过满分时得分填成负数，或者继续扣的分没有从总分中扣。",
  remedy: "按细则核对满分和扣分，重新计算得分和总分。",
  scope: ["RX2"],
  check: ({ book }) => eachManagementSheet(book, management),
};

function* management(sheet: ManagementSheet): Iterable<Check> {
  for (const row of sheet.rows) yield* itemChecks(sheet, row);
  for (const { unit, score } of sheet.totals) {
    const rows = sheet.rows.filter((row) => row.unit.text === unit.text);
    const scores = rows.map((row) => row.score);
    const blank = rows.find((row) => row.score.kind !== "amount");
    if (score.kind !== "amount" || blank) {
      const what = blank ? `“${blank.item.text}”得分未填` : "总分未填";
      yield sheetNotEvaluated(sheet.sheet, `“${unit.text}”${what}，总分未核对`, score.cell);
      continue;
    }
    const overflow = sum(rows.map(overflowOf));
    const due = managementTotal(
      scores.map(({ value }) => value),
      overflow,
    );
    if (score.value.eq(due)) {
      yield holds([score.cell]);
      continue;
    }
    const beyond = overflow.isZero() ? "" : `（其中从总分中继续扣 ${points(overflow)}）`;
    yield sheetViolation(sheet.sheet, {
      cells: [score.cell],
      related: scores.map(({ cell }) => cell),
      message: `“${unit.text}”综合管理考核总分应为 ${points(due)}${beyond}，现为 ${points(score.value)}`,
      expected: plainAmount(due),
      actual: plainAmount(score.value),
      difference: plainAmount(score.value.minus(due)),
    });
  }
}

/** Whether an item adds points (11.x): its score is what was earned, not what is left. */
function isBonus({ itemNumber }: ManagementRow): boolean {
  return itemNumber?.startsWith("11.") === true;
}

function overflowOf(row: ManagementRow): Amount {
  const { full, deduction } = row;
  if (isBonus(row) || full?.kind !== "amount" || deduction?.kind !== "amount") return ZERO;
  const overflows = MANAGEMENT_ITEMS.get(row.itemNumber ?? "")?.overflows === true;
  return managementScore(full.value, deduction.value, overflows).overflow;
}

function* itemChecks(sheet: ManagementSheet, row: ManagementRow): Iterable<Check> {
  const { unit, item, itemNumber, full, deduction, score } = row;
  const name = `“${unit.text}”${itemNumber ?? ""} ${item.text}`.trim();
  const printed = MANAGEMENT_ITEMS.get(itemNumber ?? "")?.full;
  if (full?.kind === "amount" && printed !== undefined && !full.value.eq(printed))
    yield sheetViolation(sheet.sheet, {
      cells: [full.cell],
      message: `${name}满分 ${points(full.value)}，考核细则为 ${printed}`,
      expected: String(printed),
      actual: plainAmount(full.value),
    });
  if (score.kind !== "amount" || full?.kind !== "amount") {
    const state =
      score.kind === "invalid" ? `得分“${score.raw}”不是数字` : score.kind === "amount" ? "满分未填" : "得分未填";
    yield sheetNotEvaluated(sheet.sheet, `${name}${state}`, score.cell);
    return;
  }
  const most = printed === undefined ? full.value : amount(printed);
  if (score.value.lt(ZERO) || score.value.gt(most)) {
    yield sheetViolation(sheet.sheet, {
      cells: [score.cell],
      related: [full.cell],
      message: `${name}得分 ${points(score.value)} 不在 0 至满分 ${points(most)} 之间`,
      actual: plainAmount(score.value),
    });
    return;
  }
  if (isBonus(row) || deduction?.kind !== "amount") {
    yield holds([score.cell]);
    return;
  }
  const due = managementScore(most, deduction.value, false).score;
  if (score.value.eq(due)) yield holds([score.cell]);
  else
    yield sheetViolation(sheet.sheet, {
      cells: [score.cell],
      related: [deduction.cell, full.cell],
      message: `${name}满分 ${points(most)}，扣分 ${points(deduction.value)}，应得 ${points(due)}，现为 ${points(score.value)}`,
      expected: plainAmount(due),
      actual: plainAmount(score.value),
      difference: plainAmount(score.value.minus(due)),
    });
}
