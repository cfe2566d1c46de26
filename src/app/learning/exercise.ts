import { makeExercise, type HiddenSlip } from "../../core/learning/exercise/make-exercise";
import {
  CHECK_PRICE,
  HINTS,
  hintPrice,
  isMended,
  scoreOf,
  type SlipProgress,
} from "../../core/learning/exercise/score";
import type { ExerciseSlip } from "../../core/learning/exercise/slips";
import type { CellAddress } from "../../core/model/cell";
import type { CellValue } from "../../core/model/grid";
import type { RuleMeta } from "../../core/model/rule";
import { RULES } from "../../core/rules";
import { openXlsx } from "../../host/xlsx/xlsx-host";

/** A mistake as a trainee meets it. */
export interface ExerciseTask {
  readonly slip: HiddenSlip;
  readonly rule: Pick<RuleMeta, "title" | "statement">;
}

/** An exercise ready to be worked on. */
export interface PreparedExercise {
  readonly seed: number;
  readonly bytes: Uint8Array;
  readonly tasks: readonly ExerciseTask[];
}

/**
 * Hides mistakes in a sound workbook (.xlsx bytes); the same seed hides the same ones.
 * @throws HostError where the bytes are no workbook
 */
export async function prepareExercise(
  sound: Uint8Array,
  seed: number,
  kinds?: readonly ExerciseSlip[],
): Promise<PreparedExercise> {
  const host = await openXlsx(sound);
  const { slips } = makeExercise(await host.read(), seed, kinds);
  await host.write(slips.map(({ cell, becomes }) => ({ cell, content: becomes, isFormula: false })));
  const tasks = slips.flatMap((slip) => {
    const rule = RULES.find(({ id }) => id === slip.rule);
    return rule ? [{ slip, rule }] : [];
  });
  return { seed, bytes: host.save(), tasks };
}

/** What a trainee was helped with. */
export interface Help {
  /** Hints taken for each task. */
  readonly hints: readonly number[];
  /** Tasks whose cell the assistant filled in. */
  readonly filled: readonly boolean[];
  /** Checks the assistant made. */
  readonly checks: number;
}

/** Where a trainee stands. */
export interface ExerciseStanding {
  readonly mended: readonly boolean[];
  readonly mendedCount: number;
  readonly spoiled: readonly CellAddress[];
  readonly score: number;
}

/**
 * Judges the workbook as it stands.
 * @param help what it took; a task the assistant filled in counts as one with every hint
 * @param valueAt what a cell holds now
 * @param changed cells that differ from the workbook as it was opened
 */
export function judgeExercise(
  { tasks }: PreparedExercise,
  help: Help,
  valueAt: (cell: CellAddress) => CellValue,
  changed: readonly CellAddress[],
): ExerciseStanding {
  const mended = tasks.map(({ slip }) => isMended(slip, valueAt(slip.cell)));
  const isHidden = (cell: CellAddress): boolean =>
    tasks.some(
      ({ slip }) => slip.cell.sheet === cell.sheet && slip.cell.row === cell.row && slip.cell.column === cell.column,
    );
  const spoiled = changed.filter((cell) => !isHidden(cell));
  const progress: SlipProgress[] = mended.map((done, index) => ({
    isMended: done,
    hints: help.filled[index] ? HINTS : (help.hints[index] ?? 0),
  }));
  return {
    mended,
    mendedCount: mended.filter(Boolean).length,
    spoiled,
    score: scoreOf(progress, spoiled.length, help.checks),
  };
}

/** How many hints there are for each mistake: its table, its rule, its cell. */
export const HINT_LEVELS = HINTS;

export { CHECK_PRICE, hintPrice, isMended };
