import type { ColumnKey } from "../model/table";
import type { Layout } from "../tables/descriptor";
import type { Body, BodyPart } from "./body";
import { CodeReader } from "./code-columns";
import { columnTree } from "./column-tree";
import { isBesideColumn } from "./column-match";
import type { NoteBook } from "./notes";
import type { RawRow, RawTable } from "./raw-table";
import { besideRows, ClassifiedRows, codesIn, type ClassifiedColumns } from "./read-classified";
import { isCodeHeader, isCodePart, isLineNumberHeader, isNameHeader } from "./row-kinds";
import type { SheetView } from "./sheet-view";

/** Reads a table whose columns only its header tells: rows by code or name, columns in groups with 小计 and 合计. */
export function readMatrix(view: SheetView, body: Body, table: Layout, notes: NoteBook): RawTable {
  const [first] = body.parts;
  if (!first) return { rows: [], columns: new Map() };
  const rows: RawRow[] = [];
  const layout = matrixColumns(view, first, table);
  const reader = new ClassifiedRows(view, layout, new CodeReader(view, layout.codes), notes, rows);
  for (const part of body.parts) for (const row of part.rows) reader.read(row);
  const paths = new Map([...layout.amounts].map(([key, column]) => [key, first.header.paths.get(column) ?? []]));
  return { rows, columns: layout.amounts, headed: columnTree(paths), ...besideRows(body) };
}

function matrixColumns(view: SheetView, { header, rows }: BodyPart, table: Layout): ClassifiedColumns {
  const labels: number[] = [];
  const lineNumbers: number[] = [];
  const others: number[] = [];
  for (const [column, path] of header.paths) {
    const leaf = path[path.length - 1] ?? "";
    if (isLineNumberHeader(leaf)) lineNumbers.push(column);
    else if (others.length === 0 && (path.some(isCodeHeader) || isNameHeader(leaf) || isCodePart(leaf)))
      labels.push(column);
    else if (!isBesideColumn(path)) others.push(column);
  }
  const holdsText = (column: number): boolean =>
    rows.some((row) => view.cell(row, column)?.numeric === false) &&
    rows.every((row) => view.cell(row, column)?.numeric !== true);
  // A header in words of its own (一级目录 | 二级目录): leading columns that hold texts only are labels too.
  while (others[0] !== undefined && holdsText(others[0])) labels.push(...others.splice(0, 1));
  const amounts = new Map<ColumnKey, number>(others.map((column) => [`c${column + 1}`, column]));
  return {
    amounts,
    labels,
    lineNumbers,
    codes: table.codes === undefined ? [] : codesIn(view, rows, labels),
    uncoded: table.codes === undefined || table.linesBelow,
  };
}
