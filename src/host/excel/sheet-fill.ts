import type { CellAddress, CellRange } from "../../core/model/cell";
import type { CellLook } from "../../core/model/look";
import type { SheetContent } from "../port";
import { blocksOf, blockText, chunksBySize } from "./cell-blocks";
import { entryFor } from "./cell-content";

/** Rows written at once. */
const ROWS_PER_BATCH = 2_000;
/** Characters of an address that Worksheet.getRanges takes (documented: 8,192). */
const LONGEST_ADDRESS = 8_000;
const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;

type ContentCell = SheetContent["rows"][number][number];
const LINES = "BFC5CD";
const BLANK: ContentCell = { content: null };

/** Writes contents and formats onto an empty sheet, all queued but for chunks of very long ones. ExcelApi 1.9. */
export async function fillSheet(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  content: SheetContent,
): Promise<void> {
  const width = Math.max(1, ...content.rows.map((row) => row.length));
  for (let top = 0; top < content.rows.length; top += ROWS_PER_BATCH) {
    const rows = content.rows.slice(top, top + ROWS_PER_BATCH);
    const area: CellRange = { top, left: 0, bottom: top + rows.length - 1, right: width - 1 };
    const range = sheet.getRange(blockText(area));
    const cells = rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? BLANK));
    // A formula entered into a cell that is text would stay text.
    range.numberFormat = cells.map((row) => row.map((cell) => formatOf(cell)));
    range.formulas = cells.map((row) =>
      row.map((cell) => entryFor(cell.content, cell.isFormula ?? false, formatOf(cell))),
    );
    for (const [r, row] of cells.entries()) {
      for (const [c, cell] of row.entries()) if (cell.bold) sheet.getCell(top + r, c).format.font.bold = true;
    }
    if (top + ROWS_PER_BATCH < content.rows.length) await context.sync();
  }
  for (const [column, characters] of (content.widths ?? []).entries()) {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = pointsOf(characters);
  }
  for (const [row, points] of content.heights ?? []) sheet.getRangeByIndexes(row, 0, 1, 1).format.rowHeight = points;
  drawLooks(sheet, content);
  for (const merge of content.merges ?? []) sheet.getRange(blockText(merge)).merge(false);
  if (content.frozen) sheet.freezePanes.freezeRows(content.frozen);
  if (content.print) setUpPrinting(sheet, content.print);
}

const formatOf = ({ numberFormat, look }: ContentCell): string => look?.numberFormat ?? numberFormat ?? "General";

/** Every look once, over all the cells that have it. */
function drawLooks(sheet: Excel.Worksheet, { name, rows }: SheetContent): void {
  const cellsOf = new Map<CellLook, CellAddress[]>();
  const boxes = new Map<string, CellAddress[]>();
  rows.forEach((row, r) =>
    row.forEach(({ look }, column) => {
      if (!look) return;
      const cell = { sheet: name, row: r, column };
      cellsOf.set(look, [...(cellsOf.get(look) ?? []), cell]);
      const lines = look.lines ?? LINES;
      if (look.boxed) boxes.set(lines, [...(boxes.get(lines) ?? []), cell]);
    }),
  );
  for (const [look, cells] of cellsOf) {
    const blocks = blocksOf(cells).map(blockText);
    for (const chunk of chunksBySize(blocks, (text) => text.length + 1, LONGEST_ADDRESS))
      draw(sheet.getRanges(chunk.join(",")).format, look);
  }
  for (const [color, cells] of boxes)
    for (const block of blocksOf(cells)) box(sheet.getRange(blockText(block)).format, block, color);
}

/** Lines around every cell of a block; a block of one row or column has no lines inside that way. */
function box(format: Excel.RangeFormat, { top, left, bottom, right }: CellRange, color: string): void {
  const inside = [
    ...(bottom > top ? (["InsideHorizontal"] as const) : []),
    ...(right > left ? (["InsideVertical"] as const) : []),
  ];
  for (const edge of [...EDGES, ...inside]) {
    const border = format.borders.getItem(edge);
    border.style = "Continuous";
    border.color = `#${color}`;
  }
}

function draw(format: Excel.RangeFormat, look: CellLook): void {
  const { font } = format;
  if (look.font !== undefined) font.name = look.font;
  if (look.size !== undefined) font.size = look.size;
  if (look.bold) font.bold = true;
  if (look.color !== undefined) font.color = `#${look.color}`;
  if (look.fill !== undefined) format.fill.color = `#${look.fill}`;
  if (look.align) format.horizontalAlignment = ALIGNMENTS[look.align];
  format.verticalAlignment = "Center";
  if (look.wrap) format.wrapText = true;
}

const ALIGNMENTS = { left: "Left", center: "Center", right: "Right" } as const;

function setUpPrinting(sheet: Excel.Worksheet, print: NonNullable<SheetContent["print"]>): void {
  const layout = sheet.pageLayout;
  layout.orientation = print.isPortrait ? "Portrait" : "Landscape";
  layout.paperSize = "A4";
  layout.centerHorizontally = true;
  layout.zoom = print.onePage ? { horizontalFitToPages: 1, verticalFitToPages: 1 } : { horizontalFitToPages: 1 };
  layout.setPrintTitleRows(`$${print.repeated.top + 1}:$${print.repeated.bottom + 1}`);
}

/** The other way round; the usual width where Excel states none. */
export function charactersOf(points: number | undefined): number {
  return points === undefined ? 8.43 : Math.max(0, (points / 0.75 - 5) / 7);
}

/** Office.js counts column widths in points: about 7 pixels a character and 5 of margin, at 96 pixels an inch. */
function pointsOf(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}
