import { useEffect, useRef, useState } from "react";
import type { Help } from "../../app/learning/exercise";
import type { CellAddress } from "../../core/model/cell";
import type { LessonProps, LessonWorkbook } from "./use-lesson-workbook";

/** Notes what a trainee is helped with in one round, and which cells were changed. */
export function useHelp(
  { prepared, watch }: LessonWorkbook,
  listen: LessonProps["listen"],
): {
  readonly help: Help;
  readonly changed: readonly CellAddress[];
  /** When something was changed last, as `Date.now` counts. */
  readonly changedAt: number;
  readonly takeHint: (task: number) => void;
} {
  const { tasks } = prepared;
  const [hints, setHints] = useState<readonly number[]>(() => tasks.map(() => 0));
  const [filled, setFilled] = useState<readonly boolean[]>(() => tasks.map(() => false));
  const [checks, setChecks] = useState(0);
  /** After filling in the assistant checks by itself: that is no check the trainee asked for. */
  const isCheckDue = useRef(false);
  const [changedAt, setChangedAt] = useState(() => Date.now());
  const [changed, setChanged] = useState(() => watch.changed());
  useEffect(
    () =>
      watch.onChange((isByAddin) => {
        if (tasks.some(({ slip }) => isByAddin(slip.cell))) isCheckDue.current = true;
        setFilled((before) => tasks.map(({ slip }, i) => before[i] === true || isByAddin(slip.cell)));
        setChanged(watch.changed());
        setChangedAt(Date.now());
      }),
    [watch, tasks],
  );
  useEffect(
    () =>
      listen((what) => {
        if (what !== "checked") return;
        if (!isCheckDue.current) setChecks((count) => count + 1);
        isCheckDue.current = false;
      }),
    [listen],
  );
  const takeHint = (task: number): void => setHints(hints.map((count, i) => (i === task ? count + 1 : count)));
  return { help: { hints, filled, checks }, changed, changedAt, takeHint };
}
