import type { PublishedDocument } from "../document/model";
import { partsOf } from "../document/parts";
import { splitDocument } from "../document/sheets";
import { normaliseLabel } from "../glossary/normalise";
import { reasonsIn, type CarriedReasons } from "./reasons";
import type { Term } from "./terms";

/** What an office's document of last year has that goes into this year's: read there, shown before it is used. */
export interface CarriedTexts {
  /** 第一部分: 职责, 机构设置, paragraph by paragraph. */
  readonly profile: readonly string[];
  /** 名词解释 by their names as printed. */
  readonly terms: readonly Term[];
  /** Fixed sentences behind a name: 主要用于…, by the name's parameter ("公务用车运行维护费开支内容"). */
  readonly fixed: ReadonlyMap<string, string>;
  /** Reasons of last year by their places: suggestions, never put in unasked. */
  readonly reasons: CarriedReasons;
}

const TERM =
  /^(?:[一二三四五六七八九十]+、|\d{1,2}[.、．]|[（(][一二三四五六七八九十\d]+[）)])\s*(.{2,80}?)[：:]\s*(.{4,})$/s;
const FIXED: readonly (readonly [RegExp, string])[] = [
  [/公务用车运行(?:维护)?费[^。]*?主要(?:是|用于)([^。；]*?)(?:等支出|支出)?。/, "公务用车运行维护费开支内容"],
  [
    /国内(?:公务)?接待(?:费|支出)[^。]*?主要(?:是|用于)([^。；，]*(?:，(?!共计|国内)[^。；，]*)*)/,
    "公务接待费开支内容",
  ],
];

/** Takes from last year's document what this year's goes on with. Parts that it lacks are empty. */
export function carriedFrom(document: PublishedDocument): CarriedTexts {
  const prose = splitDocument(document).prose.filter(({ aside }) => aside !== true);
  const parts = partsOf(prose.map(({ text }) => text));
  const of = (kind: string): readonly string[] =>
    prose.flatMap(({ text }, index) =>
      parts[index]?.kind === kind && !parts[index].isTitle && text.trim() !== "" ? [text.trim()] : [],
    );
  const account = of("account");
  const fixed = FIXED.flatMap(([pattern, key]): (readonly [string, string])[] => {
    const found = account.map((text) => pattern.exec(text)?.[1]).find((text) => text !== undefined);
    return found === undefined ? [] : [[key, found]];
  });
  return {
    profile: withoutContents(of("profile")),
    terms: of("terms").flatMap((text) => {
      const match = TERM.exec(text);
      return match ? [{ name: (match[1] ?? "").trim(), meaning: (match[2] ?? "").trim() }] : [];
    }),
    fixed: new Map(fixed),
    reasons: reasonsIn(account),
  };
}

/** The lines of a contents page that name the part: short, and printed once more further on. */
function withoutContents(lines: readonly string[]): readonly string[] {
  const key = (line: string): string => normaliseLabel(line).replace(/[.…·\d]+$/, "");
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(key(line), (counts.get(key(line)) ?? 0) + 1);
  const seen = new Map<string, number>();
  return lines.filter((line) => {
    const at = (seen.get(key(line)) ?? 0) + 1;
    seen.set(key(line), at);
    return at === counts.get(key(line));
  });
}
