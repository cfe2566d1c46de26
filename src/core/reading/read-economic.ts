import type { CellAddress } from "../model/cell";
import { Z06_ROWS, type ColumnKey, type RowKey } from "../model/table";
import { economicCodeByName } from "../glossary/economic-classes";
import { stripOrdinal } from "../glossary/normalise";
import type { Layout } from "../tables/descriptor";
import type { Body, BodyPart } from "./body";
import { CodeReader, type RowCode } from "./code-columns";
import { columnKeyOf } from "./column-match";
import type { Header } from "./header";
import { codeDigits, printedName, withoutRepeats } from "./labels";
import type { NoteBook } from "./notes";
import type { RawRow, RawTable, Spot } from "./raw-table";
import { besideRows, levelOf } from "./read-classified";
import { isCodeHeader, isNameHeader } from "./row-kinds";
import type { FilledCell, SheetView } from "./sheet-view";
import { noteStrayCells } from "./stray-cells";

/** One block of Z06: codes, names and the amount of its rows. */
interface Block {
  readonly start: number;
  readonly end: number;
  readonly codes: readonly number[];
  readonly amount: number;
}

/** Codes and names whose amounts stand under a header that is not understood. */
type UnreadBlock = Omit<Block, "amount">;

/** The columns of Z06: blocks side by side, or one list with 人员经费 and 公用经费 beside the amount. */
interface EconomicColumns {
  readonly blocks: readonly Block[];
  readonly unread: readonly UnreadBlock[];
  readonly personnel: number | undefined;
  readonly public: number | undefined;
}

const TOTALS: readonly { readonly key: RowKey; readonly label: RegExp }[] = [
  { key: Z06_ROWS.personnelTotal, label: /^人员(?:经费|支出)?(?:支出)?(?:合计|小计|总计)$/ },
  { key: Z06_ROWS.publicTotal, label: /^(?:日常)?公用(?:经费|支出)?(?:支出)?(?:合计|小计|总计)$/ },
  { key: Z06_ROWS.total, label: /^(?:合计|总计|(?:基本|本年)支出(?:合计|总计)|支出合计)$/ },
];
/** Lines that are totals only where an amount stands beside them: elsewhere they head a group of codes. */
const GROUP_TOTALS: readonly { readonly key: RowKey; readonly label: RegExp }[] = [
  { key: Z06_ROWS.personnelTotal, label: /^人员(?:经费|支出)$/ },
  { key: Z06_ROWS.publicTotal, label: /^(?:日常)?公用(?:经费|支出)$/ },
];
const ABOVE = /^(?:项目|科目|类|款|(?:支出)?经济分类(?:科目)?)$/;

/** Reads 一般公共预算财政拨款基本支出决算(明细)表. */
export function readEconomic(view: SheetView, body: Body, table: Layout, notes: NoteBook): RawTable {
  const rows: RawRow[] = [];
  let columns: ReadonlyMap<ColumnKey, number> = new Map();
  for (const part of body.parts) {
    const layout = economicColumns(view, part, table);
    const first = layout.blocks[0];
    if (!first) continue;
    const beside = besideAmounts(layout);
    if (columns.size === 0) columns = new Map([["amount", first.amount], ...beside]);
    const taken = new Set<string>();
    const readers = layout.blocks.map((block) => ({ block, codes: new CodeReader(view, block.codes) }));
    // Codes are looked up by name only where the table prints none at all.
    const names = layout.blocks.every((block) => block.codes.length === 0) ? new NamedCodes(notes, view) : undefined;
    for (const row of part.rows) {
      const coded = readers.map(({ block, codes }) => ({
        block,
        names,
        code: codes.read(row, { from: block.start, to: block.amount }),
      }));
      // A total's label beside a code is that code's name: its block has no part in the totals of the row.
      const isCoded = (block: Block): boolean => coded.some((item) => item.block === block && item.code);
      const totals = totalRows(view, row, layout, layout.blocks.filter(isCoded));
      for (const total of totals) for (const { cell } of total.spots) taken.add(`${cell.row},${cell.column}`);
      for (const item of coded) {
        const read = blockRow(view, row, item, totals, notes);
        if (read) rows.push(withBeside(view, read, row, beside));
      }
      rows.push(...totals);
    }
    for (const block of layout.unread) rows.push(...rowsWithoutAmount(view, part, block, notes));
    const areas = [...layout.blocks.flatMap((block) => [...block.codes, block.amount]), ...beside.values()];
    noteStrayCells(view, part, new Set(areas), notes, (cell) => taken.has(`${cell.row},${cell.column}`));
  }
  const column = (row: RawRow): number => (isTotal(row) ? Number.MAX_SAFE_INTEGER : (amountColumn(row) ?? 0));
  const placed = rows.map((row) => ({ row, column: column(row) }));
  placed.sort((a, b) => a.column - b.column);
  return { rows: placed.map(({ row }) => row), columns, ...besideRows(body) };
}

/** The coded rows of a block whose amounts are not read: that they are there keeps sums from being judged without them. */
function rowsWithoutAmount(
  view: SheetView,
  part: BodyPart,
  { start, end, codes }: UnreadBlock,
  notes: NoteBook,
): readonly RawRow[] {
  const reader = new CodeReader(view, codes);
  const rows = part.rows.flatMap((row): RawRow[] => {
    const code = reader.read(row, { from: start, to: end });
    if (!code) return [];
    return [
      {
        key: code.code,
        level: levelOf(code.code),
        code: code.code,
        name: printedName(code.name ?? ""),
        codeSpot: code.cell,
        spots: [],
      },
    ];
  });
  const [first] = rows;
  if (first?.codeSpot)
    notes.add(
      "unreadAmounts",
      "从这里起的一组科目没有认出金额栏，未参与核对。",
      view.address(first.codeSpot.row, first.codeSpot.column),
    );
  return rows;
}

/** 人员经费 and 公用经费 in columns of their own beside the amount of a single list. */
function besideAmounts(layout: EconomicColumns): ReadonlyMap<ColumnKey, number> {
  const found = new Map<ColumnKey, number>();
  if (layout.blocks.length !== 1) return found;
  if (layout.personnel !== undefined) found.set("personnel", layout.personnel);
  if (layout.public !== undefined) found.set("public", layout.public);
  return found;
}

function withBeside(view: SheetView, read: RawRow, row: number, beside: ReadonlyMap<ColumnKey, number>): RawRow {
  if (beside.size === 0) return read;
  const spots = [...beside].map(([key, column]) => ({ key, cell: view.address(row, column) }));
  return { ...read, spots: [...read.spots, ...spots] };
}

const amountColumn = ({ spots }: RawRow): number | undefined => spots.find(({ key }) => key === "amount")?.cell.column;

const isTotal = (row: RawRow): boolean => TOTALS.some((total) => total.key === row.key);

function economicColumns(view: SheetView, part: BodyPart, table: Layout): EconomicColumns {
  const { header } = part;
  const amounts: number[] = [];
  const starts: number[] = [];
  /** First column behind the labels of each block. */
  const ends: number[] = [];
  let personnel: number | undefined;
  let publicFunds: number | undefined;
  let previousWasLabel = false;
  for (const [column, path] of header.paths) {
    const leaf = path[path.length - 1] ?? "";
    const isLabel = isCodeHeader(leaf) || isNameHeader(leaf) || path.some(isCodeHeader) || /^[类款]$/.test(leaf);
    if (isLabel && !previousWasLabel) starts.push(column);
    if (!isLabel && previousWasLabel) ends.push(column);
    previousWasLabel = isLabel;
    if (isLabel) continue;
    const key = columnKeyOf(path, table.columns, { leaveOut: ABOVE, keepMeasures: true });
    if (key === "amount") amounts.push(column);
    else if (key === "personnel") personnel ??= column;
    else if (key === "public") publicFunds ??= column;
  }
  const blocks: Block[] = [];
  const unread: UnreadBlock[] = [];
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? Number.MAX_SAFE_INTEGER;
    const amount = amounts.find((column) => column > start && column < end);
    const codes = blockCodes(view, part.rows, header, start, amount ?? ends[index] ?? end);
    if (amount === undefined) unread.push({ start, end: ends[index] ?? end, codes });
    else blocks.push({ start, end, amount, codes });
  }
  return { blocks, unread, personnel, public: publicFunds };
}

function blockCodes(view: SheetView, rows: readonly number[], header: Header, start: number, amount: number): number[] {
  const isNamed = (column: number): boolean => {
    const leaf = header.paths.get(column)?.at(-1) ?? "";
    return isNameHeader(leaf) && !isCodeHeader(leaf);
  };
  const found = new Set<number>();
  for (const row of rows)
    for (const cell of view.cells(row)) {
      const { column } = cell;
      if (column < start || column >= amount || found.has(column)) continue;
      if (isCode(cell) && !isNamed(column)) found.add(column);
    }
  return [...found].sort((a, b) => a - b);
}

const isCode = (cell: FilledCell | undefined): boolean => cell !== undefined && codeDigits(cell) !== undefined;

/** A block with the code it has on a row. */
interface BlockOfRow {
  readonly block: Block;
  readonly code: RowCode | undefined;
  readonly names: NamedCodes | undefined;
}

/** Finds codes by name in a table that prints names only, and says so once. */
class NamedCodes {
  /** Class last met in each block, by the block's first column. */
  private readonly within = new Map<number, string>();
  private noted = false;

  constructor(
    private readonly notes: NoteBook,
    private readonly view: SheetView,
  ) {}

  codeOf(name: string, block: Block, at: Spot): string | undefined {
    const code = name === "" ? undefined : economicCodeByName(name, this.within.get(block.start));
    if (code?.length === 3) this.within.set(block.start, code);
    if (code !== undefined && !this.noted) {
      this.noted = true;
      this.notes.add(
        "codesByName",
        "表上没有科目编码，按经济分类科目名称对应编码。",
        this.view.address(at.row, at.column),
      );
    }
    return code;
  }
}

function blockRow(
  view: SheetView,
  row: number,
  { block, code, names: named }: BlockOfRow,
  totals: readonly RawRow[],
  notes: NoteBook,
): RawRow | undefined {
  const spots = [{ key: "amount", cell: view.address(row, block.amount) }];
  const isName = (cell: FilledCell): boolean =>
    cell.column >= block.start && cell.column < block.amount && cell !== code?.cell && !isCode(cell);
  const names = withoutRepeats(view.cells(row).filter(isName));
  const nameSpot = names[0] && { row, column: names[0].column };
  const name = printedName(code?.name ?? names.map((cell) => String(cell.value)).join(""));
  if (code) {
    const { code: key, cell: codeSpot } = code;
    return { key, level: levelOf(key), code: key, name, codeSpot, nameSpot, spots };
  }
  const byName = named?.codeOf(name, block, { row, column: names[0]?.column ?? block.start });
  if (byName !== undefined) return { key: byName, level: levelOf(byName), code: byName, name, nameSpot, spots };
  const amount = view.cell(row, block.amount);
  // A total's label filled into all cells of its merged area is no amount.
  if (!amount || totalOf(amount.label) !== undefined || totals.some((total) => amountColumn(total) === block.amount))
    return undefined;
  const text = name === "" ? "此处有数字但没有科目编码和名称，未参与核对。" : `“${name}”没有科目编码，未参与核对。`;
  const kind = name === "" ? "blank" : "uncoded";
  notes.add(name === "" ? "unlabelledRow" : "uncodedRow", text, view.address(row, block.amount));
  return { key: `${kind}.${row + 1}.${block.amount}`, kind, level: "line", name, nameSpot, spots };
}

/**
 * The totals on a row, wherever their labels stand. The amount of a total is the figure between its label and the next
 * total's label, far right of the label where blocks lie between. Where none is filled it belongs where it is usually
 * printed: 人员经费合计 under its own block, the others in the last amount column there.
 */
function totalRows(view: SheetView, row: number, layout: EconomicColumns, coded: readonly Block[]): readonly RawRow[] {
  const cells = view.cells(row);
  if (!cells.some((cell) => TOTAL_WORD.test(cell.label))) return NO_ROWS;
  const isFree = (column: number): boolean => !coded.some((block) => column >= block.start && column <= block.amount);
  const end = Math.max(...layout.blocks.map((block) => block.amount));
  const labels = totalLabels(withoutRepeats(cells.filter((cell) => isFree(cell.column) && cell.column <= end)));
  if (labels.length === 0) return [];
  return labels.flatMap(({ key, cell }, index) => {
    const until = labels[index + 1]?.cell.column ?? Number.MAX_SAFE_INTEGER;
    const within = layout.blocks
      .map((block) => block.amount)
      .filter((column) => isFree(column) && column > cell.column && column < until);
    // Merged cells may put the amount into a column between the blocks.
    const filled = cells.find(
      (item) =>
        item.numeric && isFree(item.column) && item.column > cell.column && item.column < Math.min(until, end + 1),
    );
    if (!filled && totalOf(cell.label) === undefined && groupOf(cell.label) !== undefined) return [];
    // A 合计 alone on its row is the sum of all blocks, its amount beside its label (behind what the label is merged over).
    const labelEnd = view.mergeAt(row, cell.column)?.right ?? cell.column;
    const usual = key === Z06_ROWS.publicTotal ? within[within.length - 1] : within.find((column) => column > labelEnd);
    const column = filled?.column ?? usual;
    if (column === undefined) return [];
    const total = totalRow(key, cell, view.address(row, column));
    return key === Z06_ROWS.total ? [total, ...besideTotal(view, cell, row, layout)] : [total];
  });
}

/** In a single list the 合计 row also holds 人员经费 and 公用经费 in columns of their own. */
function besideTotal(view: SheetView, cell: FilledCell, row: number, layout: EconomicColumns): readonly RawRow[] {
  const beside = [
    { key: Z06_ROWS.personnelTotal, column: layout.personnel },
    { key: Z06_ROWS.publicTotal, column: layout.public },
  ];
  return beside.flatMap(({ key, column }) =>
    column === undefined ? [] : [totalRow(key, cell, view.address(row, column))],
  );
}

function totalRow(key: RowKey, label: FilledCell, cell: CellAddress): RawRow {
  return {
    key,
    level: "total",
    name: printedName(String(label.value)),
    nameSpot: label,
    spots: [{ key: "amount", cell }],
  };
}

/** The totals' labels of a row, each in one cell or split over two neighbouring ones (人员经费 | 合计). */
function totalLabels(cells: readonly FilledCell[]): readonly { key: RowKey; cell: FilledCell }[] {
  const labels: { key: RowKey; cell: FilledCell }[] = [];
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index];
    const next = cells[index + 1];
    if (!cell || cell.numeric) continue;
    const split = next && !next.numeric ? totalOf(cell.label + next.label) : undefined;
    const key = split ?? totalOf(cell.label) ?? groupOf(cell.label);
    if (key !== undefined) labels.push({ key, cell });
    if (split !== undefined) index += 1;
  }
  return labels;
}

const NO_ROWS: readonly RawRow[] = [];

/** What every label of a total ends with. */
const TOTAL_WORD = /(?:计|经费|支出)$/;

function totalOf(label: string): RowKey | undefined {
  if (!TOTAL_WORD.test(label)) return undefined;
  const plain = stripOrdinal(label);
  return TOTALS.find((item) => item.label.test(plain))?.key;
}

function groupOf(label: string): RowKey | undefined {
  if (!TOTAL_WORD.test(label)) return undefined;
  const plain = stripOrdinal(label);
  return GROUP_TOTALS.find((item) => item.label.test(plain))?.key;
}
