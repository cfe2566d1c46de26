import type { CheckReport } from "../../src/app/check-report";
import { cellKey, a1 } from "../../src/core/model/cell";
import type { Cause, Suspect } from "../../src/core/model/diagnosis";
import { asPrinted } from "../../src/core/units/printing";
import { parseNumberText } from "../../src/core/reading/read-figure";
import { mayBeNegative } from "../../src/core/rules/shared/signs";
import type { WorkingState } from "./working-states";

/** Certain advice of a report that would spoil a right figure, or that is forbidden; one line each. */
export function spoiling(report: CheckReport, state: WorkingState, accepted: ReadonlySet<string>): readonly string[] {
  return report.causes
    .filter(({ explanations, findings }) => explanations.length === 1 && !findings.every((id) => accepted.has(id)))
    .flatMap((cause) =>
      (cause.explanations[0]?.suspects ?? []).flatMap((suspect) => {
        const trouble = troubleWith(suspect, report, state);
        return trouble === undefined ? [] : [`${trouble} (${cause.kind}; ${cause.findings.map(ruleOf).join()})`];
      }),
    );
}

function troubleWith({ figure, proposed }: Suspect, report: CheckReport, state: WorkingState): string | undefined {
  const printed = asPrinted(proposed, figure).toNumber();
  const sound = soundNumber(state.soundValue(figure.cell));
  const place = `${figure.cell.sheet.slice(0, 14)}!${a1(figure.cell)} ${figure.raw} -> ${printed} (sound ${sound})`;
  if (printed < -0.06 && !isSigned(figure.cell, report)) return `negative ${place}`;
  if (sound !== undefined && Math.abs(printed - sound) <= 0.06) return undefined;
  return state.touched.has(cellKey(figure.cell)) ? undefined : `wrong ${place}`;
}

function isSigned(cell: Suspect["figure"]["cell"], { book }: CheckReport): boolean {
  for (const table of book.tables.values()) {
    for (const row of table.rows) {
      for (const [column, figure] of row.figures)
        if (cellKey(figure.cell) === cellKey(cell)) return mayBeNegative(row, column);
    }
  }
  return true;
}

/** The number a cell of the sound workbook stands for; 0 for blanks and dashes, undefined for words. */
export function soundNumber(value: ReturnType<WorkingState["soundValue"]>): number | undefined {
  if (value === null || value === undefined || value === "" || value === "-" || value === "—") return 0;
  return typeof value === "number" ? value : parseNumberText(String(value))?.toNumber();
}

/** Blanked cells that a report names with their sound value, and those it names with another. */
export function namedBlanks(
  report: CheckReport,
  state: WorkingState,
): { readonly right: number; readonly wrong: number } {
  const seen = new Map<string, boolean>();
  for (const { kind, explanations } of report.causes) {
    if (kind !== "toFill") continue;
    for (const { figure, proposed } of explanations.flatMap(({ suspects }) => suspects)) {
      const key = cellKey(figure.cell);
      if (!state.touched.has(key)) continue;
      const sound = soundNumber(state.soundValue(figure.cell)) ?? 0;
      const isRight = Math.abs(asPrinted(proposed, figure).toNumber() - sound) <= 0.06;
      seen.set(key, (seen.get(key) ?? false) || isRight);
    }
  }
  const right = [...seen.values()].filter(Boolean).length;
  return { right, wrong: seen.size - right };
}

/** Patterns a report names, as words for a test: "movedRows 公开05表". */
export function patternsOf(causes: readonly Cause[]): readonly string[] {
  return causes.flatMap(({ pattern }) => (pattern ? [`${pattern.kind} ${pattern.sheet}`] : []));
}

function ruleOf(id: string): string {
  return id.split("\u0001")[0] ?? "";
}
