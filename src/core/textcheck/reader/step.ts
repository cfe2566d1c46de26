import { total, type Quantity } from "../../narrative/quantity";
import type { BaseToken } from "../measure";
import type { Candidate } from "../candidates";
import type { Topic } from "../statement";
import type { Token, TokenOf } from "../tokens";
import { takeClaim, takeDirection } from "./claim";
import { takeFigure } from "./figure";
import { baseToken, candidatesOf, fundBefore, takeName, takeRank, textOf } from "./subject";
import type { ReaderContext, ReaderState } from "./state";

type Step<Kind extends Token["kind"]> = (
  state: ReaderState,
  token: TokenOf<Kind>,
  index: number,
  context: ReaderContext,
) => ReaderState;

/** More words than any clause has: what stands further back tells nothing of a figure. */
const FARTHEST = 80;

const keep = (state: ReaderState, token: Token): ReaderState => ({
  ...state,
  pending: [...state.pending.slice(1 - FARTHEST), token],
});

/** What each kind of token does to the state. */
const STEPS: { readonly [Kind in Token["kind"]]: Step<Kind> } = {
  figure: (state, { figure }, _, context) => takeFigure(state, figure, context),
  subject: (state, token, index, context) =>
    state.aside === undefined ? takeName(state, token, index, context) : keep(state, token),
  bare: (state, token, index, context) =>
    state.aside === undefined && fundBefore(index, context) !== undefined
      ? takeName(state, token, index, context)
      : state,
  rank: (state, token, index, context) =>
    state.aside === undefined ? takeRank(state, token, index, context) : keep(state, token),
  fund: (state, token, index, context) => {
    const next = context.tokens[index + 1];
    const spelt = state.aside === undefined ? barePartOf(next, token.end, context) : undefined;
    if (spelt) return takeName(state, spelt, index + 1, context);
    const names = (next?.kind === "subject" || next?.kind === "bare") && next.start === token.end;
    return names || state.aside !== undefined ? state : keep({ ...state, scopeHint: token.scope }, token);
  },
  reason: (state) => ({ ...state, aside: "reason" }),
  explains: (state, token, index, context) =>
    opensExplanation(token, index, context) ? { ...state, aside: state.aside ?? "explanation" } : state,
  evaluation: (state, token) => (state.aside === undefined ? { ...state, evaluation: token.of } : state),
  year: (state, token, index, context) => takeYear(state, token, index, context),
  parts: (state, token) =>
    state.aside === "reason"
      ? state
      : keep({ ...state, aside: undefined, whole: state.topic ?? state.whole, topic: undefined }, token),
  respectively: (state, _, index, context) => ({ ...state, queue: coordinated(state, index, context) }),
  each: (state, _, index, { tokens }) => {
    const next = tokens[index + 1]?.kind;
    const distributes = next === "figure" || next === "direction" || next === "filler";
    return distributes && state.topic ? { ...state, queue: [state.topic, state.topic] } : state;
  },
  together: (state, _, index, context) => ({
    ...state,
    topic: joint(coordinated(state, index, context)) ?? state.topic,
  }),
  against: (state, token, index, context) =>
    state.aside === undefined ? takeAgainst(state, token, index, context) : keep(state, token),
  count: (state, token) => keep({ ...state, count: token }, token),
  claim: takeClaim,
  mark: (state, token, index, context) => takeMark(state, token, index, context),
  share: (state, token, index, context) => keep(shareIn(state, index, context), token),
  level: (state, token) => {
    const names = token.level === "budget" && token.budget !== undefined && token.budget !== "adjusted";
    return keep(names ? { ...state, initialBudgetNamed: true } : state, token);
  },
  direction: takeDirection,
  reached: keep,
  completion: keep,
  score: keep,
  residue: keep,
  filler: (state) => state,
};

/** The state behind a token. */
export function step(state: ReaderState, token: Token, index: number, context: ReaderContext): ReaderState {
  const ended =
    token.kind === "subject" || token.kind === "rank" || token.kind === "filler" || token.kind === "residue";
  const here = ended ? state : { ...state, path: [] };
  return (STEPS[token.kind] as Step<Token["kind"]>)(here, token, index, context);
}

/** 反映 explains where a clause begins with it (反映了11个项目 tells); 主要用于 always, but for a list of 类 behind it. */
function opensExplanation(token: TokenOf<"explains">, index: number, context: ReaderContext): boolean {
  const before = context.tokens[index - 1];
  if (token.opening && before !== undefined && before.kind !== "mark" && before.kind !== "rank") return false;
  const place = context.tokens.findIndex(({ kind }, i) => i > index && kind !== "mark" && kind !== "filler");
  const behind = context.tokens[place];
  if (behind?.kind === "figure") return false;
  // 主要包括：货物支出5万元: a list of parts with their figures.
  const hasFigure = context.tokens[place + 1]?.kind === "figure";
  if (behind?.kind === "subject" && hasFigure && textOf(token, context).endsWith("包括")) return false;
  return behind?.kind !== "subject" || !/\(类\)|类支出/.test(textOf(behind, context));
}

/** A mark ends an explanation where what follows measures again (…，共计接待59批次); ； ends all but a list of reasons. */
function takeMark(state: ReaderState, token: TokenOf<"mark">, index: number, context: ReaderContext): ReaderState {
  const { tokens } = context;
  const next = tokens[index + 1];
  if (token.mark === "(") return keep({ ...state, outside: state }, token);
  if (token.mark === ")" && state.outside) return takenUp(state, state.outside);
  if (token.mark === ",") {
    // 三公经费支出决算中，…: what follows are its parts.
    const before = tokens[index - 1];
    const inside = before?.kind === "filler" && textOf(before, context).endsWith("中") && state.topic !== undefined;
    if (inside && state.aside === undefined) return keep({ ...state, whole: state.topic, topic: undefined }, token);
  }
  if (token.mark === ";") {
    const goesOn = next?.kind === "residue" && /^(?:[二三四五六]是|其[二三四五])/.test(next.text);
    return { ...state, pending: [], beforeFigure: [], count: undefined, aside: goesOn ? state.aside : undefined };
  }
  const ends = state.aside === "explanation" && /^[,)]$/.test(token.mark) && measuresAgain(tokens, index);
  return keep(ends ? { ...state, aside: undefined, pending: [] } : state, token);
}

const MEASURES: ReadonlySet<Token["kind"]> = new Set([
  "level",
  "against",
  "direction",
  "completion",
  "share",
  "reached",
  "score",
  "count",
  "claim",
]);

/** Whether the clause behind a mark leads to a figure by words that measure, or counts (共计接待59批次). */
function measuresAgain(tokens: readonly Token[], index: number): boolean {
  const behind = tokens.slice(index + 1);
  const end = behind.findIndex(
    (token) => token.kind === "figure" || (token.kind === "mark" && /[,;。:]/.test(token.mark)),
  );
  const clause = end < 0 ? behind : behind.slice(0, end);
  const stop = end < 0 ? undefined : behind[end];
  const counts =
    stop?.kind === "figure" && stop.figure.kind === "count" && clause.every(({ kind }) => kind !== "residue");
  return counts || clause.some(({ kind }) => MEASURES.has(kind));
}

function takeYear(
  state: ReaderState,
  token: TokenOf<"year">,
  index: number,
  { year, tokens }: ReaderContext,
): ReaderState {
  if (state.aside !== undefined) return state;
  const opens = tokens.slice(0, index).every(({ kind }) => kind === "mark" || kind === "filler");
  const role = token.asOf === true ? "asOf" : "account";
  const years = [...state.years, { role, opens, year: token.year, start: token.start, end: token.end } as const];
  const yearMode =
    year === undefined || token.year === year || token.asOf === true
      ? "now"
      : token.year === year - 1
        ? "prior"
        : "other";
  return { ...state, years, yearMode, yearToken: token };
}

/** Behind a bracket the sentence goes on where it stood in front of it; what was stated inside stays stated. */
function takenUp(state: ReaderState, outside: ReaderState): ReaderState {
  const { statements, claims, years, used, against, againstNamedHere, initialBudgetNamed, evaluation } = state;
  return { ...outside, statements, claims, years, used, against, againstNamedHere, initialBudgetNamed, evaluation };
}

/** 一般公共预算支出决算数: 支出 is part of a word that tells what is measured. */
function barePartOf(next: Token | undefined, start: number, context: ReaderContext): TokenOf<"bare"> | undefined {
  if (next?.kind !== "level" || next.start !== start) return undefined;
  const name = /^(?:支出|收入)/.exec(textOf(next, context))?.[0];
  if (name === undefined) return undefined;
  return { kind: "bare", name: name === "支出" ? "expenditure" : "income", start, end: start + name.length };
}

function takeAgainst(
  state: ReaderState,
  token: TokenOf<"against">,
  index: number,
  context: ReaderContext,
): ReaderState {
  const { year, tokens } = context;
  if (token.against === "比上年" && leadsToBudget(tokens, index)) {
    return takeAgainst(state, { ...token, against: "比预算", initial: true }, index, context);
  }
  const named = { ...state, against: token.against, againstNamedHere: true };
  const next = keep(token.initial === true ? { ...named, initialBudgetNamed: true } : named, token);
  if (token.year === undefined || year === undefined) return next;
  const role = token.against === "比上年" ? "base" : "budget";
  const { start, end } = token;
  return { ...next, years: [...state.years, { role, opens: false, year: token.year, start, end }] };
}

/** 比2020年三公经费年初预算149.93万元减少: the year is that of the budget named behind it. */
function leadsToBudget(tokens: readonly Token[], index: number): boolean {
  const behind = tokens.slice(index + 1, index + 8);
  const end = behind.findIndex(({ kind }) => kind === "mark" || kind === "figure" || kind === "direction");
  return behind.slice(0, Math.max(0, end)).some((token) => token.kind === "level" && token.level === "budget");
}

/** 在收入合计中占: the name in between is the whole, not what the sentence is about. */
function shareIn(state: ReaderState, index: number, context: ReaderContext): ReaderState {
  const [opening, fund, name, closing] = context.tokens.slice(index - 4, index);
  const opens = [opening, fund].some((token) => token?.kind === "filler" && /^(?:在|于)$/.test(textOf(token, context)));
  if (!opens || closing?.kind !== "filler" || textOf(closing, context) !== "中" || !name || !state.topic) return state;
  if (name.kind !== "subject" && name.kind !== "bare") return state;
  const place = state.pending.findIndex((token) => token.start === name.start);
  if (place < 0) return state;
  const around = { fund: fundBefore(index - 2, context), isBase: true, path: [] };
  const topic: Topic = { ...state.topic, candidates: candidatesOf(state, name, around, context) };
  const pending: readonly (Token | BaseToken)[] = state.pending.map((token, i) =>
    i === place ? baseToken(name, topic) : token,
  );
  return { ...state, pending, topic: state.topicBefore };
}

/** Subjects joined by 和 or 、 right before 分别 or 共. */
function coordinated(state: ReaderState, index: number, context: ReaderContext): readonly Topic[] {
  const subjects: TokenOf<"subject">[] = [];
  for (let i = index - 1; i >= 0; i--) {
    const token = context.tokens[i];
    if (token?.kind === "subject") subjects.unshift(token);
    else if (!token || !joins(token, context)) break;
  }
  if (subjects.length < 2) return [];
  return subjects.map((token) => ({
    name: textOf(token, context),
    candidates: candidatesOf(state, token, { fund: undefined, isBase: false, path: [] }, context),
  }));
}

function joins(token: Token, context: ReaderContext): boolean {
  if (token.kind === "mark") return token.mark === "、";
  return token.kind === "filler" && /^(?:和|与|及|以及|并)$/.test(textOf(token, context));
}

/** 上缴上级支出、经营支出共0万元: several subjects as one, their sum; undefined where one of them is not plain. */
function joint(topics: readonly Topic[]): Topic | undefined {
  const singles = topics.map(({ candidates }) => (candidates.length === 1 ? candidates[0] : undefined));
  const parts = singles.filter((candidate): candidate is Candidate => candidate !== undefined);
  if (parts.length < 2) return undefined;
  if (parts.length < singles.length) return { name: nameOfAll(topics), candidates: [], foreign: true };
  const of = (pick: (candidate: Candidate) => Quantity | undefined): Quantity | undefined => {
    const quantities = parts.map(pick).filter((quantity): quantity is Quantity => quantity !== undefined);
    return quantities.length === parts.length ? total(quantities) : undefined;
  };
  const prior = of(({ subject }) => subject.prior);
  const [first] = parts;
  const name = nameOfAll(topics);
  const now = of(({ subject }) => subject.now);
  if (!first || !now) return undefined;
  const { base, baseLabel } = first.subject;
  const sameBase = parts.every(({ subject }) => subject.baseLabel === baseLabel);
  const subject = {
    key: parts.map((part) => part.subject.key).join("+"),
    label: name,
    now,
    ...(prior ? { prior } : {}),
    ...(sameBase && base && baseLabel !== undefined ? { base, baseLabel } : {}),
  };
  return { name, candidates: [{ subject, elsewhere: [] }] };
}

function nameOfAll(topics: readonly Topic[]): string {
  return topics.map(({ name }) => name).join("、");
}
