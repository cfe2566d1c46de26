import { HUNDRED, type Amount } from "../../model/amount";
import { amountText } from "../../narrative/wording";
import type { Contradiction } from "../model";
import type { NormalText } from "../normal-text";
import type { Statement } from "../statement";
import { halfPlace, percentAgrees, type Places } from "../tolerance";
import {
  changeKey,
  contradictionAt,
  isMeasure,
  printed,
  roundingOf,
  statedAmount,
  StatedSoFar,
  topicKey,
  type MeasureStatement,
  type PlacedReading,
  type StatedAmount,
} from "./stated";

/**
 * Figures of one paragraph that do not follow from each other: signs, changes, rates, completion rates and shares against
 * the amounts stated before them. The workbook is not looked at.
 */
export function findRatioContradictions(
  sentences: readonly PlacedReading[],
  texts: readonly NormalText[],
  places: Places,
  isRight: (statement: Statement) => boolean,
): readonly Contradiction[] {
  const found: Contradiction[] = [];
  let paragraph = -1;
  let so = new StatedSoFar();
  for (const sentence of sentences) {
    if (sentence.paragraph !== paragraph) so = new StatedSoFar();
    paragraph = sentence.paragraph;
    for (const statement of sentence.statements.filter(isMeasure)) {
      // A figure that the workbook confirms is not what is wrong, whatever stands around it.
      if (!isRight(statement)) found.push(...contradictionsOf(statement, so, texts, places));
      if (statement.figure.kind === "money") {
        const { aspect, against, topic, budget } = statement.reading;
        so.put(aspect === "change" ? changeKey(against) : aspect, topic, statedAmount(statement));
        if (aspect === "budget" && budget !== undefined) so.put(`budget ${budget}`, topic, statedAmount(statement));
      }
    }
  }
  return found;
}

function contradictionsOf(
  statement: MeasureStatement,
  so: StatedSoFar,
  texts: readonly NormalText[],
  places: Places,
): readonly Contradiction[] {
  const { aspect, sign } = statement.reading;
  if ((aspect === "change" || aspect === "rate") && sign !== 0 && statement.figure.value.isNegative()) {
    return [contradictionAt("negativeChange", statement, texts, printed(statement.figure).replace("-", ""))];
  }
  switch (aspect) {
    case "change":
      return ofChange(statement, so, texts);
    case "rate":
      return ofRate(statement, so, texts, places);
    case "completion":
      return ofCompletion(statement, so, texts, places);
    case "share":
      return ofShare(statement, so, texts, places);
    default:
      return [];
  }
}

/** 比预算减少4.74万元 where budget and final account are stated. */
function ofChange(
  statement: MeasureStatement,
  so: StatedSoFar,
  texts: readonly NormalText[],
): readonly Contradiction[] {
  const key = topicKey(statement.reading.topic);
  const now = so.get("now", key);
  const other = so.get(statement.reading.against === "比预算" ? "budget" : "prior", key);
  if (!now || !other || statement.reading.against === undefined) return [];
  const change = now.value.minus(other.value);
  const tolerance = roundingOf(statement.figure).times(3);
  if (statedAmount(statement).value.minus(change).abs().lte(tolerance)) return [];
  return [contradictionAt("change", statement, texts, differenceText(now, other))];
}

/** 增加X万元，增长Y%: of one direction, and Y follows from X and the figure it led to. */
function ofRate(
  statement: MeasureStatement,
  so: StatedSoFar,
  texts: readonly NormalText[],
  places: Places,
): readonly Contradiction[] {
  const { reading, figure } = statement;
  const key = topicKey(reading.topic);
  const change = so.get(changeKey(reading.against), key);
  if (!change || change.statement.sentence !== statement.sentence) return [];
  const ownSign = change.statement.reading.kind === "measure" ? change.statement.reading.sign : undefined;
  const opposite = reading.sign !== 0 && ownSign !== 0 && reading.sign !== ownSign;
  if (opposite && !figure.value.isZero() && !change.value.isZero()) {
    return [contradictionAt("oppositeDirections", statement, texts, printed(change.statement.figure))];
  }
  const now = so.get("now", key);
  if (!now) return [];
  const base = now.value.minus(change.value);
  if (base.isZero()) return change.value.isZero() ? [] : [contradictionAt("zeroBase", statement, texts, "0")];
  const slack = roundingOf(change.statement.figure);
  const fraction = {
    part: change.value.abs(),
    partSlack: slack.times(2),
    whole: base.abs(),
    wholeSlack: slack.times(3),
  };
  if (percentAgrees(figure.value.abs(), fraction, halfPlace(figure, places))) return [];
  return [contradictionAt("rate", statement, texts, percent(change.value.abs(), base.abs()))];
}

function ofCompletion(
  statement: MeasureStatement,
  so: StatedSoFar,
  texts: readonly NormalText[],
  places: Places,
): readonly Contradiction[] {
  const key = topicKey(statement.reading.topic);
  // 完成年初预算的95%: of the budget it names, not of the 全年预算 named last.
  const named = statement.reading.budget;
  const budget = (named === undefined ? undefined : so.get(`budget ${named}`, key)) ?? so.get("budget", key);
  const now = so.get("now", key);
  if (budget?.value.isZero() && now?.value.isZero()) return [];
  if (budget?.value.isZero()) return [contradictionAt("zeroBase", statement, texts, "0")];
  return budget && now ? quotient("completion", statement, now, budget, texts, places) : [];
}

/** The share of an amount in the whole stated before it. */
function ofShare(
  statement: MeasureStatement,
  so: StatedSoFar,
  texts: readonly NormalText[],
  places: Places,
): readonly Contradiction[] {
  const { topic, base } = statement.reading;
  const whole = so.get("now", base ? topicKey(base) : (topic.candidates[0]?.subject.baseLabel ?? ""));
  const part = so.get("now", topicKey(topic));
  if (!whole || !part || whole === part) return [];
  if (whole.value.isZero()) return part.value.isZero() ? [] : [contradictionAt("zeroBase", statement, texts, "0")];
  return quotient("share", statement, part, whole, texts, places);
}

function quotient(
  kind: "completion" | "share",
  statement: MeasureStatement,
  part: StatedAmount,
  whole: StatedAmount,
  texts: readonly NormalText[],
  places: Places,
): readonly Contradiction[] {
  const fraction = {
    part: part.value,
    partSlack: roundingOf(part.statement.figure),
    whole: whole.value,
    wholeSlack: roundingOf(whole.statement.figure),
  };
  if (percentAgrees(statement.figure.value, fraction, halfPlace(statement.figure, places))) return [];
  return [contradictionAt(kind, statement, texts, percent(part.value, whole.value))];
}

function percent(part: Amount, whole: Amount): string {
  return `${amountText(part.div(whole).times(HUNDRED), { thousands: true })}%`;
}

function differenceText(now: StatedAmount, other: StatedAmount): string {
  const change = now.value.minus(other.value);
  const word = change.isZero() ? "" : change.isNegative() ? "减少" : "增加";
  return `${word}${amountText(change.abs(), { thousands: true })}万元`;
}
