import { formatAmount } from "../model/amount";
import type { AccountBook } from "../model/book";
import type { Explanation } from "../model/diagnosis";
import type { Finding } from "../model/finding";
import { withPoints } from "../glossary/printed-points";
import { formatAmong, writeOf } from "./plan-cell";
import type { PlannedWrite } from "./model";
import { asPrinted } from "../units/printing";

/**
 * The writes that put one explanation's proposed values in place, in each sheet's own unit, as values: the slip is
 * mended, not covered by a formula. The cell's own number format stays.
 */
export function planSuspects(book: AccountBook, explanation: Explanation, finding: Finding): readonly PlannedWrite[] {
  const titles = new Map([...book.tables.values()].map((table) => [table.sheet, table.title.text]));
  return explanation.suspects.map(({ figure, proposed }) => {
    const content = asPrinted(proposed, figure);
    return {
      ...writeOf(figure, {
        group: titles.get(figure.cell.sheet) ?? figure.cell.sheet,
        label: finding.identity?.subject ?? finding.message,
        content: figure.inLabel ? withPoints(figure.raw, content) : content.toNumber(),
        rule: finding.rule,
        reason: `填入 ${formatAmount(content)} 后有关核对都相符`,
        sources: [],
        // A text cell would keep a number as text.
        ...(figure.storedAsText ? formatAmong(figure, [], "#,##0.00") : {}),
      }),
    };
  });
}
