import { formatAmount, HUNDRED, plainAmount, round, type Amount } from "../model/amount";

/** How figures are written. */
export interface WordingOptions {
  /** 10,839.03 instead of 10839.03. */
  readonly thousands: boolean;
}

/** Amounts and counts: at most two decimals, trailing zeros dropped, "-" only before a non-zero figure (706, 105.2). */
export function amountText(value: Amount, options: WordingOptions): string {
  const rounded = round(value, 2);
  return options.thousands ? formatAmount(rounded, 0) : plainAmount(rounded, 0);
}

/**
 * A fraction as percent figure without its sign: two decimals half up, trailing zeros dropped (1 → "100", 0.4267 →
 * "42.67"). A fraction that is not zero but would read as 0 is "不足0.01".
 */
export function percentText(fraction: Amount, options: WordingOptions): string {
  const percent = round(fraction.times(HUNDRED), 2);
  return percent.isZero() && !fraction.isZero() ? "不足0.01" : amountText(percent, options);
}

/** A 科目 name as text: blanks dropped, brackets full-width ("政府办公厅(室)" → "政府办公厅（室）"). */
export function nameText(name: string): string {
  return name
    .replace(/[\s\u00a0\u3000]+/g, "")
    .replace(/\(/g, "（")
    .replace(/\)/g, "）");
}
