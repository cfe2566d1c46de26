import { plainAmount } from "../../core/model/amount";
import { a1 } from "../../core/model/cell";
import type { CheckReport } from "../check-report";
import { asPrinted } from "../../core/units/printing";

/** A cell that explains a finding and what should stand there, as its own sheet prints it. */
export interface SuspectCell {
  readonly sheet: string;
  readonly cell: string;
  readonly value: string;
}

/** Suspect cells of every finding with a cause, by finding id, best explanation first. */
export function suspectsByFinding(report: CheckReport): ReadonlyMap<string, readonly SuspectCell[]> {
  const suspects = new Map<string, readonly SuspectCell[]>();
  for (const cause of report.causes) {
    const list = cause.explanations.flatMap((explanation) =>
      explanation.suspects.map(({ figure, proposed }) => ({
        sheet: figure.cell.sheet,
        cell: a1(figure.cell),
        value: plainAmount(asPrinted(proposed, figure)),
      })),
    );
    for (const id of cause.findings) suspects.set(id, list);
  }
  return suspects;
}
