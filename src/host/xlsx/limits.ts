/**
 * What a file may ask of us. Far above any real final-accounts workbook, far below what stops a machine; a ZIP of
 * a few kilobytes can otherwise unfold to gigabytes.
 */
export const LIMITS = {
  /** Bytes of the file itself. */
  fileBytes: 200 * 1024 * 1024,
  /** Parts in the package (1,000 sheets with drawings stay well below). */
  parts: 20_000,
  /** Bytes of one part after inflating. */
  partBytes: 256 * 1024 * 1024,
  /** Bytes inflated in total while reading once. */
  totalBytes: 1024 * 1024 * 1024,
  /** Inflated ÷ stored bytes above which a large part is no honest document. */
  ratio: 400,
  /** Parts below this size may have any ratio. */
  ratioFromBytes: 16 * 1024 * 1024,
  /** Cells with contents on one sheet. */
  cells: 1_500_000,
  /** Places of the grid, empty ones included, on one sheet. */
  places: 12_000_000,
  /** Characters of a formula: Excel's own limit. Each cell of a shared formula gets its text anew. */
  formula: 8_192,
  /** Sheets of one workbook. */
  sheets: 5_000,
} as const;
