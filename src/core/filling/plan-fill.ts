import type { AccountBook } from "../model/book";
import type { CellAddress } from "../model/cell";
import type { CheckResult } from "../model/finding";
import type { WorkbookGrid } from "../model/grid";
import type { CheckSettings } from "../model/rule";
import { planHotline } from "./hotline/plan-hotline";
import type { FillPlan } from "./model";
import { planForms } from "./plan-forms";
import { planScoreTables } from "./plan-score-tables";
import { planSummaries } from "./plan-summary";
import { planTables } from "./plan-tables";
import { withoutUnwritable } from "./unwritable";
import { ViolatedCells } from "./violations";

export interface FillOptions {
  /** Grades of the 汇总表 follow these thresholds. */
  readonly settings: CheckSettings;
  /** The cells as read, to tell where nothing can be written. */
  readonly grid: WorkbookGrid;
}

/**
 * Everything that can be filled in a workbook, and what should be but can't, with the reason (domain.md 6), in the
 * order of the workbook. The plan holds present and new content of every cell; the core writes nothing. Planning again
 * after the blank cells were written yields no further blank cells.
 */
export function planFill(book: AccountBook, result: CheckResult, { settings, grid }: FillOptions): FillPlan {
  const violated = new ViolatedCells(result);
  const forms = planForms(book, violated);
  const plans = [
    planTables(book, result),
    forms,
    planSummaries(book, settings, violated, forms.writes),
    planScoreTables(book, settings, violated),
    planHotline(book, settings.hotline, violated),
  ];
  const plan = {
    writes: plans.flatMap((p) => p.writes),
    notDerivable: plans.flatMap((p) => p.notDerivable),
  };
  const { writes, notDerivable } = withoutUnwritable(plan, grid);
  const order = inWorkbookOrder(book);
  return { writes: [...writes].sort(order), notDerivable: [...notDerivable].sort(order) };
}

function inWorkbookOrder(book: AccountBook): (a: WithCell, b: WithCell) => number {
  const place = new Map(book.sheets.map(({ name }, index) => [name, index]));
  const sheetOf = ({ cell }: WithCell): number => place.get(cell.sheet) ?? place.size;
  return (a, b) => sheetOf(a) - sheetOf(b) || a.cell.row - b.cell.row || a.cell.column - b.cell.column;
}

interface WithCell {
  readonly cell: CellAddress;
}
