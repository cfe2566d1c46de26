import { alignedColumns, boundariesBetween, overlap, type Column } from "./aligned-columns";
import { headTree } from "./head-tree";
import { columnsByHeads } from "./headed-columns";
import { around, type Box } from "./page-model";
import { beginsItem, isFigure, type PageTable, type TableCell } from "./page-table";
import { textOfRuns } from "./ruled-table";
import { textOfLine, type Run } from "./runs";
import { withoutSpacing } from "./spaced-words";

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
  const spaced = lines.map((line) => ({ ...line, runs: withoutSpacing(line.runs) }));
  const bodyAt = firstOfBody(spaced);
  const headerLines = bodyAt < 0 ? spaced : spaced.slice(0, bodyAt);
  const bodyLines = bodyAt < 0 ? [] : spaced.slice(bodyAt);
  const header = headerLines.flatMap(({ runs }) => runs);
  const body = bodyLines.flatMap(({ runs }) => runs);
  const box = around([...header, ...body]);
  if (!box) return undefined;
  const headed = headedBlocks(header, bodyLines);
  if (headed)
    return tableOf(page, box, before && hasSameHeads(headed, before) ? { ...headed, ...placesOf(before) } : headed);
  const goesOn = before?.columns !== undefined && fits(spaced, before);
  const columns = goesOn ? (before.columns ?? []) : alignedColumns(body, header);
  if (columns.length < 2) return undefined;
  const xs = goesOn ? before.xs : boundariesBetween(columns, box.left, box.right);
  const head = headerRows(blocksOf(header, columns, xs));
  return tableOf(page, box, { columns, xs, head, body: blocksOf(body, columns, xs) });
}

/** A table taken apart: its columns, its head, and the texts of its body by column. */
interface Parts {
  readonly columns: readonly Column[];
  readonly xs: readonly number[];
  readonly head: { readonly rows: number; readonly cells: readonly PlacedBlock[] };
  readonly body: readonly Block[];
}

/** By the heads above it; undefined where they do not tell the columns. */
function headedBlocks(header: readonly Run[], body: readonly AlignedLine[]): Parts | undefined {
  const { leaves, heads, rows } = headTree(header);
  if (leaves.length < LEAST_HEADS) return undefined;
  const found = columnsByHeads(
    body.map(({ runs }) => runs),
    leaves,
  );
  if (!found) return undefined;
  const { columns, columnOf, spans } = found;
  const box = around([...header, ...body.flatMap(({ runs }) => runs)]);
  const xs = boundariesBetween(columns, box?.left ?? 0, box?.right ?? 0);
  return {
    columns,
    xs,
    head: {
      rows,
      cells: heads.map(({ from, to, top, bottom, runs }) => ({
        top,
        bottom,
        block: { from: spans[from]?.from ?? 0, to: spans[to]?.to ?? 0, runs: [...runs], first: 0, last: 0 },
      })),
    },
    body: blocksOf(
      body.flatMap(({ runs }) => runs),
      columns,
      xs,
      (run) => columnOf.get(run),
    ),
  };
}

/** Whether the table on the page before has the same heads in the same columns: this is its next piece. */
function hasSameHeads({ columns, head }: Parts, { columns: known = [], cells }: PageTable): boolean {
  return (
    columns.length === known.length &&
    head.cells.every(({ top, block }) =>
      cells.some((cell) => cell.top === top && cell.left === block.from && cell.text === textOfRuns(block.runs)),
    )
  );
}

const placesOf = ({ columns = [], xs }: PageTable): Pick<Parts, "columns" | "xs"> => ({ columns, xs });

/** Heads that a table has at least for them to tell its columns. */
const LEAST_HEADS = 3;

function tableOf(page: number, box: Box, { columns, xs, head, body }: Parts): PageTable {
  const rows = bodyRows(body);
  const cells = [
    ...head.cells,
    ...rows.cells.map((cell) => ({ ...cell, top: cell.top + head.rows, bottom: cell.top + head.rows })),
  ];
  return {
    kind: "table",
    page,
    box,
    xs,
    columns,
    rows: head.rows + rows.rows,
    cells: cells.map(({ top, bottom = top, block }): TableCell => {
      const { from, to, runs } = block;
      return { top, bottom, left: from, right: to, text: textOfRuns(runs), box: around(runs) ?? box };
    }),
  };
}

/** Share of the texts that must stand in one column each. */
const FITTING = 0.95;

/** Whether texts stand in the columns of a table: what goes on from the page before. */
export function fits(lines: readonly AlignedLine[], { xs, columns = [] }: PageTable): boolean {
  const runs = lines.flatMap((line) => line.runs);
  const inOne = runs.filter((run) => {
    const under = columns.filter((column) => overlap(run, column) > 0);
    // A label may be wider than its column.
    if (under.length > 1) return !isFigure(textOfLine(run)) && run.left > (under[0]?.left ?? run.left) - 2;
    if (under.length > 0) return true;
    const at = xs.findIndex((x, i) => run.left >= x && run.right <= (xs[i + 1] ?? -Infinity));
    return at >= 0;
  });
  return inOne.length >= FITTING * runs.length;
}

/** Whether a line belongs to the body: it has figures, a code, or an item that is numbered, or is a total without figures. */
function isBody(runs: readonly Run[]): boolean {
  const texts = runs.map((run) => textOfLine(run).replace(/\s/g, ""));
  if (texts.some((text) => isFigure(text) || /^[一二三四五六七八九十]+、/.test(text))) return true;
  return texts[0] === "栏次" || (texts.length === 1 && texts[0] === "合计");
}

/** The line the body begins with: the first line of a label too that goes on below its figures. */
function firstOfBody(lines: readonly AlignedLine[]): number {
  const at = lines.findIndex(({ runs }) => isBody(runs));
  const [before, line, after] = [lines[at - 1], lines[at], lines[at + 1]];
  if (!before || !line || !after) return at;
  const up = line.baseline - before.baseline;
  const down = after.baseline - line.baseline;
  const isAround = before.runs.every((run) => after.runs.some(({ left }) => Math.abs(left - run.left) < 2));
  const size = line.runs[0]?.size ?? 10;
  return isAround && up < 0.9 * size && Math.abs(up - down) < 0.25 * size ? at - 1 : at;
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
function blocksOf(
  runs: readonly Run[],
  columns: readonly Column[],
  xs: readonly number[],
  columnOf: (run: Run) => number | undefined = () => undefined,
): readonly Block[] {
  const blocks: Block[] = [];
  const inOrder = [...runs].sort((a, b) => a.baseline - b.baseline || a.left - b.left);
  for (const run of inOrder) {
    const known = columnOf(run);
    const { from, to } = known === undefined ? columnsUnder(run, columns, xs) : { from: known, to: known };
    const beside = blocks.find(
      (block) => block.from === from && block.to === to && Math.abs(block.last - run.baseline) < 0.3 * run.size,
    );
    const above = beside ?? blocks.filter((block) => block.from === from && block.to === to).pop();
    if (above && (beside || goesOn(above, run, columns[to]?.right ?? 0, inOrder))) {
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

/** Whether a line is the rest of the label above it: that one fills its column, and the two are not rows of their own. */
function goesOn(block: Block, run: Run, right: number, all: readonly Run[]): boolean {
  const before = block.runs[block.runs.length - 1];
  if (!before || run.baseline - before.baseline > LOOSEST * run.size) return false;
  const [upper, lower] = [textOfLine(before), textOfLine(run)];
  if (isFigure(upper) || isFigure(lower) || beginsItem(lower)) return false;
  if (hasCompany(before, all) && hasCompany(run, all)) return false;
  return before.right > right - SHORT_BY * run.size - 1;
}

/** Whether figures stand on the line of a label. */
function hasCompany(run: Run, all: readonly Run[]): boolean {
  return all.some(
    (other) => other !== run && Math.abs(other.baseline - run.baseline) < 0.3 * run.size && isFigure(textOfLine(other)),
  );
}

interface PlacedBlock {
  readonly top: number;
  /** Its last row, where that is another. */
  readonly bottom?: number;
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
