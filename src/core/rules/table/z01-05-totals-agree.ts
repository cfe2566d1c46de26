import type { Rule } from "../../model/rule";
import { figureAt, Z01_ROWS } from "../../model/table";
import { TABLE_BALANCE } from "../shared/basis";
import { missingRow, withTables } from "../shared/require";
import { term } from "../shared/terms";
import { lineSum } from "../shared/two-sided";

export const rule: Rule = {
  id: "Z01-05",
  title: "收入支出决算总表收支总计相等",
  statement: "收入支出决算总表收入方的总计等于支出方的总计。",
  formula: "总计（收入） = 总计（支出）",
  severity: "error",
  basis: TABLE_BALANCE,
  rationale: "收支两方总计必须相等。不等说明某一方漏了结转结余，或者合计有误。",
  remedy: "先看收入方、支出方总计各自是否算对，再核对年初、年末结转和结余。",
  scope: ["Z01"],
  check: ({ book }) =>
    withTables(book, ["Z01"], function* (z01) {
      const right = figureAt(z01, Z01_ROWS.expenditureGrandTotal, "amount");
      if (!right) yield missingRow(z01, "总计（支出）");
      else yield* lineSum(z01, Z01_ROWS.incomeGrandTotal, "amount", term(right, "总计（支出）"));
    }),
};
