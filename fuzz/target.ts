import fc from "fast-check";

/** Something to try with random input: a property that must hold whatever fast-check makes up. */
export interface Target {
  readonly name: string;
  readonly property: fc.IAsyncPropertyWithHooks<never[]>;
  /** Runs in one short round: what CI does with a fixed seed, and what the long script repeats with new ones. */
  readonly runs: number;
}

/** Longest time one input may take, in milliseconds; a small workbook needs some ten. */
const SLOW = 5_000;

/**
 * A target whose `attempt` must neither throw nor dawdle.
 * @param runs inputs in one round
 */
export function target<T>(
  name: string,
  runs: number,
  input: fc.Arbitrary<T>,
  attempt: (value: T) => void | Promise<void>,
): Target {
  const property = fc.asyncProperty(input, async (value) => {
    const started = performance.now();
    await attempt(value);
    const took = performance.now() - started;
    if (took > SLOW) throw new Error(`took ${took.toFixed(0)} ms`);
  });
  return { name, runs, property: property as unknown as Target["property"] };
}

/** A counterexample is shown up to so many characters: a workbook may fill pages. Seed and path bring it back whole. */
const SHOWN = 1_500;

/** One round. Answers what failed, shrunk, with the seed and path that bring it back; undefined where nothing did. */
export async function round({ name, property, runs }: Target, seed: number): Promise<string | undefined> {
  const details = await fc.check(property, { seed, numRuns: runs });
  if (!details.failed) return undefined;
  const { counterexample, counterexamplePath, errorInstance } = details;
  const error = errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : String(errorInstance);
  return [
    `${name}, seed ${String(seed)}, path ${counterexamplePath ?? ""}`,
    error.split("\n").slice(0, 8).join("\n"),
    fc.stringify(counterexample).slice(0, SHOWN),
  ].join("\n");
}
