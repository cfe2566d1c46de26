import type { CellRange } from "../../core/model/cell";
import type { CellValue } from "../../core/model/grid";
import { intersect, WHOLE_SHEET } from "./addresses";
import { interpretEntry } from "./cell-input";
import { ConditionalFormatModel } from "./conditional-format-model";
import type { CellContent, ChartContent, OpaqueStyle, SheetContents, SheetName, Visibility } from "./content";

const BLANK: CellContent = { value: null, formula: null, numberFormat: "General" };
const ROW_FACTOR = 16_384;

/** One worksheet. It changes itself and tells nobody; events and calculation are the workbook's business. */
export class SheetModel {
  name: string;
  visibility: Visibility;
  isProtected: boolean;
  allowFormatCells: boolean;
  isChartSheet: boolean;
  readonly merges: CellRange[];
  readonly tables: CellRange[];
  readonly conditionalFormats: ConditionalFormatModel[];
  readonly names: Map<string, SheetName>;
  layout: OpaqueStyle | undefined;
  /** Charts by their ids. */
  readonly charts = new Map<string, ChartContent>();
  private nextChart = 1;
  private readonly held = new Map<number, CellContent>();
  /** What the sheet was made of, in row order, until somebody asks for a cell: most of a thousand sheets are never shown. */
  private made: SheetContents["cells"] | undefined;
  /** Where formulas stand. */
  private readonly formulas = new Set<number>();

  constructor(
    readonly id: string,
    contents: SheetContents,
  ) {
    this.name = contents.name;
    this.visibility = contents.visibility;
    this.isProtected = contents.isProtected;
    this.allowFormatCells = contents.allowFormatCells ?? false;
    this.isChartSheet = contents.isChartSheet ?? false;
    this.merges = [...contents.merges];
    this.tables = [...(contents.tables ?? [])];
    this.conditionalFormats = contents.conditionalFormats.map((format) => new ConditionalFormatModel(format));
    this.names = new Map(Object.entries(contents.names ?? {}));
    this.layout = contents.layout;
    for (const chart of contents.charts ?? []) this.addChart(chart);
    this.made = contents.cells;
  }

  private get cells(): Map<number, CellContent> {
    const { made } = this;
    if (made) {
      this.made = undefined;
      for (const [row, column, cell] of made) this.set(key(row, column), cell);
    }
    return this.held;
  }

  private set(at: number, cell: CellContent): void {
    this.held.set(at, cell);
    if (cell.formula === null) this.formulas.delete(at);
    else this.formulas.add(at);
  }

  cell(row: number, column: number): CellContent {
    return this.cells.get(key(row, column)) ?? BLANK;
  }

  /** Enters something into a cell as a user or the API would; inside a merged area only its first cell takes it. */
  enter(row: number, column: number, entry: CellValue): void {
    if (this.isCoveredByMerge(row, column)) return;
    const cell = this.cell(row, column);
    this.put(row, column, { ...cell, ...interpretEntry(entry, cell.numberFormat) });
  }

  setNumberFormat(row: number, column: number, numberFormat: string): void {
    this.put(row, column, { ...this.cell(row, column), numberFormat });
  }

  setStyle(row: number, column: number, style: OpaqueStyle): void {
    this.put(row, column, { ...this.cell(row, column), style });
  }

  /** Stores the value calculated for a formula cell. */
  setCalculated(row: number, column: number, value: CellValue): void {
    this.put(row, column, { ...this.cell(row, column), value });
  }

  /** Empties contents, formats or both of all cells of the range. */
  clear(range: CellRange, what: { readonly contents: boolean; readonly formats: boolean }): void {
    for (const [row, column, cell] of this.cellsIn(range)) {
      const kept = what.formats ? BLANK : { ...cell };
      const contents = what.contents ? { value: null, formula: null } : { value: cell.value, formula: cell.formula };
      this.put(row, column, { ...kept, ...contents });
    }
  }

  /** Makes one cell of a rectangle; areas inside it are part of it now. */
  merge(range: CellRange): void {
    for (const [row, column, cell] of this.cellsIn(range)) {
      if (row !== range.top || column !== range.left) this.put(row, column, { ...cell, value: null, formula: null });
    }
    const apart = this.merges.filter((merge) => intersect(merge, range) === undefined);
    this.merges.splice(0, this.merges.length, ...apart, range);
  }

  /** Puts rows in before a row (they look like the one above) or takes rows out from it on; what is below moves. */
  shiftRows(row: number, count: number): void {
    const isGone = (at: number): boolean => count < 0 && at >= row && at < row - count;
    const moved = (at: number): number => (at >= row ? at + count : at);
    const kept = this.allCells().filter(([at]) => !isGone(at));
    const above = count > 0 ? kept.filter(([at]) => at === row - 1) : [];
    this.cells.clear();
    this.formulas.clear();
    for (const [at, column, cell] of kept) this.put(moved(at), column, cell);
    for (let at = row; at < row + count; at++)
      for (const [, column, cell] of above) this.put(at, column, { ...cell, value: null, formula: null });
    const merges = this.merges.filter(({ top, bottom }) => !(isGone(top) && isGone(bottom)));
    this.merges.splice(
      0,
      this.merges.length,
      ...merges.map((merge) => ({ ...merge, top: moved(merge.top), bottom: moved(merge.bottom) })),
    );
  }

  /** Puts another formula into a cell that has one. */
  setFormula(row: number, column: number, formula: string): void {
    this.put(row, column, { ...this.cell(row, column), formula });
  }

  /** Cells of the range that hold or look like something, in row order. */
  cellsIn(range: CellRange): readonly (readonly [row: number, column: number, cell: CellContent])[] {
    return this.allCells().filter(([row, column]) => intersect(range, at(row, column)) !== undefined);
  }

  allCells(): readonly (readonly [row: number, column: number, cell: CellContent])[] {
    if (this.made) return this.made;
    return [...this.cells.entries()]
      .sort(([a], [b]) => a - b)
      .map(([at, cell]) => [Math.floor(at / ROW_FACTOR), at % ROW_FACTOR, cell] as const);
  }

  /** Cells that hold a formula. */
  formulaCells(): readonly (readonly [row: number, column: number, cell: CellContent])[] {
    if (this.made) return this.made.filter(([, , { formula }]) => formula !== null);
    return [...this.formulas].map((at) => {
      const [row, column] = [Math.floor(at / ROW_FACTOR), at % ROW_FACTOR];
      return [row, column, this.cell(row, column)] as const;
    });
  }

  /** Adds a chart; answers its id. */
  addChart(chart: ChartContent): string {
    const id = `{00000000-0000-0000-0000-${String(this.nextChart).padStart(12, "0")}}`;
    this.nextChart += 1;
    this.charts.set(id, chart);
    return id;
  }

  /** Smallest range around all used cells, within a range where one is given; with `valuesOnly` those that hold something. */
  usedRange(valuesOnly: boolean, within: CellRange = WHOLE_SHEET): CellRange | undefined {
    const { top, left, bottom, right } = within;
    let used: CellRange | undefined;
    for (const [row, column, cell] of this.each()) {
      if (valuesOnly && cell.value === null && cell.formula === null) continue;
      if (row < top || row > bottom || column < left || column > right) continue;
      used = {
        top: Math.min(used?.top ?? row, row),
        left: Math.min(used?.left ?? column, column),
        bottom: Math.max(used?.bottom ?? row, row),
        right: Math.max(used?.right ?? column, column),
      };
    }
    return used;
  }

  contents(): SheetContents {
    return {
      name: this.name,
      visibility: this.visibility,
      isProtected: this.isProtected,
      ...(this.allowFormatCells ? { allowFormatCells: true } : {}),
      ...(this.isChartSheet ? { isChartSheet: true } : {}),
      cells: this.allCells(),
      merges: [...this.merges],
      ...(this.tables.length === 0 ? {} : { tables: [...this.tables] }),
      conditionalFormats: this.conditionalFormats.map((format) => format.contents()),
      ...(this.names.size === 0 ? {} : { names: Object.fromEntries(this.names) }),
      ...(this.charts.size === 0 ? {} : { charts: [...this.charts.values()] }),
      ...(this.layout === undefined ? {} : { layout: this.layout }),
    };
  }

  private isCoveredByMerge(row: number, column: number): boolean {
    return this.merges.some(
      (merge) => intersect(merge, at(row, column)) !== undefined && !(merge.top === row && merge.left === column),
    );
  }

  private put(row: number, column: number, cell: CellContent): void {
    const { cells } = this;
    const isBlank =
      cell.value === null &&
      cell.formula === null &&
      cell.numberFormat === BLANK.numberFormat &&
      cell.style === undefined &&
      cell.locked !== false;
    if (!isBlank) {
      this.set(key(row, column), cell);
      return;
    }
    cells.delete(key(row, column));
    this.formulas.delete(key(row, column));
  }

  /** Every cell, in no order. */
  private *each(): Iterable<readonly [row: number, column: number, cell: CellContent]> {
    if (this.made) yield* this.made;
    else for (const [at, cell] of this.held) yield [Math.floor(at / ROW_FACTOR), at % ROW_FACTOR, cell];
  }
}

function key(row: number, column: number): number {
  return row * ROW_FACTOR + column;
}

function at(row: number, column: number): CellRange {
  return { top: row, left: column, bottom: row, right: column };
}
