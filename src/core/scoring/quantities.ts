import { normaliseLabel } from "../glossary/normalise";
import { ONE, ratio, ZERO, type Amount } from "../model/amount";
import type { Indicator, Operator } from "../model/form";
import { comparison, isCostIndicator, unitKey } from "./units";

/** Which way an indicator counts: more is better, less is better, or exactly so. */
export type Direction = "larger" | "smaller" | "equal";

/** How far a quantitative indicator was reached. */
export interface Attainment {
  /** Share of the weight that is due: 1 where the target is reached. */
  readonly share: Amount;
  readonly direction: Direction;
  /** The form prints no operator and the verdict rests on the assumed direction (domain.md 5.2). */
  readonly assumed: boolean;
  readonly reached: boolean;
  /** B / A, where A is not 0. */
  readonly ratio?: Amount;
  /** The target asks for more (or less) than its number, and just that was reached: no ratio tells what is due. */
  readonly justMissed?: true;
}

const DIRECTIONS: Readonly<Record<Operator, Direction>> = {
  ge: "larger",
  gt: "larger",
  le: "smaller",
  lt: "smaller",
  eq: "equal",
};

/** What there should be little of. */
const UNWANTED =
  /投诉|举报|上访|事故|故障|差错|失误|误差|错误|伤亡|死亡|违规|违纪|违法|流失|损耗|漏损|逾期|超期|滞后|延误|空置|返工|闲置|发案/;
const PREVENTED = /处理|处置|办结|办理|回复|回应|整改|查处|排除|修复|解决|受理|响应|下降|减少|降低/;

/** The direction of an indicator: printed, or assumed from its kind (cost, complaints: smaller is better; else larger). */
export function directionOf(indicator: Indicator): { readonly direction: Direction; readonly assumed: boolean } {
  const { operator } = indicator.target;
  if (operator) return { direction: DIRECTIONS[operator], assumed: false };
  const name = normaliseLabel(indicator.name.text);
  const less = isCostIndicator(indicator) || (UNWANTED.test(name) && !PREVENTED.test(name));
  return { direction: less ? "smaller" : "larger", assumed: true };
}

/**
 * Share of the weight that is due to an indicator whose target A and actual B are numbers (ZP-07); otherwise the
 * Chinese reason why it cannot be worked out. Larger is better: min(1, B/A); smaller is better: 1 where B ≤ A, else
 * A/B; exactly so: 1 where equal, else the smaller through the larger. Equal is reached whatever the
 * direction (but not by > and <, which are strict), and so is an actual that repeats a target which could not be taken apart ("10-20人").
 */
export function attainment(indicator: Indicator): Attainment | string {
  const { target, actual } = indicator;
  if (target.kind === "unclear" && normaliseLabel(target.raw) === normaliseLabel(actual.raw)) {
    return { share: ONE, direction: "equal", assumed: false, reached: true };
  }
  const blocked = blocking(indicator);
  if (blocked !== undefined) return blocked;
  const compared = comparison(indicator);
  if (compared.kind === "differentUnits") {
    return `指标值单位“${target.unit ?? ""}”与完成值单位“${actual.unit ?? ""}”不同，不能按比例计分`;
  }
  if (compared.kind === "ambiguous") return `指标值“${target.raw}”与完成值“${actual.raw}”的单位不明，不能比较`;
  const { target: a, actual: b } = compared;
  if (a.isNegative() || b.isNegative()) return "指标值或完成值为负数，不能按比例计分";
  const { direction, assumed } = directionOf(indicator);
  const quotient = ratio(b, a);
  // An actual that repeats the sign ("<1年") says what the target says.
  if (a.eq(b) && actual.operator === undefined && (target.operator === "gt" || target.operator === "lt"))
    return { share: ONE, direction, assumed: false, reached: false, justMissed: true };
  if (a.eq(b))
    return { share: ONE, direction, assumed: false, reached: true, ...(quotient ? { ratio: quotient } : {}) };
  if (assumed && isDate(indicator)) {
    return b.lte(a)
      ? { share: ONE, direction: "smaller", assumed, reached: true }
      : "指标值和完成值为日期，完成时间晚于指标值的，得分由填报人确定";
  }
  if (assumed && isTimeTaken(indicator)) return "为时间且未标明方向，不能判断是否完成";
  // None of what is unwanted leaves no doubt: some is too much.
  if (assumed && a.isZero() && direction !== "smaller") return "指标值为 0 且未标明方向，不能判断是否完成";
  const reached = direction === "larger" ? b.gte(a) : direction === "smaller" && b.lte(a);
  const [less, more] = b.lt(a) ? [b, a] : [a, b];
  const share = reached ? ONE : (ratio(less, more) ?? ZERO);
  return { share, direction, assumed, reached, ...(quotient ? { ratio: quotient } : {}) };
}

/** Days as Excel counts them, about the years 2000 to 2050. */
const DAYS = { first: 36_526, last: 55_153 } as const;

/** Dates typed as such are numbers of days: whole, without a unit, and the indicator is one of time. */
function isDate({ level2, name, target, actual }: Indicator): boolean {
  const days = [target, actual].every(
    ({ numeric, value }) =>
      numeric === true && value?.isInteger() === true && value.gte(DAYS.first) && value.lte(DAYS.last),
  );
  return days && /时效|时间|日期|期限|时限/.test(normaliseLabel(level2 + name.text));
}

/** A length of time under 时效指标 without a sign: less may be better (响应时间) or more (服务时间). */
function isTimeTaken({ level2, target, actual }: Indicator): boolean {
  const unit = unitKey((target.unit ?? "") || (actual.unit ?? ""));
  return (
    /时效/.test(normaliseLabel(level2)) && /^(?:个?(?:工作日|自然日|月|小时)|天|日|时|年|周|分钟|分|秒)$/.test(unit)
  );
}

/** Why target and actual are not two numbers; undefined where they are. */
function blocking(indicator: Indicator): string | undefined {
  for (const [value, what] of [
    [indicator.target, "年度指标值"],
    [indicator.actual, "实际完成值"],
  ] as const) {
    if (value.kind === "blank") return `${what}未填`;
    if (value.kind === "unclear") return `${what}“${value.raw}”${value.note ?? "未能识别"}`;
  }
  if (indicator.target.kind === "words") return "年度指标值为定性描述";
  return indicator.actual.kind === "words" ? `实际完成值“${indicator.actual.raw}”不是数值` : undefined;
}
