import { HostError } from "../errors";
import { OWN_SHEET_FORMULA, OWN_SHEET_MARK } from "../own-sheet";
import type { SheetContent } from "../port";
import { officeCode, toHostError } from "./error-mapping";
import { drawCharts, removeCharts } from "./own-charts";
import type { OwnChanges } from "./own-changes";
import type { ExcelRunner } from "./run";
import type { SheetDirectory } from "./sheet-directory";
import { fillSheet } from "./sheet-fill";

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
        await fillSheet(context, sheet, content);
        drawCharts(sheet, content.charts ?? []);
        await context.sync();
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
