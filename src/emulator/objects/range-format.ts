import type { CellRange } from "../../core/model/cell";
import { handleOf, type Handle, type ObjectType } from "../handle";
import type { OpaqueStyle } from "../model/content";
import { BY_ADDIN } from "../model/events";
import type { SheetModel } from "../model/sheet-model";
import type { Json } from "../protocol";
import type { Session } from "../session";
import { requireFormattable } from "./protection";

interface FormatTarget {
  readonly sheet: SheetModel;
  readonly range: CellRange;
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
  setters: { Bold: (target, value, session) => restyle(target, { bold: value === true }, session) },
};

const TYPE: ObjectType<FormatTarget> = {
  kind: "RangeFormat",
  setters: {
    /** In points; kept in the sheet's layout by column. */
    ColumnWidth: ({ sheet, range }, value, session) => {
      requireFormattable(session.workbook, sheet);
      const widths: Record<string, Json> = { ...(sheet.layout?.["columnWidths"] as Record<string, Json> | undefined) };
      for (let column = range.left; column <= range.right; column += 1) widths[String(column)] = value;
      sheet.layout = { ...sheet.layout, columnWidths: widths };
      session.workbook.formatted(sheet, BY_ADDIN);
    },
  },
  objects: {
    Protection: (target) => handleOf(PROTECTION, target),
    Font: (target) => handleOf(FONT, target),
  },
};

/** Format object of a range: what the adapter needs of it. */
export function rangeFormat(target: FormatTarget): Handle {
  return handleOf(TYPE, target);
}

/** The value all cells share, null where they differ, as Excel answers. */
function common({ range }: FormatTarget, pick: (row: number, column: number) => boolean): boolean | null {
  const first = pick(range.top, range.left);
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) if (pick(row, column) !== first) return null;
  }
  return first;
}

function restyle({ sheet, range }: FormatTarget, change: OpaqueStyle, session: Session): void {
  requireFormattable(session.workbook, sheet);
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) {
      sheet.setStyle(row, column, { ...sheet.cell(row, column).style, ...change });
    }
  }
  session.workbook.formatted(sheet, BY_ADDIN);
}
