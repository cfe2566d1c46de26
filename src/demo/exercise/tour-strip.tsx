import { useEffect, useState, type ReactNode } from "react";
import { isMended } from "../../app/learning/exercise";
import { a1 } from "../../core/model/cell";
import { EXERCISE_TEXT, TOUR_STEPS } from "../../text/exercise";
import { Preparing } from "./preparing";
import { printedValue } from "./printed-value";
import { useLessonWorkbook, type LessonProps, type LessonWorkbook } from "./use-lesson-workbook";

/** The set of mistakes the tour is shown on; any would do. */
const SEED = 1;
const KINDS = ["transposed"] as const;

interface TourProps extends LessonProps {
  readonly onExercise: () => void;
}

/** The guided tour for trainers: from the first check to the cleared marks, on a workbook with one mistake. */
export default function TourStrip(props: TourProps): ReactNode {
  const { current, start } = useLessonWorkbook(props, () => EXERCISE_TEXT.tour.fileName, KINDS);
  useEffect(() => void Promise.resolve().then(() => start(SEED)), [start]);
  if (!current) return <Preparing region={EXERCISE_TEXT.tour.region} text={EXERCISE_TEXT.tour.preparing} />;
  return <Tour {...props} current={current} />;
}

/** Goes on by what is done: in the pane, or in the cell that is wrong. */
function Tour({
  current: { prepared, watch },
  listen,
  onLeave,
  onExercise,
}: TourProps & { readonly current: LessonWorkbook }): ReactNode {
  const [at, setAt] = useState(0);
  const step = TOUR_STEPS[at] ?? TOUR_STEPS[0];
  const { until } = step;
  const [task] = prepared.tasks;
  useEffect(() => {
    const goOn = (): void => setAt((now) => (now === at ? now + 1 : now));
    const stops = [
      listen((what) => what === until && goOn()),
      watch.onChange(() => {
        if (until === "mended" && task && isMended(task.slip, watch.valueAt(task.slip.cell))) goOn();
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }, [at, until, listen, watch, task]);
  if (!task) return null;
  const { slip, rule } = task;
  const facts = {
    sheet: slip.cell.sheet,
    cell: a1(slip.cell),
    wrong: printedValue(slip.becomes),
    right: printedValue(slip.was),
    rule: rule.title,
  };
  const mend = (): void => {
    watch.show(slip.cell);
    watch.enter(slip.cell, slip.was);
  };
  const { tour } = EXERCISE_TEXT;
  return (
    <section className="demo-lesson demo-tour" aria-label={tour.region} data-place={step.place}>
      <div className="demo-lesson-head">
        <h2>{tour.step(at + 1, TOUR_STEPS.length, step.title)}</h2>
        <span />
        {until === "mended" ? (
          <button type="button" onClick={mend}>
            {tour.mend}
          </button>
        ) : null}
        <button type="button" disabled={at === 0} onClick={() => setAt(at - 1)}>
          {tour.back}
        </button>
        {until === undefined ? (
          <button type="button" onClick={onExercise}>
            {tour.toExercise}
          </button>
        ) : (
          <button type="button" onClick={() => setAt(at + 1)}>
            {tour.skip}
          </button>
        )}
        <button type="button" onClick={onLeave}>
          {tour.end}
        </button>
      </div>
      {/* Read out as it changes; the focus stays where the work is. */}
      <p aria-live="polite">{step.text(facts)}</p>
    </section>
  );
}
