import { cellKey, type CellAddress } from "../../core/model/cell";
import { HostError } from "../errors";
import type { CellExpectation, CellState, CellWrite } from "../port";
import { blockText, cellCount, cellsOf, matrixOf, type Block } from "./cell-blocks";
import { entryFor, needsFormatChange, sameContent, stateOf, type OfficeCell } from "./cell-content";

/** States of cells by `cellKey`. */
export type States = ReadonlyMap<string, CellState>;

/** @throws HostError `sheetMissing`: nothing can be read of a sheet that is gone */
export function stateIn(states: States, cell: CellAddress): CellState {
  const state = states.get(cellKey(cell));
  if (!state) throw new HostError("sheetMissing", { sheet: cell.sheet });
  return state;
}

/** Adds the states of a block that was loaded with values, formulas and numberFormat. */
export function collect(states: Map<string, CellState>, block: Block, range: Excel.Range): void {
  const values = range.values as OfficeCell[][];
  const formulas = range.formulas as OfficeCell[][];
  const formats = range.numberFormat as string[][];
  for (const cell of cellsOf(block)) {
    const r = cell.row - block.top;
    const c = cell.column - block.left;
    const state = stateOf(cell, values[r]?.[c] ?? "", formulas[r]?.[c] ?? "", formats[r]?.[c] ?? "General");
    states.set(cellKey(cell), state);
  }
}

/** @throws HostError `changed`, naming the cells that no longer hold what was expected */
export function refuseChanged(states: States, expected: readonly CellExpectation[]): void {
  const changed = expected.filter((expectation) => {
    const state = stateIn(states, expectation.cell);
    const otherFormat = expectation.numberFormat !== undefined && expectation.numberFormat !== state.numberFormat;
    return otherFormat || !sameContent(expectation, state);
  });
  const [first] = changed;
  if (first) throw new HostError("changed", { sheet: first.cell.sheet, cells: changed.map(({ cell }) => cell) });
}

/** What every written cell is to hold afterwards, number format included. The last write to a cell counts. */
export function planOf(writes: readonly CellWrite[], states: States): States {
  return new Map(
    writes.map(({ cell, content, isFormula, numberFormat, formatFrom }) => {
      const current = (formatFrom && stateIn(states, formatFrom).numberFormat) ?? stateIn(states, cell).numberFormat;
      const kept = needsFormatChange(content, isFormula, current) ? "General" : current;
      return [cellKey(cell), { cell, content, isFormula, numberFormat: numberFormat ?? kept }];
    }),
  );
}

/**
 * Queues what makes a block hold the planned contents and formats. Formats are set only where they differ, and again
 * after formulas, to which Excel may give a format of its own choice; on protected sheets that choice cannot be undone.
 * A number in a cell formatted as text must be entered before the format, else it becomes text.
 * @param current the number formats the cells have now
 */
export function enter(
  sheet: Excel.Worksheet,
  block: Block,
  plan: States,
  current: States,
  isProtected: boolean,
): Excel.Range {
  const range = sheet.getRange(blockText(block));
  const now = matrixOf(block, (cell) => stateIn(current, cell).numberFormat);
  const final = matrixOf(block, (cell) => stateIn(plan, cell).numberFormat);
  const entered = matrixOf(block, (cell) => {
    const { content, isFormula, numberFormat } = stateIn(plan, cell);
    return needsFormatChange(content, isFormula, numberFormat) ? "General" : numberFormat;
  });
  const hasFormula = [...cellsOf(block)].some((cell) => stateIn(plan, cell).isFormula);
  if (!sameMatrix(now, entered)) range.numberFormat = entered;
  range.formulas = matrixOf(block, (cell) => {
    const { content, isFormula } = stateIn(plan, cell);
    return entryFor(content, isFormula, entered[cell.row - block.top]?.[cell.column - block.left] ?? "General");
  });
  if (!sameMatrix(entered, final) || (hasFormula && !isProtected)) range.numberFormat = final;
  return range;
}

function sameMatrix(a: readonly (readonly string[])[], b: readonly (readonly string[])[]): boolean {
  return a.every((row, r) => row.every((format, c) => format === b[r]?.[c]));
}

/** Cuts a block that is larger than a batch may be into rows. */
export function splitTall(block: Block, limit: number): readonly Block[] {
  if (cellCount(block) <= limit) return [block];
  const rows = Math.max(1, Math.floor(limit / (block.right - block.left + 1)));
  const parts: Block[] = [];
  for (let top = block.top; top <= block.bottom; top += rows) {
    parts.push({ ...block, top, bottom: Math.min(block.bottom, top + rows - 1) });
  }
  return parts;
}
