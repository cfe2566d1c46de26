import type { Cell, Op, Sheet } from "@fortune-sheet/core";
import type { CellRange } from "../core/model/cell";
import type { CellValue } from "../core/model/grid";
import type { WorkbookEvent } from "../emulator/model/events";
import type { SheetModel } from "../emulator/model/sheet-model";
import { gridBorders, gridCells } from "./grid-cells";
import { lookOfSheet } from "./emulated-look";
import type { OpenedWorkbook } from "./opened-workbook";
import { bringSelectedIntoView, hasSizes } from "./selected-cell";
import type { SheetLook } from "./sheet-looks";

/** Rows and columns, first and last. */
interface GridRange {
  readonly row: number[];
  readonly column: number[];
}

/** What the synchronisation needs of the grid component. */
export interface Grid {
  applyOp(ops: Op[]): void;
  getAllSheets(): readonly unknown[];
  getSelection(): readonly GridRange[] | undefined;
  setSelection(range: GridRange[], options: { id: string }): void;
}

/**
 * Keeps the grid component, which shows one sheet, and the workbook the same. The workbook is the truth: what the user
 * does in the grid is entered there as the user's edit, and whatever the workbook then holds is drawn, with the add-in's
 * highlights.
 */
export class GridSync {
  /** What was last drawn, by "row,column". */
  private readonly drawn = new Map<string, string>();
  private drawnBorders = "";
  private seen: Sheet["data"];
  private isScheduled = false;
  /** The workbook is being told what the user selected: it needs no showing. */
  private isTelling = false;
  /**
   * What is to be shown: selected and in view, whatever the grid does by itself while it is made. Holds until the user
   * does something in the grid.
   */
  private wanted: CellRange | undefined;

  private grid: Grid | null = null;
  private view: HTMLElement | null = null;

  /** @param selected what is selected on the sheet; undefined where nothing was before */
  constructor(
    private readonly workbook: OpenedWorkbook,
    private readonly sheet: SheetModel,
    selected: CellRange | undefined,
  ) {
    this.wanted = selected;
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
    if (this.isWanted(selected?.row ?? [], selected?.column ?? [])) this.keepInView();
    else this.select(this.wanted);
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

  /** Follows the workbook; answers a function that stops it. */
  start(): () => void {
    for (const [row, column, cell] of gridCells(this.sheet, this.look)) {
      this.drawn.set(`${row},${column}`, JSON.stringify(cell));
    }
    this.drawnBorders = JSON.stringify([...gridBorders(this.sheet, this.look)]);
    return this.workbook.model.onEvent((event) => this.follow(event));
  }

  private get look(): SheetLook | undefined {
    return lookOfSheet(this.workbook, this.sheet);
  }

  /** The grid's sheet after any change in it: enters what differs from the workbook as the user's edits. */
  readonly gridChanged = (sheets: readonly Sheet[]): void => {
    const data = sheets.find(({ id }) => id === this.sheet.id)?.data;
    const before = this.seen;
    this.seen = data;
    if (!before || !data || before === data) return;
    data.forEach((row, r) => {
      if (row === before[r]) return;
      row.forEach((cell, c) => {
        if (cell !== before[r]?.[c]) this.enter(r, c, cell);
      });
    });
  };

  /** The user selected cells in the grid. */
  readonly gridSelected = (rows: readonly (number | undefined)[], columns: readonly (number | undefined)[]): void => {
    const { model } = this.workbook;
    // Not the user's choice but the grid's own, while it is made.
    if (this.wanted && !this.isWanted(rows, columns)) return;
    const range = rangeOf(rows, columns);
    if (rows[1] === undefined) this.select(range);
    if (isSame(model.selection, range) && model.activeSheetId === this.sheet.id) return;
    this.isTelling = true;
    model.select(this.sheet, range);
    this.isTelling = false;
  };

  /** A selection with one end only, which the grid makes of a sheet not shown before, is none: it is drawn as nothing. */
  private isWanted(rows: readonly (number | undefined)[], columns: readonly (number | undefined)[]): boolean {
    return this.wanted !== undefined && rows[1] !== undefined && isSame(this.wanted, rangeOf(rows, columns));
  }

  private enter(row: number, column: number, shown: Cell | null): void {
    const held = this.sheet.cell(row, column);
    const entry: CellValue = shown?.f ?? shown?.v ?? null;
    if (String(entry ?? "") === String(held.formula ?? held.value ?? "")) return;
    this.drawn.delete(`${row},${column}`);
    const cell = { top: row, left: column, bottom: row, right: column };
    this.workbook.model.enter(this.sheet, cell, [[entry ?? ""]]);
  }

  private follow(event: WorkbookEvent): void {
    if (event.kind === "selected" && event.sheetId === this.sheet.id && !this.isTelling) {
      this.wanted = event.range;
      this.select(event.range);
    }
    // After a change anywhere a formula of this sheet may give something else.
    const isToDraw = event.kind === "changed" || (event.kind === "formatted" && event.sheetId === this.sheet.id);
    if (!isToDraw || this.isScheduled) return;
    this.isScheduled = true;
    queueMicrotask(() => {
      this.isScheduled = false;
      this.draw();
    });
  }

  private select({ top, left, bottom, right }: CellRange): void {
    this.grid?.setSelection([{ row: [top, bottom], column: [left, right] }], { id: this.sheet.id });
  }

  /** Draws the cells that look different from what was drawn last. */
  private draw(): void {
    const { id } = this.sheet;
    this.workbook.model.calculate();
    const ops: Op[] = [];
    for (const [row, column, cell] of gridCells(this.sheet, this.look)) {
      const text = JSON.stringify(cell);
      if (this.drawn.get(`${row},${column}`) === text) continue;
      this.drawn.set(`${row},${column}`, text);
      ops.push({ op: "replace", id, path: ["data", row, column], value: cell });
    }
    const borderInfo = [...gridBorders(this.sheet, this.look)];
    const borders = JSON.stringify(borderInfo);
    if (this.drawnBorders !== borders) {
      this.drawnBorders = borders;
      ops.push({ op: "replace", id, path: ["config", "borderInfo"], value: borderInfo });
      // The grid keeps a copy of the shown sheet's configuration for drawing.
      ops.push({ op: "replace", path: ["config", "borderInfo"], value: borderInfo });
    }
    if (ops.length > 0) this.grid?.applyOp(ops);
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
