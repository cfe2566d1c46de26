import type { ChartData } from "../../core/narrative/model";
import type { SheetChart, SheetContent } from "../../host/port";
import { chartXml } from "../../host/xlsx/chart-xml";
import { newWorkbook } from "../../host/xlsx/new-workbook";
import { escapeXml } from "../../host/xlsx/xml-text";

const SPACES = {
  chart: "http://schemas.openxmlformats.org/drawingml/2006/chart",
  drawing: "http://schemas.openxmlformats.org/drawingml/2006/main",
  relationships: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  place: "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
} as const;
/** English Metric Units per millimetre, and a chart's size: as wide as the text allows in 三号. */
const EMU = 36_000;
const SIZE = { width: 140 * EMU, height: 78 * EMU } as const;
const SHEET = "图表数据";

/** A native chart of a document: its part, and the workbook Word opens to edit its figures. */
export interface WordChart {
  readonly xml: string;
  readonly workbook: Uint8Array;
}

/** The chart part and its data; undefined where the chart lacks its figures. */
export function wordChart(chart: ChartData): WordChart | undefined {
  if (chart.points.length === 0) return undefined;
  const rows: SheetContent["rows"] = [
    [{ content: "项目" }, { content: `金额（${chart.unit}）` }],
    ...chart.points.map(({ label, value }) => [{ content: label }, { content: value.toNumber() }]),
  ];
  const data = { top: 0, left: 0, bottom: chart.points.length, right: 1 };
  const native: SheetChart = {
    kind: chart.kind === "bars" ? "columns" : "ring",
    title: chart.title,
    fromZero: chart.kind === "bars" && chart.points.every(({ value }) => !value.isNegative()),
    data,
    place: data,
  };
  const xml = chartXml(native, { name: SHEET, rows }, SPACES).replace(
    "</c:chartSpace>",
    '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>',
  );
  return { xml, workbook: newWorkbook([{ name: SHEET, rows, widths: [34, 16], headRows: 1 }]) };
}

/** Said at the drawing itself: an office's template need not know them. */
const DRAWING_SPACES = `xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="${SPACES.drawing}" xmlns:c="${SPACES.chart}" xmlns:r="${SPACES.relationships}"`;

/** The drawing that shows chart `number` in the text. */
export function chartDrawing(number: number, title: string): string {
  return `<w:r><w:drawing><wp:inline ${DRAWING_SPACES} distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${SIZE.width}" cy="${SIZE.height}"/><wp:docPr id="${1000 + number}" name="图${number}" descr="${escapeXml(title)}"/><a:graphic><a:graphicData uri="${SPACES.chart}"><c:chart r:id="rIdChart${number}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}
