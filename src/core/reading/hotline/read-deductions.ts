import type { Figure, TextCell } from "../../model/figure";
import { DEDUCTION_REASONS, type DeductionReason, type DeductionRow, type DeductionSheet } from "../../model/hotline";
import type { GridView } from "../self-evaluation/grid-view";
import type { DeductionColumn } from "./labels";
import type { HotlineReading } from "./hotline-reading";
import { periodIn, unitRows } from "./unit-rows";

/** Reads 扣分指标 below its header: a line a unit, a column a reason, 合计扣分. */
export function readDeductions(
  view: GridView,
  headerRow: number,
  columns: ReadonlyMap<DeductionColumn, number>,
  title: TextCell,
): HotlineReading {
  const reasons = DEDUCTION_REASONS.filter((reason) => columns.has(reason));
  const figure = (row: number, column: DeductionColumn): Figure =>
    view.figure(row, columns.get(column) ?? view.width, "分");
  const rowAt = (row: number, unit: TextCell): DeductionRow => ({
    unit,
    counts: new Map(reasons.map((reason): [DeductionReason, Figure] => [reason, figure(row, reason)])),
    total: figure(row, "total"),
  });
  const unitAt = columns.get("unit") ?? 0;
  const lines = unitRows(view, headerRow, unitAt);
  const total = lines.find(({ unit }) => unit === "total");
  const sheet: DeductionSheet = {
    kind: "RX4",
    sheet: view.name,
    title,
    ...periodIn(view, headerRow),
    rows: lines.flatMap(({ row, unit }) => (unit === "total" ? [] : [rowAt(row, unit)])),
    ...(total ? { totals: rowAt(total.row, view.textCell(total.row, unitAt)) } : {}),
  };
  return { sheet, notes: [] };
}
