import { a1, cellKey, parseA1, parseRange, type CellAddress, type CellRange } from "../model/cell";
import type { Figure } from "../model/figure";

/** An area a formula refers to. */
interface Reference {
  readonly sheet: string;
  readonly range: CellRange;
}

const REFERENCE =
  /(?:'((?:[^']|'')+)'!|([\p{L}\p{N}_.]+)!)?(\$?[A-Z]{1,3}\$?[1-9]\d*(?::\$?[A-Z]{1,3}\$?[1-9]\d*)?)(?![\p{L}\p{N}_(!])/giu;
const TEXT_LITERAL = /"(?:[^"]|"")*"/g;

/** A place given by its distance from a cell ("OFFSET(D7,1,0)" is D8). */
const MOVED = /OFFSET\((\$?[A-Z]{1,3}\$?[1-9]\d*),(-?\d+),(-?\d+)\)/gi;

function withMovedPlaces(formula: string): string {
  return formula.replace(MOVED, (text, cell: string, down: string, right: string) => {
    const { row, column } = parseA1(cell);
    const [to, across] = [row + Number(down), column + Number(right)];
    return to < 0 || across < 0 ? text : a1({ row: to, column: across });
  });
}

/** Areas of this workbook that a formula on `sheet` refers to; whole rows, columns and names are not followed. */
function referencesOf(formula: string, sheet: string): readonly Reference[] {
  return [...withMovedPlaces(formula.replace(TEXT_LITERAL, "")).matchAll(REFERENCE)].map(
    ([, quoted, plain, area = ""]) => ({
      sheet: quoted?.replace(/''/g, "'") ?? plain ?? sheet,
      range: parseRange(area),
    }),
  );
}

function contains({ sheet, range }: Reference, cell: CellAddress): boolean {
  return (
    sheet === cell.sheet &&
    cell.row >= range.top &&
    cell.row <= range.bottom &&
    cell.column >= range.left &&
    cell.column <= range.right
  );
}

/**
 * Which cells the live formulas among some figures depend on, through one another too. A formula that refers to a blank
 * cell shows what it would without it, so it is no evidence for that cell; and a formula must never be written that
 * refers back to its own cell.
 */
export class FormulaLinks {
  private readonly own = new Map<string, readonly Reference[]>();
  private readonly cells: readonly CellAddress[];
  private readonly reached = new Map<string, readonly Reference[]>();

  constructor(figures: Iterable<Figure>) {
    const cells: CellAddress[] = [];
    for (const { cell, formula } of figures) {
      const key = cellKey(cell);
      if (formula === undefined || this.own.has(key)) continue;
      this.own.set(key, referencesOf(formula, cell.sheet));
      cells.push(cell);
    }
    this.cells = cells;
  }

  /** Whether the formula of `from` depends on `cell`; false where it holds none. */
  depends(from: CellAddress, cell: CellAddress): boolean {
    return this.all(cellKey(from)).some((reference) => contains(reference, cell));
  }

  /** The cells among `candidates` that the formula of `from` depends on. */
  among(from: CellAddress, candidates: readonly CellAddress[]): readonly CellAddress[] {
    const references = this.all(cellKey(from));
    return references.length === 0 ? [] : candidates.filter((cell) => references.some((r) => contains(r, cell)));
  }

  private all(key: string): readonly Reference[] {
    const known = this.reached.get(key);
    if (known) return known;
    const seen = new Set([key]);
    const found: Reference[] = [];
    for (let open = [...(this.own.get(key) ?? [])]; open.length > 0;) {
      found.push(...open);
      const next = this.cells.filter((cell) => !seen.has(cellKey(cell)) && open.some((r) => contains(r, cell)));
      for (const cell of next) seen.add(cellKey(cell));
      open = next.flatMap((cell) => this.own.get(cellKey(cell)) ?? []);
    }
    this.reached.set(key, found);
    return found;
  }
}
