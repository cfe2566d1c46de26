import { cellKey, type CellAddress } from "../model/cell";
import type { Cause, Pattern } from "../model/diagnosis";
import type { Finding } from "../model/finding";
import { needsOf, withDependents } from "./dependencies";
import type { FillPlan, PlannedWrite } from "./model";

/** Causes that put every figure of their sheet in doubt. A sheet judged in the unit that fits is in none. */
const WHOLE_SHEET: ReadonlySet<Pattern["kind"]> = new Set<Pattern["kind"]>(["movedRows", "otherYear", "moneyUnit"]);
/** Causes that put the figures of the checks they break in doubt. */
const ROWS: ReadonlySet<Pattern["kind"]> = new Set<Pattern["kind"]>(["missingRow", "duplicatedRow"]);

/**
 * The plan held to diagnosis: nothing is written into, or worked out from, a sheet whose figures stand beside the wrong
 * rows, are another year's or in another unit, or checks that a row left out or typed twice breaks. What is left out is
 * listed with the reason.
 */
export function withoutDoubtful(plan: FillPlan, causes: readonly Cause[], findings: readonly Finding[]): FillPlan {
  const doubts = new Doubts(causes, findings);
  const reasons = new Map<string, string>();
  for (const write of plan.writes) {
    const reason = doubts.about(write);
    if (reason !== undefined) reasons.set(write.id, reason);
  }
  if (reasons.size === 0) return plan;
  const dropped = withDependents([...reasons.keys()], needsOf(plan));
  const left = plan.writes.filter(({ id }) => dropped.has(id));
  return {
    writes: plan.writes.filter(({ id }) => !dropped.has(id)),
    notDerivable: [
      ...plan.notDerivable,
      ...left.map(({ id, cell, group, label }) => ({
        cell,
        group,
        label,
        reason: reasons.get(id) ?? "所依据的数尚不能确定",
      })),
    ],
  };
}

/** What diagnosis says against a write. */
class Doubts {
  private readonly sheets = new Set<string>();
  private readonly cells = new Set<string>();

  constructor(causes: readonly Cause[], findings: readonly Finding[]) {
    const byId = new Map(findings.map((finding) => [finding.id, finding]));
    for (const { pattern, findings: ids } of causes) {
      if (!pattern) continue;
      if (WHOLE_SHEET.has(pattern.kind) && pattern.unit === undefined) this.sheets.add(pattern.sheet);
      if (ROWS.has(pattern.kind)) for (const finding of ids.flatMap((id) => byId.get(id) ?? [])) this.doubtAll(finding);
    }
  }

  private doubtAll({ cells, related }: Finding): void {
    for (const cell of [...cells, ...related]) this.cells.add(cellKey(cell));
  }

  about({ cell, sources }: PlannedWrite): string | undefined {
    const isDoubted = (own: CellAddress): boolean => this.sheets.has(own.sheet) || this.cells.has(cellKey(own));
    return [cell, ...sources].some(isDoubted) ? "所在的表或所依据的表整行、整表有误，请先改正" : undefined;
  }
}
