import type { PartOf } from "../../document/parts";
import type { JudgeContext } from "../judge";
import type { Contradiction } from "../model";
import type { NormalText } from "../normal-text";
import type { Statement } from "../statement";
import { findClaimContradictions } from "./claims";
import { findGradeContradictions } from "./grades";
import { findRatioContradictions } from "./ratios";
import type { PlacedReading } from "./stated";
import { findSumContradictions } from "./sums";
import { findYearContradictions, type YearVerdict } from "./years";

/** A text as it was read and judged. */
export interface JudgedText {
  readonly sentences: readonly PlacedReading[];
  readonly texts: readonly NormalText[];
  readonly parts: readonly PartOf[];
  readonly verdicts: ReadonlyMap<Statement, YearVerdict>;
  /** Year of the workbook. */
  readonly year: number | undefined;
}

/** Everything in the text that contradicts the rest of it, in the order of the text. */
export function findContradictions(
  { sentences, texts, parts, verdicts, year }: JudgedText,
  { facts, places }: JudgeContext,
): readonly Contradiction[] {
  const found = [
    ...findRatioContradictions(sentences, texts, places, (one) => verdicts.get(one)?.said.kind === "right"),
    ...findSumContradictions(sentences, texts, facts),
    ...findClaimContradictions(sentences, texts, facts, year),
    ...findGradeContradictions(sentences, texts),
    ...findYearContradictions(sentences, texts, parts, verdicts, year),
  ];
  return found.sort((a, b) => a.paragraph - b.paragraph || a.start - b.start);
}
