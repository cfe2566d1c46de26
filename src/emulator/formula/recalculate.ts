import type { CellRange } from "../../core/model/cell";
import type { CellValue } from "../../core/model/grid";
import { evaluate, FormulaError, UnknownFunction } from "./evaluate";
import { parseFormula } from "./parse";

/** The part of a sheet that calculation needs. */
export interface CalculatedSheet {
  readonly name: string;
  cell(row: number, column: number): { readonly value: CellValue };
  formulaCells(): readonly (readonly [row: number, column: number, cell: { readonly formula: string | null }])[];
  setCalculated(row: number, column: number, value: CellValue): void;
}

/**
 * Calculates every formula that stays within the small grammar of this folder (+ - * / ^ & comparisons, %, SUM, SUMIF,
 * SUMIFS, SUMPRODUCT, COUNT, COUNTIFS, AVERAGE, MIN, MAX, ABS, ROUND, IF, AND, OR, N, IFERROR, LEN, LEFT, OFFSET, other
 * sheets). A formula outside it keeps its last value, "#NAME?" where it has none.
 */
export function recalculate(workbook: { readonly sheets: readonly CalculatedSheet[] }): void {
  new Calculation(workbook.sheets).run();
}

interface FormulaCell {
  readonly sheet: CalculatedSheet;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  state: "waiting" | "running" | "done";
}

class Calculation {
  private readonly sheets: ReadonlyMap<string, CalculatedSheet>;
  private readonly formulas = new Map<string, FormulaCell>();

  constructor(sheets: readonly CalculatedSheet[]) {
    this.sheets = new Map(sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
    for (const sheet of sheets) {
      for (const [row, column, { formula }] of sheet.formulaCells()) {
        if (formula === null) continue;
        this.formulas.set(keyOf(sheet.name, row, column), { sheet, row, column, formula, state: "waiting" });
      }
    }
  }

  run(): void {
    for (const cell of this.formulas.values()) this.settle(cell);
  }

  private settle(cell: FormulaCell): void {
    if (cell.state !== "waiting") return;
    cell.state = "running";
    const before = cell.sheet.cell(cell.row, cell.column).value;
    const after = this.result(cell, before);
    cell.state = "done";
    if (after !== before) cell.sheet.setCalculated(cell.row, cell.column, after);
  }

  private result(cell: FormulaCell, before: CellValue): CellValue {
    const expression = parseFormula(cell.formula);
    if (!expression) return before ?? "#NAME?";
    try {
      const value = evaluate(expression, {
        values: (sheet, range) => this.read(sheet ?? cell.sheet.name, range),
      });
      return value ?? 0;
    } catch (error) {
      if (error instanceof FormulaError) return error.value;
      if (error instanceof UnknownFunction) return before ?? "#NAME?";
      throw error;
    }
  }

  /** Values of a range, after the formulas in it were settled. A circle gives 0, as Excel shows. */
  private read(name: string, range: CellRange): readonly CellValue[] | undefined {
    const sheet = this.sheets.get(name.toLowerCase());
    if (!sheet) return undefined;
    const found: CellValue[] = [];
    for (let row = range.top; row <= range.bottom; row += 1) {
      for (let column = range.left; column <= range.right; column += 1) {
        const formula = this.formulas.get(keyOf(name, row, column));
        if (formula) this.settle(formula);
        found.push(formula?.state === "running" ? 0 : sheet.cell(row, column).value);
      }
    }
    return found;
  }
}

function keyOf(sheet: string, row: number, column: number): string {
  return `${sheet.toLowerCase()}\u0000${row},${column}`;
}
