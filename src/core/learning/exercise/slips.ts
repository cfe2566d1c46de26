import { amount } from "../../model/amount";
import type { AccountBook } from "../../model/book";
import type { CellAddress } from "../../model/cell";
import type { Figure } from "../../model/figure";
import type { JudgedIdentity } from "../../model/finding";
import type { CellValue } from "../../model/grid";

/** Kinds of mistakes an exercise hides. */
export const EXERCISE_SLIPS = ["transposed", "decimalPoint", "droppedDigit", "scoreTotal", "grade"] as const;
export type ExerciseSlip = (typeof EXERCISE_SLIPS)[number];

/** A cell that could be got wrong, and how. */
export interface SlipCandidate {
  readonly kind: ExerciseSlip;
  readonly cell: CellAddress;
  readonly was: CellValue;
  readonly becomes: CellValue;
}

/** Grades from the best on, as they are written. */
const GRADES = [
  ["优", "良", "中", "差"],
  ["优秀", "良好", "中", "差"],
];

/** Every mistake of a kind that could be made in a book; what it does to the checks is not asked here. */
export function candidatesOf(
  kind: ExerciseSlip,
  book: AccountBook,
  identities: readonly JudgedIdentity[],
): readonly SlipCandidate[] {
  switch (kind) {
    case "grade":
      return book.summaries
        .flatMap(({ rows }) => rows.flatMap(({ grade }) => grade ?? []))
        .flatMap(({ cell, text }) => {
          const scale = GRADES.find((grades) => grades.includes(text.trim()));
          const other = scale?.[scale.indexOf(text.trim()) + 1];
          return other === undefined ? [] : [{ kind, cell, was: text, becomes: other }];
        });
    case "scoreTotal":
      return book.forms
        .flatMap(({ totals }) => totals.flatMap(({ score }) => score ?? []))
        .flatMap((score) => changed(kind, score, (text) => [amount(text).minus(2).toString()]));
    default:
      return tableFigures(book, identities).flatMap((figure) => changed(kind, figure, WAYS[kind]));
  }
}

/** Figures of the tables that are typed numbers, each once. */
function tableFigures(book: AccountBook, identities: readonly JudgedIdentity[]): readonly Figure[] {
  const sheets = new Set([...book.tables.values()].map(({ sheet }) => sheet));
  const figures = identities
    .flatMap(({ identity }) => [...identity.left, ...identity.right].map((term) => term.figure))
    .filter(({ cell }) => sheets.has(cell.sheet));
  return [...new Map(figures.map((figure) => [JSON.stringify(figure.cell), figure])).values()];
}

/** How a number's text goes wrong, by kind. */
const WAYS: Readonly<Record<"transposed" | "decimalPoint" | "droppedDigit", (text: string) => readonly string[]>> = {
  transposed: (text) =>
    Array.from(text).flatMap((digit, i) => {
      const next = text[i + 1];
      const isPair = /\d/.test(digit) && next !== undefined && /\d/.test(next) && digit !== next;
      if (!isPair || (i === 0 && next === "0")) return [];
      return [text.slice(0, i) + next + digit + text.slice(i + 2)];
    }),
  decimalPoint: (text) => [amount(text).times(10).toString()],
  droppedDigit: (text) => {
    const whole = text.split(".")[0] ?? "";
    if (whole.length < 3) return [];
    return Array.from(whole)
      .map((_, i) => text.slice(0, i) + text.slice(i + 1))
      .filter((made) => !/^0/.test(made));
  },
};

function changed(kind: ExerciseSlip, figure: Figure, way: (text: string) => readonly string[]): SlipCandidate[] {
  if (figure.kind !== "amount" || figure.storedAsText || figure.formula !== undefined) return [];
  if (!/^\d{2,}(?:\.\d{1,2})?$/.test(figure.raw)) return [];
  return way(figure.raw)
    .filter((text) => text !== figure.raw)
    .map((text) => ({ kind, cell: figure.cell, was: Number(figure.raw), becomes: Number(text) }));
}
