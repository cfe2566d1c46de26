import type { Rule } from "../../model/rule";
import { FURTHER_KEYS } from "../../tables";
import { FROM_FORMS } from "../shared/basis";
import { eachFurtherTable } from "../shared/further-tables";
import { rowSums } from "../shared/row-sum";

export const rule: Rule = {
  id: "T-01",
  title: "增设表各行合计",
  statement: "各地增设的表（支出明细表、收入支出表、政府采购表等）每一行的合计、小计等于其所属各栏之和。",
  formula: "合计 = Σ 各栏；小计 = Σ 所属各栏",
  severity: "error",
  basis: FROM_FORMS,
  rationale: "增设表栏目多、表头分组，改了一栏没有改小计、合计，就会不平。",
  remedy: "对照表头分组核对该行各栏，再重新计算小计和合计。",
  scope: FURTHER_KEYS,
  check: ({ book }) => eachFurtherTable(book, (table) => rowSums(book, table)),
};
