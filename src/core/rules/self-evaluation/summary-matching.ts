import { normaliseLabel } from "../../glossary/normalise";
import type { AccountBook } from "../../model/book";
import type { SelfEvaluationForm, SelfEvaluationSummary, SummaryRow } from "../../model/form";

/** A row of the 汇总表 with the sheet it stands on. */
export interface ListedProject {
  readonly summary: SelfEvaluationSummary;
  readonly row: SummaryRow;
}

/** Which 自评表 belongs to which row of the 汇总表. */
export interface SummaryMatching {
  readonly pairs: readonly {
    readonly listed: ListedProject;
    readonly form: SelfEvaluationForm;
    readonly sameName: boolean;
  }[];
  /** Forms that no row lists. */
  readonly unlisted: readonly SelfEvaluationForm[];
  /** Rows without a form; published sets often append only some forms. */
  readonly withoutForm: readonly ListedProject[];
}

/** Names less alike than this are different projects. */
const ALIKE = 0.6;
/** Share of characters in common order from which two longer names without a common stem are one. */
const NEARLY_SAME = 0.75;
/** How much the using unit counts beside the name; enough to tell projects of one name apart. */
const UNIT_WEIGHT = 0.3;
const ORDER_WEIGHT = 0.0001;

/**
 * Pairs rows and forms one to one: equal names first, then what is left by likeness (a suffix or an agency's prefix may
 * be left out, see `nameLikeness`); by the using unit where names repeat, by order where units do not tell.
 */
export function matchSummary(book: AccountBook): SummaryMatching {
  const listed = book.summaries.flatMap((summary) => summary.rows.map((row) => ({ summary, row })));
  const forms = book.forms.filter((form) => form.projectName !== undefined);
  const equal = pairUp(listed, forms, (a, b) => (nameKey(a) !== "" && nameKey(a) === nameKey(b) ? 1 : 0));
  const left = unpaired(listed, forms, equal);
  const alike = pairUp(left.withoutForm, left.unlisted, nameLikeness);
  const pairs = [
    ...equal.map((pair) => ({ ...pair, sameName: true })),
    ...alike.map((pair) => ({ ...pair, sameName: false })),
  ].sort((a, b) => a.listed.row.row - b.listed.row.row);
  return { pairs, ...unpaired(listed, forms, pairs) };
}

interface Pair {
  readonly listed: ListedProject;
  readonly form: SelfEvaluationForm;
}

/** Pairs one to one, best first, of those whose names are alike enough. */
function pairUp(
  listed: readonly ListedProject[],
  forms: readonly SelfEvaluationForm[],
  likeness: (a: string, b: string) => number,
): readonly Pair[] {
  const candidates = listed.flatMap((project, i) =>
    forms.flatMap((form, j) => {
      const name = likeness(project.row.projectName.text, form.projectName?.text ?? "");
      if (name < ALIKE) return [];
      const unit = unitLikeness(project.row.unit?.text, form);
      return [{ listed: project, form, score: name + UNIT_WEIGHT * unit - ORDER_WEIGHT * Math.abs(i - j) }];
    }),
  );
  candidates.sort((a, b) => b.score - a.score);
  const taken = new Set<SummaryRow | SelfEvaluationForm>();
  return candidates.filter(({ listed: { row }, form }) => {
    if (taken.has(row) || taken.has(form)) return false;
    taken.add(row).add(form);
    return true;
  });
}

function unpaired(
  listed: readonly ListedProject[],
  forms: readonly SelfEvaluationForm[],
  pairs: readonly Pair[],
): Pick<SummaryMatching, "unlisted" | "withoutForm"> {
  const taken = new Set<SummaryRow | SelfEvaluationForm>(pairs.flatMap((pair) => [pair.listed.row, pair.form]));
  return {
    unlisted: forms.filter((form) => !taken.has(form)),
    withoutForm: listed.filter(({ row }) => !taken.has(row)),
  };
}

/** A name without blanks, brackets, punctuation and the year: what two honest spellings of one name share. */
export function nameKey(name: string): string {
  return normaliseLabel(name)
    .replace(/(?:20\d\d)(?:年度?)?/g, "")
    .replace(/["'()、,.。:;/\-_·*]/g, "");
}

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
function commonSubsequence(a: string, b: string): string {
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

/** 0 … 1: how much of the shorter unit name the longer one holds in order (市政府驻京办 in …市人民政府驻京办事处). */
function unitLikeness(unit: string | undefined, form: SelfEvaluationForm): number {
  const printed = form.implementingUnit?.text ?? form.department?.text;
  if (unit === undefined || printed === undefined) return 0;
  const a = nameKey(unit);
  const b = nameKey(printed);
  if (a === "" || b === "") return 0;
  if (a === b) return 1;
  return (commonSubsequence(a, b).length / Math.min(a.length, b.length)) * 0.99;
}
