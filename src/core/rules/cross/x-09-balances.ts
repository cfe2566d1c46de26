import type { Rule } from "../../model/rule";
import { Z01_ROWS, Z04_ROWS } from "../../model/table";
import { FROM_FORMS } from "../shared/basis";
import { shortName } from "../shared/names";
import { missingRow, withTables } from "../shared/require";
import { placeTerm } from "../shared/terms";

const BALANCES = [
  { whole: Z01_ROWS.opening, part: Z04_ROWS.opening, column: "amount", label: "年初结转和结余" },
  { whole: Z01_ROWS.closing, part: Z04_ROWS.closing, column: "total", label: "年末结转和结余" },
] as const;

export const rule: Rule = {
  id: "X-09",
  title: "结转和结余不小于财政拨款结转和结余",
  statement: "收入支出决算总表的年初、年末结转和结余，不小于财政拨款收入支出决算总表的年初、年末财政拨款结转和结余。",
  formula: "总表.年初（年末）结转和结余 ≥ 财政拨款总表.年初（年末）财政拨款结转和结余",
  severity: "verify",
  basis: FROM_FORMS,
  rationale: "财政拨款结转和结余是全部结转和结余的一部分，一般不会更大；经营亏损等使总数变小的要说明。",
  remedy: "核对两表的年初、年末结转和结余；因经营亏损等原因变小的，写明核实说明。",
  scope: ["Z01", "Z04"],
  check: ({ book }) =>
    withTables(book, ["Z01", "Z04"], function* (z01, z04) {
      for (const { whole, part, column, label } of BALANCES) {
        const left = placeTerm(z01, whole, "amount");
        const right = placeTerm(z04, part, column);
        if (left.length === 0) yield missingRow(z01, label);
        if (right.length === 0) yield missingRow(z04, label.replace("结转", "财政拨款结转"));
        if (left.length === 0 || right.length === 0) continue;
        const subject = `${shortName(z01)}${label}`;
        yield { kind: "identity", relation: ">=", left, right, subject, sheet: z01.sheet };
      }
    }),
};
