import type { Paragraph, Span } from "../model";

/** A span as read: figures with their unit and 【待核实：…】 where another source has another, blanks as 【待填：…】 or 【原因待填：…】 or 【缺数据：…】. */
export function spanText(span: Span): string {
  switch (span.kind) {
    case "text":
    case "written":
      return span.text;
    case "figure":
      return `${span.text}${span.unit}${span.toVerify === undefined ? "" : `【待核实：${span.toVerify}】`}`;
    case "blank":
      return `【${BLANK_WORDS[span.cause]}：${span.label}】`;
  }
}

const BLANK_WORDS = { reason: "原因待填", parameter: "待填", table: "缺数据" } as const;

/** A paragraph as plain text. */
export function paragraphText(paragraph: Paragraph): string {
  return paragraph.spans.map(spanText).join("");
}

/** Whether something is left to do at a span: a blank to fill in, a figure to verify. */
export function isToDo(span: Span): boolean {
  return span.kind === "blank" || (span.kind === "figure" && (span.toVerify ?? span.doubt) !== undefined);
}
