import type { CellAddress } from "../../core/model/cell";
import type { CellValue, SheetGrid } from "../../core/model/grid";
import { PARAMETER_COLUMNS, type ParameterSheet } from "../../core/narrative/parameters/parameter-sheet";
import type { SheetContent } from "../../host/port";

const KEY_COLUMN = PARAMETER_COLUMNS.indexOf("参数编号");
const VALUE_COLUMN = PARAMETER_COLUMNS.indexOf("填写");

/**
 * The parameter sheet made again, with the formulas the clerk had written under 填写 where they still mean the same: a
 * formula that refers to cells of the sheet itself becomes its value, because its lines may have moved.
 */
export function withFormulas(
  made: ParameterSheet,
  lines: ReadonlyMap<string, CellAddress>,
  before: SheetGrid | undefined,
): SheetContent {
  if (!before?.formulas) return made;
  const rows = made.rows.map((row) => {
    const place = lines.get(text(row[KEY_COLUMN]?.content));
    const formula = place && before.formulas?.[place.row - before.top]?.[place.column - before.left];
    if (formula === undefined || formula === null || refersToOwnSheet(formula)) return row;
    return row.map((cell, column) => (column === VALUE_COLUMN ? { content: formula, isFormula: true } : cell));
  });
  return { ...made, rows };
}

/** Whether a reference without a sheet name is left once texts and references with one are taken out. */
function refersToOwnSheet(formula: string): boolean {
  const bare = formula
    .replace(/"[^"]*"/g, "")
    .replace(/(?:'(?:[^']|'')+'|[^\s'"!()=+\-*/^&,;:<>]+)!\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?/gi, "");
  return /(?:^|[^\w.])\$?(?:[A-Z]{1,3}\$?\d+|[A-Z]{1,3}:\$?[A-Z]{1,3})(?![\w(])/i.test(bare);
}

function text(value: CellValue | undefined): string {
  return typeof value === "string" ? value : "";
}
