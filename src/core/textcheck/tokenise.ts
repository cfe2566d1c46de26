import { askedEnd } from "./blanks";
import type { PrintedFigure } from "./model";
import type { Token, Word } from "./tokens";

/** Known words by their first character, the longest first. */
export type Dictionary = ReadonlyMap<string, readonly (readonly [string, Word])[]>;

/** A dictionary of word lists; in the order given, the first list that has a word decides what it is. */
export function dictionaryOf(...lists: readonly (readonly (readonly [string, Word])[])[]): Dictionary {
  const words = new Map<string, Word>();
  for (const list of lists) {
    for (const [text, word] of list) {
      const known = words.get(text);
      if (known === undefined) words.set(text, word);
      else if (known.kind === "subject" && word.kind === "subject" && known !== word) {
        words.set(text, { kind: "subject", meanings: [...known.meanings, ...word.meanings] });
      }
    }
  }
  const byFirst = new Map<string, (readonly [string, Word])[]>();
  for (const entry of words) {
    const first = entry[0].charAt(0);
    const group = byFirst.get(first);
    if (group) group.push(entry);
    else byFirst.set(first, [entry]);
  }
  for (const group of byFirst.values()) group.sort(([a], [b]) => b.length - a.length);
  return byFirst;
}

const MARKS = new Set([",", ";", "。", ":", "(", ")", "、", "!", "?", "\n"]);
const YEAR = /(\d{4})年度?/y;
const YEAR_END = /^(?:度?末|年?底|12月31日)/;
const WITH = "(?:与|同|和|比|较|跟)";
const COMPARED = "(?:相比较|相比|比较|对比|相较|比)?";
const YEAR_NAMED = "(\\d{4})年度?";
/** 比上年, 与2021年度相比, 同比: what a change is measured against. */
const AGAINST_PRIOR = new RegExp(
  `(?:${WITH}(?:上年度?|上一年度?|去年度?|${YEAR_NAMED})(?:的)?(?:同期)?(?:支出|收入)?(?:决算)?(?:数)?(?:同期)?${COMPARED}|同比)`,
  "y",
);
const AGAINST_BUDGET = new RegExp(
  `${WITH}(?:${YEAR_NAMED}|当年|本年度?)?(?:的)?(年初|全年|调整后?的?)?(?:部门)?(?:安排的?)?(?:支出)?预算(?:安排)?(?:数)?${COMPARED}`,
  "y",
);

/** Words that name a payment or a holding of their own: a figure behind them is not that of the subject before. */
const FOREIGN =
  /(?:费|支出|收入|经费|资金|款|补助|补贴|津贴|工资|奖金|薪酬|基金|结余|结转|资产|负债|税|租金|车|设备|房屋|人员|面积|采购|拨款|债券|贷款|保险|年金|项目|物资|\((?:类|款|项)\))/;

/**
 * Takes a piece of a normal text apart, from `start` to `end`. The longest known word at each place counts; what is left
 * between is residue.
 */
export function tokenise(
  text: string,
  range: { readonly start: number; readonly end: number },
  figures: readonly PrintedFigure[],
  dictionary: Dictionary,
): readonly Token[] {
  const tokens: Token[] = [];
  const figureAt = new Map(figures.map((figure) => [figure.start, figure]));
  let residue = range.start;
  let at = range.start;
  const flush = (): void => {
    if (at > residue) tokens.push(residueToken(text, residue, at));
  };
  while (at < range.end) {
    const token = tokenAt(text, at, range.end, figureAt.get(at), dictionary);
    if (!token) {
      at++;
      continue;
    }
    flush();
    tokens.push(token);
    at = token.end;
    residue = at;
  }
  flush();
  return tokens;
}

function tokenAt(
  text: string,
  at: number,
  end: number,
  figure: PrintedFigure | undefined,
  dictionary: Dictionary,
): Token | undefined {
  if (figure) return { kind: "figure", figure, start: at, end: figure.end };
  const character = text.charAt(at);
  const asked = character === "(" ? askedEnd(text, at) : undefined;
  if (asked !== undefined && asked <= end) return { kind: "filler", start: at, end: asked };
  const compared = comparisonAt(text, at);
  const word = dictionary.get(character)?.find(([entry]) => at + entry.length <= end && text.startsWith(entry, at));
  if (compared && compared.end - at >= (word?.[0].length ?? 0)) return compared;
  if (word) return { ...word[1], start: at, end: at + word[0].length };
  if (MARKS.has(character)) return { kind: "mark", mark: character, start: at, end: at + 1 };
  return yearAt(text, at);
}

function comparisonAt(text: string, at: number): Token | undefined {
  const budget = match(AGAINST_BUDGET, text, at);
  if (budget) {
    const named = budget[2] === undefined || budget[2].startsWith("调整") ? {} : { initial: true as const };
    return {
      kind: "against",
      against: "比预算",
      ...yearOf(budget[1]),
      ...named,
      start: at,
      end: at + budget[0].length,
    };
  }
  const prior = match(AGAINST_PRIOR, text, at);
  return prior && { kind: "against", against: "比上年", ...yearOf(prior[1]), start: at, end: at + prior[0].length };
}

function yearOf(digits: string | undefined): { year?: number } {
  return digits === undefined ? {} : { year: Number(digits) };
}

function yearAt(text: string, at: number): Token | undefined {
  const found = match(YEAR, text, at);
  if (!found) return undefined;
  const end = at + found[0].length;
  const asOf = YEAR_END.test(text.slice(end, end + 6));
  return { kind: "year", year: Number(found[1]), ...(asOf ? { asOf } : {}), start: at, end };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function residueToken(text: string, start: number, end: number): Token {
  const words = text.slice(start, end);
  return { kind: "residue", text: words, foreign: FOREIGN.test(words), start, end };
}
