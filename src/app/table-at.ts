import type { AccountBook } from "../core/model/book";
import type { CellAddress } from "../core/model/cell";
import type { SheetKind } from "../core/model/table";

/**
 * What a cell of a sheet belongs to. A sheet may hold several tables one below the other: then it is the one whose
 * title stands last at or above the cell, the first one for a cell above all titles and where no cell is given.
 * @returns null where the sheet holds none of ours
 */
export function kindAt(book: AccountBook, sheet: string, cell?: CellAddress): SheetKind | null {
  const read = book.sheets.filter(({ name }) => name === sheet);
  if (read.length < 2) return read[0]?.kind ?? null;
  const titles = titlesOf(book)
    .filter(({ at }) => at.sheet === sheet)
    .sort((a, b) => a.at.row - b.at.row);
  const above = cell?.sheet === sheet ? titles.filter(({ at }) => at.row <= cell.row).at(-1) : undefined;
  return (above ?? titles[0])?.kind ?? null;
}

function titlesOf(book: AccountBook): { readonly kind: SheetKind; readonly at: CellAddress }[] {
  const tables = [...book.tables.values(), ...book.rivals.map(({ table }) => table)];
  return [
    ...tables.map(({ key, title }) => ({ kind: key, at: title.cell })),
    ...book.forms.flatMap(({ title }) => (title ? [{ kind: "ZP" as const, at: title.cell }] : [])),
    ...book.summaries.flatMap(({ title }) => (title ? [{ kind: "ZPHZ" as const, at: title.cell }] : [])),
  ];
}
