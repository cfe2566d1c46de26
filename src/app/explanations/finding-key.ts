import type { AccountBook } from "../../core/model/book";
import { a1, columnName, type CellAddress } from "../../core/model/cell";
import type { Finding } from "../../core/model/finding";
import type { AccountTable } from "../../core/model/table";

/**
 * Names a finding so that an explanation finds it again after sheets were renamed and lines inserted: the rule, which
 * of its checks it is, and its figures by table, row and column (by project and indicator in a form, by project in the
 * summary). Only on sheets that are none of the tables a cell is named by its address.
 */
export function explanationKey(finding: Finding, book: AccountBook): string {
  const check = finding.identity?.subject ?? "";
  const places = finding.cells.map((cell) => placeOf(cell, book));
  return [finding.rule, finding.project ?? "", check, kindOfMessage(finding, book), ...places].join("|");
}

/** The figures a finding is about, as one text: equal as long as none of them changes, wherever they stand. */
export function figuresOf(finding: Finding, book: AccountBook): string {
  const { identity } = finding;
  if (!identity) {
    const stated = [finding.expected, finding.actual, finding.difference].filter((text) => text !== undefined);
    return stated.length > 0 ? stated.join("|") : withoutPlaces(finding.message, book);
  }
  return [...identity.left, ...identity.right].map(({ figure }) => figure.value.toString()).join("|");
}

/** Tells apart what a rule without an identity can say of the same cells: its words, without figures and places. */
function kindOfMessage(finding: Finding, book: AccountBook): string {
  return finding.identity ? "" : withoutPlaces(finding.message, book).replaceAll(FIGURE, "");
}

function withoutPlaces(message: string, book: AccountBook): string {
  const names = book.sheets.map(({ name }) => name).sort((a, b) => b.length - a.length);
  return names.reduce((text, name) => text.replaceAll(name, ""), message).replaceAll(ADDRESS, "");
}

const FIGURE = /[-−+]?\d[\d,.]*%?/g;
const ADDRESS = /\b[A-Z]{1,3}\d+\b/g;

function placeOf(cell: CellAddress, book: AccountBook): string {
  const tables = [...book.tables.values()].filter((table) => table.sheet === cell.sheet);
  const places = tables.map((table) => placeInTable(cell, table));
  // Tables below one another share a sheet: the cell belongs to the one that reads it.
  const place = places.find((item) => !item.endsWith(`!${a1(cell)}`)) ?? places[0];
  if (place !== undefined) return place;
  const kind = book.sheets.find(({ name }) => name === cell.sheet)?.kind;
  if (kind !== "ZP" && kind !== "ZPHZ") return `${cell.sheet}!${a1(cell)}`;
  return `${kind}!${placeInForm(cell, book) ?? a1(cell)}`;
}

function placeInTable(cell: CellAddress, table: AccountTable): string {
  const stands = (other: CellAddress | undefined): boolean => other?.row === cell.row && other.column === cell.column;
  const seen = new Map<string, number>();
  for (const { key, figures, codeCell, nameCell } of table.rows) {
    const repeat = (seen.get(key) ?? 0) + 1;
    seen.set(key, repeat);
    const row = `${table.key}!${key}${repeat > 1 ? `#${String(repeat)}` : ""}`;
    for (const [column, figure] of figures) if (stands(figure.cell)) return `${row}.${column}`;
    if (stands(codeCell)) return `${row}.code`;
    if (stands(nameCell)) return `${row}.name`;
  }
  return `${table.key}!${a1(cell)}`;
}

/** A cell of a line of a form (by its indicator) or of the summary (by its project). */
function placeInForm({ sheet, row, column }: CellAddress, book: AccountBook): string | undefined {
  const indicator = book.forms
    .filter((form) => form.sheet === sheet)
    .flatMap((form) => form.indicators)
    .find((line) => line.row === row);
  if (indicator) {
    const { target, actual, weight, score } = indicator;
    const named = Object.entries({ target, actual, weight, score }).find(([, { cell }]) => cell.column === column);
    return `${indicator.name.text}.${named?.[0] ?? columnName(column)}`;
  }
  const listed = book.summaries
    .filter((summary) => summary.sheet === sheet)
    .flatMap((summary) => summary.rows)
    .find((line) => line.row === row);
  return listed && `${listed.projectName.text}.${columnName(column)}`;
}
