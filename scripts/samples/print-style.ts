import type { CellValue } from "../../src/core/model/grid";
import type { CaseSheet } from "../../test/support/cases";
import { parseRange, type CellRange } from "../../src/core/model/cell";
import type { BuildSheet, BuildStyle } from "../../test/support/xlsx-builder";

const FONT = "宋体";
const MONEY = "#,##0.00";

/** Where the ruled table of a sheet lies: rows [first, last], zero-based. */
interface Frame {
  readonly first: number;
  readonly last: number;
}

/** Gives a sheet the look of a printed 公开表: 宋体, ruled table, centred head, amounts to the right. */
export function printed(sheet: CaseSheet): BuildSheet {
  const columns = Math.max(...sheet.rows.map((row) => row.length));
  const values = sheet.rows.map((row) => Array.from({ length: columns }, (_, c) => row[c] ?? null));
  const frame = frameOf(values);
  const widths = widthsOf(values, frame, columns);
  const merges = sheet.merges.map(parseRange);
  return {
    name: sheet.name,
    top: 0,
    left: 0,
    values,
    merges,
    style: (row, column) => styleOf(values, frame, row, column),
    widths,
    heights: heightsOf(values, frame, widths, merges),
    printed: true,
  };
}

const isNote = (row: readonly CellValue[]): boolean => /^(?:注|说明)[:：]|无数据/.test(String(row[0] ?? ""));

function frameOf(values: readonly (readonly CellValue[])[]): Frame {
  const first = values.findIndex((row) => /^(?:项目|收入|人员经费|预算数|序号|项目名称)$/.test(String(row[0] ?? "")));
  const note = values.findIndex((row, i) => i > first && isNote(row));
  return { first, last: (note < 0 ? values.length : note) - 1 };
}

function styleOf(
  values: readonly (readonly CellValue[])[],
  frame: Frame,
  row: number,
  column: number,
): BuildStyle | undefined {
  if (row === 0) return { font: FONT, size: 18, bold: true, horizontal: "center", wrap: true };
  if (row < frame.first) {
    const line = values[row] ?? [];
    const alone = line.slice(1).every((value) => value === null);
    const horizontal = column > 0 ? "right" : alone && String(line[0]).startsWith("(") ? "center" : "left";
    return { font: FONT, size: 11, horizontal };
  }
  if (row > frame.last) return { font: FONT, size: 10, horizontal: "left", wrap: true };
  const base: BuildStyle = { font: FONT, size: 11, border: true };
  const value = values[row]?.[column] ?? null;
  const head = headOf(values, frame, row, column);
  if (row === frame.first || /^(?:科目编码|项目|合计|栏次|小计)$/.test(String(values[row]?.[0] ?? ""))) {
    const bold = row === frame.first;
    if (typeof value !== "number") return { ...base, bold, horizontal: "center", wrap: true };
  }
  if (typeof value === "number" || (value === null && isAmountHead(head))) {
    if (/行次|序号/.test(head) || isCounting(values[row] ?? [])) return { ...base, horizontal: "center" };
    if (head === "执行率") return { ...base, horizontal: "center", numberFormat: "0.00%" };
    if (/分值|得分/.test(head)) return { ...base, horizontal: "center" };
    return { ...base, horizontal: "right", numberFormat: MONEY };
  }
  return {
    ...base,
    horizontal: /^\d+$/.test(String(value))
      ? "left"
      : isShort(value) && !holdsNames(values, frame, column)
        ? "center"
        : "left",
    wrap: true,
  };
}

/** The nearest text above a cell: what its column holds. */
function headOf(values: readonly (readonly CellValue[])[], frame: Frame, row: number, column: number): string {
  for (let r = row - 1; r >= frame.first; r--) {
    const value = values[r]?.[column];
    if (typeof value === "string" && !/^[-\d.]/.test(value)) return value;
  }
  return "";
}

const isAmountHead = (head: string): boolean => /金额|合计|小计|支出|收入|结余|费$|财政拨款$/.test(head);

/** A row of column numbers (栏次). */
function isCounting(row: readonly CellValue[]): boolean {
  const numbers = row.filter((value) => typeof value === "number");
  return (
    numbers.length > 0 && row[0] !== null && /^(?:栏次|1)$/.test(String(row[0])) && numbers.every(Number.isInteger)
  );
}

/** A column of names: long texts, so that the short ones among them start at the left too. */
function holdsNames(values: readonly (readonly CellValue[])[], frame: Frame, column: number): boolean {
  return values.slice(frame.first + 1, frame.last + 1).some((row) => widthOf(row[column] ?? null) > 16);
}

const isShort = (value: CellValue): boolean => String(value ?? "").length <= 4;

/** Width of a text in half-width characters. */
function widthOf(value: CellValue): number {
  return Array.from(String(value ?? "")).reduce((n, c) => n + (c > "\u00ff" ? 2 : 1), 0);
}

function widthsOf(values: readonly (readonly CellValue[])[], frame: Frame, columns: number): number[] {
  return Array.from({ length: columns }, (_, c) => {
    const texts = values.slice(frame.first, frame.last + 1).map((row) => widthOf(row[c] ?? null));
    const numeric = values.slice(frame.first).some((row) => typeof row[c] === "number" && !isCounting(row));
    const least = numeric ? 13 : Math.max(...texts) > 14 ? 16 : 7;
    return Math.min(44, Math.max(least, quantile(texts, 0.97) + 2));
  });
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

/** Heights in points: as many lines as the longest text of a row needs in the width it has. */
function heightsOf(
  values: readonly (readonly CellValue[])[],
  frame: Frame,
  widths: readonly number[],
  merges: readonly CellRange[],
): Map<number, number> {
  return new Map(
    values.map((row, r) => {
      if (r === 0) return [r, 32];
      if (r < frame.first) return [r, 18];
      const lines = row.map((value, c) => {
        const area = merges.find((m) => m.top === r && m.left === c);
        if (area && area.bottom > area.top) return 1;
        const width = widths.slice(c, (area?.right ?? c) + 1).reduce((sum, w) => sum + w, 0);
        return Math.ceil(widthOf(value) / (width - 1));
      });
      return [r, Math.max(20, Math.max(...lines) * 15 + 4)];
    }),
  );
}
