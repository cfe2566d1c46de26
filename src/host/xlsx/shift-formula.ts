import { columnName } from "../../core/model/cell";

/** A string, a quoted sheet name, whole rows, a number, or a word that may be a reference; whatever else a formula holds is left alone. */
const TOKENS =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|\$?\d+:\$?\d+|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[$A-Za-z_\\\u0080-\uffff][\w.$\\\u0080-\uffff]*/g;
const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})$/;
const COLUMNS = /^(\$?)([A-Za-z]{1,3})$/;
const ROWS = /^(\$?)(\d+):(\$?)(\d+)$/;

/**
 * The text of a shared formula as it reads `rows` further down and `columns` further right: relative references move,
 * absolute ones stay, names, functions, strings and sheet names are untouched.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(TOKENS, (token, offset: number) => {
    const next = formula.charAt(offset + token.length);
    if (next === "(" || next === "!") return token;
    const cell = CELL.exec(token);
    if (cell) {
      const [, fixedColumn = "", letters = "", fixedRow = "", digits = ""] = cell;
      return moveColumn(fixedColumn, letters, columns) + moveRow(fixedRow, digits, rows);
    }
    const whole = COLUMNS.exec(token);
    if (whole && (next === ":" || formula.charAt(offset - 1) === ":")) {
      return moveColumn(whole[1] ?? "", whole[2] ?? "", columns);
    }
    const line = ROWS.exec(token);
    if (line) return `${moveRow(line[1] ?? "", line[2] ?? "", rows)}:${moveRow(line[3] ?? "", line[4] ?? "", rows)}`;
    return token;
  });
}

function moveColumn(fixed: string, letters: string, by: number): string {
  if (fixed !== "") return fixed + letters;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return columnName(column - 1 + by);
}

function moveRow(fixed: string, digits: string, by: number): string {
  return fixed === "" ? String(Number(digits) + by) : fixed + digits;
}
