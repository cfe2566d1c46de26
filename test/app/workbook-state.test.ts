import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  EMPTY_STATE,
  explain,
  explanationOf,
  parseState,
  serialiseState,
  type WorkbookState,
} from "../../src/app/workbook-state";
import { explanationKey } from "../../src/app/explanations/finding-key";
import { DEFAULT_SETTINGS } from "../../src/core/checking/settings";
import { amount } from "../../src/core/model/amount";
import { keptNote } from "../../src/text/zh";
import { FINDINGS, PERSONNEL, report, SHEETS, term } from "../support/sample-report";

const { book } = report({});
const NOW = new Date("2023-07-31T01:05:00Z");

describe("state kept in the workbook", () => {
  it("comes back as it was written", async () => {
    const settings = { ...DEFAULT_SETTINGS, overAchievement: amount("0.5") };
    const state: WorkbookState = {
      ...explain(EMPTY_STATE, FINDINGS.reception, book, " 含上年未结算费用 ", NOW),
      reasons: { "income.growth": "主要是人员增加" },
      settings,
      live: true,
      fillMode: "values",
      templates: { wording: { file: "本市.txt", text: "" } },
    };
    expect(await parseState(serialiseState(state))).toEqual({ kind: "ready", state });
  });

  it.each([
    ["nothing kept", undefined, { kind: "ready", state: EMPTY_STATE }],
    ["blank", " ", { kind: "ready", state: EMPTY_STATE }],
    ["a newer version", '{"version":2,"x":1}', { kind: "newer", version: 2 }],
    ["no JSON", "{", { kind: "unreadable" }],
    ["no object", "[1]", { kind: "unreadable" }],
    ["no version", "{}", { kind: "unreadable" }],
    [
      "entries of another shape",
      '{"version":1,"explanations":{"a":1,"b":{"text":2}},"reasons":{"c":3},"settings":{"grades":{}},"fillMode":"x","live":1}',
      {
        kind: "ready",
        state: EMPTY_STATE,
        rejected: ["explanations", "reasons", "overAchievement", "grades", "fillMode", "live"],
      },
    ],
    ["a version before the first", '{"version":0}', { kind: "unreadable" }],
    [
      "parts of another shape",
      '{"version":1,"explanations":[],"reasons":"x","settings":[]}',
      { kind: "ready", state: EMPTY_STATE, rejected: ["explanations", "reasons", "overAchievement", "grades"] },
    ],
  ] as const)("%s", async (_, text, expected) => {
    expect(await parseState(text)).toEqual(expected);
  });
});

describe("thresholds that were kept and cannot be used", () => {
  const GRADES = { excellent: "90", good: "80", fair: "60" };
  const parsed = (settings: unknown) => parseState(JSON.stringify({ version: 1, settings }));

  it.each([
    ["over-achievement of 0", { overAchievement: "0", grades: GRADES }, ["overAchievement"]],
    ["negative over-achievement", { overAchievement: "-0.3", grades: GRADES }, ["overAchievement"]],
    ["percent written for a fraction", { overAchievement: "30", grades: GRADES }, ["overAchievement"]],
    ["no number", { overAchievement: "三成", grades: GRADES }, ["overAchievement"]],
    ["not finite", { overAchievement: "Infinity", grades: GRADES }, ["overAchievement"]],
    ["another type", { overAchievement: { value: 1 }, grades: GRADES }, ["overAchievement"]],
    ["grades upside down", { overAchievement: "0.3", grades: { excellent: "60", good: "80", fair: "90" } }, ["grades"]],
    ["a grade above 100", { overAchievement: "0.3", grades: { ...GRADES, excellent: "900" } }, ["grades"]],
    ["a grade missing", { overAchievement: "0.3", grades: { excellent: "90", good: "80" } }, ["grades"]],
    ["grades as a list", { overAchievement: "0.3", grades: [90, 80, 60] }, ["grades"]],
  ])("%s: the defaults hold, and it is said", async (_, settings, rejected) => {
    expect(await parsed(settings)).toEqual({
      kind: "ready",
      state: { ...EMPTY_STATE, settings: DEFAULT_SETTINGS },
      rejected,
    });
  });

  it("leave the others as they are kept, numbers written without quotes too", async () => {
    const found = await parsed({ overAchievement: 0.5, grades: { excellent: "x" } });
    expect(found).toEqual({
      kind: "ready",
      state: { ...EMPTY_STATE, settings: { ...DEFAULT_SETTINGS, overAchievement: amount("0.5") } },
      rejected: ["grades"],
    });
    expect(keptNote(found)).toBe("工作簿中保存的各等级的最低分有误，未采用，按默认处理。");
  });

  it("never crash, whatever stands there", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), fc.jsonValue({ maxDepth: 3 }), async (settings, explanations) => {
        const found = await parseState(JSON.stringify({ version: 1, settings, explanations }));
        if (found.kind !== "ready") throw new Error(found.kind);
        const { overAchievement, grades } = found.state.settings ?? DEFAULT_SETTINGS;
        expect(overAchievement.gt(0) && overAchievement.lte(10)).toBe(true);
        expect(grades.excellent.gt(grades.good) && grades.good.gt(grades.fair)).toBe(true);
      }),
    );
  });
});

describe("explanations", () => {
  it.each([
    ["without words", { text: " ", figures: "", writtenAt: "2023-07-31T01:05:00Z" }],
    ["without a time", { text: "已核实", figures: "", writtenAt: "昨天" }],
  ])("%s settle nothing, and it is said", async (_, written) => {
    const found = await parseState(JSON.stringify({ version: 1, explanations: { a: written } }));
    expect(found).toEqual({ kind: "ready", state: EMPTY_STATE, rejected: ["explanations"] });
  });

  const explained = explain(EMPTY_STATE, FINDINGS.personnel, book, "四舍五入", NOW);

  it("holds as long as the figures stay, and is asked for again when one changes", () => {
    expect(explanationOf(explained, FINDINGS.personnel, book)).toMatchObject({ text: "四舍五入", stale: false });
    const changed = { ...PERSONNEL, left: [term("人员经费合计", SHEETS.Z06, "C40", "4863.80")] };
    expect(explanationOf(explained, { ...FINDINGS.personnel, identity: changed }, book)).toMatchObject({
      text: "四舍五入",
      stale: true,
    });
  });

  it("survives a renamed sheet, but not another cell or rule", () => {
    const renamed = {
      ...FINDINGS.personnel,
      cells: FINDINGS.personnel.cells.map((cell) => ({ ...cell, sheet: "改名后的表" })),
    };
    const table = book.tables.get("Z06")!;
    const renamedBook = { ...book, tables: new Map([["Z06", { ...table, sheet: "改名后的表" }]] as const) };
    expect(explanationKey(renamed, renamedBook)).toBe(explanationKey(FINDINGS.personnel, book));
    expect(explanationOf(explained, FINDINGS.row, book)).toBeUndefined();
    expect(explanationOf(explained, { ...FINDINGS.personnel, rule: "Z06-01" }, book)).toBeUndefined();
  });

  it("is taken away by a blank text", () => {
    expect(explain(explained, FINDINGS.personnel, book, "  ", NOW)).toEqual(EMPTY_STATE);
  });
});
