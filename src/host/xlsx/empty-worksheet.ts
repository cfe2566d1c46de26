import { a1, columnName } from "../../core/model/cell";
import type { SheetContent } from "../port";
import { XML_HEAD } from "./opc-package";

/** A worksheet of that content's size, widths, heights, merged areas, frozen rows and print set-up, without its cells. */
export function emptyWorksheet(sheet: SheetContent, namespace: string): string {
  const { rows, widths = [], heights = new Map<number, number>(), merges = [], frozen = 0, print } = sheet;
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const dimension = `A1:${columnName(columns - 1)}${Math.max(1, rows.length)}`;
  const cols = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  const high = [...heights]
    .sort(([a], [b]) => a - b)
    .map(([row, points]) => `<row r="${row + 1}" ht="${points}" customHeight="1"/>`);
  const areas = merges.map(
    ({ top, left, bottom, right }) =>
      `<mergeCell ref="${a1({ row: top, column: left })}:${a1({ row: bottom, column: right })}"/>`,
  );
  return [
    `${XML_HEAD}<worksheet xmlns="${namespace}">`,
    print ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : "",
    `<dimension ref="${dimension}"/>`,
    frozen > 0 ? frozenXml(frozen) : "",
    listed("cols", cols),
    high.length > 0 ? `<sheetData>${high.join("")}</sheetData>` : "<sheetData/>",
    areas.length > 0 ? `<mergeCells count="${areas.length}">${areas.join("")}</mergeCells>` : "",
    print ? printXml(print) : "",
    "</worksheet>",
  ].join("");
}

function frozenXml(rows: number): string {
  const pane = `<pane ySplit="${rows}" topLeftCell="A${rows + 1}" activePane="bottomLeft" state="frozen"/>`;
  return `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`;
}

function printXml({ isPortrait, onePage }: NonNullable<SheetContent["print"]>): string {
  return [
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${isPortrait ? "portrait" : "landscape"}" ${onePage ? "" : 'fitToHeight="0"'}/>`,
  ].join("");
}

function listed(name: string, items: readonly string[]): string {
  return items.length > 0 ? `<${name}>${items.join("")}</${name}>` : "";
}
