import type { Cell, Op, Sheet } from "@fortune-sheet/core";
import type { CellRange } from "../core/model/cell";
import type { CellValue } from "../core/model/grid";
import type { WorkbookEvent } from "../emulator/model/events";
import type { SheetModel } from "../emulator/model/sheet-model";
import { gridBorders, gridCell, gridSize } from "./grid-cells";
import { lookOfSheet } from "./emulated-look";
import type { OpenedWorkbook } from "./opened-workbook";
import { bringSelectedIntoView, hasSizes } from "./selected-cell";

/** Rows and columns, first and last. */
interface GridRange {
  readonly row: number[];
  readonly column: number[];
}

/** What the synchronisation needs of the grid component. */
export interface Grid {
  applyOp(ops: Op[]): void;
  activateSheet(options: { id: string }): void;
  getAllSheets(): readonly unknown[];
  getSheet(): { readonly id?: string | undefined };
  getSelection(): readonly GridRange[] | undefined;
  setSelection(range: GridRange[], options: { id: string }): void;
}

type StructuralEvent = Extract<WorkbookEvent, { kind: "added" | "deleted" | "renamed" | "moved" | "visibility" }>;

const STRUCTURAL: ReadonlySet<WorkbookEvent["kind"]> = new Set(["added", "deleted", "renamed", "moved", "visibility"]);

const isStructural = (event: WorkbookEvent): event is StructuralEvent => STRUCTURAL.has(event.kind);

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
  /** The workbook is being told what the user selected: it needs no showing. */
  private isTelling = false;
  /**
   * What is to be shown: selected and in view, whatever the grid does by itself while it turns to another sheet. Holds
   * until the user does something in the grid.
   */
  private wanted: { readonly sheetId: string; readonly range: CellRange } | undefined;

  private grid: Grid | null = null;
  private view: HTMLElement | null = null;

  constructor(private readonly workbook: OpenedWorkbook) {
    const { activeSheetId, selection } = workbook.model;
    this.wanted = { sheetId: activeSheetId, range: selection };
  }

  /** The element the grid fills; null when it goes. */
  readonly attachView = (view: HTMLElement | null): void => {
    this.view = view;
    for (const act of USER_ACTS) view?.addEventListener(act, this.letGo, { capture: true, passive: true });
    view?.addEventListener("scroll", this.scrolled, { capture: true, passive: true });
  };

  /** Takes the grid component, which gives itself anew after everything it has drawn; null when it goes. */
  readonly attach = (grid: Grid | null): void => {
    this.grid = grid;
    // It gives itself for the first time without a sheet, and then without sizes: a cell selected then is drawn as nothing.
    if (!grid || !this.wanted || grid.getAllSheets().length === 0 || !hasSizes(this.view)) return;
    const [selected] = grid.getSelection() ?? [];
    if (this.isWanted(grid.getSheet().id, selected?.row ?? [], selected?.column ?? [])) this.keepInView();
    else this.show(this.wanted);
  };

  private readonly letGo = (): void => {
    this.wanted = undefined;
  };

  /** The browser says so once a scroll is carried out; a notice of our own is not one. */
  private readonly scrolled = ({ isTrusted }: Event): void => {
    if (isTrusted) this.keepInView();
  };

  private readonly keepInView = (): void => {
    if (this.wanted && this.view) bringSelectedIntoView(this.view);
  };

  /**
   * Follows the workbook.
   * @param onStructure called where sheets came, went, moved, hid or were renamed: the grid must be made anew
   * @returns a function that stops it
   */
  start(onStructure: () => void): () => void {
    const { model } = this.workbook;
    for (const sheet of model.sheets) this.remember(sheet);
    return model.onEvent((event) => {
      if (isStructural(event)) onStructure();
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
  readonly gridSelected = (
    sheetId: string,
    rows: readonly (number | undefined)[],
    columns: readonly (number | undefined)[],
  ): void => {
    const { model } = this.workbook;
    const sheet = model.sheet(sheetId);
    if (!sheet) return;
    // Not the user's choice but the grid's own, while it turns to another sheet.
    if (this.wanted && !this.isWanted(sheetId, rows, columns)) return;
    const range = rangeOf(rows, columns);
    if (rows[1] === undefined) this.select({ sheetId, range });
    if (isSame(model.selection, range) && model.activeSheetId === sheetId) return;
    this.isTelling = true;
    model.select(sheet, range);
    this.isTelling = false;
  };

  /** A selection with one end only, which the grid makes of a sheet not shown before, is none: it is drawn as nothing. */
  private isWanted(
    sheetId: string | undefined,
    rows: readonly (number | undefined)[],
    columns: readonly (number | undefined)[],
  ): boolean {
    const { wanted } = this;
    if (!wanted || rows[1] === undefined) return false;
    return wanted.sheetId === sheetId && isSame(wanted.range, rangeOf(rows, columns));
  }

  private enter(sheet: SheetModel, row: number, column: number, shown: Cell | null): void {
    const held = sheet.cell(row, column);
    const entry: CellValue = shown?.f ?? shown?.v ?? null;
    if (String(entry ?? "") === String(held.formula ?? held.value ?? "")) return;
    this.drawn.get(sheet.id)?.delete(`${row},${column}`);
    const cell = { top: row, left: column, bottom: row, right: column };
    this.workbook.model.enter(sheet, cell, [[entry ?? ""]]);
  }

  private follow(event: Exclude<WorkbookEvent, StructuralEvent>): void {
    switch (event.kind) {
      case "changed":
        // A formula of any other sheet may depend on it.
        for (const sheet of this.workbook.model.sheets) this.dirty.add(sheet.id);
        break;
      case "formatted":
        this.dirty.add(event.sheetId);
        break;
      case "selected":
        if (!this.isTelling) this.show({ sheetId: event.sheetId, range: event.range });
        return;
      case "activated":
        if (this.isTelling) return;
        this.letGo();
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

  private show(wanted: { readonly sheetId: string; readonly range: CellRange }): void {
    this.wanted = wanted;
    this.grid?.activateSheet({ id: wanted.sheetId });
    this.select(wanted);
  }

  private select({ sheetId, range }: { readonly sheetId: string; readonly range: CellRange }): void {
    const { top, left, bottom, right } = range;
    this.grid?.setSelection([{ row: [top, bottom], column: [left, right] }], { id: sheetId });
  }

  /** Draws the cells of the sheets concerned that look different from what was drawn last. */
  private draw(): void {
    const { model } = this.workbook;
    model.calculate();
    const ops: Op[] = [];
    for (const id of this.dirty) {
      const sheet = model.sheet(id);
      if (!sheet) continue;
      const look = lookOfSheet(this.workbook, sheet);
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
    const look = lookOfSheet(this.workbook, sheet);
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

/** What a user does in the grid that may move it or select something. */
const USER_ACTS = ["pointerdown", "wheel", "keydown", "touchstart"] as const;

/** The range of rows and columns given by both ends or, a single cell, by one. */
function rangeOf(rows: readonly (number | undefined)[], columns: readonly (number | undefined)[]): CellRange {
  const [top = 0, bottom = top] = rows;
  const [left = 0, right = left] = columns;
  return { top, left, bottom, right };
}

function isSame(one: CellRange, other: CellRange): boolean {
  return one.top === other.top && one.left === other.left && one.bottom === other.bottom && one.right === other.right;
}
