/** That figures stand some rows too low (negative: too high) from one row of their table on. */
export interface Shift {
  /** Index of the first row that shows a figure of another row, or has lost its own. */
  readonly from: number;
  readonly by: number;
}

/** Rows of a table beside which figures of other rows stand: by how many rows they are off, and where it changes. */
export interface Displacement {
  readonly shifts: readonly [Shift, ...Shift[]];
  /** Index of the last row concerned. */
  readonly to: number;
}
