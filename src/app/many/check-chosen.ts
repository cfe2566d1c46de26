import { unitFigures } from "../../core/consolidation/unit-figures";
import type { UnitFigures } from "../../core/consolidation/model";
import { HostError } from "../../host/errors";
import type { PdfAssets } from "../../host/pdf/library";
import { openXlsx } from "../../host/xlsx/xlsx-host";
import { documentTroubleText } from "../../text/document";
import { fileTroubleText } from "../../text/host-errors";
import { checkWorkbook } from "../check-workbook";
import type { CheckReport } from "../check-report";
import type { WorkbookSummary } from "../overview/model";
import { summariseWorkbook } from "../overview/summarise-workbook";
import { EMPTY_STATE, parseState, type WorkbookState } from "../workbook-state";

/** A file the user chose; nothing of it leaves the machine. */
export interface ChosenFile {
  /** Its name, after the folders it was chosen with. */
  readonly path: string;
  readonly read: () => Promise<Uint8Array>;
}

/** What checking one of many files leaves: the report itself is let go, so that a thousand stay small. */
export interface CheckedFile {
  readonly summary: WorkbookSummary;
  /** For 汇总核对; none of a file that could not be read. */
  readonly figures: UnitFigures | undefined;
}

const DOCUMENT = /\.(?:docx|pdf)$/i;

/** Whether a file is one of those that can be checked; lock files of Excel and hidden files are not. */
export function isCheckable(path: string): boolean {
  const name = path.split("/").at(-1) ?? "";
  return /\.(?:xls[xm]|docx|pdf)$/i.test(name) && !/^(?:~\$|\.)/.test(name);
}

/** Checks one file, with the thresholds and explanations its workbook keeps. Never rejects: trouble is part of the summary. */
export async function checkChosen({ path, read }: ChosenFile, assets: PdfAssets): Promise<CheckedFile> {
  const isDocument = DOCUMENT.test(path);
  try {
    const bytes = await read();
    const { report, state } = isDocument ? await documentReport(bytes, assets) : await workbookReport(bytes);
    return { summary: summariseWorkbook(path, report, state), figures: unitFigures(path, report.book) };
  } catch (error) {
    const known = error instanceof HostError ? error : new HostError("unknown", { technical: String(error) });
    const { happened, todo } = isDocument ? documentTroubleText(known) : fileTroubleText(known);
    return { summary: { kind: "unread", file: path, reason: happened + todo }, figures: undefined };
  }
}

interface Judged {
  readonly report: CheckReport;
  readonly state: WorkbookState;
}

async function workbookReport(bytes: Uint8Array): Promise<Judged> {
  const host = await openXlsx(bytes);
  const kept = await parseState(await host.loadState());
  const state = kept.kind === "ready" ? kept.state : EMPTY_STATE;
  return { report: await checkWorkbook(host, state.settings ? { settings: state.settings } : {}), state };
}

/** Loaded where a document is met: reading PDFs takes a library larger than all the rest. */
async function documentReport(bytes: Uint8Array, assets: PdfAssets): Promise<Judged> {
  const [{ openDocument }, { checkDocument }] = await Promise.all([
    import("../document/open-document"),
    import("../document/check-document"),
  ]);
  const { document } = await openDocument(bytes, { assets });
  return { report: checkDocument(document).tables, state: EMPTY_STATE };
}
