import type { ReadingNote } from "../model/book";
import type { Figure } from "../model/figure";
import type { AccountTable, ColumnKey, MoneyUnit, TableRow } from "../model/table";
import { NoteBook } from "./notes";
import type { RawRow, Spot } from "./raw-table";
import { readFigure, type FigureUnits } from "./read-figure";
import type { RecognisedTable } from "./recognise";
import type { SheetView } from "./sheet-view";

/** A table with its figures in the workbook's money unit, and the notes of its sheet. */
export interface MaterialisedTable {
  readonly table: AccountTable;
  readonly notes: readonly ReadingNote[];
}

/** Turns the places of a recognised table into figures. A sheet that states no unit is taken to be in the book's unit. */
export function materialise(source: RecognisedTable, bookUnit: MoneyUnit): MaterialisedTable {
  const { view, head, raw } = source;
  const notes = new NoteBook(view.name);
  if (head.foreignUnit) {
    notes.add(
      "foreignUnit",
      `金额单位“${head.foreignUnit.text}”不受支持，按${bookUnit}读取，请改为万元或元。`,
      head.foreignUnit.cell,
    );
  } else if (!head.moneyUnit) notes.add("unitMissing", `表上没有注明金额单位，按${bookUnit}读取。`);
  const units: FigureUnits = { sheet: head.moneyUnit?.unit ?? bookUnit, book: bookUnit };
  const rows = raw.rows.map((row) => tableRow(view, row, units));
  const byKey = new Map<string, TableRow>();
  for (const row of rows) if (!byKey.has(row.key)) byKey.set(row.key, row);
  const table: AccountTable = {
    key: source.key,
    sheet: view.name,
    title: source.title,
    ...(head.unitName ? { unitName: head.unitName } : {}),
    ...(head.moneyUnit ? { moneyUnit: head.moneyUnit } : {}),
    ...(head.year === undefined ? {} : { year: head.year }),
    ...(head.publicNumber ? { publicNumber: head.publicNumber } : {}),
    rows,
    byKey,
    columns: raw.columns,
    ...(raw.noDataNote ? { noDataNote: raw.noDataNote } : {}),
  };
  return { table, notes: [...source.notes, ...notes.all()] };
}

function tableRow(view: SheetView, row: RawRow, units: FigureUnits): TableRow {
  const figures = new Map<ColumnKey, Figure>();
  for (const [column, spot] of row.spots) figures.set(column, figureAt(view, spot, units));
  return {
    key: row.key,
    level: row.level,
    ...(row.code === undefined ? {} : { code: row.code }),
    name: row.name,
    ...(row.codeSpot ? { codeCell: view.address(row.codeSpot.row, row.codeSpot.column) } : {}),
    ...(row.nameSpot ? { nameCell: view.address(row.nameSpot.row, row.nameSpot.column) } : {}),
    ...(row.lineNumberSpot
      ? { lineNumber: figureAt(view, row.lineNumberSpot, { sheet: "plain", book: units.book }) }
      : {}),
    figures,
  };
}

function figureAt(view: SheetView, spot: Spot, units: FigureUnits): Figure {
  return readFigure(
    view.address(spot.row, spot.column),
    view.value(spot.row, spot.column),
    units,
    view.formula(spot.row, spot.column),
  );
}
