/** Which characters of `text` stand in blocks, of `shortest` characters at least, that `other` has in the same order. */
export function inCommonBlocks(text: string, other: string, shortest: number): readonly boolean[] {
  const covered = Array.from(text, () => false);
  const places = new Map<string, number[]>();
  for (let at = 0; at < other.length; at++) {
    const sign = other.charAt(at);
    places.set(sign, [...(places.get(sign) ?? []), at]);
  }
  const waiting: [number, number, number, number][] = [[0, text.length, 0, other.length]];
  for (let range = waiting.pop(); range; range = waiting.pop()) {
    const [from, to, otherFrom, otherTo] = range;
    const [start, otherStart, length] = longest(text, places, range);
    if (length < shortest) continue;
    covered.fill(true, start, start + length);
    waiting.push([from, start, otherFrom, otherStart], [start + length, to, otherStart + length, otherTo]);
  }
  return covered;
}

/** The longest block two ranges have in common, the first of those as long. */
function longest(
  text: string,
  places: ReadonlyMap<string, readonly number[]>,
  [from, to, otherFrom, otherTo]: readonly [number, number, number, number],
): readonly [start: number, otherStart: number, length: number] {
  let best: readonly [number, number, number] = [from, otherFrom, 0];
  let lengths = new Map<number, number>();
  for (let at = from; at < to; at++) {
    const next = new Map<number, number>();
    for (const place of places.get(text.charAt(at)) ?? []) {
      if (place < otherFrom || place >= otherTo) continue;
      const length = (lengths.get(place - 1) ?? 0) + 1;
      next.set(place, length);
      if (length > best[2]) best = [at - length + 1, place - length + 1, length];
    }
    lengths = next;
  }
  return best;
}
