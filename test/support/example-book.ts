import { expect, it } from "vitest";
import { runRule } from "../../src/core/checking/run-rule";
import { DEFAULT_SETTINGS } from "../../src/core/checking/settings";
import { buildExample } from "../../src/core/learning/examples/build";
import type { CellEdit, Excerpt } from "../../src/core/learning/examples/model";
import type { AccountBook } from "../../src/core/model/book";
import { a1 } from "../../src/core/model/cell";
import type { CheckSettings } from "../../src/core/model/rule";
import { readBook } from "../../src/core/reading/read-book";
import { RULES } from "../../src/core/rules";

/** The example workbook's sheets with some cells changed, as read. */
export function exampleBook(
  sheets: readonly (Excerpt | Excerpt["sheet"])[],
  edits: readonly CellEdit[] = [],
): AccountBook {
  const excerpts = sheets.map((sheet) => (typeof sheet === "string" ? { sheet } : sheet));
  return readBook(buildExample({ rule: "", story: "", excerpts, setup: edits, slip: [] }, "broken").current);
}

/** What a rule says of a book: "E C7" for an error at C7, "?" and the reason for what was not evaluated, "=" where all holds. */
export function verdictsOf(id: string, book: AccountBook, settings: Partial<CheckSettings> = {}): readonly string[] {
  const rule = RULES.find((item) => item.id === id);
  if (!rule) throw new RangeError(`no rule ${id}`);
  const { findings, coverage } = runRule(rule, { book, settings: { ...DEFAULT_SETTINGS, ...settings } });
  const marks = { error: "E", verify: "C", hint: "I" } as const;
  const said = findings.map(({ severity, cells }) => `${marks[severity]} ${cells.map(a1).join()}`);
  const reasons = coverage.reasons.map(({ reason }) => `? ${reason}`);
  for (const { message } of findings) expect(message).not.toMatch(/undefined|NaN|\[object/);
  if (said.length > 0) return said;
  return coverage.satisfied + coverage.withinRounding > 0 ? ["="] : reasons;
}

/** One case of a rule: what is changed in the example sheets, and what is said. */
export interface RuleCase {
  readonly name: string;
  readonly rule: string;
  readonly sheets: readonly (Excerpt | Excerpt["sheet"])[];
  readonly edits?: readonly CellEdit[];
  readonly settings?: Partial<CheckSettings>;
  /** "=", "E C7", "C C7,D7", or the beginning of "? reason". */
  readonly says: string;
}

/** Declares a test for each case. */
export function testCases(cases: readonly RuleCase[]): void {
  it.each(cases)("$rule: $name", ({ rule, sheets, edits, settings, says }) => {
    const verdicts = verdictsOf(rule, exampleBook(sheets, edits), settings);
    if (says.startsWith("?")) expect(verdicts.join("\n")).toContain(says.slice(1).trim());
    else expect(verdicts.join("; ")).toBe(says);
  });
}
