import type { Against } from "../narrative/comparison";
import { lastIndex } from "./last";
import type { PrintedFigure } from "./model";
import type { Reading, Topic } from "./statement";
import type { Token, TokenOf } from "./tokens";

/** What stands before a figure, back to the figure before it, and what was spoken about until there. */
export interface Before {
  /** Tokens since the figure before, in order; the share's base is marked as such. */
  readonly tokens: readonly (Token | BaseToken)[];
  readonly topic: Topic | undefined;
  /** The base named last; `carried` where that was in a sentence before. */
  readonly against: Against | undefined;
  readonly carried: boolean;
  /** 年初预算 or 全年预算 was named before: 预算 alone means it. */
  readonly initialBudgetNamed: boolean;
  /** The sentence speaks of last year, or of another one. */
  readonly year: "now" | "prior" | "other";
}

/** A subject behind 占: what the share is a share of. */
export interface BaseToken {
  readonly kind: "base";
  readonly topic: Topic;
  readonly start: number;
  readonly end: number;
}

type Cue = TokenOf<"direction"> | TokenOf<"share"> | TokenOf<"completion">;
const isCue = (token: Token | BaseToken): token is Cue =>
  token.kind === "direction" || token.kind === "share" || token.kind === "completion";
const unclear = (cause: Extract<Reading, { kind: "unclear" }>["cause"], detail?: string): Reading =>
  detail === undefined ? { kind: "unclear", cause } : { kind: "unclear", cause, detail };

/** What an amount or a percentage states, by the words before it. */
export function measureOf(figure: PrintedFigure, before: Before): Reading {
  const reading = measured(figure, before);
  if (reading.kind !== "measure" || reading.budget !== undefined || before.initialBudgetNamed) return reading;
  const ofBudget = reading.aspect === "budget" || reading.aspect === "completion" || reading.against === "比预算";
  return ofBudget ? { ...reading, budget: "unnamed" } : reading;
}

function measured(figure: PrintedFigure, before: Before): Reading {
  if (before.year === "other") return unclear("missing", "其他年度");
  const stray = strayName(before.tokens, before.topic);
  if (stray !== undefined) return unclear("unknownSubject", stray);
  return figure.kind === "percent" ? percentage(figure, before) : money(before);
}

function percentage(figure: PrintedFigure, before: Before): Reading {
  if (figure.unit !== "%") return unclear("unit", figure.unit);
  const cue = before.tokens.filter(isCue).at(-1);
  const { topic } = before;
  if (!topic) return unclear(cue ? "noSubject" : "noMeasure");
  if (before.year === "prior") return unclear("missing", "上年占比和增减率");
  if (!cue) return ofBudget(before.tokens, topic);
  const behind = before.tokens.slice(before.tokens.indexOf(cue) + 1);
  const budgets = before.tokens.filter((token) => token.kind === "level" && token.level === "budget");
  switch (cue.kind) {
    case "direction":
      return changed("rate", cue.sign, before, topic);
    case "completion": {
      if (behind.some((token) => token.kind === "level" && token.level !== "budget")) return unclear("noMeasure");
      return { kind: "measure", aspect: "completion", topic, ...budgetOf(budgets.at(-1)) };
    }
    case "share": {
      const base = before.tokens.filter((token) => token.kind === "base").at(-1)?.topic;
      const ofBudget = behind.find((token) => token.kind === "level" && token.level === "budget");
      if (base) return { kind: "measure", aspect: "share", topic, base };
      if (ofBudget) return { kind: "measure", aspect: "completion", topic, ...budgetOf(ofBudget) };
      const unknown = behind.find((token) => token.kind === "residue" || token.kind === "fund");
      return unknown ? unclear("unknownBase") : { kind: "measure", aspect: "share", topic };
    }
  }
}

/** 为年初预算的125.09%: a percentage right behind a budget. */
function ofBudget(tokens: Before["tokens"], topic: Topic): Reading {
  const last = tokens[lastIndex(tokens, (token) => TELLING.has(token.kind) || token.kind === "residue")];
  if (last?.kind !== "level" || last.level !== "budget") return unclear("noMeasure");
  return { kind: "measure", aspect: "completion", topic, ...budgetOf(last) };
}

/** The last telling word before an amount says what it is. */
function money(before: Before): Reading {
  const { tokens, topic } = before;
  const place = lastIndex(tokens, (token) => TELLING.has(token.kind));
  const last = tokens[place];
  if (!last) return unclear("noSubject");
  if (tokens.slice(place + 1).some((token) => token.kind === "residue")) return unclear("noMeasure");
  if (last.kind === "base") return { kind: "measure", aspect: "now", topic: last.topic };
  if (!topic) return unclear("noSubject");
  switch (last.kind) {
    case "direction":
      if (last.rateOnly) return unclear("noMeasure");
      return before.year === "prior" ? unclear("missing", "上年增减额") : changed("change", last.sign, before, topic);
    case "level":
      return levelOf(last, before, topic);
    case "against":
      return levelOf(againstAsLevel(last), before, topic);
    case "reached":
      return { kind: "measure", aspect: before.year === "prior" ? "prior" : "now", topic };
    case "subject":
    case "bare": {
      const level = levelInClause(tokens);
      return level ? levelOf(level, before, topic) : levelOf(undefined, before, topic);
    }
    default:
      return unclear("noMeasure");
  }
}

/** 比年初预算数33万元减少: the amount right behind a comparison is what is compared with. */
function againstAsLevel({ start, end, against, initial }: TokenOf<"against">): TokenOf<"level"> {
  if (against === "比上年") return { kind: "level", level: "prior", start, end };
  return { kind: "level", level: "budget", ...(initial ? { budget: "initial" as const } : {}), start, end };
}

const TELLING: ReadonlySet<string> = new Set([
  "against",
  "direction",
  "level",
  "reached",
  "subject",
  "bare",
  "base",
  "share",
  "completion",
  "score",
  "claim",
  "count",
]);

function levelOf(level: TokenOf<"level"> | undefined, before: Before, topic: Topic): Reading {
  const kind = level?.level ?? "now";
  if (kind === "budget") {
    return before.year === "prior"
      ? unclear("missing", "上年预算")
      : { kind: "measure", aspect: "budget", topic, ...budgetOf(level) };
  }
  return { kind: "measure", aspect: before.year === "prior" ? "prior" : kind, topic };
}

/** 年初预算安排基本支出100万元: the level may stand before the subject, in the same clause. */
function levelInClause(tokens: Before["tokens"]): TokenOf<"level"> | undefined {
  const comma = lastIndex(tokens, (token) => token.kind === "mark" && (token.mark === "," || token.mark === ":"));
  return tokens
    .slice(comma + 1)
    .filter((token) => token.kind === "level")
    .at(-1);
}

function budgetOf(level: Token | BaseToken | undefined): { budget?: "initial" | "annual" | "adjusted" } {
  return level?.kind === "level" && level.budget !== undefined ? { budget: level.budget } : {};
}

function changed(aspect: "change" | "rate", sign: -1 | 0 | 1, before: Before, topic: Topic): Reading {
  const named = before.tokens.filter((token) => token.kind === "against").at(-1)?.against;
  const against = named ?? before.against ?? onlyComparison(topic);
  if (against === undefined) return { kind: "measure", aspect, topic, sign };
  // 预算100万元，决算90万元，减少10万元: nothing in the sentence says against what, but its budget is as likely.
  const open =
    named === undefined && before.carried && topic.candidates.some(({ subject }) => subject.budget !== undefined);
  const other: Against = against === "比上年" ? "比预算" : "比上年";
  return { kind: "measure", aspect, topic, sign, against, ...(open ? { orAgainst: other } : {}) };
}

/** What a subject is compared with where the text does not say, if there is only one thing. */
function onlyComparison(topic: Topic): Against | undefined {
  const subjects = topic.candidates.map(({ subject }) => subject);
  if (subjects.length === 0) return undefined;
  if (subjects.every((subject) => subject.budget !== undefined && subject.prior === undefined)) return "比预算";
  return subjects.every((subject) => subject.budget === undefined && subject.prior?.kind === "known")
    ? "比上年"
    : undefined;
}

/** A name of its own between the subject and the figure: 其中信息化建设费100万元. */
export function strayName(tokens: Before["tokens"], topic: Topic | undefined): string | undefined {
  const subject = lastIndex(
    tokens,
    (token) => token.kind === "subject" || token.kind === "bare" || token.kind === "base",
  );
  const stray = tokens
    .slice(subject + 1)
    .filter((token): token is TokenOf<"residue"> => token.kind === "residue" && token.foreign)
    .at(-1);
  return stray?.text ?? (subject < 0 && topic?.foreign ? topic.name : undefined);
}
