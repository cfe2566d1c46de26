import { update } from "@fortune-sheet/core";
import type { Cell, Sheet } from "@fortune-sheet/core";
import type { CellRange } from "../core/model/cell";
import { intersect } from "../emulator/model/addresses";
import type { ConditionalFormatModel } from "../emulator/model/conditional-format-model";
import type { SheetModel } from "../emulator/model/sheet-model";
import { SIDES, type BorderLine, type CellLook, type Side } from "./cell-looks";
import { lookOfSheet } from "./emulated-look";
import type { OpenedWorkbook } from "./opened-workbook";
import type { SheetLook } from "./sheet-looks";

/** A border of one cell as the grid component takes it. */
export interface GridBorder {
  readonly rangeType: "cell";
  readonly value: { readonly row_index: number; readonly col_index: number } & Readonly<Record<string, unknown>>;
}

const HORIZONTAL: Readonly<Record<string, number>> = { center: 0, centerContinuous: 0, left: 1, right: 2 };
const VERTICAL: Readonly<Record<string, number>> = { center: 0, top: 1, bottom: 2 };
const SIDE_KEYS: Readonly<Record<Side, string>> = { left: "l", right: "r", top: "t", bottom: "b" };
const EDGES: Readonly<Record<string, Side>> = {
  EdgeLeft: "left",
  EdgeRight: "right",
  EdgeTop: "top",
  EdgeBottom: "bottom",
};
/** Pixels of a column and a row the file gives no size for. */
const DEFAULT_SIZE = { width: 72, height: 20 };
/** Empty rows and columns shown around what a sheet holds. */
const MARGIN = { rows: 12, columns: 4 };
const LEAST = { rows: 40, columns: 16 };

/** Cells, borders and sizes of a sheet as the grid component takes them. */
export function gridSheet(workbook: OpenedWorkbook, sheet: SheetModel): Sheet {
  const look = lookOfSheet(workbook, sheet);
  const size = gridSize(sheet, look);
  const merge = Object.fromEntries(
    sheet.merges.map(({ top, left, bottom, right }) => [
      `${top}_${left}`,
      { r: top, c: left, rs: bottom - top + 1, cs: right - left + 1 },
    ]),
  );
  const celldata: Sheet["celldata"] = [];
  for (const [r, c, v] of gridCells(sheet, look)) if (v) celldata.push({ r, c, v });
  return {
    id: sheet.id,
    name: sheet.name,
    order: 0,
    status: 1,
    row: size.rows,
    column: size.columns,
    celldata,
    showGridLines: look?.showGridLines ?? true,
    defaultColWidth: DEFAULT_SIZE.width,
    defaultRowHeight: DEFAULT_SIZE.height,
    config: {
      merge,
      columnlen: sizes(look?.widths),
      rowlen: sizes(look?.heights),
      borderInfo: [...gridBorders(sheet, look)],
    },
  };
}

/** How many rows and columns of a sheet are shown. */
export function gridSize(sheet: SheetModel, look: SheetLook | undefined): { rows: number; columns: number } {
  const used = sheet.usedRange(true);
  const lookRows = look ? Math.max(-1, ...look.cells.keys()) : -1;
  return {
    rows: Math.max(LEAST.rows, Math.max(used?.bottom ?? 0, Math.min(lookRows, 2_000)) + 1 + MARGIN.rows),
    columns: Math.max(LEAST.columns, (used?.right ?? 0) + 1 + MARGIN.columns),
  };
}

/** Every place of a sheet that is shown, with its cell; null where there is nothing to show. */
export function* gridCells(
  sheet: SheetModel,
  look: SheetLook | undefined,
): Iterable<readonly [row: number, column: number, cell: Cell | null]> {
  const { rows, columns } = gridSize(sheet, look);
  for (let row = 0; row < rows; row++) {
    const crosses = ({ top, bottom }: CellRange): boolean => top <= row && row <= bottom;
    const merges = sheet.merges.filter(crosses);
    const formats = sheet.conditionalFormats.filter(({ ranges }) => ranges.some(crosses));
    for (let column = 0; column < columns; column++) {
      yield [row, column, gridCell(sheet, look, row, column, merges, formats)];
    }
  }
}

/** A cell as shown, with the add-in's conditional formats on top of its own look; null where there is nothing to show. */
function gridCell(
  sheet: SheetModel,
  look: SheetLook | undefined,
  row: number,
  column: number,
  merges: readonly CellRange[],
  formats: readonly ConditionalFormatModel[],
): Cell | null {
  const { value, formula, numberFormat } = sheet.cell(row, column);
  const cellLook = look?.cells.get(row)?.get(column);
  const merge = merges.find((range) => contains(range, row, column));
  const cell: Cell = { ...lookOf(cellLook), ...(merge && { mc: mergeOf(merge, row, column) }) };
  if (value !== null) {
    const isNumber = typeof value === "number";
    cell.v = value;
    cell.m = isNumber
      ? shownNumber(numberFormat, value)
      : String(value).toUpperCase() === "TRUE"
        ? "TRUE"
        : String(value);
    cell.ct = { fa: numberFormat, t: isNumber ? "n" : typeof value === "boolean" ? "b" : "s" };
    cell.ht ??= isNumber ? 2 : 1;
  } else if (numberFormat !== "General") {
    cell.ct = { fa: numberFormat, t: "n" };
  }
  if (formula !== null) cell.f = formula;
  Object.assign(cell, highlightOf(formats, row, column));
  return Object.keys(cell).length > 0 ? cell : null;
}

/** Borders of all cells: the file's own and those of the add-in's conditional formats. */
export function* gridBorders(sheet: SheetModel, look: SheetLook | undefined): Generator<GridBorder> {
  for (const [row, cells] of look?.cells ?? []) {
    for (const [column, { borders }] of cells) {
      if (Object.keys(borders).length > 0) yield border(row, column, borders);
    }
  }
  for (const format of sheet.conditionalFormats) {
    const lines: Partial<Record<Side, BorderLine>> = {};
    for (const [edge, side] of Object.entries(EDGES)) {
      const style = format.style.get(`borders.${edge}.style`);
      if (style === undefined || style === null || style === "None") continue;
      lines[side] = {
        style: LINE_OF[String(style)] ?? 1,
        color: text(format.style.get(`borders.${edge}.color`)) ?? "#000000",
      };
    }
    if (Object.keys(lines).length === 0) continue;
    for (const range of format.ranges) {
      for (let row = range.top; row <= range.bottom; row++) {
        for (let column = range.left; column <= range.right; column++) yield border(row, column, lines);
      }
    }
  }
}

const LINE_OF: Readonly<Record<string, number>> = { Continuous: 1, Dash: 4, DashDot: 5, DashDotDot: 6, Dot: 3 };

function border(row: number, column: number, lines: Readonly<Partial<Record<Side, BorderLine>>>): GridBorder {
  const value: Record<string, BorderLine | number> = {};
  for (const side of SIDES) {
    const line = lines[side];
    if (line) value[SIDE_KEYS[side]] = line;
  }
  return { rangeType: "cell", value: { ...value, row_index: row, col_index: column } };
}

function lookOf(look: CellLook | undefined): Cell {
  if (!look) return {};
  const ht = HORIZONTAL[look.horizontal ?? ""];
  return {
    vt: VERTICAL[look.vertical ?? "bottom"] ?? 0,
    ...(ht !== undefined && { ht }),
    ...(look.fontName !== undefined && { ff: look.fontName }),
    ...(look.fontSize !== undefined && { fs: look.fontSize }),
    ...(look.bold && { bl: 1 }),
    ...(look.italic && { it: 1 }),
    ...(look.underline && { un: 1 }),
    ...(look.color !== undefined && { fc: look.color }),
    ...(look.fill !== undefined && { bg: look.fill }),
    tb: look.wrap ? "2" : "1",
  };
}

/** What the add-in's conditional formats change. The demo opens none of a file's own, so all of them are the add-in's. */
function highlightOf(formats: readonly ConditionalFormatModel[], row: number, column: number): Cell {
  const cell: { -readonly [K in keyof Cell]: Cell[K] | undefined } = {};
  for (const { ranges, style } of formats) {
    if (!ranges.some((range) => contains(range, row, column))) continue;
    cell.bg ??= text(style.get("fill.color"));
    cell.fc ??= text(style.get("font.color"));
    if (style.get("font.bold") === true) cell.bl = 1;
    if (style.get("font.italic") === true) cell.it = 1;
    if (style.get("font.strikethrough") === true) cell.cl = 1;
    const underline = style.get("font.underline");
    if (underline !== undefined && underline !== null && underline !== "None") cell.un = 1;
  }
  return Object.fromEntries(Object.entries(cell).filter(([, value]) => value !== undefined));
}

function mergeOf({ top, left, bottom, right }: CellRange, row: number, column: number): NonNullable<Cell["mc"]> {
  const isFirst = row === top && column === left;
  return { r: top, c: left, ...(isFirst && { rs: bottom - top + 1, cs: right - left + 1 }) };
}

/** A number in a number format; as it is where the format can't be applied. */
function shownNumber(numberFormat: string, value: number): string {
  const plain = String(Number(value.toPrecision(15)));
  if (numberFormat === "General") return plain;
  // A format with an empty section for zero shows nothing; the component would show the number as it is.
  if (value === 0 && numberFormat.split(";")[2] === "") return "";
  const shown: unknown = update(numberFormat, value);
  return typeof shown === "string" && shown !== "" ? shown : plain;
}

function contains(range: CellRange, row: number, column: number): boolean {
  return intersect(range, { top: row, left: column, bottom: row, right: column }) !== undefined;
}

function sizes(pixels: ReadonlyMap<number, number> | undefined): Record<string, number> {
  return Object.fromEntries(pixels ?? []);
}

function text(value: string | boolean | number | null | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
