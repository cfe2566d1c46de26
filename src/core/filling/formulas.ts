import { round, type Amount } from "../model/amount";
import { a1, type CellAddress } from "../model/cell";
import type { Figure } from "../model/figure";
import type { Term } from "../model/rule";
import { USUAL_DECIMALS } from "../units/precision";
import { asPrinted } from "../units/printing";

/** The value as it will stand in the cell: in the sheet's own unit, rounded as its parts are printed. */
export function printedValue(value: Amount, target: Figure, terms: readonly Term[]): Amount {
  return round(asPrinted(value, target), decimalsFor(target, terms));
}

/** Money is printed to the cent of its unit; inputs with more decimals keep them. */
function decimalsFor(target: Figure, terms: readonly Term[]): number {
  return Math.max(USUAL_DECIMALS, ...terms.map((t) => asPrinted(t.figure.value, target).decimalPlaces()));
}

/**
 * A live formula for Σ terms with references relative to the target's sheet, or undefined where a figure stands as
 * text, which Excel would not add. Sums use SUM, which passes over dashes; they are rounded as the figures are printed,
 * or to `decimals`.
 */
export function sumFormula(
  target: Figure,
  terms: readonly Term[],
  decimals = decimalsFor(target, terms),
): string | undefined {
  if (terms.length === 0 || terms.some((t) => t.figure.storedAsText)) return undefined;
  const plus = sumOf(
    target,
    terms.filter((t) => t.sign === 1),
  );
  const minus = sumOf(
    target,
    terms.filter((t) => t.sign === -1),
  );
  const [only] = terms;
  if (terms.length === 1 && only?.sign === 1 && only.figure.printing.scale.eq(target.printing.scale))
    return `=${reference(target, only.figure.cell)}`;
  const body = minus === "" ? plus : `${plus === "" ? "0" : plus}-${minus}`;
  return `=ROUND(${body},${decimals})`;
}

/** SUM over the cells, grouped by money unit; "" for none. */
function sumOf(target: Figure, terms: readonly Term[]): string {
  const byScale = new Map<string, Term[]>();
  for (const term of terms) {
    const factor = term.figure.printing.scale.div(target.printing.scale).toString();
    byScale.set(factor, [...(byScale.get(factor) ?? []), term]);
  }
  return [...byScale]
    .map(([factor, group]) => {
      const ranges = contiguousRanges(group.map((t) => t.figure.cell)).map((range) => rangeReference(target, range));
      const total = `SUM(${ranges.join(",")})`;
      return factor === "1" ? total : `${total}*${factor}`;
    })
    .join("+");
}

/** Runs of cells that touch each other in one row or column, in the order given. */
function contiguousRanges(cells: readonly CellAddress[]): readonly (readonly [CellAddress, CellAddress])[] {
  const ranges: [CellAddress, CellAddress][] = [];
  for (const cell of cells) {
    const last = ranges.at(-1);
    if (last && continues(last, cell)) last[1] = cell;
    else ranges.push([cell, cell]);
  }
  return ranges;
}

function continues([from, to]: readonly [CellAddress, CellAddress], next: CellAddress): boolean {
  if (to.sheet !== next.sheet) return false;
  const down = from.column === to.column && next.column === to.column && next.row === to.row + 1;
  const across = from.row === to.row && next.row === to.row && next.column === to.column + 1;
  return down || across;
}

function rangeReference(target: Figure, [from, to]: readonly [CellAddress, CellAddress]): string {
  const start = reference(target, from);
  return from === to ? start : `${start}:${a1(to)}`;
}

/** "C7" on the target's own sheet, else "'公开01表 收入支出决算总表'!C7". */
export function reference(target: { readonly cell: CellAddress }, cell: CellAddress): string {
  return cell.sheet === target.cell.sheet ? a1(cell) : `'${cell.sheet.replace(/'/g, "''")}'!${a1(cell)}`;
}
