/** One that plays rounds with the seeds it is given. */
export interface Player {
  readonly name: string;
  /** Plays a round. @returns what failed, undefined where nothing did */
  round(seed: number): Promise<string | undefined>;
}

/** How a player fared. */
export interface Outcome {
  readonly name: string;
  readonly rounds: number;
  /** What failed, or that the time was too short for the rounds it has to play. */
  readonly failure: string | undefined;
}

/**
 * Lets the players play in turn, a round each with the same seed, until the time is up: a slow one takes no rounds from
 * the others. One that failed plays no more.
 * @param isOver asked before each turn of all
 * @param minimum rounds below which a player has failed
 */
export async function playInTurn(
  players: readonly Player[],
  seed: number,
  isOver: () => boolean,
  minimum: number,
): Promise<readonly Outcome[]> {
  const failures = new Map<Player, string>();
  const rounds = new Map<Player, number>();
  for (let next = seed; !isOver() && failures.size < players.length; next += 1) {
    for (const player of players) {
      if (failures.has(player)) continue;
      const failure = await player.round(next);
      rounds.set(player, (rounds.get(player) ?? 0) + 1);
      if (failure !== undefined) failures.set(player, failure);
    }
  }
  return players.map((player) => {
    const played = rounds.get(player) ?? 0;
    const tooFew = played < minimum ? `fewer than ${String(minimum)} rounds: give more --minutes` : undefined;
    return { name: player.name, rounds: played, failure: failures.get(player) ?? tooFew };
  });
}
