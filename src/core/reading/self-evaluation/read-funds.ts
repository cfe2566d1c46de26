import { printedPoints } from "../../glossary/printed-points";
import type { ReadingNote } from "../../model/book";
import { a1 } from "../../model/cell";
import type { Figure, TextCell } from "../../model/figure";
import type { FundsColumn, FundsRow } from "../../model/form";
import type { MoneyUnit } from "../../model/quantity";
import { asFraction } from "./execution-rate";
import type { FormRows } from "./find-forms";
import type { GridView, LabelledCell } from "./grid-view";
import { withoutBreakdowns } from "./funds-breakdown";
import { indicatorHeaderAt } from "./indicator-header";
import { fundsHeader, fundsRowKey, fundsSideLabel, isGoalsLabel, isTotalLabel, managementHeader } from "./labels";

/** Rows of the funds block and what was odd about them. */
export interface FundsReading {
  readonly rows: readonly FundsRow[];
  /** Rows with figures whose label is no known source. */
  readonly unknown: readonly TextCell[];
  readonly notes: readonly ReadingNote[];
}

/**
 * Reads the funds block; no rows where the form has none. Money is converted from `unit` to the workbook's unit;
 * the rate becomes a fraction whether it is printed as 0.985, 98.5 or "98.50%".
 */
export function readFunds(view: GridView, rows: FormRows, unit: MoneyUnit): FundsReading {
  const found: FundsRow[] = [];
  const unknown: TextCell[] = [];
  const notes: ReadingNote[] = [];
  let columns: ReadonlyMap<FundsColumn, number> | undefined;
  let headerRow: number | undefined;
  let percentHeader = false;
  for (let row = rows.start; row < rows.end; row++) {
    const cells = view.row(row);
    const header = fundsHeader(cells);
    if (header) {
      columns = header;
      headerRow ??= row;
      percentHeader = cells.some(({ column, label }) => column === header.get("rate") && label.includes("%"));
      continue;
    }
    if (indicatorHeaderAt(view, row) || cells.some(({ label }) => isGoalsLabel(label))) {
      if (columns) break;
      continue;
    }
    if (!columns) continue;
    if (managementHeader(cells)) break;
    const firstFigure = Math.min(...columns.values());
    const labels = cells.filter(({ column, label }) => column < firstFigure && !/^[\d.%-]+$/.test(label));
    const named =
      labels.find(({ label }) => fundsRowKey(label) !== undefined) ??
      labels.at(-1) ??
      (row - 1 === headerRow && cells.length > 1 ? sideLabelOf(view, headerRow, firstFigure) : undefined);
    if (named === undefined || (isTotalLabel(named.label) && found.some((item) => item.key === "total"))) continue;
    // The only row of figures may have no label but the header's side label.
    const key = labels.length === 0 ? "total" : fundsRowKey(named.label);
    if (key === undefined) {
      if (cells.some(({ column }) => column >= firstFigure)) {
        const at = view.address(row, named.column);
        unknown.push(view.textCell(row, named.column));
        notes.push({
          code: "unknownFundsRow",
          message: `${view.name} ${a1(at)}“${view.text(row, named.column)}”不是已知的资金来源，该行未计入资金分项`,
          sheet: view.name,
          cell: at,
        });
      }
      continue;
    }
    const figures = new Map<FundsColumn, Figure>();
    for (const [column, at] of columns) {
      const money = column === "initialBudget" || column === "annualBudget" || column === "executed";
      figures.set(column, view.figure(row, at, money ? unit : column === "rate" ? "" : "分"));
    }
    const rate = figures.get("rate");
    if (rate) figures.set("rate", asFraction(rate, figures, percentHeader));
    found.push({ key, label: view.textCell(labels.length === 0 ? row - 1 : row, named.column), figures });
  }
  const weighted = found.map((row) => (row.key === "total" ? withPrintedWeight(view, row, columns, headerRow) : row));
  return { rows: withoutBreakdowns(weighted), unknown, notes };
}

/** The label of the funds block beside its header, where there is one. */
function sideLabelOf(view: GridView, headerRow: number, firstFigure: number): LabelledCell | undefined {
  return view.row(headerRow).find(({ column }) => column < firstFigure);
}

/** 分值 printed in its header ("分值(10分)") or in the side label counts where the row of 年度资金总额 states none. */
function withPrintedWeight(
  view: GridView,
  row: FundsRow,
  columns: ReadonlyMap<FundsColumn, number> | undefined,
  headerRow: number | undefined,
): FundsRow {
  const stated = row.figures.get("weight");
  if (headerRow === undefined || (stated && stated.kind !== "blank") || row.figures.get("score")?.kind !== "amount")
    return row;
  const weightAt = columns?.get("weight");
  for (const at of [headerRow, headerRow + 1]) {
    for (const { column, label } of view.row(at)) {
      const printed = printedPoints(label);
      if (printed === undefined || (column !== weightAt && fundsSideLabel(label) === undefined)) continue;
      const figure: Figure = { ...view.figure(at, column, "分"), kind: "amount", value: printed };
      return { ...row, figures: new Map([...row.figures, ["weight", figure]]) };
    }
  }
  return row;
}
