import { newWorkbook } from "../../host/xlsx/new-workbook";
import { EXERCISE_TEXT } from "../../text/exercise";
import { LOOKS } from "../overview/cell-looks";
import { heads, text } from "../overview/sheet-cells";

/** One finished round of an exercise, as the class sheet lists it. */
export interface ExerciseResult {
  readonly name: string;
  readonly seed: number;
  readonly isExam: boolean;
  readonly score: number;
  readonly mended: number;
  readonly all: number;
  readonly hints: number;
  readonly filled: number;
  readonly checks: number;
  readonly spoiled: number;
  /** Seconds from opening the workbook to handing it in. */
  readonly seconds: number;
}

/** 成绩单: the results of a class as a workbook, in the order they were entered, printed A4. */
export function classResults(results: readonly ExerciseResult[]): Uint8Array {
  const { title, columns, modes, time, setNumber } = EXERCISE_TEXT.results;
  const rows = results.map(({ name, seed, isExam, seconds, ...counts }, i) => [
    { content: i + 1, look: LOOKS.count },
    text(name),
    text(setNumber(seed)),
    text(isExam ? modes.exam : modes.practice),
    ...[counts.score, counts.mended, counts.all, counts.hints, counts.filled, counts.checks, counts.spoiled].map(
      (content) => ({ content, look: LOOKS.count }),
    ),
    text(time(seconds)),
  ]);
  return newWorkbook([
    {
      name: title,
      rows: [[text(title, LOOKS.title)], heads(columns), ...rows],
      widths: [6, 16, 10, 8, 8, 10, 10, 8, 14, 8, 8, 12],
      headRows: 2,
    },
  ]);
}
