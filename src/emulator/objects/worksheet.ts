import { handleOf, type Handle, type ObjectType } from "../handle";
import { parseAddress, WHOLE_SHEET } from "../model/addresses";
import { BY_ADDIN } from "../model/events";
import type { SheetModel } from "../model/sheet-model";
import type { Visibility } from "../model/content";
import { ApiError, textOf } from "../protocol";
import type { Session } from "../session";
import { charts } from "./charts";
import { names } from "./names";
import { freezePanes, pageLayout } from "./page-layout";
import { requireStructure } from "./protection";
import { rangeHandle } from "./range";
import { rangeAreasOf } from "./range-areas";

const PROTECTION: ObjectType<SheetModel> = {
  kind: "WorksheetProtection",
  scalars: {
    Protected: (sheet) => sheet.isProtected,
    Options: ({ allowFormatCells }) => ({ allowFormatCells }),
  },
  actions: {
    Protect: (sheet) => {
      sheet.isProtected = true;
    },
    Unprotect: (sheet) => {
      sheet.isProtected = false;
    },
  },
};

const TYPE: ObjectType<SheetModel> = {
  kind: "Worksheet",
  id: (sheet) => sheet.id,
  scalars: {
    Id: (sheet) => sheet.id,
    Name: (sheet) => sheet.name,
    Position: (sheet, session) => session.workbook.sheets.indexOf(sheet),
    Visibility: (sheet) => sheet.visibility,
  },
  setters: {
    Name: (sheet, value, session) => {
      requireStructure(session.workbook);
      session.workbook.renameSheet(sheet, textOf(value), BY_ADDIN);
    },
    Visibility: (sheet, value, session) => {
      requireStructure(session.workbook);
      session.workbook.setVisibility(sheet, value as Visibility, BY_ADDIN);
    },
  },
  objects: {
    Protection: (sheet) => handleOf(PROTECTION, sheet),
    Names: (sheet) => names(sheet),
    PageLayout: (sheet) => pageLayout(sheet),
    FreezePanes: (sheet) => freezePanes(sheet),
    Charts: (sheet) => charts(sheet),
  },
  methods: {
    GetRange: (sheet, args, session) => {
      requireCells(sheet, session);
      const address = args.count > 0 ? args.value(0) : null;
      return rangeHandle(sheet, typeof address === "string" ? parseAddress(address).range : WHOLE_SHEET);
    },
    GetRangeByIndexes: (sheet, args) => {
      const top = args.number(0);
      const left = args.number(1);
      return rangeHandle(sheet, { top, left, bottom: top + args.number(2) - 1, right: left + args.number(3) - 1 });
    },
    GetRanges: (sheet, args) => rangeAreasOf(sheet, args.text(0)),
    GetCell: (sheet, args) => {
      const row = args.number(0);
      const column = args.number(1);
      return rangeHandle(sheet, { top: row, left: column, bottom: row, right: column });
    },
    /** On an empty sheet Excel answers its first cell. */
    GetUsedRange: (sheet, args, session) => {
      requireCells(sheet, session);
      return rangeHandle(sheet, sheet.usedRange(args.flag(0)) ?? { top: 0, left: 0, bottom: 0, right: 0 });
    },
    GetUsedRangeOrNullObject: (sheet, args, session) => {
      requireCells(sheet, session);
      const used = sheet.usedRange(args.flag(0));
      return used ? rangeHandle(sheet, used) : null;
    },
    GetNextOrNullObject: (sheet, args, session) => neighbour(sheet, args.flag(0), session),
  },
  actions: {
    Activate: (sheet, _args, session) => {
      if (sheet.visibility !== "Visible") throw new ApiError("InvalidOperation", "the sheet is hidden");
      session.workbook.activate(sheet, BY_ADDIN);
    },
    Delete: (sheet, _args, session) => {
      requireStructure(session.workbook);
      const isLast = session.workbook.sheets.filter((other) => other.visibility === "Visible").length < 2;
      if (isLast && sheet.visibility === "Visible") throw new ApiError("InvalidOperation", "the last visible sheet");
      session.workbook.deleteSheet(sheet, BY_ADDIN);
    },
  },
};

/** Worksheet object. */
export function worksheetHandle(sheet: SheetModel): Handle {
  return handleOf(TYPE, sheet);
}

function requireCells(sheet: SheetModel, { build }: Session): void {
  if (sheet.isChartSheet && build.behaviours.chartSheetsRefuseCells) {
    throw new ApiError("UnsupportedSheet", "this is a chart sheet");
  }
}

function neighbour(sheet: SheetModel, visibleOnly: boolean, session: Session): Handle | null {
  const sheets = session.workbook.sheets;
  const next = sheets
    .slice(sheets.indexOf(sheet) + 1)
    .find((candidate) => !visibleOnly || candidate.visibility === "Visible");
  return next ? worksheetHandle(next) : null;
}
