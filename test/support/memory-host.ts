import { a1, cellKey, type CellAddress } from "../../src/core/model/cell";
import type { CellValue, SheetGrid, WorkbookGrid } from "../../src/core/model/grid";
import type { SheetLooks } from "../../src/core/model/look";
import { HostError, type HostErrorCode } from "../../src/host/errors";
import type {
  CellExpectation,
  CellState,
  CellWrite,
  EditEvent,
  Highlight,
  MarkOutcome,
  ReadOptions,
  RowInsertion,
  SheetChart,
  SheetContent,
  WorkbookHost,
  WriteReceipt,
} from "../../src/host/port";

interface MemorySheet {
  readonly values: CellValue[][];
  readonly formulas: Map<string, string>;
  readonly formats: Map<string, string>;
  readonly merges: SheetGrid["merges"];
  readonly top: number;
  readonly left: number;
}

/** A workbook in memory behind the port: for tests of the use cases and the pane, and for looking at the pane. */
export class MemoryHost implements WorkbookHost {
  readonly #sheets = new Map<string, MemorySheet>();
  readonly #listeners = new Set<(event: EditEvent) => void>();
  readonly #viewers = new Set<(sheet: string) => void>();
  /** The sheet that is shown. */
  active = "";
  /** Every cell that was selected, in order. */
  readonly selected: CellAddress[] = [];
  highlights: readonly Highlight[] = [];
  /** Sheets that marking and clearing are to report as left alone. */
  leftAlone: Omit<MarkOutcome, "cells"> = { protectedSheets: [], unreadable: [] };
  state: string | undefined;
  /** Charts of the sheets that were put, by sheet name. */
  readonly charts = new Map<string, readonly SheetChart[]>();
  /** Number of `read` calls, and the sheets of the last one. */
  reads = 0;
  lastRead: readonly string[] | undefined;
  readonly #faults = new Map<keyof WorkbookHost, HostError>();

  constructor(grid: WorkbookGrid) {
    for (const { name, values, formulas, merges, top, left } of grid.sheets) {
      const sheet: MemorySheet = {
        values: values.map((row) => [...row]),
        formulas: new Map(),
        formats: new Map(),
        merges,
        top,
        left,
      };
      formulas?.forEach((row, r) =>
        row.forEach((text, c) => text && sheet.formulas.set(a1({ row: top + r, column: left + c }), text)),
      );
      this.#sheets.set(name, sheet);
    }
    this.active = grid.sheets[0]?.name ?? "";
  }

  /** Shows a sheet as a user does by its tab. */
  activate(sheet: string): void {
    this.active = sheet;
    for (const viewer of this.#viewers) viewer(sheet);
  }

  /** Lets every further call of a method fail, or work again. */
  fail(method: keyof WorkbookHost, code: HostErrorCode | undefined, detail: HostError["detail"] = {}): void {
    if (code === undefined) this.#faults.delete(method);
    else this.#faults.set(method, new HostError(code, detail));
  }

  /** An edit as a user makes it: changes the cell and tells the listeners. */
  edit(cell: CellAddress, value: CellValue): void {
    this.#put(cell, value);
    for (const listener of this.#listeners) listener({ sheet: cell.sheet, range: a1(cell) });
  }

  /** Number of listeners to edits. */
  get listeners(): number {
    return this.#listeners.size;
  }

  read({ sheets, onProgress }: ReadOptions = {}): Promise<WorkbookGrid> {
    return this.#do("read", () => {
      this.reads += 1;
      this.lastRead = sheets;
      const names = sheets ?? [...this.#sheets.keys()];
      const read = names.map((name, index): SheetGrid => {
        onProgress?.(index / names.length, name);
        const sheet = this.#sheet(name);
        const { top, left, merges, formulas } = sheet;
        return {
          name,
          top,
          left,
          values: sheet.values.map((row) => [...row]),
          formulas: sheet.values.map((row, r) =>
            row.map((_, c) => formulas.get(a1({ row: top + r, column: left + c })) ?? null),
          ),
          ...(merges ? { merges } : {}),
        };
      });
      return { sheets: read };
    });
  }

  /** Nothing here looks like anything. */
  readLooks(sheets: readonly string[]): Promise<readonly SheetLooks[]> {
    return this.#do("readLooks", () =>
      sheets.map((name) => {
        this.#sheet(name);
        return { name, cells: [], widths: [], heights: new Map(), isPortrait: false };
      }),
    );
  }

  readCells(cells: readonly CellAddress[]): Promise<readonly CellState[]> {
    return this.#do("readCells", () => cells.map((cell) => this.#stateOf(cell)));
  }

  write(writes: readonly CellWrite[], expected: readonly CellExpectation[] = []): Promise<WriteReceipt> {
    return this.#do("write", () => {
      const changed = expected.filter(({ cell, content }) => text(this.#stateOf(cell).content) !== text(content));
      if (changed.length > 0) throw new HostError("changed", { cells: changed.map(({ cell }) => cell) });
      const before = writes.map(({ cell }) => this.#stateOf(cell));
      for (const write of writes) {
        const { cell, content, isFormula, numberFormat, formatFrom, result } = write;
        const { formulas, formats } = this.#sheet(cell.sheet);
        this.#put(cell, isFormula ? (result ?? null) : content);
        if (isFormula) formulas.set(a1(cell), String(content));
        else formulas.delete(a1(cell));
        const format = numberFormat ?? (formatFrom ? this.#stateOf(formatFrom).numberFormat : undefined);
        if (format !== undefined) formats.set(a1(cell), format);
      }
      return { before, after: writes.map(({ cell }) => this.#stateOf(cell)) };
    });
  }

  highlight(highlights: readonly Highlight[]): Promise<MarkOutcome> {
    return this.#do("highlight", () => {
      this.highlights = highlights;
      return this.#marked();
    });
  }

  clearHighlights(): Promise<MarkOutcome> {
    return this.#do("clearHighlights", () => {
      const outcome = this.#marked();
      this.highlights = [];
      return outcome;
    });
  }

  #marked(): MarkOutcome {
    const cells = new Set(this.highlights.map(({ cell }) => cellKey(cell))).size;
    return { cells, ...this.leftAlone };
  }

  select(cell: CellAddress): Promise<void> {
    return this.#do("select", () => {
      this.#sheet(cell.sheet);
      this.selected.push(cell);
      if (cell.sheet !== this.active) this.activate(cell.sheet);
    });
  }

  loadState(): Promise<string | undefined> {
    return this.#do("loadState", () => this.state);
  }

  saveState(state: string): Promise<void> {
    return this.#do("saveState", () => {
      this.state = state;
    });
  }

  putSheet({ name, rows, charts = [] }: SheetContent): Promise<void> {
    return this.#do("putSheet", () => {
      this.charts.set(name, charts);
      const values = rows.map((row) => row.map(({ content }) => content));
      this.#sheets.set(name, { values, formulas: new Map(), formats: new Map(), merges: undefined, top: 0, left: 0 });
    });
  }

  addSheets(sheets: readonly SheetContent[]): Promise<void> {
    return this.#do("addSheets", () => {
      const taken = sheets.find(({ name }) => this.#sheets.has(name));
      if (taken) throw new HostError("sheetExists", { sheet: taken.name });
      for (const { name, rows, merges } of sheets) {
        const values = rows.map((row) =>
          row.map(({ content, isFormula, result }) => (isFormula ? (result ?? null) : content)),
        );
        const sheet: MemorySheet = { values, formulas: new Map(), formats: new Map(), merges, top: 0, left: 0 };
        rows.forEach((row, r) =>
          row.forEach(({ content, isFormula }, column) => {
            if (isFormula) sheet.formulas.set(a1({ row: r, column }), String(content));
          }),
        );
        this.#sheets.set(name, sheet);
      }
    });
  }

  insertRows(rows: readonly RowInsertion[]): Promise<void> {
    return this.#do("insertRows", () => {
      for (const { sheet, row, cells } of rows) {
        const { values, top, left } = this.#sheet(sheet);
        const line: CellValue[] = [];
        for (const { column, content, isFormula } of cells) line[column - left] = isFormula ? null : content;
        values.splice(
          row - top,
          0,
          Array.from(line, (value) => value ?? null),
        );
      }
    });
  }

  removeRows(rows: readonly Pick<RowInsertion, "sheet" | "row">[]): Promise<void> {
    return this.#do("removeRows", () => {
      for (const { sheet, row } of [...rows].reverse())
        this.#sheet(sheet).values.splice(row - this.#sheet(sheet).top, 1);
    });
  }

  removeSheets(names: readonly string[]): Promise<void> {
    return this.#do("removeSheets", () => {
      for (const name of names) this.#sheet(name);
      for (const name of names) this.#sheets.delete(name);
    });
  }

  onEdit(listener: (event: EditEvent) => void): Promise<() => Promise<void>> {
    return this.#do("onEdit", () => {
      this.#listeners.add(listener);
      return () => {
        this.#listeners.delete(listener);
        return Promise.resolve();
      };
    });
  }

  onActivate(listener: (sheet: string) => void): Promise<() => Promise<void>> {
    return this.#do("onActivate", () => {
      this.#viewers.add(listener);
      listener(this.active);
      return () => {
        this.#viewers.delete(listener);
        return Promise.resolve();
      };
    });
  }

  #do<T>(method: keyof WorkbookHost, action: () => T): Promise<T> {
    const fault = this.#faults.get(method);
    if (fault) return Promise.reject(fault);
    try {
      return Promise.resolve(action());
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }

  #sheet(name: string): MemorySheet {
    const sheet = this.#sheets.get(name);
    if (!sheet) throw new HostError("sheetMissing", { sheet: name });
    return sheet;
  }

  #stateOf(cell: CellAddress): CellState {
    const { values, formulas, formats, top, left } = this.#sheet(cell.sheet);
    const formula = formulas.get(a1(cell));
    const content = formula ?? values[cell.row - top]?.[cell.column - left] ?? null;
    return { cell, content, isFormula: formula !== undefined, numberFormat: formats.get(a1(cell)) ?? "General" };
  }

  #put(cell: CellAddress, value: CellValue): void {
    const { values, top, left } = this.#sheet(cell.sheet);
    while (values.length <= cell.row - top) values.push([]);
    const row = values[cell.row - top];
    if (row) row[cell.column - left] = value;
  }
}

function text(content: CellValue): string {
  return content === null ? "" : String(content).trim();
}
