import type { AccountBook } from "../../model/book";
import type { AccountTable } from "../../model/table";
import type { PatternMatch } from "../patterns";
import type { Equation, LinearSystem } from "../system";

/** A table is suspected as a whole only where at least this many of its ties to other tables are broken … */
const LEAST_BROKEN = 4;
/** … and these are at least this share of all its ties that carry a figure. */
const LEAST_SHARE = 0.7;
/** Its own sums may be broken at most at this share of the ties. */
const MOST_INTERNAL = 0.25;

/** Ties and own sums of one table. */
interface Ties {
  readonly table: AccountTable;
  readonly cross: readonly Equation[];
  readonly broken: readonly Equation[];
  readonly internalBroken: number;
}

/** A table whose own sums hold while its ties to the other tables break: another year's, or another money unit. */
export function tablePatterns(book: AccountBook, system: LinearSystem): readonly PatternMatch[] {
  if (!system.equations.some((e) => e.violated)) return [];
  const suspects = [...book.tables.values()]
    .map((table) => tiesOf(table, system))
    .filter(isSuspect)
    .sort((a, b) => b.broken.length / b.cross.length - a.broken.length / a.cross.length);
  const [worst, second] = suspects;
  if (!worst || (second && shareBroken(second) === shareBroken(worst))) return [];
  const kind = worst.broken.every((equation) => differsByTenThousand(equation, worst.table, system))
    ? "moneyUnit"
    : "otherYear";
  const { sheet, title } = worst.table;
  return [{ pattern: { kind, sheet, cell: title.cell }, equations: worst.broken, inQuestion: [] }];
}

function tiesOf(table: AccountTable, system: LinearSystem): Ties {
  const cross: Equation[] = [];
  let internalBroken = 0;
  for (const equation of system.equations) {
    if (equation.relation !== "=") continue;
    const sheets = new Set<string>();
    let carries = false;
    for (const { unknown } of equation.members) {
      const figure = system.unknowns[unknown]?.figure;
      if (figure) sheets.add(figure.cell.sheet);
      if (figure && !figure.value.isZero()) carries = true;
    }
    if (!carries || !sheets.has(table.sheet)) continue;
    if (sheets.size > 1) cross.push(equation);
    else if (equation.violated) internalBroken += 1;
  }
  return { table, cross, broken: cross.filter((e) => e.violated), internalBroken };
}

function shareBroken({ cross, broken }: Ties): number {
  return cross.length === 0 ? 0 : broken.length / cross.length;
}

function isSuspect(ties: Ties): boolean {
  return (
    ties.broken.length >= LEAST_BROKEN &&
    shareBroken(ties) >= LEAST_SHARE &&
    ties.internalBroken <= ties.broken.length * MOST_INTERNAL
  );
}

/** Whether the table's side of the equation is 10,000 times (or a ten-thousandth of) the other side. */
function differsByTenThousand(equation: Equation, table: AccountTable, system: LinearSystem): boolean {
  let own = 0n;
  let other = 0n;
  for (const { unknown: index, coefficient } of equation.members) {
    const unknown = system.unknowns[index];
    if (unknown?.figure.cell.sheet === table.sheet) own += coefficient * unknown.value;
    else if (unknown) other -= coefficient * unknown.value;
  }
  return (own !== 0n && own === other * 10_000n) || (other !== 0n && other === own * 10_000n);
}
