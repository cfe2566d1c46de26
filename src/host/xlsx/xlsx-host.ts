import type { WorkbookGrid, SheetGrid, SkippedSheet } from "../../core/model/grid";
import { HostError } from "../errors";
import type { ReadOptions } from "../port";
import { SKIP_REASONS } from "../skip-reasons";
import { assertPackage } from "./file-format";
import { OpcPackage, relationshipKind } from "./opc-package";
import { readSheet } from "./read-sheet";
import { readSharedStrings } from "./shared-strings";
import { readWorkbookPart, type SheetEntry } from "./workbook-part";

/**
 * Opens the bytes of an .xlsx (or .xlsm) file. The bytes are never changed.
 * @throws HostError `notAWorkbook` (with what it is instead), `password`, `damaged`, `tooLarge`.
 */
export async function openXlsx(bytes: Uint8Array): Promise<XlsxHost> {
  await Promise.resolve();
  assertPackage(bytes);
  const opc = new OpcPackage(bytes);
  readWorkbookPart(opc);
  return new XlsxHost(opc);
}

/** A workbook in a file. */
export class XlsxHost {
  private strings: readonly string[] | undefined;

  constructor(private readonly opc: OpcPackage) {}

  // eslint-disable-next-line @typescript-eslint/require-await -- the port is asynchronous
  async read(options: ReadOptions = {}): Promise<WorkbookGrid> {
    this.opc.resetBudget();
    const entries = this.wanted(options.sheets);
    const sheets: SheetGrid[] = [];
    const skipped: SkippedSheet[] = [];
    entries.forEach((entry, i) => {
      options.onProgress?.(i / entries.length, entry.name);
      const read = this.readEntry(entry);
      if ("reason" in read) skipped.push(read);
      else sheets.push(read);
    });
    options.onProgress?.(1, "");
    return skipped.length > 0 ? { sheets, skipped } : { sheets };
  }

  private wanted(names: readonly string[] | undefined): SheetEntry[] {
    const { sheets } = readWorkbookPart(this.opc);
    if (!names) return sheets.filter((sheet) => sheet.visible);
    return names.map((name) => {
      const found = sheets.find((sheet) => sheet.name === name);
      if (!found) throw new HostError("sheetMissing", { sheet: name });
      return found;
    });
  }

  /** One unreadable sheet must not hide the others: it is handed over as skipped, with the reason. */
  private readEntry(entry: SheetEntry): SheetGrid | SkippedSheet {
    const skip = (reason: string): SkippedSheet => ({ name: entry.name, reason });
    if (entry.kind !== "worksheet") {
      return skip(entry.kind === "chartsheet" ? SKIP_REASONS.chartSheet : SKIP_REASONS.otherSheet);
    }
    if (entry.part === undefined) return skip(SKIP_REASONS.unreadable);
    const strings = this.sharedStrings();
    try {
      return readSheet(entry.name, this.opc.text(entry.part), strings);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      return skip(error.code === "tooLarge" ? SKIP_REASONS.tooLarge : SKIP_REASONS.unreadable);
    }
  }

  private sharedStrings(): readonly string[] {
    if (!this.strings) {
      const part = readWorkbookPart(this.opc).relationships.find((r) => relationshipKind(r) === "sharedStrings");
      this.strings = part === undefined ? [] : readSharedStrings(this.opc.text(part.target));
    }
    return this.strings;
  }

  save(): Uint8Array {
    return this.opc.save();
  }
}
