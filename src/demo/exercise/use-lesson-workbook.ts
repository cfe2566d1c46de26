import type { PaneEvent } from "../../core/model/pane-event";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { prepareExercise, type PreparedExercise } from "../../app/learning/exercise";
import { HostError } from "../../host/errors";
import type { OpenedWorkbook } from "../opened-workbook";
import { WorkbookWatch } from "./workbook-watch";

/** What the page gives to an exercise or a tour. */
export interface LessonProps {
  /** The workbook that is open, whoever opened it. */
  readonly workbook: OpenedWorkbook | undefined;
  readonly open: (name: string, read: () => Promise<Uint8Array>) => Promise<void>;
  readonly onLeave: () => void;
  /** Calls the listener for what is done in the pane; answers a function that stops it. */
  readonly listen: (listener: (what: PaneEvent) => void) => () => void;
}

/** A workbook with hidden mistakes, once it is open. */
export interface LessonWorkbook {
  readonly prepared: PreparedExercise;
  readonly watch: WorkbookWatch;
  /** Counts the workbooks opened, so that the same mistakes once more are another round. */
  readonly round: number;
}

/** Prepares workbooks with hidden mistakes and opens them in the page. */
export function useLessonWorkbook(
  { workbook, open }: LessonProps,
  nameOf: (seed: number) => string,
  kinds?: Parameters<typeof prepareExercise>[2],
): { readonly current: LessonWorkbook | undefined; readonly start: (seed: number) => Promise<void> } {
  const [prepared, setPrepared] = useState<{ readonly exercise: PreparedExercise; readonly round: number }>();
  const sound = useRef<Promise<Uint8Array>>(undefined);
  const parts = useRef({ nameOf, kinds });
  useEffect(() => {
    parts.current = { nameOf, kinds };
  });
  const start = useCallback(
    (seed: number) =>
      open(parts.current.nameOf(seed), async () => {
        sound.current ??= fetchSound();
        const next = await prepareExercise(await sound.current, seed, parts.current.kinds);
        setPrepared((last) => ({ exercise: next, round: (last?.round ?? 0) + 1 }));
        return next.bytes;
      }),
    [open],
  );
  const model = workbook && workbook.bytes === prepared?.exercise.bytes ? workbook.model : undefined;
  const watch = useMemo(() => (model ? new WorkbookWatch(model) : undefined), [model]);
  return {
    current: prepared && watch ? { prepared: prepared.exercise, watch, round: prepared.round } : undefined,
    start,
  };
}

async function fetchSound(): Promise<Uint8Array> {
  const response = await fetch("exercise.xlsx");
  if (!response.ok) throw new HostError("unknown", { technical: `exercise: ${response.status}` });
  return new Uint8Array(await response.arrayBuffer());
}
