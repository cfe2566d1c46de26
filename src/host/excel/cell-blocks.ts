import { a1, cellKey, type CellAddress, type CellRange } from "../../core/model/cell";

/** A filled rectangle of wanted cells on one sheet. */
export interface Block extends CellRange {
  readonly sheet: string;
}

/** Covers the cells, each once and no others, with few rectangles: runs within a row, joined where rows agree. */
export function blocksOf(cells: Iterable<CellAddress>): readonly Block[] {
  const unique = [...new Map([...cells].map((cell) => [cellKey(cell), cell])).values()];
  const bySheet = new Map<string, CellAddress[]>();
  for (const cell of unique) {
    const ofSheet = bySheet.get(cell.sheet);
    if (ofSheet) ofSheet.push(cell);
    else bySheet.set(cell.sheet, [cell]);
  }
  return [...bySheet.values()].flatMap((ofSheet) => joinRows(runsOf(ofSheet)));
}

function runsOf(cells: readonly CellAddress[]): readonly Block[] {
  const runs: Block[] = [];
  for (const { sheet, row, column } of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const last = runs.at(-1);
    if (last?.top === row && last.right === column - 1) runs[runs.length - 1] = { ...last, right: column };
    else runs.push({ sheet, top: row, bottom: row, left: column, right: column });
  }
  return runs;
}

function joinRows(runs: readonly Block[]): readonly Block[] {
  const open = new Map<string, Block>();
  const done: Block[] = [];
  for (const run of runs) {
    const key = `${run.left},${run.right}`;
    const above = open.get(key);
    if (above?.bottom === run.top - 1) {
      open.set(key, { ...above, bottom: run.bottom });
    } else {
      if (above) done.push(above);
      open.set(key, run);
    }
  }
  return [...done, ...open.values()];
}

/** Number of cells of a block. */
export function cellCount(block: CellRange): number {
  return (block.bottom - block.top + 1) * (block.right - block.left + 1);
}

/** Cells of a block, row by row. */
export function* cellsOf(block: Block): Generator<CellAddress> {
  for (let row = block.top; row <= block.bottom; row += 1) {
    for (let column = block.left; column <= block.right; column += 1) yield { sheet: block.sheet, row, column };
  }
}

/** A matrix of the block's shape, made cell by cell. */
export function matrixOf<T>(block: Block, make: (cell: CellAddress) => T): T[][] {
  const rows: T[][] = [];
  for (let row = block.top; row <= block.bottom; row += 1) {
    const made: T[] = [];
    for (let column = block.left; column <= block.right; column += 1)
      made.push(make({ sheet: block.sheet, row, column }));
    rows.push(made);
  }
  return rows;
}

/** A1 text of a block without its sheet. */
export function blockText(block: CellRange): string {
  const start = a1({ row: block.top, column: block.left });
  const end = a1({ row: block.bottom, column: block.right });
  return start === end ? start : `${start}:${end}`;
}

/** Cuts a list into parts whose sizes add up to at most `limit` each; a single larger member stands alone. */
export function chunksBySize<T>(members: readonly T[], sizeOf: (member: T) => number, limit: number): readonly T[][] {
  const chunks: T[][] = [];
  let size = Infinity;
  for (const member of members) {
    size += sizeOf(member);
    if (size > limit) {
      chunks.push([]);
      size = sizeOf(member);
    }
    chunks.at(-1)?.push(member);
  }
  return chunks;
}
