import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amount } from "../../../src/core/model/amount";
import type { AccountBook } from "../../../src/core/model/book";
import type { TableKey } from "../../../src/core/model/table";
import { columnKeys } from "../../../src/core/tables";
import { draftNarrative } from "../../../src/core/narrative/draft";
import { editionOf } from "../../../src/core/editions";
import { PARAMETER_CATALOGUE } from "../../../src/core/narrative/parameters/catalogue";
import type { ParameterValue } from "../../../src/core/narrative/parameters/parameters";
import { draftAsHtml } from "../../../src/core/narrative/rendering/html";
import { draftAsText } from "../../../src/core/narrative/rendering/plain-text";
import { structureAnalysis } from "../../../src/core/narrative/structure-analysis";
import { bookOf, type BookSpec, type RowSpec } from "./book-builder";
import { shippedTemplate } from "./draft-case";

/** Figures as they occur, mostly plain, sometimes nothing, negative, huge, with many decimals, or an error value. */
const figure = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 2_000_000 }).map((cents) => (cents / 100).toFixed(2)) },
  { weight: 4, arbitrary: fc.constantFrom("0", "0.00", "-0", "0.004", "0.005", "-0.001", "100", "100.00") },
  { weight: 1, arbitrary: fc.constantFrom("-12.34", "99999999999999.99", "0.0000001", "-5000") },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

const LINES: Readonly<Partial<Record<TableKey, readonly string[]>>> = {
  Z01: ["income.general", "income.fund", "income.stateCapital", "income.current", "income.total", "expenditure.total"],
  Z04: [
    "income.general",
    "income.fund",
    "income.opening",
    "income.total",
    "expenditure.current",
    "expenditure.closing",
  ],
  Z06: ["301", "30101", "30102", "302", "30201", "30299", "303", "30302", "399", "personnelTotal", "publicTotal"],
  SG: ["budget", "final"],
};
const CLASSIFIED = ["total", "201", "20103", "2010301", "2010399", "208", "20805", "2080505", "212", "2120899"];

function table(key: TableKey): fc.Arbitrary<readonly RowSpec[]> {
  const columns: readonly string[] = columnKeys(key);
  const row = (name: string): fc.Arbitrary<RowSpec> =>
    fc
      .record(Object.fromEntries(columns.map((column) => [column, figure])), { requiredKeys: [] })
      .map((figures) => [name, name === "total" ? "合计" : `科目${name}`, figures]);
  return fc.subarray([...(LINES[key] ?? CLASSIFIED)]).chain((names) => fc.tuple(...names.map(row)));
}

const spec: fc.Arbitrary<BookSpec> = fc.record(
  {
    Z01: table("Z01"),
    Z02: table("Z02"),
    Z03: table("Z03"),
    Z04: table("Z04"),
    Z05: table("Z05"),
    Z06: table("Z06"),
    SG: table("SG"),
    JJ: table("JJ"),
    GZ: table("GZ"),
  },
  { requiredKeys: [] },
);

const KEYS = [
  ...PARAMETER_CATALOGUE.filter((parameter) => parameter.kind !== "text").map((parameter) => parameter.key),
  ...["收支总计", "财政拨款收入", "基本支出", "项目支出", "财政拨款收支总计", "一般公共预算财政拨款支出"].map(
    (name) => `上年.${name}`,
  ),
  ...["一般公共预算财政拨款支出", "2010301", "2010399", "2080505", "2120899", "机关运行经费"].map(
    (name) => `年初预算.${name}`,
  ),
];

const parameters: fc.Arbitrary<Map<string, ParameterValue>> = fc
  .dictionary(fc.constantFrom(...KEYS), figure, { maxKeys: KEYS.length })
  .map(
    (filled) =>
      new Map(
        Object.entries(filled).flatMap(([key, literal]): [string, ParameterValue][] =>
          literal === undefined ? [] : [[key, { kind: "number", value: amount(literal) }]],
        ),
      ),
  );

/** What no draft may say. A single sign before a figure is right where the table's figure is negative. */
const FORBIDDEN = [
  /NaN|undefined|null|Infinity|\[object/,
  /-0(?![\d.])|-0\.0*(?!\d)|−/,
  /--|[+-][+-]/,
  /(?:增加|减少|增长|下降)-/,
  /\.\d*0(?=万元|元|%)/,
  /[{}]/,
  /，，|。。|；。|：。/,
];

function withoutYear(book: AccountBook): AccountBook {
  const entries = Object.entries(book).filter(([key]) => key !== "year");
  return Object.fromEntries(entries) as unknown as AccountBook;
}

describe("a draft of any account", () => {
  it("never says NaN, undefined, −0, a double sign or a trailing zero, in any edition", () => {
    fc.assert(
      fc.property(spec, parameters, fc.constantFrom(2019, 2021, 2022, undefined), (tables, filled, year) => {
        const book = bookOf(tables);
        const dated = year === undefined ? withoutYear(book) : { ...book, year };
        const template = shippedTemplate(editionOf(year));
        const draft = draftNarrative({ book: dated, parameters: filled, template });
        const text = draftAsText(draft);
        for (const pattern of FORBIDDEN) expect(pattern.exec(text)?.[0]).toBeUndefined();
        expect(draft.sections.map((section) => section.id)).toEqual(template.sections);
        expect(draftAsHtml(draft)).not.toMatch(/NaN|undefined/);
        for (const row of structureAnalysis(dated, filled)) {
          for (const cell of [row.amount, row.share, row.prior, row.budget, row.completion]) {
            expect(cell?.value.isFinite() ?? true).toBe(true);
          }
          expect(row.changeRate?.isFinite() ?? true).toBe(true);
        }
      }),
      { numRuns: 80 },
    );
  });
});
