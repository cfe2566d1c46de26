import { normaliseLabel } from "./normalise";

/** Share of characters in common order from which two longer names without a common stem are one. */
const NEARLY_SAME = 0.75;

/** A name without blanks, brackets, punctuation and the year: what two honest spellings of one name share. */
export function nameKey(name: string): string {
  return normaliseLabel(name)
    .replace(/(?:20\d\d)(?:年度?)?/g, "")
    .replace(/["'()、,.。:;/\-_·*]/g, "");
}

/** Names less alike than this are different projects. */
export const SAME_PROJECT = 0.6;

/** 0 … 1: how likely two project names mean one project. */
export function nameLikeness(a: string, b: string): number {
  const x = nameKey(a);
  const y = nameKey(b);
  if (x === "" || y === "") return 0;
  if (x === y) return 1;
  const [p, q] = [stem(x), stem(y)];
  if (p.length >= 2 && p === q) return 0.95;
  const [short, long] = p.length <= q.length ? [p, q] : [q, p];
  if (short.length >= 3 && long.includes(short) && !ordinalIn(long.replace(short, "")))
    return 0.6 + (0.3 * short.length) / long.length;
  if (short.length < 4 || (2 * sharedCharacters(x, y)) / (x.length + y.length) < NEARLY_SAME) return 0;
  const common = commonSubsequence(x, y);
  const alike = (2 * common.length) / (x.length + y.length);
  const distinct = ordinalIn(rest(x, common)) || ordinalIn(rest(y, common));
  return alike >= NEARLY_SAME && !distinct ? 0.85 * alike : 0;
}

/** A name without the words that are most often left out at its end. */
function stem(key: string): string {
  return key.replace(/(?:项目|专项|经费|费用|资金|支出|工作|补助|费)+$/, "");
}

/** What numbers 一期 and 二期, 第1标段 and 第2标段 apart: such names are never one project. */
function ordinalIn(text: string): boolean {
  return /[\d一二三四五六七八九十甲乙丙丁]/.test(text);
}

function rest(text: string, common: string): string {
  let at = 0;
  let left = "";
  for (const character of text) {
    if (character === common.charAt(at)) at++;
    else left += character;
  }
  return left;
}

/** How many characters two texts share in any order: a cheap bound on their common subsequence. */
function sharedCharacters(a: string, b: string): number {
  const left = new Map<string, number>();
  for (const character of b) left.set(character, (left.get(character) ?? 0) + 1);
  let shared = 0;
  for (const character of a) {
    const count = left.get(character) ?? 0;
    if (count === 0) continue;
    left.set(character, count - 1);
    shared++;
  }
  return shared;
}

/** Longest common subsequence of two short texts. */
export function commonSubsequence(a: string, b: string): string {
  let previous = new Array<string>(b.length + 1).fill("");
  for (const character of a) {
    const current = [""];
    for (let j = 1; j <= b.length; j++) {
      const up = previous[j] ?? "";
      const left = current[j - 1] ?? "";
      const diagonal = character === b.charAt(j - 1) ? (previous[j - 1] ?? "") + character : "";
      current.push([up, left, diagonal].reduce((best, text) => (text.length > best.length ? text : best)));
    }
    previous = current;
  }
  return previous[b.length] ?? "";
}
