import type { AccountBook } from "../../core/model/book";
import { readBook } from "../../core/reading/read-book";
import type { PickedFile } from "../picked-file";

/**
 * Reads last year's workbook from its .xlsx file, whose contents go nowhere else.
 * @throws HostError as opening a file does
 */
export async function readPriorWorkbook({ name, bytes }: PickedFile): Promise<AccountBook> {
  // Reading files is not needed before one is picked: the pane loads it then.
  const { openXlsx } = await import("../../host/xlsx/xlsx-host");
  const host = await openXlsx(bytes, name);
  return readBook(await host.read());
}
