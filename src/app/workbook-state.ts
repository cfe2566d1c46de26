import { amount } from "../core/model/amount";
import type { AccountBook } from "../core/model/book";
import type { Finding } from "../core/model/finding";
import type { CheckSettings } from "../core/model/rule";
import { explanationKey, figuresOf } from "./explanations/finding-key";
import type { FillMode } from "./filling/apply-fill";

/** Version of what is kept in the workbook; a greater one was written by a newer assistant and is left alone. */
export const STATE_VERSION = 1;

/** A 核实说明: why a finding to verify is right all the same. */
export interface KeptExplanation {
  readonly text: string;
  /** The figures it was written for; other figures ask for it again. */
  readonly figures: string;
  /** ISO time. */
  readonly writtenAt: string;
  /** What the finding said then: names it where it is not there any more. */
  readonly about?: string;
}

/** What the assistant keeps inside the workbook. */
export interface WorkbookState {
  /** By `explanationKey`. */
  readonly explanations: Readonly<Record<string, KeptExplanation>>;
  /** Reasons (主要是…) the clerk wrote for the narrative, by the blank they fill. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Thresholds the user changed; undefined: the defaults hold. */
  readonly settings?: CheckSettings | undefined;
  /** Findings follow edits. */
  readonly live?: boolean;
  /** How cells are filled. Added within version 1: what does not know it fills formulas, as where nothing is kept. */
  readonly fillMode?: FillMode;
}

/** What was found in the workbook: ours, a newer assistant's, or something that is neither. */
export type LoadedState =
  | { readonly kind: "ready"; readonly state: WorkbookState }
  | { readonly kind: "newer"; readonly version: number }
  | { readonly kind: "unreadable" };

export const EMPTY_STATE: WorkbookState = { explanations: {}, reasons: {} };

type Json = Readonly<Record<string, unknown>>;

/** Reads what `serialiseState` wrote; nothing kept yet is an empty state. Never throws. */
export function parseState(text: string | undefined): LoadedState {
  if (text === undefined || text.trim() === "") return { kind: "ready", state: EMPTY_STATE };
  const json = parseJson(text);
  const version = json?.["version"];
  if (!json || typeof version !== "number") return { kind: "unreadable" };
  if (version > STATE_VERSION) return { kind: "newer", version };
  const settings = readSettings(json["settings"]);
  const { live, fillMode } = json;
  return {
    kind: "ready",
    state: {
      explanations: record(json["explanations"], readExplanation),
      reasons: record(json["reasons"], (value) => (typeof value === "string" ? value : undefined)),
      ...(settings ? { settings } : {}),
      ...(typeof live === "boolean" ? { live } : {}),
      ...(fillMode === "formulas" || fillMode === "values" ? { fillMode } : {}),
    },
  };
}

/** The state as text for the workbook. */
export function serialiseState({ explanations, reasons, settings, live, fillMode }: WorkbookState): string {
  return JSON.stringify({
    version: STATE_VERSION,
    explanations,
    reasons,
    ...(settings ? { settings: writeSettings(settings) } : {}),
    ...(live === undefined ? {} : { live }),
    ...(fillMode ? { fillMode } : {}),
  });
}

/** The explanation kept for a finding; `stale` where its figures have changed since. */
export function explanationOf(
  state: WorkbookState,
  finding: Finding,
  book: AccountBook,
): (KeptExplanation & { readonly stale: boolean }) | undefined {
  const kept = state.explanations[explanationKey(finding, book)];
  return kept && { ...kept, stale: kept.figures !== figuresOf(finding, book) };
}

/** The state with an explanation written, or taken away where the text is blank. */
export function explain(
  state: WorkbookState,
  finding: Finding,
  book: AccountBook,
  text: string,
  now: Date,
): WorkbookState {
  const key = explanationKey(finding, book);
  const others = Object.entries(state.explanations).filter(([other]) => other !== key);
  const written: KeptExplanation = {
    text: text.trim(),
    figures: figuresOf(finding, book),
    writtenAt: now.toISOString(),
    about: finding.message,
  };
  const entries: (readonly [string, KeptExplanation])[] = written.text === "" ? others : [...others, [key, written]];
  return { ...state, explanations: Object.fromEntries(entries) };
}

function parseJson(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function record<T>(value: unknown, read: (entry: unknown) => T | undefined): Readonly<Record<string, T>> {
  if (!isObject(value)) return {};
  const entries: [string, T][] = [];
  for (const [key, entry] of Object.entries(value)) {
    const item = read(entry);
    if (item !== undefined) entries.push([key, item]);
  }
  return Object.fromEntries(entries);
}

function readExplanation(value: unknown): KeptExplanation | undefined {
  if (!isObject(value)) return undefined;
  const { text, figures, writtenAt, about } = value;
  return typeof text === "string" && typeof figures === "string" && typeof writtenAt === "string"
    ? { text, figures, writtenAt, ...(typeof about === "string" ? { about } : {}) }
    : undefined;
}

function writeSettings({ overAchievement, grades }: CheckSettings): Json {
  const { excellent, good, fair } = grades;
  return {
    overAchievement: overAchievement.toString(),
    grades: { excellent: excellent.toString(), good: good.toString(), fair: fair.toString() },
  };
}

/** Thresholds as kept; undefined where any of them is missing or no number (the defaults hold then). */
function readSettings(value: unknown): CheckSettings | undefined {
  if (!isObject(value) || !isObject(value["grades"])) return undefined;
  const { excellent, good, fair } = value["grades"];
  const texts = [value["overAchievement"], excellent, good, fair];
  try {
    const [overAchievement, high, middle, low] = texts.map((text) => amount(typeof text === "string" ? text : ""));
    return overAchievement && high && middle && low
      ? { overAchievement, grades: { excellent: high, good: middle, fair: low } }
      : undefined;
  } catch {
    return undefined;
  }
}
