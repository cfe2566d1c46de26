import { handleOf, type Handle, type ObjectType } from "../handle";
import type { WorkbookModel } from "../model/workbook-model";
import { rangeHandle } from "./range";
import { customXmlParts } from "./custom-xml";
import { worksheets } from "./worksheets";

const APPLICATION: ObjectType<WorkbookModel> = {
  kind: "Application",
  scalars: { CalculationMode: () => "Automatic" },
  actions: {
    Calculate: (workbook) => {
      workbook.calculate();
    },
  },
};

const PROTECTION: ObjectType<WorkbookModel> = {
  kind: "WorkbookProtection",
  scalars: { Protected: (workbook) => workbook.isStructureProtected },
};

const TYPE: ObjectType<WorkbookModel> = {
  kind: "Workbook",
  scalars: { Name: (workbook) => workbook.fileName, ReadOnly: (workbook) => workbook.isReadOnly },
  objects: {
    Application: (workbook) => handleOf(APPLICATION, workbook),
    CustomXmlParts: (workbook) => customXmlParts(workbook),
    Protection: (workbook) => handleOf(PROTECTION, workbook),
    Worksheets: (workbook) => worksheets(workbook),
  },
  methods: {
    GetSelectedRange: (workbook) => {
      const sheet = workbook.sheet(workbook.activeSheetId);
      return sheet ? rangeHandle(sheet, workbook.selection) : null;
    },
    GetActiveCell: (workbook) => {
      const sheet = workbook.sheet(workbook.activeSheetId);
      const { top, left } = workbook.selection;
      return sheet ? rangeHandle(sheet, { top, left, bottom: top, right: left }) : null;
    },
  },
};

/** The root of every request: the workbook. */
export function workbookHandle(workbook: WorkbookModel): Handle {
  return handleOf(TYPE, workbook);
}
