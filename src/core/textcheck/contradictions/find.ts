import type { JudgeContext } from "../judge";
import type { Contradiction } from "../model";
import type { NormalText } from "../normal-text";
import { findClaimContradictions } from "./claims";
import { findRatioContradictions } from "./ratios";
import type { PlacedReading } from "./stated";
import { findSumContradictions } from "./sums";

/** Everything in the text that contradicts the rest of it, in the order of the text. */
export function findContradictions(
  sentences: readonly PlacedReading[],
  texts: readonly NormalText[],
  { facts, places }: JudgeContext,
): readonly Contradiction[] {
  const found = [
    ...findRatioContradictions(sentences, texts, places),
    ...findSumContradictions(sentences, texts, facts),
    ...findClaimContradictions(sentences, texts, facts),
  ];
  return found.sort((a, b) => a.paragraph - b.paragraph || a.start - b.start);
}
