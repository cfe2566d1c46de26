import type { EarlierWorkbook } from "./earlier-run";
import type { CardSummary, CheckedWorkbook, FindingSummary, WorkbookSummary } from "./model";

/** How a finding stands against the earlier run. */
export type Change = "mended" | "added" | "remaining" | "unclear";

/**
 * One workbook against its earlier state: of now, what was not there earlier (`added`) and what was (`remaining`); of
 * earlier, what is gone (`mended`), and what is gone because the check could not run, so that nobody knows (`unclear`).
 */
export interface WorkbookComparison {
  /** What is counted and shown: one cause, one card. A card remains while one of its findings does. */
  readonly cards: Readonly<Record<Change, readonly CardSummary[]>>;
  readonly findings: Readonly<Record<Change, readonly FindingSummary[]>>;
}

/** Two runs over (mostly) the same workbooks. */
export interface Comparison {
  /** By file of the present run; a workbook the earlier run did not have is not in it. */
  readonly workbooks: ReadonlyMap<string, WorkbookComparison>;
  /** Files of the earlier run that this one does not have. */
  readonly missing: readonly string[];
  readonly totals: Readonly<Record<Change, number>>;
}

/** Compares a run with an earlier one: workbooks by file name and unit, findings by rule, table (or sheet) and cells. */
export function compareRuns(now: readonly WorkbookSummary[], earlier: readonly EarlierWorkbook[]): Comparison {
  const left = new Set(earlier);
  const workbooks = new Map<string, WorkbookComparison>();
  const totals = { mended: 0, added: 0, remaining: 0, unclear: 0 };
  // Surer ways to tell a workbook again come first, so that a weaker one never takes its counterpart away.
  for (const isSame of SAME_WORKBOOK) {
    for (const workbook of now) {
      if (workbooks.has(workbook.file)) continue;
      const candidates = [...left].filter((other) => isSame(workbook, other));
      const [before] = candidates;
      if (!before || candidates.length > 1) continue;
      left.delete(before);
      const compared = compareWorkbook(workbook, before);
      workbooks.set(workbook.file, compared);
      for (const change of CHANGES) totals[change] += compared.cards[change].length;
    }
  }
  return { workbooks, missing: [...left].map(({ file }) => file), totals };
}

const CHANGES: readonly Change[] = ["mended", "added", "remaining", "unclear"];

const SAME_WORKBOOK: readonly ((now: WorkbookSummary, earlier: EarlierWorkbook) => boolean)[] = [
  (now, earlier) => slashed(now.file) === slashed(earlier.file) && sameUnit(now, earlier),
  (now, earlier) => nameOf(now.file) === nameOf(earlier.file) && sameUnit(now, earlier),
  (now, earlier) => slashed(now.file) === slashed(earlier.file) && mayBeSameUnit(now, earlier),
  (now, earlier) => nameOf(now.file) === nameOf(earlier.file) && mayBeSameUnit(now, earlier),
];

function sameUnit(now: WorkbookSummary, { unitName }: EarlierWorkbook): boolean {
  return now.kind === "checked" && now.unitName === unitName;
}

/** Two units that are both known and differ are two workbooks, though they bear the same file name. */
function mayBeSameUnit(now: WorkbookSummary, { unitName }: EarlierWorkbook): boolean {
  return now.kind === "unread" || now.unitName === undefined || unitName === undefined || now.unitName === unitName;
}

const slashed = (file: string): string => file.replace(/\\/g, "/").replace(/^(?:\.\/)+/, "");
const nameOf = (file: string): string => slashed(file).split("/").at(-1)?.toLowerCase() ?? "";

function compareWorkbook(now: WorkbookSummary, earlier: EarlierWorkbook): WorkbookComparison {
  const findings = compareFindings(now, earlier);
  const has = (change: Change, of: readonly FindingSummary[]) => {
    const changed = new Set(findings[change]);
    return (card: CardSummary): boolean => card.findings.some((i) => changed.has(of[i] as FindingSummary));
  };
  const own = now.kind === "checked" ? now : { cards: [], findings: [] };
  const [remaining, added] = partition(own.cards, has("remaining", own.findings));
  const lost = new Set([...findings.mended, ...findings.unclear]);
  const gone = earlier.cards.filter((card) =>
    card.findings.every((i) => lost.has(earlier.findings[i] as FindingSummary)),
  );
  const [unclear, mended] = partition(gone, has("unclear", earlier.findings));
  return { cards: { added, remaining, mended, unclear }, findings };
}

function compareFindings(now: WorkbookSummary, earlier: EarlierWorkbook): WorkbookComparison["findings"] {
  if (now.kind === "unread") return { added: [], remaining: [], mended: [], unclear: earlier.findings };
  const pool = new Map<string, FindingSummary[]>();
  for (const finding of earlier.findings) {
    const key = keyOf(finding, earlier.sheets);
    pool.set(key, [...(pool.get(key) ?? []), finding]);
  }
  const [remaining, added]: [FindingSummary[], FindingSummary[]] = [[], []];
  // Several findings of one rule at one place: those in the same words belong together before the others.
  const [worded, rest] = partition(now.findings, (finding) => take(pool, finding, now, true));
  const [matched] = partition(rest, (finding) => take(pool, finding, now, false));
  const known = new Set([...worded, ...matched]);
  for (const finding of now.findings) (known.has(finding) ? remaining : added).push(finding);
  const gone = [...pool.values()].flat();
  const [unclear, mended] = partition(gone, (finding) => !wasChecked(finding, now, earlier));
  return { added, remaining, mended, unclear };
}

/** Takes the earlier counterpart of a finding out of the pool; answers whether there was one. */
function take(
  pool: Map<string, FindingSummary[]>,
  finding: FindingSummary,
  now: CheckedWorkbook,
  inSameWords: boolean,
): boolean {
  const candidates = pool.get(keyOf(finding, now.sheets)) ?? [];
  const at = candidates.findIndex((other) => !inSameWords || other.message === finding.message);
  if (at >= 0) candidates.splice(at, 1);
  return at >= 0;
}

/** Rule, place and cells. Findings without cells differ by what they say. */
function keyOf({ rule, sheet, cells, message }: FindingSummary, sheets: EarlierWorkbook["sheets"]): string {
  return [rule, placeOf(sheet, sheets), ...(cells.length > 0 ? cells : [message])].join("\u0000");
}

/** The table a sheet holds where no other sheet holds it too, so that a renamed sheet is told again; else its name. */
function placeOf(sheet: string, sheets: EarlierWorkbook["sheets"]): string {
  const table = sheets.find(({ name }) => name === sheet)?.table ?? null;
  const isOnly = table !== null && sheets.filter((other) => other.table === table).length === 1;
  return isOnly ? `table:${table}` : `sheet:${sheet}`;
}

/** Whether the present run did check what an earlier finding was about: then its absence means that it is mended. */
function wasChecked(finding: FindingSummary, now: CheckedWorkbook, earlier: EarlierWorkbook): boolean {
  if (now.isEmpty) return false;
  if ((now.notEvaluated[finding.rule] ?? 0) > (earlier.notEvaluated[finding.rule] ?? 0)) return false;
  if (finding.sheet === "") return true;
  const places = now.sheets.map(({ name }) => placeOf(name, now.sheets));
  return (
    places.includes(placeOf(finding.sheet, earlier.sheets)) || now.sheets.some(({ name }) => name === finding.sheet)
  );
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  const [yes, no]: [T[], T[]] = [[], []];
  for (const item of items) (test(item) ? yes : no).push(item);
  return [yes, no];
}
