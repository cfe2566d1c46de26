import { alignedColumns, boundariesBetween, overlap, type Column } from "./aligned-columns";
import { around } from "./page-model";
import { beginsItem, isFigure, type PageTable, type TableCell } from "./page-table";
import { textOfRuns } from "./ruled-table";
import { textOfLine, type Run } from "./runs";

/** Texts on one line of a table without lines. */
export interface AlignedLine {
  readonly baseline: number;
  readonly runs: readonly Run[];
}

/** Line spacing inside a cell, as a share of the font size, at most. */
const LOOSEST = 1.7;
/** Characters by which a line of a label may end before its column does and still go on below. */
const SHORT_BY = 1.6;
/** Share of the font size by which texts of one row may stand higher or lower. */
const WAVER = 0.45;
/**
 * Reads a table that has no lines at all, or none between its columns, from where its texts stand. Labels broken over lines are
 * joined; a text across several columns of the header is merged over them.
 * @param before the table that ended the page before: its columns are taken where the texts fit into them
 */
export function alignedTable(page: number, lines: readonly AlignedLine[], before?: PageTable): PageTable | undefined {
  const bodyAt = lines.findIndex(({ runs }) => isBody(runs));
  const headerLines = bodyAt < 0 ? lines : lines.slice(0, bodyAt);
  const bodyLines = bodyAt < 0 ? [] : lines.slice(bodyAt);
  const header = headerLines.flatMap(({ runs }) => runs);
  const body = bodyLines.flatMap(({ runs }) => runs);
  const box = around([...header, ...body]);
  const goesOn = before?.columns !== undefined && fits([...header, ...body], before);
  const columns = goesOn ? (before.columns ?? []) : alignedColumns(body, header);
  if (columns.length < 2 || !box) return undefined;
  const xs = goesOn ? before.xs : boundariesBetween(columns, box.left, box.right);
  const head = headerRows(blocksOf(header, columns, xs));
  const rows = bodyRows(blocksOf(body, columns, xs));
  const cells = [...head.cells, ...rows.cells.map((cell) => ({ ...cell, top: cell.top + head.rows }))];
  return {
    kind: "table",
    page,
    box,
    xs,
    columns,
    rows: head.rows + rows.rows,
    cells: cells.map(({ top, block }): TableCell => {
      const { from, to, runs } = block;
      return { top, bottom: top, left: from, right: to, text: textOfRuns(runs), box: around(runs) ?? box };
    }),
  };
}

/** Share of the texts that must stand in one column each. */
const FITTING = 0.95;

function fits(runs: readonly Run[], { xs, columns = [] }: PageTable): boolean {
  const inOne = runs.filter((run) => {
    const under = columns.filter((column) => overlap(run, column) > 0);
    if (under.length > 0) return under.length === 1;
    const at = xs.findIndex((x, i) => run.left >= x && run.right <= (xs[i + 1] ?? -Infinity));
    return at >= 0;
  });
  return inOne.length >= FITTING * runs.length;
}

/** Whether a line belongs to the body: it has figures, a code, or an item that is numbered, or begins with a total. */
function isBody(runs: readonly Run[]): boolean {
  const texts = runs.map((run) => textOfLine(run));
  if (texts.some((text) => isFigure(text) || /^[一二三四五六七八九十]+、/.test(text))) return true;
  return /^(?:合计|合|栏次)$/.test(texts[0] ?? "");
}

/** The lines of one text in one column, or across several. */
interface Block {
  readonly from: number;
  readonly to: number;
  readonly runs: Run[];
  readonly first: number;
  last: number;
}

/** Puts texts into columns and joins the lines of each. */
function blocksOf(runs: readonly Run[], columns: readonly Column[], xs: readonly number[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const run of [...runs].sort((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const { from, to } = columnsUnder(run, columns, xs);
    const beside = blocks.find(
      (block) => block.from === from && block.to === to && Math.abs(block.last - run.baseline) < 0.3 * run.size,
    );
    const above = beside ?? blocks.filter((block) => block.from === from && block.to === to).pop();
    if (above && (beside || goesOn(above, run, (xs[to + 1] ?? 0) - (xs[from] ?? 0)))) {
      above.runs.push(run);
      above.last = Math.max(above.last, run.baseline);
    } else blocks.push({ from, to, runs: [run], first: run.baseline, last: run.baseline });
  }
  return blocks;
}

/** The columns a text stands in: the one it overlaps most, or all those it covers. */
function columnsUnder(run: Run, columns: readonly Column[], xs: readonly number[]): { from: number; to: number } {
  const covered = columns.flatMap((column, i) =>
    overlap(run, column) > 0.5 * (column.right - column.left) ? [i] : [],
  );
  const [first] = covered;
  const last = covered[covered.length - 1];
  if (first !== undefined && last !== undefined && last > first && !isFigure(textOfLine(run)))
    return { from: first, to: last };
  const centre = (run.left + run.right) / 2;
  let at = 0;
  columns.forEach((column, i) => {
    if (overlap(run, column) > overlap(run, columns[at] ?? column)) at = i;
  });
  if (overlap(run, columns[at] ?? run) <= 0) at = Math.max(0, xs.filter((x) => x <= centre).length - 1);
  return { from: Math.min(at, columns.length - 1), to: Math.min(at, columns.length - 1) };
}

function goesOn(block: Block, run: Run, width: number): boolean {
  const before = block.runs[block.runs.length - 1];
  if (!before || run.baseline - before.baseline > LOOSEST * run.size) return false;
  const [upper, lower] = [textOfLine(before), textOfLine(run)];
  if (isFigure(upper) || isFigure(lower) || beginsItem(lower)) return false;
  return before.right - before.left > width - SHORT_BY * run.size - 4;
}

interface PlacedBlock {
  readonly top: number;
  readonly block: Block;
}

/** Header: each text on the row where it begins; the columns below tell its parts. */
function headerRows(blocks: readonly Block[]): { readonly rows: number; readonly cells: readonly PlacedBlock[] } {
  const cells: PlacedBlock[] = [];
  let rows = 0;
  let first = -Infinity;
  for (const block of [...blocks].sort((a, b) => a.first - b.first)) {
    if (block.first - first > WAVER * (block.runs[0]?.size ?? 10)) {
      rows += 1;
      first = block.first;
    }
    cells.push({ top: rows - 1, block });
  }
  return { rows, cells };
}

/** Body: texts that stand beside one another are a row, a label of several lines beside its figures too. */
function bodyRows(blocks: readonly Block[]): { readonly rows: number; readonly cells: readonly PlacedBlock[] } {
  const cells: PlacedBlock[] = [];
  let rows = 0;
  let end = -Infinity;
  for (const block of [...blocks].sort((a, b) => a.first - b.first)) {
    const slack = WAVER * (block.runs[0]?.size ?? 10);
    if (block.first > end + slack) rows += 1;
    end = Math.max(end, block.last);
    cells.push({ top: rows - 1, block });
  }
  return { rows, cells };
}
