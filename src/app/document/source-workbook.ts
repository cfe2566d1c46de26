import type { WorkbookHost } from "../../host/port";
import { readSource } from "../textcheck/check-text";
import type { SourceWorkbook } from "./check-document";

/**
 * The open workbook as what a document was made from; undefined where it has none of the tables.
 * Rejects with the host's `HostError`.
 */
export async function sourceOf(host: WorkbookHost): Promise<SourceWorkbook | undefined> {
  const source = readSource(await host.read());
  return source.book.tables.size + source.book.forms.length === 0 ? undefined : source;
}
