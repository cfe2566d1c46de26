import { idOf } from "./plan-cell";
import type { FillPlan, PlannedWrite } from "./model";

/** Ids of the blank cells in the plan that each write is computed from: without them it would stand on nothing. */
export type Needs = ReadonlyMap<string, readonly string[]>;

/** What each write of a plan needs, directly. */
export function needsOf(plan: Pick<FillPlan, "writes">): Needs {
  const blanks = new Set(plan.writes.filter((w) => w.isBlank).map((w) => w.id));
  return new Map(
    plan.writes.map((write) => [
      write.id,
      [...new Set(write.sources.map(idOf))].filter((id) => id !== write.id && blanks.has(id)),
    ]),
  );
}

/** The ids together with everything they need, through others too. */
export function withNeeds(ids: Iterable<string>, needs: Needs): ReadonlySet<string> {
  return closure(ids, (id) => needs.get(id) ?? []);
}

/** The ids together with everything that needs them, through others too. */
export function withDependents(ids: Iterable<string>, needs: Needs): ReadonlySet<string> {
  return closure(ids, (id) => [...needs].filter(([, needed]) => needed.includes(id)).map(([dependent]) => dependent));
}

/** What is ticked at first: blank cells only, never a cell that holds something. */
export function preselected(plan: Pick<FillPlan, "writes">): ReadonlySet<string> {
  return new Set(plan.writes.filter((write) => write.isBlank).map((write: PlannedWrite) => write.id));
}

function closure(start: Iterable<string>, next: (id: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set(start);
  for (const id of found) for (const other of next(id)) found.add(other);
  return found;
}
