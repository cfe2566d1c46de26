import type { AccountBook } from "../model/book";
import { gatherFacts } from "../narrative/facts/facts";
import type { Parameters } from "../narrative/parameters/parameters";
import { priorYearFromBook } from "../narrative/prior-year";
import { Candidates } from "./candidates";
import { findContradictions } from "./contradictions/find";
import { Interpreter } from "./interpreter";
import { judge } from "./judge";
import type { CheckedFigure, CheckedSentence, PrintedFigure, TextReport } from "./model";
import { normalText, originalRange, type NormalText } from "./normal-text";
import { printedFigures } from "./printed-figures";
import type { SentenceReading } from "./sentence-reader";
import { isHeading, NO_SECTION, sectionFrom, type TextSection } from "./sections";
import type { Statement, Topic } from "./statement";
import { placesOf } from "./tolerance";
import { dictionaryOf, tokenise, type Dictionary } from "./tokenise";
import { bookWords } from "./words/book-words";
import { COUNT_WORDS } from "./words/count-words";
import { CUE_WORDS } from "./words/cue-words";
import { SUBJECT_WORDS } from "./words/subject-words";

/** What a text is checked against. */
export interface TextCheckInput {
  readonly book: AccountBook;
  readonly parameters: Parameters;
  /** Last year's workbook: its figures go before those of the parameters. */
  readonly priorYear?: AccountBook;
}

interface ReadParagraph {
  readonly normal: NormalText;
  readonly figures: readonly PrintedFigure[];
}

interface ReadSentence {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly section: TextSection;
  readonly reading: SentenceReading;
}

/**
 * Checks a 情况说明, paragraph by paragraph, against a workbook: every figure is right, wrong (with the right one) or
 * not checkable (with the reason). Nothing is guessed: what is not understood is counted as such.
 */
export function checkText(paragraphs: readonly string[], input: TextCheckInput): TextReport {
  const { book, parameters } = input;
  const prior = input.priorYear ? priorYearFromBook(input.priorYear, book) : { figures: new Map(), warnings: [] };
  const facts = gatherFacts(book, parameters, prior.figures);
  const samePrior = input.priorYear && prior.figures.size > 0 && input.priorYear.moneyUnit === book.moneyUnit;
  const candidates = new Candidates({ book, parameters, facts, ...(samePrior ? { priorBook: input.priorYear } : {}) });
  const dictionary = dictionaryOf(SUBJECT_WORDS, COUNT_WORDS, CUE_WORDS, bookWords(book, facts));
  const read = paragraphs.map((text): ReadParagraph => {
    const normal = normalText(text);
    return { normal, figures: printedFigures(normal.text) };
  });
  const sentences = readSentences(read, candidates, dictionary, book.year);
  const places = placesOf(read.flatMap(({ figures }) => figures));
  const context = { facts, bookUnit: book.moneyUnit, places };
  const judged = new Map(
    sentences.flatMap(({ reading }) => reading.statements).map((statement) => [statement, judge(statement, context)]),
  );
  const checked = sentences.map((sentence): CheckedSentence => {
    const normal = read[sentence.paragraph]?.normal ?? normalText("");
    const range = originalRange(normal, sentence.start, sentence.end);
    const figures = sentence.reading.statements.flatMap((statement) => {
      const found = judged.get(statement);
      return found ? [checkedFigure(statement, normal, found)] : [];
    });
    return {
      paragraph: sentence.paragraph,
      ...range,
      text: (paragraphs[sentence.paragraph] ?? "").slice(range.start, range.end),
      figures,
      understood: figures.every(({ measure, verdict }) => measure !== undefined || isReason(verdict)),
    };
  });
  const contradictions = findContradictions(
    sentences.map(({ reading, section, ...place }) => ({ ...place, section, ...reading })),
    read.map(({ normal }) => normal),
    context,
  );
  return {
    paragraphs,
    sentences: checked,
    contradictions,
    counts: countsOf(checked, contradictions.length),
    warnings: prior.warnings,
  };
}

function readSentences(
  paragraphs: readonly ReadParagraph[],
  candidates: Candidates,
  dictionary: Dictionary,
  year: number | undefined,
): readonly ReadSentence[] {
  const sentences: ReadSentence[] = [];
  let section = NO_SECTION;
  let carried: Topic | undefined;
  paragraphs.forEach(({ normal, figures }, paragraph) => {
    section = sectionFrom(normal.text, section);
    // A numbered paragraph speaks about something of its own; one without a number goes on with what was named last.
    const interpreter = new Interpreter(candidates, year, /^(?:\d+[.、]|\()/.test(normal.text) ? undefined : carried);
    for (const { start, end } of sentenceRanges(normal.text)) {
      const inside = figures.filter((figure) => figure.start >= start && figure.end <= end);
      const tokens = tokenise(normal.text, { start, end }, inside, dictionary, year);
      const place = { paragraph, sentence: sentences.length, section, text: normal.text.slice(start, end), start };
      sentences.push({ paragraph, start, end, section, reading: interpreter.read(place, tokens) });
    }
    if (normal.text !== "")
      carried = isHeading(normal.text) && !/^\d|^\(\d/.test(normal.text) ? undefined : interpreter.carry;
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

function checkedFigure(
  { paragraph, figure }: Statement,
  normal: NormalText,
  { measure, verdict }: ReturnType<typeof judge>,
): CheckedFigure {
  const range = originalRange(normal, figure.start, figure.end);
  return { paragraph, ...range, text: figure.text, unit: figure.unit, measure, verdict };
}

function isReason(verdict: CheckedFigure["verdict"]): boolean {
  return verdict.kind === "uncheckable" && verdict.cause === "reason";
}

function countsOf(sentences: readonly CheckedSentence[], contradictions: number): TextReport["counts"] {
  const figures = sentences.flatMap((sentence) => sentence.figures);
  const of = (kind: CheckedFigure["verdict"]["kind"]): number =>
    figures.filter(({ verdict }) => verdict.kind === kind).length;
  const withFigures = sentences.filter((sentence) => sentence.figures.length > 0);
  return {
    figures: figures.length,
    matched: figures.filter(({ measure }) => measure !== undefined).length,
    right: of("right"),
    wrong: of("wrong"),
    uncheckable: of("uncheckable"),
    sentences: withFigures.length,
    notUnderstood: withFigures.filter(({ understood }) => !understood).length,
    contradictions,
  };
}
