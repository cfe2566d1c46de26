import type { CarriedTexts } from "../../core/publication/carried";
import type { Publication } from "../../core/publication/model";
import { publicationOf } from "../../core/publication/publication";
import type { WorkbookHost } from "../../host/port";
import type { WorkbookDraft } from "../narrative/draft-workbook";

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
