import type { Rule } from "../../model/rule";
import { TABLE_BALANCE } from "../shared/basis";
import { withTables } from "../shared/require";
import { rowSums } from "../shared/row-sum";

export const rule: Rule = {
  id: "Z02-01",
  title: "收入决算表各行合计",
  statement: "收入决算表每一行的本年收入合计等于财政拨款收入等六项来源之和。",
  formula: "本年收入合计 = 财政拨款收入 + 上级补助收入 + 事业收入 + 经营收入 + 附属单位上缴收入 + 其他收入",
  severity: "error",
  basis: TABLE_BALANCE,
  rationale: "收入合计是六项来源的汇总。改了某一来源而没有改合计，或者把数填到了相邻的栏里，就会不平。",
  remedy: "对照账上该科目的收入明细，核对六项来源各栏，再重新计算合计。",
  scope: ["Z02"],
  check: ({ book }) => withTables(book, ["Z02"], (z02) => rowSums(book, z02)),
};
