import type { CarriedTexts } from "../../core/publication/carried";
import type { PartId, Publication } from "../../core/publication/model";
import { publicationOf } from "../../core/publication/publication";
import type { WorkbookHost } from "../../host/port";
import type { WorkbookDraft } from "../narrative/draft-workbook";
import { publicationThroughTemplate } from "./office-docx";
import { publicationAsDocx } from "./publication-docx";

/**
 * The whole document of a workbook whose 情况说明 was drafted: its tables and forms as they stand in the workbook now.
 * Rejects with the host's `HostError`.
 */
export async function draftPublication(
  host: WorkbookHost,
  { book, draft }: WorkbookDraft,
  carried?: CarriedTexts,
): Promise<Publication> {
  const grid = await host.read();
  return publicationOf({ book, grid, draft, ...(carried ? { carried } : {}) });
}

/**
 * The document as .docx, the whole or one part of it alone, through the office's Word template where it has one. The one way
 * to it for pane and command line.
 * @throws WordTemplateError where the template can not be filled
 */
export async function wordPublication(
  publication: Publication,
  template: Uint8Array | undefined,
  only?: PartId,
): Promise<Uint8Array> {
  return template ? publicationThroughTemplate(publication, template, only) : publicationAsDocx(publication, only);
}
