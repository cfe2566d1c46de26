import { describe, expect, it } from "vitest";
import { playInTurn, type Player } from "../../fuzz/turns";

/** A player that takes so much of the clock for a round and fails in a given one. */
function player(name: string, clock: { now: number }, takes: number, failsIn = Infinity): Player & { seeds: number[] } {
  const seeds: number[] = [];
  const round = (seed: number) => {
    seeds.push(seed);
    clock.now += takes;
    return Promise.resolve(seeds.length === failsIn ? `seed ${String(seed)}` : undefined);
  };
  return { name, seeds, round };
}

describe("targets that play in turn", () => {
  it("get the same number of rounds with the same seeds, however slow one of them is", async () => {
    const clock = { now: 0 };
    const [quick, slow] = [player("quick", clock, 1), player("slow", clock, 100)];
    const outcomes = await playInTurn([quick, slow], 7, () => clock.now >= 300, 3);
    expect(outcomes.map(({ rounds, failure }) => [rounds, failure])).toEqual([
      [3, undefined],
      [3, undefined],
    ]);
    expect(quick.seeds).toEqual([7, 8, 9]);
    expect(slow.seeds).toEqual([7, 8, 9]);
  });

  it("have failed where the time was too short for the rounds they must play", async () => {
    const clock = { now: 0 };
    const outcomes = await playInTurn([player("slow", clock, 100)], 1, () => clock.now >= 150, 3);
    expect(outcomes).toEqual([{ name: "slow", rounds: 2, failure: expect.stringContaining("fewer than 3") as string }]);
  });

  it("play no more once they failed, while the others go on", async () => {
    const clock = { now: 0 };
    const outcomes = await playInTurn(
      [player("bad", clock, 1, 2), player("good", clock, 1)],
      1,
      () => clock.now >= 9,
      1,
    );
    expect(outcomes[0]).toEqual({ name: "bad", rounds: 2, failure: "seed 2" });
    expect(outcomes[1]).toMatchObject({ failure: undefined });
    expect(outcomes[1]!.rounds).toBeGreaterThan(4);
  });
});
