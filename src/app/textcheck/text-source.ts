import { inLine, joinBrokenLines } from "../../core/document/lines";
import type { TextRange } from "../../core/textcheck/model";
import { readDocxText } from "../../host/docx/docx-text";
import { decodeTextFile } from "../picked-file";

/** A text to check: its paragraphs, and where a piece of one stands in what the user has before them. */
export interface TextSource {
  readonly paragraphs: readonly string[];
  /** `line` for plain text (lines that a page broke were joined), `paragraph` for Word. */
  readonly counted: "line" | "paragraph";
  /** A range of a paragraph as range of the original's line or paragraph. */
  readonly originalOf: (range: TextRange) => TextRange;
}

/** Plain text: lines that a page broke are one paragraph. */
export function plainSource(text: string): TextSource {
  const joined = joinBrokenLines(text.split(/\r\n?|\n/));
  return {
    paragraphs: joined.map((paragraph) => paragraph.text),
    counted: "line",
    originalOf: (range) => {
      const paragraph = joined[range.paragraph];
      if (!paragraph) return range;
      const { line, start, end } = inLine(paragraph, range);
      return { paragraph: line, start, end };
    },
  };
}

/** Paragraphs that are whole already. */
export function paragraphSource(paragraphs: readonly string[]): TextSource {
  return { paragraphs, counted: "paragraph", originalOf: ({ paragraph, start, end }) => ({ paragraph, start, end }) };
}

/**
 * A chosen file: a Word document, or a text in UTF-8, UTF-16 or GB18030.
 * @throws HostError `notAWorkbook` with the format found, `password`, `damaged`, `tooLarge`.
 */
export function fileSource(name: string, bytes: Uint8Array): TextSource {
  return /\.(?:txt|text|md)$/i.test(name) ? plainSource(decodeTextFile(bytes)) : paragraphSource(readDocxText(bytes));
}
