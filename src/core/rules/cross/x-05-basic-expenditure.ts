import type { Check, Rule, Term } from "../../model/rule";
import { Z06_ROWS, type AccountTable } from "../../model/table";
import { agreement } from "../shared/agreement";
import { TABLE_AGREEMENT } from "../shared/basis";
import { hierarchyOf, totalTerms } from "../shared/hierarchy";
import { shortName } from "../shared/names";
import { missingColumn, withTables } from "../shared/require";
import { placeTerm, rowTerms } from "../shared/terms";

export const rule: Rule = {
  id: "X-05",
  title: "一般公共预算基本支出两表一致",
  statement: "一般公共预算财政拨款支出决算表合计行的基本支出等于基本支出决算表的人员经费合计与公用经费合计之和。",
  formula: "一般公共预算支出表.合计.基本支出 = 人员经费合计 + 公用经费合计",
  severity: "error",
  basis: TABLE_AGREEMENT,
  rationale: "基本支出按功能分类和按经济分类是同一笔钱的两种口径，总数必须相等。",
  remedy: "核对基本支出决算表各类是否齐全，再核对支出决算表的基本支出栏。",
  scope: ["Z05", "Z06"],
  check: ({ book }) =>
    withTables(book, ["Z05", "Z06"], function* (z05, z06): Iterable<Check> {
      const left = totalTerms(z05, "basic");
      if (left === undefined) {
        yield missingColumn(z05, "basic");
        return;
      }
      yield* agreement({
        left,
        right: basicTotal(z06),
        subject: `${shortName(z05)}合计 · 基本支出`,
        counterpart: `${shortName(z06)}人员经费合计与公用经费合计`,
        sheet: z05.sheet,
        otherSheet: z06.sheet,
      });
    }),
};

/** Personnel and public total; where one is not printed, the printed 合计, else the topmost codes. */
function basicTotal(z06: AccountTable): readonly Term[] {
  const personnel = placeTerm(z06, Z06_ROWS.personnelTotal, "amount");
  const publicFunds = placeTerm(z06, Z06_ROWS.publicTotal, "amount");
  if (personnel.length > 0 && publicFunds.length > 0) return [...personnel, ...publicFunds];
  const total = placeTerm(z06, Z06_ROWS.total, "amount");
  return total.length > 0 ? total : rowTerms(hierarchyOf(z06).top, "amount");
}
