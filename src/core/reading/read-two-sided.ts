import type { ColumnKey } from "../model/table";
import type { Layout } from "../tables/descriptor";
import type { Body, BodyPart } from "./body";
import { columnKeyOf } from "./column-match";
import type { Header } from "./header";
import { HalfReader, lineMatches } from "./half-reader";
import type { NoteBook } from "./notes";
import type { RawRow, RawTable } from "./raw-table";
import { besideRows } from "./read-classified";
import { isLineNumberHeader, isNameHeader } from "./row-kinds";
import type { SheetView } from "./sheet-view";
import { noteStrayCells } from "./stray-cells";

const HALF_LABEL = /^(?:收入|支出)(?:\(.*\))?$|^项目(?:\(.*\))?$/;
const SAMPLE_ROWS = 120;

/** One half of a two-sided table: where its labels, line numbers and amounts stand. */
export interface Half {
  readonly side: "income" | "expenditure";
  readonly label: number;
  /** Columns from the label up to here (exclusive) belong to the half. */
  readonly end: number;
  readonly lineNumber: number | undefined;
  readonly amounts: ReadonlyMap<ColumnKey, number>;
}

/** Reads Z01 or Z04: 收入 on the left, 支出 on the right, each label looked up in its own half. */
export function readTwoSided(view: SheetView, body: Body, table: Layout, notes: NoteBook): RawTable {
  const columns = new Map<ColumnKey, number>();
  const left: RawRow[] = [];
  const right: RawRow[] = [];
  let income: HalfReader | undefined;
  let expenditure: HalfReader | undefined;
  for (const part of body.parts) {
    const halves = findHalves(view, part, table);
    if (!halves) continue;
    for (const half of [halves.left, halves.right]) {
      for (const [key, column] of half.amounts) if (!columns.has(key)) columns.set(key, column);
    }
    income = income?.at(halves.left) ?? new HalfReader(view, table.lines?.left ?? [], halves.left, notes, left);
    expenditure =
      expenditure?.at(halves.right) ?? new HalfReader(view, table.lines?.right ?? [], halves.right, notes, right);
    for (const row of part.rows) {
      income.read(row);
      expenditure.read(row);
    }
    const read = new Set(
      [halves.left, halves.right].flatMap((half) => [half.label, half.lineNumber ?? -1, ...half.amounts.values()]),
    );
    noteStrayCells(view, part, read, notes);
  }
  return { rows: [...left, ...right], columns, ...besideRows(body) };
}

/**
 * Finds the halves: the label column of a half is the column with most labels of its lines, whatever stands between;
 * amounts and line numbers are told by the header above them.
 */
function findHalves(view: SheetView, part: BodyPart, table: Layout): { left: Half; right: Half } | undefined {
  const rows = part.rows.slice(0, SAMPLE_ROWS);
  const left = busiestColumn(view, rows, (label) => lineMatches(table.lines?.left ?? [], label), -1);
  if (left === undefined) return undefined;
  const isRight = (label: string): boolean => lineMatches(table.lines?.right ?? [], label, true);
  const right = busiestColumn(view, rows, isRight, left);
  if (right === undefined) return undefined;
  return {
    left: half(part.header, "income", left, right, table),
    right: half(part.header, "expenditure", right, endOfRight(part.header, right), table),
  };
}

function busiestColumn(
  view: SheetView,
  rows: readonly number[],
  matches: (label: string) => boolean,
  after: number,
): number | undefined {
  const counts = new Map<number, number>();
  for (const row of rows) {
    for (const cell of view.cells(row)) {
      if (cell.column > after && !cell.numeric && matches(cell.label)) {
        counts.set(cell.column, (counts.get(cell.column) ?? 0) + 1);
      }
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}

/** A third label column (支出 by economic classification beside it) ends the right half. */
function endOfRight(header: Header, right: number): number {
  for (const [column, path] of header.paths) {
    if (column > right && isNameHeader(path[path.length - 1] ?? "")) return column;
  }
  return Number.MAX_SAFE_INTEGER;
}

function half(header: Header, side: Half["side"], label: number, end: number, table: Layout): Half {
  const rules = table.columns.filter(
    (rule) => side === "income" || table.columns.length === 1 || rule.key !== "amount",
  );
  const amounts = new Map<ColumnKey, number>();
  let lineNumber: number | undefined;
  for (const [column, path] of header.paths) {
    if (column <= label || column >= end) continue;
    if (isLineNumberHeader(path[path.length - 1] ?? "")) lineNumber ??= column;
    else {
      const income = side === "income" ? rules.filter((rule) => rule.key === "amount") : rules;
      const key = columnKeyOf(path, income, { leaveOut: HALF_LABEL });
      if (key !== undefined && !amounts.has(key)) amounts.set(key, column);
    }
  }
  return { side, label, end, lineNumber, amounts };
}
