/** How far a name may be from a known one to be taken for a slip: one character in three, two at most. */
const FARTHEST = 2;

/**
 * The known name that a mistyped one was probably meant for: a part of it, or a character or two away; undefined where
 * none is near. "人员经费支出" → "人员经费", "收支总汁" → "收支总计".
 */
export function nearName(name: string, known: Iterable<string>): string | undefined {
  const limit = Math.min(FARTHEST, Math.floor(name.length / 3));
  const found = [...known].flatMap((other) => {
    const part = name.length > 2 && other.length > 2 && (name.includes(other) || other.includes(name));
    const distance = part ? Math.abs(name.length - other.length) / 10 : distanceOf(name, other);
    return part || distance <= limit ? [{ other, distance }] : [];
  });
  return found.sort((a, b) => a.distance - b.distance)[0]?.other;
}

/** Insertions, deletions and replacements from one name to the other. */
function distanceOf(from: string, to: string): number {
  let row = [...Array(to.length + 1).keys()];
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
