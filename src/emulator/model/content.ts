import type { CellRange } from "../../core/model/cell";
import type { CellValue, WorkbookGrid } from "../../core/model/grid";

/** How a cell looks, kept as given: the emulator only hands it on to whoever draws the sheet. */
export type OpaqueStyle = Readonly<Record<string, unknown>>;

/** One cell. A formula cell keeps the last value known for it. */
export interface CellContent {
  readonly value: CellValue;
  /** Formula text with "="; null where the cell holds a plain value. */
  readonly formula: string | null;
  readonly numberFormat: string;
  readonly style?: OpaqueStyle;
  /** Locked unless false, as in Excel; matters on protected sheets only. */
  readonly locked?: boolean;
}

/** Format of a conditional format: flat names ("fill.color", "font.bold", "borders.EdgeBottom.style") to values. */
export type ConditionalFormatStyle = Readonly<Record<string, string | boolean | number | null>>;

export interface ConditionalFormatContent {
  /** "Custom" for formula rules; others are kept but not understood. */
  readonly type: string;
  readonly ranges: readonly CellRange[];
  readonly formula?: string;
  readonly style?: ConditionalFormatStyle;
  readonly stopIfTrue?: boolean;
  /** Whatever a rule of another type needs to be written again. */
  readonly opaque?: OpaqueStyle;
}

export type Visibility = "Visible" | "Hidden" | "VeryHidden";

/** A defined name: what it refers to, with "=". */
export interface SheetName {
  readonly formula: string;
  readonly visible: boolean;
}

/** A chart as far as the API tells of it. */
export interface ChartContent {
  readonly name: string;
  readonly type: string;
  readonly title: string;
  /** Where its figures stand. */
  readonly source: CellRange;
  readonly seriesBy: string;
  /** The cells it covers, once it was placed. */
  readonly place?: CellRange;
  /** Flat names ("legend.visible") to values. */
  readonly look: Readonly<Record<string, boolean>>;
  /** Where its value axis begins; Excel chooses where absent. */
  readonly minimum?: number;
}

export interface SheetContents {
  readonly name: string;
  readonly visibility: Visibility;
  readonly isProtected: boolean;
  /** Where it is protected: formats may be changed all the same. */
  readonly allowFormatCells?: boolean;
  /** A chart sheet has no cells. */
  readonly isChartSheet?: boolean;
  /** Row, column (zero-based) and what the cell holds; in row order. */
  readonly cells: readonly (readonly [row: number, column: number, cell: CellContent])[];
  readonly merges: readonly CellRange[];
  /** Areas of Excel's own tables, headings included. */
  readonly tables?: readonly CellRange[];
  readonly conditionalFormats: readonly ConditionalFormatContent[];
  /** Names in the sheet's own scope. */
  readonly names?: Readonly<Record<string, SheetName>>;
  readonly charts?: readonly ChartContent[];
  /** Column widths, row heights and the like: kept as given. */
  readonly layout?: OpaqueStyle;
}

/** A whole workbook as plain data: to load one, to keep one, and to compare two byte for byte as JSON. */
export interface WorkbookContents {
  readonly sheets: readonly SheetContents[];
  /** Custom XML parts by id, in order of creation. */
  readonly customXml: readonly string[];
  readonly isStructureProtected: boolean;
  readonly isReadOnly: boolean;
}

/** Contents of a workbook that holds just these grids: visible, unprotected, format General. */
export function contentsOfGrid(grid: WorkbookGrid): WorkbookContents {
  const sheets = grid.sheets.map((sheet): SheetContents => {
    const cells = sheet.values.flatMap((row, r) =>
      row.flatMap((value, c): (readonly [number, number, CellContent])[] => {
        const formula = sheet.formulas?.[r]?.[c] ?? null;
        if (value === null && formula === null) return [];
        return [[sheet.top + r, sheet.left + c, { value, formula, numberFormat: "General" }]];
      }),
    );
    return { ...emptySheet(sheet.name), cells, merges: sheet.merges ?? [] };
  });
  return { sheets, customXml: [], isStructureProtected: false, isReadOnly: false };
}

/** A visible sheet without anything on it. */
export function emptySheet(name: string): SheetContents {
  return {
    name,
    visibility: "Visible",
    isProtected: false,
    cells: [],
    merges: [],
    conditionalFormats: [],
  };
}
