import { describe, expect, it } from "vitest";
import { runRule, type RuleRun } from "../../src/core/checking/run-rule";
import { DEFAULT_SETTINGS } from "../../src/core/checking/settings";
import { examplesOf } from "../../src/core/learning/examples";
import { buildExample } from "../../src/core/learning/examples/build";
import type { AccountBook } from "../../src/core/model/book";
import { a1 } from "../../src/core/model/cell";
import type { Rule, RuleContext, Severity } from "../../src/core/model/rule";
import { readBook } from "../../src/core/reading/read-book";

/** A book in which the rule must hold. */
export interface Holds {
  readonly name: string;
  readonly book: AccountBook;
  readonly priorYear?: AccountBook;
}

/** A book in which the rule must be broken exactly as told. */
export interface Broken extends Holds {
  /** Cells of each finding, in order ("C7" or "C7,D9"). */
  readonly cells: readonly string[];
  /** Part of the first finding's message. */
  readonly message: string | RegExp;
  /** Severity of the first finding; the rule's own unless told. */
  readonly severity?: Severity;
}

/** A book in which the rule cannot (or only partly) run. */
export interface NotRun extends Holds {
  /** Part of one of the reasons. */
  readonly reason: string | RegExp;
}

export interface RuleCases {
  readonly satisfied: readonly Holds[];
  /** Just inside the tolerance; required for rules that yield identities. */
  readonly withinRounding?: readonly Holds[];
  readonly violated: readonly Broken[];
  readonly notEvaluated: readonly NotRun[];
}

/** Left-over template marks and programming words that must never reach a user. */
const PLACEHOLDER = /[{}<>]|undefined|null|NaN|\[object|TODO|XXX|[A-Za-z]{6,}/;

/**
 * Declares the tests of one rule: its cases on both sides of every boundary, run on frozen books. Refuses empty lists
 * (an identity rule must show both sides of its tolerance) and texts with unfilled placeholders.
 */
export function testRule(rule: Rule, cases: RuleCases): void {
  describe(rule.id, () => {
    it("has cases for every outcome and complete texts", () => {
      expect(cases.satisfied.length, "satisfied cases").toBeGreaterThan(0);
      expect(cases.violated.length, "violated cases").toBeGreaterThan(0);
      expect(cases.notEvaluated.length, "notEvaluated cases").toBeGreaterThan(0);
      const yieldsIdentities = cases.violated.some((broken) => run(rule, broken).identities.length > 0);
      if (yieldsIdentities)
        expect(cases.withinRounding?.length ?? 0, "cases just inside the tolerance").toBeGreaterThan(0);
      for (const text of [
        rule.title,
        rule.statement,
        rule.rationale,
        rule.remedy,
        rule.basis.document,
        rule.formula ?? "无",
      ]) {
        expect(text.trim()).not.toBe("");
        expect(text).not.toMatch(PLACEHOLDER);
      }
      expect(rule.scope.length).toBeGreaterThan(0);
    });

    it.each(cases.satisfied)("holds: $name", (holds) => {
      const { coverage, findings } = run(rule, holds);
      expect(findings.map((finding) => finding.message)).toEqual([]);
      expect(coverage).toMatchObject({ violated: 0, withinRounding: 0 });
      expect(coverage.satisfied, "something was checked").toBeGreaterThan(0);
    });

    it.each(cases.withinRounding ?? [])("holds within rounding: $name", (holds) => {
      const { coverage, findings } = run(rule, holds);
      expect(findings.filter((finding) => finding.severity !== "hint").map((finding) => finding.message)).toEqual([]);
      expect(coverage.violated).toBe(0);
      expect(coverage.withinRounding).toBeGreaterThan(0);
    });

    it.each(cases.violated)("is broken: $name", (broken) => {
      const { coverage, findings } = run(rule, broken);
      expect(findings.map((finding) => finding.cells.map(a1).join())).toEqual(broken.cells);
      expect(coverage.violated).toBe(broken.cells.length);
      expect(findings[0]?.message).toMatch(broken.message);
      expect(findings[0]?.severity).toBe(broken.severity ?? rule.severity);
      for (const finding of findings) expect(finding.message).not.toMatch(PLACEHOLDER);
      expect(new Set(findings.map((finding) => finding.id)).size).toBe(findings.length);
    });

    it("is broken by the example of its page, and holds once that is mended", () => {
      const examples = examplesOf(rule.id);
      expect(examples.length).toBeGreaterThan(0);
      for (const example of examples) {
        const outcome = (state: "broken" | "mended"): RuleRun => {
          const { current, priorYear } = buildExample(example, state);
          const prior = priorYear ? { priorYear: readBook(priorYear) } : {};
          return run(rule, { name: example.story, book: readBook(current), ...prior });
        };
        expect(outcome("broken").coverage.violated).toBeGreaterThan(0);
        expect(outcome("mended").coverage).toMatchObject({ violated: 0 });
        expect(outcome("mended").coverage.satisfied).toBeGreaterThan(0);
      }
    });

    it.each(cases.notEvaluated)("is not evaluated: $name", (notRun) => {
      const { coverage, findings } = run(rule, notRun);
      expect(findings.map((finding) => finding.message)).toEqual([]);
      expect(coverage.notEvaluated).toBeGreaterThan(0);
      expect(coverage.reasons.map((item) => item.reason).join("\n")).toMatch(notRun.reason);
      for (const item of coverage.reasons) {
        expect(item.reason).not.toMatch(PLACEHOLDER);
        expect(item.fault).toBeUndefined();
      }
    });
  });
}

function run(rule: Rule, { book, priorYear }: Holds): RuleRun {
  const context: RuleContext = {
    book: freeze(book),
    settings: DEFAULT_SETTINGS,
    ...(priorYear ? { priorYear: freeze(priorYear) } : {}),
  };
  return runRule(rule, context);
}

/** Freezes a book to its figures, so that a rule that writes into it fails. */
function freeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  if (value instanceof Map) {
    for (const item of value.values()) freeze(item);
    Object.assign(value, { set: refuse, delete: refuse, clear: refuse });
    return value;
  }
  for (const item of Object.values(value)) freeze(item);
  return Object.freeze(value);
}

function refuse(): never {
  throw new Error("a rule must not change the book");
}
