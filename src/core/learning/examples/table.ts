import type { RuleExample } from "./model";

const TOP_LEVEL = ["合计", "201", "205", "212", "223"];

/** The income half of Z04 without its 总计, and an expenditure line. */
const INCOME_WITHOUT_TOTAL = [
  "一、一般公共预算财政拨款",
  "二、政府性基金预算财政拨款",
  "三、国有资本经营预算财政拨款",
  "本年收入合计",
  "年初财政拨款结转和结余",
  "一般公共预算财政拨款",
  "政府性基金预算财政拨款",
  "国有资本经营预算财政拨款",
  "一、一般公共服务支出",
];

/** One mistake for each rule inside a table. */
export const TABLE_EXAMPLES: readonly RuleExample[] = [
  {
    rule: "Z01-01",
    story: "其他收入 10.00 少录了一位，成了 1.00，合计没有跟着变。",
    excerpts: [{ sheet: "Z01" }],
    slip: [["Z01", "八、其他收入", "C", 1]],
  },
  {
    rule: "Z01-02",
    story: "教育支出 38.00 两位数字颠倒，成了 83.00。",
    excerpts: [{ sheet: "Z01" }],
    slip: [["Z01", "二、教育支出", "F", 83]],
  },
  {
    rule: "Z01-03",
    story: "年初结转和结余 6.00 错录成 16.00，收入总计仍按 6.00 计算。",
    excerpts: [{ sheet: "Z01" }],
    slip: [["Z01", "年初结转和结余", "C", 16]],
  },
  {
    rule: "Z01-04",
    story: "年末结转和结余 10.00 小数点移位，成了 1.00。",
    excerpts: [{ sheet: "Z01" }],
    slip: [["Z01", "年末结转和结余", "F", 1]],
  },
  {
    rule: "Z01-05",
    story: "年末结转和结余多计 5.00，支出总计也跟着多了 5.00，收支总计不再相等。",
    excerpts: [{ sheet: "Z01" }],
    slip: [
      ["Z01", "年末结转和结余", "F", 15],
      ["Z01", "总计", "F", 146],
    ],
  },
  {
    rule: "Z02-01",
    story: "合计行的其他收入录成 1.00，与本行的本年收入合计对不上。",
    excerpts: [{ sheet: "Z02", keep: ["合计"] }],
    slip: [["Z02", "合计", "I", 1]],
  },
  {
    rule: "Z02-H1",
    story: "205 教育支出一行录成 33.00，合计仍是 135.00。",
    excerpts: [{ sheet: "Z02", keep: TOP_LEVEL }],
    slip: [
      ["Z02", "205", "C", 33],
      ["Z02", "205", "D", 33],
    ],
  },
  {
    rule: "Z03-01",
    story: "合计行的项目支出 83.00 数字颠倒，成了 38.00。",
    excerpts: [{ sheet: "Z03", keep: ["合计"] }],
    slip: [["Z03", "合计", "E", 38]],
  },
  {
    rule: "Z03-H1",
    story: "212 城乡社区支出一行录成 91.00（应为 19.00），合计没有变。",
    excerpts: [{ sheet: "Z03", keep: TOP_LEVEL }],
    slip: [
      ["Z03", "212", "C", 91],
      ["Z03", "212", "E", 91],
    ],
  },
  {
    rule: "Z04-01",
    story: "一般公共服务支出与教育支出两行的合计互相填反。",
    excerpts: [{ sheet: "Z04" }],
    slip: [
      ["Z04", "一、一般公共服务支出", "F", 38],
      ["Z04", "二、教育支出", "F", 60],
    ],
  },
  {
    rule: "Z04-02",
    story: "一般公共服务支出 60.00 录成 66.00，本年支出合计没有跟着变。",
    excerpts: [{ sheet: "Z04" }],
    slip: [
      ["Z04", "一、一般公共服务支出", "F", 66],
      ["Z04", "一、一般公共服务支出", "G", 66],
    ],
  },
  {
    rule: "Z04-03",
    story: "年初的政府性基金结转 2.00 漏填，年初财政拨款结转和结余仍是 5.00。",
    excerpts: [{ sheet: "Z04", keep: INCOME_WITHOUT_TOTAL }],
    slip: [["Z04", "政府性基金预算财政拨款", "C", null]],
  },
  {
    rule: "Z04-04",
    story: "年末结转少计 4.00，支出总计没有跟着变。",
    excerpts: [{ sheet: "Z04" }],
    slip: [
      ["Z04", "年末财政拨款结转和结余", "F", 4],
      ["Z04", "年末财政拨款结转和结余", "G", 1],
    ],
  },
  {
    rule: "Z04-05",
    story: "年初结转的一般公共预算 3.00 误记在政府性基金里：合计不变，按资金分列的收支却对不上。",
    excerpts: [{ sheet: "Z04" }],
    slip: [
      ["Z04", "一般公共预算财政拨款", "C", null],
      ["Z04", "政府性基金预算财政拨款", "C", 5],
    ],
  },
  {
    rule: "Z05-01",
    story: "合计行的基本支出填到了错误的数：48.00 成了 84.00。",
    excerpts: [{ sheet: "Z05", keep: ["合计"] }],
    slip: [["Z05", "合计", "D", 84]],
  },
  {
    rule: "Z05-H1",
    story: "205 教育支出录成 83.00（应为 38.00），合计没有变。",
    excerpts: [{ sheet: "Z05", keep: TOP_LEVEL }],
    slip: [
      ["Z05", "205", "C", 83],
      ["Z05", "205", "E", 83],
    ],
  },
  {
    rule: "Z06-01",
    story: "奖金 15.00 数字颠倒，成了 51.00，301 的小计没有变。",
    excerpts: [{ sheet: "Z06" }],
    slip: [["Z06", "30103", "C", 51]],
  },
  {
    rule: "Z06-02",
    story: "人员经费合计只填了 301 的数，漏加 303。",
    excerpts: [{ sheet: "Z06" }],
    slip: [["Z06", "人员经费合计", "C", 40]],
  },
  {
    rule: "SG-01",
    story: "公务接待费 0.80 录成 1.80，“三公”经费合计没有变。",
    excerpts: [{ sheet: "SG" }],
    slip: [["SG", 6, "L", 1.8]],
  },
  {
    rule: "SG-02",
    story: "公务接待费决算 2.80，超过了预算 2.00。",
    excerpts: [{ sheet: "SG" }],
    slip: [
      ["SG", 6, "L", 2.8],
      ["SG", 6, "G", 4.8],
    ],
  },
  {
    rule: "JJ-01",
    story: "年末结转和结余没有扣除本年支出，仍填年初加收入的 22.00。",
    excerpts: [{ sheet: "JJ", keep: ["合计"] }],
    slip: [["JJ", "合计", "H", 22]],
  },
  {
    rule: "JJ-H1",
    story: "212 一行的本年收入多录 5.00，年末结转跟着多了 5.00，合计行没有变。",
    excerpts: [{ sheet: "JJ", keep: ["合计", "212"] }],
    slip: [
      ["JJ", "212", "D", 25],
      ["JJ", "212", "H", 8],
    ],
  },
  {
    rule: "GZ-01",
    story: "合计行的项目支出 5.00 错录成 50.00。",
    excerpts: [{ sheet: "GZ", keep: ["合计"] }],
    slip: [["GZ", "合计", "E", 50]],
  },
  {
    rule: "GZ-H1",
    story: "223 一行小数点移位，5.00 成了 0.50。",
    excerpts: [{ sheet: "GZ", keep: ["合计", "223"] }],
    slip: [
      ["GZ", "223", "C", 0.5],
      ["GZ", "223", "E", 0.5],
    ],
  },
];
