import { describe, expect, it } from "vitest";
import { checkBook } from "../../../../src/core/checking/check-book";
import { DEFAULT_SETTINGS } from "../../../../src/core/checking/settings";
import { planFill } from "../../../../src/core/filling/plan-fill";
import { buildExample } from "../../../../src/core/learning/examples/build";
import type { CellEdit } from "../../../../src/core/learning/examples/model";
import { a1 } from "../../../../src/core/model/cell";
import { readBook } from "../../../../src/core/reading/read-book";
import { gridOf } from "../../reading/grid-of";
import { levelColumns, luozhuang2021, zaozhuangScored } from "../../qa/evaluation-tables";

type Kind = "RX1" | "RX3";

/** What is said, by cell, of a sheet with bad input: findings, and what could not be checked. */
function said(kind: Kind, edits: readonly CellEdit[]): { readonly found: readonly string[]; readonly open: string } {
  const grid = buildExample(
    { rule: "", story: "", excerpts: [{ sheet: kind }], setup: edits, slip: [] },
    "broken",
  ).current;
  const book = readBook(grid);
  const result = checkBook({ book, settings: DEFAULT_SETTINGS });
  const own = result.coverage.filter(({ rule }) => rule.startsWith("RX"));
  // The rest still runs: nothing fails, and most units are judged all the same.
  expect(own.flatMap(({ reasons }) => reasons).filter(({ fault }) => fault !== undefined)).toEqual([]);
  expect(own.reduce((count, row) => count + row.satisfied + row.withinRounding, 0)).toBeGreaterThan(8);
  planFill(book, result, { settings: DEFAULT_SETTINGS, grid });
  return {
    found: result.findings
      .filter(({ rule }) => rule.startsWith("RX"))
      .map(({ rule, cells, message }) => `${rule} ${cells.map(a1).join()} ${message}`),
    open: own.flatMap(({ reasons }) => reasons.map(({ reason }) => reason)).join("\n"),
  };
}

describe("bad input of the hotline's sheets is said by cell, and the rest still runs", () => {
  it("a rate above 100 %", () => {
    const { found } = said("RX1", [["RX1", "己局", "F", "108%"]]);
    expect(found.find((text) => text.startsWith("RX-09"))).toContain("F9");
    expect(found.find((text) => text.startsWith("RX-09"))).toContain("108% 不在 0 至 100% 之间");
  });

  it("a rate above 100 % among figures like 0.96", () => {
    const rates: readonly CellEdit[] = ["甲街道", "乙街道", "丙街道", "丁镇", "庚局"].map((unit) => [
      "RX1",
      unit,
      "F",
      0.9,
    ]);
    const { found } = said("RX1", [...rates, ["RX1", "己局", "F", 1.08]]);
    expect(found.find((text) => text.startsWith("RX-09"))).toContain(
      "F9 “己局”服务过程满意率 1.08 不在 0 至 100% 之间",
    );
  });

  it("more overdue than received", () => {
    const { found } = said("RX1", [["RX1", "庚局", "E", 12]]);
    expect(found[0]).toContain("N10");
    expect(found.join("\n")).toContain("超期办理工单数 12 多于承办工单数 10");
  });

  it("a unit without class", () => {
    const { found, open } = said("RX1", [["RX1", "丙街道", "C", null]]);
    expect(found.join("\n")).toContain("RX-09 C6 “丙街道”没有类别");
    expect(open).toContain("“丙街道”没有类别，名次未核对");
  });

  it("a unit in two classes", () => {
    const { found } = said("RX1", [["RX1", "庚局", "B", "甲街道"]]);
    expect(found.join("\n")).toContain("RX-09 B10 “甲街道”列了两次，类别分别为街道和部门");
  });

  it("months without a score", () => {
    const blank: readonly CellEdit[] = ["C", "D", "E", "F", "H", "I"].map((column) => ["RX3", "甲街道", column, null]);
    const { found } = said("RX3", blank);
    expect(found.filter((text) => text.includes("甲街道"))).toEqual([]);
    const { open } = said("RX3", [...blank, ["RX3", "甲街道", "F", 90]]);
    expect(open).toContain("“甲街道”各月都没有得分，季度得分未核对");
  });

  it("tied last places: both are named, with the tie", () => {
    const { found } = said("RX3", [
      ["RX3", "甲街道", "H", 86],
      ["RX3", "甲街道", "I", 1],
    ]);
    expect(found.join("\n")).toContain("RX-12 K3 “甲街道”为街道类末位，提示栏应写明书面整改报告（得分并列，都应写）");
  });

  it("a count that is a text, a score that is a text", () => {
    const { found, open } = said("RX1", [
      ["RX1", "丁镇", "D", "七十"],
      ["RX1", "乙街道", "R", "九十六"],
    ]);
    expect(found.join("\n")).toContain("RX-09 D7 “丁镇”承办工单数“七十”不是数字");
    expect(open).toContain("R5");
  });

  it("a table cut in the middle", () => {
    const cut = buildExample({ rule: "", story: "", excerpts: [{ sheet: "RX1" }], slip: [] }, "broken").current;
    const sheets = cut.sheets.map((sheet) => ({
      ...sheet,
      values: sheet.values.slice(0, 6).map((row) => row.slice(0, 15)),
    }));
    const book = readBook({ sheets });
    const { coverage, findings } = checkBook({ book, settings: DEFAULT_SETTINGS });
    expect(book.hotline[0]?.kind).toBe("RX1");
    const open = coverage.flatMap(({ reasons }) => reasons.map(({ reason }) => reason)).join("\n");
    expect(open).toContain("没有工单办理考核得分栏");
    expect(findings.filter(({ rule }) => /^RX-0[1267]/.test(rule))).toEqual([]);
  });
});

describe("bad input of score tables", () => {
  const findings = (text: string, merges?: readonly { top: number; bottom: number; left: number; right: number }[]) => {
    const sheet = { ...gridOf(text), ...(merges ? { merges } : {}) };
    const book = readBook({ sheets: [sheet] });
    const result = checkBook({ book, settings: DEFAULT_SETTINGS });
    return {
      found: result.findings.map(({ rule, severity, cells }) => `${rule} ${severity} ${cells.map(a1).join()}`),
      open: result.coverage
        .filter(({ rule }) => rule.startsWith("PJ"))
        .flatMap(({ reasons }) => reasons.map(({ reason }) => reason))
        .join("\n"),
      book,
    };
  };
  const ofPj = (found: readonly string[]): readonly string[] => found.filter((text) => text.startsWith("PJ"));

  it("a weight as text", () => {
    const { found, open } = findings(zaozhuangScored.replace("按时|按时|10|10", "按时|按时|十分|10"));
    expect(ofPj(found).filter((text) => text.includes("error"))).toEqual([]);
    expect(open).toContain("H6");
  });

  it("broken brackets", () => {
    const { found, book } = findings(luozhuang2021.replace("决策（15 分）", "决策（15 分"));
    expect(ofPj(found)).toEqual([]);
    expect(book.scoreTables[0]?.roots[0]?.weight?.value.toString()).toBe("15");
  });

  it("levels merged downwards and blank below", () => {
    const merges = [
      { top: 3, bottom: 7, left: 0, right: 0 },
      { top: 3, bottom: 7, left: 1, right: 1 },
      { top: 4, bottom: 5, left: 2, right: 2 },
    ];
    const { found, book } = findings(levelColumns, merges);
    expect(ofPj(found)).toEqual(ofPj(findings(levelColumns).found));
    expect(book.scoreTables[0]?.roots.map(({ children }) => children.length)).toEqual([3, 3, 2]);
  });

  it("a table cut in the middle: what is missing is to be verified, no error", () => {
    const cut = levelColumns.split("\n").slice(0, -6).join("\n");
    const { found } = findings(cut);
    expect(ofPj(found).filter((text) => text.includes("error"))).toEqual([]);
    expect(ofPj(found).join()).toContain("PJ-01 verify");
  });
});
