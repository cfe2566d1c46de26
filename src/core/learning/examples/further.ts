import type { RuleExample } from "./model";

/** One mistake for each rule of the tables that places publish beside the nine. */
export const FURTHER_EXAMPLES: readonly RuleExample[] = [
  {
    rule: "T-01",
    story: "货物的其他资金由 2.05 改成 3.05，本栏合计跟着改了，各行的合计没有改。",
    excerpts: [{ sheet: "T-CG" }],
    slip: [
      ["T-CG", "货物", "D", 3.05],
      ["T-CG", "政府采购支出合计", "D", 6.1],
    ],
  },
  {
    rule: "T-02",
    story: "服务多计了 1.00 财政性资金，本行合计改了，各栏的采购合计没有改。",
    excerpts: [{ sheet: "T-CG" }],
    slip: [
      ["T-CG", "服务", "B", 19.15],
      ["T-CG", "服务", "C", 16.1],
    ],
  },
  {
    rule: "T-03",
    story: "合计行的年末结转和结余 5.00 漏录成 0.00。",
    excerpts: [
      { sheet: "T-GS", keep: ["合计"] },
      { sheet: "Z05", keep: ["合计"] },
    ],
    slip: [["T-GS", "合计", "H", 0]],
  },
  {
    rule: "T-04",
    story: "收入支出决算表的项级支出多计 1.00，支出决算表没有变。",
    excerpts: [
      { sheet: "T-GS", keep: ["2010302"] },
      { sheet: "Z05", keep: ["2010302"] },
    ],
    slip: [
      ["T-GS", "2010302", "E", 13],
      ["T-GS", "2010302", "G", 13],
      ["T-GS", "2010302", "D", 13],
    ],
  },
];
