import type { AccountBook } from "../core/model/book";
import type { Finding } from "../core/model/finding";
import type { CheckSettings } from "../core/model/rule";
import { explanationKey, figuresOf } from "./explanations/finding-key";
import type { FillMode } from "./filling/apply-fill";
import { writeSettings, type SettingGroup } from "./settings/write-settings";
import { isObject, parseObject } from "./json";
import type { KeptSettings } from "./settings/kept-settings";

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

/** Cells that were filled together, or taken back: contents as text, formulas with "=", "" for an empty cell. */
export interface FillRecord {
  /** ISO time. */
  readonly at: string;
  readonly isUndo?: true;
  readonly cells: readonly {
    readonly sheet: string;
    readonly cell: string;
    readonly was: string;
    readonly now: string;
  }[];
}

/** What the assistant keeps inside the workbook. */
export interface WorkbookState {
  /** By `explanationKey`. */
  readonly explanations: Readonly<Record<string, KeptExplanation>>;
  /** Reasons (主要是…) the clerk wrote for the narrative, by the blank they fill. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Findings set aside (忽略), as explanations by key; `text` is the reason, "" for a hint that needs none. */
  readonly ignored?: Readonly<Record<string, KeptExplanation>>;
  /** What was filled, the latest last; the oldest records go. */
  readonly fillLog?: readonly FillRecord[];
  /** Thresholds the user changed; undefined: the defaults hold. */
  readonly settings?: CheckSettings | undefined;
  /** Findings follow edits. */
  readonly live?: boolean;
  /** How cells are filled. Added within version 1: what does not know it fills formulas, as where nothing is kept. */
  readonly fillMode?: FillMode;
  /** The office's own templates as `kept-templates.ts` writes and judges them. Added within version 1 likewise. */
  readonly templates?: unknown;
  /** Texts of last year's document as `kept-carried.ts` writes and judges them. Added within version 1 likewise. */
  readonly carried?: unknown;
}

/** A part of what is kept that was found to be no use. */
export type KeptPart = SettingGroup | "fillMode" | "live" | "explanations" | "reasons";

/**
 * What was found in the workbook: ours, a newer assistant's, or something that is neither. Of ours, what cannot be used
 * (a state edited by hand, or another program's) is left out and named in `rejected`; the defaults hold for it.
 */
export type LoadedState =
  | { readonly kind: "ready"; readonly state: WorkbookState; readonly rejected?: readonly KeptPart[] }
  | { readonly kind: "newer"; readonly version: number }
  | { readonly kind: "unreadable" };

export const EMPTY_STATE: WorkbookState = { explanations: {}, reasons: {} };

/**
 * Reads what `serialiseState` wrote, or anything else; nothing kept yet is an empty state. Whatever stands there, it is
 * answered. Thresholds are decimal numbers: what reads them is loaded where some are kept.
 */
export async function parseState(text: string | undefined): Promise<LoadedState> {
  if (text === undefined || text.trim() === "") return { kind: "ready", state: EMPTY_STATE };
  const json = parseObject(text);
  const version = json?.["version"];
  if (!json || typeof version !== "number" || version < 1) return { kind: "unreadable" };
  if (version > STATE_VERSION) return { kind: "newer", version };
  const rejected: KeptPart[] = [];
  const { live, fillMode, templates, carried } = json;
  const ignored = record(json["ignored"], readIgnored, () => rejected.push("explanations"));
  const fillLog = Array.isArray(json["fillLog"]) ? json["fillLog"].filter(isFillRecord) : [];
  const thresholds = json["settings"] === undefined ? undefined : await keptSettings(json["settings"]);
  const state: WorkbookState = {
    explanations: record(json["explanations"], readExplanation, () => rejected.push("explanations")),
    reasons: record(json["reasons"], readText, () => rejected.push("reasons")),
    ...(Object.keys(ignored).length > 0 ? { ignored } : {}),
    ...(fillLog.length > 0 ? { fillLog } : {}),
    ...(thresholds?.settings ? { settings: thresholds.settings } : {}),
    ...(typeof live === "boolean" ? { live } : {}),
    ...(fillMode === "formulas" || fillMode === "values" ? { fillMode } : {}),
    ...(templates === undefined ? {} : { templates }),
    ...(carried === undefined ? {} : { carried }),
  };
  rejected.push(...(thresholds?.rejected ?? []));
  if (fillMode !== state.fillMode) rejected.push("fillMode");
  if (live !== state.live) rejected.push("live");
  return { kind: "ready", state, ...(rejected.length > 0 ? { rejected: [...new Set(rejected)] } : {}) };
}

async function keptSettings(value: unknown): Promise<KeptSettings> {
  const { readSettings } = await import("./settings/kept-settings");
  return readSettings(value);
}

/** The state as text for the workbook. */
export function serialiseState({ explanations, reasons, settings, ...choices }: WorkbookState): string {
  return JSON.stringify({
    version: STATE_VERSION,
    explanations,
    reasons,
    ...(settings ? { settings: writeSettings(settings) } : {}),
    ...choices,
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

/** The most cells a workbook keeps records of: enough for a season, small beside any workbook. */
const CELLS_LOGGED = 2000;

/** The state with one more record of cells filled; the oldest go where there are too many. */
export function logFill(state: WorkbookState, entry: FillRecord): WorkbookState {
  const fillLog = [...(state.fillLog ?? []), entry];
  let cells = fillLog.reduce((sum, one) => sum + one.cells.length, 0);
  while (fillLog.length > 1 && cells > CELLS_LOGGED) cells -= fillLog.shift()?.cells.length ?? 0;
  return { ...state, fillLog };
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

/** The entries that can be read; `reject` is told once where some cannot, or where there is no record at all. */
function record<T>(
  value: unknown,
  read: (entry: unknown) => T | undefined,
  reject: () => void,
): Readonly<Record<string, T>> {
  if (value === undefined) return {};
  const found = isObject(value) ? Object.entries(value) : [];
  const entries = found.flatMap(([key, entry]): [string, T][] => {
    const item = read(entry);
    return item === undefined ? [] : [[key, item]];
  });
  if (!isObject(value) || entries.length < found.length) reject();
  return Object.fromEntries(entries);
}

function readText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** Reads what was set aside: as an explanation, though it may do without words. */
function readIgnored(value: unknown): KeptExplanation | undefined {
  if (!isObject(value) || value["text"] !== "") return readExplanation(value);
  const known = readExplanation({ ...value, text: "-" });
  return known && { ...known, text: "" };
}

function isFillRecord(value: unknown): value is FillRecord {
  if (!isObject(value) || typeof value["at"] !== "string" || Number.isNaN(Date.parse(value["at"]))) return false;
  const cells: unknown = value["cells"];
  const texts = ["sheet", "cell", "was", "now"];
  return (
    Array.isArray(cells) && cells.every((cell) => isObject(cell) && texts.every((key) => typeof cell[key] === "string"))
  );
}

/** An explanation without words or without a time was never written here: it must not settle a finding. */
function readExplanation(value: unknown): KeptExplanation | undefined {
  if (!isObject(value)) return undefined;
  const { text, figures, writtenAt, about } = value;
  if (typeof text !== "string" || typeof figures !== "string" || typeof writtenAt !== "string") return undefined;
  if (text.trim() === "" || Number.isNaN(Date.parse(writtenAt))) return undefined;
  return { text, figures, writtenAt, ...(typeof about === "string" ? { about } : {}) };
}
