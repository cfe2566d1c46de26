import type { RuleMeta } from "../model/rule";

/** Rules that belong together, as the reference and the list in the pane show them. */
export interface RuleFamily<R extends RuleMeta> {
  readonly title: string;
  readonly rules: readonly R[];
}

const FAMILIES: readonly (readonly [title: string, ids: RegExp])[] = [
  ["表内勾稽", /^(Z0|SG|JJ|GZ)/],
  ["表间勾稽", /^X-/],
  ["增设表", /^T-/],
  ["格式", /^F-/],
  ["绩效自评", /^(ZP|HZ)-/],
  ["绩效评价", /^PJ-/],
  ["热线考核", /^RX-/],
];

/** The rules by family, each by id. @throws RangeError where a rule belongs to no family: its page would be lost */
export function familiesOf<R extends RuleMeta>(rules: readonly R[]): readonly RuleFamily<R>[] {
  const strays = rules.filter(({ id }) => !FAMILIES.some(([, ids]) => ids.test(id)));
  if (strays.length > 0) throw new RangeError(`rules of no family: ${strays.map(({ id }) => id).join()}`);
  return FAMILIES.map(([title, ids]) => ({
    title,
    rules: rules.filter(({ id }) => ids.test(id)).sort((a, b) => (a.id < b.id ? -1 : 1)),
  }));
}
