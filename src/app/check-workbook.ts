import { checkBook, recheckBook } from "../core/checking/check-book";
import { DEFAULT_SETTINGS } from "../core/checking/settings";
import { diagnose } from "../core/diagnosis/diagnose";
import { doubtedUnits } from "../core/diagnosis/doubted-units";
import type { AccountBook } from "../core/model/book";
import type { CheckResult } from "../core/model/finding";
import type { SheetGrid, SheetTab, WorkbookGrid } from "../core/model/grid";
import type { CheckSettings, ReportText, Rule, RuleContext } from "../core/model/rule";
import type { SheetKind } from "../core/model/table";
import { readBook } from "../core/reading/read-book";
import { RULES } from "../core/rules";
import type { WorkbookHost } from "../host/port";
import { findingsToFill, type CheckReport } from "./check-report";
import { countVerdicts } from "./verdict-counts";
import { bookShape } from "./live/book-shape";
import { withDependents } from "./live/dependent-sheets";

/** What is going on: `done` is a fraction 0…1; `what` names the sheet being read, where one is. */
export interface CheckProgress {
  readonly stage: "reading" | "checking";
  readonly done: number;
  readonly what?: string;
}

export interface CheckOptions {
  readonly settings?: CheckSettings;
  readonly priorYear?: AccountBook;
  /** Text beside the tables that tells how evaluations ended. */
  readonly reportText?: ReportText;
  readonly rules?: readonly Rule[];
  readonly onProgress?: (progress: CheckProgress) => void;
  readonly now?: () => Date;
}

/** Reading takes most of the time in Excel; the rest of the bar is left to the checks. */
const READING_SHARE = 0.8;

/**
 * Reads all visible sheets of a workbook and checks them. Changes nothing in it.
 * @throws HostError where the workbook cannot be read.
 */
export async function checkWorkbook(host: WorkbookHost, options: CheckOptions = {}): Promise<CheckReport> {
  const grid = await host.read({
    onProgress: (done, what) => options.onProgress?.({ stage: "reading", done: done * READING_SHARE, what }),
  });
  options.onProgress?.({ stage: "checking", done: READING_SHARE });
  await breathe();
  return checkGrid(grid, options);
}

/**
 * Checks a workbook again after edits on some sheets. Reads only these and the sheets whose formulas take figures from
 * them (one round trip), and runs only the rules that depend on what came out different; everything where the workbook's
 * shape changed (a sheet, the year, the organisation, the money unit). Equals a check of the whole workbook.
 * @returns the previous report where no cell is different, undefined where only a check of the whole workbook helps: a
 *   sheet is new, renamed, moved, hidden, shown or became (un)readable
 * @throws HostError; `sheetMissing` where one of the sheets is gone
 */
export async function recheckSheets(
  host: WorkbookHost,
  previous: CheckReport,
  sheets: readonly string[],
  options: CheckOptions = {},
): Promise<CheckReport | undefined> {
  const known = new Set(previous.grid.sheets.map(({ name }) => name));
  if (!sheets.every((name) => known.has(name))) return undefined;
  const asked = withDependents(previous.grid.sheets, sheets);
  const read = await host.read({ sheets: asked });
  if (!sameTabs(previous.grid.tabs, read.tabs)) return undefined;
  const fresh = new Map(read.sheets.map((sheet) => [sheet.name, sheet]));
  if (!asked.every((name) => fresh.has(name))) return undefined;
  const different = previous.grid.sheets.filter((sheet) => {
    const now = fresh.get(sheet.name);
    return now && !sameCells(sheet, now);
  });
  const isSameContext = sameSettings(options.settings, previous) && options.priorYear === previous.priorYear;
  if (different.length === 0 && isSameContext) return previous;
  const grid = { ...previous.grid, sheets: previous.grid.sheets.map((sheet) => fresh.get(sheet.name) ?? sheet) };
  if (!isSameContext) return checkGrid(grid, options);
  return recheckGrid(grid, previous, new Set(different.map(({ name }) => name)), options);
}

/** Whether the visible sheets are the same, in the same order; unknown tabs are taken to be. */
function sameTabs(before: readonly SheetTab[] | undefined, now: readonly SheetTab[] | undefined): boolean {
  if (!before || !now) return true;
  return before.length === now.length && before.every(({ id, name }, i) => now[i]?.id === id && now[i].name === name);
}

function sameCells(a: SheetGrid, b: SheetGrid): boolean {
  const cells = ({ top, left, values, formulas, merges }: SheetGrid): string =>
    JSON.stringify([top, left, values, formulas, merges]);
  return cells(a) === cells(b);
}

function sameSettings(settings: CheckSettings | undefined, previous: CheckReport): boolean {
  return (settings ?? DEFAULT_SETTINGS) === previous.settings;
}

/** Checks sheets that were read already. */
export function checkGrid(grid: WorkbookGrid, options: CheckOptions = {}): CheckReport {
  const book = readBook(grid);
  return report(grid, book, checkBook(contextOf(book, options), options.rules ?? RULES), options);
}

function recheckGrid(
  grid: WorkbookGrid,
  previous: CheckReport,
  changed: ReadonlySet<string>,
  options: CheckOptions,
): CheckReport {
  // A sheet judged in another unit than it states shows in every result: nothing of the one before is kept.
  if (previous.judgedUnits.size > 0) return checkGrid(grid, options);
  const book = readBook(grid);
  const rules = options.rules ?? RULES;
  const isSameShape = bookShape(book) === bookShape(previous.book) && rules.every(({ id }) => previous.rules.has(id));
  const context = contextOf(book, options);
  const result = isSameShape
    ? recheckBook(previous.result, context, kindsOf(book, changed), rules)
    : checkBook(context, rules);
  return report(grid, book, result, options);
}

/** What the changed sheets are. A sheet of self-evaluation may hold forms and their summary alike. */
function kindsOf(book: AccountBook, changed: ReadonlySet<string>): readonly SheetKind[] {
  return book.sheets
    .filter(({ name }) => changed.has(name))
    .flatMap(({ kind }) => (kind === "ZP" || kind === "ZPHZ" || kind === "BM" ? ["ZP", "ZPHZ", "BM"] : (kind ?? [])));
}

function contextOf(book: AccountBook, { settings, priorYear, reportText }: CheckOptions): RuleContext {
  return {
    book,
    settings: settings ?? DEFAULT_SETTINGS,
    ...(priorYear ? { priorYear } : {}),
    ...(reportText ? { reportText } : {}),
  };
}

/** The report on a result, or on a check of its own where a sheet's word for the money unit proves wrong. */
function report(grid: WorkbookGrid, book: AccountBook, result: CheckResult, options: CheckOptions): CheckReport {
  const units = doubtedUnits(book, result);
  if (units.size === 0) return reportOn(grid, book, result, options, units);
  const inUnits = readBook(grid, units);
  return reportOn(grid, inUnits, checkBook(contextOf(inUnits, options), options.rules ?? RULES), options, units);
}

function reportOn(
  grid: WorkbookGrid,
  book: AccountBook,
  result: CheckResult,
  options: CheckOptions,
  judgedUnits: CheckReport["judgedUnits"],
): CheckReport {
  const causes = diagnose(result, book, judgedUnits);
  const toFill = findingsToFill(causes);
  return {
    grid,
    book,
    result,
    causes,
    toFill,
    judgedUnits,
    rules: new Map((options.rules ?? RULES).map((rule) => [rule.id, rule])),
    settings: options.settings ?? DEFAULT_SETTINGS,
    ...(options.priorYear ? { priorYear: options.priorYear } : {}),
    counts: countVerdicts({ result, causes, toFill }),
    checkedAt: (options.now ?? (() => new Date()))(),
  };
}

/** Lets the pane draw before the checks take the thread. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
