import { describe, expect, it } from "vitest";
import { HostError } from "../../../src/host/errors";
import { openXlsx } from "../../../src/host/xlsx/xlsx-host";
import { fileTroubleText } from "../../../src/text/host-errors";
import { schemaErrors } from "../../support/validate";
import { buildXlsx, type BuildOptions, type BuildSheet } from "../../support/xlsx-builder";
import { partsOf, partText, withoutPart, withPart } from "../../support/xlsx-parts";
import { parseXml } from "../../support/xml-tree";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const SHEETS: readonly BuildSheet[] = [
  {
    name: "表",
    top: 0,
    left: 0,
    values: [
      ["合计", 3],
      ["项", 1],
    ],
    formulas: [[null, "=B2+2"]],
  },
];
const source = (options: BuildOptions = {}): Uint8Array => buildXlsx({ sheets: SHEETS }, options);
const styled = (xml: string): Uint8Array => withPart(source(), "xl/styles.xml", xml);
const workbook = (change: (xml: string) => string, options: BuildOptions = {}): Uint8Array =>
  withPart(source(options), "xl/workbook.xml", change);
const sheet = (change: (xml: string) => string): Uint8Array => withPart(source(), "xl/worksheets/sheet1.xml", change);
const FONT = '<fonts count="1"><font><sz val="9"/><name val="Arial"/></font></fonts>';

/** What programs leave out or write short, and Excel opens all the same. */
const SOURCES: Readonly<Record<string, () => Uint8Array>> = {
  "styles: one empty element": () => styled(`<styleSheet xmlns="${MAIN}"/>`),
  "styles: one empty element with a prefix": () => styled(`<x:styleSheet xmlns:x="${MAIN}" />`),
  "styles: a pair of tags without children": () => styled(`<styleSheet xmlns="${MAIN}"></styleSheet>`),
  "styles: no cellXfs": () => styled(`<styleSheet xmlns="${MAIN}">${FONT}</styleSheet>`),
  "styles: empty cellXfs": () => styled(`<styleSheet xmlns="${MAIN}">${FONT}<cellXfs count="0"/></styleSheet>`),
  "styles: cellXfs without content": () =>
    styled(`<styleSheet xmlns="${MAIN}">${FONT}<cellXfs></cellXfs></styleSheet>`),
  "styles: cellXfs alone": () =>
    styled(`<styleSheet xmlns="${MAIN}"><cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>`),
  "styles: every list empty": () =>
    styled(
      `<styleSheet xmlns="${MAIN}">${[
        "numFmts",
        "fonts",
        "fills",
        "borders",
        "cellStyleXfs",
        "cellXfs",
        "cellStyles",
        "dxfs",
      ]
        .map((list) => `<${list}/>`)
        .join("")}</styleSheet>`,
    ),
  "styles: related but missing": () => withoutPart(source(), "xl/styles.xml"),
  "styles: neither related nor there": () =>
    withPart(
      withPart(withoutPart(source(), "xl/styles.xml"), "[Content_Types].xml", (xml) =>
        xml.replace(/<Override PartName="\/xl\/styles.xml"[^>]*>/, ""),
      ),
      "xl/_rels/workbook.xml.rels",
      (xml) => xml.replace(/<Relationship [^>]*styles[^>]*>/, ""),
    ),
  "styles: there but not related": () =>
    withPart(source(), "xl/_rels/workbook.xml.rels", (xml) => xml.replace(/<Relationship [^>]*styles[^>]*>/, "")),
  "strict, without styles": () =>
    withPart(
      withPart(withoutPart(source({ strict: true }), "xl/styles.xml"), "[Content_Types].xml", (xml) =>
        xml.replace(/<Override PartName="\/xl\/styles.xml"[^>]*>/, ""),
      ),
      "xl/_rels/workbook.xml.rels",
      (xml) => xml.replace(/<Relationship [^>]*styles[^>]*>/, ""),
    ),
  "workbook: empty definedNames": () => workbook((xml) => xml.replace("<calcPr", "<definedNames/><calcPr")),
  "workbook: empty definedNames with a prefix": () =>
    workbook((xml) => xml.replace("<x:calcPr", "<x:definedNames /><x:calcPr"), { prefix: "x" }),
  "workbook: definedNames without content": () =>
    workbook((xml) => xml.replace("<calcPr", "<definedNames></definedNames><calcPr")),
  "workbook: no calcPr": () => workbook((xml) => xml.replace(/<calcPr[^>]*>/, "")),
  "sheet: empty sheetData": () => sheet((xml) => xml.replace(/<sheetData>.*<\/sheetData>/s, "<sheetData/>")),
  "sheet: rows without cells": () =>
    sheet((xml) => xml.replace(/<sheetData>.*<\/sheetData>/s, '<sheetData><row r="1"/><row r="2"></row></sheetData>')),
};

/** Everything a copy can get: cells, a fill in a format of its own, marks, state, a sheet of ours, twice. */
async function workedOn(bytes: Uint8Array): Promise<Uint8Array> {
  const cell = (row: number, column: number) => ({ sheet: "表", row, column });
  const once = await openXlsx(bytes);
  await once.write([
    { cell: cell(0, 1), content: 2.5, isFormula: false, numberFormat: '0.00"万"' },
    { cell: cell(3, 3), content: "=不是公式", isFormula: false },
  ]);
  await once.highlight([{ cell: cell(0, 1), severity: "error", role: "suspect" }]);
  await once.saveState("{}");
  const parameters = (figure: number) => ({
    name: "情况说明参数",
    rows: [
      [
        { content: "项", bold: true },
        { content: figure, numberFormat: "0.00%" },
      ],
    ],
  });
  await once.putSheet(parameters(1));
  const again = await openXlsx(once.save());
  await again.putSheet(parameters(2));
  return again.save();
}

describe("a copy of a file that leaves out what Excel does without", () => {
  it.each(Object.entries(SOURCES))("%s: is well-formed and valid, and can be renewed", async (_, make) => {
    const saved = await workedOn(make());
    for (const [name, part] of Object.entries(partsOf(saved))) {
      if (/\.(?:xml|rels)$/.test(name)) parseXml(new TextDecoder().decode(part));
    }
    expect(await schemaErrors(saved)).toEqual([]);
    const reopened = await openXlsx(saved);
    const cells = [
      { sheet: "表", row: 0, column: 1 },
      { sheet: "情况说明参数", row: 0, column: 1 },
    ];
    expect(await reopened.readCells(cells)).toMatchObject([
      { content: 2.5, numberFormat: '0.00"万"' },
      { content: 2, numberFormat: "0.00%" },
    ]);
    expect(await reopened.clearHighlights()).toMatchObject({ cells: 1 });
    expect(partText(reopened.save(), "xl/worksheets/sheet1.xml")).not.toContain("决算公开助手:");
  });

  it("keeps the look of cells without a format: the first format stays the default one", async () => {
    const saved = await workedOn(styled(`<styleSheet xmlns="${MAIN}"/>`));
    const untouched = await (await openXlsx(saved)).readCells([{ sheet: "表", row: 1, column: 1 }]);
    expect(untouched).toMatchObject([{ content: 1, numberFormat: "General" }]);
    const styles = parseXml(partText(saved, "xl/styles.xml"));
    const [fonts] = styles.children.filter(({ name }) => name === "fonts");
    expect(fonts?.children[0]?.children.map(({ name }) => name)).not.toContain("b");
  });
});

describe("a package whose contents nothing points to", () => {
  it.each(["_rels/.rels", "xl/_rels/workbook.xml.rels"])("says so of a missing %s", async (part) => {
    const error: unknown = await openXlsx(withoutPart(source(), part)).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(HostError);
    expect(error).toMatchObject({ code: "damaged" });
    expect(fileTroubleText(error as HostError).happened).toContain("关系文件");
  });

  it("still calls a .zip of other things what it is", async () => {
    const zip = withoutPart(withoutPart(source(), "_rels/.rels"), "xl/workbook.xml");
    await expect(openXlsx(zip)).rejects.toMatchObject({ code: "notAWorkbook", detail: { format: "zip" } });
  });
});
