import fc from "fast-check";
import { draftNarrative } from "../../src/core/narrative/draft";
import { EDITIONS } from "../../src/core/editions";
import { NO_PARAMETERS, readParameters } from "../../src/core/narrative/parameters/read-parameters";
import { PARAMETER_COLUMNS } from "../../src/core/narrative/parameters/parameter-sheet";
import { parseTemplate } from "../../src/core/narrative/template/parse";
import { readBook } from "../../src/core/reading/read-book";
import { shippedTemplate } from "../pipeline";
import { target, type Target } from "../target";
import { anyValue, CASES } from "../workbooks";

const shipped = EDITIONS.map(shippedTemplate);
const books = CASES.map((grid) => readBook(grid));
const SNIPPETS = [
  "{",
  "}",
  "{结束}",
  "{如果 收入 为零}",
  "{否则}",
  "{逐项 收入来源}",
  "{金额 }",
  "{金额 没有}",
  "{词语 甲}",
  "# ",
  "\n",
  "\u0000",
  "{{",
  "{占比 甲}",
];

const rewritten = fc
  .tuple(
    fc.constantFrom(...shipped),
    fc.array(fc.tuple(fc.nat(), fc.nat(30), fc.constantFrom(...SNIPPETS)), { minLength: 1, maxLength: 6 }),
  )
  .map(([text, changes]) =>
    changes.reduce((now, [at, length, snippet]) => {
      const start = at % (now.length + 1);
      return now.slice(0, start) + snippet + now.slice(start + length);
    }, text),
  );

/** What an office may do to the wording and to the parameter sheet. */
export const TEMPLATES: readonly Target[] = [
  target("rewritten wording", 60, fc.tuple(rewritten, fc.constantFrom(...books)), ([text, book]) => {
    const { template, problems } = parseTemplate(text);
    if (!template && problems.length === 0) throw new Error("refused without a word");
    if (template) draftNarrative({ book, parameters: NO_PARAMETERS.parameters, template });
  }),
  target("any parameter sheet", 150, fc.array(fc.array(anyValue, { maxLength: 7 }), { maxLength: 20 }), (rows) => {
    readParameters({ name: "情况说明参数", top: 0, left: 0, values: [[...PARAMETER_COLUMNS], ...rows] }, "万元");
    readParameters({ name: "情况说明参数", top: 0, left: 0, values: rows }, "元");
  }),
];
