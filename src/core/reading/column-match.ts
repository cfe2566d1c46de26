import type { ColumnKey } from "../model/table";
import type { ColumnRule } from "../tables/descriptor";

/** Words that only say that a column holds the amount. */
const MEASURE = /^(?:(?:本年|全年)?(?:支出|收入)?决算(?:数|金额|额)?|金额|小计|合计|执行数|数额)(?:\((?:万?元)\))?$/;

/** Columns beside the final figures: budgets, last year, shares. They are never read as final figures. */
const BESIDE =
  /^(?:(?:年初|全年|调整后?|本年|当年|收入|支出|批复|上年|下年)*预算(?:数|额|金额|安排)?(?:\(.*\))?|上年(?:决算)?(?:数|金额|决算)?|.*(?:增减|增长|差异|完成率|比重|占比|比例|%).*)$/;

/** Whether a column holds something beside the final figures (预算数, 上年数, 增减 …). */
export function isBesideColumn(path: readonly string[]): boolean {
  return path.some((label) => BESIDE.test(label));
}

/** Options of matching: labels to leave out, and whether amount words count (blocks of Z06). */
export interface MatchOptions {
  readonly leaveOut?: RegExp;
  readonly keepMeasures?: boolean;
}

/** The column key that the labels above a column name; undefined where no rule fits or the column is beside the matter. */
export function columnKeyOf(
  path: readonly string[],
  rules: readonly ColumnRule[],
  options: MatchOptions = {},
): ColumnKey | undefined {
  if (isBesideColumn(path)) return undefined;
  const kept = path.filter((label) => !options.leaveOut?.test(label));
  const telling = options.keepMeasures ? kept : kept.filter((label) => !MEASURE.test(label));
  const labels = telling.length > 0 ? telling : kept.slice(-1);
  if (labels.length === 0) return undefined;
  const forms = [labels.join("/"), labels.join("")];
  return rules.find((rule) => forms.some((form) => rule.path.test(form)))?.key;
}
