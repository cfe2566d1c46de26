import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runRule } from "../../../../src/core/checking/run-rule";
import { DEFAULT_SETTINGS } from "../../../../src/core/checking/settings";
import type { CellValue } from "../../../../src/core/model/grid";
import { RULES } from "../../../../src/core/rules";
import type { FormParts, IndicatorLine } from "../../reading/self-evaluation/form-grid";
import { bookOf, totalOf } from "./form-books";

const OWN = RULES.filter(({ id }) => /^(ZP|HZ)/.test(id));

/** A form whose every figure follows the rules, and its total. */
interface Sound {
  readonly funds: readonly (readonly CellValue[])[];
  readonly indicators: readonly IndicatorLine[];
  readonly total: number;
}

/** Splits a weight into whole parts, each at least 2. */
const split = (weight: number): fc.Arbitrary<readonly number[]> =>
  fc.integer({ min: 1, max: Math.min(4, Math.floor(weight / 4)) }).map((parts) => {
    const share = Math.floor(weight / parts);
    return Array.from({ length: parts }, (_, index) => (index === 0 ? weight - share * (parts - 1) : share));
  });

/** One quantitative or qualitative indicator with its due score; a reason wherever points are lost. */
const scored = (head: CellValue, level2: string, name: string, weight: number): fc.Arbitrary<IndicatorLine> =>
  fc.oneof(
    fc
      .record({ target: fc.integer({ min: 10, max: 500 }), percent: fc.integer({ min: 1, max: 129 }) })
      .map(({ target, percent }) => {
        const actual = Math.max(1, Math.floor((target * percent) / 100));
        const score = actual >= target ? weight : Math.round((actual * weight * 100) / target) / 100;
        return [
          head,
          level2,
          name,
          `≥${target}件`,
          `${actual}件`,
          weight,
          score,
          score < weight ? "进度推迟，下年加快" : null,
        ] as const;
      }),
    fc
      .record({ target: fc.integer({ min: 10, max: 500 }), over: fc.integer({ min: -9, max: 200 }) })
      .map(({ target, over }) => {
        const actual = target + over;
        const score = actual <= target ? weight : Math.round((target * weight * 100) / actual) / 100;
        return [
          head,
          level2,
          name,
          `≤${target}天`,
          `${actual}天`,
          weight,
          score,
          score < weight ? "手续较多，下年提前" : null,
        ] as const;
      }),
    fc
      .constantFrom("是", "及时", "提升")
      .map((word) => [head, level2, name, word, word, weight, weight, null] as const),
  );

const section = (head: string, weight: number, level2: string): fc.Arbitrary<readonly IndicatorLine[]> =>
  split(weight).chain((weights) =>
    fc.tuple(
      ...weights.map((part, index) =>
        scored(index === 0 ? head : null, level2, `${level2}甲${"乙".repeat(index)}`, part),
      ),
    ),
  );

const SOUND: fc.Arbitrary<Sound> = fc
  .record({
    parts: fc.tuple(fc.integer({ min: 100, max: 99_999 }), fc.integer({ min: 0, max: 99_999 })),
    percent: fc.integer({ min: 1, max: 100 }),
    output: section("产出指标（50分）", 50, "数量指标"),
    benefit: section("效益指标（30分）", 30, "社会效益指标"),
    satisfaction: section("满意度指标（10分）", 10, "服务对象指标"),
  })
  .map(({ parts, percent, output, benefit, satisfaction }) => {
    const [fiscal, other] = [parts[0] / 100, parts[1] / 100];
    const spent = Math.max(1, Math.floor((parts[0] * percent) / 100)) / 100;
    const budget = Math.round((fiscal + other) * 100) / 100;
    const executed = Math.round((spent + other) * 100) / 100;
    const score = Math.round((executed / budget) * 1000) / 100;
    const rate = (a: number, b: number): CellValue => (b === 0 ? "-" : Math.round((a / b) * 10_000) / 10_000);
    const indicators = [...output, ...benefit, ...satisfaction];
    const total = Math.round(indicators.reduce((sum, line) => sum + Number(line[6]), score) * 100) / 100;
    return {
      funds: [
        ["年度资金总额", budget, budget, executed, 10, rate(executed, budget), score],
        ["其中：财政拨款", fiscal, fiscal, spent, "-", rate(spent, fiscal), "-"],
        ["其他资金", other, other, other, "-", rate(other, other), "-"],
      ],
      indicators,
      total,
    };
  });

const grade = (score: number): string => (score >= 90 ? "优" : score >= 80 ? "良" : score >= 60 ? "中" : "差");

/** Rules that find something in a book with this form, listed with this score and grade. */
function broken(
  form: Sound,
  change: Partial<FormParts> & { readonly listed?: number; readonly grade?: string } = {},
): readonly string[] {
  const { listed, grade: stated, ...parts } = change;
  const book = bookOf(
    [
      {
        funds: form.funds,
        indicators: form.indicators,
        total: totalOf(form.total),
        tail: [["总分在80分以下的原因分析及拟采取的措施说明：项目推迟。"]],
        ...parts,
      },
    ],
    { listed: [["干部培训经费", "某某局机关", listed ?? form.total, stated ?? grade(listed ?? form.total)]] },
  );
  const ids = OWN.flatMap((rule) =>
    runRule(rule, { book, settings: DEFAULT_SETTINGS }).findings.map((finding) => finding.rule),
  );
  return [...new Set(ids)];
}

const changeLine = (
  form: Sound,
  index: number,
  change: Readonly<Record<number, CellValue>>,
): readonly IndicatorLine[] =>
  form.indicators.map((line, at) =>
    at === index
      ? (line.map((value, field) => (field in change ? change[field] : value)) as unknown as IndicatorLine)
      : line,
  );

const changeFunds = (
  form: Sound,
  row: number,
  change: Readonly<Record<number, CellValue>>,
): readonly (readonly CellValue[])[] =>
  form.funds.map((line, at) =>
    at === row ? line.map((value, column) => (column in change ? (change[column] ?? null) : value)) : line,
  );

/** One thing broken at a time, and the rules that must notice, no others. */
const BREAKS: readonly {
  readonly name: string;
  readonly rules: readonly string[];
  readonly apply: (form: Sound) => readonly string[];
}[] = [
  {
    name: "the initial budget's total",
    rules: ["ZP-01"],
    apply: (form) => broken(form, { funds: changeFunds(form, 0, { 1: Number(form.funds[0]![1]) + 1 }) }),
  },
  {
    name: "the execution rate",
    rules: ["ZP-02"],
    apply: (form) => broken(form, { funds: changeFunds(form, 0, { 5: Number(form.funds[0]![5]) + 0.05 }) }),
  },
  {
    name: "the execution score, total and list following it",
    rules: ["ZP-03"],
    apply: (form) => {
      const score = Number(form.funds[0]![6]);
      const wrong = Math.round((score >= 5 ? score - 1.03 : score + 1.03) * 100) / 100;
      const total = Math.round((form.total + wrong - score) * 100) / 100;
      return broken(form, { funds: changeFunds(form, 0, { 6: wrong }), total: totalOf(total), listed: total });
    },
  },
  {
    name: "the weight of the total row",
    rules: ["ZP-04"],
    apply: (form) => broken(form, { total: totalOf(form.total, 90) }),
  },
  {
    name: "the total, the list following it",
    rules: ["ZP-05"],
    apply: (form) => broken(form, { total: totalOf(form.total - 1), listed: form.total - 1 }),
  },
  { name: "the listed score", rules: ["HZ-01"], apply: (form) => broken(form, { listed: form.total - 1 }) },
  { name: "the grade", rules: ["HZ-02"], apply: (form) => broken(form, { grade: form.total >= 60 ? "差" : "优" }) },
  { name: "the project's name in the list", rules: ["HZ-01"], apply: (form) => broken(form, { project: "道路养护" }) },
  {
    name: "a lost point without a reason",
    rules: ["ZP-09"],
    apply: (form) => {
      const index = form.indicators.findIndex((line) => Number(line[6]) < Number(line[5]));
      return index < 0 ? ["ZP-09"] : broken(form, { indicators: changeLine(form, index, { 7: null }) });
    },
  },
  {
    name: "an actual in another unit",
    rules: ["ZP-12"],
    apply: (form) => {
      const index = form.indicators.findIndex((line) => String(line[4]).endsWith("件"));
      return index < 0
        ? ["ZP-12"]
        : broken(form, {
            indicators: changeLine(form, index, { 4: String(form.indicators[index]![4]).replace("件", "户") }),
          });
    },
  },
  {
    name: "the score of a quantitative indicator, all sums following it",
    rules: ["ZP-07"],
    apply: (form) => {
      const index = form.indicators.findIndex((line) => /\d/.test(String(line[3])));
      if (index < 0) return ["ZP-07"];
      const [weight, score] = [Number(form.indicators[index]![5]), Number(form.indicators[index]![6])];
      const wrong = Math.round((score > weight / 2 ? score - 1.07 : score + 0.97) * 100) / 100;
      const total = Math.round((form.total + wrong - score) * 100) / 100;
      return broken(form, {
        indicators: changeLine(form, index, { 6: wrong, 7: wrong < weight ? "进度推迟" : null }),
        total: totalOf(total),
        listed: total,
      });
    },
  },
  {
    name: "a qualitative indicator far below its band, all sums following it",
    rules: ["ZP-08"],
    apply: (form) => {
      const index = form.indicators.findIndex((line) => !/\d/.test(String(line[3])));
      if (index < 0) return ["ZP-08"];
      const weight = Number(form.indicators[index]![5]);
      const total = Math.round((form.total - weight) * 100) / 100;
      return broken(form, {
        indicators: changeLine(form, index, { 6: 0, 7: "未落实" }),
        total: totalOf(total),
        listed: total,
      });
    },
  },
];

describe("random consistent forms", () => {
  it("yield no findings", () => {
    fc.assert(
      fc.property(SOUND, (form) => {
        expect(broken(form)).toEqual([]);
      }),
      { numRuns: 200, seed: 20_231_231 },
    );
  });

  it.each(BREAKS)("broken in one thing: $name", ({ rules, apply }) => {
    fc.assert(
      fc.property(SOUND, (form) => {
        expect(apply(form)).toEqual(rules);
      }),
      { numRuns: 60, seed: 20_231_231 },
    );
  });
});
