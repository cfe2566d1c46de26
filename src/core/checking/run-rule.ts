import { onOneLine } from "../glossary/normalise";
import { a1 } from "../model/cell";
import type { Finding, JudgedIdentity, RuleCoverage } from "../model/finding";
import type { Check, Identity, NotEvaluated, Rule, RuleContext, Violation } from "../model/rule";
import { FindingIds } from "./finding-ids";
import { identityFinding } from "./identity-finding";
import { invalidFigure, isUnlikelyRounding, judge, type Judgement } from "./judge";

/** What one rule found in one book. */
export interface RuleRun {
  readonly findings: readonly Finding[];
  readonly rounding: readonly JudgedIdentity[];
  readonly coverage: RuleCoverage;
  readonly identities: readonly JudgedIdentity[];
}

/**
 * Runs one rule. A rule that fails is reported as not evaluated and counts nothing else; a rule that found nothing to
 * check is reported as not evaluated too, so that every run leaves at least one count.
 */
export function runRule(rule: Rule, context: RuleContext): RuleRun {
  const tally = new Tally(rule);
  try {
    for (const check of rule.check(context)) tally.add(check);
    return tally.finish();
  } catch (error) {
    return faulted(rule, error);
  }
}

function faulted(rule: Rule, error: unknown): RuleRun {
  const reason: NotEvaluated = {
    kind: "notEvaluated",
    reason: "本条规则运行中出错，未核对",
    fault: error instanceof Error ? error.message : String(error),
  };
  const coverage = { rule: rule.id, satisfied: 0, withinRounding: 0, violated: 0, notEvaluated: 1, reasons: [reason] };
  return { findings: [], rounding: [], identities: [], coverage };
}

/** Collects the checks of one rule and counts each exactly once. */
class Tally {
  private readonly findings: Finding[] = [];
  private readonly rounding: JudgedIdentity[] = [];
  private readonly identities: JudgedIdentity[] = [];
  private readonly reasons = new Map<string, NotEvaluated>();
  private readonly remarks = new Set<string>();
  private readonly ids = new FindingIds();
  private readonly counts = { satisfied: 0, withinRounding: 0, violated: 0, notEvaluated: 0 };
  private seen = 0;
  private trivial = 0;

  constructor(private readonly rule: Rule) {}

  add(check: Check): void {
    if (check.kind === "choice") {
      this.remarks.add(check.said);
      return;
    }
    this.seen += 1;
    switch (check.kind) {
      case "identity":
        this.addIdentity(check);
        return;
      case "satisfied":
        this.counts[check.withinRounding === true ? "withinRounding" : "satisfied"] += 1;
        return;
      case "violated":
        this.addViolation(check);
        return;
      case "notEvaluated":
        this.addReason(check);
    }
  }

  finish(): RuleRun {
    const counted =
      this.counts.satisfied + this.counts.withinRounding + this.counts.violated + this.counts.notEvaluated;
    if (counted + this.trivial !== this.seen)
      throw new Error(`counted ${counted + this.trivial} of ${this.seen} checks`);
    if (counted === 0) {
      const reason = this.trivial > 0 ? "表中无数据，没有可核对的数" : "没有可核对的内容";
      this.addReason({ kind: "notEvaluated", reason, ...(this.trivial > 0 ? { because: "empty" } : {}) });
    }
    return {
      findings: this.findings,
      rounding: this.rounding,
      identities: this.identities,
      coverage: {
        rule: this.rule.id,
        ...this.counts,
        reasons: [...this.reasons.values()],
        ...(this.remarks.size > 0 ? { remarks: [...this.remarks] } : {}),
      },
    };
  }

  private addIdentity(identity: Identity): void {
    const invalid = invalidFigure(identity);
    if (invalid) {
      this.addReason({
        kind: "notEvaluated",
        reason: `“${invalid.cell.sheet}”${a1(invalid.cell)} 不是数字（${invalid.raw}），涉及它的关系未核对`,
        sheet: invalid.cell.sheet,
        cell: invalid.cell,
      });
      return;
    }
    const judged = judge(identity, this.rule);
    this.identities.push(judged);
    if (judged.trivial) {
      this.trivial += 1;
      return;
    }
    this.counts[judged.outcome] += 1;
    if (judged.outcome !== "satisfied") this.addIdentityFinding(judged);
  }

  private addIdentityFinding(judged: Judgement): void {
    const unlikelyRounding = isUnlikelyRounding(judged);
    if (judged.outcome === "withinRounding" && !unlikelyRounding) {
      this.rounding.push(judged);
      return;
    }
    const severity = unlikelyRounding ? "hint" : judged.severity;
    const finding = identityFinding(judged, { severity, unlikelyRounding });
    const id = this.ids.next(this.rule.id, finding.sheet, finding.cells, judged.identity.subject);
    this.findings.push({ id, ...finding });
  }

  private addViolation(violation: Violation): void {
    this.counts.violated += 1;
    const { expected, actual, difference, project } = violation;
    this.findings.push({
      id: this.ids.next(this.rule.id, violation.sheet, violation.cells, project ?? ""),
      rule: this.rule.id,
      severity: violation.severity ?? this.rule.severity,
      sheet: violation.sheet,
      cells: violation.cells,
      related: violation.related,
      message: onOneLine(violation.message),
      ...(expected === undefined ? {} : { expected }),
      ...(actual === undefined ? {} : { actual }),
      ...(difference === undefined ? {} : { difference }),
      ...(project === undefined ? {} : { project }),
      withinRounding: false,
    });
  }

  private addReason(given: NotEvaluated): void {
    const reason = { ...given, reason: onOneLine(given.reason) };
    this.counts.notEvaluated += 1;
    const key = `${reason.sheet ?? ""}\u0000${reason.reason}`;
    if (!this.reasons.has(key)) this.reasons.set(key, reason);
  }
}
