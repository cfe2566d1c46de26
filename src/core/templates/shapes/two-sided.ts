import { a1, type CellAddress } from "../../model/cell";
import { isFunctionalItem, isIncomeItem, type ColumnKey, type RowKey } from "../../model/table";
import { noteWhileBlank } from "../formulas";
import { HEAD_ROWS, putHead, putNotes } from "../head";
import type { PrintedHalf, PrintedLine, TwoSidedPrint } from "../layouts/layout";
import { linkedFormula } from "../linked-formula";
import { linksOf } from "../links";
import { SheetBuilder } from "../sheet-builder";
import { HEADER_HEIGHT, type Draft, type SheetOrder } from "./shape";

/** Points of a row. */
const ROW_HEIGHT = 17;
const NUMBER_ROW = HEAD_ROWS + 2;
const FIRST = NUMBER_ROW + 1;

/** A half with its place on the sheet: label, 行次, then the amounts. */
interface PlacedHalf {
  readonly half: PrintedHalf;
  readonly left: number;
  readonly lines: readonly PrintedLine[];
}

/** Items and foot lines, with blank lines between where the other half is longer. */
function padded({ items, foot }: PrintedHalf, length: number): readonly PrintedLine[] {
  return [...items, ...Array.from({ length: length - items.length - foot.length }, () => ({ label: "" })), ...foot];
}

/** A table of two halves: income left, expenditure right. */
export function twoSidedSheet(print: TwoSidedPrint, order: SheetOrder): Draft {
  const length = Math.max(...[print.left, print.right].map(({ items, foot }) => items.length + foot.length));
  const halves: readonly PlacedHalf[] = [
    { half: print.left, left: 0, lines: padded(print.left, length) },
    { half: print.right, left: 2 + print.left.columns.length, lines: padded(print.right, length) },
  ];
  const cells = new Map<string, CellAddress>();
  for (const { half, left, lines } of halves)
    lines.forEach(({ key }, i) => {
      if (key === undefined) return;
      half.columns.forEach((column, c) =>
        cells.set(`${key} ${column.key}`, { sheet: order.name, row: FIRST + i, column: left + 2 + c }),
      );
    });
  const cellOf = (row: RowKey, column: ColumnKey): CellAddress | undefined => cells.get(`${row} ${column}`);
  const build: Draft["build"] = (others) => {
    const columns = halves.reduce((sum, { half }) => sum + 2 + half.columns.length, 0);
    const sheet = new SheetBuilder(order.name, columns);
    putHead(sheet, order.head, print.title, order.number);
    halves.forEach((placed, side) => {
      putHalfHeader(sheet, placed, side === 0 ? 0 : print.left.columns.length);
      placed.lines.forEach((line, i) => {
        const row = FIRST + i;
        sheet.put(row, placed.left, line.label === "" ? null : line.label, line.label === "总计" ? "centre" : "label");
        sheet.put(row, placed.left + 1, side * length + i + 1, "line");
        placed.half.columns.forEach(({ key: column }, c) => {
          const cell = { sheet: order.name, row, column: placed.left + 2 + c };
          const items = placed.lines.flatMap(({ key }) =>
            key !== undefined && (isIncomeItem({ key }) || isFunctionalItem({ key })) ? [key] : [],
          );
          const formula =
            order.head.formulas && line.key !== undefined
              ? linkedFormula(cell, linksOf(print.key, line.key, column), { cellOf, others, items, column })
              : undefined;
          if (formula === undefined) sheet.put(row, cell.column, null, "figure");
          else sheet.formula(cell, formula, "sum");
        });
      });
    });
    const bottom = FIRST + length - 1;
    const areas = halves.map(
      ({ half, left }) =>
        `${a1({ row: FIRST, column: left + 2 })}:${a1({ row: bottom, column: left + 1 + half.columns.length })}`,
    );
    const { note, blankNote: blank } = print;
    putNotes(sheet, bottom + 1, order.head, { note, blank, blankFormula: (text) => noteWhileBlank(text, areas) });
    return sheet.plan(ROW_HEIGHT, {
      kind: print.key,
      widths: halves.flatMap(({ half }) => [34, 6, ...half.columns.map(() => 16)]),
      onePage: true,
      repeated: { top: 0, bottom: NUMBER_ROW },
    });
  };
  return { placed: { sheet: order.name, cellOf }, build };
}

/** Heading over the half, labels of its columns, their numbers going on from the other half's. */
function putHalfHeader(sheet: SheetBuilder, { half, left }: PlacedHalf, before: number): void {
  const top = HEAD_ROWS;
  const right = left + 1 + half.columns.length;
  sheet.merge({ top, left, bottom: top, right }, half.heading, "head");
  sheet.height(top + 1, HEADER_HEIGHT + 8);
  ["项目", "行次", ...half.columns.map(({ label }) => label)].forEach((label, i) =>
    sheet.put(top + 1, left + i, label, "head"),
  );
  sheet.put(NUMBER_ROW, left, "栏次", "centre");
  sheet.put(NUMBER_ROW, left + 1, null, "centre");
  half.columns.forEach((_, i) => sheet.put(NUMBER_ROW, left + 2 + i, before + i + 1, "line"));
}
