import type { CellLook, SheetLooks } from "../../core/model/look";
import { HostError } from "../errors";
import { officeCode } from "./error-mapping";
import { loadInHalves } from "./load-in-halves";
import type { ExcelRunner } from "./run";
import { charactersOf } from "./sheet-fill";

/** What is asked of every cell. */
const OF_CELL: Excel.CellPropertiesLoadOptions = {
  format: {
    font: { name: true, size: true, bold: true, color: true },
    fill: { color: true },
    borders: { style: true, color: true },
    horizontalAlignment: true,
    wrapText: true,
  },
};
const ALIGNMENTS: Readonly<Record<string, CellLook["align"]>> = { Left: "left", Center: "center", Right: "right" };
const WHITE = "FFFFFF";

/** How sheets look. One batch for all of them, in halves where Excel finds the answer too large. ExcelApi 1.9. */
export class LookReader {
  constructor(private readonly runner: ExcelRunner) {}

  /** @throws HostError `sheetMissing` */
  async read(names: readonly string[]): Promise<readonly SheetLooks[]> {
    return await this.runner.run(
      (context) =>
        loadInHalves<string, SheetLooks>(
          names,
          (members) => load(context, members),
          (sheet, error) => {
            if (officeCode(error) === "ItemNotFound") throw new HostError("sheetMissing", { sheet });
            throw error;
          },
        ),
      {},
    );
  }
}

async function load(context: Excel.RequestContext, names: readonly string[]): Promise<readonly SheetLooks[]> {
  const asked = names.map((name) => {
    const sheet = context.workbook.worksheets.getItem(name);
    // Never a null object: on a blank sheet getUsedRange answers the first cell (documented).
    const used = sheet.getUsedRange();
    used.load("rowIndex,columnIndex,numberFormat");
    sheet.pageLayout.load("orientation");
    return {
      name,
      used,
      page: sheet.pageLayout,
      cells: used.getCellProperties(OF_CELL),
      columns: used.getColumnProperties({ columnIndex: true, format: { columnWidth: true } }),
      rows: used.getRowProperties({ rowIndex: true, format: { rowHeight: true } }),
    };
  });
  await context.sync();
  return asked.map(({ name, used, page, cells, columns, rows }): SheetLooks => {
    const { rowIndex: top, columnIndex: left } = used;
    const before = Array.from({ length: left }, () => null);
    const formats = used.numberFormat as string[][];
    const distinct = new Map<string, CellLook>();
    const lookAt = (cell: Excel.CellProperties, r: number, c: number): CellLook => {
      const look = lookOf(cell.format ?? {}, formats[r]?.[c] ?? "General");
      const text = JSON.stringify(look);
      const known = distinct.get(text) ?? look;
      distinct.set(text, known);
      return known;
    };
    return {
      name,
      cells: [
        ...Array.from({ length: top }, () => []),
        ...cells.value.map((row, r) => [...before, ...row.map((cell, c) => lookAt(cell, r, c))]),
      ],
      widths: [
        ...Array.from({ length: left }, () => charactersOf(undefined)),
        ...columns.value.map(({ format }) => charactersOf(format?.columnWidth)),
      ],
      heights: new Map(
        rows.value.flatMap(({ format }, r) => (format?.rowHeight === undefined ? [] : [[top + r, format.rowHeight]])),
      ),
      isPortrait: page.orientation !== "Landscape",
    };
  });
}

function lookOf(format: Excel.CellPropertiesFormat, numberFormat: string): CellLook {
  const { font = {}, fill = {}, borders = {}, horizontalAlignment = "", wrapText } = format;
  const line = [borders.top, borders.left, borders.bottom, borders.right].find(
    (side) => side?.style !== undefined && side.style !== "None",
  );
  const align = ALIGNMENTS[horizontalAlignment];
  const filled = hex(fill.color);
  return {
    ...(font.name ? { font: font.name } : {}),
    ...(font.size ? { size: font.size } : {}),
    ...(font.bold ? { bold: true } : {}),
    ...(hex(font.color) ? { color: hex(font.color) ?? "" } : {}),
    ...(filled !== undefined && filled !== WHITE ? { fill: filled } : {}),
    ...(line ? { boxed: true, lines: hex(line.color) ?? "000000" } : {}),
    ...(align ? { align } : {}),
    ...(wrapText ? { wrap: true } : {}),
    numberFormat,
  };
}

/** "#1F2328" → "1F2328"; undefined where there is no such colour. */
function hex(color: string | undefined): string | undefined {
  return /^#([0-9a-f]{6})$/i.exec(color ?? "")?.[1]?.toUpperCase();
}
