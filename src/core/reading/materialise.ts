import type { ReadingNote } from "../model/book";
import type { Figure } from "../model/figure";
import type { Money, MoneyUnit } from "../model/quantity";
import type { AccountTable, ColumnKey, TableRow } from "../model/table";
import { NoteBook } from "./notes";
import type { RawRow, Spot } from "./raw-table";
import { formatAmount } from "../model/amount";
import type { CellAddress } from "../model/cell";
import { decimalsShown, figureOf, parseCell, readFigure, type ParsedCell } from "./read-figure";
import { EXACT, precisionOf, type Precision, type Shown } from "../units/precision";
import { moneyPrinting, PLAIN, type MoneyPrinting } from "../units/printing";
import type { RecognisedTable } from "./recognise";
import type { SheetView } from "./sheet-view";

/** A table with what stands in its cells, as printed: what its figures are worth depends on all of the workbook. */
export interface ParsedTable {
  readonly source: RecognisedTable;
  readonly rows: readonly ParsedRow[];
  /** Its amounts of money other than zero, as printed: they tell how the sheet and the book round. */
  readonly shown: readonly Shown[];
  /** The unit its figures turned out to be in, where its own word for it is wrong. */
  readonly unit?: MoneyUnit | undefined;
}

/** A row with what stands in its cells. */
interface ParsedRow {
  readonly row: RawRow;
  /** In the order of the row's spots. */
  readonly parsed: readonly ParsedCell[];
}

/** Looks into the cells of a recognised table. */
export function parseTable(source: RecognisedTable, unit?: MoneyUnit): ParsedTable {
  const rows = source.raw.rows.map((row) => parsedRow(source.view, row));
  return { source, unit, rows, shown: shownIn(rows) };
}

/** The unit a table's figures are printed in. */
export function unitOf({ unit, source: { head } }: ParsedTable, bookUnit: MoneyUnit): MoneyUnit {
  return unit ?? head.moneyUnit?.unit ?? bookUnit;
}

function parsedRow(view: SheetView, row: RawRow): ParsedRow {
  return { row, parsed: row.spots.map(({ cell }) => parseCell(view.value(cell.row, cell.column))) };
}

/** A table with its figures in the workbook's money unit, and the notes of its sheet. */
export interface MaterialisedTable {
  readonly table: AccountTable;
  readonly notes: readonly ReadingNote[];
}

/**
 * Turns the places of a recognised table into figures. A sheet that states no unit is taken to be in the book's unit.
 * `exact`: the book prints more decimals than usual, so that nothing in it was rounded.
 */
export function materialise(of: ParsedTable, bookUnit: MoneyUnit, exact: boolean): MaterialisedTable {
  const { source, rows: parsed } = of;
  const { view, head, raw } = source;
  const notes = new NoteBook(view.name);
  if (head.foreignUnit) {
    notes.add(
      "foreignUnit",
      `金额单位“${head.foreignUnit.text}”不受支持，按${bookUnit}读取，请改为万元或元。`,
      head.foreignUnit.cell,
    );
  } else if (!head.moneyUnit) notes.add("unitMissing", `表上没有注明金额单位，按${bookUnit}读取。`);
  const unit = unitOf(of, bookUnit);
  const precision = exact ? EXACT : precisionOf(of.shown, unit);
  if (precision.reason !== undefined) notes.add("precision", precisionNote(precision, unit));
  const printing = moneyPrinting(unit, bookUnit, precision);
  // Numbers of things are no money: no unit, no rounding.
  const counts = moneyPrinting(bookUnit, bookUnit, EXACT);
  const rows = parsed.map((item) => tableRow(view, item, item.row.plain ? counts : printing));
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
    ...(raw.headed ? { headed: raw.headed } : {}),
    ...(raw.noDataNote ? { noDataNote: raw.noDataNote } : {}),
  };
  return { table, notes: [...source.notes, ...notes.all()] };
}

function shownIn(rows: readonly ParsedRow[]): readonly Shown[] {
  const shown: Shown[] = [];
  for (const { row, parsed } of rows) {
    if (row.plain) continue;
    for (const { value, raw, storedAsText } of parsed)
      if (!value.isZero()) shown.push({ value, decimals: storedAsText ? decimalsShown(raw) : value.decimalPlaces() });
  }
  return shown;
}

function precisionNote({ half, reason = "" }: Precision, unit: MoneyUnit): string {
  const unitsOfLastPlace = formatAmount(half.times(2), 0);
  return `${reason}，按四舍五入到 ${unitsOfLastPlace} ${unit}读取，每个数的尾差不超过 ${formatAmount(half, 0)} ${unit}。`;
}

function tableRow(view: SheetView, { row, parsed }: ParsedRow, printing: MoneyPrinting): TableRow {
  const figures = new Map<ColumnKey, Figure<Money>>();
  row.spots.forEach(({ key, cell }, index) => {
    const held = parsed[index];
    if (held) figures.set(key, figureOf(cell, held, printing, view.formula(cell.row, cell.column)));
  });
  const { lineNumberSpot: line } = row;
  const made: { -readonly [K in keyof TableRow]: TableRow[K] } = {
    key: row.key,
    level: row.level,
    name: row.name,
    figures,
  };
  if (row.kind) made.kind = row.kind;
  if (row.code !== undefined) made.code = row.code;
  if (row.codeSpot) made.codeCell = at(view, row.codeSpot);
  if (row.nameSpot) made.nameCell = at(view, row.nameSpot);
  if (line) made.lineNumber = readFigure(at(view, line), view.value(line.row, line.column), PLAIN);
  return made;
}

const at = (view: SheetView, { row, column }: Spot): CellAddress => view.address(row, column);
