import { a1, columnName, type CellAddress } from "../model/cell";

/** Decimals that live sums keep: more than anyone types, few enough to drop what binary fractions leave behind. */
const KEPT = 6;

/** Text of a sheet's name before "!": "'公开03表 支出决算表'!". */
const prefix = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'!`;

/** "C7" on the same sheet, else "'公开01表 收入支出决算总表'!C7". */
export function refer(from: { readonly sheet: string }, to: CellAddress): string {
  return `${from.sheet === to.sheet ? "" : prefix(to.sheet)}${a1(to)}`;
}

/** Sum of cells less others; blank-looking by the number format while it is zero. */
export function sumOf(
  from: CellAddress,
  plus: readonly CellAddress[],
  minus: readonly CellAddress[] = [],
): string | undefined {
  if (plus.length === 0) return undefined;
  const sum = (cells: readonly CellAddress[]): string => `SUM(${areasOf(from, cells).join(",")})`;
  return `=ROUND(${sum(plus)}${minus.length === 0 ? "" : `-${sum(minus)}`},${KEPT})`;
}

/** Cells as a clerk would write them: neighbours on a row as one area. */
function areasOf(from: CellAddress, cells: readonly CellAddress[]): readonly string[] {
  const areas: { first: CellAddress; last: CellAddress }[] = [];
  for (const cell of cells) {
    const area = areas.at(-1);
    const { sheet, row, column } = area?.last ?? {};
    if (area && sheet === cell.sheet && row === cell.row && column === cell.column - 1) area.last = cell;
    else areas.push({ first: cell, last: cell });
  }
  return areas.map(({ first, last }) => refer(from, first) + (first === last ? "" : `:${a1(last)}`));
}

/** Sum of a range of the formula's own sheet. */
export function sumOfRange(first: CellAddress, last: CellAddress): string {
  return `=ROUND(SUM(${a1(first)}:${a1(last)}),${KEPT})`;
}

/** The same figure of another table. */
export function copyOf(from: CellAddress, to: CellAddress): string {
  return `=${refer(from, to)}`;
}

/** What remains of a figure of another table after these; nothing as long as that figure is not there. */
export function restOf(from: CellAddress, whole: CellAddress, parts: readonly CellAddress[]): string {
  const of = refer(from, whole);
  return `=IF(${of}=0,0,ROUND(${of}-SUM(${parts.map((part) => refer(from, part)).join(",")}),${KEPT}))`;
}

/**
 * Sum of the rows one level deeper below a row, told by their codes: two digits more than the row's own and beginning with
 * it; below 合计 (`isTotal`) those of three digits. It begins at the row below the formula's own (OFFSET, so that a row
 * inserted right below it counts too) and ends at `end`, a row below the last that holds no sum of these. Zero where the row has no code yet.
 */
export function sumBelow(cell: CellAddress, codes: number, end: number, isTotal = false): string {
  const below = (column: number): string =>
    `OFFSET(${a1({ row: cell.row, column })},1,0):${columnName(column)}$${end + 1}`;
  const own = `$${columnName(codes)}${cell.row + 1}`;
  const which = isTotal
    ? `(LEN(${below(codes)})=3)*1`
    : `(LEN(${below(codes)})=LEN(${own})+2)*(LEFT(${below(codes)},LEN(${own}))=${own}&"")`;
  return `=ROUND(SUMPRODUCT(${which},${below(cell.column)}),${KEPT})`;
}

/** Σ of the classes (codes of three digits) of some blocks, rows `top` to `bottom`. */
export function sumOfClasses(
  blocks: readonly { readonly codes: number; readonly amounts: number }[],
  top: number,
  bottom: number,
): string {
  const area = (column: number): string => `${columnName(column)}$${top + 1}:${columnName(column)}$${bottom + 1}`;
  const sums = blocks.map(({ codes, amounts }) => `SUMPRODUCT((LEN(${area(codes)})=3)*1,${area(amounts)})`);
  return `=ROUND(${sums.join("+")},${KEPT})`;
}

/** The figure of a code's row in another table's column, wherever the row stands. */
export function lookUp(
  from: CellAddress,
  code: string,
  table: {
    readonly sheet: string;
    readonly codes: number;
    readonly column: number;
    readonly top: number;
    readonly end: number;
  },
): string {
  const { top, end } = table;
  const place = table.sheet === from.sheet ? "" : prefix(table.sheet);
  const area = (column: number): string =>
    `${place}$${columnName(column)}$${top + 1}:$${columnName(column)}$${end + 1}`;
  return `=SUMIF(${area(table.codes)},"${code}",${area(table.column)})`;
}

/** A formula that stays empty as long as its row has no code. */
export function whereNamed(cell: CellAddress, codes: number, formula: string): string {
  return `=IF($${columnName(codes)}${cell.row + 1}="","",${formula.slice(1)})`;
}

/**
 * 得分 of an indicator as far as its target tells: a sign (≥, ≤, =) and a number or percentage, and so the actual value. In
 * proportion to the target, at most the weight; reached exactly where "=" asks for it. Nothing for words, units, dates and
 * whatever else only the clerk can judge (domain reference 5.3, ZP-07).
 */
export function targetScore(target: string, actual: string, weight: string): string {
  const both = `${target}&${actual}`;
  const odd = ["/", "-", "月", ":"].map((mark) => `ISNUMBER(FIND("${mark}",${both}))`).join(",");
  const [a, b] = [`VALUE(MID(${target},2,30))`, `VALUE(${actual})`];
  const sign = `LEFT(${target},1)`;
  const atLeast = `ROUND(MIN(1,${b}/${a})*${weight},2)`;
  const atMost = `IF(${b}<=${a},${weight},ROUND(${a}/${b}*${weight},2))`;
  const exact = `IF(AND(OR(${sign}="=",${sign}="＝"),${a}=${b}),${weight},"")`;
  const due = `IF(${sign}="≥",${atLeast},IF(${sign}="≤",${atMost},${exact}))`;
  return `=IF(OR(${target}="",${actual}="",N(${weight})=0,${odd}),"",IFERROR(${due},""))`;
}

/** 等级 by a score: 优 from 90, 良 from 80, 中 from 60; nothing as long as there is none (HZ-02). */
export function gradeFormula(score: string): string {
  return `=IF(N(${score})=0,"",IF(${score}>=90,"优",IF(${score}>=80,"良",IF(${score}>=60,"中","差"))))`;
}

/** The note while no figure stands in the areas ("C7:H31"), nothing once one does. */
export function noteWhileBlank(note: string, areas: readonly string[]): string {
  const list = areas.join(",");
  return `=IF(AND(MAX(${list})=0,MIN(${list})=0),"${note.replaceAll('"', '""')}","")`;
}
