import type { CellRange } from "../../core/model/cell";
import type { CellValue, WorkbookGrid } from "../../core/model/grid";
import { recalculate as recalculateSimpleFormulas } from "../formula/recalculate";
import { shiftedFormula } from "../../core/model/row-shift";
import { LAST_COLUMN } from "./addresses";
import type { ConditionalFormatModel } from "./conditional-format-model";
import { contentsOfGrid, emptySheet, type Visibility, type WorkbookContents } from "./content";
import { BY_USER, type Origin, type WorkbookEvent, type WorkbookListener } from "./events";
import { SheetModel } from "./sheet-model";

export interface WorkbookOptions {
  /** What the file is called; 工作簿.xlsx by default. */
  readonly fileName?: string;
  /** Brings the values of formula cells up to date; by default the small evaluator of `formula/`. */
  readonly recalculate?: (workbook: WorkbookModel) => void;
}

/** A custom XML part with the id the workbook gave it. */
export interface XmlPart {
  readonly id: string;
  xml: string;
}

/**
 * A workbook as Excel would hold it, as far as the add-in can see it. Edits go through this class, which tells
 * listeners and has formulas calculated lazily: values of formula cells are right after `calculate`.
 */
export class WorkbookModel {
  readonly sheets: SheetModel[] = [];
  readonly xmlParts: XmlPart[] = [];
  /** Conditional formats that the API deleted since something was last undone, in order. */
  readonly deletedFormats: { readonly sheet: SheetModel; readonly format: ConditionalFormatModel }[] = [];
  readonly fileName: string;
  isStructureProtected: boolean;
  isReadOnly: boolean;
  activeSheetId: string;
  selection: CellRange = { top: 0, left: 0, bottom: 0, right: 0 };
  private readonly listeners = new Set<WorkbookListener>();
  private readonly recalculate: (workbook: WorkbookModel) => void;
  private nextId = 1;
  private isStale = false;

  constructor(contents: WorkbookContents, options: WorkbookOptions = {}) {
    this.recalculate = options.recalculate ?? recalculateSimpleFormulas;
    this.fileName = options.fileName ?? "工作簿.xlsx";
    this.isStructureProtected = contents.isStructureProtected;
    this.isReadOnly = contents.isReadOnly;
    for (const sheet of contents.sheets) this.sheets.push(new SheetModel(this.freshId(), sheet));
    for (const xml of contents.customXml) this.addXmlPart(xml);
    this.activeSheetId = (this.sheets.find((sheet) => sheet.visibility === "Visible") ?? this.sheets[0])?.id ?? "";
  }

  /** A workbook that holds just these grids. */
  static fromGrid(grid: WorkbookGrid, options: WorkbookOptions = {}): WorkbookModel {
    return new WorkbookModel(contentsOfGrid(grid), options);
  }

  /** The whole workbook as plain data; `new WorkbookModel(contents)` opens it again. */
  contents(): WorkbookContents {
    this.calculate();
    return {
      sheets: this.sheets.map((sheet) => sheet.contents()),
      customXml: this.xmlParts.map((part) => part.xml),
      isStructureProtected: this.isStructureProtected,
      isReadOnly: this.isReadOnly,
    };
  }

  /** Sheet of that id or, ignoring case as Excel does, of that name. */
  sheet(idOrName: string): SheetModel | undefined {
    const wanted = idOrName.toLowerCase();
    return this.sheets.find((sheet) => sheet.id === idOrName || sheet.name.toLowerCase() === wanted);
  }

  /** Enters rows of entries from the range's first cell on; null leaves a cell as it is, "" empties it. */
  enter(
    sheet: SheetModel,
    range: CellRange,
    entries: readonly (readonly CellValue[])[],
    origin: Origin = BY_USER,
  ): void {
    this.enterSilently(sheet, range, entries);
    this.emit({ kind: "changed", sheetId: sheet.id, range, origin });
  }

  /** Enters without telling anybody. */
  enterSilently(sheet: SheetModel, range: CellRange, entries: readonly (readonly CellValue[])[]): void {
    entries.forEach((row, r) =>
      row.forEach((entry, c) => {
        if (entry !== null) sheet.enter(range.top + r, range.left + c, entry);
      }),
    );
    this.isStale = true;
  }

  clear(
    sheet: SheetModel,
    range: CellRange,
    what: { readonly contents: boolean; readonly formats: boolean },
    origin: Origin = BY_USER,
  ): void {
    sheet.clear(range, what);
    if (what.contents) {
      this.isStale = true;
      this.emit({ kind: "changed", sheetId: sheet.id, range, origin });
    } else this.emit({ kind: "formatted", sheetId: sheet.id, origin });
  }

  /** Makes one cell of a rectangle: what stood in the others is gone. */
  merge(sheet: SheetModel, range: CellRange, origin: Origin = BY_USER): void {
    sheet.merge(range);
    this.isStale = true;
    this.emit({ kind: "formatted", sheetId: sheet.id, origin });
  }

  /** Puts rows in before a row of a sheet, or takes rows out from it on (`count` below 0); formulas follow. */
  shiftRows(sheet: SheetModel, row: number, count: number, origin: Origin = BY_USER): void {
    sheet.shiftRows(row, count);
    for (const each of this.sheets)
      for (const [at, column, { formula }] of each.allCells()) {
        if (formula === null) continue;
        const shifted = shiftedFormula(formula, each.name, { sheet: sheet.name, row, count });
        if (shifted !== formula) each.setFormula(at, column, shifted);
      }
    this.isStale = true;
    const bottom = row + Math.abs(count) - 1;
    this.emit({ kind: "changed", sheetId: sheet.id, range: { top: row, left: 0, bottom, right: LAST_COLUMN }, origin });
  }

  addSheet(name: string, origin: Origin = BY_USER): SheetModel {
    const sheet = new SheetModel(this.freshId(), emptySheet(name));
    this.sheets.push(sheet);
    this.emit({ kind: "added", sheetId: sheet.id, origin });
    return sheet;
  }

  /** A copy behind the last sheet, with everything on it, as Excel's 移动或复制 makes it. */
  copySheet(sheet: SheetModel, name: string, origin: Origin = BY_USER): SheetModel {
    const copy = new SheetModel(this.freshId(), { ...sheet.contents(), name });
    this.sheets.push(copy);
    this.emit({ kind: "added", sheetId: copy.id, origin });
    return copy;
  }

  deleteSheet(sheet: SheetModel, origin: Origin = BY_USER): void {
    const index = this.sheets.indexOf(sheet);
    if (index < 0) return;
    this.sheets.splice(index, 1);
    if (this.activeSheetId === sheet.id) this.activeSheetId = this.sheets[0]?.id ?? "";
    this.isStale = true;
    this.emit({ kind: "deleted", sheetId: sheet.id, origin });
  }

  renameSheet(sheet: SheetModel, name: string, origin: Origin = BY_USER): void {
    const before = sheet.name;
    sheet.name = name;
    this.emit({ kind: "renamed", sheetId: sheet.id, before, after: name, origin });
  }

  /** Puts a sheet at a place in the order of tabs, counted from 0. */
  moveSheet(sheet: SheetModel, position: number, origin: Origin = BY_USER): void {
    const before = this.sheets.indexOf(sheet);
    if (before < 0 || before === position) return;
    this.sheets.splice(before, 1);
    this.sheets.splice(position, 0, sheet);
    this.emit({ kind: "moved", sheetId: sheet.id, before, after: position, origin });
  }

  /** Hides or shows a sheet. */
  setVisibility(sheet: SheetModel, visibility: Visibility, origin: Origin = BY_USER): void {
    const before = sheet.visibility;
    if (before === visibility) return;
    sheet.visibility = visibility;
    this.emit({ kind: "visibility", sheetId: sheet.id, before, after: visibility, origin });
  }

  activate(sheet: SheetModel, origin: Origin = BY_USER): void {
    if (this.activeSheetId === sheet.id) return;
    this.activeSheetId = sheet.id;
    this.emit({ kind: "activated", sheetId: sheet.id, origin });
  }

  select(sheet: SheetModel, range: CellRange, origin: Origin = BY_USER): void {
    this.activate(sheet, origin);
    this.selection = range;
    this.emit({ kind: "selected", sheetId: sheet.id, range, origin });
  }

  addXmlPart(xml: string): XmlPart {
    const part = { id: this.freshId(), xml };
    this.xmlParts.push(part);
    return part;
  }

  /** Says that formats of a sheet changed, so that it is drawn again. */
  formatted(sheet: SheetModel, origin: Origin = BY_USER): void {
    this.emit({ kind: "formatted", sheetId: sheet.id, origin });
  }

  /** Brings formula values up to date where something changed since. */
  calculate(): void {
    if (!this.isStale) return;
    this.isStale = false;
    this.recalculate(this);
  }

  /** @returns a function that stops the listening. */
  onEvent(listener: WorkbookListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private emit(event: WorkbookEvent): void {
    for (const listener of [...this.listeners]) listener(event);
  }

  private freshId(): string {
    const number = this.nextId++;
    return `{${number.toString(16).toUpperCase().padStart(8, "0")}-0000-0000-0000-000000000000}`;
  }
}
