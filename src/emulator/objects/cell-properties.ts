import type { CellRange } from "../../core/model/cell";
import type { OpaqueStyle } from "../model/content";
import type { SheetModel } from "../model/sheet-model";
import type { Json } from "../protocol";

const USUAL_WIDTH = 48;
const USUAL_HEIGHT = 14.25;
/** A cell's font and colours where nothing was said of them, as Excel answers them. */
const USUAL = { fontName: "宋体", fontSize: 11, color: "#000000", fill: "#FFFFFF" } as const;

/** How the cells of a range look, whatever of it is asked for: all that the emulator keeps. */
export function cellProperties(sheet: SheetModel, { top, left, bottom, right }: CellRange): Json {
  return span(top, bottom).map((row) => span(left, right).map((column) => propertiesOf(sheet.cell(row, column).style)));
}

/** Widths of the range's columns in points. */
export function columnProperties(sheet: SheetModel, { left, right }: CellRange): Json {
  return span(left, right).map((columnIndex) => ({
    columnIndex,
    format: { columnWidth: sizeOf(sheet, "columnWidths", columnIndex) ?? USUAL_WIDTH },
  }));
}

/** Heights of the range's rows in points. */
export function rowProperties(sheet: SheetModel, { top, bottom }: CellRange): Json {
  return span(top, bottom).map((rowIndex) => ({
    rowIndex,
    format: { rowHeight: sizeOf(sheet, "rowHeights", rowIndex) ?? USUAL_HEIGHT },
  }));
}

function propertiesOf(style: OpaqueStyle = {}): Json {
  const said = style as Readonly<Record<string, Json | undefined>>;
  const borders = (said["borders"] ?? {}) as Readonly<Record<string, Readonly<Record<string, Json>>>>;
  const lines = ["top", "left", "bottom", "right"].map((side) => {
    const line = borders[side];
    return [side, line ? { style: line["style"] ?? "Continuous", color: line["color"] ?? "" } : { style: "None" }];
  });
  return {
    format: {
      font: {
        name: said["fontName"] ?? USUAL.fontName,
        size: said["fontSize"] ?? USUAL.fontSize,
        bold: said["bold"] === true,
        color: said["color"] ?? USUAL.color,
      },
      fill: { color: said["fill"] ?? USUAL.fill },
      borders: Object.fromEntries(lines) as Json,
      horizontalAlignment: said["horizontal"] ?? "General",
      wrapText: said["wrap"] === true,
    },
  };
}

function sizeOf(sheet: SheetModel, which: string, at: number): Json | undefined {
  return (sheet.layout?.[which] as Readonly<Record<string, Json>> | undefined)?.[String(at)];
}

function span(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
