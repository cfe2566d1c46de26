import { describe, expect, it } from "vitest";
import type { Highlight } from "../../../src/host/port";
import { openXlsx } from "../../../src/host/xlsx/xlsx-host";
import { caseGrid, loadCase } from "../../support/cases";
import { schemaErrors } from "../../support/validate";
import { buildXlsx, type BuildOptions, type BuildSheet } from "../../support/xlsx-builder";
import { partsOf, partText, withPart } from "../../support/xlsx-parts";

const at = (sheet: string, row: number, column: number) => ({ sheet, row, column });

/** A workbook with much that we do not touch: charts, rules, validation, other custom parts, unknown extensions. */
const RICH_SHEETS: readonly BuildSheet[] = [
  {
    name: "表",
    top: 0,
    left: 0,
    values: [
      [1, 2, 3],
      [4, 5, 9],
      [7, 8, 15],
    ],
    sharedFormulas: [{ range: { top: 0, left: 2, bottom: 2, right: 2 }, formula: "=A1+B1" }],
    chartOf: "表!$A$1:$A$3",
    conditionalFormats: [{ range: "A1:B3", formula: "$A1>3", fill: "00FF00" }],
    style: (row) => (row === 1 ? { fill: "FFEEAA", bold: true } : undefined),
  },
  { name: "其他", top: 0, left: 0, values: [["不动"]], merges: [{ top: 2, left: 0, bottom: 3, right: 1 }] },
];
const RICH_OPTIONS: BuildOptions = {
  calcChain: true,
  parts: {
    "xl/media/image1.png": Uint8Array.from([137, 80, 78, 71, 1, 2, 3]),
    "customXml/item1.xml": '<别的 xmlns="urn:other">x</别的>',
  },
  workbookRelationships:
    '<Relationship Id="rIdOther" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item1.xml"/>',
};
const rich = (options: BuildOptions = {}): Uint8Array =>
  buildXlsx({ sheets: RICH_SHEETS }, { ...RICH_OPTIONS, ...options });

/** Names of the parts that differ. */
function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [a, b] = [partsOf(before), partsOf(after)];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((name) => Buffer.compare(a[name] ?? new Uint8Array([0]), b[name] ?? new Uint8Array([0])) !== 0)
    .sort();
}

describe("writing into a file", () => {
  it("saves an untouched workbook byte for byte part by part", async () => {
    const source = rich();
    expect(changedParts(source, (await openXlsx(source)).save())).toEqual([]);
  });

  it("touches the sheet, and the workbook to ask for calculation, and nothing else", async () => {
    const source = rich();
    const host = await openXlsx(source);
    await host.write([{ cell: at("表", 0, 0), content: 10, isFormula: false }]);
    const saved = host.save();
    expect(changedParts(source, saved)).toEqual(["xl/workbook.xml", "xl/worksheets/sheet1.xml"]);
    expect(partText(saved, "xl/workbook.xml")).toContain('fullCalcOnLoad="1"');
    expect(partText(saved, "xl/worksheets/sheet1.xml")).toBe(
      partText(source, "xl/worksheets/sheet1.xml").replace('<c r="A1"><v>1</v></c>', '<c r="A1"><v>10</v></c>'),
    );
  });

  it("gives the others of a shared formula their own text when its first cell is overwritten", async () => {
    const host = await openXlsx(rich());
    await host.write([{ cell: at("表", 0, 2), content: 3, isFormula: false }]);
    const saved = host.save();
    const cells = await (await openXlsx(saved)).readCells([at("表", 0, 2), at("表", 1, 2), at("表", 2, 2)]);
    expect(cells.map((cell) => cell.content)).toEqual([3, "=A2+B2", "=A3+B3"]);
    expect(Object.keys(partsOf(saved))).not.toContain("xl/calcChain.xml");
    expect(partText(saved, "[Content_Types].xml")).not.toContain("calcChain");
    expect(partText(saved, "xl/_rels/workbook.xml.rels")).not.toContain("calcChain");
    expect(await schemaErrors(saved)).toEqual([]);
  });

  it("keeps the looks of a cell and of a row or column that a new cell falls into", async () => {
    const source = withPart(buildXlsx({ sheets: RICH_SHEETS.slice(1) }), "xl/worksheets/sheet1.xml", (xml) =>
      xml
        .replace("<sheetData>", '<cols><col min="5" max="6" width="9" style="1"/></cols><sheetData>')
        .replace("</sheetData>", '<row r="9" s="2" customFormat="1"/></sheetData>'),
    );
    const styled = withPart(source, "xl/styles.xml", (xml) =>
      xml.replace(
        /<cellXfs.*<\/cellXfs>/,
        '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>',
      ),
    );
    const host = await openXlsx(styled);
    const cells = [at("其他", 6, 4), at("其他", 8, 4), at("其他", 6, 7)];
    await host.write(cells.map((cell) => ({ cell, content: 1, isFormula: false })));
    expect((await host.readCells(cells)).map((state) => state.numberFormat)).toEqual(["0.00%", "#,##0.00", "General"]);
    expect(await schemaErrors(host.save())).toEqual([]);
  });

  it.each([
    ["inside a merged area", at("其他", 3, 1)],
    ["inside an array formula", at("表", 1, 1)],
  ])("refuses a cell %s", async (_, cell) => {
    const source = withPart(rich(), "xl/worksheets/sheet1.xml", (xml) =>
      xml.replace('<c r="B1"><v>2</v></c>', '<c r="B1"><f t="array" ref="B1:B2">A1:A2</f><v>2</v></c>'),
    );
    const host = await openXlsx(source);
    await expect(host.write([{ cell, content: 1, isFormula: false }])).rejects.toMatchObject({
      code: "notWritable",
      detail: { cells: [cell] },
    });
    await expect(host.write([{ cell: at("其他", 2, 0), content: 1, isFormula: false }])).resolves.toBeDefined();
  });

  const WRITERS: Record<string, BuildOptions> = {
    Excel: {},
    "prefixed elements": { prefix: "x", calcChain: false },
    "no references": { withoutReferences: true },
    "inline strings, absolute targets": { strings: "inline", absoluteTargets: true },
  };
  it.each(Object.entries(WRITERS))("yields a sound file from one written by: %s", async (_, options) => {
    const host = await openXlsx(rich(options));
    await host.write([
      { cell: at("表", 0, 1), content: "一 & <二>\u0007_x0041_", isFormula: false },
      { cell: at("表", 1, 6), content: "=1+1", isFormula: false },
      { cell: at("表", 2, 0), content: null, isFormula: false },
      { cell: at("表", 5, 3), content: "=SUM(A1:B3)", isFormula: true, result: 12, numberFormat: '0.0"万"' },
      { cell: at("其他", 40, 0), content: false, isFormula: false, numberFormat: "0.00%" },
    ]);
    await host.highlight([
      { cell: at("表", 0, 1), severity: "error", role: "suspect" },
      { cell: at("表", 1, 6), severity: "hint", role: "related" },
      { cell: at("其他", 0, 0), severity: "verify", role: "finding" },
    ]);
    await host.saveState('{"a":1}');
    await host.putSheet({
      name: "新表 & 1",
      rows: [
        [
          { content: "a", bold: true },
          { content: 1, numberFormat: "0.0" },
        ],
      ],
      widths: [9],
    });
    const saved = host.save();
    expect(await schemaErrors(saved)).toEqual([]);
    const reopened = await openXlsx(saved);
    const grid = await reopened.read();
    expect(grid.skipped).toBeUndefined();
    expect(grid.sheets.map((sheet) => sheet.name)).toEqual(["表", "其他", "新表 & 1"]);
    expect(grid.sheets[0]?.values[0]?.[1]).toBe("一 & <二>\u0007_x0041_");
    expect(grid.sheets[0]?.values[5]?.[3]).toBe(12);
    expect(await reopened.loadState()).toBe('{"a":1}');
    expect(partText(saved, "customXml/item1.xml")).toBe(RICH_OPTIONS.parts?.["customXml/item1.xml"]);
  });

  it("gives the same bytes for the same work", async () => {
    const once = async (): Promise<Uint8Array> => {
      const host = await openXlsx(rich());
      await host.write([{ cell: at("表", 0, 0), content: 2, isFormula: false }]);
      await host.saveState("x");
      return host.save();
    };
    expect(Buffer.compare(await once(), await once())).toBe(0);
  });
});

describe("highlights in a file", () => {
  const marks: Highlight[] = [
    { cell: at("表", 0, 0), severity: "error", role: "finding" },
    { cell: at("表", 1, 1), severity: "verify", role: "related" },
  ];

  it("touch the sheet and the style sheet only, and leave both as they were", async () => {
    const source = rich();
    const host = await openXlsx(source);
    await host.highlight(marks);
    expect(changedParts(source, host.save())).toEqual(["xl/styles.xml", "xl/worksheets/sheet1.xml"]);
    const reopened = await openXlsx(host.save());
    await reopened.clearHighlights();
    expect(changedParts(source, reopened.save())).toEqual([]);
  });

  it("are told from the user's own rules, also where a program put both into one element", async () => {
    const host = await openXlsx(rich());
    await host.highlight([marks[0]!]);
    const merged = withPart(host.save(), "xl/worksheets/sheet1.xml", (xml) => {
      const rule = /<cfRule(?:(?!<cfRule).)*决算公开助手.*?<\/cfRule>/.exec(xml)?.[0] ?? "";
      return xml
        .replace(/<conditionalFormatting[^>]*><cfRule(?:(?!<cfRule).)*决算公开助手.*?<\/conditionalFormatting>/, "")
        .replace(
          "</cfRule></conditionalFormatting>",
          `</cfRule>${rule.replace(/"决算/, "&quot;决算")}</conditionalFormatting>`,
        );
    });
    expect(partText(merged, "xl/worksheets/sheet1.xml").match(/<cfRule/g)).toHaveLength(2);
    const reopened = await openXlsx(merged);
    expect(await reopened.clearHighlights()).toMatchObject({ cells: 6 });
    const left = partText(reopened.save(), "xl/worksheets/sheet1.xml");
    expect(left).not.toContain("决算公开助手");
    expect(left).toContain("$A1&gt;3");
  });

  it("leave a conditional format alone that only mentions us", async () => {
    const source = buildXlsx({
      sheets: [
        {
          ...RICH_SHEETS[0]!,
          conditionalFormats: [{ range: "A1", formula: '$A1="决算公开助手:error:finding"', fill: "FF0000" }],
        },
      ],
    });
    const host = await openXlsx(source);
    expect(await host.clearHighlights()).toMatchObject({ cells: 0 });
    expect(changedParts(source, host.save())).toEqual([]);
  });
});

it("keeps a nine-table workbook sound and quick through check-sized work", async () => {
  const grid = caseGrid(loadCase("2022-zibo"));
  const bytes = buildXlsx(grid);
  const start = performance.now();
  const host = await openXlsx(bytes);
  await host.read();
  expect(performance.now() - start).toBeLessThan(500);
  await host.highlight(
    grid.sheets.flatMap(({ name }) =>
      Array.from({ length: 40 }, (_, i): Highlight => ({
        cell: at(name, i, i % 5),
        severity: "error",
        role: "finding",
      })),
    ),
  );
  expect(await schemaErrors(host.save())).toEqual([]);
});
