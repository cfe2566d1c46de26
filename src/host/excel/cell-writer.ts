import type { CellAddress } from "../../core/model/cell";
import { HostError } from "../errors";
import type { CellExpectation, CellState, CellWrite, WriteReceipt } from "../port";
import { blocksOf, blockText, cellCount, cellsOf, chunksBySize, type Block } from "./cell-blocks";
import { collect, enter, planOf, refuseChanged, splitTall, stateIn, type States } from "./cell-plan";
import { officeCode, toHostError } from "./error-mapping";
import type { OwnChanges } from "./own-changes";
import { isSilence, type ExcelRunner } from "./run";

/** Cells in one batch: well below Excel's 5 MB for a request and for an answer. */
const CHUNK_CELLS = 10_000;
/** Cells in one range. The runtime cuts larger matrices itself, and their events would not match what we wrote. */
const RANGE_CELLS = 1_500;

/** What was read before a write. */
interface Inspection {
  readonly states: States;
  readonly protectedSheets: ReadonlySet<string>;
}

/** A write under way: enough to take it back. */
interface Attempt {
  readonly inspection: Inspection;
  readonly plan: States;
  /** Blocks sent to Excel so far, whatever became of them. */
  readonly touched: Block[];
  /** Set once nobody waits for the write any more: a late answer must not continue it. */
  isAbandoned: boolean;
}

/**
 * Reads and writes single cells. A write takes two batches: one reads what stands there (and refuses before anything
 * is touched), one writes and reads back. Where Excel fails half-way, what was written is put back. Between the two
 * batches lies a moment that no host can lock; an edit made just then is overwritten but stands in no receipt.
 * ExcelApi 1.9 (getTables), 1.2 (protection).
 */
export class CellWriter {
  constructor(
    private readonly runner: ExcelRunner,
    private readonly ownChanges: OwnChanges,
  ) {}

  /** Contents, formulas and number formats, in the order asked. @throws HostError `sheetMissing` */
  async readCells(cells: readonly CellAddress[]): Promise<readonly CellState[]> {
    if (cells.length === 0) return [];
    return await this.runner.run(async (context) => {
      const { states } = await inspect(context, blocksOf(cells));
      return cells.map((cell) => stateIn(states, cell));
    });
  }

  /** Writes all cells or none; see the port. */
  async write(writes: readonly CellWrite[], expected: readonly CellExpectation[] = []): Promise<WriteReceipt> {
    if (writes.length === 0 && expected.length === 0) return { before: [], after: [] };
    let attempt: Attempt | undefined;
    try {
      return await this.runner.run(async (context) => {
        const targets = blocksOf(writes.map(({ cell }) => cell));
        const others = [...expected.map(({ cell }) => cell), ...writes.flatMap(({ formatFrom }) => formatFrom ?? [])];
        const asked = blocksOf([...writes.map(({ cell }) => cell), ...others]);
        const formulas = blocksOf(writes.filter(({ isFormula }) => isFormula).map(({ cell }) => cell));
        const inspection = await inspect(context, asked, targets, formulas);
        refuseChanged(inspection.states, expected);
        const plan = planOf(writes, inspection.states);
        attempt = { inspection, plan, touched: [], isAbandoned: false };
        const written = await this.perform(context, targets, attempt);
        const pick = (states: States) => writes.map(({ cell }) => stateIn(states, cell));
        return { before: pick(inspection.states), after: pick(written) };
      });
    } catch (error) {
      if (attempt) await this.takeBack(attempt, isSilence(error));
      throw error;
    }
  }

  private async perform(context: Excel.RequestContext, targets: readonly Block[], attempt: Attempt): Promise<States> {
    const written = new Map<string, CellState>();
    const chunks = [
      ...chunksBySize(
        targets.flatMap((block) => splitTall(block, RANGE_CELLS)),
        cellCount,
        CHUNK_CELLS,
      ),
    ];
    for (let chunk = chunks.shift(); chunk && !attempt.isAbandoned; chunk = chunks.shift()) {
      try {
        await this.writeChunk(context, chunk, attempt, written);
      } catch (error) {
        if (officeCode(error) !== "RequestPayloadSizeLimitExceeded" || chunk.length < 2) {
          throw toHostError(error, placeOf(chunk));
        }
        const middle = Math.ceil(chunk.length / 2);
        chunks.unshift(chunk.slice(0, middle), chunk.slice(middle));
      }
    }
    return written;
  }

  private async writeChunk(
    context: Excel.RequestContext,
    chunk: readonly Block[],
    attempt: Attempt,
    written: Map<string, CellState>,
  ): Promise<void> {
    const { plan, inspection } = attempt;
    attempt.touched.push(...chunk);
    const ranges = chunk.map((block) => {
      const range = this.queue(context, block, plan, inspection.states, inspection.protectedSheets);
      range.load("values,formulas,numberFormat");
      return { block, range };
    });
    await context.sync();
    for (const { block, range } of ranges) collect(written, block, range);
  }

  private queue(
    context: Excel.RequestContext,
    block: Block,
    plan: States,
    current: States,
    protectedSheets: ReadonlySet<string>,
  ): Excel.Range {
    this.ownChanges.expectCells(block.sheet, blockText(block));
    const sheet = context.workbook.worksheets.getItem(block.sheet);
    return enter(sheet, block, plan, current, protectedSheets.has(block.sheet));
  }

  /**
   * Puts back what stood in the touched blocks. Where Excel was silent the put-back is left in Excel's queue behind
   * the write, and not waited for. A failure of the put-back stays silent: the message tells of the first failure.
   */
  private async takeBack(attempt: Attempt, wasSilent: boolean): Promise<void> {
    attempt.isAbandoned = true;
    const { inspection, plan, touched } = attempt;
    if (touched.length === 0) return;
    const putBack = this.runner
      .run(async (context) => {
        for (const block of touched) {
          this.queue(context, block, inspection.states, plan, inspection.protectedSheets);
        }
        await context.sync();
      })
      .catch(() => undefined);
    if (!wasSilent) await putBack;
  }
}

/**
 * Reads the blocks; refuses missing sheets, locked cells among the targets, and formulas inside Excel's own tables: there
 * a formula is copied into the other cells of its column, over what stands in them (by design, says office-js #2093).
 */
async function inspect(
  context: Excel.RequestContext,
  blocks: readonly Block[],
  targets: readonly Block[] = [],
  formulas: readonly Block[] = [],
): Promise<Inspection> {
  const states = new Map<string, CellState>();
  const sheets = new Map<string, Excel.Worksheet>();
  for (const { sheet: name } of blocks) {
    if (sheets.has(name)) continue;
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.load("name,protection/protected");
    sheets.set(name, sheet);
  }
  const load = (list: readonly Block[], properties: string) =>
    list.map((block) => {
      const range = sheets.get(block.sheet)?.getRange(blockText(block));
      range?.load(properties);
      return { block, range };
    });
  const locks = load(targets, "format/protection/locked");
  const tables = formulas.map((block) => ({
    block,
    count: sheets.get(block.sheet)?.getRange(blockText(block)).getTables(false).getCount(),
  }));
  for (const chunk of chunksBySize(
    blocks.flatMap((block) => splitTall(block, RANGE_CELLS)),
    cellCount,
    CHUNK_CELLS,
  )) {
    const ranges = load(chunk, "values,formulas,numberFormat");
    await context.sync().catch(async (error: unknown) => {
      throw officeCode(error) === "ItemNotFound" ? await missingAmong(context, [...sheets.keys()], error) : error;
    });
    for (const { block, range } of ranges) if (range) collect(states, block, range);
  }
  const protectedSheets = new Set([...sheets].filter(([, sheet]) => sheet.protection.protected).map(([name]) => name));
  const locked = locks.filter(
    ({ block, range }) => protectedSheets.has(block.sheet) && range?.format.protection.locked !== false,
  );
  if (locked[0]) throw new HostError("protected", placeOf(locked.map(({ block }) => block)));
  const inTables = tables.filter(({ count }) => (count?.value ?? 0) > 0).map(({ block }) => block);
  if (inTables.length > 0) throw new HostError("notWritable", placeOf(inTables));
  return { states, protectedSheets };
}

/** Which of the sheets is gone, as an error; what Excel said where all are there. */
async function missingAmong(context: Excel.RequestContext, names: readonly string[], cause: unknown): Promise<unknown> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const present = new Set(worksheets.items.map(({ name }) => name.toLowerCase()));
  const missing = names.find((name) => !present.has(name.toLowerCase()));
  return missing === undefined ? cause : new HostError("sheetMissing", { sheet: missing, cause });
}

function placeOf(blocks: readonly Block[]): { sheet: string; cells: readonly CellAddress[] } | Record<string, never> {
  const [first] = blocks;
  return first ? { sheet: first.sheet, cells: blocks.flatMap((block) => [...cellsOf(block)]) } : {};
}
