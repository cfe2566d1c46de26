import { describe, expect, it } from "vitest";
import { round } from "../../fuzz/target";
import { TARGETS } from "../../fuzz/targets";

/** Half a round of everything that `npm run fuzz` does for longer, always with the same input. */
const SEED = 20241231;
const SHARE = 0.5;

describe("random input", () => {
  it.each(TARGETS)("$name", async (target) => {
    expect(await round({ ...target, runs: Math.ceil(target.runs * SHARE) }, SEED)).toBeUndefined();
  });
});
