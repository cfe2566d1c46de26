import type { CellAddress } from "../../core/model/cell";
import type { CellValue } from "../../core/model/grid";
import type { CellState } from "../port";

/** An element of Range.values or Range.formulas as Excel hands it over. */
export type OfficeCell = string | number | boolean;

/** Content of a cell from its value and formula elements: "" is empty, a formula differs from what it yields. */
export function contentOf(value: OfficeCell, formula: OfficeCell): { content: CellValue; isFormula: boolean } {
  const text = formulaText(value, formula);
  return text === null
    ? { content: value === "" ? null : value, isFormula: false }
    : { content: text, isFormula: true };
}

/** Formula text where the cell holds one. A text cell that reads "=…" has the same value and "formula". */
export function formulaText(value: OfficeCell, formula: OfficeCell): string | null {
  return typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula : null;
}

export function stateOf(cell: CellAddress, value: OfficeCell, formula: OfficeCell, numberFormat: string): CellState {
  return { cell, ...contentOf(value, formula), numberFormat };
}

/**
 * What to put into Range.formulas so that the cell holds exactly this content. Text that Excel would take for a
 * number, date, formula, truth or error value gets Excel's own text mark, the apostrophe, unless the cell's format is
 * text ("@") anyway; other text goes in bare, so that no mark stays on it.
 */
export function entryFor(content: CellValue, isFormula: boolean, numberFormat: string): OfficeCell {
  if (content === null) return "";
  if (typeof content !== "string" || isFormula || content === "") return content;
  if (ERROR_VALUE.test(content)) return content;
  return numberFormat !== "@" && mayBeTakenForOther(content) ? `'${content}` : content;
}

/** A cell that held an error value is to hold it again, not a text that reads like it. */
const ERROR_VALUE = /^#(REF!|DIV\/0!|N\/A|VALUE!|NAME\?|NUM!|NULL!)$/;

function mayBeTakenForOther(text: string): boolean {
  return /^\s*[=+\-@'#]|\d|^\s*(true|false)\s*$/i.test(text);
}

/** Whether a cell formatted as text must get another format first, to hold this as a number or a formula. */
export function needsFormatChange(content: CellValue, isFormula: boolean, numberFormat: string): boolean {
  return numberFormat === "@" && (isFormula || typeof content === "number" || typeof content === "boolean");
}

/** Contents as a write's expectation compares them: as trimmed text, blank and empty alike. */
export function sameContent(
  a: { readonly content: CellValue; readonly isFormula: boolean },
  b: { readonly content: CellValue; readonly isFormula: boolean },
): boolean {
  return a.isFormula === b.isFormula && plainText(a.content) === plainText(b.content);
}

function plainText(content: CellValue): string {
  return content === null ? "" : String(content).trim();
}
