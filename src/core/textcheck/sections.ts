/**
 * Which money a part of the text speaks about: of the whole unit (Z01–Z03), 财政拨款 (Z04), 一般公共预算 (Z05, Z06),
 * 政府性基金 (JJ) or 国有资本经营 (GZ).
 */
export type Scope = "all" | "fiscal" | "general" | "fund" | "stateCapital";

/** A part of the text under a heading; the scope is undefined where the heading leaves it open. */
export interface TextSection {
  readonly scope: Scope | undefined;
  readonly topic:
    "accounts" | "basicExpenditure" | "threePublic" | "operating" | "procurement" | "assets" | "performance" | "other";
}

/** What a text without headings is taken for. */
export const NO_SECTION: TextSection = { scope: undefined, topic: "other" };

/** Key nouns of headings, the most telling first: wording differs between departments, these words do not. */
const HEADINGS: readonly (readonly [RegExp, TextSection])[] = [
  [/绩效/, { scope: undefined, topic: "performance" }],
  [/三公/, { scope: undefined, topic: "threePublic" }],
  [/机关运行/, { scope: undefined, topic: "operating" }],
  [/政府采购/, { scope: undefined, topic: "procurement" }],
  [/国有资本/, { scope: "stateCapital", topic: "accounts" }],
  [/国有资产|车辆/, { scope: undefined, topic: "assets" }],
  [/政府性基金/, { scope: "fund", topic: "accounts" }],
  [/基本支出/, { scope: "general", topic: "basicExpenditure" }],
  [/一般公共预算/, { scope: "general", topic: "accounts" }],
  [/财政拨款(?:收入|收|支出|总)/, { scope: "fiscal", topic: "accounts" }],
  [/(?:收入支出|收支|收入|支出)(?:决算|总体|情况|结构|构成)/, { scope: "all", topic: "accounts" }],
];
const ORDINAL =
  /^(?:第[一二三四五六七八九十]+(?:部分|章|节)[:、]?|[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十]+\)|\d+[.、](?!\d))/;
const TOP_ORDINAL = /^(?:第[一二三四五六七八九十]+|[一二三四五六七八九十]+[、.])/;

/** Whether a paragraph (normal text) can be a heading: an ordinal and a short name. */
export function isHeading(text: string): boolean {
  return ORDINAL.test(text) && text.length <= 60 && !/[。;,].+/.test(text);
}

/**
 * The section that holds from a paragraph on. A heading may share its paragraph with the text. A main heading without a
 * key noun begins a section of unknown scope; a sub-heading without one, or a numbered item, changes nothing.
 */
export function sectionFrom(text: string, present: TextSection): TextSection {
  if (!/^(?:第|[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十]+\))/.test(text)) return present;
  const title = isHeading(text) ? text : /^.{2,40}?(?:情况说明|总体情况|具体情况|结构情况|情况|说明)/.exec(text)?.[0];
  const bare = (title ?? "").replace(ORDINAL, "").replace(/^\d{4}年度?/, "");
  if (bare === "") return present;
  const found = HEADINGS.find(([pattern]) => pattern.test(bare))?.[1];
  if (TOP_ORDINAL.test(text)) return found ?? NO_SECTION;
  // （一）总体情况, （二）收入决算结构情况 stand inside a section that already says whose money it is.
  return found && (found.topic !== "accounts" || present.scope === undefined) ? found : present;
}
