import { amount, formatAmount } from "../../core/model/amount";
import type { CellValue } from "../../core/model/grid";

/** A cell's content as the texts of exercise and tour name it: scores plain, other numbers as money is printed. */
export function printedValue(value: CellValue): string {
  if (typeof value !== "number") return String(value ?? "");
  return formatAmount(amount(value), Number.isInteger(value) ? 0 : 2);
}
