import { cellKey, type CellAddress } from "../../core/model/cell";
import { HostError } from "../errors";
import {
  HIGHLIGHT_MARKS,
  highlightFormula,
  highlightMarkOf,
  highlightStyle,
  type HighlightMark,
} from "../highlight-style";
import type { Highlight } from "../port";
import { blocksOf, blockText, chunksBySize } from "./cell-blocks";
import { isSilence, type ExcelRunner } from "./run";
import type { SheetDirectory } from "./sheet-directory";

/** Worksheet.getRanges takes at most 8192 characters of addresses; half of it leaves room. */
const ADDRESS_CHARACTERS = 4_000;

/** A sheet as one look at the workbook showed it. */
interface SeenSheet {
  readonly id: string;
  readonly name: string;
  readonly sheet: Excel.Worksheet;
  readonly isProtected: boolean;
  readonly ours: readonly Excel.ConditionalFormat[];
  /** Conditional formats with a formula rule that has no formula (yet): of nobody, or of a highlight cut short. */
  readonly empty: readonly Excel.ConditionalFormat[];
}

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
   * Replaces our highlights.
   * @throws HostError `protected` or `sheetMissing`, before anything is touched
   */
  async replace(highlights: readonly Highlight[]): Promise<void> {
    let known: ReadonlySet<string> | undefined;
    const replaced = this.runner.run(async (context) => {
      const seen = await this.look(context);
      const wanted = strongestByCell(highlights);
      const missing = wanted.find(({ cell }) => seen.every(({ name }) => name !== cell.sheet));
      if (missing) throw new HostError("sheetMissing", { sheet: missing.cell.sheet });
      const bySheet = new Map(seen.map((entry) => [entry, wanted.filter(({ cell }) => cell.sheet === entry.name)]));
      refuseProtected(seen.filter((entry) => entry.ours.length > 0 || (bySheet.get(entry) ?? []).length > 0));
      for (const [entry, list] of bySheet) {
        for (const format of entry.ours) format.delete();
        addAll(entry.sheet, list);
      }
      known = new Set(seen.flatMap(({ empty }) => empty.map(({ id }) => id)));
      await context.sync();
    });
    try {
      await replaced;
    } catch (error) {
      if (known && !isSilence(error)) await this.sweep(known);
      throw error;
    }
  }

  /**
   * After a failure half-way: removes what was put on until then, also a format that got no formula any more.
   * @param known formats without a formula that were there before
   */
  private async sweep(known: ReadonlySet<string>): Promise<void> {
    try {
      await this.runner.run(async (context) => {
        for (const { ours, empty } of await this.look(context)) {
          for (const format of [...ours, ...empty.filter(({ id }) => !known.has(id))]) format.delete();
        }
        await context.sync();
      });
    } catch {
      // The message tells of the first failure; what is left is found by the next removal.
    }
  }

  /** Removes our highlights and answers how many cells had one. */
  async clear(): Promise<number> {
    return await this.runner.run(async (context) => {
      const seen = (await this.look(context)).filter(({ ours }) => ours.length > 0);
      if (seen.length === 0) return 0;
      refuseProtected(seen);
      const areas = seen.flatMap(({ ours }) =>
        ours.map((format) => {
          const ranges = format.getRanges();
          ranges.load("cellCount");
          format.delete();
          return ranges;
        }),
      );
      await context.sync();
      return areas.reduce((count, { cellCount }) => count + cellCount, 0);
    });
  }

  /** All sheets with our conditional formats on them, hidden sheets too. */
  private async look(context: Excel.RequestContext): Promise<readonly SeenSheet[]> {
    const { worksheets } = context.workbook;
    worksheets.load("items/id,items/name");
    const guess = this.directory.ids();
    const seen = await lookAt(context, guess);
    const unknown = worksheets.items.map(({ id }) => id).filter((id) => !guess.includes(id));
    this.directory.replace(worksheets.items);
    return unknown.length === 0 ? seen : [...seen, ...(await lookAt(context, unknown))];
  }
}

async function lookAt(context: Excel.RequestContext, ids: readonly string[]): Promise<readonly SeenSheet[]> {
  const asked = ids.map((id) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(id);
    sheet.load("id,name,protection/protected");
    const formats = sheet.getRange().conditionalFormats;
    formats.load("items/id,items/type,items/customOrNullObject/rule/formula");
    return { sheet, formats };
  });
  await context.sync();
  return asked
    .filter(({ sheet }) => !sheet.isNullObject)
    .map(({ sheet, formats }) => {
      const custom = formats.items.filter(({ type }) => type === "Custom");
      const formulaOf = (format: Excel.ConditionalFormat) => format.customOrNullObject.rule.formula;
      return {
        id: sheet.id,
        name: sheet.name,
        sheet,
        isProtected: sheet.protection.protected,
        ours: custom.filter((format) => highlightMarkOf(formulaOf(format)) !== undefined),
        empty: custom.filter((format) => formulaOf(format) === ""),
      };
    });
}

function refuseProtected(sheets: readonly SeenSheet[]): void {
  const locked = sheets.find(({ isProtected }) => isProtected);
  if (locked) throw new HostError("protected", { sheet: locked.name });
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
