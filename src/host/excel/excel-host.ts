import type { CellAddress } from "../../core/model/cell";
import type { WorkbookGrid } from "../../core/model/grid";
import type { SheetLooks } from "../../core/model/look";
import { a1 } from "../../core/model/cell";
import type {
  CellExpectation,
  CellState,
  CellWrite,
  EditEvent,
  Highlight,
  MarkOutcome,
  ReadOptions,
  RowInsertion,
  SheetContent,
  WorkbookHost,
  WriteReceipt,
} from "../port";
import { ActiveWatch } from "./active-watch";
import { CellWriter } from "./cell-writer";
import { EditWatch } from "./edit-watch";
import { Highlighter } from "./highlighter";
import { LookReader } from "./look-reader";
import { OwnChanges } from "./own-changes";
import { OwnSheets } from "./own-sheets";
import { RowInserter } from "./row-inserter";
import { ExcelRunner } from "./run";
import { SheetDirectory } from "./sheet-directory";
import { SheetReader } from "./sheet-reader";
import { StateStore } from "./state-store";
import { UserSheets } from "./user-sheets";

/**
 * The oldest requirement set everything here works with (RangeAreas and worksheets.onChanged are the newest parts).
 * Excel LTSC 2021 has ExcelApi 1.14, Excel 2019 only 1.8.
 */
export const REQUIRED_EXCEL_API = "1.9";

export interface ExcelHostOptions {
  /** Milliseconds Excel may leave a batch unanswered. */
  readonly timeoutMs?: number;
}

/** The workbook the pane is open in. Needs Office.js loaded and ready; see `WorkbookHost` for what each method does. */
export function createExcelHost(options: ExcelHostOptions = {}): WorkbookHost {
  return new ExcelHost(new ExcelRunner(options.timeoutMs));
}

class ExcelHost implements WorkbookHost {
  private readonly directory = new SheetDirectory();
  private readonly ownChanges = new OwnChanges();
  private readonly reader: SheetReader;
  private readonly looks: LookReader;
  private readonly cells: CellWriter;
  private readonly highlighter: Highlighter;
  private readonly states: StateStore;
  private readonly ownSheets: OwnSheets;
  private readonly userSheets: UserSheets;
  private readonly rows: RowInserter;
  private readonly watch: EditWatch;
  private readonly active: ActiveWatch;

  constructor(private readonly runner: ExcelRunner) {
    this.reader = new SheetReader(runner, this.directory);
    this.looks = new LookReader(runner);
    this.cells = new CellWriter(runner, this.ownChanges);
    this.highlighter = new Highlighter(runner, this.directory);
    this.states = new StateStore(runner, this.directory);
    this.ownSheets = new OwnSheets(runner, this.directory, this.ownChanges);
    this.userSheets = new UserSheets(runner, this.directory, this.ownChanges);
    this.rows = new RowInserter(runner, this.ownChanges);
    this.watch = new EditWatch(runner, this.directory, this.ownChanges);
    this.active = new ActiveWatch(runner, this.directory);
  }

  read(options: ReadOptions = {}): Promise<WorkbookGrid> {
    return this.reader.read(options);
  }

  readLooks(sheets: readonly string[]): Promise<readonly SheetLooks[]> {
    return this.looks.read(sheets);
  }

  readCells(cells: readonly CellAddress[]): Promise<readonly CellState[]> {
    return this.cells.readCells(cells);
  }

  write(writes: readonly CellWrite[], expected?: readonly CellExpectation[]): Promise<WriteReceipt> {
    return this.cells.write(writes, expected);
  }

  highlight(highlights: readonly Highlight[]): Promise<MarkOutcome> {
    return this.highlighter.replace(highlights);
  }

  clearHighlights(): Promise<MarkOutcome> {
    return this.highlighter.clear();
  }

  async select(cell: CellAddress): Promise<void> {
    const place = { sheet: cell.sheet, cells: [cell] };
    await this.runner.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(cell.sheet);
      sheet.activate();
      sheet.getRange(a1(cell)).select();
      await context.sync();
    }, place);
  }

  loadState(): Promise<string | undefined> {
    return this.states.load();
  }

  saveState(state: string): Promise<void> {
    return this.states.save(state);
  }

  putSheet(sheet: SheetContent): Promise<void> {
    return this.ownSheets.put(sheet);
  }

  addSheets(sheets: readonly SheetContent[]): Promise<void> {
    return this.userSheets.add(sheets);
  }

  insertRows(rows: readonly RowInsertion[]): Promise<void> {
    return this.rows.insert(rows);
  }

  removeRows(rows: readonly Pick<RowInsertion, "sheet" | "row">[]): Promise<void> {
    return this.rows.remove(rows);
  }

  removeSheets(names: readonly string[]): Promise<void> {
    return this.userSheets.remove(names);
  }

  onEdit(listener: (event: EditEvent) => void): Promise<() => Promise<void>> {
    return this.watch.start(listener);
  }

  onActivate(listener: (sheet: string) => void): Promise<() => Promise<void>> {
    return this.active.start(listener);
  }
}
