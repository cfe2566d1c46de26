import type { AccountBook } from "../../model/book";
import { a1, type CellAddress } from "../../model/cell";
import type { Figure } from "../../model/figure";
import type { SelfEvaluationForm } from "../../model/form";
import type { Check, NotEvaluated, Satisfied, Violation } from "../../model/rule";
import { isAbsent, projectOf } from "../../scoring/form-figures";

/** Runs a rule over every form; where the workbook has none, says so instead. */
export function* eachForm(book: AccountBook, body: (form: SelfEvaluationForm) => Iterable<Check>): Iterable<Check> {
  if (book.forms.length === 0) {
    yield { kind: "notEvaluated", reason: "缺少项目支出绩效自评表", missing: "ZP" };
    return;
  }
  for (const form of book.forms) yield* body(form);
}

/** Runs a rule over every form that is scored as a 自评表 is, those of a whole department included. */
export function* eachScoredForm(
  book: AccountBook,
  body: (form: SelfEvaluationForm) => Iterable<Check>,
): Iterable<Check> {
  if (book.forms.length > 0 || book.departmentForms.length === 0) yield* eachForm(book, body);
  for (const form of book.departmentForms) yield* body(form);
}

/** Why the indicators of a form cannot be judged by their 分值 at all (Chinese); undefined where they can. */
export function withoutWeights({ indicators }: SelfEvaluationForm): string | undefined {
  if (indicators.length === 0) return "没有绩效指标";
  return indicators.some(({ weight }) => !isAbsent(weight)) ? undefined : "绩效指标没有分值栏";
}

/** Text in the column of reasons that states there is no deviation: 无偏差, 不存在偏差. */
export function deniesDeviation(text: string): boolean {
  return /^(?:无|没有|不存在|未发生)(?:明显|较大)?(?:偏差|偏离)(?:情况)?[。.]?$/.test(text.trim());
}

/** A reason why something on a form was not checked, at a cell where there is one. */
export function formNotEvaluated(form: SelfEvaluationForm, reason: string, cell?: CellAddress): NotEvaluated {
  const where = cell ? ` ${a1(cell)}` : "";
  return {
    kind: "notEvaluated",
    reason: `${form.sheet}${where}（${projectOf(form)}）${reason}`,
    sheet: form.sheet,
    ...(cell ? { cell } : {}),
  };
}

/** A check of a form that holds. */
export function holds(cells: readonly CellAddress[], withinRounding = false): Satisfied {
  return { kind: "satisfied", cells, ...(withinRounding ? { withinRounding } : {}) };
}

/** A violation on a form, filed under its project. */
export function violation(
  form: SelfEvaluationForm,
  finding: Pick<Violation, "cells" | "message"> & Partial<Violation>,
): Violation {
  return { related: [], ...finding, kind: "violated", sheet: form.sheet, project: projectOf(form) };
}

/** How an unreadable figure is said: "G13 分值“十五”不是数字". */
export function unreadable(form: SelfEvaluationForm, figure: Figure, what: string): NotEvaluated {
  const state = figure.kind === "invalid" ? `“${figure.raw}”不是数字` : "未填";
  return formNotEvaluated(form, `${what}${state}`, figure.cell);
}
