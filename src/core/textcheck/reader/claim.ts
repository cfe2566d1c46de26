import type { Against } from "../../narrative/comparison";
import type { TokenOf } from "../tokens";
import type { ReaderContext, ReaderState } from "./state";

const LEVEL_AGAINST = { now: undefined, prior: "比上年", budget: "比预算" } as const;

/** 大于, 小于, 等于, 持平: a claim about what is spoken about, where it is clear what it is compared with. */
export function takeClaim(
  state: ReaderState,
  token: TokenOf<"claim">,
  index: number,
  context: ReaderContext,
): ReaderState {
  const next = { ...state, pending: [...state.pending, token] };
  const { topic } = state;
  if (state.aside !== undefined || !topic || topic.foreign || state.yearMode !== "now") return next;
  const level = levelBehind(index, context) ?? levelBefore(state);
  const equal = token.claim === "equal" || token.claim === "near";
  const against = level?.against ?? (equal ? state.against : undefined);
  if (against === undefined) return next;
  const { paragraph, sentence } = context.place;
  const { start, end, claim } = token;
  // 预算 alone may be the year's final one, which no table has: the text itself must settle it.
  const ownBudget = against === "比上年" || level?.initial === true || state.initialBudgetNamed;
  return { ...next, claims: [...state.claims, { paragraph, sentence, start, end, topic, claim, against, ownBudget }] };
}

/** 比上年增加，…; 比年初预算数减少的主要原因是…: a change without its amount is a claim. */
export function takeDirection(
  state: ReaderState,
  token: TokenOf<"direction">,
  index: number,
  context: ReaderContext,
): ReaderState {
  const { start, end, sign } = token;
  if (sign === 0 || !comparesOutcome(state) || !endsClause(index, context)) {
    return { ...state, pending: [...state.pending, token] };
  }
  const claimed = takeClaim(state, { kind: "claim", claim: sign > 0 ? "above" : "below", start, end }, index, context);
  return { ...claimed, pending: [...state.pending, token] };
}

/** The clause compares the outcome, not a budget (预算比上年增加), with a base it names. */
function comparesOutcome({ pending }: ReaderState): boolean {
  const kinds = pending.map(({ kind }) => kind);
  const base = kinds.lastIndexOf("against");
  const clause = pending.slice(kinds.lastIndexOf("mark", base) + 1, base);
  return base >= 0 && clause.every((token) => token.kind !== "level" || token.level === "now");
}

/** A mark or a reason follows, over 了, 的 and the like: no figure. */
function endsClause(index: number, { tokens, place }: ReaderContext): boolean {
  const next = tokens.slice(index + 1).find(({ kind }) => kind !== "filler");
  if (next === undefined) return place.text.length > 0;
  return next.kind === "reason" || (next.kind === "mark" && /[,;。]/.test(next.mark));
}

interface Level {
  readonly against: Against;
  readonly initial: boolean;
}

/** 大于年初预算数, 小于上年决算数: what follows the claim. */
function levelBehind(index: number, { tokens }: ReaderContext): Level | undefined {
  const behind = tokens.slice(index + 1, index + 4);
  const end = behind.findIndex(({ kind }) => kind === "mark" || kind === "figure");
  const level = (end < 0 ? behind : behind.slice(0, end)).find((token) => token.kind === "level");
  const against = level?.kind === "level" ? LEVEL_AGAINST[level.level] : undefined;
  return against && level?.kind === "level" ? { against, initial: level.budget !== undefined } : undefined;
}

/** 与年初预算数持平, 与上年相比无变化: what precedes it, in the same clause. */
function levelBefore({ pending }: ReaderState): Level | undefined {
  const before = pending.filter((token) => token.kind === "against").at(-1);
  return before && { against: before.against, initial: before.initial === true };
}
