import type { CellRange } from "../../core/model/cell";
import { HostError } from "../errors";
import { OWN_SHEET_FORMULA, OWN_SHEET_MARK } from "../own-sheet";
import type { SheetContent } from "../port";
import { blockText } from "./cell-blocks";
import { entryFor } from "./cell-content";
import { officeCode, toHostError } from "./error-mapping";
import { drawCharts, removeCharts } from "./own-charts";
import type { OwnChanges } from "./own-changes";
import type { ExcelRunner } from "./run";
import type { SheetDirectory } from "./sheet-directory";

/** Rows written at once. */
const ROWS_PER_BATCH = 2_000;

/**
 * Sheets that the add-in makes: recognised by a hidden name in the sheet's scope.
 * ExcelApi 1.4 (worksheet names), 1.7 (workbook protection, getRangeByIndexes).
 */
export class OwnSheets {
  constructor(
    private readonly runner: ExcelRunner,
    private readonly directory: SheetDirectory,
    private readonly ownChanges: OwnChanges,
  ) {}

  /** Adds the sheet or replaces the contents of ours; a new sheet that could not be filled is removed again. */
  async put(content: SheetContent): Promise<void> {
    const { name } = content;
    this.ownChanges.expectCells(name);
    const place = { sheet: name };
    const made = { isNew: false };
    try {
      await this.runner.run(async (context) => {
        const existing = await this.find(context, name);
        made.isNew = !existing;
        const sheet = existing ?? this.add(context, name);
        if (existing && content.charts) await removeCharts(context, existing);
        existing?.getRange().clear();
        await fill(context, sheet, content);
      }, place);
    } catch (error) {
      if (made.isNew) await this.remove(name);
      throw toHostError(error, place);
    }
  }

  private add(context: Excel.RequestContext, name: string): Excel.Worksheet {
    this.ownChanges.expectSheet("added", name);
    const sheet = context.workbook.worksheets.add(name);
    sheet.names.add(OWN_SHEET_MARK, OWN_SHEET_FORMULA).visible = false;
    return sheet;
  }

  private async remove(name: string): Promise<void> {
    try {
      await this.runner.run(async (context) => {
        const sheet = await this.find(context, name);
        if (!sheet) return;
        this.ownChanges.expectSheet("deleted", name);
        sheet.delete();
        await context.sync();
      });
    } catch {
      // What made the filling fail makes this fail too; the message tells of the first.
    }
  }

  /**
   * Our sheet of that name, or undefined. One batch where what was last known of the sheets still holds.
   * @throws HostError `sheetExists` where it is the user's, `protected`
   */
  private async find(context: Excel.RequestContext, name: string): Promise<Excel.Worksheet | undefined> {
    const { worksheets, protection } = context.workbook;
    worksheets.load("items/id,items/name");
    protection.load("protected");
    const guess = this.directory.idOf(name);
    const seen = guess === undefined ? undefined : look(context, guess);
    try {
      await context.sync();
    } catch (error) {
      if (guess === undefined || officeCode(error) !== "ItemNotFound") throw error;
      this.directory.forget(guess);
      return await this.find(context, name);
    }
    this.directory.replace(worksheets.items);
    const listed = worksheets.items.find((item) => item.name.toLowerCase() === name.toLowerCase());
    if (!listed) {
      if (protection.protected) throw new HostError("protected", { technical: "workbook structure" });
      return undefined;
    }
    if (seen && listed.id === guess) return ownSheet(seen, name);
    const found = look(context, listed.id);
    await context.sync();
    return ownSheet(found, name);
  }
}

interface Seen {
  readonly sheet: Excel.Worksheet;
  readonly mark: Excel.NamedItem;
}

/** Queues what tells whether a sheet is ours and may be changed. */
function look(context: Excel.RequestContext, id: string): Seen {
  const sheet = context.workbook.worksheets.getItem(id);
  sheet.load("protection/protected");
  const mark = sheet.names.getItemOrNullObject(OWN_SHEET_MARK);
  mark.load("name");
  return { sheet, mark };
}

function ownSheet({ sheet, mark }: Seen, name: string): Excel.Worksheet {
  if (mark.isNullObject) throw new HostError("sheetExists", { sheet: name });
  if (sheet.protection.protected) throw new HostError("protected", { sheet: name });
  return sheet;
}

async function fill(context: Excel.RequestContext, sheet: Excel.Worksheet, content: SheetContent): Promise<void> {
  const width = Math.max(1, ...content.rows.map((row) => row.length));
  for (let top = 0; top < content.rows.length; top += ROWS_PER_BATCH) {
    const rows = content.rows.slice(top, top + ROWS_PER_BATCH);
    const area: CellRange = { top, left: 0, bottom: top + rows.length - 1, right: width - 1 };
    const range = sheet.getRange(blockText(area));
    const cells = rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? { content: null }));
    range.numberFormat = cells.map((row) => row.map(({ numberFormat }) => numberFormat ?? "General"));
    range.formulas = cells.map((row) =>
      row.map(({ content: value, isFormula, numberFormat }) =>
        entryFor(value, isFormula ?? false, numberFormat ?? "General"),
      ),
    );
    for (const [r, row] of cells.entries()) {
      for (const [c, cell] of row.entries()) if (cell.bold) sheet.getCell(top + r, c).format.font.bold = true;
    }
    if (top + ROWS_PER_BATCH < content.rows.length) await context.sync();
  }
  for (const [column, characters] of (content.widths ?? []).entries()) {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = pointsOf(characters);
  }
  drawCharts(sheet, content.charts ?? []);
  await context.sync();
}

/** Office.js counts column widths in points: about 7 pixels a character and 5 of margin, at 96 pixels an inch. */
function pointsOf(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}
