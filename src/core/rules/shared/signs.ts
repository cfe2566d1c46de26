import { Z01_ROWS, type ColumnKey, type TableRow } from "../../model/table";

/** Balances and losses may be negative, with their parts (domain.md 4.3, F-05). */
const SIGNED_ROWS: readonly string[] = [Z01_ROWS.opening, Z01_ROWS.closing, Z01_ROWS.surplusDistribution];
const SIGNED_COLUMNS: ReadonlySet<ColumnKey> = new Set(["opening", "closing"]);

/** Whether a figure of this row and column may rightly be negative: balances, losses and their parts. */
export function mayBeNegative({ key }: TableRow, column: ColumnKey): boolean {
  return SIGNED_COLUMNS.has(column) || SIGNED_ROWS.some((row) => key === row || key.startsWith(`${row}.`));
}
