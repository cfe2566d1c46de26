/** How a cell looks; what is left out is as usual in the workbook. Colours are RRGGBB, sizes in points. */
export interface CellLook {
  readonly font?: string;
  readonly bold?: boolean;
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  /** Thin lines around. */
  readonly boxed?: boolean;
  /** Colour of the lines; a quiet grey where absent. */
  readonly lines?: string;
  readonly wrap?: boolean;
  readonly align?: "left" | "center" | "right";
  readonly numberFormat?: string;
}

/** How a sheet looks: of every cell that is not as usual, and of its columns, rows and pages. */
export interface SheetLooks {
  readonly name: string;
  /** By row and column from A1; null where a cell is as usual. Rows may differ in length. */
  readonly cells: readonly (readonly (CellLook | null)[])[];
  /** Column widths in characters, from column A. */
  readonly widths: readonly number[];
  /** Row heights in points by zero-based row; the others are as usual. */
  readonly heights: ReadonlyMap<number, number>;
  readonly isPortrait: boolean;
}
