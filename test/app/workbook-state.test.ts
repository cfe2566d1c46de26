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
import { FINDINGS, PERSONNEL, report, SHEETS, term } from "../support/sample-report";

const { book } = report({});
const NOW = new Date("2023-07-31T01:05:00Z");

describe("state kept in the workbook", () => {
  it("comes back as it was written", () => {
    const settings = { ...DEFAULT_SETTINGS, overAchievement: amount("0.5") };
    const state: WorkbookState = {
      ...explain(EMPTY_STATE, FINDINGS.reception, book, " 含上年未结算费用 ", NOW),
      reasons: { "income.growth": "主要是人员增加" },
      settings,
      live: true,
      fillMode: "values",
    };
    expect(parseState(serialiseState(state))).toEqual({ kind: "ready", state });
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
      '{"version":1,"explanations":{"a":1,"b":{"text":2}},"reasons":{"c":3},"settings":{"grades":{}},"fillMode":"x"}',
      { kind: "ready", state: EMPTY_STATE },
    ],
  ] as const)("%s", (_, text, expected) => {
    expect(parseState(text)).toEqual(expected);
  });
});

describe("explanations", () => {
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
