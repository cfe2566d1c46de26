import type { Rule } from "../../model/rule";
import { FUNDS, Z04_ROWS } from "../../model/table";
import { TABLE_BALANCE } from "../shared/basis";
import { notEvaluated, withTables } from "../shared/require";
import { shortName } from "../shared/names";
import { keyTerm } from "../shared/terms";
import { lineSum } from "../shared/two-sided";

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
  check: ({ book }) =>
    withTables(book, ["Z04"], function* (z04) {
      const parts = FUNDS.flatMap((fund) => keyTerm(z04, Z04_ROWS.openingOf[fund], "amount"));
      if (parts.length === 0) yield notEvaluated(z04, `${shortName(z04)}没有印年初财政拨款结转和结余的分项`);
      else yield* lineSum(z04, { key: Z04_ROWS.opening, label: "年初财政拨款结转和结余" }, "amount", parts);
    }),
};
