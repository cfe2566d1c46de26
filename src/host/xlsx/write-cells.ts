import { cellKey, type CellAddress } from "../../core/model/cell";
import type { CellValue } from "../../core/model/grid";
import { HostError } from "../errors";
import type { CellExpectation, CellWrite } from "../port";
import { allowsFormats, inspectSheet, isPartOfArea, type InspectedCell, type InspectedSheet } from "./inspect-sheet";
import type { OpcPackage } from "./opc-package";
import { patchCells, type CellPatch } from "./patch-cells";
import { bySheet, worksheetParts } from "./sheet-parts";
import type { StylesPart } from "./styles-part";
import { StylesStore } from "./styles-store";

type Inspected = ReadonlyMap<string, InspectedSheet>;

/** Looks at cells of any sheets, each sheet once. @throws HostError `sheetMissing`, `damaged` */
export function inspectCells(opc: OpcPackage, strings: readonly string[], cells: readonly CellAddress[]): Inspected {
  const sheets = new Map<string, InspectedSheet>();
  for (const [name, { part, items }] of bySheet(worksheetParts(opc), cells, (cell) => cell.sheet)) {
    sheets.set(name, inspectSheet(opc.text(part), items, strings));
  }
  return sheets;
}

/**
 * Writes all cells or none; answers whether a formula was written or replaced.
 * @throws HostError `changed` where a cell no longer holds what is expected, `protected` for locked cells of protected
 * sheets (as Excel refuses them), `notWritable` inside merged areas and array formulas, `sheetMissing`, `damaged`.
 */
export function writeCells(
  opc: OpcPackage,
  strings: readonly string[],
  writes: readonly CellWrite[],
  expected: readonly CellExpectation[],
): boolean {
  const cells = [...writes, ...expected].map(({ cell }) => cell);
  const sources = writes.flatMap((write) => (write.formatFrom ? [write.formatFrom] : []));
  const sheets = inspectCells(opc, strings, [...cells, ...sources]);
  const styles = new StylesStore(opc);
  assertExpected(sheets, styles.part, expected);
  let touchesFormulas = false;
  const texts = new Map<string, string>();
  for (const [name, { part, items }] of bySheet(worksheetParts(opc), writes, (write) => write.cell.sheet)) {
    const sheet = sheets.get(name);
    if (!sheet) continue;
    assertWritable(name, sheet, items, styles.part);
    // The last of several writes to one cell counts, as it would one after the other.
    const patches = new Map<string, CellPatch>();
    for (const write of items) {
      const present = at(sheets, write.cell);
      touchesFormulas ||= write.isFormula || present.isFormula;
      patches.set(cellKey(write.cell), patchOf(write, present, sheets, styles.part));
    }
    texts.set(part, patchCells(opc.text(part), [...patches.values()]));
  }
  for (const [part, text] of texts) opc.setText(part, text);
  styles.keep();
  return touchesFormulas;
}

function patchOf(write: CellWrite, present: InspectedCell, sheets: Inspected, styles: StylesPart): CellPatch {
  const { cell, content, isFormula, result, formatFrom } = write;
  const source = formatFrom ? styles.formatOf(at(sheets, formatFrom).style) : undefined;
  // Excel marks text such as "=1+1" so that editing the cell later does not turn it into a formula.
  const isText = typeof content === "string" && !isFormula;
  const wish = { format: write.numberFormat ?? source, textPrefix: isText && content.startsWith("=") };
  const style = styles.variant(present.style, isText && !wish.textPrefix ? { format: wish.format } : wish);
  return { cell, content, isFormula, result, style };
}

function at(sheets: Inspected, cell: CellAddress): InspectedCell {
  return sheets.get(cell.sheet)?.cells.get(cellKey(cell)) ?? { content: null, isFormula: false, style: 0 };
}

function assertExpected(sheets: Inspected, styles: StylesPart, expected: readonly CellExpectation[]): void {
  const changed = expected.filter(({ cell, content, isFormula, numberFormat }) => {
    const present = at(sheets, cell);
    return (
      textOf(present.content) !== textOf(content) ||
      present.isFormula !== isFormula ||
      (numberFormat !== undefined && styles.formatOf(present.style) !== numberFormat)
    );
  });
  const [first] = changed;
  if (first) throw new HostError("changed", { sheet: first.cell.sheet, cells: changed.map(({ cell }) => cell) });
}

function textOf(content: CellValue): string {
  return content === null ? "" : String(content).trim();
}

function assertWritable(name: string, sheet: InspectedSheet, writes: readonly CellWrite[], styles: StylesPart): void {
  const inAreas = writes.filter(({ cell }) => isPartOfArea(sheet, cell)).map(({ cell }) => cell);
  if (inAreas.length > 0) throw new HostError("notWritable", { sheet: name, cells: inAreas });
  if (sheet.protection === undefined) return;
  const refused = writes.filter(({ cell, numberFormat, formatFrom }) => {
    const style = sheet.cells.get(cellKey(cell))?.style ?? 0;
    const wantsFormat = numberFormat !== undefined || formatFrom !== undefined;
    return styles.isLocked(style) || (wantsFormat && !allowsFormats(sheet.protection));
  });
  if (refused.length > 0) throw new HostError("protected", { sheet: name, cells: refused.map(({ cell }) => cell) });
}
