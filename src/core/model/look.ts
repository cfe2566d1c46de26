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
