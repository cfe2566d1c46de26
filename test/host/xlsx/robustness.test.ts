import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HostError } from "../../../src/host/errors";
import { shiftFormula } from "../../../src/host/xlsx/shift-formula";
import { openXlsx } from "../../../src/host/xlsx/xlsx-host";
import { buildXlsx } from "../../support/xlsx-builder";
import { partText, withPart } from "../../support/xlsx-parts";

const bytes = buildXlsx({
  sheets: [
    {
      name: "表",
      top: 0,
      left: 0,
      values: [["合计", 1.5, true]],
      formulas: [[null, "=1+0.5"]],
      conditionalFormats: [{ range: "A1", formula: "TRUE", fill: "FF0000" }],
    },
  ],
});

/** Opens, reads, writes, marks: whatever a host does. */
async function work(file: Uint8Array): Promise<void> {
  const host = await openXlsx(file);
  await host.read();
  await host.write([{ cell: { sheet: "表", row: 0, column: 1 }, content: 2, isFormula: false, numberFormat: "0.000" }]);
  await host.highlight([{ cell: { sheet: "表", row: 0, column: 0 }, severity: "error", role: "finding" }]);
  await host.clearHighlights();
  await host.saveState("x");
  await host.putSheet({ name: "新", rows: [[{ content: 1, bold: true }]] });
  host.save();
}

const refusal = async (file: Uint8Array): Promise<unknown> =>
  work(file).then(
    () => undefined,
    (error: unknown) => error,
  );

describe("a damaged file", () => {
  it("is refused with a typed error or read, never worse", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        async (flips) => {
          const copy = bytes.slice();
          for (const [at, value] of flips) copy[at] = value;
          const error = await refusal(copy);
          if (error !== undefined) expect(error).toMatchObject({ name: "HostError" });
          if (error instanceof HostError) expect(error.code).not.toBe("unknown");
        },
      ),
      { numRuns: 300 },
    );
  });

  const PARTS = [
    "xl/worksheets/sheet1.xml",
    "xl/workbook.xml",
    "xl/styles.xml",
    "xl/sharedStrings.xml",
    "xl/_rels/workbook.xml.rels",
    "[Content_Types].xml",
  ];
  it.each(PARTS)("with %s cut, doubled or scrambled inside is refused or read", async (part) => {
    const text = partText(bytes, part);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length),
        fc.nat(text.length),
        fc.constantFrom("", "<", ">", '"', "&#xFFFFFF;", "</a>", "<x:c/>", 'r="-1"'),
        async (a, b, insert) => {
          const mutated = text.slice(0, Math.max(a, b)) + insert + text.slice(Math.min(a, b));
          const error = await refusal(withPart(bytes, part, mutated));
          if (error !== undefined) expect(error).toBeInstanceOf(HostError);
          if (error instanceof HostError) expect(error.detail.technical ?? "").not.toMatch(/undefined|not a function/);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("shiftFormula", () => {
  it.each([
    ["A1+B2", 1, 1, "B2+C3"],
    ["$A$1+$A1+A$1", 2, 3, "$A$1+$A3+D$1"],
    ["SUM(A1:B3)", 1, 0, "SUM(A2:B4)"],
    ["SUM(A:B)+SUM($C:D)", 1, 1, "SUM(B:C)+SUM($C:E)"],
    ["SUM(1:3)+SUM($1:3)", 1, 1, "SUM(2:4)+SUM($1:4)"],
    ["'A1 表'!A1&\"A1\"", 1, 0, "'A1 表'!A2&\"A1\""],
    ["表A1+LOG10(A1)+A1!B1", 1, 0, "表A1+LOG10(A2)+A1!B2"],
    ["Table1[A1]+A1.5+1E3", 1, 0, "Table1[A1]+A1.5+1E3"],
  ])("%s by %i rows and %i columns is %s", (formula, rows, columns, expected) => {
    expect(shiftFormula(formula, rows, columns)).toBe(expected);
  });
});
