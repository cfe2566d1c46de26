import { describe, expect, it } from "vitest";
import { fullAddress, parseAddress, rangeText, WHOLE_SHEET } from "../../src/emulator/model/addresses";
import { interpretEntry } from "../../src/emulator/model/cell-input";
import type { WorkbookContents } from "../../src/emulator/model/content";
import type { WorkbookEvent } from "../../src/emulator/model/events";
import { WorkbookModel } from "../../src/emulator/model/workbook-model";

describe("entries", () => {
  it.each([
    ["12", "General", 12, null],
    ["1,234.5", "General", 1234.5, null],
    ["-3", "General", -3, null],
    ["5%", "General", 0.05, null],
    ["TRUE", "General", true, null],
    ["'007", "General", "007", null],
    ["007", "@", "007", null],
    [7, "@", "7", null],
    ["=A1", "General", null, "=A1"],
    ["=A1", "@", "=A1", null],
    ["'=A1", "General", "=A1", null],
    ["=", "General", "=", null],
    ["", "General", null, null],
    ["1-2", "General", "1-2", null],
  ] as const)("%s in a cell of format %s", (entry, format, value, formula) => {
    expect(interpretEntry(entry, format)).toEqual({ value, formula });
  });
});

describe("addresses", () => {
  it.each(["A1", "C7:F9", "A:C", "2:5", "XFD1048576"])("%s is written as it was read", (text) => {
    expect(rangeText(parseAddress(text).range)).toBe(text);
  });

  it.each([
    ["收入", "收入!A1"],
    ["公开01表 收入", "'公开01表 收入'!A1"],
    ["it's", "'it''s'!A1"],
    ["1表", "'1表'!A1"],
    ["A1", "'A1'!A1"],
  ])("sheet %s", (name, address) => {
    const range = { top: 0, left: 0, bottom: 0, right: 0 };
    expect(fullAddress(name, range)).toBe(address);
    expect(parseAddress(address)).toEqual({ sheet: name, range });
  });

  it.each(["", "A", "A0", "XFE1", "A1:B2:C3", "甲!"])("%s is refused", (text) => {
    expect(() => parseAddress(text)).toThrow(RangeError);
  });

  it("names the whole sheet by its rows", () => {
    expect(rangeText(WHOLE_SHEET)).toBe("1:1048576");
  });
});

describe("the workbook", () => {
  const CONTENTS: WorkbookContents = {
    sheets: [
      {
        name: "甲",
        visibility: "Visible",
        isProtected: true,
        cells: [
          [0, 0, { value: "题", formula: null, numberFormat: "@", style: { font: { bold: true } } }],
          [3, 2, { value: 3, formula: "=1+2", numberFormat: "0.00", locked: false }],
          [9, 9, { value: null, formula: null, numberFormat: "General", style: { fill: "#FF0000" } }],
        ],
        merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
        conditionalFormats: [
          {
            type: "Custom",
            ranges: [WHOLE_SHEET],
            formula: "=A1>0",
            style: { "fill.color": "#00FF00" },
            stopIfTrue: true,
          },
          { type: "DataBar", ranges: [WHOLE_SHEET], opaque: { xml: "<dataBar/>" } },
        ],
        names: { 名称: { formula: "=甲!$A$1", visible: false } },
        layout: { columnWidths: { "0": 12 } },
      },
      { name: "乙", visibility: "VeryHidden", isProtected: false, cells: [], merges: [], conditionalFormats: [] },
    ],
    customXml: ["<a xmlns='urn:a'/>"],
    isStructureProtected: true,
    isReadOnly: false,
  };

  it("hands out exactly the contents it was opened with, and opens them again", () => {
    const workbook = new WorkbookModel(CONTENTS);
    expect(workbook.contents()).toEqual(CONTENTS);
    const text = JSON.stringify(workbook.contents());
    const again = new WorkbookModel(JSON.parse(text) as WorkbookContents);
    expect(JSON.stringify(again.contents())).toBe(text);
  });

  it("knows the used range with and without formats", () => {
    const sheet = new WorkbookModel(CONTENTS).sheet("甲");
    expect(sheet?.usedRange(true)).toEqual({ top: 0, left: 0, bottom: 3, right: 2 });
    expect(sheet?.usedRange(false)).toEqual({ top: 0, left: 0, bottom: 9, right: 9 });
  });

  it("ignores entries into the covered part of a merged area", () => {
    const workbook = new WorkbookModel(CONTENTS);
    const sheet = workbook.sheet("甲")!;
    workbook.enter(sheet, { top: 0, left: 0, bottom: 0, right: 1 }, [["新", "盖住"]]);
    expect([sheet.cell(0, 0).value, sheet.cell(0, 1).value]).toEqual(["新", null]);
  });

  it("copies a sheet with everything on it, and forgets an emptied cell without trace", () => {
    const workbook = new WorkbookModel(CONTENTS);
    const copy = workbook.copySheet(workbook.sheet("甲")!, "甲 (2)");
    expect({ ...copy.contents(), name: "甲" }).toEqual(CONTENTS.sheets[0]);
    const empty = workbook.sheet("乙")!;
    workbook.enter(empty, { top: 1, left: 1, bottom: 1, right: 1 }, [["x"]]);
    workbook.enter(empty, { top: 1, left: 1, bottom: 1, right: 1 }, [[""]]);
    expect(empty.contents()).toEqual(CONTENTS.sheets[1]);
  });

  it("tells what happens until nobody listens", () => {
    const workbook = new WorkbookModel(CONTENTS);
    const kinds: WorkbookEvent["kind"][] = [];
    const stop = workbook.onEvent(({ kind }) => kinds.push(kind));
    const sheet = workbook.addSheet("丙");
    workbook.select(sheet, { top: 0, left: 0, bottom: 0, right: 0 });
    workbook.renameSheet(sheet, "丁");
    workbook.enter(sheet, { top: 0, left: 0, bottom: 0, right: 0 }, [[1]]);
    workbook.deleteSheet(sheet);
    stop();
    workbook.addSheet("戊");
    expect(kinds).toEqual(["added", "activated", "selected", "renamed", "changed", "deleted"]);
  });
});
