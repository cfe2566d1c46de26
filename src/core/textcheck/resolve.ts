import { missing } from "../narrative/quantity";
import type { Candidate, Candidates } from "./candidates";
import type { Scope, TextSection } from "./sections";
import type { Evaluation, Meaning, ScopedName, TokenOf } from "./tokens";

/** Stands in a path for a 类 or 款 that the workbook does not have. */
export const UNKNOWN_PATH = "?";

/** What the words around a name say about it. */
export interface NameContext {
  readonly section: TextSection;
  /** Fund named right before the word (一般公共预算财政拨款基本支出). */
  readonly fund: Scope | undefined;
  /** Scope of what the paragraph spoke about so far, where its section leaves it open. */
  readonly scopeHint: Scope | undefined;
  /** 绩效 work spoken about last. */
  readonly evaluation: Evaluation | undefined;
  /** Codes of the 类 and 款 named right before the word, `UNKNOWN_PATH` for one that no table has. */
  readonly path: readonly string[];
  /** The name is printed with （款） or （项）: it is the one under its path and no other. */
  readonly ranked: boolean;
  /** The name stands behind 占. */
  readonly isBase: boolean;
  /** The sentence speaks about 采购. */
  readonly procurement: boolean;
}

/** Scopes tried where nothing says whose money it is. */
const OPEN_SCOPES: Readonly<Record<ScopedName, readonly Scope[]>> = {
  grandTotal: ["all"],
  income: ["all"],
  expenditure: ["all"],
  basic: ["all", "general"],
  project: ["all", "general"],
  opening: ["all", "fiscal", "fund"],
  closing: ["all", "fiscal", "fund"],
};
const ALL_SCOPES: readonly Scope[] = ["general", "all", "fund", "stateCapital"];

/** Everything a name can stand for at its place, one candidate each; none where the workbook does not have it. */
export function resolve(
  token: TokenOf<"subject"> | TokenOf<"bare">,
  context: NameContext,
  candidates: Candidates,
): readonly Candidate[] {
  const meanings: readonly Meaning[] = token.kind === "bare" ? [{ kind: "scoped", name: token.name }] : token.meanings;
  const groups = context.path.length > 0 ? (["functional"] as const) : GROUPS[context.section.topic];
  const found = groups
    .map((one) => meanings.filter((meaning) => group(meaning) === one))
    .map((some) => distinct([...classified(some, context, candidates), ...others(some, context, candidates)]));
  // In a section of its own a name means the first thing it can; elsewhere it can mean all of them.
  return context.section.topic === "other" ? distinct(found.flat()) : (found.find((some) => some.length > 0) ?? []);
}

type Group = "name" | "functional" | "economic" | "project";

/** What a name (住房公积金, 公务接待费, a project's) can mean in a section, the likeliest first. */
const GROUPS: Readonly<Record<TextSection["topic"], readonly Group[]>> = {
  accounts: ["functional", "name", "economic"],
  basicExpenditure: ["economic", "name", "functional"],
  performance: ["project", "name"],
  threePublic: ["name"],
  operating: ["name"],
  procurement: ["name"],
  assets: ["name"],
  other: ["name", "functional", "economic", "project"],
};

function group(meaning: Meaning): Group {
  const { kind } = meaning;
  return kind === "functional" || kind === "economic" || kind === "project" ? kind : "name";
}

function others(meanings: readonly Meaning[], context: NameContext, candidates: Candidates): readonly Candidate[] {
  const projects = meanings.flatMap((meaning) =>
    meaning.kind === "project" ? present(candidates.project(meaning.key)) : [],
  );
  // Projects of one name can not be told apart: a figure is right where it is that of one of them.
  const found = meanings.flatMap((meaning) => meant(meaning, context, candidates));
  // 总收入 is the year's income or the grand total: right where it is one of them.
  const either = meanings.length > 1 && meanings.every(({ kind }) => kind === "scoped");
  return [...(either ? together(found) : found), ...together(projects)];
}

function meant(meaning: Meaning, context: NameContext, candidates: Candidates): readonly Candidate[] {
  switch (meaning.kind) {
    case "scoped":
      // 部门评价，涉及一般公共预算支出100万元: what the reviewed projects have, not what the unit spent.
      if (context.evaluation !== undefined && !context.isBase && meaning.name === "expenditure") {
        return evaluationFunds(context.evaluation, candidates).map((found) => onlyConfirming(found, "评价涉及的资金"));
      }
      // 财政拨款支出 in the section about 一般公共预算 means that budget's, in loose wording.
      if (context.fund === "fiscal" && context.section.scope !== undefined && context.section.scope !== "all") {
        const scopes = [...new Set([context.section.scope, "fiscal"] as const)];
        return together(scopes.flatMap((scope) => candidates.scoped(meaning.name, scope) ?? []));
      }
      return scopesOf(context, OPEN_SCOPES[meaning.name]).flatMap(
        (scope) => candidates.scoped(meaning.name, scope) ?? [],
      );
    case "named":
      if (meaning.names.some((name) => /^政府采购|采购授予/.test(name)) && !context.procurement) return [];
      return together(meaning.names.flatMap((name) => candidates.named(name) ?? []));
    case "economic":
      return isGeneral(context) ? economic(meaning.code, context, candidates) : [];
    case "evaluationFunds":
      return evaluationFunds(context.evaluation, candidates);
    case "project":
    case "functional":
      return [];
  }
}

/** Z06 has basic expenditure only: outside its section a 会议费 may be all that was spent, which no table has. */
function economic(code: string, { section }: NameContext, candidates: Candidates): readonly Candidate[] {
  const found = present(candidates.economic(code));
  if (section.topic === "basicExpenditure") return found;
  return found.map((candidate) =>
    onlyConfirming(candidate, `${candidate.subject.label}（基本支出明细表只列基本支出）`),
  );
}

function evaluationFunds(evaluation: Evaluation | undefined, candidates: Candidates): readonly Candidate[] {
  return evaluation === undefined || evaluation === "other"
    ? []
    : present(candidates.named(EVALUATION_FUNDS[evaluation]));
}

/** A figure that agrees is right; one that does not is none of ours to judge: nothing is said of it. */
function onlyConfirming({ subject, elsewhere }: Candidate, what: string): Candidate {
  const { key, label } = subject;
  const now = missing("table", key, `各表没有可比数：${what}`);
  return { subject: { key, label, now }, elsewhere: [], confirms: [subject, ...elsewhere] };
}

const EVALUATION_FUNDS: Readonly<Record<Exclude<Evaluation, "other">, string>> = {
  self: "绩效自评涉及预算资金",
  department: "部门评价涉及预算资金",
  key: "重点绩效评价涉及资金",
};

/** A 科目 name in the table of its scope; codes under a 类 or 款 named right before go first. */
function classified(meanings: readonly Meaning[], context: NameContext, candidates: Candidates): readonly Candidate[] {
  const codes = meanings.flatMap((meaning) => (meaning.kind === "functional" ? [meaning.code] : []));
  const inPath = nearest(codes, context.path);
  if (context.ranked && context.path.length > 0) {
    if (inPath.length === 0 || context.path.includes(UNKNOWN_PATH)) return [];
  }
  const meantCodes = inPath.length > 0 ? inPath : codes;
  const scopes = scopesOf(context, ALL_SCOPES);
  const found = meantCodes.flatMap((code) => scopes.flatMap((scope) => candidates.functional(code, scope) ?? []));
  if (found.length > 0 || context.fund !== undefined) return found;
  // A name the section's own table does not have is still a known one: the text may look at another table.
  return meantCodes.flatMap((code) => ALL_SCOPES.flatMap((scope) => candidates.functional(code, scope) ?? []));
}

/** The codes below what the path names, those under its 款 before those that only share its 类. */
function nearest(codes: readonly string[], path: readonly string[]): readonly string[] {
  const shared = (code: string): number =>
    Math.max(0, ...path.filter((upper) => code.startsWith(upper) && code !== upper).map((upper) => upper.length));
  const most = Math.max(0, ...codes.map(shared));
  return most === 0 ? [] : codes.filter((code) => shared(code) === most);
}

function scopesOf(context: NameContext, open: readonly Scope[]): readonly Scope[] {
  // 占本年支出合计的: the whole of a share is the whole unit's, whatever the section is about.
  const scope = context.fund ?? context.section.scope ?? context.scopeHint;
  if (context.isBase && context.fund === undefined && scope === "general") return ["all"];
  return scope === undefined ? open : [scope];
}

function isGeneral({ section, fund, scopeHint }: NameContext): boolean {
  const scope = fund ?? section.scope ?? scopeHint;
  return scope === undefined || scope === "general" || scope === "fiscal";
}

function present(candidate: Candidate | undefined): readonly Candidate[] {
  return candidate ? [candidate] : [];
}

/** Names of one thing under several tables, as one candidate. */
function together(found: readonly Candidate[]): readonly Candidate[] {
  const [first, ...rest] = found;
  if (!first) return [];
  return [{ ...first, elsewhere: [...first.elsewhere, ...rest.map(({ subject }) => subject)] }];
}

function distinct(found: readonly Candidate[]): readonly Candidate[] {
  return [...new Map(found.map((candidate) => [candidate.subject.key, candidate])).values()];
}
