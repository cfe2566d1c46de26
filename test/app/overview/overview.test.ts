import { describe, expect, it } from "vitest";
import { checkGrid } from "../../../src/app/check-workbook";
import { overviewHtml } from "../../../src/app/overview/html";
import type { CardSummary, CheckedWorkbook, WorkbookSummary } from "../../../src/app/overview/model";
import { buildOverview, verdictOf } from "../../../src/app/overview/overview";
import { overviewWorkbook } from "../../../src/app/overview/spreadsheet";
import { summariseWorkbook } from "../../../src/app/overview/summarise-workbook";
import type { Consolidation } from "../../../src/core/consolidation/model";
import { ZERO } from "../../../src/core/model/amount";
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

function checkedWorkbook(file: string, cards: readonly CardSummary[], patch: Partial<CheckedWorkbook> = {}) {
  const by = (kind: string): number => cards.filter((card) => card.kind === kind).length;
  const counts = {
    errors: by("error"),
    toFill: by("toFill"),
    verify: by("verify"),
    hints: by("hint"),
    violated: cards.length,
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
    findings: [],
    cards,
    notChecked: [],
    sheets: [],
    notEvaluated: {},
    ...patch,
  };
  return workbook;
}

const CARD: CardSummary = {
  kind: "error",
  cause: "certain",
  title: "本年收入合计应为 9.00，现为 10.00",
  sheet: "公开02表",
  cells: ["C7"],
  cellCount: 1,
  rule: "Z02-01",
  ruleTitle: "各行收入合计",
  basis: "部门决算管理办法",
  findings: [],
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
    const summary = (await rowsOf(bytes, "汇总")).slice(5, 205);
    const nameOf = (file: string): string => file.replace("各单位/", "");
    expect(summary.map((row) => [row[1], row[5], row[7], row[8]])).toEqual(
      overview.workbooks.map(({ file }) => [
        nameOf(file),
        count(file, "error"),
        count(file, "verify"),
        count(file, "hint"),
      ]),
    );
    const kinds: Readonly<Record<string, string>> = { 错误: "error", 待核实: "verify", 提示: "hint" };
    const sections = new Map<CellValue, string[]>();
    for (const [, file = null, word] of (await rowsOf(bytes, "问题明细")).slice(1)) {
      sections.set(file, [...(sections.get(file) ?? []), ...(kinds[String(word)] ? [kinds[String(word)]!] : [])]);
    }
    expect([...sections.keys()]).toEqual(overview.workbooks.map(({ file }) => nameOf(file)));
    for (const [file, list] of cards) expect(sections.get(nameOf(file))?.sort(), file).toEqual([...list].sort());
  });

  it("adds the cards up by rule and by cause, each card once", async () => {
    const bytes = overviewWorkbook(overview);
    const all = [...cards.values()].flat().length;
    for (const [sheet, column] of [
      ["按规则", 3],
      ["按原因", 2],
    ] as const) {
      const rows = (await rowsOf(bytes, sheet)).slice(1);
      expect(rows.reduce((sum, row) => sum + Number(row[column]), 0)).toBe(all);
    }
    const named = (await rowsOf(bytes, "按规则")).slice(1).map((row) => row[1]);
    expect(named.every((name) => String(name).length > 2)).toBe(true);
  });

  it("says it all on one page without scripts or other files", () => {
    const html = overviewHtml(overview);
    expect(html).not.toMatch(/<script|<link|<img|src=|https?:/i);
    expect(html.match(/<details/g)).toHaveLength(202);
    const marks = html.match(/<span class="mark (\w+)">/g) ?? [];
    expect(marks).toHaveLength([...cards.values()].flat().length);
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
    const card: CardSummary = {
      ...CARD,
      ...{ title: evil, detail: evil, sheet: evil, cells: [evil], item: evil, project: evil },
      ...{ expected: evil, actual: evil, difference: evil, ruleTitle: evil },
      explanation: { text: evil, stale: false },
    };
    const summaries: WorkbookSummary[] = [
      checkedWorkbook(evil, [card], {
        unitName: evil,
        notChecked: [{ count: 1, reason: evil, rules: [evil] }],
      }),
      { kind: "unread", file: `${evil}2`, reason: evil },
    ];
    const changes = { added: [card], remaining: [], mended: [card], unclear: [card] };
    const comparison = {
      workbooks: new Map([[evil, { cards: changes, findings: { added: [], remaining: [], mended: [], unclear: [] } }]]),
      missing: [evil],
      totals: { added: 1, remaining: 0, mended: 1, unclear: 1 },
    };
    const consolidation: Consolidation = {
      ...{ department: evil, file: evil, moneyUnit: "万元", units: 1, exact: 0, withinRounding: 0 },
      differences: [
        {
          ...{ table: "Z05", row: evil, column: evil, tableName: evil, rowName: evil, columnName: evil, sheet: evil },
          ...{ cell: evil, department: ZERO, units: ZERO, difference: ZERO },
          parts: [{ unit: evil, file: evil, sheet: evil, cell: evil, value: ZERO }],
          slip: { unit: evil, kind: "leftOut" },
        },
      ],
      ...{
        eliminated: [],
        eliminations: [],
        notCompared: [{ tableName: evil, reason: evil, count: 1 }],
        notes: [evil],
      },
    };
    const overview = buildOverview(summaries, NOW, { comparison, consolidation });

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
    ["an error", checkedWorkbook("a", [CARD]), "errors"],
    ["to be verified", checkedWorkbook("a", [{ ...CARD, kind: "verify" }]), "verify"],
    ["hints only", checkedWorkbook("a", [{ ...CARD, kind: "hint" }]), "hints"],
    ["something not evaluated", { ...none, counts: { ...none.counts, notEvaluated: 3 } }, "partly"],
    ["all held", none, "clean"],
  ])("%s", (_, workbook, verdict) => {
    expect(verdictOf(workbook)).toBe(verdict);
  });

  it("shows dashes, not zeros, for a workbook that was not checked, and puts it first", async () => {
    const summaries: WorkbookSummary[] = [
      checkedWorkbook("b.xlsx", [CARD, CARD]),
      { ...none, isEmpty: true },
      { kind: "unread", file: "c.xlsx", reason: "工作簿已损坏" },
    ];
    const rows = (await rowsOf(overviewWorkbook(buildOverview(summaries, NOW)), "汇总")).slice(5, 8);
    expect(rows.map((row) => [row[1], row[4], row[5]])).toEqual([
      ["c.xlsx", "未能读取", "—"],
      ["a.xlsx", "未认出决算公开表", "—"],
      ["b.xlsx", "有错误", 2],
    ]);
  });
});
