import type { Amount } from "../../model/amount";
import type { AccountBook } from "../../model/book";
import type { CellAddress } from "../../model/cell";
import { YEAR_KEY } from "./catalogue";

/** What a row of the parameter sheet holds. Amounts are in the workbook's money unit. */
export type ParameterValue =
  | { readonly kind: "number"; readonly value: Amount; readonly cell?: CellAddress }
  | { readonly kind: "text"; readonly text: string; readonly cell?: CellAddress };

/** Filled-in parameters by key; what is left blank is absent. */
export type Parameters = ReadonlyMap<string, ParameterValue>;

/** Keys of parameters that belong to a subject of the text, to a 项, or to a project. */
export const priorKey = (subject: string): string => `上年.${subject}`;
export const budgetKey = (codeOrSubject: string): string => `年初预算.${codeOrSubject}`;
export const projectShownKey = (project: string): string => `公开自评.${project}`;
/** What the office writes of a project behind its score (绩效自评综述). */
export const projectStoryKey = (project: string): string => `自评综述.${project}`;
export const DEPARTMENT_REVIEW = "部门评价.";

/** The book with the year that the parameter sheet gives, where its sheets state none. */
export function datedBook(book: AccountBook, parameters: Parameters): AccountBook {
  const year = /^\s*(\d{4})\s*年?/.exec(textOf(parameters, YEAR_KEY) ?? "")?.[1];
  return book.year === undefined && year !== undefined ? { ...book, year: Number(year) } : book;
}

/** Key of a reason: what changed, against what. */
export function reasonKey(subjectKey: string, against: string): string {
  return `原因.${subjectKey}.${against}`;
}

/** The number of a parameter, or undefined. */
export function numberOf(parameters: Parameters, key: string): (ParameterValue & { kind: "number" }) | undefined {
  const value = parameters.get(key);
  return value?.kind === "number" ? value : undefined;
}

/** The text of a parameter, or undefined where it is blank. */
export function textOf(parameters: Parameters, key: string): string | undefined {
  const value = parameters.get(key);
  return value?.kind === "text" && value.text.trim() !== "" ? value.text.trim() : undefined;
}
