import { amount, type Amount } from "../../model/amount";
import type { Contradiction } from "../model";
import type { NormalText } from "../normal-text";
import { contradictionIn, nameOf, printed, type PlacedReading } from "./stated";

/** 优 from 90, 良 from 80, 中 from 60 points, 差 below (财预〔2020〕10号, article 21). */
const GRADES = [
  ["优", amount(90)],
  ["良", amount(80)],
  ["中", amount(60)],
  ["差", amount(0)],
] as const;
const FULL = amount(100);
const SCORE_BEFORE = /(?:得|评|总)分[为是:]?$/;
const GRADE_BEHIND =
  /^[^\d。;]{0,16}?(?:等级|等次|评级|结果|评价)[^\d。;,]{0,4}?(?:为|是|评为)(优|良|中|差)(?:秀|好)?(?![\d一-龥])/;

/** A score beyond the full one, or a grade in words behind it that it does not give (得分93.9分，等级为良). */
export function findGradeContradictions(
  sentences: readonly PlacedReading[],
  texts: readonly NormalText[],
): readonly Contradiction[] {
  return sentences.flatMap((sentence) =>
    sentence.statements.flatMap(({ figure, reading }) => {
      const { paragraph } = sentence;
      if (figure.unit !== "分" || figure.value.isNegative()) return [];
      if (figure.value.gt(FULL)) {
        const before = texts[paragraph]?.text.slice(sentence.start, figure.start) ?? "";
        if (!SCORE_BEFORE.test(before)) return [];
        const subject = reading.kind === "measure" ? nameOf(reading.topic) : "评价";
        const words = { subject, stated: printed(figure), expected: `${FULL.toString()}分` };
        return [contradictionIn("score", { paragraph, start: figure.start, end: figure.end }, texts, words)];
      }
      const behind = texts[paragraph]?.text.slice(figure.end, sentence.end) ?? "";
      const match = GRADE_BEHIND.exec(behind);
      const expected = gradeOf(figure.value);
      if (!match || match[1] === expected) return [];
      const end = figure.end + match[0].length;
      const place = { paragraph, start: end - 1, end };
      const subject = reading.kind === "measure" ? nameOf(reading.topic) : printed(figure);
      const words = { subject, stated: `${printed(figure)}、${match[1] ?? ""}`, expected };
      return [contradictionIn("grade", place, texts, words)];
    }),
  );
}

function gradeOf(score: Amount): string {
  return GRADES.find(([, from]) => score.gte(from))?.[0] ?? "差";
}
