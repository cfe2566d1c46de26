import type { Rule } from "../../model/rule";
import { FURTHER_KEYS } from "../../tables";
import { FROM_FORMS } from "../shared/basis";
import { closingBalances } from "../shared/closing-balance";
import { eachFurtherTable } from "../shared/further-tables";

export const rule: Rule = {
  id: "T-03",
  title: "增设表收支余平衡",
  statement: "增设的收入支出表每一行的年末结转和结余等于年初结转和结余加本年收入减本年支出。",
  formula: "年末结转和结余 = 年初结转和结余 + 本年收入 − 本年支出",
  severity: "error",
  basis: FROM_FORMS,
  rationale: "一行里收、支、余自成平衡。漏填年初结转，或者支出改动后没有改年末结转，就会不平。",
  remedy: "核对该行年初结转、本年收入和本年支出，再重新计算年末结转和结余。",
  scope: FURTHER_KEYS,
  check: ({ book }) => eachFurtherTable(book, (table) => (table.columns.has("closing") ? closingBalances(table) : [])),
};
