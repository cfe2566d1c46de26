import { normaliseLabel } from "../glossary/normalise";

/** A paragraph in the normal form of labels, quotes left out, and where each of its characters came from. */
export interface NormalText {
  readonly text: string;
  /** Offset in the original of each character of `text`, and of its end. */
  readonly origin: readonly number[];
}

/** Normalises a paragraph as labels are (`normaliseLabel`), character by character, so that every place can be traced. */
export function normalText(original: string): NormalText {
  const characters: string[] = [];
  const origin: number[] = [];
  for (let i = 0; i < original.length; i++) {
    const code = original.charCodeAt(i);
    const normal = code >= 0x4e00 && code <= 0x9fff ? original.charAt(i) : normaliseLabel(original.charAt(i));
    for (const character of normal) {
      if (character === '"' || character === "'") continue;
      characters.push(character === "﹪" ? "%" : character);
      origin.push(i);
    }
  }
  origin.push(original.length);
  return { text: characters.join(""), origin };
}

/** The original's offsets of a piece of the normal text; its end follows the last character, not what was left out. */
export function originalRange(text: NormalText, start: number, end: number): { start: number; end: number } {
  const from = text.origin[start] ?? 0;
  const last = text.origin[end - 1];
  return { start: from, end: last === undefined || end <= start ? from : last + 1 };
}
