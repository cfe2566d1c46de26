import type { CellAddress, CellRange } from "../core/model/cell";
import type { CellValue, WorkbookGrid } from "../core/model/grid";
import type { CellLook, SheetLooks } from "../core/model/look";
import type { Severity } from "../core/model/rule";

/** One cell to write. `content` starting with "=" is a formula only where `isFormula` is set. */
export interface CellWrite {
  readonly cell: CellAddress;
  readonly content: CellValue;
  readonly isFormula: boolean;
  readonly numberFormat?: string;
  /** A cell whose number format the written cell takes over; `numberFormat` wins where both are given. */
  readonly formatFrom?: CellAddress;
  /** What a formula yields, where the writer knows it: a file keeps it as the result until Excel recalculates. */
  readonly result?: CellValue;
}

/** Everything about a cell that a write can change: enough to put it back exactly. */
export interface CellState {
  readonly cell: CellAddress;
  /** Formula text with "=" or the plain value; null where empty. */
  readonly content: CellValue;
  readonly isFormula: boolean;
  readonly numberFormat: string;
}

/** What a cell must still hold for a write to go ahead; contents are compared as trimmed text. */
export interface CellExpectation {
  readonly cell: CellAddress;
  readonly content: CellValue;
  readonly isFormula: boolean;
  readonly numberFormat?: string;
}

/** What a write replaced and what stands there now, in the order of the writes: enough to take it back exactly. */
export interface WriteReceipt {
  readonly before: readonly CellState[];
  readonly after: readonly CellState[];
}

/** A cell to highlight. Severity must show by more than colour alone. */
export interface Highlight {
  readonly cell: CellAddress;
  readonly severity: Severity;
  /** Suspect cells are marked more strongly than cells that merely take part. */
  readonly role: "suspect" | "finding" | "related";
}

/** What became of marking cells or of clearing the marks. */
export interface MarkOutcome {
  /** Cells that were marked, or that had a mark. */
  readonly cells: number;
  /** Sheets left as they are: protected, and formats may not be changed on them. */
  readonly protectedSheets: readonly string[];
  /** Sheets with conditional formats that cannot be read: whether they are ours nobody knows, so they were left alone. */
  readonly unreadable: readonly string[];
}

/** An edit by the user (never one of ours). */
export interface EditEvent {
  /** Sheet name at the time of the event; undefined where it could not be learnt: anything may have changed. */
  readonly sheet?: string;
  /** A1 range without the sheet; undefined where a whole sheet changed (deleted, renamed, added, moved, hidden). */
  readonly range?: string;
}

export interface ReadOptions {
  /** Only these sheets (by name); all visible ones otherwise. */
  readonly sheets?: readonly string[];
  /** Called with a fraction 0…1 and what is being read. */
  readonly onProgress?: (done: number, what: string) => void;
  /** Asked between sheets by a host that reads by itself: it goes on once what was answered is settled. */
  readonly pause?: () => Promise<void> | undefined;
}

/** A row to put into a sheet. Rows of a call are put in one after the other: `row` counts those put in before. */
export interface RowInsertion {
  readonly sheet: string;
  /** The zero-based row that it becomes; what stood there moves down. */
  readonly row: number;
  /** A row that it looks like, counted with this one in its place. */
  readonly looksLike: number;
  readonly cells: readonly { readonly column: number; readonly content: CellValue; readonly isFormula: boolean }[];
}

/** A native chart on a sheet of ours. */
export interface SheetChart {
  /** One bar a row, or a ring with the share of each row. */
  readonly kind: "columns" | "ring";
  readonly title: string;
  /** Two columns on the same sheet: names and figures, their headings in the first row. */
  readonly data: CellRange;
  /** Columns stand on 0 even where their figures differ little, so that their heights compare. */
  readonly fromZero?: boolean;
  /** The cells it covers. */
  readonly place: CellRange;
}

/** A new sheet or one of ours to replace. Row by row, from A1. */
export interface SheetContent {
  readonly name: string;
  readonly rows: readonly (readonly {
    readonly content: CellValue;
    readonly isFormula?: boolean;
    readonly numberFormat?: string;
    readonly bold?: boolean;
    /** The whole look of the cell, also of an empty one; its number format stands for `numberFormat`. */
    readonly look?: CellLook;
    /** What a formula yields, where the writer knows it (as in `CellWrite`). */
    readonly result?: CellValue;
  }[])[];
  /** Column widths in characters. */
  readonly widths?: readonly number[];
  /** Row heights in points by zero-based row; the others are as usual. */
  readonly heights?: ReadonlyMap<number, number>;
  /** Areas that are one cell; they do not overlap. */
  readonly merges?: readonly CellRange[];
  /** Rows at the top that stay in sight when the sheet is scrolled. */
  readonly frozen?: number;
  /** Printed on A4, one page wide, rows from `top` to `bottom` (zero-based) repeated on every page. */
  readonly print?: {
    readonly isPortrait: boolean;
    readonly onePage: boolean;
    readonly repeated: { readonly top: number; readonly bottom: number };
  };
  /** Charts of the sheet; those of an earlier version of it go. A host that can draw none rejects with `notSupported`. */
  readonly charts?: readonly SheetChart[];
}

/**
 * What a workbook host must do: Excel through Office.js, an .xlsx file, the emulator behind the demo.
 * Every method rejects with a `HostError` and nothing else. One contract suite (test/contract) runs against all.
 */
export interface WorkbookHost {
  /** All visible worksheets: one round trip to list, one to load, whatever their number. */
  read(options?: ReadOptions): Promise<WorkbookGrid>;
  /** How these sheets look, in the order asked: one round trip, chunks of large ones aside. Rejects with `sheetMissing`. */
  readLooks(sheets: readonly string[]): Promise<readonly SheetLooks[]>;
  /** Contents, formulas and number formats of some cells, in the order asked. */
  readCells(cells: readonly CellAddress[]): Promise<readonly CellState[]>;
  /**
   * Writes all cells or none, in at most two round trips (one reads what stands there, one writes). Where `expected`
   * is given, refuses with code `changed` (naming the cells) if a cell no longer holds what it says. Never touches
   * formatting other than the number format. Writing null empties a cell.
   */
  write(writes: readonly CellWrite[], expected?: readonly CellExpectation[]): Promise<WriteReceipt>;
  /**
   * Replaces all our highlights by these. The user's own formatting is untouched, and so are sheets whose protection
   * forbids formatting: the outcome names them. Rejects with `sheetMissing` before anything is touched.
   */
  highlight(highlights: readonly Highlight[]): Promise<MarkOutcome>;
  /** Removes exactly our highlights, also those kept in a file from an earlier session, where sheets let it be done. */
  clearHighlights(): Promise<MarkOutcome>;
  /** Activates the sheet and selects the cell. */
  select(cell: CellAddress): Promise<void>;
  /** Our state kept inside the workbook: an opaque text (JSON made by app), or undefined. */
  loadState(): Promise<string | undefined>;
  saveState(state: string): Promise<void>;
  /**
   * Adds the sheet at the end, or replaces the contents of a sheet of ours with that name. Rejects with `sheetExists`
   * where a sheet of the user has the name, `protected` where the workbook's structure is locked.
   */
  putSheet(sheet: SheetContent): Promise<void>;
  /**
   * Adds sheets at the end, in this order, all or none; they are the user's from then on. Formulas may refer to any of
   * them. Rejects with `sheetExists` where a name is taken, `protected` where the workbook's structure is locked.
   */
  addSheets(sheets: readonly SheetContent[]): Promise<void>;
  /**
   * Puts rows in, all or none; formulas of the workbook follow as Excel's do. Rejects with `sheetMissing`, `protected`
   * (before anything is touched), `notSupported` where the host cannot.
   */
  insertRows(rows: readonly RowInsertion[]): Promise<void>;
  /** Takes rows out again, the last one first. Rejects as `insertRows` does. */
  removeRows(rows: readonly Pick<RowInsertion, "sheet" | "row">[]): Promise<void>;
  /** Removes these sheets, all or none. Rejects with `sheetMissing` where one is gone, `protected`. */
  removeSheets(names: readonly string[]): Promise<void>;
  /** Calls the listener after edits by the user; resolves to a function that stops it. */
  onEdit(listener: (event: EditEvent) => void): Promise<() => Promise<void>>;
  /**
   * Tells the listener the sheet that is shown, now and whenever another one is; resolves to a function that stops it.
   * Never called by a host that shows none.
   */
  onActivate(listener: (sheet: string) => void): Promise<() => Promise<void>>;
}
