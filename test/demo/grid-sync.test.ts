import type { Cell, Op, Sheet } from "@fortune-sheet/core";
import { beforeEach, describe, expect, it } from "vitest";
import { gridSheet } from "../../src/demo/grid-cells";
import { GridSync } from "../../src/demo/grid-sync";
import type { OpenedWorkbook } from "../../src/demo/opened-workbook";
import { ConditionalFormatModel } from "../../src/emulator/model/conditional-format-model";
import { BY_ADDIN, type WorkbookEvent } from "../../src/emulator/model/events";
import { WorkbookModel } from "../../src/emulator/model/workbook-model";

type Selection = { row: number[]; column: number[] }[];

/** The grid component as far as the synchronisation uses it: holds the sheets and says when they change. */
class FakeGrid {
  readonly ops: Op[][] = [];
  readonly selections: Selection[] = [];
  private selected: Selection | undefined;
  sheets: readonly Sheet[];

  constructor(
    workbook: OpenedWorkbook,
    private readonly onChange: (sheets: readonly Sheet[]) => void,
  ) {
    this.sheets = [gridSheet(workbook, workbook.model.sheets[0]!)].map(({ celldata = [], ...sheet }) => {
      const data: (Cell | null)[][] = Array.from({ length: sheet.row ?? 0 }, () =>
        Array.from({ length: sheet.column ?? 0 }, () => null),
      );
      for (const { r, c, v } of celldata) data[r]![c] = v;
      return { ...sheet, data };
    });
    onChange(this.sheets);
  }

  applyOp(ops: Op[]): void {
    this.ops.push(ops);
    for (const { id, path, value } of ops) {
      const [area, row, column] = path;
      if (id !== undefined && area === "data") this.put(id, Number(row), Number(column), value as Cell | null);
    }
    this.onChange(this.sheets);
  }

  /** The user types into a cell. */
  type(row: number, column: number, cell: Cell | null): void {
    this.put(this.sheets[0]!.id!, row, column, cell);
    this.onChange(this.sheets);
  }

  cell(row: number, column: number): Cell | null {
    return this.sheets[0]?.data?.[row]?.[column] ?? null;
  }

  getAllSheets(): readonly Sheet[] {
    return this.sheets;
  }

  getSelection(): Selection | undefined {
    return this.selected;
  }

  setSelection(range: Selection): void {
    this.selections.push(range);
    this.selected = range;
  }

  /** The grid selects by itself, as it does while it is made. */
  selectsByItself(selected: Selection | undefined): void {
    this.selected = selected;
  }

  private put(id: string, row: number, column: number, value: Cell | null): void {
    this.sheets = this.sheets.map((sheet) => {
      if (sheet.id !== id || !sheet.data) return sheet;
      const line = sheet.data[row]!.map((cell, c) => (c === column ? value : cell));
      return { ...sheet, data: sheet.data.map((cells, r) => (r === row ? line : cells)) };
    });
  }
}

/** What is drawn is drawn in a microtask. */
const settled = () => Promise.resolve();

/** The element around a grid that knows its sizes and has nothing to scroll. */
function measuredView(): HTMLElement {
  const querySelector = (of: string) => (of === ".luckysheet-cell-sheettable" ? { clientHeight: 1 } : null);
  return Object.assign(new EventTarget(), { querySelector }) as unknown as HTMLElement;
}

describe("GridSync", () => {
  let model: WorkbookModel;
  let grid: FakeGrid;
  let sync: GridSync;
  let events: WorkbookEvent[];
  let view: HTMLElement;

  beforeEach(() => {
    model = WorkbookModel.fromGrid({
      sheets: [
        {
          name: "表1",
          top: 0,
          left: 0,
          values: [
            ["合计", 30],
            ["其中", 10],
          ],
          formulas: [
            [null, "=B2+20"],
            [null, null],
          ],
        },
        { name: "表2", top: 0, left: 0, values: [["空"]] },
      ],
    });
    const workbook: OpenedWorkbook = { fileName: "a.xlsx", bytes: new Uint8Array(), model, looks: new Map() };
    sync = new GridSync(workbook, model.sheets[0]!, model.selection);
    grid = new FakeGrid(workbook, sync.gridChanged);
    view = measuredView();
    sync.attachView(view);
    sync.attach(grid);
    sync.start();
    grid.selections.length = 0;
    events = [];
    model.onEvent((event) => events.push(event));
  });

  const sheet = () => model.sheets[0]!;

  it.each<[string, Cell | null, unknown]>([
    ["a number", { v: 12.5 }, 12.5],
    ["a number the grid keeps as text", { v: "12.50" }, 12.5],
    ["text", { v: "不含" }, "不含"],
    ["nothing", null, null],
  ])("enters %s typed by the user, as the user's edit", (_, cell, held) => {
    grid.type(1, 1, cell);
    expect(sheet().cell(1, 1).value).toBe(held);
    expect(events).toMatchObject([{ kind: "changed", range: { top: 1, left: 1 }, origin: { trigger: "Unknown" } }]);
  });

  it("draws what a formula makes of the edit, and takes that for no edit of the user's", async () => {
    grid.type(1, 1, { v: 12.5 });
    await settled();
    expect(grid.cell(0, 1)).toMatchObject({ v: 32.5, m: "32.5", f: "=B2+20" });
    expect(events.filter(({ kind }) => kind === "changed")).toHaveLength(1);
  });

  it("draws what the add-in writes, without an edit of the user's", async () => {
    model.enter(sheet(), { top: 1, left: 1, bottom: 1, right: 1 }, [[11]], BY_ADDIN);
    await settled();
    expect(grid.cell(1, 1)).toMatchObject({ v: 11, m: "11" });
    expect(events).toHaveLength(1);
  });

  it("draws highlights, and the cells exactly as before once they are gone", async () => {
    const before = JSON.stringify(grid.sheets[0]?.data);
    const range = { top: 1, left: 1, bottom: 1, right: 1 };
    const style = {
      "fill.color": "#FDE7E9",
      "font.bold": true,
      "borders.EdgeBottom.style": "Continuous",
      "borders.EdgeBottom.color": "#C50F1F",
    };
    sheet().conditionalFormats.push(new ConditionalFormatModel({ type: "Custom", ranges: [range], style }));
    model.formatted(sheet(), BY_ADDIN);
    await settled();
    expect(grid.cell(1, 1)).toMatchObject({ v: 10, bg: "#FDE7E9", bl: 1 });
    const borders = grid.ops.flat().filter(({ path }) => path[1] === "borderInfo");
    expect(borders[0]?.value).toMatchObject([
      { value: { row_index: 1, col_index: 1, b: { style: 1, color: "#C50F1F" } } },
    ]);

    sheet().conditionalFormats.length = 0;
    model.formatted(sheet(), BY_ADDIN);
    await settled();
    expect(JSON.stringify(grid.sheets[0]?.data)).toBe(before);
    const after = grid.ops.flat().filter(({ path }) => path[1] === "borderInfo");
    expect(after.at(-1)?.value).toEqual([]);
    expect(events.every(({ kind }) => kind === "formatted")).toBe(true);
  });

  /** The user clicks into the grid. */
  const touch = () => view.dispatchEvent(new Event("pointerdown"));

  it("shows the cell the add-in selects, and tells the workbook what the user selects", () => {
    model.select(sheet(), { top: 3, left: 2, bottom: 3, right: 2 }, BY_ADDIN);
    expect(grid.selections).toEqual([[{ row: [3, 3], column: [2, 2] }]]);
    events.length = 0;
    sync.gridSelected([3, 3], [2, 2]);
    expect(events).toEqual([]);
    touch();
    sync.gridSelected([4, 5], [0, 1]);
    sync.gridSelected([4, 6], [0, 1]);
    expect(events).toMatchObject([
      { kind: "selected", range: { top: 4, left: 0, bottom: 5, right: 1 } },
      { kind: "selected", range: { top: 4, left: 0, bottom: 6, right: 1 } },
    ]);
    expect(grid.selections).toHaveLength(1);
  });

  it("insists on the cell the add-in selects until the user does something in the grid", () => {
    model.select(sheet(), { top: 3, left: 2, bottom: 3, right: 2 }, BY_ADDIN);
    events.length = 0;
    for (const own of [undefined, [{ row: [0], column: [0] }], [{ row: [7, 7], column: [1, 1] }]]) {
      grid.selectsByItself(own);
      sync.attach(grid);
      if (own) sync.gridSelected(own[0]!.row, own[0]!.column);
      expect(grid.getSelection()).toEqual([{ row: [3, 3], column: [2, 2] }]);
    }
    expect(events).toEqual([]);
    touch();
    sync.gridSelected([7, 7], [1, 1]);
    expect(model.selection).toMatchObject({ top: 7, left: 1 });
  });

  it("leaves alone what is selected on a sheet that is not shown", () => {
    model.select(model.sheets[1]!, { top: 3, left: 2, bottom: 3, right: 2 }, BY_ADDIN);
    expect(grid.selections).toEqual([]);
  });

  it("gives both ends of a range where the grid gave one", () => {
    touch();
    sync.gridSelected([0], [0]);
    expect(grid.selections).toEqual([[{ row: [0, 0], column: [0, 0] }]]);
    expect(events).toEqual([]);
  });

  it("keeps what was selected on a sheet when its grid is made anew", () => {
    const workbook: OpenedWorkbook = { fileName: "a.xlsx", bytes: new Uint8Array(), model, looks: new Map() };
    model.select(sheet(), { top: 1, left: 1, bottom: 1, right: 1 });
    const again = new GridSync(workbook, sheet(), model.selection);
    grid.selectsByItself(undefined);
    again.attachView(measuredView());
    again.attach(grid);
    again.start();
    again.gridSelected([0], [0]);
    expect(model.selection).toMatchObject({ top: 1, left: 1 });
    expect(grid.selections.at(-1)).toEqual([{ row: [1, 1], column: [1, 1] }]);
  });
});
