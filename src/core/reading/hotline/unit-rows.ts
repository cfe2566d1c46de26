import { normaliseLabel } from "../../glossary/normalise";
import type { TextCell } from "../../model/figure";
import type { UnitClass } from "../../model/hotline";
import type { GridView } from "../self-evaluation/grid-view";
import { isNoteLabel } from "../self-evaluation/labels";
import { classOf } from "./labels";

export const TOTAL = /^(合计|总计|小计|得分合计|总分)$/;

/** Rows below a header that hold a unit, or the total of them all; the notes below end them. */
export function unitRows(
  view: GridView,
  headerRow: number,
  unitAt: number,
): readonly { readonly row: number; readonly unit: TextCell | "total" }[] {
  const found: { row: number; unit: TextCell | "total" }[] = [];
  for (let row = headerRow + 1; row < view.height; row++) {
    const cells = view.row(row);
    const [first] = cells;
    if (!first) continue;
    if (cells.some(({ column, label }) => column <= unitAt && TOTAL.test(label))) {
      found.push({ row, unit: "total" });
      continue;
    }
    if (isNoteLabel(first.label) || (cells.length === 1 && first.label.length > 12)) break;
    const unit = view.textCell(row, unitAt);
    if (unit.text !== "" && !/^(单位|\d+)$/.test(unit.text)) found.push({ row, unit });
  }
  return found;
}

/** 类别 of the unit on a row, where the sheet has such a column (`at`); a merged cell holds for all its rows. */
export function classOn(
  view: GridView,
  row: number,
  at: number | undefined,
): { readonly classCell?: TextCell; readonly unitClass?: UnitClass } {
  if (at === undefined) return {};
  const classCell = view.textCell(view.topRow(row, at), at);
  const unitClass = classOf(normaliseLabel(classCell.text));
  return { classCell, ...(unitClass ? { unitClass } : {}) };
}

/** 考核期 in the head ("2020年4月", "2020年第二季度", "2020年"). */
export function periodIn(view: GridView, headerRow: number): { readonly period?: string } {
  for (let row = 0; row <= headerRow; row++)
    for (const { label } of view.row(row)) {
      const period = /20\d\d年(?:\d{1,2}月|第?[一二三四1-4]季度)?/.exec(label)?.[0];
      if (period !== undefined) return { period };
    }
  return {};
}
