import type { Against } from "../narrative/comparison";
import type { Candidate, Candidates } from "./candidates";
import { countOf } from "./count-statements";
import { measureOf, strayName, type BaseToken } from "./measure";
import type { PrintedFigure } from "./model";
import { resolve, type NameContext } from "./resolve";
import type { Scope, TextSection } from "./sections";
import type { ClaimStatement, Reading, Statement, Topic } from "./statement";
import type { Evaluation, Token, TokenOf } from "./tokens";

/** What a sentence states. */
export interface SentenceReading {
  readonly statements: readonly Statement[];
  readonly claims: readonly ClaimStatement[];
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

/** What the paragraph spoke about before the sentence. */
export interface Memory {
  readonly topic: Topic | undefined;
  readonly scopeHint: Scope | undefined;
  readonly evaluation: Evaluation | undefined;
}

/** Takes the tokens of one sentence in order and says what each of its figures states. */
export class SentenceReader {
  topic: Topic | undefined;
  scopeHint: Scope | undefined;
  evaluation: Evaluation | undefined;
  readonly #used = new Map<string, Topic>();
  #pending: (Token | BaseToken)[] = [];
  /** Tokens before the last figure, for 完成预算33万元的55%. */
  #beforeFigure: (Token | BaseToken)[] = [];
  #lastKind: PrintedFigure["kind"] | undefined;
  #against: Against | undefined;
  #reason = false;
  #yearMode: "now" | "prior" | "other" = "now";
  #count: TokenOf<"count"> | undefined;
  #queue: Topic[] = [];
  #path: string[] = [];
  /** What 其中 divides. */
  #whole: Topic | undefined;
  /** What the sentence was about before the name taken last. */
  #topicBefore: Topic | undefined;
  readonly #statements: Statement[] = [];
  readonly #claims: ClaimStatement[] = [];

  constructor(
    private readonly place: SentencePlace,
    private readonly tokens: readonly Token[],
    private readonly candidates: Candidates,
    private readonly year: number | undefined,
    memory: Memory,
  ) {
    this.topic = memory.topic;
    this.scopeHint = memory.scopeHint;
    this.evaluation = memory.evaluation;
  }

  /** Subjects that figures of the sentence were about, in order. */
  get used(): readonly Topic[] {
    return [...this.#used.values()];
  }

  read(): SentenceReading {
    this.tokens.forEach((token, index) => this.#take(token, index));
    return { statements: this.#statements, claims: this.#claims };
  }

  #take(token: Token, index: number): void {
    if (token.kind !== "subject" && token.kind !== "filler") this.#path = [];
    switch (token.kind) {
      case "figure": {
        this.#figure(token.figure);
        return;
      }
      case "subject": {
        this.#subject(token, index);
        return;
      }
      case "bare":
        if (this.#fundBefore(index) !== undefined) this.#subject(token, index);
        return;
      case "fund":
        if (!this.#nameFollows(index)) {
          this.scopeHint = token.scope;
          this.#pending.push(token);
        }
        return;
      case "reason":
        this.#reason = true;
        return;
      case "evaluation":
        this.evaluation = token.of;
        return;
      case "year":
        this.#yearMode = this.#yearOf(token.year);
        return;
      case "parts":
        if (this.topic) this.#whole = this.topic;
        this.topic = undefined;
        this.#pending.push(token);
        return;
      case "respectively":
        this.#queue = this.#coordinated();
        return;
      case "against":
        this.#against = token.against;
        this.#pending.push(token);
        return;
      case "count":
        this.#count = token;
        this.#pending.push(token);
        return;
      case "claim":
        this.#claim(token, index);
        this.#pending.push(token);
        return;
      case "mark":
        if (token.mark === ";") this.#newClause();
        else this.#pending.push(token);
        return;
      case "share":
        this.#shareIn(index);
        this.#pending.push(token);
        return;
      case "filler":
        return;
      default:
        this.#pending.push(token);
    }
  }

  /** 在收入合计中占: the name in between is the whole, not what the sentence is about. */
  #shareIn(index: number): void {
    const [opening, fund, name, closing] = this.tokens.slice(index - 4, index);
    const opens = [opening, fund].some((token) => token?.kind === "filler" && /^(?:在|于)$/.test(this.#textOf(token)));
    if (!opens || closing?.kind !== "filler" || this.#textOf(closing) !== "中" || !name || !this.topic) return;
    const place = this.#pending.findIndex((token) => token.start === name.start);
    if (place < 0) return;
    if (name.kind !== "subject" && name.kind !== "bare") return;
    const candidates = this.#resolve(name, { fund: this.#fundBefore(index - 2), isBase: true, path: [] });
    const topic: Topic = { ...this.topic, candidates };
    this.#pending.splice(place, 1, { kind: "base", topic, start: name.start, end: name.end });
    this.topic = this.#topicBefore;
  }

  #newClause(): void {
    this.#pending = [];
    this.#beforeFigure = [];
    this.#reason = false;
    this.#count = undefined;
  }

  #subject(token: TokenOf<"subject"> | TokenOf<"bare">, index: number): void {
    const fund = this.#fundBefore(index);
    const telling = this.#pending
      .filter((other) => other.kind !== "residue" && other.kind !== "mark" && other.kind !== "fund")
      .at(-1);
    const isBase = telling?.kind === "share";
    const found = this.#resolve(token, { fund, isBase, path: this.#path });
    const name = this.#textOf(token);
    const compound = this.#compoundBefore(token, index);
    const topic: Topic =
      compound === undefined
        ? {
            name,
            candidates: found,
            ...(token.kind === "subject" && isUnknown(token, found) ? { foreign: true as const } : {}),
          }
        : { name: compound + name, candidates: [], foreign: true };
    if (token.kind === "subject") {
      const codes = token.meanings.flatMap((meaning) => (meaning.kind === "functional" ? [meaning.code] : []));
      this.#path = codes.length > 0 ? [...this.#path, ...codes] : [];
    }
    if (isBase) {
      this.#pending.push({ kind: "base", topic, start: token.start, end: token.end });
      return;
    }
    this.#topicBefore = this.topic;
    this.topic = topic;
    if (fund !== undefined && this.place.section.scope === undefined) this.scopeHint = fund;
    else if (this.scopeHint === undefined && this.place.section.scope === undefined)
      this.scopeHint = scopeOfName(token);
    this.#pending.push(token);
  }

  /** The fund named right before a name. */
  #fundBefore(index: number): Scope | undefined {
    const before = this.tokens[index - 1];
    const token = this.tokens[index];
    return before?.kind === "fund" && token && before.end === token.start ? before.scope : undefined;
  }

  #nameFollows(index: number): boolean {
    const token = this.tokens[index];
    const next = this.tokens[index + 1];
    return token !== undefined && (next?.kind === "subject" || next?.kind === "bare") && next.start === token.end;
  }

  /** 信息化项目支出 is not 项目支出: words right before the name make it another one, unless they name the unit. */
  #compoundBefore(token: Token, index: number): string | undefined {
    const before = this.tokens[index - 1];
    if (token.kind !== "subject" || before?.kind !== "residue" || before.end !== token.start) return undefined;
    const plain = token.meanings.some(
      (meaning) => meaning.kind === "scoped" && /^(?:basic|project)$/.test(meaning.name),
    );
    return plain && before.text.length > 1 && !UNIT_NAME.test(before.text) ? before.text : undefined;
  }

  /** A part of what 其中 divides is a share of that, where the subject has no whole of its own. */
  #inWhole(reading: Reading): Reading {
    if (reading.kind !== "measure" || reading.aspect !== "share" || reading.base || !this.#whole) return reading;
    const own = reading.topic.candidates.some(({ subject }) => subject.base !== undefined);
    return own || this.#whole.foreign ? reading : { ...reading, base: this.#whole };
  }

  #figure(figure: PrintedFigure): void {
    const reading = this.#inWhole(this.#reading(figure));
    this.#statements.push({ paragraph: this.place.paragraph, sentence: this.place.sentence, figure, reading });
    if (reading.kind === "measure") this.#used.set(keyOf(reading.topic), reading.topic);
    if (reading.kind === "unclear" && reading.cause === "unknownSubject" && figure.kind !== "count") {
      this.topic = { name: reading.detail ?? "", candidates: [], foreign: true };
    }
    this.#beforeFigure = this.#pending;
    this.#pending = [];
    this.#lastKind = figure.kind;
  }

  #reading(figure: PrintedFigure): Reading {
    if (this.#reason) return { kind: "unclear", cause: "reason" };
    if (figure.kind === "none") return { kind: "unclear", cause: "unit" };
    if (figure.unit === "分") return this.#score();
    if (figure.kind === "count") return this.#counted(figure);
    const queued = this.#queue.shift();
    if (queued) this.topic = queued;
    const tokens =
      queued && this.#pending.every((token) => !isTelling(token)) ? this.#beforeFigure : this.#telling(figure);
    return measureOf(figure, { tokens, topic: this.topic, against: this.#against, year: this.#yearMode });
  }

  /** For 完成预算33万元的55% the words before the amount count too. */
  #telling(figure: PrintedFigure): readonly (Token | BaseToken)[] {
    const continued =
      figure.kind === "percent" &&
      this.#lastKind === "money" &&
      this.#pending.every((token) => !isTelling(token) && token.kind !== "mark");
    return continued ? [...this.#beforeFigure, ...this.#pending] : this.#pending;
  }

  #score(): Reading {
    if (!this.topic) return { kind: "unclear", cause: "noSubject" };
    const stray = strayName(this.#pending, this.topic);
    if (stray !== undefined) return { kind: "unclear", cause: "unknownSubject", detail: stray };
    const told = this.#pending.some((token) => token.kind === "score");
    return told ? { kind: "measure", aspect: "score", topic: this.topic } : { kind: "unclear", cause: "noMeasure" };
  }

  #counted(figure: PrintedFigure): Reading {
    const at = figure.start - this.place.start;
    return countOf(figure, {
      left: this.place.text.slice(0, at),
      right: this.place.text.slice(figure.end - this.place.start),
      tokens: this.#pending,
      named: this.#count,
      topic: this.topic,
      evaluation: this.evaluation,
    });
  }

  #claim(token: TokenOf<"claim">, index: number): void {
    if (this.#reason || !this.topic || this.topic.foreign || this.#yearMode !== "now") return;
    const against = this.#claimedAgainst(index) ?? (token.claim === "equal" ? this.#against : undefined);
    if (against === undefined) return;
    const { paragraph, sentence } = this.place;
    const { start, end } = token;
    this.#claims.push({ paragraph, sentence, start, end, topic: this.topic, claim: token.claim, against });
  }

  /** 大于年初预算数, 小于上年决算数: what follows the claim; else what precedes it (与年初预算数持平). */
  #claimedAgainst(index: number): Against | undefined {
    const behind = this.tokens
      .slice(index + 1, index + 4)
      .find((token) => token.kind === "level" || token.kind === "figure");
    if (behind?.kind === "figure") return undefined;
    if (behind?.kind === "level") return LEVEL_AGAINST[behind.level];
    const before = this.#pending.filter((token) => token.kind === "against").at(-1);
    return before?.against;
  }

  /** Subjects joined by 和 or 、 before 分别. */
  #coordinated(): Topic[] {
    const subjects = this.#pending.filter((token): token is TokenOf<"subject"> => token.kind === "subject");
    if (subjects.length < 2) return [];
    return subjects.map((token) => ({
      name: this.#textOf(token),
      candidates: this.#resolve(token, { fund: undefined, isBase: false, path: [] }),
    }));
  }

  #resolve(
    token: TokenOf<"subject"> | TokenOf<"bare">,
    around: Pick<NameContext, "fund" | "isBase" | "path">,
  ): readonly Candidate[] {
    const { section, text } = this.place;
    const procurement = section.topic === "procurement" || text.includes("采购");
    const { scopeHint, evaluation } = this;
    return resolve(token, { section, scopeHint, evaluation, procurement, ...around }, this.candidates);
  }

  #yearOf(year: number): "now" | "prior" | "other" {
    if (this.year === undefined || year === this.year) return "now";
    return year === this.year - 1 ? "prior" : "other";
  }

  #textOf(token: { readonly start: number; readonly end: number }): string {
    return this.place.text.slice(token.start - this.place.start, token.end - this.place.start);
  }
}

const LEVEL_AGAINST = { now: undefined, prior: "比上年", budget: "比预算" } as const;
/** Endings of a unit's name, which may stand right before 基本支出. */
const UNIT_NAME = /(?:办公室|[办局委厅院校处站所队室馆会部]|中心|政府|机关|单位|部门|人大|政协|学校|医院)$/;

function isTelling(token: Token | BaseToken): boolean {
  return /^(?:direction|share|completion|level|subject|bare|base|reached|residue)$/.test(token.kind);
}

function isUnknown(token: TokenOf<"subject">, found: readonly Candidate[]): boolean {
  return found.length === 0 && token.meanings.every((meaning) => meaning.kind === "named");
}

/** A name that only the whole unit has, which settles whose money the paragraph is about. */
function scopeOfName(token: TokenOf<"subject"> | TokenOf<"bare">): Scope | undefined {
  if (token.kind === "bare") return undefined;
  const [only] = token.meanings;
  if (only?.kind === "scoped") return /^(?:grandTotal|income|expenditure)$/.test(only.name) ? "all" : undefined;
  if (only?.kind !== "named") return undefined;
  return only.names[0] === "财政拨款收支总计" ? "fiscal" : undefined;
}

/** A topic's subjects as one key. */
export function keyOf(topic: Topic): string {
  return topic.candidates.map(({ subject }) => subject.key).join("|") || topic.name;
}
