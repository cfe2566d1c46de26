import { cellKey } from "../model/cell";
import type { Figure } from "../model/figure";
import { isBalanceCheck, type JudgedIdentity } from "../model/finding";
import type { Term } from "../model/rule";

/** An identity read as a recipe: the target figure is Σ of the terms. */
export interface Definition {
  readonly target: Figure;
  readonly terms: readonly Term[];
  readonly judged: JudgedIdentity;
}

/** Whether an identity counts as a recipe. */
export type Counts = (judged: JudgedIdentity) => boolean;

/**
 * Recipes among the identities that count, usually the balance checks. A sum defines its total, never one of its parts by subtraction: that would be
 * inventing a clerk's figure. An equality between two places defines either side where that side is a single figure:
 * between two sheets, or between the two grand totals of one sheet.
 */
export function definitionsOf(
  identities: readonly JudgedIdentity[],
  counts: Counts = isBalanceCheck,
): readonly Definition[] {
  return identities.flatMap((judged) => {
    const { identity } = judged;
    if (identity.relation !== "=" || !counts(judged)) return [];
    const forward = defines(identity.left) ? [definition(identity.left, identity.right, judged)] : [];
    const backward =
      isSymmetric(judged) && defines(identity.right) ? [definition(identity.right, identity.left, judged)] : [];
    return [...forward, ...backward].filter((d) => d !== undefined);
  });
}

function defines(side: readonly Term[]): boolean {
  return side.length === 1 && side[0]?.sign === 1;
}

function definition(side: readonly Term[], terms: readonly Term[], judged: JudgedIdentity): Definition | undefined {
  const target = side[0]?.figure;
  return target && terms.length > 0 ? { target, terms, judged } : undefined;
}

/** Grand totals of the two halves of Z01 and Z04: the only equalities within one sheet that hold either way. */
const SYMMETRIC_RULES = new Set(["Z01-05", "Z04-05"]);

function isSymmetric({ rule, identity }: JudgedIdentity): boolean {
  const [left] = identity.left;
  const [right] = identity.right;
  return SYMMETRIC_RULES.has(rule) || left?.figure.cell.sheet !== right?.figure.cell.sheet;
}

/** The recipes of each target, by cell. */
export function byTarget(definitions: readonly Definition[]): ReadonlyMap<string, readonly Definition[]> {
  const map = new Map<string, Definition[]>();
  for (const item of definitions) {
    const key = cellKey(item.target.cell);
    const list = map.get(key);
    if (list) list.push(item);
    else map.set(key, [item]);
  }
  return map;
}
