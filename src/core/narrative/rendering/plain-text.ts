import type { NarrativeDraft } from "../model";
import { paragraphText } from "./span-text";

/** The draft as plain text: one line a paragraph, body paragraphs indented by two full-width blanks. */
export function draftAsText(draft: NarrativeDraft): string {
  const lines = draft.sections.flatMap((section) => [
    section.title,
    ...section.paragraphs.map((paragraph) =>
      paragraph.style === "chart" ? paragraphText(paragraph) : `　　${paragraphText(paragraph)}`,
    ),
    "",
  ]);
  return [draft.title, ...(draft.unitName === undefined ? [] : [draft.unitName]), "", ...lines].join("\n");
}
