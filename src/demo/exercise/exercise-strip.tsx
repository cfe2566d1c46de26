import { useEffect, useRef, useState, type ReactNode } from "react";
import {
  CHECK_PRICE,
  HINT_LEVELS,
  hintPrice,
  judgeExercise,
  type ExerciseStanding,
  type ExerciseTask,
} from "../../app/learning/exercise";
import { a1 } from "../../core/model/cell";
import { EXERCISE_TEXT } from "../../text/exercise";
import { ExerciseResult } from "./exercise-result";
import { Preparing } from "./preparing";
import { useHelp } from "./use-help";
import { useLessonWorkbook, type LessonProps, type LessonWorkbook } from "./use-lesson-workbook";

export interface ExerciseProps extends LessonProps {
  /** Takes the pane away during an exam, and gives it back. */
  readonly onExam: (isExam: boolean) => void;
}

/** The exercise: a workbook with hidden mistakes, hints on request, a score at the end; or an exam without any help. */
export default function ExerciseStrip(props: ExerciseProps): ReactNode {
  const { onExam } = props;
  const { current, start } = useLessonWorkbook(props, EXERCISE_TEXT.fileName);
  const [isExam, setExam] = useState(false);
  useEffect(() => void Promise.resolve().then(() => start(1)), [start]);
  useEffect(() => () => onExam(false), [onExam]);
  if (!current) return <Preparing region={EXERCISE_TEXT.region} text={EXERCISE_TEXT.preparing} />;
  const { seed } = current.prepared;
  return (
    <Round
      // A new workbook is a new round: hints and result start afresh.
      key={current.round}
      {...props}
      current={current}
      isExam={isExam}
      onSwitch={() => {
        setExam(!isExam);
        void start(seed);
      }}
      onAgain={() => void start(seed)}
      onAnother={() => void start(seed + 1)}
    />
  );
}

function Round({
  current,
  isExam,
  listen,
  onExam,
  onSwitch,
  onAgain,
  onAnother,
  onLeave,
}: ExerciseProps & {
  readonly current: LessonWorkbook;
  readonly isExam: boolean;
  readonly onSwitch: () => void;
  readonly onAgain: () => void;
  readonly onAnother: () => void;
}): ReactNode {
  const { prepared, watch } = current;
  const { tasks, seed } = prepared;
  const [handedIn, setHandedIn] = useState<number>();
  const [begun] = useState(() => Date.now());
  const title = useRef<HTMLHeadingElement>(null);
  const { help, changed, changedAt, takeHint } = useHelp(current, listen);
  const standing = judgeExercise(prepared, help, watch.valueAt, changed);
  const isFinished = handedIn !== undefined || (!isExam && standing.mendedCount === tasks.length);
  useEffect(() => title.current?.focus(), [isFinished]);
  useEffect(() => onExam(isExam && !isFinished), [onExam, isExam, isFinished]);
  const onHint = (index: number): void => {
    takeHint(index);
    const task = tasks[index];
    if (!task || (help.hints[index] ?? 0) + 1 < HINT_LEVELS) return;
    // The button goes with the last hint; the focus must not go with it.
    title.current?.focus();
    watch.show(task.slip.cell);
  };
  const told = isExam
    ? EXERCISE_TEXT.examProgress(changed.length)
    : EXERCISE_TEXT.progress(standing.mendedCount, tasks.length);
  return (
    <section className="demo-lesson" aria-label={EXERCISE_TEXT.region}>
      <div className="demo-lesson-head">
        <h2 ref={title} tabIndex={-1}>
          {EXERCISE_TEXT.title(seed)}
        </h2>
        <span role="status">{isFinished ? EXERCISE_TEXT.score(standing.score) : told}</span>
        {isFinished ? (
          <button type="button" onClick={onAnother}>
            {EXERCISE_TEXT.another}
          </button>
        ) : (
          <button type="button" onClick={() => setHandedIn(Date.now())}>
            {EXERCISE_TEXT.finish}
          </button>
        )}
        <button type="button" onClick={onSwitch}>
          {isExam ? EXERCISE_TEXT.practice : EXERCISE_TEXT.exam}
        </button>
        <button type="button" onClick={onAgain}>
          {EXERCISE_TEXT.again}
        </button>
        <button type="button" onClick={onLeave}>
          {EXERCISE_TEXT.leave}
        </button>
      </div>
      {isFinished ? (
        <ExerciseResult
          prepared={prepared}
          standing={standing}
          help={help}
          isExam={isExam}
          seconds={Math.round(((handedIn ?? changedAt) - begun) / 1000)}
        />
      ) : isExam ? (
        <p>{EXERCISE_TEXT.examIntro(tasks.length)}</p>
      ) : (
        <Tasks tasks={tasks} standing={standing} hints={help.hints} onHint={onHint} />
      )}
    </section>
  );
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
      <p>{EXERCISE_TEXT.intro(tasks.length, CHECK_PRICE)}</p>
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
                  aria-label={EXERCISE_TEXT.hintFor(index + 1, level + 1, hintPrice(tasks.length, level))}
                  onClick={() => onHint(index)}
                >
                  {EXERCISE_TEXT.hint(hintPrice(tasks.length, level))}
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
