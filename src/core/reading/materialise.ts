import type { ReadingNote } from "../model/book";
import type { Figure } from "../model/figure";
import type { Money, MoneyUnit } from "../model/quantity";
import type { AccountTable, ColumnKey, TableRow } from "../model/table";
import { NoteBook } from "./notes";
import type { RawRow, Spot } from "./raw-table";
import { formatAmount, type Amount } from "../model/amount";
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
  /** The unit its figures turned out to be in, where its own word for it is wrong. */
  readonly unit?: MoneyUnit | undefined;
}

/** A row with what stands in its cells. */
interface ParsedRow extends RawRow {
  readonly parsed: ReadonlyMap<ColumnKey, ParsedCell>;
}

/** Looks into the cells of a recognised table. */
export function parseTable(source: RecognisedTable, unit?: MoneyUnit): ParsedTable {
  return { source, unit, rows: source.raw.rows.map((row) => parsedRow(source.view, row)) };
}

/** The unit a table's figures are printed in. */
export function unitOf({ unit, source: { head } }: ParsedTable, bookUnit: MoneyUnit): MoneyUnit {
  return unit ?? head.moneyUnit?.unit ?? bookUnit;
}

/** The amounts of a table as printed. */
export function* amountsIn({ rows }: ParsedTable): Iterable<Amount> {
  for (const { parsed } of rows) for (const { value } of parsed.values()) yield value;
}

function parsedRow(view: SheetView, row: RawRow): ParsedRow {
  const parsed = new Map<ColumnKey, ParsedCell>();
  for (const [column, spot] of row.spots) parsed.set(column, parseCell(view.value(spot.row, spot.column)));
  return { ...row, parsed };
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
  const precision = exact ? EXACT : precisionOf(shownIn(parsed), unit);
  if (precision.reason !== undefined) notes.add("precision", precisionNote(precision, unit));
  const printing = moneyPrinting(unit, bookUnit, precision);
  // Numbers of things are no money: no unit, no rounding.
  const counts = moneyPrinting(bookUnit, bookUnit, EXACT);
  const rows = parsed.map((row) => tableRow(view, row, row.plain ? counts : printing));
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

function* shownIn(rows: readonly ParsedRow[]): Iterable<Shown> {
  for (const { parsed } of rows.filter(({ plain }) => !plain))
    for (const { value, raw, storedAsText } of parsed.values())
      yield { value, decimals: storedAsText ? decimalsShown(raw) : value.decimalPlaces() };
}

function precisionNote({ half, reason = "" }: Precision, unit: MoneyUnit): string {
  const unitsOfLastPlace = formatAmount(half.times(2), 0);
  return `${reason}，按四舍五入到 ${unitsOfLastPlace} ${unit}读取，每个数的尾差不超过 ${formatAmount(half, 0)} ${unit}。`;
}

function tableRow(view: SheetView, row: ParsedRow, printing: MoneyPrinting): TableRow {
  const figures = new Map<ColumnKey, Figure<Money>>();
  for (const [column, spot] of row.spots) {
    const parsed = row.parsed.get(column);
    if (parsed) figures.set(column, figureOf(at(view, spot), parsed, printing, view.formula(spot.row, spot.column)));
  }
  const { lineNumberSpot: line } = row;
  return {
    key: row.key,
    level: row.level,
    ...(row.kind ? { kind: row.kind } : {}),
    ...(row.code === undefined ? {} : { code: row.code }),
    name: row.name,
    ...(row.codeSpot ? { codeCell: at(view, row.codeSpot) } : {}),
    ...(row.nameSpot ? { nameCell: at(view, row.nameSpot) } : {}),
    ...(line ? { lineNumber: readFigure(at(view, line), view.value(line.row, line.column), PLAIN) } : {}),
    figures,
  };
}

const at = (view: SheetView, { row, column }: Spot): CellAddress => view.address(row, column);
