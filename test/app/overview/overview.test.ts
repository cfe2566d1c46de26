import { describe, expect, it } from "vitest";
import { checkGrid } from "../../../src/app/check-workbook";
import { overviewHtml } from "../../../src/app/overview/html";
import type { CheckedWorkbook, FindingSummary, WorkbookSummary } from "../../../src/app/overview/model";
import { buildOverview, verdictOf } from "../../../src/app/overview/overview";
import { overviewWorkbook } from "../../../src/app/overview/spreadsheet";
import { summariseWorkbook } from "../../../src/app/overview/summarise-workbook";
import type { CellValue } from "../../../src/core/model/grid";
import { openXlsx } from "../../../src/host/xlsx/xlsx-host";
import { schemaErrors } from "../../support/validate";
import { partsOf, partText } from "../../support/xlsx-parts";
import { faultyWorkbooks, shortForm } from "./faulty-workbooks";

const NOW = new Date(2024, 7, 1, 9, 5);

/** Rows of a sheet of the overview workbook, as a spreadsheet program would read it. */
async function rowsOf(bytes: Uint8Array, name: string): Promise<readonly (readonly CellValue[])[]> {
  const { sheets } = await (await openXlsx(bytes)).read();
  return sheets.find((sheet) => sheet.name === name)!.values;
}

function checkedWorkbook(file: string, findings: readonly FindingSummary[], patch: Partial<CheckedWorkbook> = {}) {
  const by = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  const counts = {
    errors: by("error"),
    toFill: findings.filter(({ kind }) => kind === "toFill").length,
    verify: by("verify"),
    hints: by("hint"),
    violated: findings.length,
    exact: 10,
    withinRounding: 1,
    notEvaluated: 0,
  };
  const workbook: CheckedWorkbook = {
    kind: "checked",
    file,
    unitName: "某某局",
    year: 2022,
    moneyUnit: "万元",
    isEmpty: false,
    counts,
    suspects: 0,
    findings,
    notChecked: [],
    sheets: [],
    notEvaluated: {},
    ...patch,
  };
  return workbook;
}

const FINDING: FindingSummary = {
  rule: "Z02-01",
  severity: "error",
  kind: "error",
  sheet: "公开02表",
  cells: ["C7"],
  message: "本年收入合计比各项之和多 1.00 万元",
  suspect: [],
};

describe("overview of 200 workbooks with known faults", () => {
  const workbooks = faultyWorkbooks(200, 4);
  const summaries = workbooks.map(({ file, grid }) => summariseWorkbook(file, checkGrid(grid)));
  const overview = buildOverview(summaries, NOW);
  const known = new Map(workbooks.map(({ file, known: list }) => [file, list]));
  const cards = new Map(workbooks.map(({ file, cards: list }) => [file, list]));
  const count = (file: string, severity: string): number => cards.get(file)!.filter((one) => one === severity).length;

  it("lists exactly the known findings of each, and adds them up", () => {
    const listed = new Map(
      overview.workbooks.map((workbook) => [
        workbook.file,
        workbook.kind === "checked" ? workbook.findings.map(shortForm).sort() : [],
      ]),
    );
    for (const [file, list] of known) expect(listed.get(file), file).toEqual(list);
    const all = [...cards.values()].flat();
    const total = (severity: string): number => all.filter((one) => one === severity).length;
    expect(overview.totals).toMatchObject({
      workbooks: 200,
      unread: 0,
      errors: total("error"),
      verify: total("verify"),
      hints: total("hint"),
      withErrors: [...known.values()].filter((list) => list.some((line) => line.startsWith("error"))).length,
    });
  });

  it("puts the worst first", () => {
    const ranks = overview.workbooks.map(({ file }) => count(file, "error") * 1000 + count(file, "verify"));
    expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
    expect(ranks[0]).toBeGreaterThan(ranks.at(-1)!);
  });

  it("writes the same lists into a sound workbook, one section after the other", async () => {
    const bytes = overviewWorkbook(overview);
    expect(await schemaErrors(bytes)).toEqual([]);
    const summary = (await rowsOf(bytes, "汇总")).slice(4, 204);
    expect(summary.map((row) => [row[1], row[5], row[7], row[8]])).toEqual(
      overview.workbooks.map(({ file }) => [file, count(file, "error"), count(file, "verify"), count(file, "hint")]),
    );
    const severities: Readonly<Record<string, string>> = { 错误: "error", 待核实: "verify", 提示: "hint" };
    const sections = new Map<CellValue, string[]>();
    for (const [, file = null, word, sheet, cells, , , , , , , rule] of (await rowsOf(bytes, "问题明细")).slice(1)) {
      const severity = severities[String(word)];
      const line = `${severity} ${String(rule)} ${String(sheet).slice(2, 4)} ${String(cells)}`;
      sections.set(file, [...(sections.get(file) ?? []), ...(severity === undefined ? [] : [line])]);
    }
    expect([...sections.keys()]).toEqual(overview.workbooks.map(({ file }) => file));
    for (const [file, list] of known) expect(sections.get(file)?.sort(), file).toEqual(list);
  });

  it("says it all on one page without scripts or other files", () => {
    const html = overviewHtml(overview);
    expect(html).not.toMatch(/<script|<link|<img|src=|https?:/i);
    expect(html.match(/<details/g)).toHaveLength(200);
    const marks = html.match(/<span class="mark (\w+)">/g) ?? [];
    expect(marks).toHaveLength([...known.values()].flat().length);
  });
});

describe("texts from workbooks", () => {
  const EVIL = [
    '=HYPERLINK("http://a","b")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "]]>&amp;\u0001_x0041_'",
  ];

  it.each(EVIL)("stay text in the workbook and on the page: %j", async (evil) => {
    const finding: FindingSummary = {
      ...FINDING,
      sheet: evil,
      cells: [evil],
      message: evil,
      expected: evil,
      actual: evil,
      difference: evil,
      project: evil,
      suspect: [{ sheet: evil, cell: evil, value: evil }],
      explanation: { text: evil, stale: false },
    };
    const summaries: WorkbookSummary[] = [
      checkedWorkbook(evil, [finding], {
        unitName: evil,
        notChecked: [{ count: 1, reason: evil, rules: [evil] }],
      }),
      { kind: "unread", file: `${evil}2`, reason: evil },
    ];
    const comparison = {
      workbooks: new Map([[evil, { added: [finding], remaining: [], mended: [finding], unclear: [finding] }]]),
      missing: [evil],
      totals: { added: 1, remaining: 0, mended: 1, unclear: 1 },
    };
    const overview = buildOverview(summaries, NOW, comparison);

    const bytes = overviewWorkbook(overview);
    expect(await schemaErrors(bytes)).toEqual([]);
    const grid = await (await openXlsx(bytes)).read();
    expect(grid.sheets.flatMap((sheet) => sheet.formulas?.flat() ?? []).filter((formula) => formula)).toEqual([]);
    expect(grid.sheets.flatMap((sheet) => sheet.values.flat())).toContain(evil);
    for (const name of Object.keys(partsOf(bytes)).filter((part) => part.startsWith("xl/worksheets/"))) {
      expect(/<f[ >]/.test(partText(bytes, name)), name).toBe(false);
    }
    // Typed over in Excel such a text stays text as well: its style carries the mark that an apostrophe leaves.
    const isMarked = partText(bytes, "xl/styles.xml").includes('quotePrefix="1"');
    expect(isMarked).toBe(/^[=+\-@\t]/.test(evil));

    const html = overviewHtml(overview);
    expect(html).not.toMatch(/<script|<img|onerror=alert\(1\)>/);
    expect(html).toContain("default-src 'none'");
  });
});

describe("verdicts", () => {
  const none = checkedWorkbook("a.xlsx", []);
  it.each<[string, WorkbookSummary, string]>([
    ["not read", { kind: "unread", file: "a", reason: "" }, "unread"],
    ["no table recognised, though no error was found", { ...none, isEmpty: true }, "empty"],
    ["an error", checkedWorkbook("a", [FINDING]), "errors"],
    ["to be verified", checkedWorkbook("a", [{ ...FINDING, severity: "verify" }]), "verify"],
    ["hints only", checkedWorkbook("a", [{ ...FINDING, severity: "hint" }]), "hints"],
    ["something not evaluated", { ...none, counts: { ...none.counts, notEvaluated: 3 } }, "partly"],
    ["all held", none, "clean"],
  ])("%s", (_, workbook, verdict) => {
    expect(verdictOf(workbook)).toBe(verdict);
  });

  it("shows dashes, not zeros, for a workbook that was not checked, and puts it first", async () => {
    const summaries: WorkbookSummary[] = [
      checkedWorkbook("b.xlsx", [FINDING, FINDING]),
      { ...none, isEmpty: true },
      { kind: "unread", file: "c.xlsx", reason: "工作簿已损坏" },
    ];
    const rows = (await rowsOf(overviewWorkbook(buildOverview(summaries, NOW)), "汇总")).slice(4, 7);
    expect(rows.map((row) => [row[1], row[4], row[5]])).toEqual([
      ["c.xlsx", "未能读取", "—"],
      ["a.xlsx", "未认出决算公开表", "—"],
      ["b.xlsx", "有错误", 2],
    ]);
  });
});
