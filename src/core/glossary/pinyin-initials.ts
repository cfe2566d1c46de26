/** The first character of each initial in the order of pinyin (i, u and v begin no syllable). */
const FIRSTS: readonly (readonly [letter: string, first: string])[] = [
  ["a", "阿"],
  ["b", "八"],
  ["c", "嚓"],
  ["d", "咑"],
  ["e", "妸"],
  ["f", "发"],
  ["g", "旮"],
  ["h", "哈"],
  ["j", "丌"],
  ["k", "咔"],
  ["l", "垃"],
  ["m", "妈"],
  ["n", "拏"],
  ["o", "噢"],
  ["p", "妑"],
  ["q", "七"],
  ["r", "呥"],
  ["s", "仨"],
  ["t", "他"],
  ["w", "穵"],
  ["x", "夕"],
  ["y", "丫"],
  ["z", "帀"],
];

/** Orders Chinese by pinyin: the runtime's own data, where it has them (browsers, Node with full ICU). */
const ORDER = new Intl.Collator("zh-CN-u-co-pinyin");

/** Pinyin initials of a text, other characters left out: "行政运行" → "xzyx". A character of two readings has its usual one. */
export function pinyinInitials(text: string): string {
  return Array.from(text, initialOf).join("");
}

function initialOf(character: string): string {
  if (!/^[\u4e00-\u9fff]$/.test(character)) return "";
  return FIRSTS.filter(([, first]) => ORDER.compare(first, character) <= 0).at(-1)?.[0] ?? "";
}
