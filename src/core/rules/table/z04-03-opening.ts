import type { Rule } from "../../model/rule";
import { Z04_ROWS } from "../../model/table";
import { TABLE_BALANCE } from "../shared/basis";
import { withTables } from "../shared/require";
import { lineTotals } from "../shared/two-sided";

export const rule: Rule = {
  id: "Z04-03",
  title: "财政拨款总表年初结转和结余",
  statement: "财政拨款收入支出决算总表的年初财政拨款结转和结余等于其下各类财政拨款之和。",
  formula: "年初财政拨款结转和结余 = 一般公共预算 + 政府性基金预算 + 国有资本经营预算财政拨款",
  severity: "error",
  basis: TABLE_BALANCE,
  rationale: "年初财政拨款结转和结余按资金来源分列。只填总数没有填分项，或者分项填错，就会不平。",
  remedy: "对照上年决算的年末财政拨款结转和结余，核对各分项。",
  scope: ["Z04"],
  check: ({ book }) => withTables(book, ["Z04"], (z04) => lineTotals(z04, [Z04_ROWS.opening])),
};
