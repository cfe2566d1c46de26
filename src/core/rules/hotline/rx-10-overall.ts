import { amount, HUNDRED, plainAmount, type Amount } from "../../model/amount";
import type { Figure } from "../../model/figure";
import type { RankingSheet } from "../../model/hotline";
import type { Check, HotlineSettings, Rule } from "../../model/rule";
import { points } from "../../scoring/form-figures";
import { overallScore, quarterScore } from "../../scoring/hotline";
import { holds } from "../self-evaluation/form-parts";
import { HOTLINE } from "./basis";
import { eachRankingSheet, sheetNotEvaluated, sheetViolation } from "./sheet-checks";

export const rule: Rule = {
  id: "RX-10",
  title: "季度得分和综合得分",
  statement:
    "季度工单办理得分为有得分各月的平均数（默认，可设置）；综合得分等于工单办理得分的 80% 加综合管理得分的 20%，表头另印比例的从其比例；均保留两位小数。",
  formula: "综合得分 = 工单办理得分 × 80% + 综合管理得分 × 20%",
  severity: "error",
  basis: HOTLINE,
  rationale: "改了某月得分没有重算季度得分，或者比例弄反。",
  remedy: "重新计算季度得分和综合得分。",
  scope: ["RX3"],
  check: ({ book, settings: { hotline } }) => eachRankingSheet(book, (sheet) => overall(sheet, hotline)),
};

const SHARE = amount("0.8");

function* overall(sheet: RankingSheet, { quarter }: HotlineSettings): Iterable<Check> {
  const share = sheet.workOrderShare ?? SHARE;
  const percents = `${points(share.times(HUNDRED))}% 与 ${points(HUNDRED.minus(share.times(HUNDRED)))}%`;
  for (const { unit, months, workOrders, management, overall: total } of sheet.rows) {
    if (months.length > 0 && workOrders) {
      const due = quarter === "mean" ? quarterScore(months) : undefined;
      if (quarter !== "mean")
        yield sheetNotEvaluated(sheet.sheet, "季度得分按季度合计数重算（设置），未与各月得分核对");
      else if (due)
        yield* compare(
          sheet,
          unit.text,
          "季度工单办理得分",
          workOrders,
          due,
          months,
          "季度得分为各月得分的平均数（可在设置中更改）",
        );
    }
    if (!total) continue;
    if (workOrders?.kind !== "amount" || management?.kind !== "amount") {
      if (total.kind === "amount")
        yield sheetNotEvaluated(sheet.sheet, `“${unit.text}”工单办理或综合管理得分未填，综合得分未核对`, total.cell);
      continue;
    }
    const due = overallScore(workOrders.value, management.value, share);
    yield* compare(sheet, unit.text, `综合得分（${percents}）`, total, due, [workOrders, management]);
  }
}

function* compare(
  sheet: RankingSheet,
  unit: string,
  what: string,
  figure: Figure,
  due: Amount,
  from: readonly Figure[],
  remark?: string,
): Iterable<Check> {
  const name = `“${unit}”${what}`;
  if (figure.kind !== "amount") {
    const state = figure.kind === "invalid" ? `“${figure.raw}”不是数字` : `未填，应为 ${points(due)}`;
    yield sheetNotEvaluated(sheet.sheet, `${name}${state}`, figure.cell);
  } else if (figure.value.eq(due)) yield { ...holds([figure.cell]), ...(remark === undefined ? {} : { remark }) };
  else
    yield sheetViolation(sheet.sheet, {
      cells: [figure.cell],
      related: from.map(({ cell }) => cell),
      message: `${name}应为 ${points(due)}，现为 ${points(figure.value)}`,
      expected: plainAmount(due),
      actual: plainAmount(figure.value),
      difference: plainAmount(figure.value.minus(due)),
    });
}
