import { stripOrdinal } from "../glossary/normalise";
import type { ColumnKey } from "../model/table";
import type { Layout, LineRule } from "../tables/descriptor";
import type { Body, BodyPart } from "./body";
import { printedName } from "./labels";
import type { NoteBook } from "./notes";
import type { RawRow, RawTable } from "./raw-table";
import { besideRows } from "./read-classified";
import { isLineNumberHeader } from "./row-kinds";
import type { FilledCell, SheetView } from "./sheet-view";

/** A column of labels and the amounts that belong to it, up to the next column of labels. */
interface Strip {
  readonly label: number;
  readonly amounts: ReadonlyMap<ColumnKey, number>;
}

/** Reads a list of named lines, in one strip or several side by side; a line is told by its name, not by its place. */
export function readList(view: SheetView, body: Body, table: Layout, notes: NoteBook): RawTable {
  const rules = table.lines?.left ?? [];
  const rows: RawRow[] = [];
  const columns = new Map<ColumnKey, number>();
  for (const part of body.parts) {
    const strips = stripsOf(view, part, table, rules);
    for (const { amounts } of strips)
      for (const [key, column] of amounts) if (!columns.has(key)) columns.set(key, column);
    const seen = new Set<string>();
    for (const strip of strips) for (const row of part.rows) readLine(view, row, strip, { rules, rows, seen, notes });
  }
  return { rows, columns, ...besideRows(body) };
}

const plainLabel = (cell: FilledCell): string => stripOrdinal(stripOrdinal(cell.label)).replace(/[:*※#]+$/, "");

const ruleOf = (rules: readonly LineRule[], cell: FilledCell): LineRule | undefined =>
  cell.numeric ? undefined : rules.find((rule) => rule.label.test(plainLabel(cell)));

function stripsOf(view: SheetView, part: BodyPart, table: Layout, rules: readonly LineRule[]): readonly Strip[] {
  const labels = new Set<number>();
  for (const row of part.rows) for (const cell of view.cells(row)) if (ruleOf(rules, cell)) labels.add(cell.column);
  const starts = [...labels].sort((a, b) => a - b);
  return starts.map((label, index) => {
    const end = starts[index + 1] ?? Number.MAX_SAFE_INTEGER;
    return { label, amounts: amountsBetween(view, part, table, label, end) };
  });
}

function amountsBetween(
  view: SheetView,
  part: BodyPart,
  table: Layout,
  label: number,
  end: number,
): ReadonlyMap<ColumnKey, number> {
  const amounts = new Map<ColumnKey, number>();
  for (const [column, path] of part.header.paths) {
    if (column <= label || column >= end || isLineNumberHeader(path[path.length - 1] ?? "")) continue;
    const key = table.columns.find((rule) => rule.path.test(path.join("/")))?.key;
    if (key !== undefined && !amounts.has(key)) amounts.set(key, column);
  }
  if (amounts.size > 0) return amounts;
  const numbers = part.rows.flatMap((row) => {
    const cell = view.cells(row).find((item) => item.column > label && item.column < end && item.numeric);
    return cell ? [cell.column] : [];
  });
  return new Map(numbers.length === 0 ? [] : [[table.columns[0]?.key ?? "amount", Math.min(...numbers)]]);
}

interface Reading {
  readonly rules: readonly LineRule[];
  readonly rows: RawRow[];
  readonly seen: Set<string>;
  readonly notes: NoteBook;
}

function readLine(view: SheetView, row: number, strip: Strip, { rules, rows, seen, notes }: Reading): void {
  const cell = view.cell(row, strip.label);
  if (!cell || cell.numeric) return;
  const spots = [...strip.amounts].map(([key, column]) => ({ key, cell: view.address(row, column) }));
  const rule = rules.find((item) => item.label.test(plainLabel(cell)) && !seen.has(item.key));
  const name = printedName(String(cell.value));
  const nameSpot = { row, column: cell.column };
  if (rule) {
    seen.add(rule.key);
    rows.push({ key: rule.key, level: "line", name, nameSpot, spots, plain: rule.count });
    return;
  }
  const filled = spots.find(({ cell: { column } }) => view.cell(row, column)?.numeric);
  if (filled) {
    notes.add("unknownLine", `未识别项目“${name}”，未参与核对。`, filled.cell);
    rows.push({ key: `other.${row + 1}.${strip.label}`, level: "line", name, nameSpot, spots, plain: true });
  }
}
