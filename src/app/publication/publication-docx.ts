import type { Publication, PublicationPart } from "../../core/publication/model";
import { contentsXml, coverXml } from "./front";
import { DocumentWriter } from "./publication-body";
import { wordPackage } from "./word-package";
import { OWN_LOOK, sectionProperties } from "./word-xml";

/**
 * The whole document as .docx by the rules of GB/T 9704: cover, contents (a field, filled), five parts, page numbers,
 * wide tables on lying pages with repeated heads, 图1–图6 as native charts, blanks highlighted. With `only` one part
 * alone, without cover and contents.
 */
export function publicationAsDocx(publication: Publication, only?: PublicationPart["id"]): Uint8Array {
  const writer = new DocumentWriter(OWN_LOOK);
  const parts = publication.parts.filter(({ id }) => only === undefined || id === only);
  for (const part of parts) writer.part(part);
  const endOfFront = sectionProperties("upright", { numbered: false });
  const front =
    only === undefined ? coverXml(publication) + contentsXml(writer.entries, "<w:pageBreakBefore/>", endOfFront) : "";
  const body = `${front}${writer.xml}${sectionProperties(writer.page, { numbered: true })}`;
  return wordPackage(body, { charts: writer.charts, hasContents: true });
}
