import { cellKey, type CellAddress } from "../../core/model/cell";
import type { SheetGrid, SkippedSheet, WorkbookGrid } from "../../core/model/grid";
import type { SheetLooks } from "../../core/model/look";
import { HostError } from "../errors";
import type {
  CellExpectation,
  CellState,
  CellWrite,
  Highlight,
  MarkOutcome,
  ReadOptions,
  SheetContent,
  WorkbookHost,
  WriteReceipt,
} from "../port";
import { SKIP_REASONS } from "../skip-reasons";
import { dropCalcChain, recalculateOnLoad } from "./calculation";
import { loadCustomState, saveCustomState } from "./custom-state";
import { assertPackage } from "./file-format";
import { highlightPackage, clearPackage } from "./highlights";
import { OpcPackage, relationshipKind } from "./opc-package";
import { addUserSheets, putOwnSheet } from "./own-sheets";
import { readLooks } from "./read-looks";
import { readSheet } from "./read-sheet";
import { removeSheets } from "./remove-sheets";
import { readSharedStrings } from "./shared-strings";
import { StylesStore } from "./styles-store";
import { readWorkbookPart, type SheetEntry } from "./workbook-part";
import { inspectCells, writeCells } from "./write-cells";

/**
 * Opens the bytes of an .xlsx (or .xlsm) file. The bytes are never changed.
 * @param fileName its name without folder, where it is known: it may tell the year
 * @throws HostError `notAWorkbook` (with what it is instead), `password`, `damaged`, `tooLarge`.
 */
export function openXlsx(bytes: Uint8Array, fileName?: string): Promise<XlsxHost> {
  return settled(() => {
    assertPackage(bytes);
    const opc = new OpcPackage(bytes);
    readWorkbookPart(opc);
    return new XlsxHost(opc, fileName);
  });
}

/** A workbook in a file. What it writes stays in memory until `save` gives the bytes. */
export class XlsxHost implements WorkbookHost {
  private strings: readonly string[] | undefined;

  constructor(
    private readonly opc: OpcPackage,
    private readonly fileName?: string,
  ) {}

  read(options: ReadOptions = {}): Promise<WorkbookGrid> {
    return settled(async () => {
      this.opc.resetBudget();
      const listed = readWorkbookPart(this.opc).sheets;
      const entries = wantedEntries(listed, options.sheets);
      const sheets: SheetGrid[] = [];
      const skipped: SkippedSheet[] = [];
      for (const [i, entry] of entries.entries()) {
        options.onProgress?.(i / entries.length, entry.name);
        const pause = options.pause?.();
        if (pause) await pause;
        const read = this.readEntry(entry);
        if ("reason" in read) skipped.push(read);
        else sheets.push(read);
      }
      const tabs = listed.filter(({ visible }) => visible).map(({ name, part = name }) => ({ id: part, name }));
      const named = this.fileName === undefined ? {} : { fileName: this.fileName };
      return { sheets, ...(skipped.length > 0 ? { skipped } : {}), ...named, tabs };
    });
  }

  readLooks(names: readonly string[]): Promise<readonly SheetLooks[]> {
    return settled(() => {
      this.opc.resetBudget();
      const styles = new StylesStore(this.opc).part;
      return wantedEntries(readWorkbookPart(this.opc).sheets, names).map(({ name, part }) =>
        readLooks(name, part === undefined ? "<worksheet/>" : this.opc.text(part), styles),
      );
    });
  }

  readCells(cells: readonly CellAddress[]): Promise<readonly CellState[]> {
    return settled(() => {
      this.opc.resetBudget();
      return this.states(cells);
    });
  }

  write(writes: readonly CellWrite[], expected: readonly CellExpectation[] = []): Promise<WriteReceipt> {
    return settled(() => {
      this.opc.resetBudget();
      const cells = writes.map((write) => write.cell);
      const before = this.states(cells);
      if (writes.length === 0) return { before, after: before };
      const touchesFormulas = writeCells(this.opc, this.sharedStrings(), writes, expected);
      if (touchesFormulas) dropCalcChain(this.opc);
      recalculateOnLoad(this.opc);
      return { before, after: this.states(cells) };
    });
  }

  highlight(highlights: readonly Highlight[]): Promise<MarkOutcome> {
    return settled(() => {
      this.opc.resetBudget();
      return highlightPackage(this.opc, highlights);
    });
  }

  clearHighlights(): Promise<MarkOutcome> {
    return settled(() => {
      this.opc.resetBudget();
      return clearPackage(this.opc);
    });
  }

  /** A file that no program shows has no selection: rejects with `notSupported`. */
  select(cell: CellAddress): Promise<void> {
    return Promise.reject(new HostError("notSupported", { sheet: cell.sheet, cells: [cell] }));
  }

  loadState(): Promise<string | undefined> {
    return settled(() => loadCustomState(this.opc));
  }

  saveState(state: string): Promise<void> {
    return settled(() => saveCustomState(this.opc, state));
  }

  putSheet(sheet: SheetContent): Promise<void> {
    return settled(() => {
      const styles = new StylesStore(this.opc);
      putOwnSheet(this.opc, sheet, styles.part);
      styles.keep();
      // Its formulas may be missing from the list of formula cells, or its old ones still be there.
      dropCalcChain(this.opc);
      recalculateOnLoad(this.opc);
    });
  }

  addSheets(sheets: readonly SheetContent[]): Promise<void> {
    return settled(() => {
      if (sheets.length === 0) return;
      const styles = new StylesStore(this.opc);
      addUserSheets(this.opc, sheets, styles.part);
      styles.keep();
      dropCalcChain(this.opc);
      recalculateOnLoad(this.opc);
    });
  }

  removeSheets(names: readonly string[]): Promise<void> {
    return settled(() => {
      removeSheets(this.opc, names);
      dropCalcChain(this.opc);
    });
  }

  /** In a file whatever refers to a row would have to be found and moved; Excel does that itself. Rejects. */
  insertRows(): Promise<void> {
    return Promise.reject(new HostError("notSupported", { technical: "rows of a file" }));
  }

  removeRows(): Promise<void> {
    return Promise.reject(new HostError("notSupported", { technical: "rows of a file" }));
  }

  /** Nobody edits a file while it is open here: the listener is never called. */
  onEdit(): Promise<() => Promise<void>> {
    return Promise.resolve(() => Promise.resolve());
  }

  /** Nobody looks at it: the listener is never called. */
  onActivate(): Promise<() => Promise<void>> {
    return Promise.resolve(() => Promise.resolve());
  }

  /** The workbook as .xlsx bytes; parts that were not touched are byte for byte those of the file. */
  save(): Uint8Array {
    return this.opc.save();
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

  private states(cells: readonly CellAddress[]): CellState[] {
    const styles = new StylesStore(this.opc).part;
    const sheets = inspectCells(this.opc, this.sharedStrings(), cells);
    return cells.map((cell) => {
      const found = sheets.get(cell.sheet)?.cells.get(cellKey(cell));
      return {
        cell,
        content: found?.content ?? null,
        isFormula: found?.isFormula ?? false,
        numberFormat: styles.formatOf(found?.style ?? 0),
      };
    });
  }

  private sharedStrings(): readonly string[] {
    if (!this.strings) {
      const part = readWorkbookPart(this.opc).relationships.find((r) => relationshipKind(r) === "sharedStrings");
      this.strings = part === undefined ? [] : readSharedStrings(this.opc.text(part.target));
    }
    return this.strings;
  }
}

/** The visible sheets, or those named. @throws HostError `sheetMissing` */
function wantedEntries(sheets: readonly SheetEntry[], names: readonly string[] | undefined): readonly SheetEntry[] {
  if (!names) return sheets.filter((sheet) => sheet.visible);
  return names.map((name) => {
    const found = sheets.find((sheet) => sheet.name === name);
    if (!found) throw new HostError("sheetMissing", { sheet: name });
    return found;
  });
}

/** Runs work of ours as a promise; whatever it throws that is no HostError becomes one. */
async function settled<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const technical = cause instanceof Error ? cause.message : String(cause);
    throw cause instanceof HostError ? cause : new HostError("unknown", { technical, cause });
  }
}
