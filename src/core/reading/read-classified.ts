import { TOTAL_ROW, type ColumnKey, type RowLevel } from "../model/table";
import type { Layout } from "../tables/descriptor";
import type { Body, BodyPart } from "./body";
import { CodeReader } from "./code-columns";
import { columnKeyOf } from "./column-match";
import type { Header } from "./header";
import { codeDigits, printedName, withoutRepeats } from "./labels";
import type { NoteBook } from "./notes";
import type { FigureSpot, RawRow, RawTable } from "./raw-table";
import { isCodeHeader, isCodePart, isLineNumberHeader, isNameHeader, isTotalLabel } from "./row-kinds";
import type { FilledCell, SheetView } from "./sheet-view";
import { noteStrayCells } from "./stray-cells";

const LABELS_ABOVE = /^(?:项目|科目|类|款|项)$/;

/** Reads a table with a row a classification code (Z02, Z03, Z05, JJ, GZ). */
export function readClassified(view: SheetView, body: Body, table: Layout, notes: NoteBook): RawTable {
  const rows: RawRow[] = [];
  let columns: ReadonlyMap<ColumnKey, number> = new Map();
  let codes: CodeReader | undefined;
  for (const part of body.parts) {
    const layout = { ...classifiedColumns(view, part.header, table, part.rows), uncoded: table.linesBelow };
    if (columns.size === 0) columns = layout.amounts;
    codes = codes?.at(layout.codes) ?? new CodeReader(view, layout.codes);
    const reader = new ClassifiedRows(view, layout, codes, notes, rows);
    for (const row of part.rows) reader.read(row);
    noteStrayCells(view, part, new Set([...layout.amounts.values(), ...layout.labels, ...layout.lineNumbers]), notes);
  }
  return { rows: withUnlabelledTotal(view, rows, notes), columns, ...besideRows(body) };
}

/** What a body has besides its rows, ready to be spread: the 无数据 note and where another table begins. */
export function besideRows({ noDataNote, next }: Body): Pick<RawTable, "noDataNote" | "next"> {
  return { ...(noDataNote ? { noDataNote } : {}), ...(next === undefined ? {} : { next }) };
}

/** Which columns hold what in a classified table. */
export interface ClassifiedColumns {
  readonly amounts: ReadonlyMap<ColumnKey, number>;
  /** Columns left of the amounts: codes, names. */
  readonly labels: readonly number[];
  readonly codes: readonly number[];
  readonly lineNumbers: readonly number[];
  /** Rows without code belong to the table (projects below their 项). */
  readonly uncoded?: boolean | undefined;
  /** As in the header. */
  readonly mixedRow?: number | undefined;
}

/** Finds the columns of a classified table from its header and, for the code columns, from the rows below. */
export function classifiedColumns(
  view: SheetView,
  header: Header,
  table: Layout,
  rows: BodyPart["rows"],
): ClassifiedColumns {
  const amounts = new Map<ColumnKey, number>();
  const lineNumbers: number[] = [];
  let firstCode: number | undefined;
  let lastName: number | undefined;
  for (const [column, path] of header.paths) {
    const leaf = path[path.length - 1] ?? "";
    if (isLineNumberHeader(leaf)) lineNumbers.push(column);
    else if (path.some(isCodeHeader)) firstCode ??= column;
    else if (amounts.size === 0 && isNameHeader(leaf)) lastName = column;
    else {
      const key = columnKeyOf(path, table.columns, { leaveOut: LABELS_ABOVE });
      if (key !== undefined && !amounts.has(key)) amounts.set(key, column);
    }
  }
  const firstAmount = Math.min(...amounts.values(), Number.MAX_SAFE_INTEGER);
  const labels = labelColumns(view, header, rows, firstAmount, lineNumbers);
  const codeArea = labels.filter(
    (column) =>
      column >= (firstCode ?? 0) && (lastName === undefined || lastName < (firstCode ?? 0) || column < lastName),
  );
  return { amounts, labels, codes: codesIn(view, rows, codeArea), lineNumbers, mixedRow: header.mixedRow };
}

const SAMPLE_ROWS = 400;

/** Columns left of the first amount that hold anything in header or body. */
function labelColumns(
  view: SheetView,
  header: Header,
  rows: readonly number[],
  firstAmount: number,
  lineNumbers: readonly number[],
): number[] {
  const found = new Set<number>();
  for (const row of [...header.rows, ...rows.slice(0, SAMPLE_ROWS)]) {
    for (const cell of view.cells(row)) {
      if (cell.column < firstAmount && !lineNumbers.includes(cell.column)) found.add(cell.column);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Columns of the area in which pure digits stand. */
export function codesIn(view: SheetView, rows: readonly number[], area: readonly number[]): number[] {
  const sample = rows.slice(0, SAMPLE_ROWS);
  return area.filter((column) =>
    sample.some((row) => {
      const cell = view.cell(row, column);
      return cell !== undefined && codeDigits(cell) !== undefined;
    }),
  );
}

/** Reads the rows of one part of a classified table into `rows`. */
export class ClassifiedRows {
  private readonly labelArea: { readonly from: number; readonly to: number };

  constructor(
    private readonly view: SheetView,
    private readonly layout: ClassifiedColumns,
    private readonly codes: CodeReader,
    private readonly notes: NoteBook,
    private readonly rows: RawRow[],
  ) {
    this.labelArea = { from: 0, to: Math.min(...layout.amounts.values()) };
  }

  read(row: number): void {
    const code = this.codes.read(row, this.labelArea);
    const isName = (cell: FilledCell): boolean =>
      this.layout.labels.includes(cell.column) &&
      cell !== code?.cell &&
      !isCodePart(cell.label) &&
      codeDigits(cell) === undefined;
    const names = withoutRepeats(this.view.cells(row).filter(isName));
    const spots = this.spots(row);
    const nameSpot = names[0] && { row, column: names[0].column };
    const lineNumber = this.layout.lineNumbers[0];
    const lineNumberSpot = lineNumber === undefined ? undefined : { row, column: lineNumber };
    const name = printedName(code?.name ?? names.map((cell) => String(cell.value)).join(""));
    if (code) {
      this.noteOddCode(code.code, code.cell);
      const { code: key, cell: codeSpot } = code;
      this.rows.push({ key, level: levelOf(key), code: key, name, codeSpot, nameSpot, lineNumberSpot, spots });
    } else if (isTotalLabel(names.map((cell) => cell.label).join(""))) {
      this.rows.push({ key: TOTAL_ROW, level: "total", name, nameSpot, lineNumberSpot, spots });
    } else if (this.hasFigures(spots)) {
      if (name !== "" && !this.layout.uncoded)
        this.notes.add("uncodedRow", `“${name}”没有科目编码，未参与按科目的核对。`, this.at(row, names[0]));
      const kind = name === "" ? "blank" : "uncoded";
      this.rows.push({ key: `${kind}.${row + 1}`, kind, level: "line", name, nameSpot, lineNumberSpot, spots });
    }
  }

  private spots(row: number): readonly FigureSpot[] {
    const spots: FigureSpot[] = [];
    for (const [key, column] of this.layout.amounts) {
      // Where the 合计 row is also the end of the header, what stands there is a label: the total is not printed.
      const heads = row === this.layout.mixedRow && this.view.cell(row, column)?.numeric === false;
      if (!heads) spots.push({ key, cell: this.view.address(row, column) });
    }
    return spots;
  }

  private hasFigures(spots: readonly FigureSpot[]): boolean {
    return spots.some(({ cell }) => this.view.cell(cell.row, cell.column) !== undefined);
  }

  private noteOddCode(code: string, cell: FilledCell): void {
    if (code.length !== 3 && code.length !== 5 && code.length !== 7) {
      this.notes.add("oddCode", `科目编码“${code}”不是 3、5 或 7 位。`, this.at(cell.row, cell));
    }
  }

  private at(row: number, cell: FilledCell | undefined): ReturnType<SheetView["address"]> {
    return this.view.address(row, cell?.column ?? this.layout.amounts.values().next().value ?? 0);
  }
}

/** Level of a functional code by its length; codes of odd lengths count with the next longer level. */
export function levelOf(code: string): RowLevel {
  if (code.length <= 3) return "class";
  return code.length <= 5 ? "section" : "item";
}

/** Takes a row of figures without code and name as 合计 where no 合计 is printed and it is the first or the last row. */
function withUnlabelledTotal(view: SheetView, rows: readonly RawRow[], notes: NoteBook): readonly RawRow[] {
  const unlabelled = rows.filter((row) => row.kind === "blank");
  const hasTotal = rows.some((row) => row.level === "total");
  const total = hasTotal ? undefined : unlabelled.find((row) => row === rows[0] || row === rows[rows.length - 1]);
  for (const row of unlabelled) {
    const filled = row.spots.find(({ cell }) => view.cell(cell.row, cell.column));
    const cell = filled?.cell ?? view.address(0, 0);
    if (row === total) notes.add("unlabelledTotal", "此行没有科目编码和名称，按合计行读取。", cell);
    else notes.add("unlabelledRow", "此行有数字但没有科目编码和名称，未参与核对。", cell);
  }
  return total ? rows.map((row) => (row === total ? asTotal(row) : row)) : rows;
}

function asTotal({ name, spots, nameSpot, lineNumberSpot }: RawRow): RawRow {
  return { key: TOTAL_ROW, level: "total", name, nameSpot, lineNumberSpot, spots };
}
