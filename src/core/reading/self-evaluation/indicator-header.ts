import type { GridView } from "./grid-view";
import { indicatorLabels, isIndicatorHeader, type IndicatorColumn } from "./labels";

/** The header of an indicator table: its columns and how many rows it takes. */
export interface IndicatorHeader {
  readonly columns: ReadonlyMap<IndicatorColumn, number>;
  readonly rows: 1 | 2;
}

/**
 * The header of an indicator table that begins on a row; undefined where none does. A second row may name the levels
 * (绩效指标 over 一级 | 二级 | 三级指标) or the values (指标值 over 年度指标值 | 实际完成值) more closely; it holds
 * nothing but such labels.
 */
export function indicatorHeaderAt(view: GridView, row: number): IndicatorHeader | undefined {
  const known = looked.get(view) ?? new Map<number, IndicatorHeader | undefined>();
  looked.set(view, known);
  if (!known.has(row)) known.set(row, lookAt(view, row));
  return known.get(row);
}

/** Every part of a form asks which rows are headers; a view never changes, so each row is looked at once. */
const looked = new WeakMap<GridView, Map<number, IndicatorHeader | undefined>>();

function lookAt(view: GridView, row: number): IndicatorHeader | undefined {
  const cells = view.row(row);
  const upper = cells.length < 2 ? undefined : indicatorLabels(cells);
  if (upper === undefined || upper.size < 2) return undefined;
  const below = row + 1 < view.height ? view.row(row + 1) : [];
  const lower = below.length === 0 ? undefined : indicatorLabels(below);
  if (lower?.size === below.length) {
    const columns = new Map([...upper, ...lower]);
    if (isIndicatorHeader(columns)) return { columns, rows: 2 };
  }
  return cells.length >= 4 && isIndicatorHeader(upper) ? { columns: upper, rows: 1 } : undefined;
}
