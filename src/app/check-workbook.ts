import { checkBook } from "../core/checking/check-book";
import { DEFAULT_SETTINGS } from "../core/checking/settings";
import { diagnose } from "../core/diagnosis/diagnose";
import type { AccountBook } from "../core/model/book";
import type { WorkbookGrid } from "../core/model/grid";
import type { CheckSettings, Rule } from "../core/model/rule";
import { readBook } from "../core/reading/read-book";
import { RULES } from "../core/rules";
import type { WorkbookHost } from "../host/port";
import { countVerdicts, type CheckReport } from "./check-report";

/** What is going on: `done` is a fraction 0…1; `what` names the sheet being read, where one is. */
export interface CheckProgress {
  readonly stage: "reading" | "checking";
  readonly done: number;
  readonly what?: string;
}

export interface CheckOptions {
  readonly settings?: CheckSettings;
  readonly priorYear?: AccountBook;
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
 * Checks a workbook again after an edit, reading only the sheets that changed (one round trip).
 * @throws HostError with code `sheetMissing` where one of them is gone: then check the whole workbook.
 */
export async function recheckSheets(
  host: WorkbookHost,
  previous: CheckReport,
  sheets: readonly string[],
  options: CheckOptions = {},
): Promise<CheckReport> {
  const changed = await host.read({ sheets });
  const fresh = new Map(changed.sheets.map((sheet) => [sheet.name, sheet]));
  const grid = { ...previous.grid, sheets: previous.grid.sheets.map((sheet) => fresh.get(sheet.name) ?? sheet) };
  return checkGrid(grid, options);
}

/** Checks sheets that were read already. */
export function checkGrid(grid: WorkbookGrid, options: CheckOptions = {}): CheckReport {
  const book = readBook(grid);
  const rules = options.rules ?? RULES;
  const settings = options.settings ?? DEFAULT_SETTINGS;
  const result = checkBook(
    {
      book,
      settings,
      ...(options.priorYear ? { priorYear: options.priorYear } : {}),
    },
    rules,
  );
  return {
    grid,
    book,
    result,
    causes: diagnose(result, book),
    rules: new Map(rules.map((rule) => [rule.id, rule])),
    settings,
    counts: countVerdicts(result),
    checkedAt: (options.now ?? (() => new Date()))(),
  };
}

/** Lets the pane draw before the checks take the thread. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
