import { HUNDRED, ratio, round, type Amount } from "../model/amount";
import { known, missing, type Known, type Missing, type Quantity } from "./quantity";
import type { Subject } from "./facts/subjects";

/** What a subject is compared with. */
export type Against = "比上年" | "比预算";

/**
 * A subject compared with last year or with its budget. `nearly` is a difference that would read as 0, or a completion
 * that would read as 100 %.
 */
export interface Comparison {
  readonly now: Known;
  readonly other: Known;
  readonly direction: "up" | "down" | "equal" | "nearly";
  /** Without sign, in the money unit. */
  readonly difference: Known;
  /** Difference ÷ |other| without sign, as a fraction; undefined where the other is 0. */
  readonly rate: Known | undefined;
}

/** Compares; missing where one side is. */
export function compare(subject: Subject, against: Against): Comparison | Missing {
  const { now } = subject;
  const other = otherSide(subject, against);
  if (now.kind === "missing") return now;
  if (other.kind === "missing") return other;
  const change = now.value.minus(other.value);
  const cells = [...now.cells, ...other.cells];
  const formula = `${now.formula} − ${other.formula}`;
  const rate = ratio(change.abs(), other.value.abs());
  return {
    now,
    other,
    direction: directionOf(change, other.value, against),
    difference: known(change.abs(), cells, formula),
    rate: rate && known(rate, cells, `(${formula}) ÷ ${other.formula}`),
  };
}

function directionOf(change: Amount, other: Amount, against: Against): Comparison["direction"] {
  if (change.isZero()) return "equal";
  if (round(change, 2).isZero()) return "nearly";
  if (against === "比预算" && !other.isZero()) {
    const completion = round(other.plus(change).div(other).times(HUNDRED), 2);
    if (completion.eq(HUNDRED)) return "nearly";
  }
  return change.isNegative() ? "down" : "up";
}

function otherSide(subject: Subject, against: Against): Quantity {
  const other = against === "比上年" ? subject.prior : subject.budget;
  return other ?? missing("parameter", `${against}.${subject.key}`, `${subject.label}没有可比数`);
}

/** Share of the subject in its own base or in another one, as a fraction; undefined where the base is 0. */
export function shareOf(now: Quantity, base: Quantity): Known | Missing | undefined {
  return quotient(now, base);
}

/** 决算 ÷ 预算 as a fraction; undefined where the budget is 0 (年初无预算). */
export function completionOf(subject: Subject): Known | Missing | undefined {
  return quotient(subject.now, otherSide(subject, "比预算"));
}

function quotient(part: Quantity, whole: Quantity): Known | Missing | undefined {
  if (part.kind === "missing") return part;
  if (whole.kind === "missing") return whole;
  const fraction = ratio(part.value, whole.value);
  return fraction && known(fraction, [...part.cells, ...whole.cells], `${part.formula} ÷ ${whole.formula}`);
}
