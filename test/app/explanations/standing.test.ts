import { describe, expect, it } from "vitest";
import type { CheckReport } from "../../../src/app/check-report";
import { checkGrid } from "../../../src/app/check-workbook";
import { listExplanations, withExplanations } from "../../../src/app/explanations/standing";
import { highlightsOf } from "../../../src/app/highlight-findings";
import { DEFAULT_FILTER } from "../../../src/app/problem-filter";
import { groupProblems } from "../../../src/app/problem-groups";
import { EMPTY_STATE, explain, type WorkbookState } from "../../../src/app/workbook-state";
import { cellKey, type CellAddress } from "../../../src/core/model/cell";
import type { Finding } from "../../../src/core/model/finding";
import type { SheetGrid, WorkbookGrid } from "../../../src/core/model/grid";
import { figureAt, type ColumnKey, type TableKey } from "../../../src/core/model/table";
import { caseGrid, CASE_NAMES, loadCase } from "../../support/cases";
import { changedGrid } from "../../support/changes";

const NOW = new Date("2023-07-31T01:05:00Z");

/** A published case with things to verify in several tables: 三公 beyond its budget, balances and figures as text. */
const ZIBO = ((): WorkbookGrid => {
  const grid = caseGrid(loadCase("2022-zibo"));
  const { tables } = checkGrid(grid).book;
  const cellOf = (key: TableKey, row: string, column: ColumnKey): CellAddress =>
    figureAt(tables.get(key)!, row, column)!.cell;
  return changedGrid(grid, [
    { cell: cellOf("SG", "final", "reception"), content: 0.01 },
    { cell: cellOf("SG", "budget", "vehicleOperation"), content: 0.02 },
    { cell: cellOf("Z04", "income.opening", "amount"), content: 9_999_999 },
    { cell: cellOf("Z02", "201", "fiscal"), content: "1,225.21" },
    { cell: cellOf("Z03", "201", "project"), content: -3.123 },
  ]);
})();

const toVerify = ({ result }: CheckReport): readonly Finding[] =>
  result.findings.filter(({ severity, withinRounding }) => severity === "verify" && !withinRounding);

/** Whether no cause takes the finding in: it has a card of its own. */
const isAlone = ({ causes }: CheckReport, id: string): boolean =>
  causes.every(({ findings }) => !findings.includes(id));

/** The state with every finding to verify explained by its own id. */
const explainAll = (report: CheckReport): WorkbookState =>
  toVerify(report).reduce(
    (state, finding) => explain(state, finding, report.book, `说明 ${finding.id}`, NOW),
    EMPTY_STATE,
  );

const mapped = (grid: WorkbookGrid, change: (sheet: SheetGrid) => SheetGrid): WorkbookGrid => ({
  sheets: grid.sheets.map(change),
});

/** Changes of the workbook that change no figure. */
const HARMLESS: Readonly<Record<string, (grid: WorkbookGrid) => WorkbookGrid>> = {
  "saving and reopening": (grid) => grid,
  "renaming every sheet": (grid) => {
    let n = 0;
    return mapped(grid, (sheet) => ({ ...sheet, name: `表${String((n += 1))}` }));
  },
  "inserting a line above every table": (grid) => mapped(grid, (sheet) => ({ ...sheet, top: sheet.top + 1 })),
  "inserting a column before every table": (grid) => mapped(grid, (sheet) => ({ ...sheet, left: sheet.left + 1 })),
  "moving the sheets": (grid) => ({ sheets: [...grid.sheets].reverse() }),
};

it("there is something to verify in tables and forms, by identities and otherwise", () => {
  const rules = new Set(toVerify(checkGrid(ZIBO)).map(({ rule }) => rule));
  expect([...rules].sort()).toEqual(expect.arrayContaining(["F-04", "F-05", "SG-02", "X-09", "ZP-12"]));
});

describe("explanations", () => {
  it.each(CASE_NAMES)("of %s: each finds its own finding", (name) => {
    const report = checkGrid(caseGrid(loadCase(name)));
    const state = explainAll(report);
    const { explanations } = withExplanations(report, state);
    expect(toVerify(report).length).toBeGreaterThan(0);
    expect([...(explanations ?? [])].map(([id, { text }]) => [id, text])).toEqual(
      toVerify(report).map(({ id }) => [id, `说明 ${id}`]),
    );
  });

  it.each(Object.entries(HARMLESS))("survive %s", (_, change) => {
    const state = explainAll(checkGrid(ZIBO));
    const report = checkGrid(change(ZIBO));
    const explained = withExplanations(report, state);
    expect(
      toVerify(report)
        .filter(({ id }) => !explained.explanations?.has(id))
        .map(({ message }) => message),
    ).toEqual([]);
    expect(explained.counts).toMatchObject({ verify: 0, explained: report.counts.verify });
    expect(listExplanations(report, state).map(({ standing }) => standing)).not.toContain("gone");
  });

  it("are asked for again where a figure changed, the others stay", () => {
    const before = checkGrid(ZIBO);
    const state = explainAll(before);
    const finding = toVerify(before).find(({ id, identity }) => identity && isAlone(before, id))!;
    const { cell, raw } = finding.identity!.right[0]!.figure;
    const total = figureAt(before.book.tables.get("SG")!, "final", "total")!;
    const after = checkGrid(
      changedGrid(ZIBO, [
        { cell, content: Number(raw) + 1 },
        { cell: total.cell, content: Number(total.raw) + 1 },
      ]),
    );
    const { explanations, counts } = withExplanations(after, state);
    const again = toVerify(after).find(({ id }) => id === finding.id);
    expect(again).toBeDefined();
    expect(explanations?.has(finding.id)).toBe(false);
    expect(counts.verify).toBeGreaterThan(0);
    expect(counts.verify + (counts.explained ?? 0)).toBe(after.counts.verify);
    expect(listExplanations(after, state).find((entry) => entry.finding?.id === finding.id)?.standing).toBe("stale");
  });

  it("of findings that are gone stay listed, with what they were about", () => {
    const before = checkGrid(ZIBO);
    const state = explainAll(before);
    const after = checkGrid({ sheets: ZIBO.sheets.slice(0, 1) });
    const gone = listExplanations(after, state).filter(({ standing }) => standing === "gone");
    expect(gone.length).toBeGreaterThan(0);
    for (const { explanation, finding } of gone) {
      expect(finding).toBeUndefined();
      expect(toVerify(before).map(({ message }) => message)).toContain(explanation.about);
    }
  });

  it("settle nothing that must hold", () => {
    const report = checkGrid(caseGrid(loadCase("2020-zaozhuang")));
    const error = report.result.findings.find(({ severity }) => severity === "error")!;
    const { counts } = withExplanations(report, explain(EMPTY_STATE, error, report.book, "无妨", NOW));
    expect(counts).toEqual(report.counts);
  });

  it("show as 已说明, can be filtered, and take the marks off the cells", () => {
    const report = checkGrid(ZIBO);
    const finding = toVerify(report).find(({ id }) => isAlone(report, id))!;
    const explained = withExplanations(report, explain(EMPTY_STATE, finding, report.book, "已核实", NOW));
    const kinds = (filter: typeof DEFAULT_FILTER): readonly string[] =>
      groupProblems(explained, filter)
        .flatMap(({ problems }) => problems)
        .filter(({ id }) => id === finding.id)
        .map(({ kind }) => kind);
    expect(kinds(DEFAULT_FILTER)).toEqual(["explained"]);
    expect(kinds({ ...DEFAULT_FILTER, explained: false })).toEqual([]);
    const others = new Set(
      report.result.findings.filter((f) => f !== finding).flatMap((f) => [...f.cells, ...f.related].map(cellKey)),
    );
    const own = finding.cells.map(cellKey).filter((key) => !others.has(key));
    const marked = new Set(highlightsOf(explained).map(({ cell }) => cellKey(cell)));
    expect(own.filter((key) => marked.has(key))).toEqual([]);
    expect(highlightsOf(report).length).toBeGreaterThanOrEqual(marked.size);
  });

  it("that were taken away count no more", () => {
    const report = checkGrid(ZIBO);
    const explained = withExplanations(report, explainAll(report));
    expect(withExplanations(explained, EMPTY_STATE).counts).toMatchObject({ ...report.counts, explained: 0 });
  });
});
