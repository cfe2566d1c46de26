import type { CellAddress } from "../core/model/cell";
import type { RuleCoverage } from "../core/model/finding";
import { isOccasional, type SheetKind } from "../core/model/table";

/** Checks that could not run for one and the same reason. */
export interface NotCheckedGroup {
  readonly key: string;
  readonly count: number;
  /** Undefined where a rule counts more checks than it gave reasons for. */
  readonly reason: string | undefined;
  readonly missing?: SheetKind;
  readonly rules: readonly string[];
  /** What it asks of the user: nothing where tables are empty as they may be, last year's workbook, else to act on it. */
  readonly kind: "act" | "empty" | "priorYear";
  /** Where to look, where the reason names a place. */
  readonly cell?: CellAddress;
  readonly sheet?: string;
}

/** Groups what could not be checked by its reason, the most frequent first. A sheet that few workbooks have is not missed. */
export function notChecked(coverage: readonly RuleCoverage[]): readonly NotCheckedGroup[] {
  const groups = new Map<string, NotCheckedGroup & { count: number; rules: string[] }>();
  for (const row of coverage) {
    for (const reason of row.reasons) {
      if (reason.notApplicable || isOccasional(reason.missing)) continue;
      const key = reason.missing ? `missing:${reason.missing}` : `reason:${reason.sheet ?? ""}:${reason.reason}`;
      const group = groups.get(key) ?? {
        key,
        count: 0,
        reason: reason.reason,
        rules: [],
        kind: reason.because ?? "act",
        ...(reason.missing ? { missing: reason.missing } : {}),
        ...(reason.cell ? { cell: reason.cell } : {}),
        ...(reason.sheet === undefined ? {} : { sheet: reason.sheet }),
      };
      add(groups, group, row.rule, 1);
    }
    const unexplained = row.notEvaluated - row.reasons.length;
    if (unexplained > 0) {
      const key = "unexplained";
      add(
        groups,
        groups.get(key) ?? { key, count: 0, reason: undefined, rules: [], kind: "act" },
        row.rule,
        unexplained,
      );
    }
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}

function add(
  groups: Map<string, NotCheckedGroup & { count: number; rules: string[] }>,
  group: NotCheckedGroup & { count: number; rules: string[] },
  rule: string,
  count: number,
): void {
  group.count += count;
  if (!group.rules.includes(rule)) group.rules.push(rule);
  groups.set(group.key, group);
}
