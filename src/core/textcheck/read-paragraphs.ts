import type { Candidates } from "./candidates";
import type { PlacedReading } from "./contradictions/stated";
import type { PrintedFigure } from "./model";
import type { NormalText } from "./normal-text";
import { readSentence } from "./reader/read-sentence";
import { beginParagraph, carriedOn } from "./reader/state";
import { isHeading, NO_SECTION, sectionFrom } from "./sections";
import type { Topic } from "./statement";
import { tokenise, type Dictionary } from "./tokenise";

/** A paragraph to read: its figures are those to be judged; one that is no running text is passed over. */
export interface ReadParagraph {
  readonly normal: NormalText;
  readonly figures: readonly PrintedFigure[];
  readonly isText: boolean;
}

/** What reading needs besides the text. */
export interface ReadingSources {
  readonly candidates: Candidates;
  readonly dictionary: Dictionary;
  /** Year of the workbook. */
  readonly year: number | undefined;
}

/** Every sentence of a text with what it states, in order. */
export function readParagraphs(
  paragraphs: readonly ReadParagraph[],
  { candidates, dictionary, year }: ReadingSources,
): readonly PlacedReading[] {
  const sentences: PlacedReading[] = [];
  let section = NO_SECTION;
  let carried: Topic | undefined;
  paragraphs.forEach(({ normal: { text }, figures, isText }, paragraph) => {
    if (!isText) return;
    section = sectionFrom(text, section);
    // A numbered paragraph speaks about something of its own; one without a number goes on with what was named last.
    let state = beginParagraph(/^(?:\d+[.、]|\()/.test(text) ? undefined : carried);
    for (const { start, end } of sentenceRanges(text)) {
      const inside = figures.filter((figure) => figure.start >= start && figure.end <= end);
      const tokens = tokenise(text, { start, end }, inside, dictionary);
      const place = { paragraph, sentence: sentences.length, section, text: text.slice(start, end), start };
      state = readSentence(state, { place, tokens, candidates, year });
      const { statements, claims, years } = state;
      sentences.push({ paragraph, start, end, section, statements, claims, years });
    }
    if (text !== "") carried = isHeading(text) && !/^\d|^\(\d/.test(text) ? undefined : carriedOn(state);
  });
  return sentences;
}

/** Pieces between 。, ！, ？ and line breaks, without the ordinals in front of them. */
function sentenceRanges(text: string): readonly { start: number; end: number }[] {
  return [...text.matchAll(/[^。!?\n]+[。!?]?/g)].map((match) => {
    const end = match.index + match[0].length;
    const ordinal =
      /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\)|\d{1,2}(?:[、)]|\.(?!\d)|\.(?=\d{4}年)))+/.exec(
        match[0],
      );
    return { start: match.index + (ordinal && ordinal[0].length < match[0].length ? ordinal[0].length : 0), end };
  });
}
