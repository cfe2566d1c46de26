import { commonSubsequence, nameKey, nameLikeness, SAME_PROJECT } from "../../glossary/name-likeness";
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
      if (name < SAME_PROJECT) return [];
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
