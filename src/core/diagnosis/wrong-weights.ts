import type { AccountBook } from "../model/book";
import { HUNDRED, sum } from "../model/amount";
import { cellKey } from "../model/cell";
import type { Figure } from "../model/figure";
import type { Finding } from "../model/finding";
import { expectedScores } from "../scoring/expected-scores";
import type { Equation } from "./system";

/** A form whose weights do not make 100, with everything that follows from it. */
export interface WrongWeights {
  readonly findings: readonly Finding[];
  /** The total score, where it is off by as much as the weights are. */
  readonly equations: readonly Equation[];
  /** Those in question. */
  readonly weights: readonly Figure[];
}

/** Forms whose weights do not make 100: the cause of wrong sections and of a total that fits 100, not the other way round. */
export function wrongWeights(
  book: AccountBook,
  findings: readonly Finding[],
  violated: readonly Equation[],
): readonly WrongWeights[] {
  return [...book.forms, ...book.departmentForms].flatMap((form) => {
    const weights = expectedScores(form).flatMap(({ weight }) => weight ?? []);
    const own = new Set(weights.map(({ cell }) => cellKey(cell)));
    const off = sum(weights.map(({ value }) => value)).minus(HUNDRED);
    const about = findings.filter(
      ({ rule, severity, cells }) =>
        rule === "ZP-04" && severity === "error" && cells.every((cell) => own.has(cellKey(cell))),
    );
    const whole = about.find(({ cells }) => cells.length === own.size);
    if (!whole || off.isZero()) return [];
    const totals = new Set(form.totals.flatMap(({ score }) => (score ? [cellKey(score.cell)] : [])));
    const isTotal = (cell: Figure["cell"] | undefined): boolean => cell !== undefined && totals.has(cellKey(cell));
    const tooHigh = findings.filter(({ rule, cells: [cell] }) => rule === "ZP-06" && isTotal(cell));
    const equations = violated.filter(
      ({ judged: { rule, identity, difference } }) =>
        rule === "ZP-05" && isTotal(identity.left[0]?.figure.cell) && difference.neg().eq(off),
    );
    // The smallest part that is off by as much: a section with a weight printed for it, else the whole.
    const narrowest = about.reduce((best, next) => (next.cells.length < best.cells.length ? next : best), whole);
    const within = new Set(narrowest.cells.map(cellKey));
    return [
      {
        findings: [...about, ...tooHigh],
        equations,
        weights: weights.filter(({ cell }) => within.has(cellKey(cell))),
      },
    ];
  });
}
