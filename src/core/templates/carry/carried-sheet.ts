import { cellKey } from "../../model/cell";
import type { CellValue, SheetGrid } from "../../model/grid";
import type { SheetLooks } from "../../model/look";
import type { SheetKind } from "../../model/table";
import type { PlannedCell, SheetPlan } from "../model";
import { looksAtCells, renamedFormula } from "./renamed-formula";

/** What the copy of a sheet is to hold instead. */
export interface SheetChanges {
  readonly kind: SheetKind;
  readonly name: string;
  /** New names of all sheets that are copied, by the old ones in lower case. */
  readonly names: ReadonlyMap<string, string>;
  /** Keys of cells to empty; formulas that look at cells stay. */
  readonly emptied: ReadonlySet<string>;
  /** Values for cells, whatever stood there but a formula that looks at cells. */
  readonly values: ReadonlyMap<string, CellValue>;
  /** Formulas for cells, whatever stood there. */
  readonly formulas: ReadonlyMap<string, string>;
  /** Texts that stay are passed through this. */
  readonly text: (text: string, row: number) => string;
  /** The last row of the head, repeated on every page. */
  readonly headEnd: number;
}

/** What became of the contents. */
export interface SheetTally {
  readonly emptied: number;
  readonly formulas: number;
  /** Formulas that look at sheets or workbooks which are not carried: their cells are left blank. */
  readonly lost: number;
}

/** A sheet of last year's as next year begins it: same cells, looks, sizes and merged areas. */
export function carriedSheet(
  grid: SheetGrid,
  looks: SheetLooks,
  changes: SheetChanges,
): { readonly plan: SheetPlan; readonly tally: SheetTally } {
  const tally = { emptied: 0, formulas: 0, lost: 0 };
  const cellAt = (row: number, column: number): PlannedCell | null => {
    const key = cellKey({ sheet: grid.name, row, column });
    const [r, c] = [row - grid.top, column - grid.left];
    const value = grid.values[r]?.[c] ?? null;
    const own = grid.formulas?.[r]?.[c] ?? undefined;
    const look = looks.cells[row]?.[column] ?? undefined;
    const styled = look ? { look } : {};
    const given = changes.formulas.get(key);
    if (given !== undefined) return { content: given, isFormula: true, ...styled };
    if (own !== undefined && looksAtCells(own)) {
      const formula = renamedFormula(own, changes.names);
      tally[formula === undefined ? "lost" : "formulas"] += 1;
      if (formula !== undefined) return { content: formula, isFormula: true, ...styled };
    }
    const isEmptied = changes.emptied.has(key) || own !== undefined;
    if (isEmptied && value !== null) tally.emptied += 1;
    const kept = typeof value === "string" ? changes.text(value, row) : value;
    const content = changes.values.get(key) ?? (isEmptied ? null : kept);
    return content === null && !look ? null : { content, ...styled };
  };
  const given = [...changes.formulas.keys()].map((key) => Number(/\u0000(\d+),/.exec(key)?.[1] ?? 0) + 1);
  const height = Math.max(grid.top + grid.values.length, looks.cells.length, ...given);
  const width = Math.max(
    ...grid.values.map((row) => grid.left + row.length),
    ...looks.cells.map((row) => row.length),
    1,
  );
  const rows = Array.from({ length: height }, (_, row) => Array.from({ length: width }, (__, c) => cellAt(row, c)));
  return {
    plan: {
      name: changes.name,
      kind: changes.kind,
      rows,
      widths: looks.widths,
      heights: looks.heights,
      merges: grid.merges ?? [],
      repeated: { top: 0, bottom: changes.headEnd },
      isPortrait: looks.isPortrait,
      onePage: height <= ONE_PAGE,
    },
    tally,
  };
}

/** Rows that still are legible on one page. */
const ONE_PAGE = 60;
