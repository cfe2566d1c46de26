import { useEffect, useRef, useState, type ReactNode } from "react";
import { HINT_LEVELS, judgeExercise, type ExerciseStanding, type ExerciseTask } from "../../app/learning/exercise";
import { a1 } from "../../core/model/cell";
import { EXERCISE_TEXT } from "../../text/exercise";
import { printedValue } from "./printed-value";
import { useLessonWorkbook, type LessonProps, type LessonWorkbook } from "./use-lesson-workbook";

/** The exercise: a workbook with hidden mistakes, hints on request, a score at the end. */
export default function ExerciseStrip(props: LessonProps): ReactNode {
  const { current, start } = useLessonWorkbook(props, EXERCISE_TEXT.fileName);
  useEffect(() => void Promise.resolve().then(() => start(1)), [start]);
  if (!current) return <section className="demo-lesson" aria-label={EXERCISE_TEXT.region} aria-busy />;
  const { seed } = current.prepared;
  return (
    <Round
      // A new workbook is a new round: hints and result start afresh.
      key={current.round}
      current={current}
      onAgain={() => void start(seed)}
      onAnother={() => void start(seed + 1)}
      onLeave={props.onLeave}
    />
  );
}

function Round({
  current,
  onAgain,
  onAnother,
  onLeave,
}: {
  readonly current: LessonWorkbook;
  readonly onAgain: () => void;
  readonly onAnother: () => void;
  readonly onLeave: () => void;
}): ReactNode {
  const { prepared, watch } = current;
  const { tasks, seed } = prepared;
  const [hints, setHints] = useState<readonly number[]>(() => tasks.map(() => 0));
  const [changes, setChanges] = useState(0);
  const [isHandedIn, setHandedIn] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => watch.onChange(() => setChanges((count) => count + 1)), [watch]);
  const standing = useStanding(current, hints, changes);
  const isFinished = isHandedIn || standing.mendedCount === tasks.length;
  useEffect(() => title.current?.focus(), [isFinished]);
  const takeHint = (index: number): void => {
    const level = (hints[index] ?? 0) + 1;
    setHints(hints.map((count, at) => (at === index ? level : count)));
    const task = tasks[index];
    if (!task || level < HINT_LEVELS) return;
    // The button goes with the last hint; the focus must not go with it.
    title.current?.focus();
    watch.show(task.slip.cell);
  };
  return (
    <section className="demo-lesson" aria-label={EXERCISE_TEXT.region}>
      <div className="demo-lesson-head">
        <h2 ref={title} tabIndex={-1}>
          {EXERCISE_TEXT.title(seed)}
        </h2>
        <span role="status">
          {isFinished
            ? EXERCISE_TEXT.score(standing.score)
            : EXERCISE_TEXT.progress(standing.mendedCount, tasks.length)}
        </span>
        {isFinished ? (
          <button type="button" onClick={onAnother}>
            {EXERCISE_TEXT.another}
          </button>
        ) : (
          <button type="button" onClick={() => setHandedIn(true)}>
            {EXERCISE_TEXT.finish}
          </button>
        )}
        <button type="button" onClick={onAgain}>
          {EXERCISE_TEXT.again}
        </button>
        <button type="button" onClick={onLeave}>
          {EXERCISE_TEXT.leave}
        </button>
      </div>
      {isFinished ? (
        <Result tasks={tasks} standing={standing} />
      ) : (
        <Tasks tasks={tasks} standing={standing} hints={hints} onHint={takeHint} />
      )}
    </section>
  );
}

/** Where the trainee stands; told anew after hints and changes of the workbook. */
function useStanding({ prepared, watch }: LessonWorkbook, hints: readonly number[], changes: number): ExerciseStanding {
  const [known, setKnown] = useState({ changes, changed: watch.changed() });
  if (known.changes !== changes) setKnown({ changes, changed: watch.changed() });
  return judgeExercise(prepared, hints, watch.valueAt, known.changed);
}

function Tasks({
  tasks,
  standing,
  hints,
  onHint,
}: {
  readonly tasks: readonly ExerciseTask[];
  readonly standing: ExerciseStanding;
  readonly hints: readonly number[];
  readonly onHint: (index: number) => void;
}): ReactNode {
  return (
    <>
      <p>{EXERCISE_TEXT.intro(tasks.length)}</p>
      <ul className="demo-lesson-tasks">
        {tasks.map((task, index) => {
          const level = hints[index] ?? 0;
          const isDone = standing.mended[index] === true;
          return (
            <li key={task.slip.kind} className={isDone ? "done" : ""}>
              {isDone ? EXERCISE_TEXT.taskDone(index + 1) : EXERCISE_TEXT.task(index + 1)}
              {isDone || level >= HINT_LEVELS ? null : (
                <button
                  type="button"
                  aria-label={EXERCISE_TEXT.hintFor(index + 1, level + 1)}
                  onClick={() => onHint(index)}
                >
                  {EXERCISE_TEXT.hint}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      <div className="demo-lesson-hints" role="log">
        {tasks.map((task, index) => {
          const texts = hintTexts(task).slice(0, hints[index] ?? 0);
          if (texts.length === 0 || standing.mended[index] === true) return null;
          return (
            <p key={task.slip.kind}>
              <strong>{EXERCISE_TEXT.hintsOf(index + 1)}</strong>
              {texts.join("")}
            </p>
          );
        })}
      </div>
    </>
  );
}

/** The hints for a mistake: its table, its rule, its cell. */
function hintTexts({ slip, rule }: ExerciseTask): readonly string[] {
  return [
    EXERCISE_TEXT.hintTable(slip.cell.sheet),
    EXERCISE_TEXT.hintRule(rule.title, rule.statement),
    EXERCISE_TEXT.hintCell(a1(slip.cell)),
  ];
}

function Result({
  tasks,
  standing,
}: {
  readonly tasks: readonly ExerciseTask[];
  readonly standing: ExerciseStanding;
}): ReactNode {
  const left = tasks.length - standing.mendedCount;
  return (
    <>
      <p>{left === 0 ? EXERCISE_TEXT.allDone : EXERCISE_TEXT.someLeft(left)}</p>
      <ul className="demo-lesson-result">
        {tasks.map(({ slip }, index) => (
          <li key={slip.kind} className={standing.mended[index] === true ? "done" : ""}>
            {standing.mended[index] === true ? EXERCISE_TEXT.mended : EXERCISE_TEXT.notMended}{" "}
            {EXERCISE_TEXT.answer(
              EXERCISE_TEXT.place(slip.cell.sheet, a1(slip.cell)),
              printedValue(slip.becomes),
              printedValue(slip.was),
              slip.kind,
            )}
          </li>
        ))}
      </ul>
      {standing.spoiled.length > 0 ? (
        <p>{EXERCISE_TEXT.spoiled(standing.spoiled.map((cell) => EXERCISE_TEXT.place(cell.sheet, a1(cell))))}</p>
      ) : null}
    </>
  );
}
