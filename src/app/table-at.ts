import type { AccountBook } from "../core/model/book";
import { lastBeginning, type CellAddress } from "../core/model/cell";
import type { SheetKind } from "../core/model/table";

/**
 * What a cell of a sheet belongs to. A sheet may hold several tables one below the other: then it is the one whose
 * title stands last at or above the cell, the first one for a cell above all titles and where no cell is given.
 * @returns null where the sheet holds none of ours
 */
export function kindAt(book: AccountBook, sheet: string, cell?: CellAddress): SheetKind | null {
  const read = book.sheets.filter(({ name }) => name === sheet);
  if (read.length < 2) return read[0]?.kind ?? null;
  const top = { sheet, row: 0, column: 0 };
  return lastBeginning(titlesOf(book), cell?.sheet === sheet ? cell : top)?.kind ?? null;
}

function titlesOf(book: AccountBook): { readonly kind: SheetKind; readonly cell: CellAddress }[] {
  const tables = [...book.tables.values(), ...book.rivals.map(({ table }) => table)];
  return [
    ...tables.map(({ key, title }) => ({ kind: key, cell: title.cell })),
    ...book.forms.flatMap(({ title }) => (title ? [{ kind: "ZP" as const, cell: title.cell }] : [])),
    ...book.departmentForms.flatMap(({ title }) => (title ? [{ kind: "BM" as const, cell: title.cell }] : [])),
    ...book.summaries.flatMap(({ title }) => (title ? [{ kind: "ZPHZ" as const, cell: title.cell }] : [])),
  ];
}
