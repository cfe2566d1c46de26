import type { CellAddress } from "../../core/model/cell";
import { withComments, type WordComment } from "../../host/docx/comments";
import type { ParagraphSpan, WordReading } from "../../host/docx/read-docx";
import { documentTexts } from "../../text/document";
import { textCheckTexts } from "../../text/textcheck";
import type { DocumentReport } from "./check-document";
import { furtherRemarks } from "./further-remarks";

/**
 * A copy of a checked Word document with a comment at every figure of the text that is wrong, every contradiction, every
 * cell that a finding names first, every title and every figure that its workbook has otherwise. The document itself is not changed.
 * @throws HostError as `readDocx`
 */
export function markedDocx(bytes: Uint8Array, { spans }: WordReading, report: DocumentReport): Uint8Array {
  const { split, text, tables } = report;
  const paragraph = (index: number): ParagraphSpan | undefined => spanAt(spans, split.prose[index]?.block);
  const wrong = text.sentences
    .flatMap(({ figures }) => figures)
    .filter(({ verdict }) => verdict.kind === "wrong")
    .map((figure) => ({ span: paragraph(figure.paragraph), text: textCheckTexts.wrongFigure(figure) }));
  const contradictions = text.contradictions.map((found) => ({
    span: paragraph(found.paragraph),
    text: textCheckTexts.contradiction(found),
  }));
  const onCell = (cell: CellAddress | undefined): ParagraphSpan | undefined => {
    const at = cell && split.places.get(cell.sheet)?.[cell.row];
    return at && (spanAt(spans, at.block, at.row, cell.column) ?? spanAt(spans, at.block));
  };
  const findings = tables.result.findings
    .filter(({ severity }) => severity !== "hint")
    .map(({ message, rule, cells: [cell] }) => ({ span: onCell(cell), text: `${rule} ${message}` }));
  const further = furtherRemarks(report).map(({ cell, text }) => ({ span: onCell(cell), text }));
  const comments = [...wrong, ...contradictions, ...findings, ...further].filter(
    (comment): comment is WordComment => comment.span !== undefined,
  );
  return withComments(bytes, comments, documentTexts.author);
}

/** Of a paragraph its own place; of a table that of a cell. */
function spanAt(
  spans: WordReading["spans"],
  block: number | undefined,
  row = 0,
  column = 0,
): ParagraphSpan | undefined {
  const found = block === undefined ? undefined : spans[block];
  if (found === undefined) return undefined;
  return "start" in found ? found : found[row]?.[column];
}
