import type { Consolidation, Difference } from "../../core/consolidation/model";
import { formatAmount } from "../../core/model/amount";
import { consolidationTexts as texts } from "../../text/consolidation";
import { zh } from "../../text/zh";

/** How 汇总核对 says things, the same on the page, in the workbook, in the pane and on a terminal. */

/** What was compared, how it ended, what was eliminated. */
export function consolidationLines(consolidation: Consolidation): readonly string[] {
  const { department, units, moneyUnit, eliminations } = consolidation;
  return [
    texts.about(department, units),
    consolidationVerdict(consolidation),
    ...eliminations.map(({ kind, amount }) => texts.eliminations[kind](`${formatAmount(amount)} ${moneyUnit}`)),
  ];
}

/** What is odd about the set of workbooks, what was not compared and why. */
export function consolidationRemarks({ notes, notCompared }: Consolidation): readonly string[] {
  return [...notes, ...notCompared.map(({ tableName, count, reason }) => texts.notCompared(tableName, count, reason))];
}

export function consolidationVerdict({
  differences,
  eliminated,
  exact,
  withinRounding,
  notCompared,
}: Consolidation): string {
  return texts.verdict({
    differences: differences.length,
    eliminated: eliminated.length,
    held: exact + withinRounding,
    notCompared: notCompared.reduce((sum, { count }) => sum + count, 0),
  });
}

/** "公开03表 C7 · 201 一般公共服务支出 · 项目支出". */
export function placeOf({ tableName, cell, rowName, columnName }: Difference): string {
  return zh.punctuation.dot([`${tableName} ${cell ?? texts.noRow}`, rowName, columnName]);
}

/** What may have happened: the unit whose figure is just the difference, or an elimination. */
export function remarkOn({ slip }: Difference, isEliminated: boolean): string {
  if (isEliminated) return texts.eliminated;
  return slip ? texts[slip.kind](slip.unit) : "";
}

/** "公开03表 C7 · …：部门 10.00，各单位合计 15.00，差 −5.00". */
export function differenceLine(difference: Difference): string {
  const [department, units, gap] = [difference.department, difference.units, difference.difference].map((value) =>
    formatAmount(value).replace("-", "−"),
  );
  const remark = remarkOn(difference, false);
  const line = texts.line(placeOf(difference), gap ?? "", department ?? "", units ?? "");
  return remark === "" ? line : `${line}（${remark}）`;
}
