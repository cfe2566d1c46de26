import type { PartKind } from "../document/parts";
import { partsOf } from "../document/parts";
import type { AccountBook } from "../model/book";
import { gatherFacts } from "../narrative/facts/facts";
import type { Parameters } from "../narrative/parameters/parameters";
import { priorYearFromBook } from "../narrative/prior-year";
import { Candidates } from "./candidates";
import { findContradictions } from "./contradictions/find";
import { findOutcomeContradictions } from "./contradictions/outcomes";
import { judge } from "./judge";
import type { CheckedFigure, CheckedSentence, TextReport } from "./model";
import { normalText, originalRange, type NormalText } from "./normal-text";
import { printedFigures } from "./printed-figures";
import { readParagraphs, type ReadParagraph } from "./read-paragraphs";
import type { Statement } from "./statement";
import { placesOf } from "./tolerance";
import { dictionaryOf } from "./tokenise";
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

/**
 * Checks a 情况说明, paragraph by paragraph, against a workbook: every figure is right, wrong (with the right one) or
 * not checkable (with the reason). Of a whole document (第一部分 …) the parts that explain the tables are read; figures of
 * the others are counted in `leftOut`. Nothing is guessed: what is not understood is counted as such.
 */
export function checkText(paragraphs: readonly string[], input: TextCheckInput): TextReport {
  const { book, parameters } = input;
  const prior = input.priorYear ? priorYearFromBook(input.priorYear, book) : { figures: new Map(), warnings: [] };
  const facts = gatherFacts(book, parameters, prior.figures);
  const samePrior = input.priorYear && prior.figures.size > 0 && input.priorYear.moneyUnit === book.moneyUnit;
  const candidates = new Candidates({ book, parameters, facts, ...(samePrior ? { priorBook: input.priorYear } : {}) });
  const dictionary = dictionaryOf(SUBJECT_WORDS, COUNT_WORDS, CUE_WORDS, bookWords(book, facts));
  const parts = partsOf(paragraphs);
  const read = paragraphs.map((text, index): ReadParagraph => {
    const normal = normalText(text);
    const isText = parts[index]?.kind === "account" && !isTableLine(text);
    return { normal, figures: isText ? printedFigures(normal.text) : [], isText };
  });
  const sentences = readParagraphs(read, { candidates, dictionary, year: book.year });
  const places = placesOf(read.flatMap(({ figures }) => figures));
  const context = { facts, bookUnit: book.moneyUnit, places };
  const statements = sentences.flatMap((sentence) => sentence.statements);
  const judged = new Map(statements.map((statement) => [statement, judge(statement, context)]));
  const verdicts = new Map(
    statements.map((statement) => {
      const { inOwnYear: reading } = statement;
      const own = reading && judge({ ...statement, reading }, context).verdict;
      return [statement, { said: judged.get(statement)?.verdict ?? UNREAD, own }] as const;
    }),
  );
  const texts = read.map(({ normal }) => normal);
  const contradictions = [
    ...findContradictions({ sentences, texts, parts, verdicts, year: book.year }, context),
    ...findOutcomeContradictions(book, paragraphs),
  ].sort((a, b) => a.paragraph - b.paragraph || a.start - b.start);
  const inOwnYear = (statement: Statement): boolean =>
    contradictions.some(
      ({ kind, paragraph, start }) =>
        kind === "year" &&
        paragraph === statement.paragraph &&
        statement.saidYear !== undefined &&
        originalRange(texts[paragraph] ?? normalText(""), statement.saidYear.start, statement.saidYear.end).start ===
          start,
    );
  const checked = sentences.map((sentence): CheckedSentence => {
    const normal = texts[sentence.paragraph] ?? normalText("");
    const range = originalRange(normal, sentence.start, sentence.end);
    const figures = sentence.statements.flatMap((statement) => {
      const { inOwnYear: reading } = statement;
      // The year is what is wrong: the figures under it are judged as those of the workbook's own.
      const found = reading && inOwnYear(statement) ? judge({ ...statement, reading }, context) : judged.get(statement);
      return found ? [checkedFigure(statement, normal, found)] : [];
    });
    return {
      paragraph: sentence.paragraph,
      ...range,
      text: (paragraphs[sentence.paragraph] ?? "").slice(range.start, range.end),
      figures,
      understood: figures.every(({ measure, verdict }) => measure !== undefined || isSetAside(verdict)),
    };
  });
  return {
    paragraphs,
    sentences: checked,
    contradictions,
    leftOut: leftOutOf(read, parts),
    counts: countsOf(checked, contradictions.length),
    warnings: prior.warnings,
  };
}

const UNREAD: CheckedFigure["verdict"] = { kind: "uncheckable", cause: "noMeasure" };

/** A line of a table copied as text: several cells. */
function isTableLine(text: string): boolean {
  return /\S\t+[^\t]*\t/.test(text) || /\S\t+\d/.test(text);
}

function leftOutOf(
  read: readonly ReadParagraph[],
  parts: readonly { readonly kind: PartKind }[],
): TextReport["leftOut"] {
  const counts = new Map<PartKind, number>();
  read.forEach(({ normal, isText }, index) => {
    const kind = parts[index]?.kind;
    if (isText || kind === undefined || kind === "account") return;
    counts.set(kind, (counts.get(kind) ?? 0) + printedFigures(normal.text).length);
  });
  return [...counts].filter(([, figures]) => figures > 0).map(([part, figures]) => ({ part, figures }));
}

function checkedFigure(
  { paragraph, figure }: Statement,
  normal: NormalText,
  { measure, verdict }: ReturnType<typeof judge>,
): CheckedFigure {
  const range = originalRange(normal, figure.start, figure.end);
  return { paragraph, ...range, text: figure.text, unit: figure.unit, measure, verdict };
}

/** Whether a figure is understood to be none that a table has, or one that the text itself leaves open. */
function isSetAside(verdict: CheckedFigure["verdict"]): boolean {
  return verdict.kind === "uncheckable" && /^(?:reason|explanation|toVerify)$/.test(verdict.cause);
}

function countsOf(sentences: readonly CheckedSentence[], contradictions: number): TextReport["counts"] {
  const figures = sentences.flatMap((sentence) => sentence.figures);
  const of = (kind: CheckedFigure["verdict"]["kind"]): number =>
    figures.filter(({ verdict }) => verdict.kind === kind).length;
  const withFigures = sentences.filter((sentence) => sentence.figures.length > 0);
  return {
    figures: figures.length,
    matched: figures.filter(({ measure, verdict }) => measure !== undefined || isSetAside(verdict)).length,
    right: of("right"),
    wrong: of("wrong"),
    uncheckable: of("uncheckable"),
    sentences: withFigures.length,
    notUnderstood: withFigures.filter(({ understood }) => !understood).length,
    contradictions,
  };
}
