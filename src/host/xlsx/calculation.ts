import { relationshipKind, type OpcPackage } from "./opc-package";
import { applySplices } from "./splice";
import { readWorkbookPart } from "./workbook-part";
import { withAttribute } from "./xml-attributes";
import { BEFORE_CALCULATION } from "./workbook-children";
import { outline, placeAfter } from "./xml-children";

/** Asks the program that opens the file next to calculate everything: stored results may be out of date. */
export function recalculateOnLoad(opc: OpcPackage): void {
  const { part } = readWorkbookPart(opc);
  const xml = opc.text(part);
  const book = outline(xml);
  const calc = book.children.find((child) => child.name === "calcPr");
  if (calc) {
    const tag = withAttribute(xml.slice(calc.start, calc.tagEnd), "fullCalcOnLoad", "1");
    opc.setText(part, applySplices(xml, [{ start: calc.start, end: calc.tagEnd, text: tag }]));
  } else {
    const place = placeAfter(book, BEFORE_CALCULATION);
    const text = `<${book.prefix}calcPr fullCalcOnLoad="1"/>`;
    opc.setText(part, applySplices(xml, [{ start: place, end: place, text }]));
  }
}

/**
 * Drops the list of formula cells, which Excel rebuilds: one that names a cell without a formula makes Excel report
 * the file as damaged.
 */
export function dropCalcChain(opc: OpcPackage): void {
  const { part, relationships } = readWorkbookPart(opc);
  for (const relationship of relationships) {
    if (relationshipKind(relationship) !== "calcChain") continue;
    opc.unrelate(part, relationship.id);
    opc.remove(relationship.target);
  }
}
