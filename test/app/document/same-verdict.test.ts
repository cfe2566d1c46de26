import { expect, it } from "vitest";
import { checkDocument } from "../../../src/app/document/check-document";
import { openDocument } from "../../../src/app/document/open-document";
import { checkGrid } from "../../../src/app/check-workbook";
import { pdfAssets } from "../../../src/cli/document/pdf-assets";
import type { CheckReport } from "../../../src/app/check-report";
import type { SheetGrid } from "../../../src/core/model/grid";
import { caseGrid, loadCase } from "../../support/cases";
import { ruledMarks, writePdf, type PdfPage } from "../../support/pdf-writer";
import { publishedPage } from "../../support/published-pdf";

const TABLES = 9;
const WIDTH = 150;
const HEIGHT = 24;
const SIZE = 6;

/** A sheet as a ruled table on a page of its own, as large as it needs. */
function pageOf({ values, merges = [] }: SheetGrid): PdfPage {
  const columns = Math.max(...values.map((row) => row.length));
  const xs = Array.from({ length: columns + 1 }, (_, i) => 40 + WIDTH * i);
  const ys = Array.from({ length: values.length + 1 }, (_, i) => 40 + HEIGHT * i);
  const cells = values.flatMap((row, r) =>
    row.flatMap((value, column) => {
      if (value === null || value === "") return [];
      const merge = merges.find(({ top, left }) => top === r && left === column);
      const text = typeof value === "number" ? printed(value) : broken(String(value));
      return [
        {
          row: r,
          column,
          text,
          ...(merge ? { span: merge.right - column + 1, rows: merge.bottom - r + 1 } : {}),
        },
      ];
    }),
  );
  return { width: 80 + WIDTH * columns, height: 80 + HEIGHT * values.length, marks: ruledMarks(xs, ys, cells, SIZE) };
}

/** 1234.5 → "1,234.50" */
function printed(value: number): string {
  return value.toLocaleString("en-US", {
    minimumFractionDigits: Number.isInteger(value) ? 0 : 2,
    maximumFractionDigits: 2,
  });
}

/** Lines no longer than a column is wide. */
function broken(text: string): string {
  return (text.match(/.{1,23}/gu) ?? [text]).join("\n");
}

const verdict = ({ result, counts }: CheckReport) => ({
  findings: result.findings
    .map(({ rule, severity, expected, actual }) => [rule, severity, expected, actual].join(" "))
    .sort(),
  counts,
});

it("the verdict on the printed tables is the one on the workbook", async () => {
  const sheets = caseGrid(loadCase("2022-zibo")).sheets.slice(0, TABLES);
  const { document } = await openDocument(writePdf(sheets.map(pageOf)), { assets: pdfAssets() });
  const report = checkDocument(document);
  expect(verdict(report.tables)).toEqual(verdict(checkGrid({ sheets })));
  expect(report.tables.counts.errors).toBe(1);
});

it("the tables of a second organisation are said to be left out, those of the first are checked", async () => {
  const bytes = writePdf([publishedPage("示例市档案馆", "1,281.05"), publishedPage("示例市图书馆")]);
  const { document } = await openDocument(bytes, { assets: pdfAssets() });
  const { findings } = checkDocument(document).tables.result;
  const messages = findings.map(({ message }) => message);
  expect(messages).toContain("“支出决算表 (2)”是“示例市图书馆”的支出决算表，没有与本单位的表一起核对");
  expect(
    findings.some(({ rule, cells }) => rule === "Z03-01" && cells.every(({ sheet }) => sheet === "支出决算表")),
  ).toBe(true);
});
