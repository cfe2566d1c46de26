import { editionOf } from "../../../src/core/editions";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, it } from "vitest";
import {
  draftWorkbook,
  makeParameterSheet,
  saveReasons,
  type DraftOptions,
} from "../../../src/app/narrative/draft-workbook";
import { chartSheet, narrativeSheet } from "../../../src/app/narrative/sheets";
import type { CellValue } from "../../../src/core/model/grid";
import { draftAsText } from "../../../src/core/narrative/rendering/plain-text";
import { caseGrid, loadCase } from "../../support/cases";
import { MemoryHost } from "../../support/memory-host";

const options: DraftOptions = {
  readAsset: async (name) =>
    new Uint8Array(await readFile(fileURLToPath(new URL(`../../../assets/templates/${name}`, import.meta.url)))),
};
const SHEET = "情况说明参数";
const REASON = "原因.收支总计.比上年";

let host: MemoryHost;
beforeEach(() => {
  host = new MemoryHost(caseGrid(loadCase("2022-zibo")));
});

/** Fills in the line of a key, as a clerk does. */
async function fillIn(key: string, value: CellValue): Promise<void> {
  const sheet = (await host.read()).sheets.find(({ name }) => name === SHEET);
  const row = sheet?.values.findIndex((cells) => cells[5] === key) ?? -1;
  if (row < 0) throw new Error(`no line for ${key}`);
  host.edit({ sheet: SHEET, row, column: 3 }, value);
}

async function valueOf(key: string): Promise<CellValue | undefined> {
  const sheet = (await host.read()).sheets.find(({ name }) => name === SHEET);
  return sheet?.values.find((cells) => cells[5] === key)?.[3];
}

describe("drafting in a workbook", () => {
  it("works before there is a parameter sheet: everything that stands in the tables is said", async () => {
    const { draft, hasParameterSheet } = await draftWorkbook(host, options);
    expect(hasParameterSheet).toBe(false);
    expect(draftAsText(draft)).toContain("2022年度收、支总计均为10839.03万元");
    expect(draft.missing.parameters.length).toBeGreaterThan(40);
  });

  it("takes what the clerk fills in", async () => {
    const before = (await makeParameterSheet(host, options)).draft.missing.parameters.length;
    await fillIn("上年.收支总计", "10,056.43");
    const { draft, notes } = await draftWorkbook(host, options);
    expect(draftAsText(draft)).toContain("各增加782.6万元，增长7.78%");
    expect(draft.missing.parameters.length).toBe(before - 1);
    expect(notes).toEqual([]);
  });

  it("leads a figure that was filled in to its cell", async () => {
    await makeParameterSheet(host, options);
    await fillIn("机关运行经费", 465.03);
    const { draft } = await draftWorkbook(host, options);
    const spans = draft.sections.flatMap((section) => section.paragraphs.flatMap((paragraph) => paragraph.spans));
    const figure = spans.find((span) => span.kind === "figure" && span.key === "机关运行经费.金额");
    expect(figure).toMatchObject({ text: "465.03", cells: [{ sheet: SHEET, column: 3 }] });
  });

  it("keeps everything when the parameter sheet is made again, also what could not be taken", async () => {
    await makeParameterSheet(host, options);
    await fillIn("上年.收支总计", 10056.43);
    await fillIn("政府采购支出总额", "约200万");
    const { notes } = await makeParameterSheet(host, options);
    expect(notes.map((note) => note.code)).toEqual(["parameterInvalid"]);
    expect(await valueOf("上年.收支总计")).toBe(10056.43);
    expect(await valueOf("政府采购支出总额")).toBe("约200万");
  });

  it("keeps reasons in the workbook and says them", async () => {
    await makeParameterSheet(host, options);
    await fillIn("上年.收支总计", 10056.43);
    const { draft } = await saveReasons(host, new Map([[REASON, "人员增加"]]), options);
    expect(draftAsText(draft)).toContain("增长7.78%。主要是人员增加。");
    expect(await valueOf(REASON)).toBe("人员增加");
    const removed = await saveReasons(host, new Map([[REASON, " "]]), options);
    expect(removed.draft.missing.reasons.map((blank) => blank.key)).toContain(REASON);
  });

  it("writes the text to a sheet that a later draft does not take for a table", async () => {
    const { draft } = await draftWorkbook(host, options);
    const sheet = narrativeSheet(draft);
    await host.putSheet(sheet);
    expect(sheet.rows.map((row) => row[0]?.content)).toContain("一、收入支出决算总体情况说明");
    expect(draftAsText((await draftWorkbook(host, options)).draft)).toBe(draftAsText(draft));
  });

  it("asks for the year where no sheet states one, and then writes that year's edition", async () => {
    const grid = caseGrid(loadCase("2020-zaozhuang"));
    const undated = (cell: CellValue): CellValue =>
      typeof cell === "string" ? cell.replace(/20\d\d\s*年/g, "") : cell;
    host = new MemoryHost({
      sheets: grid.sheets.map((sheet) => ({ ...sheet, values: sheet.values.map((row) => row.map(undated)) })),
    });
    const { draft } = await makeParameterSheet(host, options);
    expect(draft.warnings).toEqual(["工作簿没有写明年度，按各表的公开表号取2020至2021年的表样起草"]);
    await fillIn("年度", 2020);
    const dated = await draftWorkbook(host, options);
    expect([dated.draft.edition.id, dated.draft.sections.length, dated.draft.warnings]).toEqual(["2020", 11, []]);
  });

  it("keeps formulas on the parameter sheet that do not lean on its own lines", async () => {
    await makeParameterSheet(host, options);
    await fillIn("上年.收支总计", 10056.43);
    const { lines } = await draftWorkbook(host, options);
    const formulas = ["='公开01表 收入支出决算总表'!C7*0.9", "=SUM(D4:D5)*1.1"];
    const cells = ["上年.收入合计", "上年.财政拨款收入"].map((key) => lines.get(key)!);
    await host.write(cells.map((cell, i) => ({ cell, content: formulas[i]!, isFormula: true, result: 7 + i })));
    await makeParameterSheet(host, options);
    expect((await host.readCells(cells)).map((state) => state.content)).toEqual([formulas[0], 8]);
  });

  it("writes a reason into its line alone, and makes the sheet only where there is no line", async () => {
    await makeParameterSheet(host, options);
    await fillIn("上年.收支总计", 10056.43);
    const { draft } = await makeParameterSheet(host, options);
    expect(draft.missing.reasons.map((blank) => blank.key)).toContain(REASON);
    host.fail("putSheet", "protected");
    await saveReasons(host, new Map([[REASON, "人员增加"]]), options);
    expect(await valueOf(REASON)).toBe("人员增加");
  });

  it("takes another edition where the user chooses one", async () => {
    const { draft } = await draftWorkbook(host, { ...options, edition: editionOf(2020) });
    expect([draft.edition.id, draft.sections.length, draft.warnings]).toEqual(["2020", 11, []]);
  });

  it("lays 图1–图6 out on a sheet, each chart over its own figures", async () => {
    await makeParameterSheet(host, options);
    await fillIn("上年.收支总计", 10056.43);
    const { draft } = await draftWorkbook(host, options);
    const { rows, charts = [] } = chartSheet(draft);
    expect(charts.map(({ title }) => title.slice(0, 2))).toEqual(["图1", "图2", "图3", "图6"]);
    for (const { title, data } of charts) {
      expect(rows[data.top - 1]?.[0]?.content).toBe(title);
      expect(rows[data.top]?.map(({ content }) => content)).toEqual(["项目", "金额（万元）"]);
      expect(rows.slice(data.top + 1, data.bottom + 1).every((row) => typeof row[1]?.content === "number")).toBe(true);
      expect(rows[data.bottom + 1]).toEqual([]);
    }
    expect(rows.flat().map(({ content }) => content)).toContain("未能绘制：上年财政拨款收支总计未填");
  });

  it("passes on the host's errors", async () => {
    host.fail("putSheet", "protected");
    await expect(makeParameterSheet(host, options)).rejects.toMatchObject({ code: "protected" });
  });
});
