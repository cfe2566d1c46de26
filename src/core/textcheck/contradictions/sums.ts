import { amount, sum, type Amount } from "../../model/amount";
import type { Facts } from "../../narrative/facts/facts";
import { GENERAL_EXPENDITURE } from "../../narrative/facts/subjects";
import { amountText } from "../../narrative/wording";
import { ALL_VEHICLES, VEHICLE_KINDS } from "../../narrative/parameters/catalogue";
import type { Contradiction, PrintedFigure } from "../model";
import type { NormalText } from "../normal-text";
import {
  contradictionAt,
  contradictionIn,
  isMeasure,
  printed,
  statedAmount,
  topicKey,
  type MeasureStatement,
  type PlacedReading,
} from "./stated";
import { USUAL } from "../../units/precision";

/** Wholes and the parts that make them up, by the narrative's names. */
const PARTS: readonly (readonly [string, readonly string[]])[] = [
  ["三公经费", ["因公出国（境）费", "公务用车购置及运行维护费", "公务接待费"]],
  ["公务用车购置及运行维护费", ["公务用车购置费", "公务用车运行维护费"]],
  ["公务接待费", ["国内接待费", "国（境）外接待费"]],
  ["政府采购支出总额", ["政府采购货物支出", "政府采购工程支出", "政府采购服务支出"]],
  ["一般公共预算基本支出", ["人员经费", "公用经费"]],
];
/** Wholes whose shares are listed one after the other. */
const SHARED: ReadonlySet<string> = new Set(["收入合计", "支出合计", GENERAL_EXPENDITURE]);
const CENT = amount("0.01");
const HUNDRED_PERCENT = amount("100");

/** Shares that do not sum to 100 %, parts and 项 that do not sum to what the text states as their whole. */
export function findSumContradictions(
  sentences: readonly PlacedReading[],
  texts: readonly NormalText[],
  facts: Facts,
): readonly Contradiction[] {
  const statements = sentences.flatMap((sentence) => sentence.statements.filter(isMeasure));
  return [
    ...sentences.flatMap((sentence) => shareSums(sentence.statements.filter(isMeasure), texts)),
    ...PARTS.flatMap(([whole, parts]) => partSums(statements, whole, parts, texts)),
    ...itemSums(statements, texts, facts),
    ...sentences.flatMap((sentence) => vehicleSums(sentence, texts)),
  ];
}

/** A list of shares of one whole is complete where the workbook's parts are the workbook's whole. */
function shareSums(statements: readonly MeasureStatement[], texts: readonly NormalText[]): readonly Contradiction[] {
  const shares = statements.filter(({ reading }) => reading.aspect === "share");
  const lists = new Map<string, MeasureStatement[]>();
  for (const share of shares) {
    const key = share.reading.base ? topicKey(share.reading.base) : (subjectOf(share)?.baseLabel ?? "");
    if (SHARED.has(key) && topicKey(share.reading.topic) !== GENERAL_EXPENDITURE) {
      lists.set(key, [...(lists.get(key) ?? []), share]);
    }
  }
  return [...lists.values()].flatMap((list) => {
    const last = list.at(-1);
    const distinct = new Set(list.map(({ reading }) => topicKey(reading.topic))).size === list.length;
    if (!last || list.length < 2 || !distinct || !isComplete(list)) return [];
    const all = sum(list.map(({ figure }) => figure.value));
    if (all.minus(HUNDRED_PERCENT).abs().lte(CENT.times(list.length))) return [];
    return [
      { ...contradictionAt("shareSum", last, texts, "100%"), stated: `${amountText(all, { thousands: true })}%` },
    ];
  });
}

function subjectOf({ reading }: MeasureStatement) {
  return reading.topic.candidates[0]?.subject;
}

function isComplete(list: readonly MeasureStatement[]): boolean {
  const subjects = list.map(subjectOf);
  const whole = list[0]?.reading.base?.candidates[0]?.subject.now ?? subjects[0]?.base;
  const parts = subjects.map((subject) => (subject?.now.kind === "known" ? subject.now.value : undefined));
  if (whole?.kind !== "known" || parts.some((part) => part === undefined)) return false;
  const all = sum(parts.filter((part) => part !== undefined));
  return all
    .minus(whole.value)
    .abs()
    .lte(whole.value.abs().times("0.0001").plus(CENT.times(parts.length)));
}

/** The latest figures of a whole and of all its parts in one part of the text. */
function partSums(
  statements: readonly MeasureStatement[],
  whole: string,
  parts: readonly string[],
  texts: readonly NormalText[],
): readonly Contradiction[] {
  return (["now", "budget"] as const).flatMap((aspect) => {
    const of = (key: string): MeasureStatement | undefined =>
      statements.find(
        ({ reading, figure }) =>
          reading.aspect === aspect && figure.kind === "money" && topicKey(reading.topic) === key,
      );
    const stated = of(whole);
    const found = parts.map(of);
    if (!stated || found.some((part) => part === undefined)) return [];
    return unequal(
      stated,
      found.filter((part) => part !== undefined),
      texts,
    );
  });
}

/** 项 of 一般公共预算财政拨款支出: their budgets and final accounts, where the text lists all that the workbook has. */
function itemSums(
  statements: readonly MeasureStatement[],
  texts: readonly NormalText[],
  facts: Facts,
): readonly Contradiction[] {
  const items = facts.lists.get("项");
  if (!items || "kind" in items) return [];
  const spent = items.filter((item) => item.now.kind === "known" && !item.now.value.isZero()).map((item) => item.key);
  const of = (aspect: "now" | "budget"): ReadonlyMap<string, MeasureStatement> =>
    new Map(
      statements
        .filter(({ reading }) => reading.aspect === aspect && /^项\./.test(topicKey(reading.topic)))
        .map((statement) => [topicKey(statement.reading.topic), statement]),
    );
  const finals = of("now");
  if (spent.length < 2 || !spent.every((key) => finals.has(key))) return [];
  return (["now", "budget"] as const).flatMap((aspect) => {
    const parts = of(aspect);
    const first = [...parts.values()][0];
    const whole = statements
      .filter(({ reading }) => reading.aspect === aspect && topicKey(reading.topic) === GENERAL_EXPENDITURE)
      .filter((statement) => first === undefined || statement.paragraph <= first.paragraph)
      .at(-1);
    if (!whole || !spent.every((key) => parts.has(key))) return [];
    const found = unequal(whole, [...parts.values()], texts);
    // A 项 with a budget that nothing was spent of is often not listed: the whole budget may be more, never less.
    const listed = sum([...parts.values()].map((part) => statedAmount(part).value));
    return aspect === "budget" && statedAmount(whole).value.gt(listed) ? [] : found;
  });
}

/** 车辆合计 and the kinds of vehicles, where one sentence lists them all. */
function vehicleSums({ paragraph, statements }: PlacedReading, texts: readonly NormalText[]): readonly Contradiction[] {
  const figureOf = (key: string): PrintedFigure | undefined =>
    statements.find(({ reading }) => reading.kind === "count" && reading.key === key)?.figure;
  const whole = figureOf(ALL_VEHICLES);
  const kinds = VEHICLE_KINDS.flatMap((kind) => figureOf(kind) ?? []);
  if (!whole || kinds.length < VEHICLE_KINDS.length) return [];
  const all = sum(kinds.map(({ value }) => value));
  if (all.eq(whole.value)) return [];
  const words = { subject: ALL_VEHICLES, stated: printed(whole), expected: `${all.toString()}${whole.unit}` };
  return [contradictionIn("sum", { paragraph, start: whole.start, end: whole.end }, texts, words)];
}

function unequal(
  whole: MeasureStatement,
  parts: readonly MeasureStatement[],
  texts: readonly NormalText[],
): readonly Contradiction[] {
  const all = sum(parts.map((part) => statedAmount(part).value));
  const tolerance: Amount = USUAL.万元.half.times(parts.length + 1);
  if (statedAmount(whole).value.minus(all).abs().lte(tolerance)) return [];
  return [contradictionAt("sum", whole, texts, `${amountText(all, { thousands: true })}万元`)];
}
