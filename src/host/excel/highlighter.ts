import { cellKey, type CellAddress } from "../../core/model/cell";
import { HostError } from "../errors";
import { HIGHLIGHT_MARKS, highlightFormula, highlightStyle, type HighlightMark } from "../highlight-style";
import type { Highlight, MarkOutcome } from "../port";
import { blocksOf, blockText, chunksBySize } from "./cell-blocks";
import { lookForMarks, type SeenSheet } from "./mark-search";
import { isSilence, type ExcelRunner } from "./run";
import type { SheetDirectory } from "./sheet-directory";

/** Worksheet.getRanges takes at most 8192 characters of addresses; half of it leaves room. */
const ADDRESS_CHARACTERS = 4_000;

/**
 * Our highlights as conditional formats whose formula says they are ours. One batch looks for them on every sheet, one
 * removes and adds. The first batch needs to know the sheets; what the last reading or listing told is used, and only
 * sheets unknown until then (none after a check or once the kept state was loaded) cost a further batch.
 * ExcelApi 1.6 (conditional formats), 1.9 (RangeAreas), 1.2 (protection).
 */
export class Highlighter {
  constructor(
    private readonly runner: ExcelRunner,
    private readonly directory: SheetDirectory,
  ) {}

  /**
   * Replaces our highlights where sheets let it be done.
   * @throws HostError `sheetMissing`, before anything is touched
   */
  async replace(highlights: readonly Highlight[]): Promise<MarkOutcome> {
    const wanted = strongestByCell(highlights);
    const uses = { leave: false };
    try {
      return await this.attempt(wanted, ({ isProtected, mayFormat }) => {
        uses.leave ||= isProtected && mayFormat;
        return mayFormat;
      });
    } catch (error) {
      if (!uses.leave || !(error instanceof HostError) || error.code !== "protected") throw error;
      // Leave to format cells should include conditional formats; an Excel that sees it otherwise is believed.
      return await this.attempt(wanted, ({ isProtected }) => !isProtected);
    }
  }

  private async attempt(wanted: readonly Highlight[], isOpen: (sheet: SeenSheet) => boolean): Promise<MarkOutcome> {
    let known: ReadonlySet<string> | undefined;
    try {
      return await this.runner.run(async (context) => {
        const seen = await lookForMarks(context, this.directory);
        const missing = missingSheet(wanted, seen);
        if (missing !== undefined) throw new HostError("sheetMissing", { sheet: missing });
        const bySheet = new Map(seen.map((entry) => [entry, wanted.filter(({ cell }) => cell.sheet === entry.name)]));
        const open = [...bySheet].filter(([entry]) => isOpen(entry));
        for (const [{ ours, sheet }, list] of open) {
          for (const format of ours) format.delete();
          addAll(sheet, list);
        }
        known = new Set(seen.flatMap(({ empty }) => empty.map(({ id }) => id)));
        await context.sync();
        const closed = [...bySheet].filter(
          ([entry, list]) => !isOpen(entry) && (entry.ours.length > 0 || list.length > 0),
        );
        return outcome(
          open.reduce((count, [, list]) => count + list.length, 0),
          closed.map(([entry]) => entry),
          seen,
        );
      });
    } catch (error) {
      const left = known && !isSilence(error) ? await this.sweep(known) : undefined;
      const missing = left && missingSheet(wanted, left);
      throw missing === undefined ? error : new HostError("sheetMissing", { sheet: missing, cause: error });
    }
  }

  /**
   * After a failure half-way: removes what was put on until then, also a format that got no formula any more.
   * @param known formats without a formula that were there before
   * @returns the sheets there are, undefined where they cannot be asked for
   */
  private async sweep(known: ReadonlySet<string>): Promise<readonly SeenSheet[] | undefined> {
    try {
      return await this.runner.run(async (context) => {
        const seen = await lookForMarks(context, this.directory);
        for (const { ours, empty } of seen) {
          for (const format of [...ours, ...empty.filter(({ id }) => !known.has(id))]) format.delete();
        }
        await context.sync();
        return seen;
      });
    } catch {
      // The message tells of the first failure; what is left is found by the next removal.
      return undefined;
    }
  }

  /** Removes our highlights where sheets let it be done. */
  async clear(): Promise<MarkOutcome> {
    return await this.runner.run(async (context) => {
      const seen = await lookForMarks(context, this.directory);
      const marked = seen.filter(({ ours }) => ours.length > 0);
      const areas = marked
        .filter(({ mayFormat }) => mayFormat)
        .flatMap(({ ours }) =>
          ours.map((format) => {
            const ranges = format.getRanges();
            ranges.load("cellCount");
            format.delete();
            return ranges;
          }),
        );
      if (areas.length > 0) await context.sync();
      return outcome(
        areas.reduce((count, { cellCount }) => count + cellCount, 0),
        marked.filter(({ mayFormat }) => !mayFormat),
        seen,
      );
    });
  }
}

function outcome(cells: number, closed: readonly SeenSheet[], seen: readonly SeenSheet[]): MarkOutcome {
  const namesOf = (sheets: readonly SeenSheet[]) => sheets.map(({ name }) => name);
  return {
    cells,
    protectedSheets: namesOf(closed),
    unreadable: namesOf(seen.filter(({ isUnreadable }) => isUnreadable)),
  };
}

function missingSheet(wanted: readonly Highlight[], seen: readonly SeenSheet[]): string | undefined {
  return wanted.find(({ cell }) => seen.every(({ name }) => name !== cell.sheet))?.cell.sheet;
}

/** One highlight a cell: the first mark in the order of strength. */
function strongestByCell(highlights: readonly Highlight[]): readonly Highlight[] {
  const byCell = new Map<string, Highlight>();
  for (const highlight of highlights) {
    const key = cellKey(highlight.cell);
    const known = byCell.get(key);
    if (!known || strength(highlight) < strength(known)) byCell.set(key, highlight);
  }
  return [...byCell.values()];
}

/** Place in the list of marks: smaller is stronger. */
function strength(mark: HighlightMark): number {
  return HIGHLIGHT_MARKS.findIndex(({ severity, role }) => severity === mark.severity && role === mark.role);
}

function addAll(sheet: Excel.Worksheet, highlights: readonly Highlight[]): void {
  for (const mark of HIGHLIGHT_MARKS) {
    const cells = highlights.filter((highlight) => strength(highlight) === strength(mark)).map(({ cell }) => cell);
    for (const addresses of addressesOf(cells)) add(sheet, addresses, mark);
  }
}

function addressesOf(cells: readonly CellAddress[]): readonly string[] {
  const parts = blocksOf(cells).map(blockText);
  return chunksBySize(parts, (part) => part.length + 1, ADDRESS_CHARACTERS).map((chunk) => chunk.join(","));
}

function add(sheet: Excel.Worksheet, addresses: string, mark: HighlightMark): void {
  const style = highlightStyle(mark);
  const format = sheet.getRanges(addresses).conditionalFormats.add("Custom");
  format.custom.rule.formula = highlightFormula(mark);
  const { fill, font, borders } = format.custom.format;
  fill.color = style.fill;
  font.color = style.color;
  font.bold = style.bold;
  font.italic = style.italic;
  font.underline = style.underline ? "Single" : "None";
  for (const edge of ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const) {
    const border = borders.getItem(edge);
    border.style = style.line;
    border.color = style.lineColor;
  }
}
