import type { AccountBook } from "../../model/book";
import type { CellValue, SheetGrid, WorkbookGrid } from "../../model/grid";
import { looseRows, movedFormula, shiftedFormula } from "../../model/row-shift";
import { isStandardKey, type AccountTable, type StandardKey, type TableRow } from "../../model/table";
import { tablesOf } from "../fund-codes";
import type { SubjectRow } from "../model";

/** A row to put into a table that is there: as a host takes it, and what it is. */
export interface PlannedRow extends SubjectRow {
  readonly table: StandardKey;
  readonly sheet: string;
  /** Zero-based, counted after the rows planned before it. */
  readonly row: number;
  readonly looksLike: number;
  readonly cells: readonly { readonly column: number; readonly content: CellValue; readonly isFormula: boolean }[];
}

export interface RowsPlan {
  readonly rows: readonly PlannedRow[];
  /** Tables that get none, and why (Chinese). */
  readonly left: readonly { readonly table: StandardKey; readonly why: string }[];
}

/** A coded row as it stands, or as it will. */
interface Line {
  readonly code: string;
  row: number;
  /** Where it stood before; absent for a planned one. */
  readonly from?: TableRow;
}

/**
 * Rows for 科目 that tables of the book lack, their 类 and 款 too, each in the order of the codes. Nothing that stands there
 * is changed; formulas of a row's own sums are taken over from a row of the same level.
 * @param wanted tables that are to get them; by default all that a code belongs to
 */
export function planRows(
  book: AccountBook,
  grid: WorkbookGrid,
  subjects: readonly SubjectRow[],
  nameOf: (code: string) => string | undefined,
  wanted: (table: StandardKey) => boolean = () => true,
): RowsPlan {
  const rows: PlannedRow[] = [];
  const left: { table: StandardKey; why: string }[] = [];
  for (const [key, table] of book.tables) {
    if (!isStandardKey(key) || !wanted(key)) continue;
    const lacking = lackingCodes(table, key, subjects);
    const sheet = grid.sheets.find(({ name }) => name === table.sheet);
    if (lacking.length === 0 || !sheet) continue;
    const lines = linesOf(table, sheet);
    if (typeof lines === "string") {
      left.push({ table: key, why: lines });
      continue;
    }
    rows.push(...planTable(key, table, sheet, lines, lacking, subjects, nameOf));
  }
  return { rows, left };
}

/** Codes that a table lacks, those above before those below. */
function lackingCodes(table: AccountTable, key: StandardKey, subjects: readonly SubjectRow[]): readonly string[] {
  const present = new Set(table.rows.flatMap(({ code }) => code ?? []));
  const codes = subjects
    .filter(({ code }) => tablesOf(code).includes(key))
    .flatMap(({ code }) => [3, 5, 7].filter((digits) => digits <= code.length).map((digits) => code.slice(0, digits)));
  return [...new Set(codes)].filter((code) => !present.has(code)).sort();
}

/** The coded rows of a table; or why none can be put among them. */
function linesOf(table: AccountTable, sheet: SheetGrid): Line[] | string {
  const coded = table.rows.filter(({ code, codeCell, nameCell }) => code !== undefined && codeCell && nameCell);
  if (coded.length === 0) return "表中还没有科目行，无从参照";
  const isWhole = coded.every(
    ({ code, codeCell }) =>
      codeCell && String(valueAt(sheet, codeCell.row, codeCell.column)).replace(/\D/g, "") === code,
  );
  if (!isWhole) return "编码分列填写，请自行插入";
  return coded.flatMap((from) => (from.codeCell ? [{ code: from.code ?? "", row: from.codeCell.row, from }] : []));
}

function planTable(
  key: StandardKey,
  table: AccountTable,
  sheet: SheetGrid,
  lines: Line[],
  lacking: readonly string[],
  subjects: readonly SubjectRow[],
  nameOf: (code: string) => string | undefined,
): readonly PlannedRow[] {
  const done: number[] = [];
  return lacking.map((code): PlannedRow => {
    const after = lines.find((line) => line.code > code);
    const row = after ? after.row : Math.max(...lines.map((line) => line.row)) + 1;
    for (const line of lines) if (line.row >= row) line.row += 1;
    lines.push({ code, row });
    lines.sort((a, b) => a.row - b.row);
    done.push(row);
    const shifted = (formula: string): string =>
      done.reduce((text, at) => shiftedFormula(text, sheet.name, { sheet: sheet.name, row: at, count: 1 }), formula);
    const model = lines.find((line) => line.from && line.code.length === code.length);
    const like = model ?? lines.find((line) => line.from);
    const name = subjects.find((subject) => subject.code === code)?.name ?? nameOf(code) ?? "";
    const sums = model ? formulasOf(sheet, model) : [];
    return {
      table: key,
      sheet: table.sheet,
      code,
      name,
      row,
      looksLike: like?.row ?? row,
      cells: [
        ...headOf(sheet, like?.from, code, name),
        ...sums.map(([column, formula]) => ({
          column,
          content: movedFormula(shifted(formula), row - (model?.row ?? row)),
          isFormula: true,
        })),
      ],
    };
  });
}

type Cell = PlannedRow["cells"][number];

/** Code and name where the model row has its own; the code as a number where that row's is one. */
function headOf(sheet: SheetGrid, from: TableRow | undefined, code: string, name: string): readonly Cell[] {
  const { codeCell, nameCell } = from ?? {};
  if (!codeCell || !nameCell) return [];
  const isNumber = typeof valueAt(sheet, codeCell.row, codeCell.column) === "number";
  return [
    { column: codeCell.column, content: isNumber ? Number(code) : code, isFormula: false },
    { column: nameCell.column, content: name, isFormula: false },
  ];
}

/** Formulas of a row as it stood that hold for any row of its level. */
function formulasOf(sheet: SheetGrid, { from }: Line): readonly (readonly [column: number, formula: string])[] {
  const row = from?.codeCell?.row;
  return row === undefined ? [] : formulasOn(sheet, row).filter(([, formula]) => isOfOwnRow(formula, row));
}

/** Whether a formula holds for any row of its level: it looks at its own row alone, or adds up below it by the codes. */
function isOfOwnRow(formula: string, row: number): boolean {
  const rows = looseRows(formula);
  return rows.length > 0 && rows.every((each) => each === row);
}

function formulasOn({ top, left, formulas }: SheetGrid, row: number): readonly (readonly [number, string])[] {
  return (formulas?.[row - top] ?? []).flatMap((formula, c) =>
    formula === null ? [] : [[left + c, formula] as const],
  );
}

function valueAt({ top, left, values }: SheetGrid, row: number, column: number): CellValue {
  return values[row - top]?.[column - left] ?? null;
}
