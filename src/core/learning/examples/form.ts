import { TABLE_KEYS } from "../../model/table";
import type { RuleExample } from "./model";

/** One mistake for each rule of form. */
export const FORM_EXAMPLES: readonly RuleExample[] = [
  {
    rule: "F-01",
    story: "漏了一般公共预算财政拨款基本支出决算表。",
    excerpts: TABLE_KEYS.map((sheet) => ({ sheet })),
    leftOut: ["Z06"],
    slip: [],
  },
  {
    rule: "F-02",
    story: "表中有数据，却照去年的样子注明“本表无数据”。",
    excerpts: [{ sheet: "GZ", keep: ["合计", "223"] }],
    slip: [["GZ", "注：本表为示例。", "A", "本单位没有使用国有资本经营预算安排的支出，故本表无数据。"]],
  },
  {
    rule: "F-03",
    story: "从另一个单位的工作簿复制来的表，单位名称没有改。",
    excerpts: [{ sheet: "Z01" }, { sheet: "Z02", keep: ["合计"] }, { sheet: "Z05", keep: ["合计"] }],
    slip: [["Z02", 2, "A", "部门：另一单位"]],
  },
  {
    rule: "F-04",
    story: "应填金额的格里写了“见附表”。",
    excerpts: [{ sheet: "Z01" }],
    slip: [["Z01", "八、其他收入", "C", "见附表"]],
  },
  {
    rule: "F-05",
    story: "公务接待费冲账后填成负数。",
    excerpts: [{ sheet: "Z06" }],
    slip: [
      ["Z06", "30217", "F", -0.5],
      ["Z06", "30201", "F", 4],
    ],
  },
  {
    rule: "F-06",
    story: "插入一行后行次没有重排，第 3 行印成了 4。",
    excerpts: [{ sheet: "Z01" }],
    slip: [["Z01", "三、国有资本经营预算财政拨款收入", "B", 4]],
  },
];
