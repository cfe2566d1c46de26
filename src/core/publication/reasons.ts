import { normaliseLabel } from "../glossary/normalise";
import type { NarrativeDraft } from "../narrative/model";
import { spanText } from "../narrative/rendering/span-text";

/**
 * Reasons of last year's text by the place they stand at (`placeOf`), with what they gave the reason for where the text says
 * it: "支出|基本支出|比上年|增".
 */
export type CarriedReasons = ReadonlyMap<string, string>;

const HEADING = /^\s*[一二三四五六七八九十]+、([^。，；]{2,40})$/;
const REASON = /(?:主要)?原因(?:是|为|：|:)|主要(?:是|系|为|由于|因为?)/g;
const ORDINAL = /^\s*(?:[（(][^（）()]{1,4}[）)]|[一二三四五六七八九十]+、|\d{1,2}[、.．](?!\d))+\s*/;
const YEAR = /^(?:\d{4}年度?)?(?:本(?:部门|单位)|我(?:局|部门|单位))?/;
const MEASURE = /(?:各|均|分别|为|是|共|合计|总额|支出决算数?|决算数?|年初预算数?|全年预算数?|预算数?)+$/;
const SHORTEST = 4;

/** Finds the reasons of a 情况说明, paragraph by paragraph. Where one place has two that differ, neither is taken. */
export function reasonsIn(paragraphs: readonly string[]): CarriedReasons {
  const found = new Map<string, string | undefined>();
  let section = "";
  for (const text of paragraphs) {
    const heading = HEADING.exec(text)?.[1];
    if (heading !== undefined) section = heading;
    for (const match of text.matchAll(REASON)) {
      const end = match.index + match[0].length;
      const reason = /^[^。]*/.exec(text.slice(end))?.[0].trim() ?? "";
      const before = text.slice(0, match.index);
      const place = placeOf(section, before);
      if (place === undefined || reason.length < SHORTEST) continue;
      const key = withDirection(place, directionOf(before));
      const known = found.has(key) ? found.get(key) : reason;
      found.set(key, known === reason ? reason : undefined);
    }
  }
  return new Map([...found].flatMap(([place, reason]) => (reason === undefined ? [] : [[place, reason]])));
}

/** A reason of last year, and whether it was one for the other direction: of a rise where the figure now fell. */
export interface SuggestedReason {
  readonly text: string;
  readonly opposite?: Direction;
}

type Direction = "增" | "减";

/** The last word of direction before a reason (…比上年增加5万元，增长5.26%，主要是); undefined where there is none. */
function directionOf(before: string): Direction | undefined {
  const last = [...before.matchAll(/(增加|增长|上升|大于|高于|超过)|减少|下降|降低|小于|低于/g)].at(-1);
  return last && (last[1] === undefined ? "减" : "增");
}

function withDirection(place: string, direction: Direction | undefined): string {
  return direction === undefined ? place : `${place}|${direction}`;
}

function reasonAt(
  reasons: CarriedReasons,
  place: string,
  direction: Direction | undefined,
): SuggestedReason | undefined {
  const same = reasons.get(withDirection(place, direction)) ?? reasons.get(place);
  if (same !== undefined) return { text: same };
  const other = direction === "增" ? "减" : direction === "减" ? "增" : undefined;
  const opposite = other && reasons.get(withDirection(place, other));
  return other && opposite !== undefined ? { text: opposite, opposite: other } : undefined;
}

/**
 * Last year's reasons for the gaps of this year's draft, by their keys: the same section speaks of the same thing against
 * the same base. They are suggestions: nothing puts them into the text but the clerk.
 */
export function suggestedReasons(draft: NarrativeDraft, reasons: CarriedReasons): ReadonlyMap<string, SuggestedReason> {
  const suggestions = new Map<string, SuggestedReason>();
  for (const { title, paragraphs } of draft.sections) {
    const section = HEADING.exec(title)?.[1] ?? title;
    for (const { spans } of paragraphs) {
      spans.forEach((span, index) => {
        const isReason = span.kind === "written" || (span.kind === "blank" && span.cause === "reason");
        if (!isReason) return;
        const before = spans.slice(0, index).map(spanText).join("");
        const place = placeOf(section, before);
        const reason = place === undefined ? undefined : reasonAt(reasons, place, directionOf(before));
        if (reason !== undefined) suggestions.set(span.key, reason);
      });
    }
  }
  return suggestions;
}

/**
 * Where a reason stands: its section, what its paragraph speaks of first, and what that is compared with.
 * "三、支出…" and "1、基本支出500万元。与2021年度相比，增加…" → "支出|基本支出|比上年"; undefined where no base is named.
 */
export function placeOf(section: string, before: string): string | undefined {
  const against = againstOf(before);
  const [name = ""] = before
    .replace(ORDINAL, "")
    .replace(YEAR, "")
    .split(/[\d，,。：:；;]/);
  const subject = normaliseLabel(name).replace(/["']/g, "").replace(MEASURE, "");
  if (against === undefined || subject === "") return undefined;
  return `${normaliseLabel(section)
    .replace(/["']/g, "")
    .replace(/(?:决算)?(?:总体)?(?:情况)?说明$/, "")}|${subject}|${against}`;
}

function againstOf(before: string): "比上年" | "比预算" | undefined {
  const last = (pattern: RegExp): number => [...before.matchAll(pattern)].at(-1)?.index ?? -1;
  const budget = last(/预算数?(?=[^财政]|$)/g);
  const prior = last(/上年|去年|同比|(?:与|比|较)\d{4}年/g);
  if (budget < 0 && prior < 0) return undefined;
  return budget > prior ? "比预算" : "比上年";
}
