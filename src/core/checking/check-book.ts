import type { CheckResult } from "../model/finding";
import type { Rule, RuleContext } from "../model/rule";
import type { SheetKind } from "../model/table";
import { RULES } from "../rules/index";
import { runRule, type RuleRun } from "./run-rule";

/**
 * Runs the rules over a book. Findings come in the order of the rules; coverage has one row for every rule, also where
 * it could not run. Amounts are in the book's money unit. Never throws: a failing rule is reported as not evaluated.
 */
export function checkBook(context: RuleContext, rules: readonly Rule[] = RULES): CheckResult {
  return merge(rules.map((rule) => runRule(rule, context)));
}

/**
 * Checks again after an edit: runs only the rules whose scope meets the changed kinds of sheets and takes the verdicts
 * of the others from the previous result. Equals a full run as long as nothing but the figures and texts of those sheets
 * changed; after a change of the workbook's unit, year or set of sheets check in full.
 */
export function recheckBook(
  previous: CheckResult,
  context: RuleContext,
  changedKinds: Iterable<SheetKind>,
  rules: readonly Rule[] = RULES,
): CheckResult {
  const changed = new Set(changedKinds);
  const earlier = runsByRule(previous);
  return merge(
    rules.map((rule) => {
      const kept = rule.scope.some((kind) => changed.has(kind)) ? undefined : earlier.get(rule.id);
      return kept ?? runRule(rule, context);
    }),
  );
}

function merge(runs: readonly RuleRun[]): CheckResult {
  return {
    findings: concat(runs.map((run) => run.findings)),
    rounding: concat(runs.map((run) => run.rounding)),
    coverage: runs.map((run) => run.coverage),
    identities: concat(runs.map((run) => run.identities)),
  };
}

function concat<T>(lists: readonly (readonly T[])[]): readonly T[] {
  return ([] as readonly T[]).concat(...lists);
}

/** Takes a result apart again into what each rule contributed. */
function runsByRule(result: CheckResult): Map<string, RuleRun> {
  const findings = groupBy(result.findings, (finding) => finding.rule);
  const rounding = groupBy(result.rounding, (judged) => judged.rule);
  const identities = groupBy(result.identities, (judged) => judged.rule);
  return new Map(
    result.coverage.map((coverage) => [
      coverage.rule,
      {
        coverage,
        findings: findings.get(coverage.rule) ?? [],
        rounding: rounding.get(coverage.rule) ?? [],
        identities: identities.get(coverage.rule) ?? [],
      },
    ]),
  );
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
