import { compareMerits, type RankedSolution } from "./rank";
import type { Correction } from "./search";
import type { Equation } from "./system";

/** More equally good explanations than this are no answer: the figures are named as in question instead. */
const MAX_EXPLANATIONS = 3;

/** Corrections belong together where an equation that held before needs both to hold again. */
export function independentParts(corrections: readonly Correction[]): readonly (readonly Correction[])[] {
  const parts: Correction[][] = [];
  for (const correction of corrections) {
    const linked = parts.filter((part) => part.some((other) => shareMasked(other, correction)));
    const merged = [...linked.flat(), correction];
    for (const part of linked) parts.splice(parts.indexOf(part), 1);
    parts.push(merged);
  }
  return parts;
}

function shareMasked(a: Correction, b: Correction): boolean {
  return a.unknown.uses.some(
    ({ equation }) => !equation.violated && b.unknown.uses.some((use) => use.equation === equation),
  );
}

/** A solution as an answer to one part of the best one: its corrections there, the others being the best one's. */
export interface Leader {
  readonly solution: RankedSolution;
  readonly own: readonly Correction[];
}

/** The solutions for which as much speaks as for the best and that differ from it in one part alone; best first. */
export function leadersOf(
  part: readonly Correction[],
  best: RankedSolution,
  ranked: readonly RankedSolution[],
): readonly Leader[] {
  const rest = best.corrections.filter((c) => !part.includes(c));
  return ranked.flatMap((solution) => {
    const own = solution.corrections.filter((c) => !rest.some((r) => r.unknown === c.unknown));
    const isRestKept = solution.corrections.length - own.length === rest.length;
    return isRestKept && own.length === part.length && compareMerits(solution, best) <= 0 ? [{ solution, own }] : [];
  });
}

/**
 * Whether a part is as well explained by a figure lost with all its parts: a zero in one of its violated equations, which
 * nothing else speaks for or against. It counts where the part shares another violated equation with corrections that
 * are themselves open, so that this equation no longer tells.
 */
export function mayBeLostInstead(part: readonly Correction[], open: readonly Correction[]): boolean {
  const violated = (corrections: readonly Correction[]): Set<Equation> =>
    new Set(corrections.flatMap(({ unknown }) => unknown.uses.map((use) => use.equation).filter((e) => e.violated)));
  const shared = violated(open);
  const own = [...violated(part)];
  const isSilent = ({ members }: Equation): boolean => members.every(({ unknown }) => unknown.value === 0n);
  return (
    own.some((equation) => shared.has(equation)) &&
    own.some(
      (equation) =>
        !shared.has(equation) &&
        equation.members.some(
          ({ unknown }) =>
            unknown.value === 0n && unknown.uses.every((use) => use.equation === equation || isSilent(use.equation)),
        ),
    )
  );
}

/**
 * The explanations worth showing: all that are equally good, unless they are too many to be an answer. Of many the first
 * are shown where one alone is a likely slip: it leads, and its rivals beside it say that it is no proof.
 */
export function shownOf(leaders: readonly Leader[]): readonly Leader[] {
  if (leaders.length <= MAX_EXPLANATIONS) return leaders;
  const [first, ...others] = leaders;
  const isLed = first?.solution.isLikely === true && !others.some(({ solution }) => solution.isLikely);
  return isLed ? leaders.slice(0, MAX_EXPLANATIONS) : [];
}
