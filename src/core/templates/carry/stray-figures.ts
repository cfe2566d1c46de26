import { foldWidth, normaliseLabel } from "../../glossary/normalise";
import type { AccountBook } from "../../model/book";
import { cellKey } from "../../model/cell";
import type { CellValue, SheetGrid } from "../../model/grid";

/** Headers of columns whose numbers say which line it is. */
const KEY_COLUMN = /^(?:行次|序号|类|款|项|.{0,6}(?:编码|代码))$/;
const FIGURE = /^[-+]?[\d,.\s]*\d[\d,.\s]*%?$/;

/**
 * Typed numbers on a table's sheet or in the funds of a form, whether reading gave them a meaning or not: a province's own
 * column or fund holds a year's figures too. Codes, 行次 and 栏次 are not among them.
 * @param bodyStart the first row below the header
 */
export function strayFigures(book: AccountBook, sheet: SheetGrid, bodyStart: number): ReadonlySet<string> {
  const found = new Set<string>();
  const isOfTable = [...book.tables.values()].some((table) => table.sheet === sheet.name);
  const kept = keyColumns(book, sheet, bodyStart);
  const funds = fundRows(book, sheet.name);
  sheet.values.forEach((values, r) => {
    const row = sheet.top + r;
    const columns = funds.get(row);
    if (columns === undefined && (!isOfTable || row < bodyStart)) return;
    if (values.some((value) => /栏\s*次/.test(String(value)))) return;
    values.forEach((value, c) => {
      const column = sheet.left + c;
      const isWanted = columns ? columns.has(column) : !kept.has(column);
      if (isWanted && isFigure(value)) found.add(cellKey({ sheet: sheet.name, row, column }));
    });
  });
  return found;
}

const isFigure = (value: CellValue): boolean =>
  typeof value === "number" || (typeof value === "string" && FIGURE.test(foldWidth(value).trim()));

function keyColumns(book: AccountBook, { name, top, left, values }: SheetGrid, bodyStart: number): ReadonlySet<number> {
  const rows = [...book.tables.values()].filter(({ sheet }) => sheet === name).flatMap((table) => table.rows);
  const read = rows.flatMap(({ lineNumber, codeCell, nameCell }) =>
    [lineNumber?.cell, codeCell, nameCell].flatMap((cell) => cell?.column ?? []),
  );
  const headed = values
    .slice(0, Math.max(0, bodyStart - top))
    .flatMap((row) => row.flatMap((value, c) => (KEY_COLUMN.test(normaliseLabel(String(value))) ? [left + c] : [])));
  return new Set([...read, ...headed]);
}

/** Rows of funds that no known source names, and the columns of money in them. */
function fundRows({ forms, departmentForms }: AccountBook, name: string): ReadonlyMap<number, ReadonlySet<number>> {
  return new Map(
    [...forms, ...departmentForms]
      .filter(({ sheet }) => sheet === name)
      .flatMap(({ funds, unknownFunds = [] }) => {
        const columns = funds.flatMap(({ figures }) =>
          [...figures].flatMap(([column, { cell }]) => (column === "weight" ? [] : cell.column)),
        );
        return unknownFunds.map(({ cell }) => [cell.row, new Set(columns)] as const);
      }),
  );
}
