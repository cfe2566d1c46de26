import { amount, HUNDRED, type Amount } from "../../model/amount";
import type { Facts } from "../../narrative/facts/facts";
import { amountText } from "../../narrative/wording";
import type { Contradiction } from "../model";
import { originalRange, type NormalText } from "../normal-text";
import type { ClaimStatement, Topic } from "../statement";
import { findPresenceContradictions } from "./presence";
import { isMeasure, nameOf, statedAmount, topicKey, type MeasureStatement, type PlacedReading } from "./stated";

const CENT = amount("0.01");
/** 基本持平 is no claim to the cent: only a difference of more than a tenth contradicts it. */
const NEARLY = amount("0.1");

/**
 * 大于, 小于, 等于, 持平 and 增加, 减少 in words against the figures that the paragraph states, else against the workbook; and
 * what the text says there is or is not against the workbook.
 */
export function findClaimContradictions(
  sentences: readonly PlacedReading[],
  texts: readonly NormalText[],
  facts: Facts,
  year: number | undefined,
): readonly Contradiction[] {
  const judged = sentences.flatMap((sentence) =>
    sentence.claims.flatMap((claim) => {
      const inBook = claim.ownBudget ? comparedInBook(claim.topic, claim.against) : undefined;
      const compared = comparedInText(claim, sentences) ?? inBook;
      return compared && violates(claim, compared) ? [contradiction(claim, compared, texts)] : [];
    }),
  );
  const read = new Set(sentences.map(({ paragraph }) => paragraph));
  return [
    ...judged,
    ...texts.flatMap((text, paragraph) =>
      read.has(paragraph) ? findPresenceContradictions(text, paragraph, facts, year) : [],
    ),
  ];
}

interface Compared {
  readonly now: Amount;
  readonly other: Amount;
  /** Both are a completion rate and 100 %. */
  readonly percent?: true;
}

/** Both figures as the same paragraph states them last before the claim, in 万元; else the completion rate it states. */
function comparedInText(claim: ClaimStatement, sentences: readonly PlacedReading[]): Compared | undefined {
  const key = topicKey(claim.topic);
  const stated = sentences
    .filter((sentence) => sentence.paragraph === claim.paragraph)
    .flatMap((sentence) => sentence.statements.filter(isMeasure))
    .filter(({ reading }) => topicKey(reading.topic) === key);
  const of = (aspect: string, kind: string): MeasureStatement | undefined => {
    const found = stated.filter(({ reading, figure }) => reading.aspect === aspect && figure.kind === kind);
    return found.filter(({ figure }) => figure.end <= claim.start).at(-1) ?? found[0];
  };
  const now = of("now", "money");
  const other = of(claim.against === "比预算" ? "budget" : "prior", "money");
  if (now && other) return { now: statedAmount(now).value, other: statedAmount(other).value };
  const completion = claim.against === "比预算" ? of("completion", "percent") : undefined;
  return completion && { now: completion.figure.value, other: HUNDRED, percent: true };
}

/** Both figures of the workbook, where the text leaves no doubt about the subject. */
function comparedInBook(topic: Topic, against: ClaimStatement["against"]): Compared | undefined {
  const [only, ...more] = topic.candidates;
  if (!only || more.length > 0) return undefined;
  const { now, prior, budget } = only.subject;
  const other = against === "比上年" ? prior : budget;
  return now.kind === "known" && other?.kind === "known" ? { now: now.value, other: other.value } : undefined;
}

function violates({ claim }: ClaimStatement, { now, other }: Compared): boolean {
  const difference = now.minus(other);
  switch (claim) {
    case "equal":
      return difference.abs().gt(CENT) && !readsAsWhole(now, other);
    case "near":
      return difference.abs().gt(CENT) && difference.abs().gt(other.abs().times(NEARLY));
    case "above":
      return difference.lte(0);
    case "below":
      return difference.gte(0);
    case "notAbove":
      return difference.gt(CENT);
    case "notBelow":
      return difference.lt(CENT.negated());
  }
}

/** 99.999 % reads as 100 %: 持平 is no mistake. */
function readsAsWhole(now: Amount, other: Amount): boolean {
  return !other.isZero() && now.div(other).minus(1).abs().lt("0.00005");
}

function contradiction(
  claim: ClaimStatement,
  { now, other, percent }: Compared,
  texts: readonly NormalText[],
): Contradiction {
  const { paragraph, start, end } = claim;
  const text = texts[paragraph];
  const range = text ? originalRange(text, start, end) : { start, end };
  const show = (value: Amount): string => amountText(value, { thousands: true });
  return {
    kind: "comparison",
    paragraph,
    ...range,
    subject: nameOf(claim.topic),
    stated: text?.text.slice(start, end) ?? "",
    expected: percent
      ? `完成预算的${show(now)}%`
      : `决算数为${show(now)}，${claim.against === "比预算" ? "预算数" : "上年"}为${show(other)}`,
  };
}
