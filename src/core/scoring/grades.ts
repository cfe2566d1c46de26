import { normaliseLabel } from "../glossary/normalise";
import type { Amount } from "../model/amount";
import type { TextCell } from "../model/figure";
import type { CheckSettings } from "../model/rule";

export const GRADES = ["优", "良", "中", "差"] as const;
export type Grade = (typeof GRADES)[number];

const WORDS: readonly (readonly [RegExp, Grade])[] = [
  [/^优秀?$/, "优"],
  [/^良好?$/, "良"],
  [/^(?:中等?|合格|一般)$/, "中"],
  [/^(?:较?差|不合格)$/, "差"],
];

/** The grade due to a score (HZ-02). */
export function gradeOf(score: Amount, limits: CheckSettings["grades"]): Grade {
  if (score.gte(limits.excellent)) return "优";
  if (score.gte(limits.good)) return "良";
  return score.gte(limits.fair) ? "中" : "差";
}

/** The grade a cell states, 优秀 and 良好 accepted; undefined where it is none. */
export function gradeStated(grade: TextCell): Grade | undefined {
  return WORDS.find(([pattern]) => pattern.test(normaliseLabel(grade.text)))?.[1];
}
