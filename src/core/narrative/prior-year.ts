import type { AccountBook } from "../model/book";
import { normaliseLabel } from "../glossary/normalise";
import type { PriorFigures } from "./facts/facts";
import { SUBJECT_SPECS } from "./facts/subjects";
import { known, type Quantity } from "./quantity";
import { conversion } from "../units/money";

/** Last year's figures out of last year's workbook. */
export interface PriorYear {
  /** By subject name, in the money unit of this year's workbook; empty where the workbook is of another year. */
  readonly figures: PriorFigures;
  /** Chinese: another unit or another year, both named. */
  readonly warnings: readonly string[];
}

/**
 * Takes last year's figures from last year's workbook, the same way as this year's. A workbook of another year yields
 * none; one of another unit (a renamed one, perhaps) is used, with a warning.
 */
export function priorYearFromBook(prior: AccountBook, book: AccountBook): PriorYear {
  const warnings: string[] = [];
  const otherYear = prior.year !== undefined && book.year !== undefined && prior.year !== book.year - 1;
  if (otherYear) {
    warnings.push(
      `所选上年工作簿是${prior.year ?? ""}年度的，本工作簿是${book.year ?? ""}年度的，应选${(book.year ?? 0) - 1}年度的，其数据未采用`,
    );
  }
  if (prior.year === undefined) warnings.push("所选上年工作簿没有写明年度，请核对");
  if (prior.unitName !== undefined && book.unitName !== undefined && !sameName(prior.unitName, book.unitName)) {
    warnings.push(`所选上年工作簿的单位是“${prior.unitName}”，本工作簿的单位是“${book.unitName}”，请核对`);
  }
  return { figures: otherYear ? new Map() : figuresOf(prior, book), warnings };
}

function sameName(a: string, b: string): boolean {
  return normaliseLabel(a) === normaliseLabel(b);
}

function figuresOf(prior: AccountBook, book: AccountBook): PriorFigures {
  const sources = { book: prior, parameters: new Map() };
  const scale = conversion(prior.moneyUnit, book.moneyUnit);
  const figures = SUBJECT_SPECS.filter((spec) => spec.prior).map((spec): [string, Quantity] => {
    const quantity = spec.now(sources);
    if (quantity.kind === "missing") return [spec.name, quantity];
    return [spec.name, known(quantity.value.times(scale), [], `上年工作簿：${quantity.formula}`)];
  });
  return new Map(figures.filter(([, quantity]) => quantity.kind === "known"));
}
