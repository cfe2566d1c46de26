import type { AccountBook } from "../../core/model/book";
import { readBook } from "../../core/reading/read-book";
import { withoutOurs } from "./draft-workbook";

/**
 * Reads last year's workbook from the bytes of its .xlsx file, which go nowhere else.
 * @throws HostError as opening a file does
 */
export async function readPriorWorkbook(bytes: Uint8Array): Promise<AccountBook> {
  // Reading files is not needed before one is picked: the pane loads it then.
  const { openXlsx } = await import("../../host/xlsx/xlsx-host");
  const host = await openXlsx(bytes);
  return readBook(withoutOurs(await host.read()));
}
