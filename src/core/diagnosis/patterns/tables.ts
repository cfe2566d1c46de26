import type { AccountBook } from "../../model/book";
import type { AccountTable } from "../../model/table";
import type { PatternMatch } from "../patterns";
import { magnitude } from "../scale";
import type { Equation, LinearSystem } from "../system";
import { conversion } from "../../units/money";

/** A table is suspected as a whole only where at least this many of its ties to other tables are broken … */
const LEAST_BROKEN = 3;
/** … and these are at least this share of all its ties that carry a figure; all of them where they are few. */
const LEAST_SHARE = 0.7;
const FEW = 4;
/** Its own sums may be broken at most at this share of the ties … */
const MOST_INTERNAL = 0.25;
/** … and at least so many of them hold: two figures that agree with each other make no table of its own. */
const LEAST_HOLDING = 4;

/** Ties and own sums of one table. */
interface Ties {
  readonly table: AccountTable;
  readonly cross: Equation[];
  readonly broken: Equation[];
  internalBroken: number;
  internalHolding: number;
}

/** A table whose own sums hold while its ties to the other tables break: another year's, or another money unit. */
export function tablePatterns(
  book: AccountBook,
  system: LinearSystem,
  counts: (equation: Equation) => boolean,
): readonly PatternMatch[] {
  const brokenTies = system.violated.filter(counts).filter((equation) => sheetsOf(equation).length > 1);
  if (brokenTies.length < LEAST_BROKEN) return [];
  const ranked = [...tiesByTable(book, system.equations.filter(counts))].sort(
    (a, b) => b.broken.length - a.broken.length || shareBroken(b) - shareBroken(a),
  );
  const [worst, second] = ranked;
  // Where the table most ties break at is in disorder itself, it is not for its partners to be the odd ones.
  if (!worst || !isSuspect(worst)) return [];
  if (second && isSuspect(second) && second.broken.length === worst.broken.length) return [];
  const { sheet, title } = worst.table;
  const kind = worst.broken.every((equation) => differsByTenThousand(equation, worst.table))
    ? "moneyUnit"
    : "otherYear";
  const touching = system.violated.filter(
    (equation) => counts(equation) && equation.members.some(({ unknown }) => unknown.figure.cell.sheet === sheet),
  );
  const across = touching.filter(({ members }) => members.some(({ unknown }) => unknown.figure.cell.sheet !== sheet));
  return [{ pattern: { kind, sheet, cell: title.cell }, equations: across, inQuestion: [] }];
}

/** Sheets an equality touches, where it carries any figure; each once. */
function sheetsOf(equation: Equation): readonly string[] {
  if (equation.relation !== "=") return [];
  const sheets: string[] = [];
  let carries = false;
  for (const { unknown } of equation.members) {
    const { figure } = unknown;
    if (!sheets.includes(figure.cell.sheet)) sheets.push(figure.cell.sheet);
    carries ||= !figure.value.isZero();
  }
  return carries ? sheets : [];
}

function tiesByTable(book: AccountBook, equations: readonly Equation[]): readonly Ties[] {
  const bySheet = new Map<string, Ties>();
  for (const table of book.tables.values())
    bySheet.set(table.sheet, { table, cross: [], broken: [], internalBroken: 0, internalHolding: 0 });
  for (const equation of equations) {
    const sheets = sheetsOf(equation);
    for (const sheet of sheets) {
      const ties = bySheet.get(sheet);
      if (!ties) continue;
      if (sheets.length > 1) {
        ties.cross.push(equation);
        if (equation.violated) ties.broken.push(equation);
      } else if (equation.violated) {
        ties.internalBroken += 1;
      } else ties.internalHolding += 1;
    }
  }
  return [...bySheet.values()];
}

function shareBroken({ cross, broken }: Ties): number {
  return cross.length === 0 ? 0 : broken.length / cross.length;
}

function isSuspect(ties: Ties): boolean {
  const { broken, cross, internalBroken, internalHolding } = ties;
  return (
    broken.length >= LEAST_BROKEN &&
    (broken.length < FEW ? broken.length === cross.length : shareBroken(ties) >= LEAST_SHARE) &&
    internalBroken <= broken.length * MOST_INTERNAL &&
    internalHolding >= LEAST_HOLDING
  );
}

/** Whether the table's side of the equation is 10,000 times (or a ten-thousandth of) the other side, but for rounding. */
function differsByTenThousand(equation: Equation, table: AccountTable): boolean {
  let own = 0n;
  let other = 0n;
  for (const { unknown, coefficient } of equation.members) {
    if (unknown.figure.cell.sheet === table.sheet) own += coefficient * unknown.value;
    else other -= coefficient * unknown.value;
  }
  if (own === 0n || other === 0n) return false;
  const leeway = equation.tolerance * TEN_THOUSAND;
  return magnitude(own - other * TEN_THOUSAND) <= leeway || magnitude(other - own * TEN_THOUSAND) <= leeway;
}

const TEN_THOUSAND = BigInt(conversion("万元", "元").toNumber());
