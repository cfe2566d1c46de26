import { cellKey } from "../../core/model/cell";
import { HIGHLIGHT_MARKS } from "../highlight-style";
import type { Highlight, MarkOutcome } from "../port";
import { addHighlights, differentialXml, OWN_DIFFERENTIALS, removeHighlights } from "./conditional-formats";
import { allowsFormats, inspectSheet } from "./inspect-sheet";
import type { OpcPackage } from "./opc-package";
import { bySheet, worksheetParts } from "./sheet-parts";
import { StylesStore } from "./styles-store";

/**
 * Replaces all our highlights in the package by these, but for sheets whose protection forbids formatting (as Excel
 * refuses them); changes nothing where it fails.
 * @throws HostError `sheetMissing`, `damaged`.
 */
export function highlightPackage(opc: OpcPackage, highlights: readonly Highlight[]): MarkOutcome {
  const groups = bySheet(worksheetParts(opc), highlights, ({ cell }) => cell.sheet);
  const { texts, closed } = withoutHighlights(opc);
  const open = [...groups].filter(([name, { part }]) => {
    const isOpen = mayFormat(texts.get(part) ?? opc.text(part));
    if (!isOpen) closed.add(name);
    return isOpen;
  });
  const marked = open.flatMap(([, { items }]) => items);
  const styles = new StylesStore(opc);
  // The marks on closed sheets still refer to their formats.
  if (closed.size === 0) styles.part.dropDifferentials(OWN_DIFFERENTIALS);
  const formats = new Map(
    HIGHLIGHT_MARKS.map((mark) => [mark, used(mark, marked) ? styles.part.differential(differentialXml(mark)) : -1]),
  );
  for (const [, { part, items }] of open) {
    const groupsOfSheet = HIGHLIGHT_MARKS.flatMap((mark) => {
      const cells = items.filter((item) => isMark(item, mark)).map(({ cell }) => cell);
      return cells.length > 0 ? [{ mark, cells, format: formats.get(mark) ?? 0 }] : [];
    });
    texts.set(part, addHighlights(texts.get(part) ?? opc.text(part), groupsOfSheet));
  }
  for (const [part, text] of texts) opc.setText(part, text);
  styles.keep();
  const cells = new Set(marked.map(({ cell }) => cellKey(cell))).size;
  return { cells, protectedSheets: [...closed], unreadable: [] };
}

/** Removes exactly our highlights from the package, where sheets let formats be changed. @throws HostError `damaged` */
export function clearPackage(opc: OpcPackage): MarkOutcome {
  const { texts, cells, closed } = withoutHighlights(opc);
  for (const [part, text] of texts) opc.setText(part, text);
  if (texts.size > 0 && closed.size === 0) {
    const styles = new StylesStore(opc);
    styles.part.dropDifferentials(OWN_DIFFERENTIALS);
    styles.keep();
  }
  return { cells, protectedSheets: [...closed], unreadable: [] };
}

/** Sheets with highlights of ours: their texts without them, and the names of those that must stay as they are. */
function withoutHighlights(opc: OpcPackage): { texts: Map<string, string>; cells: number; closed: Set<string> } {
  const texts = new Map<string, string>();
  const closed = new Set<string>();
  let cells = 0;
  for (const [name, part] of worksheetParts(opc)) {
    const xml = opc.text(part);
    const cleared = removeHighlights(xml);
    if (cleared.xml === xml) continue;
    if (mayFormat(xml)) {
      texts.set(part, cleared.xml);
      cells += cleared.cells;
    } else closed.add(name);
  }
  return { texts, cells, closed };
}

function mayFormat(xml: string): boolean {
  return allowsFormats(inspectSheet(xml, [], []).protection);
}

type Mark = Pick<Highlight, "severity" | "role">;

function isMark(highlight: Highlight, mark: Mark): boolean {
  return highlight.severity === mark.severity && highlight.role === mark.role;
}

function used(mark: Mark, highlights: readonly Highlight[]): boolean {
  return highlights.some((highlight) => isMark(highlight, mark));
}
