import type { CellRange } from "../../core/model/cell";
import type { CellValue } from "../../core/model/grid";
import { handleOf, type Args, type Handle, type ObjectType } from "../handle";
import { cellCount, fullAddress, intersect, LAST_COLUMN, parseAddress } from "../model/addresses";
import type { CellContent } from "../model/content";
import { BY_ADDIN } from "../model/events";
import type { SheetModel } from "../model/sheet-model";
import { ApiError, type Json } from "../protocol";
import type { Session } from "../session";
import { cellProperties, columnProperties, rowProperties } from "./cell-properties";
import { conditionalFormats } from "./conditional-formats";
import { requireFormattable, requireWritable } from "./protection";
import { rangeAreas } from "./range-areas";
import { rangeFormat } from "./range-format";
import { worksheetHandle } from "./worksheet";

export interface RangeTarget {
  readonly sheet: SheetModel;
  readonly range: CellRange;
}

/** More cells than this are refused: Excel answers null or fails for whole rows, columns and sheets. */
const MOST_CELLS = 5_000_000;

const MOST_MERGES = 512;

/** The tables that a range touches: what the adapter needs of them. */
const TABLES: ObjectType<{ readonly count: number }> = {
  kind: "TableScopedCollection",
  actions: { GetCount: ({ count }) => count },
};

const TYPE: ObjectType<RangeTarget> = {
  kind: "Range",
  scalars: {
    Address: ({ sheet, range }) => fullAddress(sheet.name, range),
    CellCount: ({ range }) => cellCount(range),
    RowIndex: ({ range }) => range.top,
    ColumnIndex: ({ range }) => range.left,
    RowCount: ({ range }) => range.bottom - range.top + 1,
    ColumnCount: ({ range }) => range.right - range.left + 1,
    Values: (target, session) => {
      session.workbook.calculate();
      return read(target, (cell) => cell.value ?? "");
    },
    Formulas: (target, session) => {
      session.workbook.calculate();
      return read(target, (cell) => cell.formula ?? cell.value ?? "");
    },
    NumberFormat: (target) => read(target, (cell) => cell.numberFormat),
  },
  setters: {
    Values: enter,
    Formulas: (target, value, session) => {
      enter(target, value, session);
      if (session.build.behaviours.formulasFillTableColumns) fillTableColumns(target, value);
    },
    NumberFormat: (target, value, session) => {
      requireFormattable(session.workbook, target.sheet);
      const { top, left } = target.range;
      matrix(value, target.range).forEach((row, r) =>
        row.forEach((format, c) => {
          if (typeof format === "string") target.sheet.setNumberFormat(top + r, left + c, format);
        }),
      );
      session.workbook.formatted(target.sheet, BY_ADDIN);
    },
  },
  objects: {
    ConditionalFormats: ({ sheet, range }) => conditionalFormats(sheet, [range]),
    Format: ({ sheet, range }) => rangeFormat({ sheet, ranges: [range] }),
    Worksheet: ({ sheet }) => worksheetHandle(sheet),
  },
  methods: {
    GetTables: ({ sheet, range }) =>
      handleOf(TABLES, { count: sheet.tables.filter((table) => intersect(table, range)).length }),
    GetUsedRangeOrNullObject: ({ sheet, range }, args) => {
      const used = sheet.usedRange(args.flag(0), range);
      return used ? rangeHandle(sheet, used) : null;
    },
    GetCell: ({ sheet, range }, args) => {
      const row = range.top + args.number(0);
      const column = range.left + args.number(1);
      return rangeHandle(sheet, { top: row, left: column, bottom: row, right: column });
    },
    /** Documented to fail above 512 merged areas; with which code is not. */
    GetMergedAreasOrNullObject: ({ sheet, range }) => {
      const merged = sheet.merges.filter((merge) => intersect(merge, range) !== undefined);
      if (merged.length > MOST_MERGES) throw new ApiError("GeneralException", "too many merged areas");
      return merged.length === 0 ? null : rangeAreas(sheet, merged);
    },
    /** Whole rows alone, downwards: what the adapter needs of it. */
    Insert: ({ sheet, range }, args, session) => {
      if (args.text(0) !== "Down" || range.right < LAST_COLUMN)
        throw new ApiError("InvalidArgument", "whole rows only");
      requireWritable(session.workbook, sheet, range);
      session.workbook.shiftRows(sheet, range.top, range.bottom - range.top + 1, BY_ADDIN);
      return rangeHandle(sheet, range);
    },
    GetRow: ({ sheet, range }, args) => {
      const row = range.top + args.number(0);
      return rangeHandle(sheet, { ...range, top: row, bottom: row });
    },
    GetBoundingRect: ({ sheet, range }, args) => {
      const other = otherRange(args);
      return rangeHandle(sheet, {
        top: Math.min(range.top, other.top),
        left: Math.min(range.left, other.left),
        bottom: Math.max(range.bottom, other.bottom),
        right: Math.max(range.right, other.right),
      });
    },
    GetIntersection: intersection,
    GetIntersectionOrNullObject: intersection,
  },
  actions: {
    /** The runtime cuts matrices of more than 1,500 cells into rows itself and has the whole size checked first. */
    _ValidateArraySize: ({ range }, args) => {
      const fits = args.number(0) === range.bottom - range.top + 1 && args.number(1) === range.right - range.left + 1;
      if (!fits) throw new ApiError("InvalidArgument", "the matrix does not have the range's shape");
      return null;
    },
    GetCellProperties: ({ sheet, range }) => cellProperties(sheet, range),
    GetColumnProperties: ({ sheet, range }) => columnProperties(sheet, range),
    GetRowProperties: ({ sheet, range }) => rowProperties(sheet, range),
    Clear: ({ sheet, range }, args, session) => {
      const what = args.count === 0 || args.value(0) === null ? "All" : args.text(0);
      const contents = what === "All" || what === "Contents";
      const formats = what === "All" || what === "Formats";
      requireWritable(session.workbook, sheet, range);
      session.workbook.clear(sheet, range, { contents, formats }, BY_ADDIN);
      return null;
    },
    Delete: ({ sheet, range }, args, session) => {
      if (args.text(0) !== "Up" || range.right < LAST_COLUMN) throw new ApiError("InvalidArgument", "whole rows only");
      requireWritable(session.workbook, sheet, range);
      session.workbook.shiftRows(sheet, range.top, range.top - range.bottom - 1, BY_ADDIN);
      return null;
    },
    /** Formats alone: what the adapter needs of it. */
    CopyFrom: ({ sheet, range }, args, session) => {
      if (args.text(1) !== "Formats") throw new ApiError("InvalidArgument", "formats only");
      requireFormattable(session.workbook, sheet);
      const source = parseAddress(args.text(0)).range;
      for (const [, column, { style, numberFormat }] of sheet.cellsIn(source)) {
        sheet.setNumberFormat(range.top, column, numberFormat);
        if (style) sheet.setStyle(range.top, column, style);
      }
      return null;
    },
    Merge: ({ sheet, range }, _args, session) => {
      requireWritable(session.workbook, sheet, range);
      session.workbook.merge(sheet, range, BY_ADDIN);
      return null;
    },
    Select: ({ sheet, range }, _args, session) => {
      if (sheet.visibility !== "Visible") throw new ApiError("InvalidOperation", "the sheet is hidden");
      session.workbook.select(sheet, range, BY_ADDIN);
      return null;
    },
  },
};

/** Range object of a rectangle of cells. */
export function rangeHandle(sheet: SheetModel, range: CellRange): Handle {
  return handleOf(TYPE, { sheet, range });
}

/** The argument as a range: an object or an address. */
function otherRange(args: Args): CellRange {
  const other = args.object(0)?.target as RangeTarget | undefined;
  return other?.range ?? parseAddress(args.text(0)).range;
}

function intersection({ sheet, range }: RangeTarget, args: Args): Handle | null {
  const common = intersect(range, otherRange(args));
  return common ? rangeHandle(sheet, common) : null;
}

function read({ sheet, range }: RangeTarget, pick: (cell: CellContent) => Json): Json {
  if (cellCount(range) > MOST_CELLS) throw new ApiError("ResponsePayloadSizeLimitExceeded", "too many cells");
  const rows: Json[] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    const cells: Json[] = [];
    for (let column = range.left; column <= range.right; column += 1) cells.push(pick(sheet.cell(row, column)));
    rows.push(cells);
  }
  return rows;
}

function enter(target: RangeTarget, value: Json, session: Session): void {
  requireWritable(session.workbook, target.sheet, target.range);
  session.workbook.enter(target.sheet, target.range, matrix(value, target.range), BY_ADDIN);
}

/** Copies formulas into the other cells of their column of a table, below its headings. */
function fillTableColumns({ sheet, range }: RangeTarget, value: Json): void {
  matrix(value, range).forEach((row, r) =>
    row.forEach((entry, c) => {
      const [at, column] = [range.top + r, range.left + c];
      const table = sheet.tables.find((area) => intersect(area, { top: at, left: column, bottom: at, right: column }));
      if (!table || typeof entry !== "string" || !entry.startsWith("=")) return;
      for (let other = table.top + 1; other <= table.bottom; other += 1) sheet.enter(other, column, entry);
    }),
  );
}

/** A single value goes into every cell; a matrix must have the range's shape. */
function matrix(value: Json, range: CellRange): readonly (readonly CellValue[])[] {
  const rows = range.bottom - range.top + 1;
  const columns = range.right - range.left + 1;
  if (!Array.isArray(value)) {
    return Array.from({ length: rows }, () => Array.from({ length: columns }, () => value as CellValue));
  }
  const matrix = value as readonly (readonly CellValue[])[];
  if (matrix.length !== rows || matrix.some((row) => row.length !== columns)) {
    throw new ApiError("InvalidArgument", "the matrix does not have the range's shape");
  }
  return matrix;
}
