import type { CellRange } from "../../core/model/cell";
import { cellCount } from "../model/addresses";
import type { SheetModel } from "../model/sheet-model";
import type { WorkbookModel } from "../model/workbook-model";
import { ApiError } from "../protocol";
import type { Session } from "../session";

/** Refuses where a locked cell of a protected sheet, or anything in a read-only workbook, would change. */
export function requireWritable(workbook: WorkbookModel, sheet: SheetModel, range: CellRange): void {
  requireNotReadOnly(workbook);
  if (!sheet.isProtected) return;
  const unlocked = sheet.cellsIn(range).filter(([, , cell]) => cell.locked === false).length;
  if (unlocked < cellCount(range)) throw new ApiError("AccessDenied", "the sheet is protected");
}

/** Refuses to change formats on a protected sheet. */
export function requireFormattable(workbook: WorkbookModel, sheet: SheetModel): void {
  requireNotReadOnly(workbook);
  if (sheet.isProtected && !sheet.allowFormatCells) throw new ApiError("AccessDenied", "the sheet is protected");
}

/** Refuses to change conditional formats on a protected sheet, with leave to format cells too where Excel is so. */
export function requireMarkable({ workbook, build }: Session, sheet: SheetModel): void {
  requireFormattable(workbook, sheet);
  if (sheet.isProtected && !build.behaviours.formattingLeaveCoversConditionalFormats) {
    throw new ApiError("AccessDenied", "the sheet is protected");
  }
}

/** Refuses to add or remove sheets where the structure is protected. */
export function requireStructure(workbook: WorkbookModel): void {
  requireNotReadOnly(workbook);
  if (workbook.isStructureProtected) throw new ApiError("AccessDenied", "the workbook's structure is protected");
}

/**
 * Which code Excel answers in a workbook that cannot be changed (final version, read-only view) is documented only as
 * AccessDenied.
 */
export function requireNotReadOnly(workbook: WorkbookModel): void {
  if (workbook.isReadOnly) throw new ApiError("AccessDenied", "the workbook is read-only");
}
