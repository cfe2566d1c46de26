import { isToVerify } from "../blanks";
import { countOf } from "../count-statements";
import { measureOf, strayName, type BaseToken } from "../measure";
import type { PrintedFigure } from "../model";
import type { Reading, Topic } from "../statement";
import type { Token } from "../tokens";
import { distinctTopics, type ReaderContext, type ReaderState } from "./state";

/** What a figure states, and the state behind it. */
export function takeFigure(state: ReaderState, figure: PrintedFigure, context: ReaderContext): ReaderState {
  const queued = figure.kind === "money" || figure.kind === "percent" ? state.queue[0] : undefined;
  const topic = queued ?? state.topic;
  const here: ReaderState = { ...state, topic };
  const reading = inWhole(readingOf(here, figure, queued !== undefined, context), state.whole);
  const { paragraph, sentence } = context.place;
  const said = state.yearMode === "now" || !state.yearToken ? {} : inOtherYear(here, figure, context);
  const foreign = reading.kind === "unclear" && reading.cause === "unknownSubject" && figure.kind !== "count";
  return {
    ...here,
    queue: queued ? state.queue.slice(1) : state.queue,
    topic: foreign ? { name: reading.detail ?? "", candidates: [], foreign: true } : topic,
    used: reading.kind === "measure" ? distinctTopics([...state.used, reading.topic]) : state.used,
    statements: [...state.statements, { paragraph, sentence, figure, reading, ...said }],
    beforeFigure: state.pending,
    pending: [],
    lastKind: figure.kind,
  };
}

/** What the figure would state of the workbook's own year: where it is right of that, the year in the text is wrong. */
function inOtherYear(state: ReaderState, figure: PrintedFigure, context: ReaderContext) {
  const reading = inWhole(readingOf({ ...state, yearMode: "now" }, figure, false, context), state.whole);
  return state.yearToken ? { saidYear: state.yearToken, inOwnYear: reading } : {};
}

function readingOf(state: ReaderState, figure: PrintedFigure, queued: boolean, context: ReaderContext): Reading {
  const { aside, pending, topic } = state;
  if (isToVerify(context.place.text, figure.end - context.place.start)) return { kind: "unclear", cause: "toVerify" };
  if (aside !== undefined) return { kind: "unclear", cause: aside };
  if (figure.kind === "none") return { kind: "unclear", cause: "unit" };
  if (figure.unit === "分") return score(state);
  if (figure.kind === "count") return counted(state, figure, context);
  const repeated = queued && pending.every((token) => !isTelling(token));
  const tokens = repeated ? state.beforeFigure : telling(state, figure);
  return measureOf(figure, {
    tokens,
    topic,
    against: state.against,
    carried: !state.againstNamedHere,
    initialBudgetNamed: state.initialBudgetNamed,
    year: state.yearMode,
  });
}

/** For 完成预算33万元的55% the words before the amount count too. */
function telling(state: ReaderState, figure: PrintedFigure): readonly (Token | BaseToken)[] {
  const continued =
    figure.kind === "percent" &&
    state.lastKind === "money" &&
    state.pending.every((token) => !isTelling(token) && token.kind !== "mark");
  return continued ? [...state.beforeFigure, ...state.pending] : state.pending;
}

function isTelling(token: Token | BaseToken): boolean {
  return /^(?:direction|share|completion|level|subject|bare|base|reached|residue)$/.test(token.kind);
}

function score({ topic, pending, evaluation }: ReaderState): Reading {
  if (!topic) return { kind: "unclear", cause: "noSubject" };
  const stray = strayName(pending, topic);
  if (stray !== undefined) return { kind: "unclear", cause: "unknownSubject", detail: stray };
  const told = pending.filter((token) => token.kind === "score").at(-1);
  if (!told) return { kind: "unclear", cause: "noMeasure" };
  const of = told.of ?? (evaluation === undefined ? undefined : evaluation === "self" ? "self" : "review");
  return { kind: "measure", aspect: "score", topic, ...(of === undefined ? {} : { score: of }) };
}

function counted(state: ReaderState, figure: PrintedFigure, { place }: ReaderContext): Reading {
  const at = figure.start - place.start;
  return countOf(figure, {
    left: place.text.slice(0, at),
    right: place.text.slice(figure.end - place.start),
    tokens: state.pending,
    named: state.count,
    topic: state.topic,
    evaluation: state.evaluation,
  });
}

/** A part of what 其中 divides is a share of that, where the subject has no whole of its own. */
function inWhole(reading: Reading, whole: Topic | undefined): Reading {
  if (reading.kind !== "measure" || reading.aspect !== "share" || reading.base || !whole) return reading;
  const own = reading.topic.candidates.some(({ subject }) => subject.base !== undefined);
  return own || whole.foreign ? reading : { ...reading, base: whole };
}
