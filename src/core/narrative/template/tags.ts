import { CHART_NAMES, COUNT_NAMES, FLAG_NAMES, LIST_NAMES, TEXT_NAMES } from "../facts/vocabulary";
import { SUBJECT_BY_NAME } from "../facts/subjects";
import { nearName } from "./near-name";

/** What an argument of a tag names. */
type ArgumentKind =
  "subject" | "prior" | "budget" | "base" | "against" | "reasonFor" | "count" | "text" | "chart" | "any";

/** Arguments of every tag that yields something; "?" marks one that may be left out. */
export const TAGS: Readonly<Record<string, readonly (ArgumentKind | `${ArgumentKind}?`)[]>> = {
  节: ["any"],
  金额: ["subject"],
  上年: ["prior"],
  预算: ["budget"],
  差额: ["subject", "against"],
  增减率: ["subject", "against"],
  完成率: ["budget"],
  占比: ["subject", "base?"],
  原因: ["subject", "reasonFor"],
  名称: ["subject"],
  全称: ["subject"],
  简称: ["subject"],
  得分: ["subject"],
  等级: ["subject"],
  综述: ["subject"],
  数量: ["count"],
  文字: ["text"],
  图: ["chart"],
  序号: [],
};

/** Predicates of conditions by what they are asked of. */
export const PREDICATES = {
  prior: ["比上年增加", "比上年减少", "与上年持平", "与上年基本持平", "上年为零"],
  budget: ["大于预算", "小于预算", "与预算持平", "与预算基本持平", "无预算"],
  subject: ["有数", "为零", "已填"],
  count: ["有数", "为零"],
  list: ["有项", "无项"],
  flag: ["有数", "无数"],
  text: ["已填", "未填"],
} as const;

export const AGAINST = ["比上年", "比预算"] as const;
/** What a reason explains. */
export const REASONS = ["比上年", "比预算"] as const;

/** The subject a phrase is used for, and the current item of a loop. */
export const PHRASE_SUBJECT = "甲";
export const LOOP_ITEM = "本项";

/** Where a tag stands: inside a phrase, inside a loop over a list. */
export interface Place {
  readonly inPhrase: boolean;
  readonly list: string | undefined;
}

const BUDGET_LISTS = ["项", "基金项", "国资项", "自评项目"];

/** Why a tag is none, and the one that was probably meant. */
export function unknownTag(name: string): string {
  const near = nearName(name, Object.keys(TAGS));
  return `不认识这个标签${near === undefined ? "" : `，是否应为{${near}}`}`;
}

/** Why a tag can not be used so (Chinese), or undefined where it can. */
export function tagMistake(name: string, args: readonly string[], place: Place): string | undefined {
  const expected = TAGS[name];
  if (!expected) return unknownTag(name);
  const required = expected.filter((kind) => !kind.endsWith("?")).length;
  if (args.length < required || args.length > expected.length) {
    return expected.length === 0
      ? "不带内容"
      : `应写${required === expected.length ? "" : `${required}至`}${expected.length}个内容`;
  }
  if (name === "序号" && place.list === undefined) return "只能写在{逐项}之内";
  for (const [index, arg] of args.entries()) {
    const mistake = argumentMistake((expected[index] ?? "any").replace("?", ""), arg, place);
    if (mistake !== undefined) return mistake;
  }
  const against = args[1];
  if (expected[1] === "against" && args[0] !== undefined && !comparable(args[0], against ?? "", place)) {
    return `“${args[0]}”不能${against ?? ""}`;
  }
  return undefined;
}

function argumentMistake(kind: string, arg: string, place: Place): string | undefined {
  switch (kind) {
    case "subject":
    case "base":
      return subjectMistake(arg, place);
    case "prior":
      return subjectMistake(arg, place) ?? (comparable(arg, "比上年", place) ? undefined : `“${arg}”没有上年数`);
    case "budget":
      return subjectMistake(arg, place) ?? (comparable(arg, "比预算", place) ? undefined : `“${arg}”没有预算数`);
    case "against":
    case "reasonFor":
      return REASONS.some((reason) => reason === arg) ? undefined : `不认识“${arg}”，应为比上年或比预算`;
    case "count":
      return COUNT_NAMES.includes(arg) ? undefined : unknownName(arg, COUNT_NAMES);
    case "text":
      return TEXT_NAMES.includes(arg) ? undefined : unknownName(arg, TEXT_NAMES);
    case "chart":
      return CHART_NAMES.some((chart) => chart === arg) ? undefined : unknownName(arg, CHART_NAMES);
    default:
      return undefined;
  }
}

function subjectMistake(name: string, place: Place): string | undefined {
  if (name === PHRASE_SUBJECT) return place.inPhrase ? undefined : "“甲”只能写在{词语}之内";
  if (name === LOOP_ITEM) return place.list !== undefined ? undefined : "“本项”只能写在{逐项}之内";
  return SUBJECT_BY_NAME.has(name) ? undefined : unknownName(name, SUBJECT_BY_NAME.keys());
}

/** A name nobody knows, and the one that was probably meant. */
export function unknownName(name: string, known: Iterable<string>): string {
  const near = nearName(name, known);
  return `不认识“${name}”${near === undefined ? "" : `，是否应为“${near}”`}`;
}

/** Whether the subject has last year's figure or a budget; what 甲 stands for is known only when the phrase is used. */
export function comparable(name: string, against: string, place: Place): boolean {
  if (name === PHRASE_SUBJECT) return place.inPhrase;
  if (name === LOOP_ITEM) return against === "比预算" && BUDGET_LISTS.includes(place.list ?? "");
  const spec = SUBJECT_BY_NAME.get(name);
  return against === "比上年" ? spec?.prior === true : spec?.budget !== undefined;
}

/** Why a condition can not be asked so (Chinese), or undefined where it can. */
export function conditionMistake(name: string, predicate: string, place: Place): string | undefined {
  const kinds: readonly (keyof typeof PREDICATES)[] = kindsOf(name, place);
  if (kinds.length === 0) {
    const all = [...SUBJECT_BY_NAME.keys(), ...COUNT_NAMES, ...TEXT_NAMES, ...LIST_NAMES, ...FLAG_NAMES];
    return unknownName(name, all);
  }
  const allowed: readonly string[] = kinds.flatMap((kind) => PREDICATES[kind]);
  return allowed.includes(predicate) ? undefined : `“${name}”不能问“${predicate}”，可以问：${allowed.join("、")}`;
}

function kindsOf(name: string, place: Place): readonly (keyof typeof PREDICATES)[] {
  const kinds: (keyof typeof PREDICATES)[] = [];
  if (subjectMistake(name, place) === undefined) {
    kinds.push("subject");
    if (comparable(name, "比上年", place)) kinds.push("prior");
    if (comparable(name, "比预算", place)) kinds.push("budget");
  }
  if (COUNT_NAMES.includes(name)) kinds.push("count");
  if (TEXT_NAMES.includes(name)) kinds.push("text");
  if (LIST_NAMES.some((list) => list === name)) kinds.push("list");
  if (FLAG_NAMES.some((flag) => flag === name)) kinds.push("flag");
  return kinds;
}
