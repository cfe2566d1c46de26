import { checkBook } from "../src/core/checking/check-book";
import { DEFAULT_SETTINGS } from "../src/core/checking/settings";
import { diagnose } from "../src/core/diagnosis/diagnose";
import type { SheetGrid, WorkbookGrid } from "../src/core/model/grid";
import { readBook } from "../src/core/reading/read-book";
import { openXlsx } from "../src/host/xlsx/xlsx-host";
import { buildXlsx } from "../test/support/xlsx-builder";

/** Median milliseconds of `work` over `runs`, after as many runs to warm up. */
export async function median(runs: number, work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = -runs; run < runs; run += 1) {
    const start = performance.now();
    await work();
    if (run >= 0) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(runs / 2)] ?? 0;
}

export interface Stages {
  /** Opening the .xlsx and reading its cells. */
  readonly file: number;
  /** Recognising the tables in the cells. */
  readonly tables: number;
  readonly checking: number;
  readonly diagnosis: number;
}

/**
 * Median milliseconds of each stage for one workbook, interleaved so that a noisy machine disturbs all alike. Each run
 * checks the book it has just read: nothing that rules remember of a book is left from the run before.
 */
export async function stagesOf(grid: WorkbookGrid, runs: number): Promise<Stages> {
  const bytes = buildXlsx(grid);
  const totals: Record<keyof Stages, number[]> = { file: [], tables: [], checking: [], diagnosis: [] };
  for (let run = -runs; run < runs; run += 1) {
    const timed = async <T>(stage: keyof Stages, work: () => T | Promise<T>): Promise<T> => {
      const start = performance.now();
      const result = await work();
      if (run >= 0) totals[stage].push(performance.now() - start);
      return result;
    };
    const read = await timed("file", async () => (await openXlsx(bytes)).read());
    const book = await timed("tables", () => readBook(read));
    const result = await timed("checking", () => checkBook({ book, settings: DEFAULT_SETTINGS }));
    await timed("diagnosis", () => diagnose(result, book));
  }
  const middle = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
  return {
    file: middle(totals.file),
    tables: middle(totals.tables),
    checking: middle(totals.checking),
    diagnosis: middle(totals.diagnosis),
  };
}

/** Milliseconds a sheet for workbooks of a few and of many self-evaluation forms, file included. */
export async function costPerSheet(form: SheetGrid, sheets: number, runs: number): Promise<number> {
  const many = Array.from({ length: sheets }, (_, index) => ({ ...form, name: `自评表-${index + 1}` }));
  const bytes = buildXlsx({ sheets: many });
  const total = await median(runs, async () => {
    const book = readBook(await (await openXlsx(bytes)).read());
    const result = checkBook({ book, settings: DEFAULT_SETTINGS });
    diagnose(result, book);
  });
  return total / sheets;
}

/** Microseconds a row for reading, checking and diagnosing one table of that many rows, all right or all wrong. */
export function costPerRow(rows: number, areWrong: boolean): number {
  const table = longTable(rows, areWrong);
  const start = performance.now();
  const book = readBook({ sheets: [table] });
  diagnose(checkBook({ book, settings: DEFAULT_SETTINGS }), book);
  return ((performance.now() - start) / rows) * 1000;
}

/** 一般公共预算财政拨款支出决算表 with a row a code; where they are wrong, no 小计 is the sum of its parts. */
function longTable(rows: number, areWrong: boolean): SheetGrid {
  const body = Array.from({ length: rows }, (_, index) => [
    `${201 + (index % 30)}${digits(10 + (Math.floor(index / 30) % 90))}${digits(1 + Math.floor(index / 2700))}`,
    `科目${index + 1}`,
    areWrong ? 11.37 : 10.25,
    4.11,
    6.14,
  ]);
  const head = [
    ["一般公共预算财政拨款支出决算表"],
    [null, null, null, null, "单位：万元"],
    ["科目编码", "科目名称", "小计", "基本支出", "项目支出"],
  ];
  return { name: "05", top: 0, left: 0, values: [...head, ...body] };
}

const digits = (value: number): string => String(value).padStart(2, "0");

/** Resident memory in MB while `count` workbooks are read, checked and diagnosed one after another. */
export async function memoryOver(
  grid: WorkbookGrid,
  count: number,
): Promise<{ readonly first: number; readonly peak: number }> {
  const bytes = buildXlsx(grid);
  const megabytes = () => process.memoryUsage().rss / 1048576;
  let first = 0;
  let peak = 0;
  for (let done = 0; done < count; done += 1) {
    const book = readBook(await (await openXlsx(bytes)).read());
    diagnose(checkBook({ book, settings: DEFAULT_SETTINGS }), book);
    if (done === Math.floor(count / 10)) first = megabytes();
    peak = Math.max(peak, megabytes());
  }
  return { first, peak };
}
