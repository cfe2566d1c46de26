import { describe, expect, it } from "vitest";
import { checkText } from "../../../src/core/textcheck/check-text";
import type { TextReport } from "../../../src/core/textcheck/model";
import { CASE_NAMES, caseBook, loadCase, type CaseName } from "../../support/cases";
import { caseText } from "../../support/texts";
import { caseParameters } from "../narrative/case-parameters";

/** What the published texts themselves have wrong, by figure and what it should be. */
const OWN_MISTAKES: Readonly<Record<CaseName, readonly string[]>> = {
  "2020-zaozhuang": [],
  "2021-luozhuang": [],
  "2022-zibo": ["100分 95", "sum 11,174.19万元 11,334.28万元"],
};

function check(name: CaseName, paragraphs: readonly string[], filledIn = true): TextReport {
  const parameters = filledIn ? caseParameters(loadCase(name)) : new Map();
  return checkText(paragraphs, { book: caseBook(name), parameters });
}

function complaints(report: TextReport): readonly string[] {
  const wrong = report.sentences
    .flatMap(({ figures }) => figures)
    .flatMap(({ text, unit, verdict }) =>
      verdict.kind === "wrong" ? [`${text}${unit} ${verdict.right?.text ?? "—"}`] : [],
    );
  return [...wrong, ...report.contradictions.map(({ kind, stated, expected }) => `${kind} ${stated} ${expected}`)];
}

describe.each(CASE_NAMES)("the published text of %s", (name) => {
  const text = caseText(name);

  it.each([true, false])("has no right figure called wrong (parameters filled in: %s)", (filledIn) => {
    expect(complaints(check(name, text, filledIn))).toEqual(OWN_MISTAKES[name]);
  });

  it("is understood to 98 % at least, and nearly all of it is right", () => {
    const { counts } = check(name, text);
    expect(counts.figures).toBeGreaterThan(150);
    expect(counts.matched / counts.figures).toBeGreaterThanOrEqual(0.98);
    expect(counts.right / counts.figures).toBeGreaterThanOrEqual(0.96);
  });
});

/** One mistake in a text: where, what stands there instead, and what the check must say of it. */
interface Planted {
  readonly paragraph: number;
  readonly at: number;
  readonly was: string;
  readonly put: string;
  readonly named: (found: readonly string[]) => boolean;
}

const WORDS: readonly (readonly [string, string])[] = [
  ["增加", "减少"],
  ["减少", "增加"],
  ["增长", "下降"],
  ["下降", "增长"],
  ["大于", "小于"],
  ["小于", "大于"],
  ["大于", "等于"],
  ["基本持平", "大于年初预算数"],
  ["等级为优", "等级为良"],
];
const FIGURES_EACH = 8;
const OTHERS_EACH = 2;

/** Every eighth right figure made wrong; of the years one moved on or back and of the words of a claim one turned round, every second. */
function plantedIn(text: readonly string[], report: TextReport, year: number): readonly Planted[] {
  const right = report.sentences
    .flatMap(({ figures }) => figures)
    .filter(({ verdict }) => verdict.kind === "right")
    .filter((_, index) => index % FIGURES_EACH === 0);
  const figures = right.map(({ paragraph, start, text: was, unit }): Planted => {
    const value = Number(was.replace(/,/g, ""));
    const put = /[%元分]$/.test(unit) ? (value + 11.37).toFixed(2) : String(value + 3);
    const named = (found: readonly string[]): boolean => found.some((one) => one.startsWith(`${put}${unit} `));
    return { paragraph, at: start, was, put, named };
  });
  const ofText = text.flatMap((line, paragraph) => {
    const stated = (at: number): boolean => !/(?:主要是|原因)[^。]*$/.test(line.slice(0, at));
    const years = [...line.matchAll(/(\d{4})(?= ?年)/g)]
      .filter((match) => stated(match.index))
      .map((match, index): Planted => {
        const put = String(Number(match[0]) + (index % 2 === 0 ? 1 : -1));
        const named = (found: readonly string[]): boolean =>
          found.some(
            (one) =>
              one.startsWith("year ") && one.includes(put) && / 20\d\d年$/.test(one) && !one.endsWith(`${put}年`),
          );
        return { paragraph, at: match.index, was: match[0], put, named };
      })
      .filter(({ was }) => Math.abs(Number(was) - year) <= 1);
    const words = WORDS.flatMap(([was, put]) =>
      [...line.matchAll(new RegExp(was, "g"))]
        .filter((match) => stated(match.index))
        .map((match): Planted => {
          return { paragraph, at: match.index, was, put, named: (found) => found.length > 0 };
        }),
    );
    return [...years, ...words];
  });
  return [...figures, ...ofText.filter((_, index) => index % OTHERS_EACH === 0)];
}

describe("a single mistake planted in a published text", () => {
  const planted = CASE_NAMES.map((name) => {
    const text = caseText(name);
    const report = check(name, text);
    return { name, text, known: complaints(report), all: plantedIn(text, report, loadCase(name).year) };
  });

  it("is one of many", () => {
    expect(planted.flatMap(({ all }) => all).length).toBeGreaterThanOrEqual(120);
  });

  it.each(planted)("is found and named in $name, whatever it is", ({ name, text, known, all }) => {
    const input = { book: caseBook(name), parameters: caseParameters(loadCase(name)) };
    const missed = all.filter(({ paragraph, at, was, put, named }) => {
      const line = text[paragraph] ?? "";
      const wrong = line.slice(0, at) + put + line.slice(at + was.length);
      const spoiled = text.map((one, index) => (index === paragraph ? wrong : one));
      return !named(complaints(checkText(spoiled, input)).filter((one) => !known.includes(one)));
    });
    expect(missed.map(({ paragraph, was, put }) => `${text[paragraph]?.slice(0, 40) ?? ""}: ${was} → ${put}`)).toEqual(
      [],
    );
  });
});

describe("the sentences of other places", () => {
  it.each([
    ["sichuan", "2020-zaozhuang"],
    ["yunnan", "2020-zaozhuang"],
    ["beijing", "2020-zaozhuang"],
    ["hubei", "2020-zaozhuang"],
    ["xinjiang", "2022-zibo"],
    ["henan", "2022-zibo"],
    ["jiangxi", "2022-zibo"],
    ["chongqing", "2022-zibo"],
    ["anhui", "2022-zibo"],
    ["guangdong", "2022-zibo"],
    ["jiangsu", "2022-zibo"],
    ["shaanxi", "2020-zaozhuang"],
  ] as const)("%s: no right figure is called wrong, most are understood", (place, name) => {
    const text = caseText(`wording-${place}`);
    for (const filledIn of [true, false]) expect(complaints(check(name, text, filledIn))).toEqual([]);
    const { counts } = check(name, text);
    expect(counts.matched / counts.figures).toBeGreaterThanOrEqual(0.8);
    expect(counts.right / counts.figures).toBeGreaterThanOrEqual(0.65);
  });

  it.each([
    ["xinjiang", "预决算差异率-3.00%，主要原因是：年中追减项目经费", "预决算差异率-30.00%", "-30.00% 3"],
    ["henan", "占基本支出的91.3%", "占基本支出的93.1%", "93.1% 91.27"],
    ["jiangxi", "工资福利支出4355.63", "工资福利支出4355.36", "4355.36万元 4,355.63"],
    ["chongqing", "占2.5%", "占5.2%", "5.2% 2.52"],
    ["sichuan", "占62.64%", "占72.64%", "72.64% 62.64"],
    [
      "anhui",
      "没有发生公务用车购置费支出",
      "没有发生公务用车运行维护费支出",
      "notNone 没有发生公务用车运行维护费支出 46.92",
    ],
    ["anhui", "决算数等于年初预算数", "决算数大于年初预算数", "comparison 大于 决算数为105.84，预算数为105.84"],
    [
      "anhui",
      "没有政府性基金预算财政拨款收入",
      "有政府性基金预算财政拨款收入",
      "notSome 有政府性基金预算财政拨款收入 0",
    ],
    ["guangdong", "死亡抚恤54.24万元", "死亡抚恤45.24万元", "45.24万元 54.24"],
    ["guangdong", "占8.73%", "占9.73%", "9.73% 8.73"],
    ["jiangsu", "完成年初预算的92.24%", "完成年初预算的29.24%", "completion 29.24% 92.24%"],
    ["shaanxi", "占85.13%", "占58.13%", "58.13% 35.61或85.13"],
    ["shaanxi", "支出决算10.85万元", "支出决算18.05万元", "18.05万元 10.85"],
    ["sichuan", "一般公共预算财政拨款收入3268.25万元", "一般公共预算财政拨款收入3286.25万元", "3286.25万元 3,268.25"],
    ["yunnan", "占总支出的71.43%", "占总支出的74.13%", "74.13% 71.43或71.03"],
    ["yunnan", "国内公务接待59批次", "国内公务接待95批次", "95批次 59"],
    ["beijing", "减少106.08万元", "减少160.08万元", "160.08万元 106.08"],
    ["beijing", "占本年财政拨款支出35.61%", "占本年财政拨款支出53.61%", "53.61% 85.13或35.61"],
    ["hubei", "增长8.4%", "增长4.8%", "4.8% 8.41"],
    ["hubei", "各是7758.62万元，7758.62万元", "各是7758.62万元，7785.62万元", "7785.62万元 7,758.62"],
  ])("%s: %s made wrong is found", (place, was, put, complaint) => {
    const text = caseText(`wording-${place}`).map((line) => line.replace(was, put));
    const name = text.some((line) => line.includes("2022年")) ? "2022-zibo" : "2020-zaozhuang";
    expect(complaints(check(name, text))).toContain(complaint);
  });
});
