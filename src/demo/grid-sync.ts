import type { Cell, Op, Sheet } from "@fortune-sheet/core";
import type { CellValue } from "../core/model/grid";
import type { WorkbookEvent } from "../emulator/model/events";
import type { SheetModel } from "../emulator/model/sheet-model";
import { DEFAULT_SIZE, gridBorders, gridCell, gridSize } from "./grid-cells";
import type { OpenedWorkbook } from "./opened-workbook";

/** What the synchronisation needs of the grid component. */
export interface Grid {
  applyOp(ops: Op[]): void;
  activateSheet(options: { id: string }): void;
  setSelection(range: { row: number[]; column: number[] }[], options: { id: string }): void;
  scroll(target: { targetRow: number; targetColumn: number }): void;
}

/**
 * Keeps the grid component and the workbook the same. The workbook is the truth: what the user does in the grid is
 * entered there as the user's edit, and whatever the workbook then holds is drawn, with the add-in's highlights.
 */
export class GridSync {
  /** What was last drawn, by sheet id and "row,column". */
  private readonly drawn = new Map<string, Map<string, string>>();
  private readonly drawnBorders = new Map<string, string>();
  private readonly seen = new Map<string, Sheet["data"]>();
  private readonly dirty = new Set<string>();
  private isScheduled = false;
  /** The grid shows the workbook's selection; what it selects by itself before that is of no interest. */
  private isShown = false;

  private grid: Grid | null = null;
  private view: HTMLElement | null = null;

  constructor(private readonly workbook: OpenedWorkbook) {}

  /** The element the grid fills, to know how much of a sheet can be seen; null when it goes. */
  readonly attachView = (view: HTMLElement | null): void => {
    this.view = view;
  };

  /** Takes the grid component once it is there; null when it goes. */
  readonly attach = (grid: Grid | null): void => {
    this.grid = grid;
  };

  /**
   * Follows the workbook.
   * @param onStructure called where sheets came, went or were renamed: the grid must be made anew
   * @returns a function that stops it
   */
  start(onStructure: () => void): () => void {
    const { model } = this.workbook;
    for (const sheet of model.sheets) this.remember(sheet);
    // After the grid has selected a first cell of its own choice.
    setTimeout(() => {
      this.isShown = true;
      this.showSelection(model.activeSheetId);
    }, 0);
    return model.onEvent((event) => {
      if (event.kind === "added" || event.kind === "deleted" || event.kind === "renamed") onStructure();
      else this.follow(event);
    });
  }

  /** The grid's sheets after any change in it: enters what differs from the workbook as the user's edits. */
  readonly gridChanged = (sheets: readonly Sheet[]): void => {
    for (const { id = "", data } of sheets) {
      const before = this.seen.get(id);
      this.seen.set(id, data);
      const sheet = this.workbook.model.sheet(id);
      if (!before || !data || before === data || !sheet) continue;
      data.forEach((row, r) => {
        if (row === before[r]) return;
        row.forEach((cell, c) => {
          if (cell !== before[r]?.[c]) this.enter(sheet, r, c, cell);
        });
      });
    }
  };

  /** The user selected cells in the grid. */
  readonly gridSelected = (sheetId: string, rows: readonly number[], columns: readonly number[]): void => {
    const { model } = this.workbook;
    const sheet = model.sheet(sheetId);
    if (!this.isShown || !sheet) return;
    const [top = 0, bottom = top] = rows;
    const [left = 0, right = left] = columns;
    // On a sheet shown for the first time the grid gives one end of a range only, and then shows none.
    if (rows.length < 2) this.grid?.setSelection([{ row: [top, bottom], column: [left, right] }], { id: sheetId });
    const { selection } = model;
    const isSame =
      selection.top === top && selection.bottom === bottom && selection.left === left && selection.right === right;
    if (!(isSame && model.activeSheetId === sheetId)) model.select(sheet, { top, left, bottom, right });
  };

  private enter(sheet: SheetModel, row: number, column: number, shown: Cell | null): void {
    const held = sheet.cell(row, column);
    const entry: CellValue = shown?.f ?? shown?.v ?? null;
    if (String(entry ?? "") === String(held.formula ?? held.value ?? "")) return;
    this.drawn.get(sheet.id)?.delete(`${row},${column}`);
    const cell = { top: row, left: column, bottom: row, right: column };
    this.workbook.model.enter(sheet, cell, [[entry ?? ""]]);
  }

  private follow(event: Exclude<WorkbookEvent, { kind: "added" | "deleted" | "renamed" }>): void {
    switch (event.kind) {
      case "changed":
        // A formula of any other sheet may depend on it.
        for (const sheet of this.workbook.model.sheets) this.dirty.add(sheet.id);
        break;
      case "formatted":
        this.dirty.add(event.sheetId);
        break;
      case "selected":
        this.showSelection(event.sheetId);
        return;
      case "activated":
        this.grid?.activateSheet({ id: event.sheetId });
        return;
    }
    if (this.isScheduled) return;
    this.isScheduled = true;
    queueMicrotask(() => {
      this.isScheduled = false;
      this.draw();
    });
  }

  private showSelection(sheetId: string): void {
    const { top, left, bottom, right } = this.workbook.model.selection;
    this.grid?.activateSheet({ id: sheetId });
    this.grid?.setSelection([{ row: [top, bottom], column: [left, right] }], { id: sheetId });
    const sheet = this.workbook.model.sheet(sheetId);
    const look = sheet && this.workbook.looks.get(sheet.name);
    const isInFirstRows =
      edgeOf(bottom, look?.heights, DEFAULT_SIZE.height) < (this.view?.clientHeight ?? 0) - BARS.height;
    const isInFirstColumns =
      edgeOf(right, look?.widths, DEFAULT_SIZE.width) < (this.view?.clientWidth ?? 0) - BARS.width;
    const target = {
      targetRow: isInFirstRows ? 0 : Math.max(0, top - 4),
      targetColumn: isInFirstColumns ? 0 : Math.max(0, left - 2),
    };
    // The grid knows the sizes of a sheet it was just told to show only after it has drawn it.
    setTimeout(() => this.grid?.scroll(target), 60);
  }

  /** Draws the cells of the sheets concerned that look different from what was drawn last. */
  private draw(): void {
    const { model, looks } = this.workbook;
    model.calculate();
    const ops: Op[] = [];
    for (const id of this.dirty) {
      const sheet = model.sheet(id);
      if (!sheet) continue;
      const look = looks.get(sheet.name);
      const drawn = this.drawnCells(id);
      const size = gridSize(sheet, look);
      for (let row = 0; row < size.rows; row++) {
        for (let column = 0; column < size.columns; column++) {
          const cell = gridCell(sheet, look, row, column);
          const text = JSON.stringify(cell);
          if (drawn.get(`${row},${column}`) === text) continue;
          drawn.set(`${row},${column}`, text);
          ops.push({ op: "replace", id, path: ["data", row, column], value: cell });
        }
      }
      const borderInfo = [...gridBorders(sheet, look)];
      const borders = JSON.stringify(borderInfo);
      if (this.drawnBorders.get(id) !== borders) {
        this.drawnBorders.set(id, borders);
        ops.push({ op: "replace", id, path: ["config", "borderInfo"], value: borderInfo });
        // The grid keeps a copy of the shown sheet's configuration for drawing.
        if (id === model.activeSheetId) ops.push({ op: "replace", path: ["config", "borderInfo"], value: borderInfo });
      }
    }
    this.dirty.clear();
    if (ops.length > 0) this.grid?.applyOp(ops);
  }

  /** Notes what the grid shows of a sheet when it is made. */
  private remember(sheet: SheetModel): void {
    const look = this.workbook.looks.get(sheet.name);
    const size = gridSize(sheet, look);
    const drawn = this.drawnCells(sheet.id);
    for (let row = 0; row < size.rows; row++) {
      for (let column = 0; column < size.columns; column++) {
        drawn.set(`${row},${column}`, JSON.stringify(gridCell(sheet, look, row, column)));
      }
    }
    this.drawnBorders.set(sheet.id, JSON.stringify([...gridBorders(sheet, look)]));
  }

  private drawnCells(id: string): Map<string, string> {
    const known = this.drawn.get(id);
    if (known) return known;
    const fresh = new Map<string, string>();
    this.drawn.set(id, fresh);
    return fresh;
  }
}

/** Pixels the grid takes for headers, formula bar and tabs. */
const BARS = { width: 70, height: 130 };

/** Far edge of a row or column from the sheet's start, in pixels. */
function edgeOf(last: number, sizes: ReadonlyMap<number, number> | undefined, size: number): number {
  let edge = 0;
  for (let index = 0; index <= last; index++) edge += sizes?.get(index) ?? size;
  return edge;
}
