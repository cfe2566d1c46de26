import type { Check } from "../../model/rule";
import { TOTAL_ROW, type AccountTable, type ColumnKey } from "../../model/table";
import { codedRows, type CodedRow } from "./codes";
import { hasFigures } from "./figure-cells";
import { hierarchyOf, rowsOfCode, totalRows, type Hierarchy } from "./hierarchy";
import { columnLabel, rowLabel, shortName } from "./names";
import { missingColumn, notEvaluated } from "./require";
import { rowsOff } from "./row-sum";
import { hasColumn, labelledTerms, labelRowsOf, type LabelledRow } from "./terms";

/** A table of rows by code, with what is asked of it again and again. */
export interface Part {
  readonly table: AccountTable;
  readonly hierarchy: Hierarchy;
  readonly empty: boolean;
}

export function partOf(table: AccountTable): Part {
  return { table, hierarchy: hierarchyOf(table), empty: !hasFigures(table) };
}

/** A column of the whole and the column of the parts it is compared with. */
export type ColumnPair = readonly [whole: ColumnKey, parts: ColumnKey];

/** What is compared: a table and those whose figures are contained in it. */
export interface WholeAndParts {
  readonly whole: Part;
  readonly parts: readonly Part[];
  readonly columns: readonly ColumnPair[];
  /** The parts are all of the whole, wherever they print the row's level. */
  readonly equal: boolean;
  /** Said where the two must be equal. */
  readonly remark?: string | undefined;
  /** Rows that contradict themselves are left out: their own mistake is named instead. */
  readonly soundRowsOnly?: boolean | undefined;
  /** Only the 合计 rows. */
  readonly totalsOnly?: boolean | undefined;
}

/** 合计 and every code: the whole ≥ (or =) the parts together, column by column. */
export function* wholeAgainstParts(of: WholeAndParts): Iterable<Check> {
  for (const pair of of.columns) yield* unreadColumns(of, pair);
  yield* compare(of, TOTAL_ROW, "合计");
  if (of.totalsOnly) return;
  for (const row of rowsOfCodes([of.whole, ...of.parts])) yield* compare(of, row.code, rowLabel(row));
}

/** The columns of a pair that were not read: what stands in them is unknown, not zero. */
function unreadColumns({ whole, parts }: WholeAndParts, [column, other]: ColumnPair): readonly Check[] {
  if (!hasColumn(whole.table, column)) return [missingColumn(whole.table, column)];
  return parts.filter((part) => lacks(part, other)).map((part) => missingColumn(part.table, other));
}

/** Whether a table with figures was read without a column. */
const lacks = ({ table, empty }: Part, column: ColumnKey): boolean => !empty && !hasColumn(table, column);

function compare(of: WholeAndParts, code: string, label: string): readonly Check[] {
  const { whole, parts } = of;
  if (code !== TOTAL_ROW && !prints(whole, code)) return [];
  const off = of.soundRowsOnly ? rowOff([whole, ...parts], code) : undefined;
  if (off) return [off];
  const name = `${shortName(whole.table)} ${label}`;
  // Where a part does not print the code's level, its amount under the code is unknown and only "≥" can be checked.
  const listed = of.equal && (code === TOTAL_ROW || parts.every((part) => part.empty || prints(part, code)));
  const checks: Check[] = [];
  for (const [column, other] of of.columns) {
    if (!hasColumn(whole.table, column)) continue;
    const left = labelledTerms(rowsFor(whole, code, column), column);
    const right = parts.flatMap((part) => labelledTerms(rowsFor(part, code, other), other));
    if (left.length === 0 && right.length === 0) continue;
    const exact = listed && !parts.some((part) => lacks(part, other));
    checks.push({
      kind: "identity",
      relation: exact ? "=" : ">=",
      left,
      right,
      subject: `${name} · ${columnLabel(whole.table, column)}`,
      sheet: whole.table.sheet,
      remark: exact ? of.remark : undefined,
    });
  }
  return checks;
}

/** Why a code is not compared: a row of it that contradicts itself. */
function rowOff(tables: readonly Part[], code: string): Check | undefined {
  for (const part of tables) {
    const off = rowsFor(part, code, "total").find(({ row }) => rowsOff(part.table).has(row));
    if (off) return notEvaluated(part.table, `${off.label}一行本身不平，先改正该行`);
  }
  return undefined;
}

function prints(part: Part, code: string): boolean {
  return part.table.byKey.has(code) || part.hierarchy.levels.has(code.length);
}

/** The rows that stand for a code (or for 合计) in a table, with their labels. */
function rowsFor({ table, hierarchy }: Part, code: string, column: ColumnKey): readonly LabelledRow[] {
  const rows = code === TOTAL_ROW ? totalRows(table, hierarchy, column) : rowsOfCode(table, code, hierarchy);
  return labelRowsOf(table, rows);
}

/** The first row of every code that any of the tables prints. */
function rowsOfCodes(parts: readonly Part[]): Iterable<CodedRow> {
  const rows = new Map<string, CodedRow>();
  for (const { table } of parts) for (const row of codedRows(table)) if (!rows.has(row.code)) rows.set(row.code, row);
  return rows.values();
}
