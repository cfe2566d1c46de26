import type { Rule } from "../../model/rule";
import { Z04_ROWS } from "../../model/table";
import { TABLE_BALANCE } from "../shared/basis";
import { withTables } from "../shared/require";
import { keyTerm } from "../shared/terms";
import { expenditureColumns, lineSum } from "../shared/two-sided";

const INCOME = { key: Z04_ROWS.incomeGrandTotal, label: "总计（收入）" };
const EXPENDITURE = { key: Z04_ROWS.expenditureGrandTotal, label: "总计（支出）" };

export const rule: Rule = {
  id: "Z04-04",
  title: "财政拨款总表总计",
  statement:
    "财政拨款收入支出决算总表收入方的总计等于本年收入合计加年初财政拨款结转和结余；支出方每一栏的总计等于本年支出合计加年末财政拨款结转和结余。",
  formula: "总计（收入） = 本年收入合计 + 年初财政拨款结转和结余；总计（支出） = 本年支出合计 + 年末财政拨款结转和结余",
  severity: "error",
  basis: TABLE_BALANCE,
  rationale: "总计由本年数和结转结余相加得到。改了合计没有改总计，就会不平。",
  remedy: "核对合计与结转结余，再重新计算总计。",
  scope: ["Z04"],
  check: ({ book }) =>
    withTables(book, ["Z04"], function* (z04) {
      const income = [Z04_ROWS.incomeTotal, Z04_ROWS.opening].flatMap((key) => keyTerm(z04, key, "amount"));
      yield* lineSum(z04, INCOME, "amount", income);
      for (const column of expenditureColumns(z04)) {
        const parts = [Z04_ROWS.expenditureTotal, Z04_ROWS.closing].flatMap((key) => keyTerm(z04, key, column));
        yield* lineSum(z04, EXPENDITURE, column, parts);
      }
    }),
};
