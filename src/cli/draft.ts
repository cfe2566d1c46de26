import { readFile } from "node:fs/promises";
import { draftAsDocx } from "../app/narrative/docx";
import { draftWorkbook } from "../app/narrative/draft-workbook";
import { readPriorWorkbook } from "../app/narrative/prior-workbook";
import { shippedAsset, WORD_TEMPLATE, type ReadAsset } from "../app/narrative/templates";
import type { AccountBook } from "../core/model/book";
import { draftAsText } from "../core/narrative/rendering/plain-text";
import type { WorkbookHost } from "../host/port";
import { draftTexts } from "../text/cli-draft";
import { writeCopy, type CopyTarget } from "./highlighted-copy";

/** What drafting one workbook came to. */
export interface DraftOutcome {
  readonly ok: boolean;
  /** For standard output. */
  readonly said: string;
  /** For standard error. */
  readonly warnings: readonly string[];
}

/** The shipped templates, beside the program. */
export const readAsset: ReadAsset = async (name) =>
  new Uint8Array(await readFile(new URL(`../../assets/templates/${name}`, import.meta.url)));

const priors = new Map<string, Promise<AccountBook>>();

/** Last year's workbook; read once in a run. Rejects with the file system's error or a HostError. */
export function priorWorkbook(path: string): Promise<AccountBook> {
  const known = priors.get(path);
  if (known) return known;
  const reading = readFile(path).then((bytes) => readPriorWorkbook(bytes));
  priors.set(path, reading);
  return reading;
}

/**
 * Writes the 情况说明 of a workbook as .docx and .txt beside its copy. Parameters and reasons come from its sheet
 * 情况说明参数. Never rejects.
 */
export async function writeDraft(
  host: WorkbookHost,
  copy: CopyTarget,
  priorYear: AccountBook | undefined,
): Promise<DraftOutcome> {
  const failed = (warning: string): DraftOutcome => ({ ok: false, said: "", warnings: [warning] });
  if (copy.isSource) return failed(draftTexts.besideSource);
  const stem = copy.path.replace(/\.xlsx$/i, "");
  try {
    const { draft, book, notes } = await draftWorkbook(host, { readAsset, ...(priorYear ? { priorYear } : {}) });
    if (book.tables.size === 0) return { ok: true, said: "", warnings: [draftTexts.noTables] };
    const docx = await draftAsDocx(draft, await shippedAsset(readAsset, WORD_TEMPLATE));
    writeCopy(`${stem}.txt`, draftAsText(draft));
    writeCopy(`${stem}.docx`, docx);
    const { reasons, parameters, tables } = draft.missing;
    const missing = draftTexts.missing(reasons.length, parameters.length, tables.length);
    return {
      ok: true,
      said: [draftTexts.written(`${stem}.docx`, `${stem}.txt`), missing].filter((line) => line !== "").join("\n"),
      warnings: [
        ...draft.warnings,
        ...notes.map(({ message }) => draftTexts.parameter(message)),
        ...draft.differences.map(({ message }) => draftTexts.difference(message)),
      ],
    };
  } catch {
    return failed(draftTexts.failed(stem));
  }
}
