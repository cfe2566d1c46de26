import { readFileSync } from "node:fs";
import { join } from "node:path";
import { joinBrokenLines } from "../../src/core/document/lines";

/** The paragraphs of a text of test/cases/texts, lines joined that the page broke. */
export function caseText(name: string): readonly string[] {
  const text = readFileSync(join(import.meta.dirname, "../cases/texts", `${name}.txt`), "utf8");
  return joinBrokenLines(text.split("\n")).map((paragraph) => paragraph.text);
}
