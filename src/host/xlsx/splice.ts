/** Replaces [start, end) of a text by `text`. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies splices that do not overlap; those at one place apply in the order given. */
export function applySplices(source: string, splices: readonly Splice[]): string {
  if (splices.length === 0) return source;
  const sorted = splices.map((splice, i) => ({ splice, i }));
  sorted.sort((a, b) => a.splice.start - b.splice.start || a.splice.end - b.splice.end || a.i - b.i);
  let result = "";
  let kept = 0;
  for (const { splice } of sorted) {
    result += source.slice(kept, splice.start) + splice.text;
    kept = splice.end;
  }
  return result + source.slice(kept);
}
