import { amount, type Amount } from "../../model/amount";
import type { AccountBook } from "../../model/book";
import { points } from "../../scoring/form-figures";
import { comparedPoints, outcomesOf } from "../../scoring/report-outcomes";
import { reportParagraphs } from "../../scoring/report-text";
import { subjectOf } from "../../scoring/score-tree";
import type { Contradiction, TextRange } from "../model";
import { normalText, originalRange } from "../normal-text";

const POINTS = /(\d+(?:\.\d+)?)[ \u3000]*分/g;

/** Points of an evaluation that the workbook's score table of the same project has otherwise (评价得分95分 for 94). */
export function findOutcomeContradictions(
  { scoreTables }: Pick<AccountBook, "scoreTables">,
  paragraphs: readonly string[],
): readonly Contradiction[] {
  const tables = scoreTables.filter(({ kind, hasScores }) => kind === "PJ" && hasScores);
  if (tables.length === 0) return [];
  const text = { paragraphs: reportParagraphs(paragraphs) };
  return tables.flatMap((table) =>
    outcomesOf(table, tables, text).about.flatMap(({ outcome, paragraph }) =>
      comparedPoints(table, outcome).flatMap(({ what, said, due }): Contradiction[] => {
        if (!due || due.eq(said)) return [];
        const place = placeOf(paragraphs[paragraph] ?? "", paragraph, said);
        const subject = `${subjectOf(table)}评价${what}`;
        return [{ kind: "outcome", ...place, subject, stated: `${points(said)}分`, expected: `${points(due)}分` }];
      }),
    ),
  );
}

/** Where a paragraph prints these points; the whole paragraph where that was not found. */
function placeOf(paragraph: string, index: number, said: Amount): TextRange {
  const normal = normalText(paragraph);
  for (const match of normal.text.matchAll(POINTS))
    if (amount(match[1] ?? "0").eq(said))
      return { paragraph: index, ...originalRange(normal, match.index, match.index + match[0].length) };
  return { paragraph: index, start: 0, end: paragraph.length };
}
