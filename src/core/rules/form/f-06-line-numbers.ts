import { plainAmount, type Amount } from "../../model/amount";
import { UNITS_OF_ONE, unitsOf } from "../../model/exact-sum";
import { a1 } from "../../model/cell";
import type { Figure } from "../../model/figure";
import type { Check, Rule } from "../../model/rule";
import type { AccountTable, TableKey } from "../../model/table";
import { FROM_FORMS } from "../shared/basis";
import { shortName } from "../shared/names";
import { notEvaluated } from "../shared/require";

const NUMBERED: readonly TableKey[] = ["Z01", "Z04"];

export const rule: Rule = {
  id: "F-06",
  title: "行次连续",
  statement: "收入方、支出方各自的行次从上到下逐一递增，不缺号、不重号。",
  severity: "hint",
  basis: FROM_FORMS,
  rationale: "行次是引用表内数据的依据。增删行后没有重排行次，就会缺号或重号。",
  remedy: "按提示的行次改正。",
  scope: NUMBERED,
  check: function* ({ book }) {
    const tables = NUMBERED.flatMap((key) => book.tables.get(key) ?? []);
    if (tables.length === 0) yield { kind: "notEvaluated", reason: "没有识别出带行次的表" };
    for (const table of tables) yield* lineNumbers(table);
  },
};

function* lineNumbers(table: AccountTable): Iterable<Check> {
  const halves = numberedHalves(table);
  if (halves.length === 0) yield notEvaluated(table, `${shortName(table)}没有行次栏`);
  for (const half of halves) {
    const wrong = wrongNumbers(half.map((figure) => figure.value));
    for (const [index, expected] of wrong) {
      const figure = half[index];
      if (!figure) continue;
      yield {
        kind: "violated",
        sheet: table.sheet,
        cells: [figure.cell],
        related: [],
        message: `${shortName(table)} ${a1(figure.cell)} 行次为 ${figure.raw}，应为 ${plainAmount(expected, 0)}`,
        expected: plainAmount(expected, 0),
        actual: plainAmount(figure.value, 0),
      };
    }
    for (let right = half.length - wrong.size; right > 0; right -= 1) yield { kind: "satisfied", cells: [] };
  }
}

/** The numbered lines of each half, one list for each column that holds 行次, from top to bottom; blanks are left out. */
function numberedHalves(table: AccountTable): readonly (readonly Figure[])[] {
  const halves = new Map<number, Figure[]>();
  for (const { lineNumber } of table.rows) {
    if (lineNumber?.kind !== "amount") continue;
    const half = halves.get(lineNumber.cell.column);
    if (half) half.push(lineNumber);
    else halves.set(lineNumber.cell.column, [lineNumber]);
  }
  return [...halves.values()].map((half) => half.sort((a, b) => a.cell.row - b.cell.row));
}

/** Whether each number is one more than the number before it. */
function isSequence(numbers: readonly Amount[]): boolean {
  const units = numbers.map(unitsOf);
  return units.every((unit, index) => {
    const before = units[index - 1];
    return unit !== undefined && (index === 0 || unit - (before ?? NaN) === UNITS_OF_ONE);
  });
}

/**
 * The numbers that break the sequence, by index, with what they should be. A number is wrong by itself where its
 * successors go on as if it were right numbered; where they go on from it, the jump is said once and counting goes on.
 */
export function wrongNumbers(numbers: readonly Amount[]): ReadonlyMap<number, Amount> {
  const wrong = new Map<number, Amount>();
  const [first, second, third] = numbers;
  if (!first || isSequence(numbers)) return wrong;
  const firstIsOdd = second && third && !second.eq(first.plus(1)) && third.eq(second.plus(1));
  let expected = firstIsOdd ? second.minus(1) : first;
  numbers.forEach((number, index) => {
    if (!number.eq(expected)) wrong.set(index, expected);
    const next = numbers[index + 1];
    const goesOnFromHere = next?.eq(number.plus(1)) === true && !next.eq(expected.plus(1));
    expected = (goesOnFromHere ? number : expected).plus(1);
  });
  return wrong;
}
