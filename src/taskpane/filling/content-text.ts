import type { PlannedWrite } from "../../core/filling/model";
import { amount, formatAmount } from "../../core/model/amount";
import { fillTexts } from "../../text/zh-fill";
import { plainFigureText } from "../../app/figure-text";

/** What stands in a cell, as shown: "空白", figures with separators, other text as it is. */
export function presentText({ isBlank, present }: PlannedWrite): string {
  return isBlank ? fillTexts.blank : plainFigureText(present);
}

/** What will stand in a cell, as its number format prints it. */
export function proposedText({ content, numberFormat, rule }: PlannedWrite): string {
  if (typeof content !== "number") return content === null ? fillTexts.blank : String(content);
  const value = amount(content);
  if (numberFormat?.endsWith("%")) return `${formatAmount(value.times(100))}%`;
  const isScore = rule.startsWith("ZP-") || rule.startsWith("HZ-");
  return formatAmount(value, isScore ? 0 : 2).replace("-", "−");
}
