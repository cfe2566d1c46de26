import { amount, type Amount } from "../../model/amount";
import type { Facts } from "../../narrative/facts/facts";
import { amountText } from "../../narrative/wording";
import type { Contradiction } from "../model";
import { originalRange, type NormalText } from "../normal-text";
import type { ClaimStatement, Topic } from "../statement";
import { isMeasure, nameOf, statedAmount, topicKey, type PlacedReading } from "./stated";

const CENT = amount("0.01");
/** 没有政府性基金收入, 无国有资本经营预算支出. */
const NONE =
  /(?:没有|无|未)(?:使用|安排|发生)?(政府性基金|国有资本经营)(?:预算)?(?:财政拨款)?(?:安排的)?(?:收入支出|收支|收入|支出)/g;

/**
 * 大于, 小于 and 持平 in words against the figures that the paragraph states, else against the workbook; and sections
 * that say there is nothing where the workbook has figures.
 */
export function findClaimContradictions(
  sentences: readonly PlacedReading[],
  texts: readonly NormalText[],
  facts: Facts,
): readonly Contradiction[] {
  const judged = sentences.flatMap((sentence) =>
    sentence.claims.flatMap((claim) => {
      const compared = comparedInText(claim, sentences) ?? comparedInBook(claim.topic, claim.against);
      return compared && violates(claim, compared) ? [contradiction(claim, compared, texts)] : [];
    }),
  );
  return [...judged, ...texts.flatMap((text, paragraph) => falselyNone(text, paragraph, facts))];
}

interface Compared {
  readonly now: Amount;
  readonly other: Amount;
}

/** Both figures as the same paragraph states them, in 万元. */
function comparedInText(claim: ClaimStatement, sentences: readonly PlacedReading[]): Compared | undefined {
  const key = topicKey(claim.topic);
  const stated = sentences
    .filter((sentence) => sentence.paragraph === claim.paragraph)
    .flatMap((sentence) => sentence.statements.filter(isMeasure))
    .filter(({ reading, figure }) => topicKey(reading.topic) === key && figure.kind === "money");
  const of = (aspect: string): Amount | undefined => {
    const found = stated.find(({ reading }) => reading.aspect === aspect);
    return found && statedAmount(found).value;
  };
  const now = of("now");
  const other = of(claim.against === "比预算" ? "budget" : "prior");
  return now && other ? { now, other } : undefined;
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
  if (claim === "equal") return difference.abs().gt(CENT) && !readsAsWhole(now, other);
  return claim === "above" ? difference.lte(CENT.neg()) : difference.gte(CENT);
}

/** 99.999 % reads as 100 %: 持平 is no mistake. */
function readsAsWhole(now: Amount, other: Amount): boolean {
  return !other.isZero() && now.div(other).minus(1).abs().lt("0.00005");
}

function contradiction(claim: ClaimStatement, { now, other }: Compared, texts: readonly NormalText[]): Contradiction {
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
    expected: `${show(now)}，${claim.against === "比预算" ? "预算数" : "上年"}${show(other)}`,
  };
}

function falselyNone(text: NormalText, paragraph: number, facts: Facts): readonly Contradiction[] {
  return [...text.text.matchAll(NONE)].flatMap((match) => {
    const fund = match[1] ?? "";
    if (facts.flags.get(fund) !== true) return [];
    const range = originalRange(text, match.index, match.index + match[0].length);
    const figure = facts.subjects.get(`${fund}本年支出`)?.now;
    const expected = figure?.kind === "known" ? amountText(figure.value, { thousands: true }) : "";
    return [{ kind: "notNone" as const, paragraph, ...range, subject: fund, stated: match[0], expected }];
  });
}
