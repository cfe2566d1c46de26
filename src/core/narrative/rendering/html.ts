import type { NarrativeDraft, Paragraph, Span } from "../model";
import { isToDo, paragraphText, spanText } from "./span-text";

/** The draft as an HTML fragment for the clipboard: headings, paragraphs, blanks marked. All text is escaped. */
export function draftAsHtml(draft: NarrativeDraft): string {
  const parts = draft.sections.flatMap((section) => [
    `<h2>${escapeHtml(section.title)}</h2>`,
    ...section.paragraphs.map(paragraphHtml),
  ]);
  return [`<h1>${escapeHtml(draft.title)}</h1>`, ...parts].join("\n");
}

function paragraphHtml(paragraph: Paragraph): string {
  switch (paragraph.style) {
    case "heading2":
      return `<h3>${paragraph.spans.map(spanHtml).join("")}</h3>`;
    case "heading3":
      return `<h4>${paragraph.spans.map(spanHtml).join("")}</h4>`;
    case "chart":
      return `<p style="text-align:center">${escapeHtml(paragraphText(paragraph))}</p>`;
    case "body":
      return `<p style="text-indent:2em">${paragraph.spans.map(spanHtml).join("")}</p>`;
  }
}

function spanHtml(span: Span): string {
  const text = escapeHtml(spanText(span));
  return isToDo(span) ? `<mark>${text}</mark>` : text;
}

/** Text with the characters that mean something in HTML or XML replaced. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&#39;");
}
