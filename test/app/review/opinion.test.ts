import { describe, expect, test } from "vitest";
import { checkGrid } from "../../../src/app/check-workbook";
import { compareRuns } from "../../../src/app/overview/compare-runs";
import { readEarlierRun, runAsJson } from "../../../src/app/overview/earlier-run";
import { summariseWorkbook } from "../../../src/app/overview/summarise-workbook";
import { opinionOn } from "../../../src/app/review/opinion";
import { opinionsAsDocx } from "../../../src/app/review/opinion-docx";
import { opinionsAsWorkbook } from "../../../src/app/review/opinion-sheets";
import { readDocx } from "../../../src/host/docx/read-docx";
import { openXlsx } from "../../../src/host/xlsx/xlsx-host";
import { schemaErrors } from "../../support/validate";
import { faultyWorkbooks } from "../overview/faulty-workbooks";

const WORKBOOKS = faultyWorkbooks(12, 5, 3).map(({ file, grid, cards }) => ({
  cards,
  summary: summariseWorkbook(file, checkGrid(grid)),
}));
const TIME = "2024-08-01 09:05";

describe("审核意见", () => {
  test("asks for everything the overview counts but hints, in its words", () => {
    for (const { cards, summary } of WORKBOOKS) {
      const { rows, lines } = opinionOn(summary);
      const asked = cards.filter((kind) => kind !== "hint");
      expect(rows, summary.file).toHaveLength(asked.length);
      const errors = asked.filter((kind) => kind === "error").length;
      expect(lines[0]).toContain(errors === 0 ? "未发现不符" : `${errors} 处错误，请改正`);
    }
  });

  test("names the figure, what it should be, what it is and the rule with its basis", () => {
    const { summary } = WORKBOOKS.find((workbook) => workbook.summary.cards.some(({ rule }) => rule === "SG-01"))!;
    const row = opinionOn(summary).rows.find(({ basis }) => basis.startsWith("SG-01"));
    expect(row).toMatchObject({
      category: "错误",
      place: "公开09表 财政拨款“三公”经费支出决算表 · K8、I8、E8",
      item: "决算数 公务用车运行维护费",
      expected: "46.92",
      actual: "56.92",
      outcome: "",
    });
    expect(row?.basis).toMatch(/^SG-01 “三公”经费合计（.+）$/);
  });

  test("says what was mended since the version sent before, what was not, and what is new", () => {
    const { summary } = WORKBOOKS.find(({ cards }) => cards.length > 2)!;
    const [first, ...others] = summary.cards;
    const now = {
      ...summary,
      cards: others,
      findings: summary.findings.map((finding, i) =>
        first!.findings.includes(i) ? { ...finding, message: "别的", cells: ["Z99"] } : finding,
      ),
    };
    const earlier = readEarlierRun(runAsJson([summary])) ?? [];
    const compared = compareRuns([now], earlier).workbooks.get(summary.file);
    const opinion = opinionOn(now, compared);
    expect(opinion.lines.at(-1)).toMatch(/与上次送审相比：改好 1 处，未改 \d+ 处，新增 0 处。/);
    expect(opinion.mended).toEqual([expect.stringContaining(first!.title)]);
    expect(new Set(opinion.rows.map(({ outcome }) => outcome))).toEqual(new Set(["上次已提出，未改"]));
  });

  test("is a sound Word document with a table a unit, and a sound workbook with a sheet a unit", async () => {
    const opinions = WORKBOOKS.map(({ summary }) => opinionOn(summary));
    const docx = opinionsAsDocx(opinions, TIME);
    expect(await schemaErrors(docx, "docx")).toEqual([]);
    const { document } = readDocx(docx);
    const tables = document.blocks.filter(({ kind }) => kind === "table");
    expect(tables).toHaveLength(opinions.filter(({ rows }) => rows.length > 0).length);
    const xlsx = opinionsAsWorkbook(opinions, TIME);
    expect(await schemaErrors(xlsx)).toEqual([]);
    const { sheets } = await (await openXlsx(xlsx)).read();
    expect(sheets).toHaveLength(opinions.length);
    expect(new Set(sheets.map(({ name }) => name.toLowerCase())).size).toBe(opinions.length);
    for (const [i, { values }] of sheets.entries()) {
      expect(values.filter((row) => row[1] === "错误" || row[1] === "待核实")).toHaveLength(opinions[i]!.rows.length);
    }
  });
});
