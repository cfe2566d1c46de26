import { checkBook } from "../checking/check-book";
import { DEFAULT_SETTINGS } from "../checking/settings";
import type { CheckResult, Finding } from "../model/finding";
import { readBook } from "../reading/read-book";
import { buildExample, type ExampleWorkbooks } from "./examples/build";
import type { RuleExample } from "./examples/model";

/** An example as read and checked. */
export interface WorkedExample {
  readonly workbooks: ExampleWorkbooks;
  readonly result: CheckResult;
  /**
   * What the example is about: an excerpt lacks tables by its nature, so F-01 counts only where the example is about
   * missing tables.
   */
  readonly findings: readonly Finding[];
}

/** Reads and checks an example in a state, with all rules. */
export function workExample(example: RuleExample, state: "broken" | "mended"): WorkedExample {
  const workbooks = buildExample(example, state);
  const result = checkBook({
    book: readBook(workbooks.current),
    settings: DEFAULT_SETTINGS,
    ...(workbooks.priorYear ? { priorYear: readBook(workbooks.priorYear) } : {}),
  });
  const findings = result.findings.filter(({ rule }) => rule !== "F-01" || example.rule === "F-01");
  return { workbooks, result, findings };
}
