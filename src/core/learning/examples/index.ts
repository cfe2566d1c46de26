import { CROSS_EXAMPLES } from "./cross";
import { FORM_EXAMPLES } from "./form";
import { EVALUATION_EXAMPLES } from "./evaluation";
import { HOTLINE_EXAMPLES } from "./hotline";
import { FURTHER_EXAMPLES } from "./further";
import type { RuleExample } from "./model";
import { SELF_EVALUATION_EXAMPLES } from "./self-evaluation";
import { TABLE_EXAMPLES } from "./table";

/** Every example; each rule of the catalogue has at least one. */
export const RULE_EXAMPLES: readonly RuleExample[] = [
  ...TABLE_EXAMPLES,
  ...CROSS_EXAMPLES,
  ...FURTHER_EXAMPLES,
  ...FORM_EXAMPLES,
  ...SELF_EVALUATION_EXAMPLES,
  ...EVALUATION_EXAMPLES,
  ...HOTLINE_EXAMPLES,
];

/** The examples of a rule. */
export function examplesOf(rule: string): readonly RuleExample[] {
  return RULE_EXAMPLES.filter((example) => example.rule === rule);
}
