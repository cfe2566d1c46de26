import type { Rule } from "../../model/rule";
import { TABLE_BALANCE } from "../shared/basis";
import { withTables } from "../shared/require";
import { rowSums } from "../shared/row-sum";

export const rule: Rule = {
  id: "Z03-01",
  title: "支出决算表各行合计",
  statement: "支出决算表每一行的本年支出合计等于基本支出、项目支出、上缴上级支出、经营支出、对附属单位补助支出之和。",
  formula: "本年支出合计 = 基本支出 + 项目支出 + 上缴上级支出 + 经营支出 + 对附属单位补助支出",
  severity: "error",
  basis: TABLE_BALANCE,
  rationale: "支出合计是各类支出的汇总。基本支出与项目支出之间调整后没有改合计，是最常见的错误。",
  remedy: "对照账上该科目的基本支出和项目支出，改正填错的栏，再重新计算合计。",
  scope: ["Z03"],
  check: ({ book }) => withTables(book, ["Z03"], (z03) => rowSums(book, z03)),
};
