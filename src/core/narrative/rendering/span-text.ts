import type { Paragraph, Span } from "../model";

/** A span as read: figures with their unit, blanks as 【待填：…】 or 【原因待填：…】 or 【缺数据：…】. */
export function spanText(span: Span): string {
  switch (span.kind) {
    case "text":
    case "written":
      return span.text;
    case "figure":
      return `${span.text}${span.unit}`;
    case "blank":
      return `【${BLANK_WORDS[span.cause]}：${span.label}】`;
  }
}

const BLANK_WORDS = { reason: "原因待填", parameter: "待填", table: "缺数据" } as const;

/** A paragraph as plain text. */
export function paragraphText(paragraph: Paragraph): string {
  return paragraph.spans.map(spanText).join("");
}
