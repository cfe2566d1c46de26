import { normaliseLabel } from "../glossary/normalise";
import type { AccountBook } from "../model/book";
import type { Figure } from "../model/figure";
import type { SelfEvaluationForm } from "../model/form";

/** A figure of a 自评表 or of the 汇总表 with its counterpart. */
export interface ScoredPair {
  readonly kind: "ZP" | "ZPHZ";
  readonly printed: Figure | undefined;
  readonly kept: Figure | undefined;
}

/** Funds, weights, scores and totals of the forms and scores of the 汇总表, for every project that both books have. */
export function scoredPairs(document: AccountBook, workbook: AccountBook): readonly ScoredPair[] {
  const summaryRows = (book: AccountBook) => book.summaries.flatMap(({ rows }) => rows);
  return [
    ...sameProject(summaryRows(document), summaryRows(workbook)).map(([printed, kept]): ScoredPair => ({
      kind: "ZPHZ",
      printed: printed.score,
      kept: kept.score,
    })),
    ...sameProject(document.forms, workbook.forms).flatMap(([printed, kept]) => {
      const [own, other] = [figuresOf(printed), figuresOf(kept)];
      return [...new Set([...own.keys(), ...other.keys()])].map((key): ScoredPair => ({
        kind: "ZP",
        printed: own.get(key),
        kept: other.get(key),
      }));
    }),
  ];
}

type Named = Pick<SelfEvaluationForm, "projectName">;

/** Items of one project name, the first with the first; those without a name or a counterpart are left out. */
function sameProject<T extends Named>(printed: readonly T[], kept: readonly T[]): readonly (readonly [T, T])[] {
  const name = ({ projectName }: Named): string => normaliseLabel(projectName?.text ?? "");
  const waiting = new Map<string, T[]>();
  for (const item of kept) waiting.set(name(item), [...(waiting.get(name(item)) ?? []), item]);
  return printed.flatMap((item): (readonly [T, T])[] => {
    const other = name(item) === "" ? undefined : waiting.get(name(item))?.shift();
    return other ? [[item, other]] : [];
  });
}

/** A form's figures by what they are: row and column of the funds, number of the indicator. */
function figuresOf({ funds, indicators, totals }: SelfEvaluationForm): ReadonlyMap<string, Figure> {
  const all: (readonly [string, Figure | undefined])[] = [
    ...funds.flatMap(({ key, figures }) =>
      [...figures].map(([column, figure]) => [`${key}.${column}`, figure] as const),
    ),
    ...indicators.flatMap(({ weight, score }, index) => [
      [`${index}.weight`, weight] as const,
      [`${index}.score`, score] as const,
    ]),
    ...totals.flatMap(({ weight, score }, index) => [
      [`total${index}.weight`, weight] as const,
      [`total${index}.score`, score] as const,
    ]),
  ];
  return new Map(all.flatMap(([key, figure]): (readonly [string, Figure])[] => (figure ? [[key, figure]] : [])));
}
