import type { PartOf } from "../../document/parts";
import type { Contradiction, FigureVerdict } from "../model";
import type { NormalText } from "../normal-text";
import { isHeading } from "../sections";
import type { Statement, YearMention } from "../statement";
import { contradictionIn, type PlacedReading } from "./stated";

/** A statement's verdict, and where the sentence names another year, what it would be of the workbook's own. */
export interface YearVerdict {
  readonly said: FigureVerdict;
  readonly own: FigureVerdict | undefined;
}

/** 自评 of a year, cars bought in a year: always the document's own. */
const OWN_YEAR = [/(\d{4})年度?(?=[^。;]{0,30}自评)/g, /(\d{4})年度?(?=[^。,;\d]{0,40}购置公务用车)/g];
const TITLE = /决算/;
const TITLE_END = /(?:决算|说明|表|公开|情况)$/;
const LONGEST_TITLE = 60;

/**
 * Years that can not be: a title, 截至…年末 and 与…年预算 of another year than the workbook's, 与…年相比 of another than the
 * one before, and a sentence about another year whose figures are this year's. Nothing where the workbook has no year.
 */
export function findYearContradictions(
  sentences: readonly PlacedReading[],
  texts: readonly NormalText[],
  parts: readonly PartOf[],
  verdicts: ReadonlyMap<Statement, YearVerdict>,
  year: number | undefined,
): readonly Contradiction[] {
  if (year === undefined) return [];
  const found = [
    ...texts.flatMap((text, paragraph) =>
      isTitle(text.text, parts[paragraph]) ? titleYears(text.text, paragraph) : [],
    ),
    ...sentences.flatMap((sentence) => sentenceYears(sentence, texts, verdicts, year)),
  ];
  const distinct = new Map(found.map((mention) => [`${mention.paragraph} ${mention.start}`, mention]));
  return [...distinct.values()]
    .filter((mention) => mention.year !== mention.expected(year))
    .map((mention) =>
      contradictionIn("year", mention, texts, {
        subject: mention.role,
        stated: texts[mention.paragraph]?.text.slice(mention.start, mention.end) ?? "",
        expected: `${mention.expected(year)}年`,
      }),
    );
}

interface FoundYear {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly year: number;
  /** What is said of it: 标题, 截至日期, 对比的上年, 预算年度, 本句年度. */
  readonly role: string;
  readonly expected: (year: number) => number;
}

const own = (year: number): number => year;
const before = (year: number): number => year - 1;

function isTitle(text: string, part: PartOf | undefined): boolean {
  if (part === undefined || part.kind === "annexes" || part.kind === "terms" || part.kind === "profile") return false;
  if (text.length > LONGEST_TITLE || !TITLE.test(text) || /[。,;:]/.test(text)) return false;
  return part.isTitle || part.kind === "front" || isHeading(text) || TITLE_END.test(text);
}

function titleYears(text: string, paragraph: number): readonly FoundYear[] {
  return [...text.matchAll(/(\d{4})年度?(?!\d*月)/g)].map((match) => ({
    paragraph,
    start: match.index,
    end: match.index + match[0].length,
    year: Number(match[1]),
    role: "标题",
    expected: own,
  }));
}

function sentenceYears(
  sentence: PlacedReading,
  texts: readonly NormalText[],
  verdicts: ReadonlyMap<Statement, YearVerdict>,
  year: number,
): readonly FoundYear[] {
  const { paragraph, start, end, section, years } = sentence;
  const text = texts[paragraph]?.text.slice(start, end) ?? "";
  const ofRole = (mention: YearMention): FoundYear | undefined => {
    const place = { paragraph, start: mention.start, end: mention.end, year: mention.year };
    switch (mention.role) {
      case "base":
        return { ...place, role: "对比的上年", expected: before };
      case "budget":
        return { ...place, role: "预算年度", expected: own };
      case "asOf":
        return { ...place, role: "截至日期", expected: own };
      case "account": {
        const impossible =
          mention.opens && sentence.statements.length > 0 && (mention.year > year || mention.year < year - 1);
        return impossible || provedOwn(sentence, mention, verdicts)
          ? { ...place, role: "本句年度", expected: own }
          : undefined;
      }
    }
  };
  const stated = OWN_YEAR.filter((_, index) => section.topic === (index === 0 ? "performance" : "threePublic")).flatMap(
    (pattern) =>
      [...text.matchAll(pattern)].map((match) => ({
        paragraph,
        start: start + match.index,
        end: start + match.index + match[0].length,
        year: Number(match[1]),
        role: "本句年度",
        expected: own,
      })),
  );
  return [...stated, ...years.flatMap((mention) => ofRole(mention) ?? [])];
}

/** An amount under that year is wrong or unknown of it, and is this year's to the cent. */
function provedOwn(
  { statements }: PlacedReading,
  mention: YearMention,
  verdicts: ReadonlyMap<Statement, YearVerdict>,
): boolean {
  const under = statements.filter(({ saidYear }) => saidYear?.start === mention.start);
  const telling = under.filter(({ figure }) => figure.kind === "money" && !figure.value.isZero());
  return telling.some((statement) => {
    const verdict = verdicts.get(statement);
    return verdict?.said.kind !== "right" && verdict?.own?.kind === "right";
  });
}
