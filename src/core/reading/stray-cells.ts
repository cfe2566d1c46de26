import { a1, columnName } from "../model/cell";
import type { BodyPart } from "./body";
import { isBesideColumn } from "./column-match";
import type { NoteBook } from "./notes";
import { isLineNumberHeader } from "./row-kinds";
import type { FilledCell, SheetView } from "./sheet-view";

/**
 * Notes the numbers of a body that stand in no column we read: one note a column, with the column's header where it has
 * one, the first such cell and how many there are.
 */
export function noteStrayCells(
  view: SheetView,
  part: BodyPart,
  read: ReadonlySet<number>,
  notes: NoteBook,
  isRead: (cell: FilledCell) => boolean = () => false,
): void {
  const stray = new Map<number, { first: FilledCell; count: number }>();
  for (const row of part.rows) {
    for (const cell of view.cells(row)) {
      if (!cell.numeric || read.has(cell.column) || isRead(cell)) continue;
      const known = stray.get(cell.column);
      if (known) known.count += 1;
      else stray.set(cell.column, { first: cell, count: 1 });
    }
  }
  for (const [column, { first, count }] of stray) {
    const path = part.header.paths.get(column) ?? [];
    if (isLineNumberHeader(path[path.length - 1] ?? "")) continue;
    const at = view.address(first.row, first.column);
    const numbers = `${count} 个数字未读取（首个在 ${a1(at)}）`;
    const name = path.join("·");
    if (path.length === 0) notes.add("strayFigure", `${columnName(column)} 列没有表头，${numbers}。`, at);
    else if (isBesideColumn(path)) notes.add("besideColumn", `“${name}”列不是决算数，${numbers}。`, at);
    else notes.add("unknownColumn", `“${name}”列不在本表核对的栏目之内，${numbers}。`, at);
  }
}
