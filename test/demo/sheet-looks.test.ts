// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { readCellLooks } from "../../src/demo/cell-looks";
import { openSheetLooks } from "../../src/demo/sheet-looks";
import { buildXlsx } from "../support/xlsx-builder";

const styles = (xfs: string, parts = "") =>
  `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${parts}<cellXfs>${xfs}</cellXfs></styleSheet>`;
const theme = `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="x">
  <a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>
  <a:dk2><a:srgbClr val="1F497D"/></a:dk2><a:lt2><a:srgbClr val="EEECE1"/></a:lt2><a:accent1><a:srgbClr val="4F81BD"/></a:accent1>
</a:clrScheme></a:themeElements></a:theme>`;

describe("readCellLooks", () => {
  it.each<[string, string, string | undefined]>([
    ["a colour by value", '<fgColor rgb="FFFFEEAA"/>', "#ffeeaa"],
    ["a colour of the theme", '<fgColor theme="4"/>', "#4f81bd"],
    ["a theme colour made darker", '<fgColor theme="4" tint="-0.5"/>', "#28415f"],
    ["a theme colour made lighter", '<fgColor theme="1" tint="0.5"/>', "#808080"],
    ["the automatic colour", '<fgColor auto="1"/>', undefined],
  ])("takes %s", (_, colour, fill) => {
    const fills = `<fills><fill><patternFill patternType="solid">${colour}</patternFill></fill></fills>`;
    expect(readCellLooks(styles('<xf fillId="0"/>', fills), theme)[0]?.fill).toBe(fill);
  });

  it.each([
    ["0", "General"],
    ["4", "#,##0.00"],
    ["10", "0.00%"],
    ["200", "0.000"],
    ["999", "General"],
  ])("knows number format %s as %s", (id, format) => {
    const formats = '<numFmts><numFmt numFmtId="200" formatCode="0.000"/></numFmts>';
    expect(readCellLooks(styles(`<xf numFmtId="${id}"/>`, formats), undefined)[0]?.numberFormat).toBe(format);
  });

  it("leaves a font's switched-off bold off", () => {
    const fonts = '<fonts><font><b val="0"/></font><font><b/></font></fonts>';
    const looks = readCellLooks(styles('<xf fontId="0"/><xf fontId="1"/>', fonts), undefined);
    expect(looks.map((look) => look.bold)).toEqual([undefined, true]);
  });
});

describe("openSheetLooks", () => {
  const bytes = buildXlsx({
    sheets: [
      {
        name: "表1",
        top: 1,
        left: 1,
        values: [["项目", 12.5]],
        widths: [2, 30],
        heights: new Map([[1, 27]]),
        style: (row, column) =>
          row === 1 && column === 1
            ? {
                bold: true,
                font: "仿宋",
                size: 14,
                color: "C00000",
                fill: "FFF2CC",
                border: true,
                horizontal: "center",
              }
            : row === 1 && column === 2
              ? { numberFormat: "#,##0.00" }
              : undefined,
      },
    ],
  });

  it("gives font, fill, borders and number format of a cell, and the sizes in pixels", () => {
    const look = openSheetLooks(bytes)("表1");
    const line = { style: 1, color: "#000000" };
    expect(look?.cells.get(1)?.get(1)).toMatchObject({
      fontName: "仿宋",
      fontSize: 14,
      bold: true,
      color: "#c00000",
      fill: "#fff2cc",
      horizontal: "center",
      borders: { left: line, right: line, top: line, bottom: line },
    });
    expect(look?.cells.get(1)?.get(2)?.numberFormat).toBe("#,##0.00");
    expect(look?.widths.get(1)).toBe(210);
    expect(look?.heights.get(1)).toBe(36);
  });
});
