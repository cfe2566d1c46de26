import { sum } from "../../model/amount";
import type { AccountBook } from "../../model/book";
import type { Check, Term } from "../../model/rule";
import type { AccountTable, ColumnKey, TableRow } from "../../model/table";
import { columnsOf } from "../../tables";
import { outcomeOf, toleranceOf } from "../../units/tolerance";
import { columnLabel, rowLabel, shortName } from "./names";
import { perTable } from "./per-table";
import { emptyTable, missingColumn, notEvaluated } from "./require";
import { anyStanding, columnTerms, hasColumn } from "./terms";

/** The column of a row's 合计, where a table has one. */
const TOTAL_COLUMN: ColumnKey = "total";

/** A column that adds up others of its table. */
interface ColumnSum {
  readonly total: ColumnKey;
  /** All parts the table may have, and those that it prints. */
  readonly parts: readonly ColumnKey[];
  readonly printed: readonly ColumnKey[];
}

/** The sums over columns that the descriptor of a table names, or its own header (a matrix). */
const columnSums = perTable((table): readonly ColumnSum[] => {
  const sums = new Map<ColumnKey, readonly ColumnKey[]>();
  for (const { key, parts } of columnsOf(table.key)) if (parts) sums.set(key, parts);
  for (const [key, { parts }] of table.headed ?? []) if (parts.length > 0) sums.set(key, parts);
  return [...sums].map(([total, parts]) => ({ total, parts, printed: parts.filter((part) => hasColumn(table, part)) }));
});

/**
 * Every row: each column that adds up others = Σ of those that the table prints. That of the row's 合计 is not
 * evaluated where the table has no such column or none of its parts. Where a part was not found and the sheet has columns
 * reading could not place, a difference may lie in one of those: it is then to be explained, no error.
 */
export function rowSums(
  book: AccountBook,
  table: AccountTable,
  rows: readonly TableRow[] = table.rows,
): readonly Check[] {
  if (rows.length === 0) return [emptyTable(table)];
  const checks: Check[] = [];
  for (const sum of columnSums(table)) {
    const reason = sum.total === TOTAL_COLUMN ? whyNot(table, sum) : undefined;
    if (reason) checks.push(reason);
    else if (table.columns.has(sum.total) && sum.printed.length > 0) addRowSums(checks, book, table, sum, rows);
  }
  return checks;
}

/** The rows of a table that contradict themselves: one of their sums is not its parts together, rounding aside. */
export const rowsOff = perTable(
  (table): ReadonlySet<TableRow> => new Set(table.rows.filter((row) => isRowOff(table, row))),
);

function isRowOff(table: AccountTable, row: TableRow): boolean {
  return columnSums(table).some(({ total, printed }) => {
    const whole = table.columns.has(total) ? columnTerms(table, row, [total]) : [];
    const parts = columnTerms(table, row, printed);
    const figures = [...whole, ...parts].map(({ figure }) => figure);
    if (whole.length === 0 || !anyStanding(parts) || figures.some(({ kind }) => kind === "invalid")) return false;
    const difference = sum(whole.map(({ figure }) => figure.value)).minus(sum(parts.map(({ figure }) => figure.value)));
    return outcomeOf("=", difference, () => toleranceOf(figures)) === "violated";
  });
}

function whyNot(table: AccountTable, { total, parts, printed }: ColumnSum): Check | undefined {
  if (!table.columns.has(total)) return missingColumn(table, total);
  if (printed.length > 0) return undefined;
  const labels = parts.map((column) => columnLabel(table, column)).join("、");
  return notEvaluated(table, `${shortName(table)}没有“${labels}”各栏`);
}

function addRowSums(
  checks: Check[],
  book: AccountBook,
  table: AccountTable,
  { total, parts, printed }: ColumnSum,
  rows: readonly TableRow[],
): void {
  const totalLabel = columnLabel(table, total);
  const doubtful = printed.length < parts.length && hasUnknownColumn(book, table);
  // The parts of a part (人员经费 and 公用经费 of 基本支出) may be left out of rows, or of the whole table.
  const isDetail = total !== TOTAL_COLUMN;
  let unfilled = false;
  for (const row of rows) {
    const left = columnTerms(table, row, [total]);
    if (left.length === 0) continue;
    const right = columnTerms(table, row, printed);
    if (isDetail && right.every(isBlank)) {
      unfilled ||= !left.every(isBlank);
      continue;
    }
    checks.push({
      kind: "identity",
      relation: "=",
      left,
      right,
      subject: `${rowLabel(row)} · ${totalLabel}`,
      sheet: table.sheet,
      remark: doubtful ? "表中有未识别的栏，可能未计入" : undefined,
      severity: doubtful ? "verify" : undefined,
    });
  }
  if (unfilled) checks.push(notEvaluated(table, `${shortName(table)}有的行只填了“${totalLabel}”，没有填其分栏`));
}

const isBlank = ({ figure }: Term): boolean => figure.kind === "blank" || figure.kind === "dash";

function hasUnknownColumn(book: AccountBook, table: AccountTable): boolean {
  return book.sheets
    .filter((sheet) => sheet.name === table.sheet)
    .some((sheet) => sheet.notes.some((note) => note.code === "unknownColumn"));
}
