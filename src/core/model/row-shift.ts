/** Rows put in (`count` above 0) before a zero-based row of a sheet, or taken out (below 0) from it on. */
export interface RowShift {
  readonly sheet: string;
  readonly row: number;
  readonly count: number;
}

/** A text in quotes; else a reference: its sheet, first cell, last cell. What "(" follows is a function's name. */
const REFERENCE =
  /"(?:[^"]|"")*"|(?:('(?:[^']|'')+'|[\p{L}\p{N}_.]+)!)?(\$?[A-Z]{1,3})(\$?)([1-9]\d{0,6})(?::(\$?[A-Z]{1,3})(\$?)([1-9]\d{0,6}))?(?![\p{L}\p{N}_(!])/giu;

type Row = (row: number, isFixed: boolean, isEnd: boolean) => number | undefined;

/**
 * A formula as the workbook rewrites it once rows were put in or taken out: what stood below moves. A reference to a row
 * that is gone is #REF!; an area shrinks.
 * @param own sheet of the formula
 * @example shiftedFormula("=SUM(C8:C10)", "甲", { sheet: "甲", row: 8, count: 1 }) // "=SUM(C8:C11)"
 */
export function shiftedFormula(formula: string, own: string, { sheet, row: at, count }: RowShift): string {
  const isGone = (row: number): boolean => count < 0 && row >= at && row < at - count;
  return rewritten(
    formula,
    (name) => (name ?? own) === sheet,
    (row, _, isEnd) => {
      if (isGone(row)) return isEnd ? at - 1 : undefined;
      return row >= at ? row + count : row;
    },
  );
}

/**
 * A formula as it reads some rows further down: references to rows of its own sheet that are not fixed move along.
 * @example movedFormula("=SUM(D9:F9)+A$1", 2) // "=SUM(D11:F11)+A$1"
 */
export function movedFormula(formula: string, rows: number): string {
  return rewritten(
    formula,
    (name) => name === undefined,
    (row, isFixed) => (isFixed ? row : row + rows),
  );
}

/** Rows that a formula looks at without fixing them, on its own sheet; zero-based. */
export function looseRows(formula: string): readonly number[] {
  const found: number[] = [];
  rewritten(
    formula,
    (name) => name === undefined,
    (row, isFixed) => {
      if (!isFixed) found.push(row);
      return row;
    },
  );
  return found;
}

function rewritten(formula: string, isWanted: (sheet: string | undefined) => boolean, to: Row): string {
  return formula.replace(
    REFERENCE,
    (
      all: string,
      sheet?: string,
      column?: string,
      fixed = "",
      row?: string,
      end?: string,
      endFixed = "",
      last?: string,
    ) => {
      const name = sheet?.replace(/^'|'$/g, "").replaceAll("''", "'");
      if (column === undefined || row === undefined || !isWanted(name)) return all;
      const prefix = sheet === undefined ? "" : `${sheet}!`;
      const first = to(Number(row) - 1, fixed !== "", false);
      if (end === undefined || last === undefined)
        return first === undefined ? "#REF!" : `${prefix}${column}${fixed}${first + 1}`;
      const bottom = to(Number(last) - 1, endFixed !== "", true);
      const top = first ?? to(Number(row), fixed !== "", false) ?? bottom;
      if (top === undefined || bottom === undefined || bottom < top) return "#REF!";
      return `${prefix}${column}${fixed}${top + 1}:${end}${endFixed}${bottom + 1}`;
    },
  );
}

/** "10:12" of zero-based rows 9 to 11. */
export function rowsText(row: number, count: number): string {
  return `${row + 1}:${row + count}`;
}
