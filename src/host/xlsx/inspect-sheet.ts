import { cellKey, type CellAddress, type CellRange } from "../../core/model/cell";
import type { CellValue } from "../../core/model/grid";
import { cellValue, rangeOf, SharedFormulas } from "./read-sheet";
import { scanSheet } from "./scan-sheet";
import { isTrue } from "./workbook-part";
import { attribute } from "./xml-attributes";

/** What stands in a cell of a file. */
export interface InspectedCell {
  /** Formula with "=", or the value; null where empty. */
  readonly content: CellValue;
  readonly isFormula: boolean;
  /** Index of its style; the row's or the column's where the cell itself is not in the file. */
  readonly style: number;
}

/** A worksheet's cells of interest and what decides whether they may be written. */
export interface InspectedSheet {
  readonly cells: ReadonlyMap<string, InspectedCell>;
  readonly merges: readonly CellRange[];
  /** Areas of array formulas and data tables larger than one cell: they change as a whole or not at all. */
  readonly arrays: readonly CellRange[];
  /** Start tag of sheetProtection where it is in force. */
  readonly protection: string | undefined;
}

/** Looks at some cells of a worksheet's XML in one pass. @throws HostError `damaged` */
export function inspectSheet(xml: string, wanted: readonly CellAddress[], strings: readonly string[]): InspectedSheet {
  const keys = new Set(wanted.map(cellKey));
  const sheet = wanted[0]?.sheet ?? "";
  const rows = new Set(wanted.map((cell) => cell.row));
  const cells = new Map<string, InspectedCell>();
  const merges: CellRange[] = [];
  const arrays: CellRange[] = [];
  const rowStyles = new Map<number, number>();
  const columnStyles: { first: number; last: number; style: number }[] = [];
  const shared = new SharedFormulas();
  let protection: string | undefined;
  scanSheet(xml, {
    openRow(row, start, end) {
      if (!rows.has(row)) return;
      const tag = xml.slice(start, end);
      if (isTrue(attribute(tag, "customFormat"))) rowStyles.set(row, Number(attribute(tag, "s") ?? "0"));
    },
    cell(cell) {
      const formula = shared.formulaOf(cell);
      if (cell.formulaTag !== undefined && /\st\s*=\s*["'](?:array|dataTable)/.test(cell.formulaTag)) {
        const area = rangeOf(attribute(cell.formulaTag, "ref"));
        if (area && (area.top !== area.bottom || area.left !== area.right)) arrays.push(area);
      }
      if (!rows.has(cell.row)) return;
      const key = cellKey({ sheet, row: cell.row, column: cell.column });
      if (!keys.has(key)) return;
      cells.set(key, {
        content: formula ?? cellValue(cell, strings),
        isFormula: formula !== null,
        style: Number(cell.style === "" ? "0" : cell.style),
      });
    },
    other(event) {
      if (event.kind !== "open") return;
      const tag = xml.slice(event.start, event.end);
      if (event.name === "mergeCell") {
        const area = rangeOf(attribute(tag, "ref"));
        if (area) merges.push(area);
      } else if (event.name === "sheetProtection") {
        if (isTrue(attribute(tag, "sheet"))) protection = tag;
      } else if (event.name === "col") {
        const style = attribute(tag, "style");
        if (style === undefined) return;
        columnStyles.push({
          first: Number(attribute(tag, "min")) - 1,
          last: Number(attribute(tag, "max")) - 1,
          style: Number(style),
        });
      }
    },
  });
  for (const cell of wanted) {
    const key = cellKey(cell);
    if (cells.has(key)) continue;
    const column = columnStyles.find(({ first, last }) => cell.column >= first && cell.column <= last);
    cells.set(key, { content: null, isFormula: false, style: rowStyles.get(cell.row) ?? column?.style ?? 0 });
  }
  return { cells, merges, arrays, protection };
}

/** Whether the cell lies in a merged area without being its first cell, or in an array formula's area. */
export function isPartOfArea(sheet: InspectedSheet, { row, column }: CellAddress): boolean {
  const inside = (area: CellRange): boolean =>
    row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
  return (
    sheet.arrays.some(inside) || sheet.merges.some((area) => inside(area) && (row !== area.top || column !== area.left))
  );
}

/** Whether a protected sheet lets formats be changed, conditional ones included. */
export function allowsFormats(protection: string | undefined): boolean {
  return (
    protection === undefined ||
    attribute(protection, "formatCells") === "0" ||
    attribute(protection, "formatCells") === "false"
  );
}
