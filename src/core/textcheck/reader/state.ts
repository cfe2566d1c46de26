import type { Against } from "../../narrative/comparison";
import type { Candidates } from "../candidates";
import type { BaseToken } from "../measure";
import type { PrintedFigure } from "../model";
import type { Scope, TextSection } from "../sections";
import type { ClaimStatement, Statement, Topic, YearMention } from "../statement";
import type { Evaluation, Token, TokenOf } from "../tokens";

/** What a sentence states. */
export interface SentenceReading {
  readonly statements: readonly Statement[];
  readonly claims: readonly ClaimStatement[];
  readonly years: readonly YearMention[];
}

/** Where a sentence stands. */
export interface SentencePlace {
  readonly paragraph: number;
  readonly sentence: number;
  readonly section: TextSection;
  /** Normal text of the sentence and its offset in the paragraph. */
  readonly text: string;
  readonly start: number;
}

/** What a step may look at besides the state. */
export interface ReaderContext {
  readonly place: SentencePlace;
  readonly tokens: readonly Token[];
  readonly candidates: Candidates;
  /** Year of the workbook. */
  readonly year: number | undefined;
}

/** What the reader knows between two tokens. A step answers the next state and changes nothing. */
export interface ReaderState extends SentenceReading {
  /** What is spoken about; kept over sentences of a paragraph. */
  readonly topic: Topic | undefined;
  /** What it was before the name taken last. */
  readonly topicBefore: Topic | undefined;
  /** What 其中 divides. */
  readonly whole: Topic | undefined;
  readonly scopeHint: Scope | undefined;
  readonly evaluation: Evaluation | undefined;
  /** 比上年, 比预算: holds until another base is named, over full stops and 其中. */
  readonly against: Against | undefined;
  readonly againstNamedHere: boolean;
  /** 年初预算 was named in the paragraph: 预算 alone means it from there on. */
  readonly initialBudgetNamed: boolean;
  /** Subjects of the paragraph before this sentence, and of the sentence, each once, in order. */
  readonly usedBefore: readonly Topic[];
  readonly used: readonly Topic[];
  /** Tokens since the figure before, and those before that figure (完成预算33万元的55%). */
  readonly pending: readonly (Token | BaseToken)[];
  readonly beforeFigure: readonly (Token | BaseToken)[];
  readonly lastKind: PrintedFigure["kind"] | undefined;
  /** Inside a reason or an explanation (主要用于…, 主要反映…): names in it change nothing, figures are not judged. */
  readonly aside: "reason" | "explanation" | undefined;
  /** The year named in the sentence: this one, last one, another. */
  readonly yearMode: "now" | "prior" | "other";
  readonly yearToken: TokenOf<"year"> | undefined;
  readonly count: TokenOf<"count"> | undefined;
  /** Subjects joined before 分别, still to get their figure; after 各是 the topic itself once more. */
  readonly queue: readonly Topic[];
  /** Codes of the 类 and 款 named right before; `UNKNOWN_PATH` (see resolve) for one that no table has. */
  readonly path: readonly string[];
  /** What was spoken about in front of an open bracket: it is taken up again behind the closing one. */
  readonly outside: ReaderState | undefined;
}

/** The state in front of a paragraph; `carried` is what the heading or paragraph before spoke about. */
export function beginParagraph(carried: Topic | undefined): ReaderState {
  return {
    topic: carried,
    topicBefore: undefined,
    scopeHint: undefined,
    evaluation: undefined,
    against: undefined,
    againstNamedHere: false,
    initialBudgetNamed: false,
    usedBefore: [],
    used: [],
    ...NOTHING_YET,
  };
}

const NOTHING_YET = {
  whole: undefined,
  pending: [],
  beforeFigure: [],
  lastKind: undefined,
  aside: undefined,
  yearMode: "now",
  yearToken: undefined,
  count: undefined,
  queue: [],
  path: [],
  outside: undefined,
  statements: [],
  claims: [],
  years: [],
} as const;

/** The state in front of the next sentence of the same paragraph. */
export function beginSentence(state: ReaderState): ReaderState {
  const usedBefore = distinctTopics([...state.usedBefore, ...state.used]);
  return { ...state, ...NOTHING_YET, againstNamedHere: false, usedBefore, used: [] };
}

/**
 * The state behind a sentence. Where a sentence named several subjects, a following one without a subject can mean the
 * first or the last: both are candidates.
 */
export function endSentence(state: ReaderState): ReaderState {
  const { topic, used, usedBefore } = state;
  const all = distinctTopics([...usedBefore, ...used]);
  const [first] = all;
  if (used.length < 2 || !first || !topic || topic.foreign || keyOf(first) === keyOf(topic)) return state;
  return { ...state, topic: { name: first.name, candidates: [...first.candidates, ...topic.candidates] } };
}

/** What the next paragraph may go on with: the only subject of this one. */
export function carriedOn(state: ReaderState): Topic | undefined {
  return distinctTopics([...state.usedBefore, ...state.used]).length > 1 ? undefined : state.topic;
}

/** A topic's subjects as one key. */
export function keyOf(topic: Topic): string {
  return topic.candidates.map(({ subject }) => subject.key).join("|") || topic.name;
}

/** Topics without repetitions, in order. */
export function distinctTopics(topics: readonly Topic[]): readonly Topic[] {
  return [...new Map(topics.map((topic) => [keyOf(topic), topic])).values()];
}
