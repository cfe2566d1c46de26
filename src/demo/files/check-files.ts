import { checkKeptWorkbook } from "../../app/check-kept";
import type { WorkbookSummary } from "../../app/overview/model";
import { summariseWorkbook } from "../../app/overview/summarise-workbook";
import { HostError } from "../../host/errors";
import { openXlsx } from "../../host/xlsx/xlsx-host";
import { fileTroubleText } from "../../text/host-errors";

/** A file the user chose; nothing of it leaves the page. */
export interface ChosenFile {
  readonly name: string;
  readonly read: () => Promise<Uint8Array>;
}

/** What checking a chosen file comes to, with the thresholds and explanations it keeps; a file that cannot be read says why. Never rejects. */
export async function checkChosen({ name, read }: ChosenFile): Promise<WorkbookSummary> {
  try {
    const { report, kept } = await checkKeptWorkbook(await openXlsx(await read(), name));
    return summariseWorkbook(name, report, kept.kind === "ready" ? kept.state : undefined);
  } catch (cause) {
    const error = cause instanceof HostError ? cause : new HostError("unknown", { cause });
    const { happened, todo } = fileTroubleText(error);
    return { kind: "unread", file: name, reason: happened + todo };
  }
}
