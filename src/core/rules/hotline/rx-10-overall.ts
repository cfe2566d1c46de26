import { amount, HUNDRED, type Amount } from "../../model/amount";
import type { AccountBook } from "../../model/book";
import type { Figure } from "../../model/figure";
import type { RankingRow, RankingSheet } from "../../model/hotline";
import type { Check, HotlineSettings, Rule } from "../../model/rule";
import { points } from "../../scoring/form-figures";
import { managementFor, monthScoreFor } from "../../scoring/hotline-links";
import { overallScore, quarterScore } from "../../scoring/ranking";
import { holds } from "../self-evaluation/form-parts";
import { HOTLINE } from "./basis";
import { choicesMet } from "./choices";
import { eachRankingSheet, sheetNotEvaluated, wrongFigure } from "./sheet-checks";

export const rule: Rule = {
  id: "RX-10",
  title: "季度得分和综合得分",
  statement:
    "季度工单办理得分为有得分各月的平均数（默认，可设置）；综合得分等于工单办理得分的 80% 加综合管理得分的 20%，表头另印比例的从其比例；均保留两位小数。同一工作簿有各月计分表、综合管理考核表的，所列得分与其一致。",
  formula: "综合得分 = 工单办理得分 × 80% + 综合管理得分 × 20%",
  severity: "error",
  basis: HOTLINE,
  rationale: "改了某月得分没有重算季度得分，或者比例弄反。",
  remedy: "重新计算季度得分和综合得分。",
  scope: ["RX1", "RX2", "RX3"],
  check: function* ({ book, settings: { hotline } }) {
    yield* choicesMet(book, hotline, ["RX3"], ["quarter"]);
    yield* eachRankingSheet(book, (sheet) => overall(book, sheet, hotline));
  },
};

const SHARE = amount("0.8");

function* overall(book: AccountBook, sheet: RankingSheet, settings: HotlineSettings): Iterable<Check> {
  const share = sheet.workOrderShare ?? SHARE;
  const percents = `${points(share.times(HUNDRED))}% 与 ${points(HUNDRED.minus(share.times(HUNDRED)))}%`;
  for (const row of sheet.rows) {
    const { unit, workOrders, management, overall: total } = row;
    yield* takenOver(book, sheet, row);
    yield* quarter(sheet, row, settings);
    if (!total) continue;
    if (workOrders?.kind !== "amount" || management?.kind !== "amount") {
      if (total.kind === "amount")
        yield sheetNotEvaluated(sheet.sheet, `“${unit.text}”工单办理或综合管理得分未填，综合得分未核对`, total.cell);
      continue;
    }
    const due = overallScore(workOrders.value, management.value, share);
    yield compare(sheet, unit.text, `综合得分（${percents}）`, total, due, [workOrders, management]);
  }
}

/** Scores that the sheets of the months and of 综合管理考核 in the same workbook have too. */
function* takenOver({ hotline }: AccountBook, sheet: RankingSheet, row: RankingRow): Iterable<Check> {
  for (const [at, figure] of row.months.entries()) {
    const month = sheet.monthNumbers[at];
    const source = monthScoreFor(hotline, sheet, month, row.unit);
    if (figure.kind === "amount" && source?.kind === "amount")
      yield compare(sheet, row.unit.text, `${month ?? ""}月工单办理得分`, figure, source.value, [source]);
  }
  const source = managementFor(hotline, sheet, row.unit);
  if (row.management?.kind === "amount" && source?.kind === "amount")
    yield compare(sheet, row.unit.text, "综合管理得分", row.management, source.value, [source]);
}

function* quarter(sheet: RankingSheet, row: RankingRow, settings: HotlineSettings): Iterable<Check> {
  const { unit, months, workOrders } = row;
  if (months.length === 0 || !workOrders) return;
  if (settings.quarter !== "mean") {
    yield sheetNotEvaluated(sheet.sheet, "季度得分按季度合计数重算（设置），季度满意率不在表中，未核对");
    return;
  }
  const due = quarterScore(months);
  if (due) yield compare(sheet, unit.text, "季度工单办理得分", workOrders, due, months);
  else if (workOrders.kind === "amount")
    yield sheetNotEvaluated(sheet.sheet, `“${unit.text}”各月都没有得分，季度得分未核对`, workOrders.cell);
}

function compare(
  sheet: RankingSheet,
  unit: string,
  what: string,
  figure: Figure,
  due: Amount,
  from: readonly Figure[],
): Check {
  const name = `“${unit}”${what}`;
  if (figure.kind !== "amount") {
    const state = figure.kind === "invalid" ? `“${figure.raw}”不是数字` : `未填，应为 ${points(due)}`;
    return sheetNotEvaluated(sheet.sheet, `${name}${state}`, figure.cell);
  }
  if (figure.value.eq(due)) return holds([figure.cell]);
  const message = `${name}应为 ${points(due)}，现为 ${points(figure.value)}`;
  return wrongFigure(sheet.sheet, figure, due, from, message);
}
