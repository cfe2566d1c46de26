import { handleOf, type Args, type Handle, type ObjectType } from "../handle";
import { BY_ADDIN } from "../model/events";
import type { WorkbookModel } from "../model/workbook-model";
import { ApiError, textOf } from "../protocol";
import type { Session } from "../session";
import { eventRegistrations, eventRegistrations17 } from "./event-registrations";
import { requireStructure } from "./protection";
import { worksheetHandle } from "./worksheet";

const TYPE: ObjectType<WorkbookModel> = {
  kind: "WorksheetCollection",
  items: (workbook) => workbook.sheets.map(worksheetHandle),
  item: (workbook, key) => find(workbook, textOf(key)),
  actions: {
    GetCount: (workbook, args) => visible(workbook, args.flag(0)).length,
    ...eventRegistrations("Added", "Deleted", "DataChanged", "Activated", "Deactivated", "SelectionChanged"),
    ...eventRegistrations17("NameChanged", "Moved", "VisibilityChanged"),
  },
  methods: {
    Add: add,
    GetItem: (workbook, args) => find(workbook, args.text(0)),
    GetItemOrNullObject: (workbook, args) => find(workbook, args.text(0)),
    GetFirst: (workbook, args) => {
      const first = visible(workbook, args.flag(0))[0];
      return first ? worksheetHandle(first) : null;
    },
    GetActiveWorksheet: (workbook) => find(workbook, workbook.activeSheetId),
  },
};

/** Collection of all sheets. */
export function worksheets(workbook: WorkbookModel): Handle {
  return handleOf(TYPE, workbook);
}

function visible(workbook: WorkbookModel, only: boolean) {
  return workbook.sheets.filter((sheet) => !only || sheet.visibility === "Visible");
}

function find(workbook: WorkbookModel, key: string): Handle | null {
  const sheet = workbook.sheet(key);
  return sheet ? worksheetHandle(sheet) : null;
}

/** Sheet names: 1 to 31 characters, none of : \ / ? * [ ], no apostrophe at an end, unique without regard to case. */
function add(workbook: WorkbookModel, args: Args, session: Session): Handle {
  requireStructure(session.workbook);
  const wanted = args.count > 0 ? args.value(0) : null;
  const name = typeof wanted === "string" ? wanted : `Sheet${workbook.sheets.length + 1}`;
  if (name === "" || name.length > 31 || /[:\\/?*[\]]|^'|'$/.test(name)) {
    throw new ApiError("InvalidArgument", "not a sheet name");
  }
  if (workbook.sheet(name)) throw new ApiError("ItemAlreadyExists", "a sheet of that name exists");
  return worksheetHandle(workbook.addSheet(name, BY_ADDIN));
}
