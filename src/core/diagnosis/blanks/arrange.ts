import type { Explanation, Suspect } from "../../model/diagnosis";
import { componentsOf } from "../components";
import type { Equation, LinearSystem, Unknown } from "../system";
import type { Filling } from "./fillings";
import type { Solution } from "./solve";

/** More values than this that identities ask for are no answer. */
const MAX_VALUES = 3;

/**
 * One filling for every blank whose value follows, with the violated equations that speak of it, and one for blanks
 * that can only be named together. Every violated equation with a blank goes to exactly one filling.
 */
export function arrangeFillings(
  system: LinearSystem,
  violated: readonly Equation[],
  solution: Solution,
  blanks: ReadonlySet<Unknown>,
): readonly Filling[] {
  const own = violated.filter(({ members }) => members.some(({ unknown }) => blanks.has(unknown)));
  const isTold = ({ members }: Equation): boolean =>
    members.every(({ unknown }) => !blanks.has(unknown) || solution.solved.has(unknown));
  return [
    ...toldFillings(system, own.filter(isTold), solution, blanks),
    ...componentsOf(own.filter((equation) => !isTold(equation))).map((component) =>
      untoldFilling(system, component, solution, blanks),
    ),
  ];
}

function toldFillings(
  system: LinearSystem,
  equations: readonly Equation[],
  { solved }: Solution,
  blanks: ReadonlySet<Unknown>,
): readonly Filling[] {
  const free = new Set(equations);
  const groups = new Map<Unknown, Equation[]>();
  const give = (blank: Unknown | undefined, equation: Equation | undefined): void => {
    if (!blank || !equation || !free.delete(equation)) return;
    groups.set(blank, [...(groups.get(blank) ?? []), equation]);
  };
  const standing = [...solved.keys()].filter((blank) => blanks.has(blank));
  // The equation a blank follows from speaks for it; a blank left with none gets another it takes part in.
  for (const blank of standing) give(blank, solved.get(blank)?.equation);
  for (const blank of standing) {
    if (!groups.has(blank))
      give(
        blank,
        [...free].find((equation) => takesPart(blank, equation)),
      );
  }
  for (const equation of free)
    give(
      standing.find((blank) => groups.has(blank) && takesPart(blank, equation)),
      equation,
    );
  const suspect = (blank: Unknown): Suspect => ({
    figure: blank.figure,
    proposed: system.scale.toAmount(solved.get(blank)?.value ?? 0n),
  });
  const companions = new Map<Unknown, Suspect[]>();
  for (const blank of standing) {
    if (groups.has(blank)) continue;
    const host = [...groups].find(([, own]) => own.some((equation) => takesPart(blank, equation)))?.[0];
    if (host) companions.set(host, [...(companions.get(host) ?? []), suspect(blank)]);
  }
  return [...groups].map(([blank, own]) => ({
    equations: own,
    explanations: [{ suspects: [suspect(blank), ...(companions.get(blank) ?? [])] }],
    inQuestion: [],
    contradicts: false,
  }));
}

function takesPart(blank: Unknown, { members }: Equation): boolean {
  return members.some(({ unknown }) => unknown === blank);
}

function untoldFilling(
  system: LinearSystem,
  equations: readonly Equation[],
  { solved, contested }: Solution,
  blanks: ReadonlySet<Unknown>,
): Filling {
  const members = new Set(equations.flatMap((equation) => equation.members.map(({ unknown }) => unknown)));
  const untold = [...members].filter((blank) => blanks.has(blank) && !solved.has(blank));
  const [only, ...others] = untold;
  const values = [...new Set((only && contested.get(only))?.map(({ value }) => value))].filter((value) => value > 0n);
  const isChoice = only !== undefined && others.length === 0 && values.length > 1 && values.length <= MAX_VALUES;
  const choice = (value: bigint): Explanation => ({
    suspects: untold.map(({ figure }) => ({ figure, proposed: system.scale.toAmount(value) })),
  });
  return {
    equations,
    explanations: isChoice ? values.map(choice) : [],
    inQuestion: untold.map(({ figure }) => figure),
    contradicts: untold.some((blank) => contested.has(blank)),
  };
}
