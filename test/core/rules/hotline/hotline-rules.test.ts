import { describe, expect, it } from "vitest";
import { checkBook } from "../../../../src/core/checking/check-book";
import { DEFAULT_SETTINGS } from "../../../../src/core/checking/settings";
import { planFill } from "../../../../src/core/filling/plan-fill";
import { exampleSheet } from "../../../../src/core/learning/examples/sheets";
import type { CellEdit } from "../../../../src/core/learning/examples/model";
import { amount } from "../../../../src/core/model/amount";
import { CASE_SCORES, type CaseSheet } from "../../../../src/core/model/hotline";
import type { HotlineSettings } from "../../../../src/core/model/rule";
import { readBook } from "../../../../src/core/reading/read-book";
import { RULES } from "../../../../src/core/rules";
import { CaseScores } from "../../../../src/core/scoring/hotline";
import { managementTotal } from "../../../../src/core/scoring/management";
import { isAmongLast, overallScore, rankWithinClass } from "../../../../src/core/scoring/ranking";
import { filled } from "../../../support/apply-plan";
import { exampleBook, testCases, verdictsOf, type RuleCase } from "../../../support/example-book";

const MONTH = { sheets: ["RX1"] } as const;
const QUARTER = { sheets: ["RX3"] } as const;
const withChoice = (choice: Partial<HotlineSettings>): { settings: { hotline: HotlineSettings } } => ({
  settings: { hotline: { ...DEFAULT_SETTINGS.hotline, ...choice } },
});

/** Rows 4 to 10 are the units, row 11 the total; M … S follow from D … L. */
const CASES: readonly RuleCase[] = [
  { ...MONTH, rule: "RX-01", name: "the worked example", says: "=" },
  { ...MONTH, rule: "RX-01", name: "half a cent", edits: [["RX1", "甲街道", "M", 65.005]], says: "=" },
  { ...MONTH, rule: "RX-01", name: "more than half a cent", edits: [["RX1", "甲街道", "M", 65.006]], says: "E M4" },
  { ...MONTH, rule: "RX-01", name: "rates as numbers of percent", edits: [["RX1", "甲街道", "F", 96]], says: "=" },
  { ...MONTH, rule: "RX-01", name: "nobody was reached", edits: [["RX1", "甲街道", "F", null]], says: "=" },
  { rule: "RX-01", name: "no sheet", sheets: ["RX3"], says: "? 缺少工单办理考核计分表" },
  { ...MONTH, rule: "RX-02", name: "one cent", edits: [["RX1", "甲街道", "N", 5.92]], says: "E N4" },
  { ...MONTH, rule: "RX-02", name: "a score without any order", edits: [["RX1", "戊镇", "N", 6]], says: "E N8" },
  { ...MONTH, rule: "RX-02", name: "not filled in", edits: [["RX1", "甲街道", "N", null]], says: "=" },
  { ...MONTH, rule: "RX-03", name: "one unit wrong", edits: [["RX1", "甲街道", "O", 5.5]], says: "E O4" },
  {
    ...MONTH,
    rule: "RX-03",
    name: "shared within the class, as by the other reading",
    edits: [
      ["RX1", "甲街道", "O", 5],
      ["RX1", "丙街道", "O", 7],
      ["RX1", "己局", "O", 4],
    ],
    says: "C O4; C O6; C O9",
  },
  {
    ...MONTH,
    rule: "RX-03",
    name: "shared within the class, which was chosen",
    edits: [
      ["RX1", "甲街道", "O", 5],
      ["RX1", "丙街道", "O", 7],
      ["RX1", "己局", "O", 4],
    ],
    ...withChoice({ pool: "class" }),
    says: "=",
  },
  { ...MONTH, rule: "RX-04", name: "one unit wrong", edits: [["RX1", "庚局", "P", 9]], says: "E P10" },
  { ...MONTH, rule: "RX-05", name: "140 in either bracket", edits: [["RX1", "甲街道", "Q", 5]], says: "=" },
  { ...MONTH, rule: "RX-05", name: "140 in neither", edits: [["RX1", "甲街道", "Q", 4]], says: "E Q4" },
  { ...MONTH, rule: "RX-05", name: "141 is above", edits: [["RX1", "乙街道", "Q", 4.5]], says: "E Q5" },
  { ...MONTH, rule: "RX-05", name: "of another class", edits: [["RX1", "丁镇", "C", "街道"]], says: "E Q7" },
  { ...MONTH, rule: "RX-06", name: "one cent", edits: [["RX1", "乙街道", "R", 96.26]], says: "E R5" },
  {
    ...MONTH,
    rule: "RX-06",
    name: "not below 0",
    edits: [
      ["RX1", "乙街道", "L", 120],
      ["RX1", "乙街道", "R", 0],
    ],
    says: "=",
  },
  {
    ...MONTH,
    rule: "RX-06",
    name: "below 0",
    edits: [
      ["RX1", "乙街道", "L", 120],
      ["RX1", "乙街道", "R", -23.75],
    ],
    says: "E R5",
  },
  {
    ...MONTH,
    rule: "RX-07",
    name: "ties share the better rank",
    edits: [
      ["RX1", "丙街道", "R", 85.21],
      ["RX1", "丙街道", "S", 2],
    ],
    says: "=",
  },
  { ...MONTH, rule: "RX-07", name: "a rank off", edits: [["RX1", "庚局", "S", 1]], says: "E S10" },
  { ...MONTH, rule: "RX-07", name: "a rank without a score", edits: [["RX1", "戊镇", "S", 2]], says: "E S8" },
  { ...MONTH, rule: "RX-08", name: "the total of a column", edits: [["RX1", "合计", "J", 9]], says: "E J11" },
  {
    ...MONTH,
    rule: "RX-08",
    name: "what all lose together",
    edits: [["RX1", "丁镇", "P", 10.9]],
    says: "E P4,P5,P6,P7,P9,P10",
  },
  { ...MONTH, rule: "RX-09", name: "more overdue than received", edits: [["RX1", "庚局", "E", 11]], says: "E E10" },
  { ...MONTH, rule: "RX-09", name: "as many overdue as received", edits: [["RX1", "庚局", "E", 10]], says: "=" },
  { ...MONTH, rule: "RX-09", name: "a rate above 100 %", edits: [["RX1", "庚局", "G", "101%"]], says: "E G10" },
  { ...MONTH, rule: "RX-09", name: "a class of its own", edits: [["RX1", "庚局", "C", "园区"]], says: "E C10" },
  { ...MONTH, rule: "RX-09", name: "no class", edits: [["RX1", "庚局", "C", null]], says: "E C10" },
  { ...MONTH, rule: "RX-09", name: "half an order", edits: [["RX1", "庚局", "D", 10.5]], says: "E D10" },
  { ...MONTH, rule: "RX-09", name: "pushed off without any order", edits: [["RX1", "戊镇", "H", 1]], says: "E H8" },
  { ...MONTH, rule: "RX-09", name: "a unit in two classes", edits: [["RX1", "丁镇", "B", "甲街道"]], says: "E B7" },
  { ...MONTH, rule: "RX-09", name: "a count that is a text", edits: [["RX1", "庚局", "J", "两件"]], says: "E J10" },
  { ...QUARTER, rule: "RX-10", name: "one cent", edits: [["RX3", "甲街道", "H", 88.71]], says: "E H3" },
  {
    ...QUARTER,
    rule: "RX-10",
    name: "the quarter is no mean",
    edits: [["RX3", "甲街道", "F", 88]],
    says: "E F3; E H3",
  },
  {
    ...QUARTER,
    rule: "RX-10",
    name: "a month without a score is left out",
    edits: [
      ["RX3", "甲街道", "C", null],
      ["RX3", "甲街道", "F", 89.2],
      ["RX3", "甲街道", "H", 89.76],
    ],
    says: "=",
  },
  {
    ...QUARTER,
    rule: "RX-10",
    name: "other weights in the header",
    edits: [
      ["RX3", 2, "F", "日常考核得分（70%）"],
      ["RX3", 2, "G", "年终考核得分（30%）"],
      ["RX3", "甲街道", "H", 89.11],
    ],
    says: "E H4; E H5; E H6",
  },
  { rule: "RX-11", name: "a sum", sheets: ["RX2"], says: "=" },
  {
    rule: "RX-11",
    name: "an item below 0",
    sheets: ["RX2"],
    edits: [["RX2", "投诉曝光", "G", -1]],
    says: "E G6; E G9",
  },
  {
    rule: "RX-11",
    name: "what 2.2 loses beyond its points goes on from the total",
    sheets: ["RX2"],
    edits: [
      ["RX2", "投诉曝光", "F", 8],
      ["RX2", "投诉曝光", "G", 0],
      ["RX2", "合计", "G", 21.8],
    ],
    says: "=",
  },
  {
    rule: "RX-11",
    name: "of 2.3 nothing goes on",
    sheets: ["RX2"],
    edits: [
      ["RX2", "办件规范", "F", 20],
      ["RX2", "办件规范", "G", 0],
      ["RX2", "合计", "G", 15],
    ],
    says: "=",
  },
  {
    rule: "RX-11",
    name: "other 满分 than the rules have",
    sheets: ["RX2"],
    edits: [["RX2", "工作总结", "E", 4]],
    says: "E E8",
  },
  { ...QUARTER, rule: "RX-12", name: "due and given", says: "=" },
  { ...QUARTER, rule: "RX-12", name: "not due", edits: [["RX3", "甲街道", "K", "书面整改报告"]], says: "C K3" },
  { ...QUARTER, rule: "RX-12", name: "last twice", edits: [["RX3", "乙街道", "J", 2]], says: "C K4" },
  {
    ...QUARTER,
    rule: "RX-12",
    name: "last twice, and said",
    edits: [
      ["RX3", "乙街道", "J", 2],
      ["RX3", "乙街道", "K", "主要负责人说明情况，问责"],
    ],
    says: "=",
  },
  {
    ...QUARTER,
    rule: "RX-12",
    name: "one unit of its class",
    edits: [
      ["RX3", "乙街道", "B", "部门"],
      ["RX3", "丁镇", "B", "部门"],
      ["RX3", "辛镇", "B", "部门"],
      ["RX3", "甲街道", "K", null],
    ],
    says: "? 部门类有得分的单位不超过 3 个",
  },
  { rule: "RX-13", name: "counts times points", sheets: ["RX4"], says: "=" },
  { rule: "RX-13", name: "a tenth off", sheets: ["RX4"], edits: [["RX4", "甲街道", "O", 0.4]], says: "E O4; E O11" },
  {
    rule: "RX-13",
    name: "one more of half a point",
    sheets: ["RX4"],
    edits: [["RX4", "己局", "K", 1]],
    says: "E O9; E K11",
  },
  {
    rule: "RX-13",
    name: "a count below 0",
    sheets: ["RX4"],
    edits: [["RX4", "庚局", "C", -1]],
    says: "E C10; E O10; E C11",
  },
  { rule: "RX-13", name: "a text", sheets: ["RX4"], edits: [["RX4", "庚局", "C", "一件"]], says: "E C10" },
  { rule: "RX-13", name: "taken over as it is", sheets: ["RX1", "RX4"], says: "=" },
  {
    rule: "RX-13",
    name: "taken over otherwise",
    sheets: ["RX1", "RX4"],
    edits: [["RX1", "甲街道", "L", 0.2]],
    says: "E L4",
  },
  { rule: "RX-13", name: "no sheet", sheets: ["RX3"], says: "? 缺少热线扣分指标表" },
  {
    ...MONTH,
    rule: "RX-06",
    name: "up to the cap",
    edits: [
      ["RX1", "乙街道", "L", 12],
      ["RX1", "乙街道", "R", 91.25],
    ],
    ...withChoice({ deductionCap: amount(5) }),
    says: "=",
  },
  {
    ...MONTH,
    rule: "RX-06",
    name: "beyond the cap",
    edits: [
      ["RX1", "乙街道", "L", 12],
      ["RX1", "乙街道", "R", 84.25],
    ],
    ...withChoice({ deductionCap: amount(5) }),
    says: "E R5",
  },
  {
    ...MONTH,
    rule: "RX-06",
    name: "added up before rounding",
    edits: [["RX1", "丁镇", "R", 94.32]],
    ...withChoice({ rounding: "sum" }),
    says: "E R7",
  },
  {
    rule: "RX-10",
    name: "a month as its own sheet has it",
    sheets: ["RX1", "RX3"],
    edits: [["RX3", "甲街道", "C", 85.31]],
    says: "E C3; E F3",
  },
  {
    rule: "RX-11",
    name: "an item that does not say 扣完为止, gone on from the total",
    sheets: ["RX2"],
    edits: [
      ["RX2", "组织领导", "F", 6],
      ["RX2", "组织领导", "G", 0],
      ["RX2", "合计", "G", 21.8],
    ],
    ...withChoice({ itemFloor: "continue" }),
    says: "=",
  },
  {
    rule: "RX-11",
    name: "an item that does not say 扣完为止, not below 0",
    sheets: ["RX2"],
    edits: [
      ["RX2", "组织领导", "F", 6],
      ["RX2", "组织领导", "G", 0],
      ["RX2", "合计", "G", 23.8],
    ],
    says: "=",
  },
  {
    ...QUARTER,
    rule: "RX-12",
    name: "the last of 街道 and 镇 together",
    edits: [["RX3", "乙街道", "K", null]],
    ...withChoice({ lastPlaces: "together" }),
    says: "=",
  },
];

describe("rules of the hotline's assessment", () => {
  testCases(CASES);

  it("each have cases here", () => {
    for (const { id } of RULES.filter((rule) => rule.id.startsWith("RX-")))
      expect(
        CASES.some(({ rule }) => rule === id),
        id,
      ).toBe(true);
  });
});

const month = (edits: readonly CellEdit[] = []): CaseSheet => {
  const [sheet] = exampleBook(["RX1"], edits).hotline;
  if (sheet?.kind !== "RX1") throw new RangeError("no month");
  return sheet;
};

/** What follows for a unit: M, N, O, P, Q, R. */
function scoresOf(unit: string, choice: Partial<HotlineSettings> = {}): readonly string[] {
  const sheet = month();
  const scores = new CaseScores(sheet, { ...DEFAULT_SETTINGS.hotline, ...choice });
  const row = sheet.rows.find((item) => item.unit.text === unit);
  if (!row) throw new RangeError(unit);
  const all = [
    scores.satisfaction(row),
    scores.timeliness(row),
    scores.transfers(row),
    scores.revisits(row),
    scores.volume(row),
    scores.total(row),
  ];
  return all.map((due) => (typeof due === "string" ? due : due.printed.toString()));
}

describe("the worked example of the assessment", () => {
  it.each([
    ["甲街道", "65 5.91 5.6 4.5 4.5 85.21"],
    ["乙街道", "67 6 8 10.25 5 96.25"],
    ["丙街道", "60 5.7 7.2 8.75 2.5 83.65"],
    ["丁镇", "65 5.91 8 11 4.5 94.31"],
    ["己局", "68.75 6 7.2 11 5 97.95"],
    ["庚局", "68.75 5.4 8 9.5 2 93.65"],
  ])("%s", (unit, expected) => {
    expect(scoresOf(unit).join(" ")).toBe(expected);
  });

  it("has no score without an order, and 5 points for 140 where 以上 takes it in", () => {
    expect(new Set(scoresOf("戊镇"))).toEqual(new Set(["本期无承办工单，不计分不排名"]));
    expect(scoresOf("甲街道", { volumeTop: "inclusive" }).slice(4)).toEqual(["5", "85.71"]);
  });

  it("ranks within the class, and makes the quarter's total", () => {
    const units = month().rows.map(({ unitClass, figures }) => ({ unitClass, score: figures.get("total") }));
    expect(units.map((_, at) => rankWithinClass(units, at))).toEqual([2, 1, 3, 1, undefined, 1, 2]);
    expect(units.map((_, at) => isAmongLast(units, at))).toEqual([
      false,
      false,
      true,
      "tooFew",
      undefined,
      "tooFew",
      "tooFew",
    ]);
    expect(overallScore(amount("87.87"), amount(92)).toString()).toBe("88.7");
    expect(managementTotal([amount(90), amount(15)], amount(0)).toString()).toBe("100");
  });

  it("is filled again to the last digit where all that follows is blank", () => {
    const { name, rows } = exampleSheet("RX1");
    const blank = rows.map((row, at) =>
      at >= 3 && at <= 9 ? row.map((value, column) => (column >= 12 ? null : value)) : row,
    );
    const grid = { sheets: [{ name, top: 0, left: 0, values: blank }] };
    const book = readBook(grid);
    const result = checkBook({ book, settings: DEFAULT_SETTINGS });
    const { writes, notDerivable } = planFill(book, result, { settings: DEFAULT_SETTINGS, grid });
    expect(notDerivable).toEqual([]);
    const values = filled(grid, writes).sheets[0]?.values ?? [];
    for (const [at, row] of rows.entries())
      if (at >= 3 && at <= 9)
        expect(values[at]?.slice(12, 12 + CASE_SCORES.length), String(row[1])).toEqual(row.slice(12));
    // Rates typed as text cannot be counted with by a formula; all else is live.
    expect(writes.filter(({ rule, formula }) => rule !== "RX-01" && formula === undefined)).toEqual([]);
    const again = readBook(filled(grid, writes));
    expect(
      planFill(again, checkBook({ book: again, settings: DEFAULT_SETTINGS }), { settings: DEFAULT_SETTINGS, grid })
        .writes,
    ).toEqual([]);
  });

  it("says in the coverage how open choices were taken", () => {
    const { coverage } = checkBook({ book: exampleBook(["RX1", "RX3"]), settings: DEFAULT_SETTINGS });
    const remarks = new Map(coverage.map(({ rule, remarks: said }) => [rule, said?.join() ?? ""]));
    expect(remarks.get("RX-03")).toContain("全部单位");
    expect(remarks.get("RX-05")).toContain("甲街道 140 件在两档之间，计入下一档，得 4.5 分");
    expect(remarks.get("RX-07")).toContain("按综合得分");
    expect(remarks.get("RX-10")).toContain("平均数");
    expect(
      verdictsOf(
        "RX-10",
        exampleBook(["RX3"], [["RX3", "甲街道", "H", 88.7]]),
        withChoice({ quarter: "recomputed" }).settings,
      ),
    ).toEqual(["="]);
  });
});
