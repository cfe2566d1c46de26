import { checkBook } from "../src/core/checking/check-book";
import { DEFAULT_SETTINGS } from "../src/core/checking/settings";
import { diagnose } from "../src/core/diagnosis/diagnose";
import { cellKey } from "../src/core/model/cell";
import type { AccountBook } from "../src/core/model/book";
import type { Cause } from "../src/core/model/diagnosis";
import type { Figure } from "../src/core/model/figure";
import type { CheckResult } from "../src/core/model/finding";
import type { WorkbookGrid } from "../src/core/model/grid";
import { readBook } from "../src/core/reading/read-book";

/** A workbook read, checked and diagnosed. */
export interface Examined {
  readonly book: AccountBook;
  readonly result: CheckResult;
  readonly causes: readonly Cause[];
}

/** Reads, checks and diagnoses a grid. */
export function examine(grid: WorkbookGrid): Examined {
  const book = readBook(grid);
  const result = checkBook({ book, settings: DEFAULT_SETTINGS });
  return { book, result, causes: diagnose(result, book) };
}

/** Every figure of the standard tables that carries an amount. */
export function printedFigures(book: AccountBook): readonly Figure[] {
  return [...book.tables.values()].flatMap((table) =>
    table.rows.flatMap((row) => [...row.figures.values()].filter((figure) => figure.kind === "amount")),
  );
}

/** Sheet and address, for sets. */
export const keyOf = (figure: Figure): string => cellKey(figure.cell);
