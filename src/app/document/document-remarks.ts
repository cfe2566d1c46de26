import { a1, cellKey } from "../../core/model/cell";
import type { PagePlace } from "../../core/document/model";
import type { Severity } from "../../core/model/rule";
import type { PdfRemark } from "../../host/pdf/annotate";
import { documentTexts } from "../../text/document";
import { textCheckTexts } from "../../text/textcheck";
import type { DocumentReport } from "./check-document";
import { furtherRemarks } from "./further-remarks";

const COLOURS: Readonly<Record<Severity, PdfRemark["colour"]>> = {
  error: [230, 60, 60],
  verify: [245, 166, 35],
  hint: [90, 150, 230],
};
const RANK: Readonly<Record<Severity, number>> = { error: 0, verify: 1, hint: 2 };

/**
 * The remarks for a marked copy: one a cell with all findings that name it, in the colour of the worst, and one a figure of
 * the text that is wrong or contradicted, on its paragraph, and one a title or figure that its edition or workbook has
 * otherwise. What is printed nowhere has none.
 */
export function documentRemarks(report: DocumentReport): readonly PdfRemark[] {
  const { tables, text, split, document, cells } = report;
  const byCell = new Map<string, { place: PagePlace; severity: Severity; texts: string[] }>();
  for (const { cells: own, severity, rule, message } of tables.result.findings) {
    for (const cell of own) {
      const place = cells.placeOf(cell);
      if (!place) continue;
      const name = documentTexts.cell(cells.nameOf(cell), a1(cell));
      const known = byCell.get(cellKey(cell)) ?? { place, severity, texts: [name] };
      known.texts.push(`${rule} ${message}`);
      if (RANK[severity] < RANK[known.severity]) known.severity = severity;
      byCell.set(cellKey(cell), known);
    }
  }
  const inTables = [...byCell.values()].map(({ place, severity, texts }) => ({
    place,
    text: texts.join("\n"),
    colour: COLOURS[severity],
  }));
  const said = [
    ...text.sentences
      .flatMap(({ figures }) => figures)
      .filter(({ verdict }) => verdict.kind === "wrong")
      .map((figure) => ({ paragraph: figure.paragraph, message: textCheckTexts.wrongFigure(figure) })),
    ...text.contradictions.map((found) => ({
      paragraph: found.paragraph,
      message: textCheckTexts.contradiction(found),
    })),
  ];
  const inText = said.flatMap(({ paragraph, message }) => {
    const block = document.blocks[split.prose[paragraph]?.block ?? -1];
    const place = block?.kind === "paragraph" ? block.places?.[0] : undefined;
    return place ? [{ place, text: message, colour: COLOURS.error }] : [];
  });
  const further = furtherRemarks(report).flatMap(({ cell, text: message }) => {
    const place = cell && cells.placeOf(cell);
    return place ? [{ place, text: message, colour: COLOURS.verify }] : [];
  });
  return [...inTables, ...inText, ...further];
}
