import { describe, expect, it } from "vitest";
import { openXlsx } from "../../../src/host/xlsx/xlsx-host";
import { schemaErrors } from "../../support/validate";
import { buildXlsx, type BuildOptions, type BuildSheet } from "../../support/xlsx-builder";
import { partsOf, partText, withPart } from "../../support/xlsx-parts";

const SHEET = "xl/worksheets/sheet1.xml";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const VALUES = [
  ["项目", "金额"],
  ["合计", 3],
  ["项", 1],
];
const source = (extra: Partial<BuildSheet> = {}, options: BuildOptions = {}): Uint8Array =>
  buildXlsx({ sheets: [{ name: "表", top: 0, left: 0, values: VALUES, ...extra }] }, options);

/** What users have on their sheets besides figures: how it is made, and what must stand in the copy as it was. */
interface Furniture {
  readonly bytes: Uint8Array;
  /** Part → text that must be kept to the letter. */
  readonly kept: Readonly<Record<string, string>>;
}

const inSheet = (find: RegExp, put: string, text: string): Furniture => ({
  bytes: withPart(source(), SHEET, (xml) => xml.replace(find, put)),
  kept: { [SHEET]: text },
});

const FROZEN =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
const FILTER =
  '<autoFilter ref="A1:B3"><filterColumn colId="0"><filters><filter val="合计"/></filters></filterColumn></autoFilter>';
const VALIDATION =
  '<dataValidations count="1"><dataValidation type="decimal" operator="greaterThan" allowBlank="1" sqref="B2:B3"><formula1>0</formula1></dataValidation></dataValidations>';
const NOTE = `<comments xmlns="${MAIN}"><authors><author>某人</author></authors><commentList><comment ref="B2" authorId="0"><text><t>核对过</t></text></comment></commentList></comments>`;
const TABLE = `<table xmlns="${MAIN}" id="1" name="明细" displayName="明细" ref="A1:B3" totalsRowShown="0"><autoFilter ref="A1:B3"/><tableColumns count="2"><tableColumn id="1" name="项目"/><tableColumn id="2" name="金额"/></tableColumns></table>`;
const related = (type: string, target: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/${type}" Target="${target}"/></Relationships>`;
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const FURNITURE: Readonly<Record<string, () => Furniture>> = {
  "frozen rows": () => inSheet(/<sheetViews>.*<\/sheetViews>|(?=<sheetData>)/s, FROZEN, "frozen"),
  "a filter": () => inSheet(/<\/sheetData>/, `</sheetData>${FILTER}`, FILTER),
  "grouped and hidden rows": () =>
    inSheet(/<row r="3"/, '<row r="3" outlineLevel="1" hidden="1"', 'r="3" outlineLevel="1" hidden="1"'),
  "data validation": () => ({ bytes: source({ trailing: VALIDATION }), kept: { [SHEET]: VALIDATION } }),
  "1904 dates": () => ({
    bytes: withPart(source(), "xl/workbook.xml", (xml) =>
      xml.includes("<workbookPr")
        ? xml.replace("<workbookPr", '<workbookPr date1904="1"')
        : xml.replace("<bookViews>", '<workbookPr date1904="1"/><bookViews>'),
    ),
    kept: { "xl/workbook.xml": 'date1904="1"' },
  }),
  notes: () => ({
    bytes: source(
      {},
      {
        parts: {
          "xl/comments1.xml": NOTE,
          "xl/worksheets/_rels/sheet1.xml.rels": related("comments", "../comments1.xml"),
        },
        contentTypes: { "/xl/comments1.xml": `${TYPE}.comments+xml` },
      },
    ),
    kept: { "xl/comments1.xml": NOTE, "xl/worksheets/_rels/sheet1.xml.rels": "../comments1.xml" },
  }),
  "one of Excel's tables": () => ({
    bytes: withPart(
      source(
        {},
        {
          parts: {
            "xl/tables/table1.xml": TABLE,
            "xl/worksheets/_rels/sheet1.xml.rels": related("table", "../tables/table1.xml"),
          },
          contentTypes: { "/xl/tables/table1.xml": `${TYPE}.table+xml` },
        },
      ),
      SHEET,
      (xml) =>
        xml.replace(
          "</worksheet>",
          `<tableParts count="1"><tablePart xmlns:r="${REL}" r:id="rId1"/></tableParts></worksheet>`,
        ),
    ),
    kept: { "xl/tables/table1.xml": TABLE, [SHEET]: "<tableParts" },
  }),
};

describe("what users have on their sheets besides figures", () => {
  it.each(Object.entries(FURNITURE))("%s: is kept to the letter in marked and filled copies", async (_, make) => {
    const { bytes, kept } = make();
    for (const [part, text] of Object.entries(kept)) expect(partText(bytes, part)).toContain(text);
    expect(await schemaErrors(bytes)).toEqual([]);

    const host = await openXlsx(bytes);
    expect((await host.read()).sheets[0]?.values).toEqual(VALUES);
    await host.write([{ cell: { sheet: "表", row: 2, column: 1 }, content: 3, isFormula: false }]);
    await host.highlight([{ cell: { sheet: "表", row: 1, column: 1 }, severity: "error", role: "suspect" }]);
    const saved = host.save();

    expect(await schemaErrors(saved)).toEqual([]);
    for (const [part, text] of Object.entries(kept)) expect(partText(saved, part), part).toContain(text);
    const lost = Object.keys(partsOf(bytes)).filter((part) => !(part in partsOf(saved)));
    expect(lost).toEqual([]);

    const again = await openXlsx(saved);
    expect((await again.read()).sheets[0]?.values).toEqual([VALUES[0], VALUES[1], ["项", 3]]);
    await again.clearHighlights();
    expect(partText(again.save(), SHEET)).not.toContain("conditionalFormatting");
  });
});
