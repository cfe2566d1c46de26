import { around } from "../page-model";
import type { TableCell } from "../page-table";
import type { Text } from "./texts";

/** Rows and columns of a cell, both ends included. */
export type Area = Pick<TableCell, "top" | "left" | "bottom" | "right">;

export function cellOf(text: Text, area: Area): TableCell {
  const { left, top, right, bottom } = text;
  return { ...area, text: text.text, box: { left, top, right, bottom } };
}

/** The cell of several texts in one place, in reading order. */
export function joinedCell(texts: readonly Text[], area: Area): TableCell {
  const inOrder = [...texts].sort((a, b) => a.first - b.first || a.left - b.left);
  const box = around(inOrder) ?? { left: 0, top: 0, right: 0, bottom: 0 };
  return { ...area, text: inOrder.map(({ text }) => text).join(""), box };
}
