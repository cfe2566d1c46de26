import type { Rule } from "../../model/rule";
import { TABLE_BALANCE } from "../shared/basis";
import { withTables } from "../shared/require";
import { rowSums } from "../shared/row-sum";

export const rule: Rule = {
  id: "Z04-01",
  title: "财政拨款总表支出各行合计",
  statement:
    "财政拨款收入支出决算总表支出方每一行的合计等于一般公共预算、政府性基金预算、国有资本经营预算财政拨款之和。",
  formula: "合计 = 一般公共预算财政拨款 + 政府性基金预算财政拨款 + 国有资本经营预算财政拨款",
  severity: "error",
  basis: TABLE_BALANCE,
  rationale: "合计栏是三类财政拨款的汇总。把一类拨款填到相邻的栏，或者没有改合计，就会不平。",
  remedy: "核对该行三类财政拨款，再重新计算合计。",
  scope: ["Z04"],
  check: ({ book }) =>
    withTables(book, ["Z04"], (z04) => {
      const rows = z04.rows.filter((row) => row.key.startsWith("expenditure."));
      return rowSums(book, z04, rows);
    }),
};
