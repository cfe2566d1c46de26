import { a1, columnName, type CellAddress } from "../../model/cell";
import { TOTAL_ROW, type ColumnKey } from "../../model/table";
import { descriptorOf } from "../../tables";
import { noteWhileBlank, sumBelow, sumOf, whereNamed } from "../formulas";
import { HEAD_ROWS, putHead, putNotes } from "../head";
import type { ClassifiedPrint, PrintedColumn } from "../layouts/layout";
import { SheetBuilder } from "../sheet-builder";
import { HEADER_HEIGHT, type Draft, type SheetOrder } from "./shape";

/** Points of a row. */
const ROW_HEIGHT = 21;
const CODE = 0;
const NAME = 1;
const FIRST_AMOUNT = 2;
/** Rows to type into where no 科目 was chosen. */
const BLANK_ROWS = 6;
const NUMBER_ROW = HEAD_ROWS + 2;
const TOTAL = NUMBER_ROW + 1;

/** A table of functional codes: 合计, then the rows, every level but the last a live sum. */
export function classifiedSheet(print: ClassifiedPrint, order: SheetOrder): Draft {
  const { columns } = print;
  const { subjects, head } = order;
  const first = TOTAL + 1;
  const end = first + (subjects.length || BLANK_ROWS);
  const columnOf = new Map(columns.map(({ key }, i) => [key, FIRST_AMOUNT + i]));
  const rowOf = new Map([[TOTAL_ROW, TOTAL], ...subjects.map(({ code }, i) => [code, first + i] as const)]);
  const cellOf = (row: string, column: string): CellAddress | undefined => {
    const [at, across] = [rowOf.get(row), columnOf.get(column)];
    return at === undefined || across === undefined ? undefined : { sheet: order.name, row: at, column: across };
  };
  const build = () => {
    const last = FIRST_AMOUNT + columns.length - 1;
    const sheet = new SheetBuilder(order.name, last + 1);
    putHead(sheet, head, print.title, order.number);
    putHeader(sheet, columns);
    sheet.merge({ top: TOTAL, left: CODE, bottom: TOTAL, right: NAME }, "合计", "centre");
    for (let row = first; row < end; row++) {
      const subject = subjects[row - first];
      sheet.put(row, CODE, subject?.code ?? null, "code");
      sheet.put(row, NAME, subject?.name ?? null, "label");
    }
    for (let row = TOTAL; row < end; row++) {
      const code = row === TOTAL ? TOTAL_ROW : subjects[row - first]?.code;
      for (const { key } of columns) {
        const cell = { sheet: order.name, row, column: columnOf.get(key) ?? 0 };
        const formula = head.formulas ? formulaFor(print, key, cell, code, end, columnOf) : undefined;
        if (formula === undefined) sheet.put(row, cell.column, null, "figure");
        else if (code === undefined) sheet.formula(cell, whereNamed(cell, CODE, formula), "sum", "");
        else sheet.formula(cell, formula, "sum");
      }
    }
    const area = `${a1({ row: TOTAL, column: FIRST_AMOUNT })}:${columnName(last)}${end + 1}`;
    const { note, blankNote: blank } = print;
    putNotes(sheet, end, head, { note, blank, blankFormula: (text) => noteWhileBlank(text, [area]) });
    return sheet.plan(ROW_HEIGHT, {
      kind: print.key,
      widths: [12, 36, ...columns.map(() => 16)],
      repeated: { top: 0, bottom: NUMBER_ROW },
    });
  };
  return { placed: { sheet: order.name, cellOf, coded: { column: CODE, top: TOTAL, end } }, build };
}

/** Two header rows (groups over their columns) and the numbers of the columns. */
function putHeader(sheet: SheetBuilder, columns: readonly PrintedColumn[]): void {
  const top = HEAD_ROWS;
  const hasGroups = columns.some(({ group }) => group !== undefined);
  sheet.merge({ top, left: CODE, bottom: top, right: NAME }, "项目", "head");
  sheet.put(top + 1, CODE, "科目编码", "head");
  sheet.put(top + 1, NAME, "科目名称", "head");
  columns.forEach(({ label, group }, i) => {
    const column = FIRST_AMOUNT + i;
    if (group === undefined) {
      sheet.merge({ top, left: column, bottom: top + 1, right: column }, label, "head");
      return;
    }
    sheet.put(top + 1, column, label, "head");
    if (columns[i - 1]?.group === group) return;
    const after = columns.findIndex((other, at) => at > i && other.group !== group);
    const right = FIRST_AMOUNT + (after < 0 ? columns.length : after) - 1;
    sheet.merge({ top, left: column, bottom: top, right }, group, "head");
  });
  sheet.height(top, HEADER_HEIGHT);
  sheet.height(top + 1, hasGroups ? HEADER_HEIGHT : HEADER_HEIGHT + 6);
  sheet.merge({ top: NUMBER_ROW, left: CODE, bottom: NUMBER_ROW, right: NAME }, "栏次", "centre");
  columns.forEach((_, i) => sheet.put(NUMBER_ROW, FIRST_AMOUNT + i, i + 1, "line"));
}

/**
 * The formula of a cell, undefined where the clerk types. A row's total is the sum of its parts; what remains at the end
 * of a year follows from the flows; a row above the last level adds up those below it. A row without a code yet has the same
 * formula: it adds up as soon as a code of 类 or 款 is typed, and a figure typed over it takes its place.
 */
function formulaFor(
  print: ClassifiedPrint,
  key: ColumnKey,
  cell: CellAddress,
  code: string | undefined,
  end: number,
  columnOf: ReadonlyMap<ColumnKey, number>,
): string | undefined {
  const at = (column: ColumnKey): readonly CellAddress[] => {
    const found = columnOf.get(column);
    return found === undefined ? [] : [{ ...cell, column: found }];
  };
  const rule = descriptorOf(print.key).layouts[0]?.columns.find((column) => column.key === key);
  const parts = (rule?.parts ?? []).flatMap(at);
  if (parts.length > 0) return sumOf(cell, parts);
  const flows = [...at("opening"), ...at("income")];
  if (key === "closing" && flows.length === 2) return sumOf(cell, flows, at("total"));
  return code?.length === 7 ? undefined : sumBelow(cell, CODE, end, code === TOTAL_ROW);
}
