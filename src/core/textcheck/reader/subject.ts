import type { BaseToken } from "../measure";
import { resolve, UNKNOWN_PATH, type NameContext } from "../resolve";
import type { Candidate } from "../candidates";
import type { Scope } from "../sections";
import type { Topic } from "../statement";
import type { Token, TokenOf } from "../tokens";
import type { ReaderContext, ReaderState } from "./state";

type NameToken = TokenOf<"subject"> | TokenOf<"bare">;

/** Endings of a unit's name, which may stand right before 基本支出. */
const UNIT_NAME = /(?:办公室|[办局委厅院校处站所队室馆会部]|中心|政府|机关|单位|部门|人大|政协|学校|医院|街道|镇|乡)$/;

/** A name is spoken about from here on; behind 占 it is what the share is a share of. */
export function takeName(state: ReaderState, token: NameToken, index: number, context: ReaderContext): ReaderState {
  const fund = fundBefore(index, context);
  const telling = state.pending.filter(({ kind }) => kind !== "residue" && kind !== "mark" && kind !== "fund").at(-1);
  const isBase = telling?.kind === "share";
  const found = candidatesOf(state, token, { fund, isBase, path: state.path }, context);
  const name = textOf(token, context);
  const compound = compoundBefore(token, index, context);
  const topic: Topic =
    compound === undefined
      ? { name, candidates: found, ...(isUnknown(token, found, state.path) ? { foreign: true as const } : {}) }
      : { name: compound + name, candidates: [], foreign: true };
  const path = pathBehind(state.path, token, found);
  if (isBase) return { ...state, path, pending: [...state.pending, baseToken(token, topic)] };
  const open = context.place.section.scope === undefined;
  const hint = !open ? undefined : (fund ?? (state.scopeHint === undefined ? scopeOfName(token) : undefined));
  return {
    ...state,
    path,
    topic,
    topicBefore: state.topic,
    queue: [],
    scopeHint: hint ?? state.scopeHint,
    pending: [...state.pending, token],
  };
}

/** Everything a name can stand for at its place. */
export function candidatesOf(
  { scopeHint, evaluation }: ReaderState,
  token: NameToken,
  around: Pick<NameContext, "fund" | "isBase" | "path">,
  context: ReaderContext,
): readonly Candidate[] {
  const { section, text } = context.place;
  const ranked = /\((?:款|项)\)/.test(textOf(token, context));
  const procurement = section.topic === "procurement" || text.includes("采购");
  return resolve(token, { section, scopeHint, evaluation, procurement, ranked, ...around }, context.candidates);
}

/** A name as what a share is a share of. */
export function baseToken({ start, end }: Token, topic: Topic): BaseToken {
  return { kind: "base", topic, start, end };
}

/** The fund named right before a name. */
export function fundBefore(index: number, { tokens }: ReaderContext): Scope | undefined {
  const before = tokens[index - 1];
  const token = tokens[index];
  return before?.kind === "fund" && token && before.end === token.start ? before.scope : undefined;
}

/** The printed words of a token. */
export function textOf(token: { readonly start: number; readonly end: number }, { place }: ReaderContext): string {
  return place.text.slice(token.start - place.start, token.end - place.start);
}

/**
 * （类）, （款） or （项） behind words that no table has: the name is spoken about and is nobody known, never the 类 or 款
 * named before it.
 */
export function takeRank(
  state: ReaderState,
  token: TokenOf<"rank">,
  index: number,
  context: ReaderContext,
): ReaderState {
  const from = nameStart(index, context);
  const name = textOf({ start: from, end: token.end }, context);
  return {
    ...state,
    topic: { name, candidates: [], foreign: true },
    topicBefore: state.topic,
    path: [...state.path, UNKNOWN_PATH],
    pending: [...state.pending.filter(({ start }) => start < from), token],
  };
}

/** Where the name in front of a rank begins: behind the last mark, rank or figure. */
function nameStart(index: number, context: ReaderContext): number {
  let start = context.tokens[index]?.start ?? 0;
  for (let i = index - 1; i >= 0; i--) {
    const token = context.tokens[i];
    if (!token || token.end !== start) break;
    if (token.kind === "rank" || token.kind === "figure" || (token.kind === "mark" && /[,;:。、]/.test(token.mark)))
      break;
    if (token.kind === "subject" && /\((?:类|款|项)\)(?:支出)?$/.test(textOf(token, context))) break;
    ({ start } = token);
  }
  return start;
}

function pathBehind(path: readonly string[], token: NameToken, found: readonly Candidate[]): readonly string[] {
  if (token.kind === "bare") return path;
  const codes = token.meanings.flatMap((meaning) => (meaning.kind === "functional" ? [meaning.code] : []));
  if (codes.length === 0) return [];
  return path.length > 0 && found.length === 0 ? [...path, UNKNOWN_PATH] : [...path, ...codes];
}

/** 信息化项目支出 is not 项目支出: words right before the name make it another one, unless they name the unit. */
function compoundBefore(token: Token, index: number, { tokens }: ReaderContext): string | undefined {
  const before = tokens[index - 1];
  if (token.kind !== "subject" || before?.kind !== "residue" || before.end !== token.start) return undefined;
  const plain = token.meanings.some((meaning) => meaning.kind === "scoped" && /^(?:basic|project)$/.test(meaning.name));
  return plain && before.text.length > 1 && !UNIT_NAME.test(before.text) ? before.text : undefined;
}

/** A name of the catalogue that nothing stands for here, and a 项 that its 类 and 款 do not have. */
function isUnknown(token: NameToken, found: readonly Candidate[], path: readonly string[]): boolean {
  if (token.kind === "bare" || found.length > 0) return false;
  return path.length > 0 || token.meanings.every((meaning) => meaning.kind === "named");
}

/** A name that only the whole unit has, which settles whose money the paragraph is about. */
function scopeOfName(token: NameToken): Scope | undefined {
  if (token.kind === "bare") return undefined;
  const [only] = token.meanings;
  if (only?.kind === "scoped") return /^(?:grandTotal|income|expenditure)$/.test(only.name) ? "all" : undefined;
  if (only?.kind !== "named") return undefined;
  return only.names[0] === "财政拨款收支总计" ? "fiscal" : undefined;
}
