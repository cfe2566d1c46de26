import type { SheetGrid, SheetTab, SkippedSheet, WorkbookGrid } from "../../core/model/grid";
import { HostError } from "../errors";
import type { ReadOptions } from "../port";
import { SKIP_REASONS } from "../skip-reasons";
import { formulaText, type OfficeCell } from "./cell-content";
import { blockText } from "./cell-blocks";
import { officeCode, toHostError } from "./error-mapping";
import { isAboutOneObject, loadInHalves } from "./load-in-halves";
import { canTellMergedAreas, rangesOfAddress } from "./merged-areas";
import type { ExcelRunner } from "./run";
import type { SheetDirectory } from "./sheet-directory";

/** What is loaded of a sheet at once: a real table fits, a runaway sheet cannot flood the answer. */
const WINDOW = { rows: 2_000, columns: 200 };
/** Beyond this a sheet is no table of final accounts; it is skipped with the reason. */
const LIMIT = { rows: 20_000, columns: 200 };
/** Rows asked for at once of a sheet that is longer than the window. */
const STEP = 2_000;
const WINDOW_ADDRESS = blockText({ top: 0, left: 0, bottom: WINDOW.rows - 1, right: WINDOW.columns - 1 });

/** A sheet asked for: by id or name, and how to call it where it is gone. */
interface Wanted {
  readonly key: string;
  readonly name: string;
}

/** Undefined where the sheet is gone. */
type Loaded = SheetGrid | SkippedSheet | undefined;

/**
 * Reads sheets. All visible ones: one batch lists them, one loads them all. Named ones: one batch, which lists the tabs
 * too. More batches only where an answer would be too large, a sheet is longer than the window, gone or renamed.
 * Nothing is asked of what may be a null object: that is not documented.
 * ExcelApi 1.4 (getUsedRangeOrNullObject), merged areas from 1.13 on.
 */
export class SheetReader {
  constructor(
    private readonly runner: ExcelRunner,
    private readonly directory: SheetDirectory,
  ) {}

  async read({ sheets: names, onProgress }: ReadOptions): Promise<WorkbookGrid> {
    return await this.runner.run(async (context) => {
      if (names) return await this.readNamed(context, names);
      const askName = canTellFileName();
      if (askName) context.workbook.load("name");
      const tabs = await this.listTabs(context);
      const wanted = tabs.map(({ id, name }) => ({ key: id, name }));
      let done = 0;
      const loaded = await this.load(context, wanted, (count, name) => {
        done += count;
        onProgress?.(done / wanted.length, name);
      });
      if (wanted.length === 0) onProgress?.(1, "");
      return { ...toGrid(loaded, tabs), ...(askName ? { fileName: context.workbook.name } : {}) };
    });
  }

  private async readNamed(context: Excel.RequestContext, names: readonly string[]): Promise<WorkbookGrid> {
    const { worksheets } = context.workbook;
    const wanted = names.map((name) => ({ key: name, name }));
    try {
      queueTabs(worksheets);
      const loaded = await this.loadWithMerges(context, wanted);
      return toGrid(loaded, this.tabsOf(worksheets));
    } catch (error) {
      if (!isAboutOneObject(error)) throw error;
    }
    const known = this.directory.idsByName();
    const tabs = await this.listTabs(context);
    const found = names.map((name) => ({ key: keyOf(name, worksheets.items, known), name }));
    const loaded = await this.load(context, found, () => undefined);
    const gone = loaded.indexOf(undefined);
    if (gone >= 0) throw new HostError("sheetMissing", { sheet: names[gone] ?? "" });
    return toGrid(loaded, tabs);
  }

  private async listTabs(context: Excel.RequestContext): Promise<readonly SheetTab[]> {
    const { worksheets } = context.workbook;
    queueTabs(worksheets);
    await context.sync();
    return this.tabsOf(worksheets);
  }

  /** The visible sheets in tab order, once they were loaded. */
  private tabsOf({ items }: Excel.WorksheetCollection): readonly SheetTab[] {
    this.directory.replace(items);
    return [...items]
      .sort((a, b) => a.position - b.position)
      .filter(({ visibility }) => visibility === "Visible")
      .map(({ id, name }) => ({ id, name }));
  }

  private async load(
    context: Excel.RequestContext,
    wanted: readonly Wanted[],
    onRead: (count: number, name: string) => void,
  ): Promise<readonly Loaded[]> {
    const cellular = wanted.filter(({ key }) => this.directory.hasCells(key));
    const loaded = await loadInHalves<Wanted, Loaded>(
      cellular,
      async (members) => {
        const read = await this.loadWithMerges(context, members);
        onRead(members.length, members.at(-1)?.name ?? "");
        return read;
      },
      (only, error) => this.skipped(context, only, error),
    );
    const byKey = new Map(cellular.map(({ key }, index) => [key, loaded[index]]));
    return wanted.map(({ key, name }) => (byKey.has(key) ? byKey.get(key) : { name, reason: SKIP_REASONS.chartSheet }));
  }

  /** What stands for a sheet that Excel does not hand over: nothing where it is gone, else the reason. */
  private async skipped(context: Excel.RequestContext, { key, name }: Wanted, error: unknown): Promise<Loaded> {
    const code = officeCode(error);
    if (code !== undefined && TOO_LARGE.includes(code)) return { name, reason: SKIP_REASONS.tooLarge };
    if (code === "UnsupportedSheet") {
      this.directory.noteWithoutCells(key);
      return { name, reason: SKIP_REASONS.chartSheet };
    }
    const sheet = context.workbook.worksheets.getItemOrNullObject(key);
    sheet.load("name");
    await context.sync();
    return sheet.isNullObject ? undefined : { name: sheet.name, reason: SKIP_REASONS.unreadable };
  }

  /**
   * Merged areas only help, but asking for them fails on a sheet with more than 512 (documented; the code is not):
   * then everything is read without them.
   */
  private async loadWithMerges(context: Excel.RequestContext, wanted: readonly Wanted[]): Promise<readonly Loaded[]> {
    if (!canTellMergedAreas()) return await this.loadAtOnce(context, wanted, false);
    try {
      return await this.loadAtOnce(context, wanted, true);
    } catch (error) {
      if (officeCode(error) === "ItemNotFound" || toHostError(error).code !== "unknown") throw error;
      return await this.loadAtOnce(context, wanted, false);
    }
  }

  private async loadAtOnce(
    context: Excel.RequestContext,
    wanted: readonly Wanted[],
    withMerges: boolean,
  ): Promise<readonly Loaded[]> {
    const asked = wanted.map(({ key }) => {
      const sheet = context.workbook.worksheets.getItem(key);
      sheet.load("id,name");
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load("rowIndex,columnIndex,rowCount,columnCount");
      const head = sheet.getRange(WINDOW_ADDRESS).getUsedRangeOrNullObject(true);
      head.load("values,formulas");
      // Never a null object: on a blank sheet getUsedRange answers the first cell (documented).
      const merged = withMerges ? sheet.getUsedRange().getMergedAreasOrNullObject() : undefined;
      merged?.load("address");
      return { sheet, used, head, merged };
    });
    await context.sync();
    const loaded: Loaded[] = [];
    for (const { sheet, used, head, merged } of asked) {
      this.directory.learn(sheet.id, sheet.name);
      const read = await this.finish(context, sheet, used, head);
      const merges = merged && !merged.isNullObject ? rangesOfAddress(merged.address) : [];
      loaded.push("values" in read && merges.length > 0 ? { ...read, merges } : read);
    }
    return loaded;
  }

  private async finish(
    context: Excel.RequestContext,
    sheet: Excel.Worksheet,
    used: Excel.Range,
    head: Excel.Range,
  ): Promise<SheetGrid | SkippedSheet> {
    if (used.isNullObject) return { name: sheet.name, top: 0, left: 0, values: [] };
    const { rowIndex: top, columnIndex: left, rowCount, columnCount } = used;
    if (top + rowCount > LIMIT.rows || left + columnCount > LIMIT.columns) {
      return { name: sheet.name, reason: SKIP_REASONS.tooLarge };
    }
    if (top + rowCount <= WINDOW.rows && !head.isNullObject) {
      return {
        name: sheet.name,
        top,
        left,
        ...contents(head.values as OfficeCell[][], head.formulas as OfficeCell[][]),
      };
    }
    const values: OfficeCell[][] = [];
    const formulas: OfficeCell[][] = [];
    while (values.length < rowCount) {
      const rows = Math.min(STEP, rowCount - values.length);
      const more = sheet.getRangeByIndexes(top + values.length, left, rows, columnCount);
      more.load("values,formulas");
      await context.sync();
      values.push(...(more.values as OfficeCell[][]));
      formulas.push(...(more.formulas as OfficeCell[][]));
    }
    return { name: sheet.name, top, left, ...contents(values, formulas) };
  }
}

/** Whether this Excel can tell the name of the workbook (ExcelApi 1.7). */
function canTellFileName(): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", "1.7");
}

function queueTabs(worksheets: Excel.WorksheetCollection): void {
  worksheets.load("items/id,items/name,items/visibility,items/position");
}

/**
 * Id of the sheet that has the name, or had it when the sheets were last listed.
 * @throws HostError `sheetMissing`
 */
function keyOf(name: string, items: readonly Excel.Worksheet[], known: ReadonlyMap<string, string>): string {
  const sheet = items.find((item) => item.name === name) ?? items.find(({ id }) => id === known.get(name));
  if (!sheet) throw new HostError("sheetMissing", { sheet: name });
  return sheet.id;
}

const TOO_LARGE = ["ResponsePayloadSizeLimitExceeded", "RequestPayloadSizeLimitExceeded"];

function toGrid(loaded: readonly Loaded[], tabs: readonly SheetTab[]): WorkbookGrid {
  const sheets: SheetGrid[] = [];
  const skippedSheets: SkippedSheet[] = [];
  for (const entry of loaded) {
    if (!entry) continue;
    if ("reason" in entry) skippedSheets.push(entry);
    else sheets.push(entry);
  }
  return { sheets, ...(skippedSheets.length > 0 ? { skipped: skippedSheets } : {}), tabs };
}

function contents(
  values: readonly (readonly OfficeCell[])[],
  formulas: readonly (readonly OfficeCell[])[],
): Pick<SheetGrid, "values" | "formulas"> {
  const texts = values.map((row, r) => row.map((value, c) => formulaText(value, formulas[r]?.[c] ?? "")));
  return {
    values: values.map((row, r) => row.map((value, c) => (value === "" && texts[r]?.[c] === null ? null : value))),
    formulas: texts,
  };
}
