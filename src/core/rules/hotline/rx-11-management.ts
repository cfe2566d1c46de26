import { plainAmount, ZERO } from "../../model/amount";
import type { Figure } from "../../model/figure";
import type { ManagementReason, ManagementRow, ManagementSheet } from "../../model/hotline";
import type { Check, HotlineSettings, Rule } from "../../model/rule";
import { points } from "../../scoring/form-figures";
import { fullMarks, isBonus, itemScore, managementDue, pointsRange, reasonDue } from "../../scoring/management";
import { holds } from "../self-evaluation/form-parts";
import { HOTLINE } from "./basis";
import { choicesMet } from "./choices";
import { eachManagementSheet, sheetNotEvaluated, sheetViolation, wrongFigure } from "./sheet-checks";

export const rule: Rule = {
  id: "RX-11",
  title: "综合管理考核得分",
  statement:
    "每次扣分在细则所列的范围内，扣分等于次数乘以每次扣分；每项得分在 0 至满分之间，等于满分减去扣分；满分与考核细则一致；2.2、4.1、10.1 扣完后继续从总分中扣；总分等于各项得分之和减去继续扣的分，在 0 至 100 之间。",
  formula: "扣分 = 次数 × 每次扣分；得分 = max（0，满分 − 扣分）；总分 = Σ 得分 − 继续扣分",
  severity: "error",
  basis: HOTLINE,
  rationale: "扣分超过满分时得分填成负数，或者继续扣的分没有从总分中扣。",
  remedy: "按细则核对满分、次数和扣分，重新计算得分和总分。",
  scope: ["RX2"],
  check: function* ({ book, settings: { hotline } }) {
    yield* choicesMet(book, hotline, ["RX2"], ["itemFloor", "bonusCap"]);
    yield* eachManagementSheet(book, (sheet) => management(sheet, hotline));
  },
};

function* management(sheet: ManagementSheet, settings: HotlineSettings): Iterable<Check> {
  for (const row of sheet.rows) {
    for (const reason of row.reasons) yield* reasonChecks(sheet, row, reason);
    yield* itemChecks(sheet, row, settings);
  }
  for (const { unit, score } of sheet.totals) {
    const rows = sheet.rows.filter((row) => row.unit.text === unit.text);
    yield totalCheck(sheet, unit.text, score, rows, settings);
  }
}

function totalCheck(
  sheet: ManagementSheet,
  unit: string,
  score: Figure,
  rows: readonly ManagementRow[],
  settings: HotlineSettings,
): Check {
  const blank = rows.find((row) => row.score.kind !== "amount");
  if (score.kind !== "amount" || blank) {
    const what = blank ? `“${blank.item.text}”得分未填` : "总分未填";
    return sheetNotEvaluated(sheet.sheet, `“${unit}”${what}，总分未核对`, score.cell);
  }
  const { total: due, overflow } = managementDue(rows, settings);
  if (score.value.eq(due)) return holds([score.cell]);
  const beyond = overflow.isZero() ? "" : `（其中从总分中继续扣 ${points(overflow)}）`;
  return wrongFigure(
    sheet.sheet,
    score,
    due,
    rows.map((row) => row.score),
    `“${unit}”综合管理考核总分应为 ${points(due)}${beyond}，现为 ${points(score.value)}`,
  );
}

const nameOf = ({ unit, item, itemNumber }: ManagementRow): string =>
  `“${unit.text}”${itemNumber !== undefined && !item.text.startsWith(itemNumber) ? `${itemNumber} ` : ""}${item.text}`;

/** Points each time within the rules, how often a whole number, and 扣分 what the two make. */
function* reasonChecks(sheet: ManagementSheet, row: ManagementRow, reason: ManagementReason): Iterable<Check> {
  const { text, points: each, count, deduction } = reason;
  const name = `${nameOf(row)}${text?.text ? `（${text.text}）` : ""}`;
  const word = isBonus(row) ? "加分" : "扣分";
  if (count?.kind === "amount" && (count.value.isNegative() || !count.value.isInteger()))
    yield sheetViolation(sheet.sheet, { cells: [count.cell], message: `${name}次数 ${count.raw} 不是不小于 0 的整数` });
  else if (count?.kind === "invalid")
    yield sheetViolation(sheet.sheet, { cells: [count.cell], message: `${name}次数“${count.raw}”不是数字` });
  const range = pointsRange(row.itemNumber, text?.text);
  if (each?.kind === "amount" && range) {
    const [from, to] = range;
    const said = from.eq(to) ? points(from) : `${points(from)}–${points(to)}`;
    if (each.value.gte(from) && each.value.lte(to)) yield holds([each.cell]);
    else
      yield sheetViolation(sheet.sheet, {
        cells: [each.cell],
        message: `${name}每次${word} ${points(each.value)}，考核细则为 ${said}`,
        ...(from.eq(to) ? { expected: plainAmount(from) } : {}),
        actual: plainAmount(each.value),
      });
  }
  if (deduction?.kind === "invalid" || deduction?.value.isNegative())
    yield sheetViolation(sheet.sheet, {
      cells: [deduction.cell],
      message: `${name}${word}“${deduction.raw}”不是不小于 0 的数`,
    });
  if (deduction?.kind !== "amount" || deduction.value.isNegative() || count?.kind !== "amount") return;
  yield countedDeduction(sheet, row, reason, name, deduction, count);
}

function countedDeduction(
  sheet: ManagementSheet,
  { itemNumber }: ManagementRow,
  reason: ManagementReason,
  name: string,
  deduction: Figure,
  count: Figure,
): Check {
  const due = reasonDue(itemNumber, reason);
  const range = pointsRange(itemNumber, reason.text?.text);
  if (due) {
    if (deduction.value.eq(due)) return holds([deduction.cell]);
    const message = `${name}${count.raw} 次应为 ${points(due)}，现为 ${points(deduction.value)}`;
    return wrongFigure(sheet.sheet, deduction, due, [count, reason.points], message);
  }
  if (!range) return sheetNotEvaluated(sheet.sheet, `${name}每次的分数未填，未与次数核对`, deduction.cell);
  const [least, most] = range.map((end) => end.times(count.value));
  if (least && most && deduction.value.gte(least) && deduction.value.lte(most)) return holds([deduction.cell]);
  return sheetViolation(sheet.sheet, {
    cells: [deduction.cell],
    related: [count.cell],
    message: `${name}${count.raw} 次应在 ${points(least ?? ZERO)}–${points(most ?? ZERO)} 之间，现为 ${points(deduction.value)}`,
    actual: plainAmount(deduction.value),
  });
}

function* itemChecks(sheet: ManagementSheet, row: ManagementRow, settings: HotlineSettings): Iterable<Check> {
  const { full, score, reasons } = row;
  const name = nameOf(row);
  const printed = fullMarks(row.itemNumber, settings);
  if (full?.kind === "amount" && printed !== undefined && !full.value.eq(printed))
    yield sheetViolation(sheet.sheet, {
      cells: [full.cell],
      message: `${name}满分 ${points(full.value)}，考核细则为 ${points(printed)}`,
      expected: plainAmount(printed),
      actual: plainAmount(full.value),
    });
  const most = printed ?? (full?.kind === "amount" ? full.value : undefined);
  if (score.kind !== "amount" || !most) {
    const state =
      score.kind === "invalid" ? `得分“${score.raw}”不是数字` : score.kind === "amount" ? "满分未填" : "得分未填";
    yield sheetNotEvaluated(sheet.sheet, `${name}${state}`, score.cell);
    return;
  }
  if (score.value.lt(ZERO) || score.value.gt(most)) {
    yield sheetViolation(sheet.sheet, {
      cells: [score.cell],
      related: full ? [full.cell] : [],
      message: `${name}得分 ${points(score.value)} 不在 0 至满分 ${points(most)} 之间`,
      actual: plainAmount(score.value),
    });
    return;
  }
  const due = itemScore(row, settings)?.score ?? (isBonus(row) || score.value.eq(most) ? score.value : undefined);
  if (!due) yield sheetNotEvaluated(sheet.sheet, `${name}扣分未填，得分未核对`, score.cell);
  else if (score.value.eq(due)) yield holds([score.cell]);
  else {
    const from = reasons.flatMap(({ count, deduction }) => [deduction, count]);
    const basis = isBonus(row) ? "加分" : "扣分";
    const message = `${name}满分 ${points(most)}，按${basis}应得 ${points(due)}，现为 ${points(score.value)}`;
    yield wrongFigure(sheet.sheet, score, due, [...from, full], message);
  }
}
