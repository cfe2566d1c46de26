import { describe, expect, it } from "vitest";
import { NOT_CALCULATED, type CellValue, type WorkbookGrid } from "../../../src/core/model/grid";
import { HostError } from "../../../src/host/errors";
import { openXlsx } from "../../../src/host/xlsx/xlsx-host";
import { CASE_NAMES, caseGrid, loadCase } from "../../support/cases";
import { buildXlsx, zipParts, type BuildOptions, type BuildSheet } from "../../support/xlsx-builder";
import { withDeclaredSize, withFlippedByte, withoutPart, withPart } from "../../support/xlsx-parts";

const read = async (bytes: Uint8Array): Promise<WorkbookGrid> => (await openXlsx(bytes)).read();

/** Every non-empty cell as "sheet!row,column" → value: the same whatever the used range. */
function contents(grid: WorkbookGrid): Map<string, CellValue> {
  const cells = new Map<string, CellValue>();
  for (const sheet of grid.sheets) {
    sheet.values.forEach((row, r) =>
      row.forEach((value, c) => {
        if (value !== null) cells.set(`${sheet.name}!${sheet.top + r},${sheet.left + c}`, value);
      }),
    );
  }
  return cells;
}

const sheet = (values: readonly (readonly CellValue[])[], more: Partial<BuildSheet> = {}): BuildSheet => ({
  name: "表",
  top: 0,
  left: 0,
  values,
  ...more,
});

describe("reading", () => {
  const WRITERS: Record<string, BuildOptions> = {
    Excel: {},
    "inline strings": { strings: "inline" },
    "prefixed elements, absolute targets": { prefix: "x", absoluteTargets: true },
    "strict namespaces": { strict: true },
    "no references": { withoutReferences: true },
  };
  for (const name of CASE_NAMES) {
    for (const [writer, options] of Object.entries(WRITERS)) {
      it(`gives back every cell and merge of ${name} as written by: ${writer}`, async () => {
        // Excel's own way all sheets; the others as many as show every table and kind of form.
        const { sheets } = caseGrid(loadCase(name));
        const source = { sheets: writer === "Excel" ? sheets : sheets.slice(0, 12) };
        const grid = await read(buildXlsx(source, options));
        expect(contents(grid)).toEqual(contents(source));
        expect(grid.sheets.map((s) => s.merges ?? [])).toEqual(source.sheets.map((s) => s.merges ?? []));
        expect(grid.skipped).toBeUndefined();
      });
    }
  }

  it("cuts the used range out of a sheet that starts elsewhere", async () => {
    const grid = await read(buildXlsx({ sheets: [sheet([["a"], [null, 2]], { top: 6, left: 3 })] }));
    expect(grid.sheets[0]).toEqual({ name: "表", top: 6, left: 3, values: [["a"], [null, 2]] });
  });

  it("tells formulas apart and resolves shared ones", async () => {
    const values = [
      [1, 2, 3],
      [4, 5, 9],
    ];
    const grid = await read(
      buildXlsx({
        sheets: [
          sheet(values, {
            formulas: [[null, "=A1*2"]],
            sharedFormulas: [
              { range: { top: 0, left: 2, bottom: 1, right: 2 }, formula: '=A1+$B$1+IF(A1="A1",LOG10(B1),0)' },
            ],
          }),
        ],
      }),
    );
    expect(grid.sheets[0]?.values).toEqual(values);
    expect(grid.sheets[0]?.formulas).toEqual([
      [null, "=A1*2", '=A1+$B$1+IF(A1="A1",LOG10(B1),0)'],
      [null, null, '=A2+$B$1+IF(A2="A1",LOG10(B2),0)'],
    ]);
  });

  it("tells a formula that was never calculated from one whose result is the empty text", async () => {
    const cells =
      '<c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v></v></c><c r="C1"><f>1+1</f><v/></c><c r="D1" t="str"><f>""</f><v></v></c><c r="E1"><v></v></c><c r="F1"><v>1</v></c>';
    const bytes = withPart(buildXlsx({ sheets: [sheet([[1]])] }), "xl/worksheets/sheet1.xml", (text) =>
      text.replace(/<c r="A1".*?<\/c>/, cells),
    );
    expect((await read(bytes)).sheets[0]?.values).toEqual([
      [NOT_CALCULATED, NOT_CALCULATED, NOT_CALCULATED, null, null, 1],
    ]);
  });

  it("reads truth values, error values, escapes and texts that look like markup", async () => {
    const row = [true, false, "#REF!", "<b>&amp;</b>", " 前后 ", "a\nb", -0.01, 1e21];
    const grid = await read(buildXlsx({ sheets: [sheet([row])] }));
    expect(grid.sheets[0]?.values).toEqual([row]);
  });

  it("joins rich text and leaves phonetic hints out", async () => {
    const bytes = withPart(
      buildXlsx({ sheets: [sheet([["x"]])] }),
      "xl/sharedStrings.xml",
      '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>合</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 计</t></r><rPh sb="0" eb="1"><t>he</t></rPh></si></sst>',
    );
    expect((await read(bytes)).sheets[0]?.values).toEqual([["合 计"]]);
  });

  it("leaves hidden sheets out and says of a chart sheet why it was skipped", async () => {
    const grid = await read(
      withPart(
        buildXlsx({
          sheets: [
            sheet([[1]]),
            sheet([[2]], { name: "隐", state: "hidden" }),
            sheet([[3]], { name: "深", state: "veryHidden" }),
            sheet([[4]], { name: "图" }),
          ],
        }),
        "xl/_rels/workbook.xml.rels",
        (text) => text.replace('worksheet" Target="worksheets/sheet4', 'chartsheet" Target="worksheets/sheet4'),
      ),
    );
    expect(grid.sheets.map((s) => s.name)).toEqual(["表"]);
    expect(grid.skipped).toEqual([{ name: "图", reason: "图表工作表，没有单元格" }]);
  });

  it("skips a damaged sheet and reads the others", async () => {
    const bytes = withPart(
      buildXlsx({ sheets: [sheet([[1]]), sheet([[2]], { name: "坏" })] }),
      "xl/worksheets/sheet2.xml",
      '<worksheet xmlns="x"><sheetData><row><c></row></sheetData></worksheet>',
    );
    const grid = await read(bytes);
    expect(grid.sheets.map((s) => s.name)).toEqual(["表"]);
    expect(grid.skipped?.[0]?.name).toBe("坏");
    expect(grid.skipped?.[0]?.reason).toContain("损坏");
  });

  it("reads only the sheets asked for, and says which one is missing", async () => {
    const host = await openXlsx(buildXlsx({ sheets: [sheet([[1]]), sheet([[2]], { name: "乙" })] }));
    expect((await host.read({ sheets: ["乙"] })).sheets.map((s) => s.name)).toEqual(["乙"]);
    await expect(host.read({ sheets: ["丙"] })).rejects.toMatchObject({
      code: "sheetMissing",
      detail: { sheet: "丙" },
    });
  });
});

describe("what is no workbook", () => {
  const ole = (word: string): Uint8Array =>
    Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      0,
      0,
      ...Array.from(word).flatMap((c) => [c.charCodeAt(0), 0]),
    ]);
  const text = (content: string): Uint8Array => new TextEncoder().encode(content);
  const whole = buildXlsx({ sheets: [sheet([[1, "文字"]])] });
  const CASES: [string, Uint8Array, { code: string; detail?: object }][] = [
    ["an empty file", new Uint8Array(), { code: "notAWorkbook", detail: { format: "empty" } }],
    ["CSV", text("项目,金额\n合计,1"), { code: "notAWorkbook", detail: { format: "csv" } }],
    ["HTML named .xls", text("<html><table><tr><td>1"), { code: "notAWorkbook", detail: { format: "html" } }],
    ["PDF", text("%PDF-1.7\n"), { code: "notAWorkbook", detail: { format: "pdf" } }],
    ["an old .xls", ole("Workbook"), { code: "notAWorkbook", detail: { format: "xls" } }],
    ["a password", ole("EncryptedPackage"), { code: "password" }],
    ["a truncated file", whole.slice(0, whole.length - 60), { code: "damaged" }],
    ["a file cut in the middle", whole.slice(0, whole.length >> 1), { code: "damaged" }],
    ["any zip", zipParts({ "a.txt": "a" }), { code: "notAWorkbook", detail: { format: "zip" } }],
    ["ODS", zipParts({ mimetype: "x", "content.xml": "<a/>" }), { code: "notAWorkbook", detail: { format: "ods" } }],
    ["a workbook part that is gone", withoutPart(whole, "xl/workbook.xml"), { code: "damaged" }],
    [
      "a document type",
      withPart(whole, "xl/workbook.xml", '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>'),
      { code: "damaged" },
    ],
    ["a flipped byte", withFlippedByte(whole, "xl/sharedStrings.xml"), { code: "damaged" }],
  ];
  it.each(CASES)("%s", async (_, bytes, expected) => {
    const error: unknown = await openXlsx(bytes)
      .then((host) => host.read())
      .catch((e: unknown) => e);
    expect(error).toBeInstanceOf(HostError);
    expect(error).toMatchObject(expected);
  });

  it("refuses a part that inflates to far more than it is stored in", async () => {
    const bomb = new Uint8Array(64 * 1024 * 1024);
    await expect(
      read(buildXlsx({ sheets: [sheet([[1]])] }, { parts: { "xl/sharedStrings.xml": bomb } })),
    ).rejects.toMatchObject({ code: "tooLarge" });
  });

  it("refuses a part that inflates to more than it declares", async () => {
    const bytes = withDeclaredSize(whole, "xl/workbook.xml", 10);
    await expect(openXlsx(bytes)).rejects.toMatchObject({ code: "damaged" });
  });
});

describe("large workbooks", () => {
  it("reads 100,000 rows of 10 columns in a few seconds", { timeout: 120_000 }, async () => {
    const values = Array.from({ length: 100_000 }, (_, r) => Array.from({ length: 10 }, (__, c) => r + c / 100));
    const bytes = buildXlsx({ sheets: [sheet(values)] });
    const start = process.cpuUsage();
    const grid = await read(bytes);
    expect(grid.sheets[0]?.values).toHaveLength(100_000);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(8_000);
  });

  it("hands over every sheet of 1,000", async () => {
    const sheets = Array.from({ length: 1000 }, (_, i) => sheet([[i]], { name: `表${i}` }));
    const grid = await read(buildXlsx({ sheets }));
    expect(grid.sheets.map((s) => s.values[0]?.[0])).toEqual(sheets.map((_, i) => i));
  });

  it("skips a sheet whose few cells span an enormous area", async () => {
    const row = (r: number): string => `<row r="${r}"><c r="A${r}"><v>1</v></c><c r="XFD${r}"><v>1</v></c></row>`;
    const rows = Array.from({ length: 2000 }, (_, i) => row(i + 1)).join("");
    const bytes = withPart(
      buildXlsx({ sheets: [sheet([[1]]), sheet([[2]], { name: "大" })] }),
      "xl/worksheets/sheet2.xml",
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
    );
    const grid = await read(bytes);
    expect(grid.sheets).toHaveLength(1);
    expect(grid.skipped?.[0]).toMatchObject({ name: "大" });
  });
});
