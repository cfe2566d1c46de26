import { useState, type ReactNode } from "react";
import { classResults, type ExerciseResult as Result } from "../../app/learning/class-results";
import type { ExerciseStanding, Help, PreparedExercise } from "../../app/learning/exercise";
import { a1 } from "../../core/model/cell";
import { EXERCISE_TEXT } from "../../text/exercise";
import { offerWorkbook } from "../offer-workbook";
import { printedValue } from "./printed-value";

/** What a class came to on this page, until it is closed. */
const RESULTS: Result[] = [];

/** How a round ended: what was mended, what was not, what was spoiled; and the way into the class's sheet. */
export function ExerciseResult({
  prepared: { tasks, seed },
  standing,
  help,
  isExam,
  seconds,
}: {
  readonly prepared: PreparedExercise;
  readonly standing: ExerciseStanding;
  readonly help: Help;
  readonly isExam: boolean;
  readonly seconds: number;
}): ReactNode {
  const [name, setName] = useState("");
  const [recorded, setRecorded] = useState(RESULTS.length);
  const [isRecorded, setIsRecorded] = useState(false);
  const { mended, mendedCount, spoiled, score } = standing;
  const left = tasks.length - mendedCount;
  const filled = help.filled.filter(Boolean).length;
  const texts = EXERCISE_TEXT.results;
  const record = (): void => {
    const hints = help.hints.reduce((sum, count) => sum + count, 0);
    const counts = { mended: mendedCount, all: tasks.length, hints, filled, checks: help.checks };
    RESULTS.push({ name: name.trim(), seed, isExam, score, ...counts, spoiled: spoiled.length, seconds });
    setRecorded(RESULTS.length);
    setIsRecorded(true);
  };
  return (
    <>
      <p>
        {left === 0 ? EXERCISE_TEXT.allDone : EXERCISE_TEXT.someLeft(left)}
        {help.checks + filled > 0 ? `　${EXERCISE_TEXT.helped(help.checks, filled)}` : null}
      </p>
      <ul className="demo-lesson-result">
        {tasks.map(({ slip }, index) => (
          <li key={slip.kind} className={mended[index] === true ? "done" : ""}>
            {mended[index] === true ? EXERCISE_TEXT.mended : EXERCISE_TEXT.notMended}{" "}
            {EXERCISE_TEXT.answer(
              EXERCISE_TEXT.place(slip.cell.sheet, a1(slip.cell)),
              printedValue(slip.becomes),
              printedValue(slip.was),
              slip.kind,
            )}
          </li>
        ))}
      </ul>
      {spoiled.length > 0 ? (
        <p>{EXERCISE_TEXT.spoiled(spoiled.map((cell) => EXERCISE_TEXT.place(cell.sheet, a1(cell))))}</p>
      ) : null}
      <div className="demo-lesson-class">
        <label>
          {texts.name} <input value={name} onChange={({ target }) => setName(target.value)} />
        </label>
        <button type="button" disabled={name.trim() === "" || isRecorded} onClick={record}>
          {texts.record}
        </button>
        <button
          type="button"
          disabled={recorded === 0}
          onClick={() => offerWorkbook(classResults(RESULTS), texts.fileName)}
        >
          {texts.save}
        </button>
        <span role="status">{recorded > 0 ? texts.recorded(recorded) : ""}</span>
      </div>
    </>
  );
}
