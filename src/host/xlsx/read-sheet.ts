import { parseRange, type CellRange } from "../../core/model/cell";
import { NOT_CALCULATED, type CellValue, type SheetGrid } from "../../core/model/grid";
import { HostError } from "../errors";
import { LIMITS } from "./limits";
import { scanSheet, type ScannedCell } from "./scan-sheet";
import { unescapeString } from "./shared-strings";
import { shiftFormula } from "./shift-formula";
import { attribute } from "./xml-attributes";

/**
 * The grid of a worksheet's XML: the used range only (cells with contents), values, formulas where there are any,
 * merged areas.
 * @throws HostError `tooLarge` beyond the limits of a sheet, `damaged`.
 */
export function readSheet(name: string, xml: string, strings: readonly string[]): SheetGrid {
  const grid = new GridBuilder();
  const shared = new SharedFormulas();
  const merges: CellRange[] = [];
  scanSheet(xml, {
    cell(cell) {
      const formula = shared.formulaOf(cell);
      const value = cellValue(cell, strings) ?? (formula !== null && isUncalculated(cell) ? NOT_CALCULATED : null);
      if (value !== null || formula !== null) grid.put(cell.row, cell.column, value, formula);
    },
    other(event) {
      if (event.kind !== "open" || event.name !== "mergeCell") return;
      const range = rangeOf(attribute(xml.slice(event.start, event.end), "ref"));
      if (range) merges.push(range);
    },
  });
  return { name, ...grid.build(), ...(merges.length > 0 ? { merges } : {}) };
}

/** Area of an A1 reference; undefined where there is none or it is illegible: such a merge merges nothing. */
export function rangeOf(reference: string | undefined): CellRange | undefined {
  try {
    return reference === undefined ? undefined : parseRange(reference);
  } catch {
    return undefined;
  }
}

/** Value of a cell; the empty text counts as empty. Dates stay the numbers they are stored as. */
export function cellValue(cell: ScannedCell, strings: readonly string[]): CellValue {
  const raw = cell.value;
  if (raw === undefined || raw === "") return null;
  switch (cell.type) {
    case "s":
      return nonEmpty(strings[Number(raw)] ?? "");
    case "str":
    case "inlineStr":
      return nonEmpty(unescapeString(raw));
    case "b":
      return raw.trim() === "1" || raw.trim() === "true";
    case "e":
    case "d":
      return raw;
    default: {
      const number = Number(raw);
      return Number.isFinite(number) ? number : raw;
    }
  }
}

/** A formula that gave the empty text says so by its type; one without type and value was never calculated. */
function isUncalculated({ type, value }: ScannedCell): boolean {
  return type === "n" && (value ?? "").trim() === "";
}

function nonEmpty(text: string): string | null {
  return text === "" ? null : text;
}

/** Follows shared formulas: the first cell of a group holds the text, the others only its number. */
export class SharedFormulas {
  private readonly masters = new Map<string, { row: number; column: number; formula: string }>();

  /** Formula text with "=", or null where the cell has none. Cells must come in sheet order. @throws HostError `damaged` */
  formulaOf(cell: ScannedCell): string | null {
    if (cell.formulaTag === undefined) return null;
    const index = attribute(cell.formulaTag, "t") === "shared" ? attribute(cell.formulaTag, "si") : undefined;
    if (index === undefined) return cell.formula === "" ? "=" : `=${cell.formula}`;
    if (cell.formula !== "") {
      if (cell.formula.length > LIMITS.formula) throw new HostError("damaged", { technical: "overlong formula" });
      this.masters.set(index, { row: cell.row, column: cell.column, formula: cell.formula });
      return `=${cell.formula}`;
    }
    const master = this.masters.get(index);
    return master ? `=${shiftFormula(master.formula, cell.row - master.row, cell.column - master.column)}` : "=";
  }
}

/** Rows that hold nothing share one array: a sheet may have a million of them. */
const NO_VALUES: readonly CellValue[] = [];
const NO_FORMULAS: readonly (string | null)[] = [];

/** Gathers cells and cuts the used range out of them. */
class GridBuilder {
  private readonly values = new Map<number, CellValue[]>();
  private readonly formulas = new Map<number, (string | null)[]>();
  private left = Infinity;
  private count = 0;
  private places = 0;

  put(row: number, column: number, value: CellValue, formula: string | null): void {
    if (++this.count > LIMITS.cells) throw new HostError("tooLarge", { technical: "cells of a sheet" });
    if (column < this.left) this.left = column;
    let line = this.values.get(row);
    if (!line) this.values.set(row, (line = []));
    if (column >= line.length) this.places += column + 1 - line.length;
    if (this.places > LIMITS.places) throw new HostError("tooLarge", { technical: "places of a sheet" });
    fill(line, column);
    line[column] = value;
    if (formula === null) return;
    let texts = this.formulas.get(row);
    if (!texts) this.formulas.set(row, (texts = []));
    fill(texts, column);
    texts[column] = formula;
  }

  build(): Pick<SheetGrid, "top" | "left" | "values" | "formulas"> {
    if (this.count === 0) return { top: 0, left: 0, values: [] };
    let top = Infinity;
    let bottom = -1;
    for (const row of this.values.keys()) {
      if (row < top) top = row;
      if (row > bottom) bottom = row;
    }
    const { left } = this;
    const cut = <T>(rows: Map<number, T[]>, none: readonly T[]): (readonly T[])[] =>
      Array.from({ length: bottom - top + 1 }, (_, r) => {
        const row = rows.get(top + r);
        return row === undefined ? none : left === 0 ? row : row.slice(left);
      });
    const values = cut(this.values, NO_VALUES);
    return this.formulas.size === 0
      ? { top, left, values }
      : { top, left, values, formulas: cut(this.formulas, NO_FORMULAS) };
  }
}

function fill(line: (CellValue | null)[], column: number): void {
  while (line.length < column) line.push(null);
}
