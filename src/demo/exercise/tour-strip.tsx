import { useEffect, useRef, useState, type ReactNode } from "react";
import { a1 } from "../../core/model/cell";
import { EXERCISE_TEXT, TOUR_STEPS } from "../../text/exercise";
import { printedValue } from "./printed-value";
import { useLessonWorkbook, type LessonProps, type LessonWorkbook } from "./use-lesson-workbook";

/** The set of mistakes the tour is shown on; any would do. */
const SEED = 1;
const KINDS = ["transposed"] as const;

/** The guided tour for trainers: from the first check to the cleared marks, on a workbook with one mistake. */
export default function TourStrip(props: LessonProps & { readonly onExercise: () => void }): ReactNode {
  const { current, start } = useLessonWorkbook(props, () => EXERCISE_TEXT.tour.fileName, KINDS);
  const [at, setAt] = useState(0);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => void Promise.resolve().then(() => start(SEED)), [start]);
  useEffect(() => title.current?.focus(), [at]);
  const step = TOUR_STEPS[at] ?? TOUR_STEPS[0];
  const isLast = at === TOUR_STEPS.length - 1;
  const task = current?.prepared.tasks[0];
  if (!current || !task)
    return <section className="demo-lesson demo-tour" aria-label={EXERCISE_TEXT.tour.region} aria-busy />;
  const { slip, rule } = task;
  const facts = {
    sheet: slip.cell.sheet,
    cell: a1(slip.cell),
    wrong: printedValue(slip.becomes),
    right: printedValue(slip.was),
    rule: rule.title,
  };
  return (
    <section className="demo-lesson demo-tour" aria-label={EXERCISE_TEXT.tour.region} data-place={step.place}>
      <div className="demo-lesson-head">
        <h2 ref={title} tabIndex={-1}>
          {EXERCISE_TEXT.tour.step(at + 1, TOUR_STEPS.length, step.title)}
        </h2>
        <span />
        {step.help ? (
          <button type="button" onClick={() => help(current, step.help === "mend")}>
            {step.help === "mend" ? EXERCISE_TEXT.tour.mend : EXERCISE_TEXT.tour.show}
          </button>
        ) : null}
        <button type="button" disabled={at === 0} onClick={() => setAt(at - 1)}>
          {EXERCISE_TEXT.tour.back}
        </button>
        {isLast ? (
          <button type="button" onClick={props.onExercise}>
            {EXERCISE_TEXT.tour.toExercise}
          </button>
        ) : (
          <button type="button" onClick={() => setAt(at + 1)}>
            {EXERCISE_TEXT.tour.next}
          </button>
        )}
        <button type="button" onClick={props.onLeave}>
          {EXERCISE_TEXT.tour.end}
        </button>
      </div>
      <p aria-live="polite">{step.text(facts)}</p>
    </section>
  );
}

/** Goes to the mistake and, where asked, puts it right. */
function help({ prepared, watch }: LessonWorkbook, isMending: boolean): void {
  const [task] = prepared.tasks;
  if (!task) return;
  watch.show(task.slip.cell);
  if (isMending) watch.enter(task.slip.cell, task.slip.was);
}
