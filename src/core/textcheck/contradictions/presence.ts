import type { Facts } from "../../narrative/facts/facts";
import { amountText } from "../../narrative/wording";
import type { Quantity } from "../../narrative/quantity";
import type { Contradiction } from "../model";
import { originalRange, type NormalText } from "../normal-text";

/** What a sentence can say there is or is not: its name in normal text, and the narrative's subjects that tell. */
const NAMES: readonly (readonly [pattern: string, subjects: readonly string[]])[] = [
  ...(["政府性基金", "国有资本经营"] as const).flatMap((fund) =>
    (
      [
        ["(?:收入支出|收支)", ["本年收入", "本年支出"]],
        ["收入", ["本年收入"]],
        ["支出", ["本年支出"]],
      ] as const
    ).map(
      ([ending, subjects]) =>
        [`${fund}(?:预算)?(?:财政拨款)?(?:安排的)?${ending}`, subjects.map((one) => fund + one)] as const,
    ),
  ),
  ["三公经费(?:支出)?", ["三公经费"]],
  ["因公出国\\(境\\)(?:费用?|经费)?(?:支出)?", ["因公出国（境）费"]],
  ["公务用车购置[及和](?:公务用车)?运行(?:维护)?(?:费用?|经费)(?:支出)?", ["公务用车购置及运行维护费"]],
  ["公务用车购置(?:费用?|经费)?(?:支出)?", ["公务用车购置费"]],
  ["公务用车运行(?:维护)?(?:费用?|经费)(?:支出)?", ["公务用车运行维护费"]],
  ["国内(?:公务)?接待(?:费用?|经费)(?:支出)?", ["国内接待费"]],
  ["(?:国\\(境\\)外|外事)(?:公务)?接待(?:费用?|经费)?(?:支出)?", ["国（境）外接待费"]],
  ["公务接待(?:费用?|经费)?(?:支出)?", ["公务接待费"]],
  ...["上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "上缴上级支出", "经营支出", "对附属单位补助支出"].map(
    (name) => [name, [name]] as const,
  ),
];
const NAME = new RegExp(NAMES.map(([pattern]) => `(${pattern})`).join("|"), "y");
/** What stands between names of one list, and what a name must be followed by to be all that is spoken of. */
const JOINT = /(?:以及|[、和及与])/y;
const END = /(?:的?情况)?(?=[,。;:)]|$)/y;

const NONE_BEFORE = /()(?:没有|无|未)(?:发生|安排|列支|使用|产生|取得|开支)?(?:任何)?(?:财政拨款)?/g;
const SOME_BEFORE =
  /(^|[,。;:位门局我]|年度?|全年)(?:共?有|存在|发生了?|使用了?|安排了?|列支了?|取得了?)(?:财政拨款)?/g;
const NONE_BEHIND =
  /[,]?(?:本年度?|当年|全年|本单位|本部门)?(?:均)?(?:(?:没有|未|无)(?:发生|安排|列支|产生|开支)?(?:支出|费用|开支|经费)?|(?:决算数?)?(?:均)?为零)(?=[,。;)]|$)/y;
const OTHER_YEAR = /上年|去年|上一年|往年|以前年度|年初/;

/**
 * Sentences that say there is none of something of which the workbook has figures (没有发生公务接待费支出, 公务用车购置费为零),
 * or that there is some where it has 0 (有政府性基金预算财政拨款支出). What is said of another year is not judged.
 */
export function findPresenceContradictions(
  text: NormalText,
  paragraph: number,
  facts: Facts,
  year: number | undefined,
): readonly Contradiction[] {
  return mentionsIn(text.text, year).flatMap(({ claim, subjects, start, end }): readonly Contradiction[] => {
    const quantities = subjects.map((name) => facts.subjects.get(name)?.now);
    const some = quantities.find((one) => one?.kind === "known" && !one.value.isZero());
    const none = quantities.every((one) => one?.kind === "known" && one.value.isZero());
    if (claim === "none" ? !some : !none) return [];
    const stated = text.text.slice(start, end);
    const place = { paragraph, ...originalRange(text, start, end), subject: subjects[0] ?? "", stated };
    return [{ kind: claim === "none" ? "notNone" : "notSome", ...place, expected: shown(some) }];
  });
}

function shown(quantity: Quantity | undefined): string {
  return quantity?.kind === "known" ? amountText(quantity.value, { thousands: true }) : "0";
}

interface Mention {
  readonly claim: "none" | "some";
  readonly subjects: readonly string[];
  readonly start: number;
  readonly end: number;
}

function mentionsIn(text: string, year: number | undefined): readonly Mention[] {
  const found: Mention[] = [];
  const ofThisYear = (at: number): boolean => isOfThisYear(text, at, year);
  for (const [claim, pattern] of [
    ["none", NONE_BEFORE],
    ["some", SOME_BEFORE],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const names = namesAt(text, end);
      const last = names.at(-1);
      if (!last || matchAt(END, text, last.end) === undefined || !ofThisYear(end)) continue;
      const start = match.index + (match[1]?.length ?? 0);
      for (const name of names) found.push({ claim, subjects: name.subjects, start, end: name.end });
    }
  }
  for (let at = 0; at < text.length; at++) {
    const name = nameAt(text, at);
    if (!name) continue;
    const behind = matchAt(NONE_BEHIND, text, name.end);
    if (behind && ofThisYear(at)) {
      found.push({ claim: "none", subjects: name.subjects, start: at, end: name.end + behind.length });
    }
    at = name.end - 1;
  }
  return found.sort((a, b) => a.start - b.start);
}

interface Named {
  readonly subjects: readonly string[];
  readonly end: number;
}

/** Names joined to a list (因公出国（境）费、公务接待费) from a place on. */
function namesAt(text: string, from: number): readonly Named[] {
  const names: Named[] = [];
  let at = from;
  while (at <= text.length) {
    const name = nameAt(text, at);
    if (!name) return names;
    names.push(name);
    at = name.end + (matchAt(JOINT, text, name.end)?.length ?? 0);
    if (at === name.end) return names;
  }
  return names;
}

function nameAt(text: string, at: number): Named | undefined {
  NAME.lastIndex = at;
  const match = NAME.exec(text);
  const which = match ? match.slice(1).findIndex((group: string | undefined) => group !== undefined) : -1;
  const subjects = NAMES[which]?.[1];
  return match && subjects ? { subjects, end: at + match[0].length } : undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** Nothing in the clause before a place names another year. */
function isOfThisYear(text: string, at: number, year: number | undefined): boolean {
  const clause = /[^,。;]*$/.exec(text.slice(0, at).replace(/[,。;]$/, ""))?.[0] ?? "";
  const years = [...clause.matchAll(/(\d{4})年/g)].map((match) => Number(match[1]));
  return !OTHER_YEAR.test(clause) && years.every((one) => year === undefined || one === year);
}
