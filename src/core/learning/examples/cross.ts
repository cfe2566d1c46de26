import type { CellEdit, RuleExample } from "./model";

const TOP_LEVEL = ["合计", "201", "205", "212", "223"];

/** Z01 with another opening balance, and everything after it calculated from it. */
const openingOf = (opening: number): readonly CellEdit[] => [
  ["Z01", "年初结转和结余", "C", opening],
  ["Z01", "总计", "C", 135 + opening],
  ["Z01", "年末结转和结余", "F", 4 + opening],
  ["Z01", "总计", "F", 135 + opening],
];

/** One mistake for each rule between tables. */
export const CROSS_EXAMPLES: readonly RuleExample[] = [
  {
    rule: "X-01",
    story: "收入决算表的其他收入少列 1.00，合计跟着少了 1.00；收入支出决算总表没有变。",
    excerpts: [{ sheet: "Z01" }, { sheet: "Z02", keep: ["合计"] }],
    slip: [
      ["Z02", "合计", "C", 134],
      ["Z02", "合计", "I", 9],
    ],
  },
  {
    rule: "X-02",
    story: "支出决算表把 10.00 的支出记错了科目：201 少 10.00，205 多 10.00。",
    excerpts: [{ sheet: "Z01" }, { sheet: "Z03", keep: TOP_LEVEL }],
    slip: [
      ["Z03", "201", "C", 59],
      ["Z03", "201", "E", 11],
      ["Z03", "205", "C", 48],
      ["Z03", "205", "E", 48],
    ],
  },
  {
    rule: "X-03",
    story: "收入支出决算总表把 10.00 的财政拨款记成了其他收入。",
    excerpts: [{ sheet: "Z01" }, { sheet: "Z04" }],
    slip: [
      ["Z01", "一、一般公共预算财政拨款收入", "C", 90],
      ["Z01", "八、其他收入", "C", 20],
    ],
  },
  {
    rule: "X-04",
    story: "一般公共预算支出表把 10.00 记错了科目：201 少 10.00，205 多 10.00。",
    excerpts: [{ sheet: "Z04" }, { sheet: "Z05", keep: TOP_LEVEL }],
    slip: [
      ["Z05", "201", "C", 50],
      ["Z05", "201", "E", 2],
      ["Z05", "205", "C", 48],
      ["Z05", "205", "E", 48],
    ],
  },
  {
    rule: "X-05",
    story: "基本支出与项目支出两栏填反：48.00 与 50.00 对调。",
    excerpts: [{ sheet: "Z05", keep: ["合计"] }, { sheet: "Z06" }],
    slip: [
      ["Z05", "合计", "D", 50],
      ["Z05", "合计", "E", 48],
    ],
  },
  {
    rule: "X-06",
    story: "政府性基金表漏填年初结转 2.00，年末结转跟着少了 2.00。",
    excerpts: [{ sheet: "Z04" }, { sheet: "JJ", keep: ["合计", "212"] }],
    slip: [
      ["JJ", "合计", "C", null],
      ["JJ", "合计", "H", 1],
      ["JJ", "212", "C", null],
      ["JJ", "212", "H", 1],
    ],
  },
  {
    rule: "X-07",
    story: "一般公共预算支出表的 201 项目支出多列 20.00，超过了支出决算表中的全部支出。",
    excerpts: [{ sheet: "Z03" }, { sheet: "Z05", keep: TOP_LEVEL }],
    slip: [
      ["Z05", "201", "C", 80],
      ["Z05", "201", "E", 32],
      ["Z05", "合计", "C", 118],
      ["Z05", "合计", "E", 70],
    ],
  },
  {
    rule: "X-08",
    story: "把 1.00 的办公费记成公务用车运行维护费，超过了“三公”经费表中的决算数。",
    excerpts: [{ sheet: "Z06" }, { sheet: "SG" }],
    slip: [
      ["Z06", "30201", "F", 2],
      ["Z06", "30231", "F", 2.5],
    ],
  },
  {
    rule: "X-09",
    story: "总表的年初结转和结余填成 2.00，比其中的财政拨款结转 5.00 还少；总计和年末结转跟着算成了一致。",
    excerpts: [{ sheet: "Z01" }, { sheet: "Z04" }],
    slip: openingOf(2),
  },
  {
    rule: "X-10",
    story: "上年年末结转 6.00，本年年初只填了 3.00；总计和年末结转跟着算成了一致。",
    excerpts: [{ sheet: "Z01" }],
    priorYear: [{ sheet: "Z01" }],
    priorSetup: [
      ["Z01", "年初结转和结余", "C", 2],
      ["Z01", "总计", "C", 137],
      ["Z01", "年末结转和结余", "F", 6],
      ["Z01", "总计", "F", 137],
    ],
    slip: openingOf(3),
  },
  {
    rule: "X-11",
    story: "同一个科目编码 2010302，两张表写了不同的科目名称。",
    excerpts: [{ sheet: "Z03" }, { sheet: "Z05" }],
    slip: [["Z05", "2010302", "B", "机关服务"]],
  },
  {
    rule: "X-12",
    story: "授予中小企业的合同金额 33.00，比政府采购支出合计 30.25 还多。",
    excerpts: [{ sheet: "T-CG" }],
    slip: [
      ["T-CG", "授予中小企业合同金额", "B", 33],
      ["T-CG", "授予中小企业合同金额", "C", 28],
      ["T-CG", "授予中小企业合同金额", "D", 5],
    ],
  },
];
