import type { SheetGrid, SkippedSheet, WorkbookGrid } from "../../core/model/grid";
import { HostError } from "../errors";
import type { ReadOptions } from "../port";
import { SKIP_REASONS } from "../skip-reasons";
import { formulaText, type OfficeCell } from "./cell-content";
import { blockText } from "./cell-blocks";
import { officeCode, toHostError } from "./error-mapping";
import { canTellMergedAreas, rangesOfAddress } from "./merged-areas";
import type { ExcelRunner } from "./run";
import type { SheetDirectory } from "./sheet-directory";

/** What is loaded of a sheet at once: a real table fits, a runaway sheet cannot flood the answer. */
const WINDOW = { rows: 2_000, columns: 200 };
/** Beyond this a sheet is no table of final accounts; it is skipped with the reason. */
const LIMIT = { rows: 20_000, columns: 200 };
/** Rows asked for at once below the window. */
const STEP = 2_000;

/** A sheet asked for: by id or name, and how to call it where it is gone. */
interface Wanted {
  readonly key: string;
  readonly name: string;
}

type Loaded = { readonly id: string; readonly read: SheetGrid | SkippedSheet } | undefined;

/**
 * Reads sheets. All visible ones: one batch lists them, one loads the used ranges of all. Named ones: one batch.
 * More batches only where an answer would be too large, or a sheet is longer than the window.
 * ExcelApi 1.4 (getUsedRangeOrNullObject with valuesOnly, getItemOrNullObject, getIntersectionOrNullObject), merged
 * areas from 1.13 on.
 */
export class SheetReader {
  constructor(
    private readonly runner: ExcelRunner,
    private readonly directory: SheetDirectory,
  ) {}

  async read(options: ReadOptions): Promise<WorkbookGrid> {
    return await this.runner.run(async (context) => {
      const wanted = options.sheets?.map((name) => ({ key: name, name })) ?? (await this.visibleSheets(context));
      let done = 0;
      const loaded = await this.load(context, wanted, (count, name) => {
        done += count;
        options.onProgress?.(wanted.length === 0 ? 1 : done / wanted.length, name);
      });
      const found = options.sheets ? await this.insistOnAll(context, wanted, loaded) : loaded;
      return toGrid(found);
    });
  }

  private async visibleSheets(context: Excel.RequestContext): Promise<readonly Wanted[]> {
    const { worksheets } = context.workbook;
    worksheets.load("items/id,items/name,items/visibility");
    await context.sync();
    this.directory.replace(worksheets.items);
    return worksheets.items
      .filter((sheet) => sheet.visibility === "Visible")
      .map((sheet) => ({ key: sheet.id, name: sheet.name }));
  }

  /** Sheets in the order wanted; undefined where one is gone. Halves the list where the answer is too large. */
  private async load(
    context: Excel.RequestContext,
    wanted: readonly Wanted[],
    onRead: (count: number, name: string) => void,
  ): Promise<readonly Loaded[]> {
    if (wanted.length === 0) return [];
    try {
      const loaded = await this.loadWithMerges(context, wanted);
      onRead(wanted.length, wanted.at(-1)?.name ?? "");
      return loaded;
    } catch (error) {
      const code = officeCode(error);
      if (!SPLITTABLE.has(code)) throw error;
      if (wanted.length === 1) {
        const [only] = wanted;
        const reason = code === "ResponsePayloadSizeLimitExceeded" ? SKIP_REASONS.tooLarge : SKIP_REASONS.unreadable;
        return only ? [{ id: only.key, read: { name: only.name, reason } }] : [];
      }
      const middle = Math.ceil(wanted.length / 2);
      const first = await this.load(context, wanted.slice(0, middle), onRead);
      return [...first, ...(await this.load(context, wanted.slice(middle), onRead))];
    }
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
      if (toHostError(error).code !== "unknown") throw error;
      return await this.loadAtOnce(context, wanted, false);
    }
  }

  private async loadAtOnce(
    context: Excel.RequestContext,
    wanted: readonly Wanted[],
    withMerges: boolean,
  ): Promise<readonly Loaded[]> {
    const area = blockText({ top: 0, left: 0, bottom: WINDOW.rows - 1, right: WINDOW.columns - 1 });
    const asked = wanted.map(({ key }) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(key);
      sheet.load("id,name");
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load("rowIndex,columnIndex,rowCount,columnCount");
      const head = used.getIntersectionOrNullObject(area);
      head.load("values,formulas");
      const merged = withMerges ? used.getMergedAreasOrNullObject() : undefined;
      merged?.load("address");
      return { sheet, used, head, merged };
    });
    await context.sync();
    const loaded: Loaded[] = [];
    for (const { sheet, used, head, merged } of asked) {
      if (sheet.isNullObject) {
        loaded.push(undefined);
        continue;
      }
      this.directory.learn(sheet.id, sheet.name);
      const read = await this.finish(context, sheet, used, head);
      const merges = merged && !merged.isNullObject ? rangesOfAddress(merged.address) : [];
      loaded.push({ id: sheet.id, read: "values" in read && merges.length > 0 ? { ...read, merges } : read });
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
    const values: OfficeCell[][] = head.isNullObject ? [] : [...(head.values as OfficeCell[][])];
    const formulas: OfficeCell[][] = head.isNullObject ? [] : [...(head.formulas as OfficeCell[][])];
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

  /** A sheet asked for by name may have been renamed since: then it is asked for by the id it is known by. */
  private async insistOnAll(
    context: Excel.RequestContext,
    wanted: readonly Wanted[],
    loaded: readonly Loaded[],
  ): Promise<readonly Loaded[]> {
    const found = [...loaded];
    for (const [index, { name }] of wanted.entries()) {
      if (found[index]) continue;
      const id = this.directory.idOf(name);
      const [again] = id === undefined ? [] : await this.loadWithMerges(context, [{ key: id, name }]);
      if (!again) throw new HostError("sheetMissing", { sheet: name });
      found[index] = again;
    }
    return found;
  }
}

/** Failures that one sheet or too many at once can cause: fewer at a time may succeed. */
const SPLITTABLE: ReadonlySet<string | undefined> = new Set([
  "ResponsePayloadSizeLimitExceeded",
  "RequestPayloadSizeLimitExceeded",
  "UnsupportedSheet",
  "UnsupportedFeature",
  "UnsupportedOperation",
]);

function toGrid(loaded: readonly Loaded[]): WorkbookGrid {
  const sheets: SheetGrid[] = [];
  const skipped: SkippedSheet[] = [];
  for (const entry of loaded) {
    if (!entry) continue;
    if ("reason" in entry.read) skipped.push(entry.read);
    else sheets.push(entry.read);
  }
  return skipped.length > 0 ? { sheets, skipped } : { sheets };
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
