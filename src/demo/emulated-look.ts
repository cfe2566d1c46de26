import type { CellLook as HostLook } from "../core/model/look";
import type { SheetModel } from "../emulator/model/sheet-model";
import { SIDES, type BorderLine, type CellLook, type Side } from "./cell-looks";
import type { OpenedWorkbook } from "./opened-workbook";
import type { SheetLook } from "./sheet-looks";

/** How a sheet looks: as its file says, or, where the add-in added it since, as the add-in formatted it. */
export function lookOfSheet({ looks }: OpenedWorkbook, sheet: SheetModel): SheetLook | undefined {
  return looks.get(sheet.name) ?? addedLook(sheet);
}

function addedLook(sheet: SheetModel): SheetLook | undefined {
  if (!sheet.layout) return undefined;
  const cells = new Map<number, Map<number, CellLook>>();
  for (const [row, column, { style, numberFormat }] of sheet.allCells()) {
    if (!style) continue;
    const ofRow = cells.get(row) ?? new Map<number, CellLook>();
    cells.set(row, ofRow.set(column, cellLook(style, numberFormat)));
  }
  return {
    cells,
    widths: pixels(sheet.layout["columnWidths"]),
    heights: pixels(sheet.layout["rowHeights"]),
    showGridLines: true,
  };
}

/** What Office.js was told, in the words of a file. */
function cellLook(style: Readonly<Record<string, unknown>>, numberFormat: string): CellLook {
  const text = (name: string): string | undefined => {
    const value = style[name];
    return typeof value === "string" ? value : undefined;
  };
  const size = style["fontSize"];
  const borders: Partial<Record<Side, BorderLine>> = {};
  const drawn = style["borders"] as Partial<Record<Side, { readonly color?: string }>> | undefined;
  for (const side of SIDES) {
    const line = drawn?.[side];
    if (line) borders[side] = { style: 1, color: line.color ?? "#000000" };
  }
  const [fontName, color, fill, horizontal, vertical] = ["fontName", "color", "fill", "horizontal", "vertical"].map(
    text,
  );
  return {
    ...(fontName !== undefined && { fontName }),
    ...(typeof size === "number" && { fontSize: size }),
    ...(style["bold"] === true && { bold: true }),
    ...(color !== undefined && { color }),
    ...(fill !== undefined && { fill }),
    ...(horizontal !== undefined && { horizontal: horizontal.toLowerCase() }),
    ...(vertical !== undefined && { vertical: vertical.toLowerCase() }),
    ...(style["wrap"] === true && { wrap: true }),
    borders,
    numberFormat,
  };
}

/** Points to pixels of 96 to the inch. */
function pixels(sizes: unknown): ReadonlyMap<number, number> {
  const entries = Object.entries((sizes ?? {}) as Readonly<Record<string, number>>);
  return new Map(entries.map(([at, points]) => [Number(at), Math.round((points * 96) / 72)]));
}

/** The same as a host takes it. */
export function lookOfStyle(style: Readonly<Record<string, unknown>>, numberFormat: string): HostLook {
  const { fontName, fontSize, bold, color, fill, horizontal, wrap, borders } = cellLook(style, numberFormat);
  const line = borders.top ?? borders.left;
  const align = (["left", "center", "right"] as const).find((side) => side === horizontal);
  return {
    ...(fontName !== undefined && { font: fontName }),
    ...(fontSize !== undefined && { size: fontSize }),
    ...(bold && { bold }),
    ...(color !== undefined && { color: color.slice(1) }),
    ...(fill !== undefined && { fill: fill.slice(1) }),
    ...(line && { boxed: true, lines: line.color.slice(1) }),
    ...(wrap && { wrap }),
    ...(align && { align }),
    numberFormat,
  };
}

/** A look of a file in the words that Office.js is told it with, so that a copy of the sheet can be made to look so. */
export function styleOfLook({ borders, horizontal, ...look }: CellLook): Readonly<Record<string, unknown>> {
  const lines = SIDES.flatMap((side) => {
    const line = borders[side];
    return line ? [[side, { style: "Continuous", color: line.color }]] : [];
  });
  return {
    ...look,
    ...(horizontal !== undefined && { horizontal: horizontal.charAt(0).toUpperCase() + horizontal.slice(1) }),
    ...(lines.length > 0 && { borders: Object.fromEntries(lines) as Record<string, unknown> }),
  };
}

/** Widths and heights of a file's sheet in points, as a sheet's layout. */
export function layoutOf(look: SheetLook | undefined): { readonly layout?: Readonly<Record<string, unknown>> } {
  if (!look) return {};
  const points = (sizes: ReadonlyMap<number, number>): Record<string, number> =>
    Object.fromEntries([...sizes].map(([at, pixels]) => [String(at), (pixels * 72) / 96]));
  return { layout: { columnWidths: points(look.widths), rowHeights: points(look.heights) } };
}
