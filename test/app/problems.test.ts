import { describe, expect, it } from "vitest";
import { highlightsOf } from "../../src/app/highlight-findings";
import { notChecked } from "../../src/app/not-checked";
import { DEFAULT_FILTER } from "../../src/app/problem-filter";
import { groupProblems, problemsOf } from "../../src/app/problem-groups";
import { cellsOf } from "../../src/app/problems";
import { tableOverview } from "../../src/app/table-overview";
import { roundingFindings } from "../../src/core/checking/rounding-findings";
import { a1 } from "../../src/core/model/cell";
import { groupName } from "../../src/app/problem-text";
import { placeText } from "../../src/app/figure-text";
import { at, CAUSE, figure, FINDINGS, NOT_EVALUATED, report, sampleReport, SHEETS } from "../support/sample-report";
import { amount } from "../../src/core/model/amount";

describe("problems", () => {
  it("puts each finding on exactly one card", () => {
    const ids = problemsOf(sampleReport()).flatMap(({ findings }) => findings.map(({ id }) => id));
    const rounding = roundingFindings(sampleReport().result).map(({ id }) => id);
    expect(rounding).toHaveLength(1);
    expect([...ids].sort()).toEqual(["f1", "f2", "f3", "f4", "f5", ...rounding].sort());
  });

  it("files a cause where the figure to correct stands", () => {
    const [problem] = problemsOf(sampleReport());
    expect(problem).toMatchObject({ id: "cause:f2", kind: "error", sheet: SHEETS.Z03, target: at(SHEETS.Z03, "C8") });
  });

  it("leads with the finding's own cell where several explanations remain", () => {
    const either = {
      ...CAUSE,
      findings: ["f1"],
      explanations: ["C7", "C22"].map((cell) => ({
        suspects: [{ figure: figure(SHEETS.Z06, cell, "1"), proposed: amount("2") }],
      })),
    };
    const [problem] = problemsOf(report({ findings: [FINDINGS.personnel], causes: [either] }));
    expect(problem && cellsOf(problem).map(a1)).toEqual(["C40", "C7", "C22"]);
    expect(problem?.target).toEqual(at(SHEETS.Z06, "C40"));
  });

  it("a finding two causes claim stays with the first", () => {
    const ids = problemsOf(
      report({ findings: [FINDINGS.row, FINDINGS.column], causes: [CAUSE, { ...CAUSE, id: "c2", findings: ["f3"] }] }),
    ).map(({ id }) => id);
    expect(ids).toEqual(["cause:f2"]);
  });

  it("a finding without a sheet is shown first of its severity", () => {
    const missing = { ...FINDINGS.personnel, id: "m", sheet: "", cells: [], message: "缺少公开05表" };
    const groups = groupProblems(report({ findings: [FINDINGS.personnel, missing] }), DEFAULT_FILTER);
    expect(groups.map(({ sheet }) => sheet)).toEqual(["", SHEETS.Z06]);
  });
});

describe("tables below one another on one sheet", () => {
  const sheet = "公开表";
  const base = sampleReport();
  const tables = new Map(
    (["Z01", "Z03"] as const).flatMap((key, index) => {
      const table = base.book.tables.get(key);
      const cell = at(sheet, `A${String(1 + 50 * index)}`);
      return table ? [[key, { ...table, sheet, title: { cell, text: key } }] as const] : [];
    }),
  );
  const book = {
    ...base.book,
    tables,
    sheets: (["Z01", "Z03"] as const).map((kind) => ({ name: sheet, kind, notes: [] })),
  };
  const found = (id: string, cells: string[]) => ({
    ...FINDINGS.line,
    id,
    sheet,
    cells: cells.map((cell) => at(sheet, cell)),
  });
  const stacked = {
    ...report({ findings: [found("upper", ["B7"]), found("lower", ["B60"]), found("nowhere", [])] }),
    book,
  };

  it("files each finding with the table its cell stands in, in their order", () => {
    const groups = groupProblems(stacked, DEFAULT_FILTER);
    expect(groups.map(({ table, problems }) => [table, problems.map(({ id }) => id)])).toEqual([
      ["Z01", ["upper", "nowhere"]],
      ["Z03", ["lower"]],
    ]);
    expect(groups.map((group) => groupName(group, book))).toEqual(["公开表 · 收入支出决算总表", "公开表 · 支出决算表"]);
  });

  it("names a cell by its own table", () => {
    expect(["B7", "B60"].map((cell) => placeText(book, at(sheet, cell)))).toEqual(["公开01表 · B7", "公开03表 · B60"]);
  });

  it("judges each table by what was found in it", () => {
    const broken = { ...found("e", ["B60"]), severity: "error" as const };
    const states = tableOverview({ ...report({ findings: [broken] }), book });
    expect(states.filter(({ count }) => count > 0).map(({ key, state }) => [key, state])).toEqual([
      ["Z01", "clean"],
      ["Z03", "error"],
    ]);
  });
});

describe("notChecked", () => {
  it("joins what a missing table prevents and counts what no reason was given for", () => {
    const bare = { ...NOT_EVALUATED, rule: "Z05-01", notEvaluated: 3, reasons: NOT_EVALUATED.reasons.slice(0, 1) };
    expect(notChecked([NOT_EVALUATED, bare]).map(({ count, reason, rules }) => [count, reason, rules])).toEqual([
      [3, "未找到公开05表", ["X-05", "Z05-01"]],
      [2, undefined, ["Z05-01"]],
    ]);
  });
});

describe("tableOverview", () => {
  it("has all nine tables, each by the worst thing said about it", () => {
    const states = tableOverview(report({ findings: [FINDINGS.reception, FINDINGS.line] })).map(({ key, state }) => [
      key,
      state,
    ]);
    expect(states).toEqual([
      ["Z01", "clean"],
      ["Z02", "missing"],
      ["Z03", "clean"],
      ["Z04", "missing"],
      ["Z05", "missing"],
      ["Z06", "verify"],
      ["SG", "missing"],
      ["JJ", "missing"],
      ["GZ", "missing"],
    ]);
  });
});

describe("highlightsOf", () => {
  it("marks a cell once: suspect before finding before related, the worst severity", () => {
    const both = { ...FINDINGS.reception, cells: FINDINGS.personnel.cells, related: FINDINGS.line.cells };
    const marks = highlightsOf(report({ findings: [both, FINDINGS.personnel, FINDINGS.line] }));
    expect(marks.map(({ cell, severity, role }) => [a1(cell), severity, role])).toEqual([
      ["C40", "error", "finding"],
      ["B33", "hint", "finding"],
    ]);
  });
});
