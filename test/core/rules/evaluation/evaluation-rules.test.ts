import { describe, expect, it } from "vitest";
import { runRule } from "../../../../src/core/checking/run-rule";
import { DEFAULT_SETTINGS } from "../../../../src/core/checking/settings";
import { RULES } from "../../../../src/core/rules";
import { exampleBook, testCases, verdictsOf, type RuleCase } from "../../../support/example-book";
import { gridOf } from "../../reading/grid-of";
import { readBook } from "../../../../src/core/reading/read-book";
import { reportParagraphs } from "../../../../src/core/scoring/report-text";
import * as tables from "../../qa/evaluation-tables";

const PJ = { sheets: ["PJ"] } as const;
/** Cells of the example: leaves in rows 4 to 20, G weight, I score, J reason; levels B and E weight, C score; total row 21. */
const CASES: readonly RuleCase[] = [
  { ...PJ, rule: "PJ-01", name: "100 in all", says: "=" },
  { ...PJ, rule: "PJ-01", name: "half a point too much", edits: [["PJ", "满意度", "G", 10.5]], says: "E G21" },
  { ...PJ, rule: "PJ-01", name: "a weight that is a text", edits: [["PJ", "满意度", "G", "十"]], says: "? G20" },
  { rule: "PJ-01", name: "no table", sheets: ["RX1"], says: "? 缺少绩效评价评分表" },
  { sheets: ["BM"], rule: "PJ-01", name: "a department's form", edits: [["BM", 4, "E", 16]], says: "E E8" },
  { ...PJ, rule: "PJ-02", name: "each level adds up", says: "=" },
  { ...PJ, rule: "PJ-02", name: "a level one off", edits: [["PJ", "绩效目标合理性", "E", 7]], says: "E B4; E E6" },
  { sheets: ["BM"], rule: "PJ-02", name: "a bracket one off", edits: [["BM", 4, "B", "规划(16分)"]], says: "E B4" },
  { sheets: ["BM"], rule: "PJ-02", name: "a broken bracket counts", edits: [["BM", 4, "B", "规划（15分"]], says: "=" },
  { ...PJ, rule: "PJ-03", name: "a hundredth too much", edits: [["PJ", "总分", "I", 94.57]], says: "E I21" },
  { ...PJ, rule: "PJ-03", name: "half a cent for the rounded score", edits: [["PJ", "总分", "I", 94.555]], says: "=" },
  { ...PJ, rule: "PJ-03", name: "no total", edits: [["PJ", "总分", "I", null]], says: "? 没有总分" },
  {
    ...PJ,
    rule: "PJ-03",
    name: "a score not filled in",
    edits: [["PJ", "满意度", "I", null]],
    says: "? “满意度”得分未填",
  },
  { ...PJ, rule: "PJ-04", name: "the full weight", edits: [["PJ", "满意度", "I", 10]], says: "=" },
  { ...PJ, rule: "PJ-04", name: "a tenth above", edits: [["PJ", "满意度", "I", 10.1]], says: "E I20" },
  { ...PJ, rule: "PJ-04", name: "below 0", edits: [["PJ", "满意度", "I", -0.1]], says: "E I20" },
  { ...PJ, rule: "PJ-04", name: "a level above its weight", edits: [["PJ", "决策", "C", 21]], says: "E C4" },
  { ...PJ, rule: "PJ-05", name: "a level's score one off", edits: [["PJ", "效益", "C", 29]], says: "E C19" },
  { sheets: ["BM"], rule: "PJ-05", name: "no level scores", says: "? 各级指标没有印明得分" },
  { ...PJ, rule: "PJ-06", name: "a reason for every deduction", says: "=" },
  { ...PJ, rule: "PJ-06", name: "无 is none", edits: [["PJ", "满意度", "J", "无"]], says: "C J20" },
  { ...PJ, rule: "PJ-07", name: "to two decimals", says: "=" },
  { ...PJ, rule: "PJ-07", name: "one cent off", edits: [["PJ", "预算执行率", "I", 3.56]], says: "C I11" },
  {
    ...PJ,
    rule: "PJ-07",
    name: "words cannot be compared",
    edits: [
      ["PJ", "资金到位率", "L", "到位"],
      ["PJ", "预算执行率", "L", "正常"],
      ["PJ", "实际完成率", "L", "完成"],
    ],
    says: "? 没有目标值和完成值都是数量的指标",
  },
  { ...PJ, rule: "PJ-08", name: "80 % exactly", edits: [["PJ", "管理制度健全性", "I", 3.2]], says: "=" },
  { ...PJ, rule: "PJ-08", name: "just under 80 %", edits: [["PJ", "管理制度健全性", "I", 3.19]], says: "C I13" },
  {
    ...PJ,
    rule: "PJ-08",
    name: "other words",
    edits: [["PJ", "管理制度健全性", "L", "较健全"]],
    says: "? 没有完成值与目标值相同",
  },
  { ...PJ, rule: "PJ-09", name: "90 is 优", edits: [["PJ", "总分", "I", 90]], says: "=" },
  { ...PJ, rule: "PJ-09", name: "89.99 is not", edits: [["PJ", "总分", "I", 89.99]], says: "E J2" },
  { ...PJ, rule: "PJ-09", name: "优秀 is 优", edits: [["PJ", 2, "J", "优秀"]], says: "=" },
  { ...PJ, rule: "PJ-09", name: "no grade", edits: [["PJ", 2, "J", null]], says: "? 表上没有等级" },
  {
    ...PJ,
    rule: "PJ-10",
    name: "score, grade and groups agree",
    edits: [["PJ", 22, "A", "经评价，综合得分94.55分，等级为“优”。其中：过程指标18.55分，产出指标29分。"]],
    says: "=",
  },
  {
    ...PJ,
    rule: "PJ-10",
    name: "the score differs, and so the grade from it",
    edits: [["PJ", 22, "A", "经评价，综合得分89.55分，等级为“优”。"]],
    says: "E A22; E A22",
  },
  { ...PJ, rule: "PJ-10", name: "no text", says: "? 没有说明得分和等级的文字" },
  {
    ...PJ,
    rule: "PJ-11",
    name: "just 60",
    says: "=",
  },
  {
    ...PJ,
    rule: "PJ-11",
    name: "59",
    edits: [
      ["PJ", "效益", "B", 29],
      ["PJ", "决策", "B", 21],
    ],
    says: "C A4,A10,A15,A19",
  },
  {
    rule: "PJ-12",
    name: "the same indicators",
    sheets: ["PJ", { sheet: "PJ", as: "干部培训经费绩效评价指标体系", without: "CIJL" }],
    says: "=",
  },
  {
    rule: "PJ-12",
    name: "another target",
    sheets: ["PJ", { sheet: "PJ", as: "干部培训经费绩效评价指标体系", without: "CIJL" }],
    edits: [["PJ", "管理制度健全性", "K", "完善"]],
    says: "C G13",
  },
  {
    rule: "PJ-12",
    name: "an indicator renamed",
    sheets: ["PJ", { sheet: "PJ", as: "干部培训经费绩效评价指标体系", without: "CIJL" }],
    edits: [["PJ", "满意度", "F", "学员评价"]],
    says: "C G20; C F20",
  },
  { ...PJ, rule: "PJ-12", name: "nothing to compare with", says: "? 没有只列分值的指标体系可比" },
  { rule: "PJ-13", name: "both totals side by side", sheets: ["PJ", "ZP"], says: "I I21" },
  { ...PJ, rule: "PJ-13", name: "no form of the project", says: "? 没有同一项目的自评表" },
  { ...PJ, rule: "PJ-14", name: "no goals", says: "? 没有绩效目标表可比" },
];

describe("rules of score tables", () => {
  testCases(CASES);

  it("each have both sides of their boundary here", () => {
    for (const { id } of RULES.filter((rule) => rule.id.startsWith("PJ-"))) {
      const said = CASES.filter(({ rule }) => rule === id).map(({ says }) => says.charAt(0));
      expect(said.length, id).toBeGreaterThan(0);
    }
  });

  it("say of a report's text what the table says otherwise", () => {
    const rule = RULES.find(({ id }) => id === "PJ-10");
    const context = { book: exampleBook(["PJ"]), settings: DEFAULT_SETTINGS };
    const messages = (reportText: string): readonly string[] =>
      rule
        ? runRule(rule, {
            ...context,
            reportText: { paragraphs: reportParagraphs(reportText.split("\n")) },
          }).findings.map(({ message }) => message)
        : [];
    expect(messages("一、概述\n经评价，项目得分94.55分，等级为优。")).toEqual([]);
    expect(messages("一、概述\n经评价，项目得分95.55分，等级为优。")).toEqual(["文字得分 95.55，评分表为 94.55"]);
  });
});

const read = (...texts: readonly string[]): ReturnType<typeof readBook> =>
  readBook({ sheets: texts.map((text, index) => gridOf(text, `表${String(index + 1)}`)) });
const ofTable = (id: string, ...texts: readonly string[]): readonly string[] => verdictsOf(id, read(...texts));

describe("published score tables", () => {
  it("Zaozhuang 2020: 100 and 95, 优, the groups of the text; one qualitative score, and the goal of 106 for 100", () => {
    const { zaozhuangPlan, zaozhuangScored, zaozhuangGoals } = tables;
    const texts = [zaozhuangPlan, zaozhuangScored, zaozhuangGoals];
    expect(read(...texts).sheets.map(({ kind }) => kind)).toEqual(["PJ", "PJ", null]);
    for (const id of ["PJ-01", "PJ-03", "PJ-04", "PJ-07", "PJ-10", "PJ-11", "PJ-12"])
      expect(ofTable(id, ...texts), id).toEqual(["="]);
    expect(ofTable("PJ-08", ...texts)).toEqual(["C I9"]);
    expect(ofTable("PJ-14", ...texts)).toEqual(["C F8", "C F8"]);
  });

  it("Linzi 2019: 90 for a printed 100, exactly the ten points of 预算执行率", () => {
    expect(ofTable("PJ-01", tables.linzi2019)).toEqual(["C F13"]);
    expect(ofTable("PJ-03", tables.linzi2019)).toEqual(["C G13"]);
    for (const id of ["PJ-02", "PJ-10"]) expect(ofTable(id, tables.linzi2019), id).toEqual(["="]);
  });

  it("Zhangdian 2024: 87.22 for a printed 97.22", () => {
    const [finding] = ofTable("PJ-03", tables.zhangdian2024);
    expect(finding).toBe("C H13");
    expect(ofTable("PJ-01", tables.zhangdian2024)).toEqual(["C F4,F5,F6,F7,F8,F9,F10,F11,F12"]);
  });

  it("nine points short are an error, and so are ten where 执行率 is in the table", () => {
    expect(ofTable("PJ-01", tables.linzi2019.replace("93%|10|10", "93%|11|10"))).toEqual(["E F13"]);
    expect(ofTable("PJ-01", tables.linzi2019.replace("|成本控制|", "|预算执行率|"))).toEqual(["E F13"]);
  });

  it("Luozhuang 2021: brackets, two of them broken, add up at every level", () => {
    for (const id of ["PJ-01", "PJ-02", "PJ-11"]) expect(ofTable(id, tables.luozhuang2021), id).toEqual(["="]);
    expect(ofTable("PJ-03", tables.luozhuang2021)[0]).toContain("没有得分栏");
    expect(
      ofTable("PJ-02", tables.luozhuang2021.replace("（3分）|——\n|预算执行率", "（4分）|——\n|预算执行率")),
    ).toEqual(["E A7"]);
  });

  it("a copy that breaks off at 效益 is not held to 60 for the results: its lines may be missing", () => {
    const short = tables.luozhuang2021
      .replace("决策（15 分）", "决策（35 分）")
      .replace("产出（40 分）", "产出（30 分）");
    const brokenOff = short.replace(/效益（25 分）[^]*$/, "效益（15 分）|——|——");
    expect(ofTable("PJ-11", brokenOff)).toEqual(["="]);
    expect(ofTable("PJ-11", brokenOff.replace("——|——", "社会效益（15分）|——"))[0]).toMatch(/^C A/);
  });

  it("a 自评表 with 决策 among its levels stays one, its 执行率 scored by the funds", () => {
    const book = read(tables.yinchuan2021);
    expect(book.sheets[0]?.kind).toBe("ZP");
    expect(verdictsOf("ZP-03", book)).toEqual(["="]);
    expect(verdictsOf("ZP-04", book)).toEqual(["="]);
    expect(verdictsOf("ZP-15", book)).toEqual(["="]);
    const wrong = tables.yinchuan2021.replace("—|—|9|节约", "—|—|10|").replace("自评得分|98", "自评得分|99");
    expect(verdictsOf("ZP-03", read(wrong))).toEqual(["E G11"]);
    const uneven = tables.yinchuan2021.replace("数量指标(20分)", "数量指标(25分)");
    expect(verdictsOf("ZP-04", read(uneven))).toEqual(["E D13"]);
  });

  it("none counts as a 自评表", () => {
    for (const [name, text] of Object.entries(tables)) {
      const book = read(text);
      if (name !== "yinchuan2021") expect(book.forms, name).toEqual([]);
      expect(book.summaries, name).toEqual([]);
    }
  });
});
