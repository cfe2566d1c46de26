import type { CellValue } from "../../core/model/grid";
import { displayWidth, newWorkbook, type NewCell, type NewSheet } from "../../host/xlsx/new-workbook";
import type { CellLook } from "../../core/model/look";
import type { DocumentReport } from "./check-document";

/** Characters a column is wide at least and at most. */
const NARROWEST = 8;
const WIDEST = 36;

/**
 * The tables of a document as a new workbook: a sheet a table under its official title, merged cells merged, figures as
 * numbers. Undefined where the document has no tables.
 * @throws HostError `tooLarge`
 */
export function documentWorkbook({ split }: DocumentReport): Uint8Array | undefined {
  const sheets = split.grid.sheets.map(({ name, values, merges = [] }): NewSheet => {
    const rowsOfTable = new Set(
      (split.places.get(name) ?? []).flatMap((place, row) => (place.row === undefined ? [] : [row])),
    );
    const columns = Math.max(1, ...values.map((row) => row.length));
    return {
      name,
      rows: values.map((row, r) =>
        Array.from({ length: columns }, (_, c) => cellOf(row[c] ?? null, rowsOfTable.has(r))),
      ),
      widths: Array.from({ length: columns }, (_, c) => widthOf(values.map((row) => row[c] ?? null))),
      headRows: 0,
      merges,
    };
  });
  return sheets.length === 0 ? undefined : newWorkbook(sheets);
}

function cellOf(content: CellValue, isInTable: boolean): NewCell {
  const isFigure = typeof content === "number" && !Number.isInteger(content);
  const look: CellLook = {
    boxed: isInTable,
    wrap: isInTable,
    ...(isFigure ? { numberFormat: "#,##0.00##" } : {}),
  };
  return { content, look };
}

function widthOf(column: readonly CellValue[]): number {
  const lengths = column.map((value) => (value === null ? 0 : displayWidth(String(value))));
  const sorted = lengths.filter((length) => length > 0).sort((a, b) => a - b);
  // Titles and notes stand in the first column and run over the others.
  return Math.min(WIDEST, Math.max(NARROWEST, (sorted[Math.floor(sorted.length * 0.9)] ?? 0) + 2));
}
