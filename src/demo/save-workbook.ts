import { contentsOfGrid, type CellContent, type ChartContent, type SheetContents } from "../emulator/model/content";
import type { SheetModel } from "../emulator/model/sheet-model";
import type { WorkbookModel } from "../emulator/model/workbook-model";
import { highlightMarkOf } from "../host/highlight-style";
import type { CellWrite, Highlight, SheetChart, SheetContent } from "../host/port";
import { OWN_SHEET_MARK } from "../host/own-sheet";
import { stateOf } from "../host/state-part";
import { openXlsx } from "../host/xlsx/xlsx-host";
import { lookOfStyle } from "./emulated-look";
import type { OpenedWorkbook } from "./opened-workbook";

/**
 * The file as it was opened, with what changed since: cells, the add-in's highlights, sheets and state. Everything
 * else stays as it stands in the file.
 * @throws HostError as writing to a file does
 */
export async function savedWorkbook({ bytes, model }: OpenedWorkbook): Promise<Uint8Array> {
  const host = await openXlsx(bytes);
  model.calculate();
  const before = new Map(contentsOfGrid(await host.read()).sheets.map((sheet) => [sheet.name, sheet]));
  const writes = model.sheets.flatMap((sheet) => changedCells(sheet, before.get(sheet.name)));
  if (writes.length > 0) await host.write(writes);
  const added = model.sheets.filter((sheet) => !before.has(sheet.name));
  for (const sheet of added) if (isOwn(sheet)) await host.putSheet(formattedContent(sheet));
  await host.addSheets(added.filter((sheet) => !isOwn(sheet)).map(formattedContent));
  const highlights = highlightsOf(model);
  if (highlights.length > 0) await host.highlight(highlights);
  const state = model.xmlParts
    .map(({ xml }) => stateOf(xml))
    .filter((text) => text !== undefined)
    .at(-1);
  if (state !== undefined) await host.saveState(state);
  return host.save();
}

/** Cells that hold something else than in the file; none for a sheet that is not in it. */
function changedCells(sheet: SheetModel, original: SheetContents | undefined): CellWrite[] {
  if (!original) return [];
  const before = new Map(original.cells.map(([row, column, cell]) => [`${row},${column}`, { row, column, cell }]));
  const writes: CellWrite[] = [];
  for (const [row, column, cell] of sheet.allCells()) {
    const known = before.get(`${row},${column}`);
    before.delete(`${row},${column}`);
    if (!isSame(known?.cell ?? EMPTY, cell)) writes.push(written(sheet, row, column, cell));
  }
  for (const { row, column, cell } of before.values()) {
    if (!isSame(cell, EMPTY)) writes.push(written(sheet, row, column, EMPTY));
  }
  return writes;
}

type Held = Pick<CellContent, "value" | "formula">;
const EMPTY: Held = { value: null, formula: null };

/** A formula's value is calculated: only its text counts. */
function isSame(a: Held, b: Held): boolean {
  return a.formula === b.formula && (a.formula !== null || a.value === b.value);
}

function written({ name }: SheetModel, row: number, column: number, cell: Held): CellWrite {
  return { cell: { sheet: name, row, column }, ...contentOf(cell) };
}

function contentOf({ value, formula }: Held): Pick<CellWrite, "content" | "isFormula"> {
  return { content: formula ?? value, isFormula: formula !== null };
}

function sheetContent(sheet: SheetModel): SheetContent {
  const used = sheet.usedRange(isOwn(sheet)) ?? { bottom: -1, right: -1 };
  const rows = Array.from({ length: used.bottom + 1 }, (_, row) =>
    Array.from({ length: used.right + 1 }, (__, column) => contentOf(sheet.cell(row, column))),
  );
  const charts = [...sheet.charts.values()].flatMap(chartOf);
  return { name: sheet.name, rows, ...(charts.length > 0 ? { charts } : {}) };
}

/** Whether the add-in may replace the sheet's contents later. */
function isOwn(sheet: SheetModel): boolean {
  return sheet.names.has(OWN_SHEET_MARK);
}

/** A sheet that the add-in made, with its looks, sizes and print set-up. */
function formattedContent(sheet: SheetModel): SheetContent {
  const { rows, ...content } = sheetContent(sheet);
  const sizes = (name: string): readonly (readonly [number, number])[] =>
    Object.entries((sheet.layout?.[name] ?? {}) as Record<string, number>).map(([at, points]) => [Number(at), points]);
  const page = sheet.layout?.["page"] as Readonly<Record<string, unknown>> | undefined;
  const [, top = "1", bottom = "1"] = /\$(\d+):\$(\d+)/.exec(JSON.stringify(page?.["PrintTitleRows"] ?? "")) ?? [];
  const onePage = JSON.stringify(page?.["Zoom"] ?? "").includes("ertical");
  return {
    ...content,
    rows: rows.map((row, r) =>
      row.map((cell, c) => {
        const { style, numberFormat, value, formula } = sheet.cell(r, c);
        return style
          ? { ...cell, look: lookOfStyle(style, numberFormat), ...(formula !== null && { result: value }) }
          : cell;
      }),
    ),
    // In characters again: about 7 pixels each and 5 of margin.
    widths: sizes("columnWidths").map(([, points]) => Math.round((points / 0.75 - 5) / 7)),
    heights: new Map(sizes("rowHeights")),
    merges: [...sheet.merges],
    ...(typeof sheet.layout?.["frozenRows"] === "number" && { frozen: sheet.layout["frozenRows"] }),
    ...(page && {
      print: {
        isPortrait: page["Orientation"] === "Portrait",
        onePage,
        repeated: { top: Number(top) - 1, bottom: Number(bottom) - 1 },
      },
    }),
  };
}

/** A chart as a host draws it; one that was never placed is left out. */
function chartOf({ type, title, source, place, minimum }: ChartContent): SheetChart[] {
  if (!place) return [];
  return [{ kind: type === "Doughnut" ? "ring" : "columns", title, data: source, place, fromZero: minimum === 0 }];
}

function highlightsOf(model: WorkbookModel): Highlight[] {
  return model.sheets.flatMap((sheet) =>
    sheet.conditionalFormats.flatMap(({ formula, ranges }) => {
      const mark = highlightMarkOf(formula ?? "");
      if (!mark) return [];
      return ranges.flatMap(({ top, left, bottom, right }) =>
        Array.from({ length: (bottom - top + 1) * (right - left + 1) }, (_, index): Highlight => {
          const width = right - left + 1;
          const cell = { sheet: sheet.name, row: top + Math.floor(index / width), column: left + (index % width) };
          return { cell, ...mark };
        }),
      );
    }),
  );
}
