import type { CellRange } from "../core/model/cell";
import type { ExcelBuild } from "./builds";
import type { ConditionalFormatModel } from "./model/conditional-format-model";
import type { SheetModel } from "./model/sheet-model";
import type { WorkbookModel } from "./model/workbook-model";

/** What a user does in Excel that leaves other traces in other builds. Plain edits are the workbook's own methods. */
export class ExcelUser {
  constructor(
    private readonly workbook: WorkbookModel,
    private readonly build: ExcelBuild,
  ) {}

  /** Ctrl+Z: brings back the conditional formats that the API deleted last; answers how many. */
  undoDeletions(): number {
    const { apiClearsUndo, undoneFormatsAreUnreadable } = this.build.behaviours;
    if (apiClearsUndo) return 0;
    const deleted = this.workbook.deletedFormats.splice(0);
    for (const { sheet, format } of deleted) {
      format.isUnreadable = undoneFormatsAreUnreadable;
      sheet.conditionalFormats.push(format);
    }
    return deleted.length;
  }

  /** 复制规则 in the rules manager. */
  duplicateRule(sheet: SheetModel, format: ConditionalFormatModel): void {
    const copy = format.copy();
    copy.isUnreadable = this.build.behaviours.duplicatedFormatsAreUnreadable;
    sheet.conditionalFormats.push(copy);
  }

  /** 分列: splits the texts of a column of cells at each separator, into the cells on the right. */
  textToColumns(sheet: SheetModel, range: CellRange, separator: string): void {
    const isSilent = this.build.behaviours.textToColumnsIsSilent;
    for (const [row, column, { value }] of sheet.cellsIn(range)) {
      const parts = String(value ?? "").split(separator);
      const target = { top: row, left: column, bottom: row, right: column + parts.length - 1 };
      if (isSilent) this.workbook.enterSilently(sheet, target, [parts]);
      else this.workbook.enter(sheet, target, [parts]);
    }
  }

  /** Closes the workbook and opens it again, as far as broken conditional formats are concerned. */
  reopen(): void {
    for (const sheet of this.workbook.sheets)
      for (const format of sheet.conditionalFormats) format.isUnreadable = false;
  }
}
