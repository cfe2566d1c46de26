import type { CellRange } from "../../core/model/cell";
import { handleOf, type Handle, type ObjectType } from "../handle";
import type { OpaqueStyle } from "../model/content";
import { BY_ADDIN } from "../model/events";
import type { SheetModel } from "../model/sheet-model";
import { ApiError, textOf, type Json } from "../protocol";
import type { Session } from "../session";
import { requireFormattable } from "./protection";

interface FormatTarget {
  readonly sheet: SheetModel;
  readonly ranges: readonly CellRange[];
}

const PROTECTION: ObjectType<FormatTarget> = {
  kind: "FormatProtection",
  scalars: { Locked: (target) => common(target, (row, column) => target.sheet.cell(row, column).locked !== false) },
};

const FONT: ObjectType<FormatTarget> = {
  kind: "RangeFont",
  scalars: {
    Bold: (target) => common(target, (row, column) => target.sheet.cell(row, column).style?.["bold"] === true),
  },
  setters: {
    Bold: (target, value, session) => restyle(target, { bold: value === true }, session),
    ...keptAs({ Name: "fontName", Size: "fontSize", Color: "color" }),
  },
};

const FILL: ObjectType<FormatTarget> = { kind: "RangeFill", setters: keptAs({ Color: "fill" }) };

interface BorderTarget extends FormatTarget {
  readonly edge: string;
}

/** One edge, or the lines inside; kept with the cells that it bounds. */
const BORDER: ObjectType<BorderTarget> = {
  kind: "RangeBorder",
  setters: {
    Style: (target, value, session) => drawLine(target, { style: value }, session),
    Color: (target, value, session) => drawLine(target, { color: value }, session),
  },
};

const BORDERS: ObjectType<FormatTarget> = {
  kind: "RangeBorderCollection",
  items: () => [],
  item: (target, key) => handleOf(BORDER, { ...target, edge: textOf(key) }),
};

const TYPE: ObjectType<FormatTarget> = {
  kind: "RangeFormat",
  setters: {
    /** In points; kept in the sheet's layout by column. */
    ColumnWidth: (target, value, session) => size(target, "columnWidths", value, session),
    RowHeight: (target, value, session) => size(target, "rowHeights", value, session),
    ...keptAs({ HorizontalAlignment: "horizontal", VerticalAlignment: "vertical", WrapText: "wrap" }),
  },
  objects: {
    Protection: (target) => handleOf(PROTECTION, target),
    Font: (target) => handleOf(FONT, target),
    Fill: (target) => handleOf(FILL, target),
    Borders: (target) => handleOf(BORDERS, target),
  },
};

/** Format object of one rectangle or several: what the adapter needs of it. */
export function rangeFormat(target: FormatTarget): Handle {
  return handleOf(TYPE, target);
}

/** Widths or heights in points; kept in the sheet's layout by column or row. */
function size({ sheet, ranges }: FormatTarget, which: "columnWidths" | "rowHeights", value: Json, session: Session) {
  requireFormattable(session.workbook, sheet);
  const sizes: Record<string, Json> = { ...(sheet.layout?.[which] as Record<string, Json> | undefined) };
  for (const { top, left, bottom, right } of ranges) {
    const [from, to] = which === "columnWidths" ? [left, right] : [top, bottom];
    for (let at = from; at <= to; at += 1) sizes[String(at)] = value;
  }
  sheet.layout = { ...sheet.layout, [which]: sizes };
  session.workbook.formatted(sheet, BY_ADDIN);
}

/** Setters that keep a property of a cell's look under a name of ours. */
function keptAs(names: Readonly<Record<string, string>>): NonNullable<ObjectType<FormatTarget>["setters"]> {
  return Object.fromEntries(
    Object.entries(names).map(([property, name]) => [
      property,
      (target: FormatTarget, value: Json, session: Session) => restyle(target, { [name]: value }, session),
    ]),
  );
}

/** Cells that a border bounds, and on which of their sides. */
const SIDES_OF: Readonly<Record<string, (range: CellRange, row: number, column: number) => readonly string[]>> = {
  EdgeTop: ({ top }, row) => (row === top ? ["top"] : []),
  EdgeBottom: ({ bottom }, row) => (row === bottom ? ["bottom"] : []),
  EdgeLeft: ({ left }, _, column) => (column === left ? ["left"] : []),
  EdgeRight: ({ right }, _, column) => (column === right ? ["right"] : []),
  InsideHorizontal: ({ top, bottom }, row) => [...(row > top ? ["top"] : []), ...(row < bottom ? ["bottom"] : [])],
  InsideVertical: ({ left, right }, _, column) => [
    ...(column > left ? ["left"] : []),
    ...(column < right ? ["right"] : []),
  ],
};

function drawLine({ sheet, ranges, edge }: BorderTarget, change: OpaqueStyle, session: Session): void {
  const sidesOf = SIDES_OF[edge];
  if (!sidesOf) throw new ApiError("InvalidArgument", `no border ${edge}`);
  requireFormattable(session.workbook, sheet);
  forEachCell(ranges, (row, column, range) => {
    for (const side of sidesOf(range, row, column)) {
      const { style } = sheet.cell(row, column);
      const borders = style?.["borders"] as Record<string, OpaqueStyle> | undefined;
      sheet.setStyle(row, column, { ...style, borders: { ...borders, [side]: { ...borders?.[side], ...change } } });
    }
  });
  session.workbook.formatted(sheet, BY_ADDIN);
}

function forEachCell(
  ranges: readonly CellRange[],
  visit: (row: number, column: number, range: CellRange) => void,
): void {
  for (const range of ranges) {
    for (let row = range.top; row <= range.bottom; row += 1) {
      for (let column = range.left; column <= range.right; column += 1) visit(row, column, range);
    }
  }
}

/** The value all cells share, null where they differ, as Excel answers. */
function common({ ranges }: FormatTarget, pick: (row: number, column: number) => boolean): boolean | null {
  const values = new Set<boolean>();
  forEachCell(ranges, (row, column) => values.add(pick(row, column)));
  const [first] = values;
  return values.size === 1 && first !== undefined ? first : null;
}

function restyle({ sheet, ranges }: FormatTarget, change: OpaqueStyle, session: Session): void {
  requireFormattable(session.workbook, sheet);
  forEachCell(ranges, (row, column) => sheet.setStyle(row, column, { ...sheet.cell(row, column).style, ...change }));
  session.workbook.formatted(sheet, BY_ADDIN);
}
