import fc from "fast-check";
import { draftNarrative } from "../../src/core/narrative/draft";
import { editionFor } from "../../src/core/editions";
import { NO_PARAMETERS } from "../../src/core/narrative/parameters/read-parameters";
import { draftAsText } from "../../src/core/narrative/rendering/plain-text";
import { readBook } from "../../src/core/reading/read-book";
import { checkText } from "../../src/core/textcheck/check-text";
import { templateOf } from "../pipeline";
import { target, type Target } from "../target";
import { CASES } from "../workbooks";

const { parameters } = NO_PARAMETERS;

/** Each published case with the text drafted from it, which states its figures as they are. */
const DRAFTED = CASES.map((grid) => {
  const book = readBook(grid);
  const draft = draftNarrative({ book, parameters, template: templateOf(editionFor(book)) });
  return { book, paragraphs: draftAsText(draft).split("\n") };
});

const SNIPPETS = [
  "",
  "万元",
  "0",
  "-",
  "%",
  "，其中：",
  "增加",
  "比上年",
  "1.2.3",
  "１２３",
  "年",
  "（",
  "\u0000",
  "。",
  "一、",
];

const rewritten = fc.tuple(
  fc.constantFrom(...DRAFTED.keys()),
  fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(12), fc.constantFrom(...SNIPPETS)), { minLength: 1, maxLength: 12 }),
);

/** A finished 情况说明 checked against its workbook. */
export const TEXTS: readonly Target[] = [
  target("rewritten narratives", 25, rewritten, ([index, changes]) => {
    const drafted = DRAFTED[index];
    if (!drafted) return;
    const paragraphs = [...drafted.paragraphs];
    for (const [paragraph, at, length, snippet] of changes) {
      const place = paragraph % paragraphs.length;
      const text = paragraphs[place] ?? "";
      const start = at % (text.length + 1);
      paragraphs[place] = text.slice(0, start) + snippet + text.slice(start + length);
    }
    const { counts } = checkText(paragraphs, { book: drafted.book, parameters });
    if (counts.right + counts.wrong + counts.uncheckable !== counts.figures) throw new Error("a figure got no verdict");
  }),
  target(
    "harmless blanks in narratives",
    10,
    fc.tuple(fc.constantFrom(...DRAFTED.keys()), fc.nat(6)),
    ([index, blank]) => {
      const drafted = DRAFTED[index];
      if (!drafted) return;
      const paragraphs = drafted.paragraphs.flatMap((text, i) => (i % 7 === blank ? [`　${text} `, ""] : [text]));
      const { counts } = checkText(paragraphs, { book: drafted.book, parameters });
      if (counts.wrong > 0) throw new Error(`${String(counts.wrong)} figures of an untouched draft are called wrong`);
    },
  ),
];
