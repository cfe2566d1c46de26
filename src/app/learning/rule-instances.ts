import type { CellAddress } from "../../core/model/cell";
import type { Finding, JudgedIdentity } from "../../core/model/finding";
import type { Identity, RuleMeta } from "../../core/model/rule";
import type { Highlight } from "../../host/port";
import type { CheckReport } from "../check-report";

/** One application of a rule in the open workbook. */
export interface RuleInstance {
  /** What it is about, in a clerk's words. */
  readonly subject: string;
  readonly sheet: string;
  readonly outcome: JudgedIdentity["outcome"];
  /** The relation, for the arithmetic; rules that compare no sums have none. */
  readonly identity?: Identity;
  /** The cells that are judged, and those they are compared with. */
  readonly cells: readonly CellAddress[];
  readonly related: readonly CellAddress[];
}

const ORDER = { violated: 0, withinRounding: 1, satisfied: 2 } as const;

/**
 * Where a rule took part in the last check: what is broken first, then in the workbook's order. Of rules that yield no
 * relations only what is broken is known by its cells.
 */
export function instancesOf(report: CheckReport, rule: string): readonly RuleInstance[] {
  const relations = report.result.identities.filter((judged) => judged.rule === rule).map(ofIdentity);
  const findings = report.result.findings.filter((finding) => finding.rule === rule && !finding.identity);
  return [...relations, ...findings.map(ofFinding)].sort((a, b) => ORDER[a.outcome] - ORDER[b.outcome]);
}

function ofIdentity({ identity, outcome }: JudgedIdentity): RuleInstance {
  const { subject, sheet, left, right } = identity;
  const cells = left.map(({ figure }) => figure.cell);
  return { subject, sheet, outcome, identity, cells, related: right.map(({ figure }) => figure.cell) };
}

function ofFinding({ message, sheet, cells, related }: Finding): RuleInstance {
  return { subject: message, sheet, outcome: "violated", cells, related };
}

/** The marks that show an instance in the workbook: what is judged stronger than what it is compared with. */
export function marksOf(instance: RuleInstance, rule: RuleMeta): readonly Highlight[] {
  const severity = instance.outcome === "violated" ? rule.severity : "hint";
  return [
    ...instance.cells.map((cell) => ({ cell, severity, role: "finding" }) as const),
    ...instance.related.map((cell) => ({ cell, severity, role: "related" }) as const),
  ];
}
