import { a1 } from "../../core/model/cell";
import type { SheetChart } from "../port";
import { blockText } from "./cell-blocks";

/** Charts as Excel names them. */
const TYPES = { columns: "ColumnClustered", ring: "Doughnut" } as const satisfies Readonly<
  Record<SheetChart["kind"], `${Excel.ChartType}`>
>;

/** Takes all charts off a sheet of ours; carried out with the next sync but one. ExcelApi 1.1. */
export async function removeCharts(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<void> {
  const { charts } = sheet;
  charts.load("items/name");
  await context.sync();
  for (const chart of charts.items) chart.delete();
}

/** Draws charts over figures that stand on the sheet; carried out with the next sync. ExcelApi 1.1. */
export function drawCharts(sheet: Excel.Worksheet, charts: readonly SheetChart[]): void {
  for (const { kind, title, data, place, fromZero } of charts) {
    const chart = sheet.charts.add(TYPES[kind], sheet.getRange(blockText(data)), "Columns");
    chart.name = title;
    chart.title.text = title;
    chart.legend.visible = kind === "ring";
    chart.dataLabels.showValue = kind === "columns";
    chart.dataLabels.showPercentage = kind === "ring";
    if (fromZero) chart.axes.valueAxis.minimum = 0;
    chart.setPosition(a1({ row: place.top, column: place.left }), a1({ row: place.bottom, column: place.right }));
  }
}
