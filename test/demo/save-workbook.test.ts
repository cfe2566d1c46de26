// @vitest-environment jsdom
import { expect, it } from "vitest";
import { openWorkbook } from "../../src/demo/opened-workbook";
import { savedWorkbook } from "../../src/demo/save-workbook";
import { ConditionalFormatModel } from "../../src/emulator/model/conditional-format-model";
import { BY_ADDIN } from "../../src/emulator/model/events";
import { highlightFormula } from "../../src/host/highlight-style";
import { OWN_SHEET_FORMULA, OWN_SHEET_MARK } from "../../src/host/own-sheet";
import { stateXml } from "../../src/host/state-part";
import { openXlsx } from "../../src/host/xlsx/xlsx-host";
import { buildXlsx } from "../support/xlsx-builder";
import { partsOf, partText } from "../support/xlsx-parts";

const file = () =>
  buildXlsx({
    sheets: [
      {
        name: "表1",
        top: 0,
        left: 0,
        values: [
          ["合计", 30],
          ["其中", 10],
          ["备注", "旧"],
        ],
        formulas: [
          [null, "=B2+20"],
          [null, null],
          [null, null],
        ],
      },
    ],
  });
const cell = (row: number, column: number) => ({ top: row, left: column, bottom: row, right: column });

it("saves what changed and gives an untouched workbook back byte for byte", async () => {
  const bytes = file();
  expect(await savedWorkbook(await openWorkbook("a.xlsx", bytes))).toEqual(bytes);
});

it("keeps edits, the add-in's highlights, sheets and state across saving and opening", async () => {
  const opened = await openWorkbook("a.xlsx", file());
  const { model } = opened;
  const sheet = model.sheets[0]!;
  model.enter(sheet, cell(1, 1), [[12.5]]);
  model.enter(sheet, cell(2, 1), [[""]]);
  model.enter(sheet, cell(4, 0), [["=B2*2"]]);
  const formula = highlightFormula({ severity: "error", role: "suspect" });
  sheet.conditionalFormats.push(new ConditionalFormatModel({ type: "Custom", ranges: [cell(1, 1)], formula }));
  model.enter(model.addSheet("清单", BY_ADDIN), cell(0, 0), [["第一条"]], BY_ADDIN);
  model.addXmlPart(stateXml('{"reasons":1}'));

  const host = await openXlsx(await savedWorkbook(opened));
  const { sheets } = await host.read();
  expect(sheets.map(({ name }) => name)).toEqual(["表1", "清单"]);
  expect(sheets[0]?.values[1]).toEqual(["其中", 12.5]);
  expect(sheets[0]?.values[2]?.[1] ?? null).toBeNull();
  expect(sheets[0]?.formulas?.[4]?.[0]).toBe("=B2*2");
  expect(sheets[1]?.values[0]).toEqual(["第一条"]);
  expect(await host.loadState()).toBe('{"reasons":1}');
  expect(await host.clearHighlights()).toMatchObject({ cells: 1 });
});

it("keeps the widths, looks and print set-up of the add-in's sheets", async () => {
  const opened = await openWorkbook("a.xlsx", file());
  const sheet = opened.model.addSheet("核查报告", BY_ADDIN);
  sheet.names.set(OWN_SHEET_MARK, { formula: OWN_SHEET_FORMULA, visible: false });
  opened.model.enter(sheet, cell(0, 0), [["标题"]], BY_ADDIN);
  sheet.setStyle(0, 0, { bold: true });
  const page = { Orientation: "Landscape", PrintTitleRows: "$1:$2" };
  sheet.layout = { columnWidths: { 0: 65.25 }, page };
  const saved = await savedWorkbook(opened);
  const xml = partText(saved, "xl/worksheets/sheet2.xml");
  expect(/<col [^>]*width="([\d.]+)"/.exec(xml)?.[1]).toMatch(/^12/);
  expect(xml).toContain('orientation="landscape"');
  expect(partText(saved, "xl/workbook.xml")).toContain("'核查报告'!$1:$2");
  expect(partText(saved, "xl/styles.xml")).toContain("<b/>");
  // It stays the add-in's own.
  await (await openXlsx(saved)).putSheet({ name: "核查报告", rows: [] });
});

it("keeps the charts of the add-in's sheets", async () => {
  const opened = await openWorkbook("a.xlsx", file());
  const sheet = opened.model.addSheet("图表", BY_ADDIN);
  const place = { top: 0, left: 3, bottom: 18, right: 10 };
  const source = { top: 0, left: 0, bottom: 1, right: 1 };
  opened.model.enter(
    sheet,
    source,
    [
      ["项目", "金额"],
      ["甲", 1],
    ],
    BY_ADDIN,
  );
  const chart = { type: "Doughnut", source, seriesBy: "Columns", look: {} };
  sheet.addChart({ ...chart, name: "图1", title: "收入结构", place });
  sheet.addChart({ ...chart, name: "图2", title: "没有位置" });
  const saved = await savedWorkbook(opened);
  expect(partText(saved, "xl/charts/chart1.xml")).toMatch(/doughnutChart.*'图表'!\$B\$2</s);
  expect(Object.keys(partsOf(saved)).filter((name) => name.startsWith("xl/charts/"))).toHaveLength(1);
});
