import { HostError } from "../errors";
import { HIGHLIGHT_MARKS } from "../highlight-style";
import type { Highlight } from "../port";
import { addHighlights, differentialXml, OWN_DIFFERENTIALS, removeHighlights } from "./conditional-formats";
import { allowsFormats, inspectSheet } from "./inspect-sheet";
import type { OpcPackage } from "./opc-package";
import { bySheet, worksheetParts } from "./sheet-parts";
import { StylesStore } from "./styles-store";

/**
 * Replaces all our highlights in the package by these, or changes nothing.
 * @throws HostError `protected` where a protected sheet does not let formats be changed (as Excel refuses it),
 * `sheetMissing`, `damaged`.
 */
export function highlightPackage(opc: OpcPackage, highlights: readonly Highlight[]): void {
  const parts = worksheetParts(opc);
  const groups = bySheet(parts, highlights, ({ cell }) => cell.sheet);
  const { texts } = withoutHighlights(opc);
  const styles = new StylesStore(opc);
  styles.part.dropDifferentials(OWN_DIFFERENTIALS);
  const formats = new Map(
    HIGHLIGHT_MARKS.map((mark) => [
      mark,
      used(mark, highlights) ? styles.part.differential(differentialXml(mark)) : -1,
    ]),
  );
  for (const [name, { part, items }] of groups) {
    const xml = texts.get(part) ?? opc.text(part);
    assertFormattable(name, xml);
    const marked = HIGHLIGHT_MARKS.flatMap((mark) => {
      const cells = items.filter((item) => isMark(item, mark)).map(({ cell }) => cell);
      return cells.length > 0 ? [{ mark, cells, format: formats.get(mark) ?? 0 }] : [];
    });
    texts.set(part, addHighlights(xml, marked));
  }
  for (const [part, text] of texts) opc.setText(part, text);
  styles.keep();
}

/** Removes exactly our highlights from the package; answers how many cells they covered. */
export function clearPackage(opc: OpcPackage): number {
  const { texts, cells } = withoutHighlights(opc);
  for (const [part, text] of texts) opc.setText(part, text);
  if (texts.size > 0) {
    const styles = new StylesStore(opc);
    styles.part.dropDifferentials(OWN_DIFFERENTIALS);
    styles.keep();
  }
  return cells;
}

function withoutHighlights(opc: OpcPackage): { texts: Map<string, string>; cells: number } {
  const texts = new Map<string, string>();
  let cells = 0;
  for (const [name, part] of worksheetParts(opc)) {
    const xml = opc.text(part);
    const cleared = removeHighlights(xml);
    if (cleared.xml === xml) continue;
    assertFormattable(name, xml);
    texts.set(part, cleared.xml);
    cells += cleared.cells;
  }
  return { texts, cells };
}

function assertFormattable(name: string, xml: string): void {
  if (!allowsFormats(inspectSheet(xml, [], []).protection)) throw new HostError("protected", { sheet: name });
}

type Mark = Pick<Highlight, "severity" | "role">;

function isMark(highlight: Highlight, mark: Mark): boolean {
  return highlight.severity === mark.severity && highlight.role === mark.role;
}

function used(mark: Mark, highlights: readonly Highlight[]): boolean {
  return highlights.some((highlight) => isMark(highlight, mark));
}
