import { functionalClassName } from "../glossary/functional-classes";
import type { StandardKey } from "../model/table";
import type { SubjectRow } from "./model";

/** A chosen 科目 and the tables it gets a row in. */
export interface ChosenSubject extends SubjectRow {
  readonly tables: readonly StandardKey[];
}

/** Whether a text is a functional code of one of the three levels: 类 201, 款 20103, 项 2010301. */
export function isFunctionalCode(code: string): boolean {
  return /^2\d{2}(?:\d{2}(?:\d{2})?)?$/.test(code);
}

/**
 * The rows of a table: what was chosen for it with the 类 and 款 above, in order of their codes, each once.
 * @param nameOf names of codes above that were not chosen themselves; "" where none is known: the clerk writes it
 */
export function subjectRows(
  chosen: readonly ChosenSubject[],
  table: StandardKey,
  nameOf: (code: string) => string | undefined,
): readonly SubjectRow[] {
  const own = new Map(chosen.map(({ code, name }) => [code, name]));
  const codes = new Set(
    chosen
      .filter(({ tables }) => tables.includes(table))
      .flatMap(({ code }) =>
        [3, 5, 7].filter((digits) => digits <= code.length).map((digits) => code.slice(0, digits)),
      ),
  );
  return [...codes].sort().map((code) => ({
    code,
    name: own.get(code) ?? nameOf(code) ?? functionalClassName(code) ?? "",
  }));
}
