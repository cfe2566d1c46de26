import { handleOf, type Handle, type ObjectType } from "../handle";
import type { SheetModel } from "../model/sheet-model";
import type { Json } from "../protocol";

/** How a sheet is printed: kept with its layout under the runtime's own names, shown to nobody. */
const TYPE: ObjectType<SheetModel> = {
  kind: "PageLayout",
  scalars: {
    Orientation: (sheet) => {
      const page = sheet.layout?.["page"] as Record<string, Json> | undefined;
      return page?.["Orientation"] ?? "Portrait";
    },
  },
  setters: Object.fromEntries(
    ["Orientation", "PaperSize", "CenterHorizontally", "Zoom"].map((name) => [
      name,
      (sheet: SheetModel, value: Json) => keep(sheet, name, value),
    ]),
  ),
  actions: {
    SetPrintTitleRows: (sheet, args) => keep(sheet, "PrintTitleRows", args.text(0)),
  },
};

/** Page layout of a sheet: what the adapter needs of it. */
export function pageLayout(sheet: SheetModel): Handle {
  return handleOf(TYPE, sheet);
}

/** Rows that stay in sight: kept with the layout too. */
const FREEZE_PANES: ObjectType<SheetModel> = {
  kind: "WorksheetFreezePanes",
  actions: {
    FreezeRows: (sheet, args) => {
      sheet.layout = { ...sheet.layout, frozenRows: args.number(0) };
      return undefined;
    },
  },
};

/** What of a sheet stays in sight: what the adapter needs of it. */
export function freezePanes(sheet: SheetModel): Handle {
  return handleOf(FREEZE_PANES, sheet);
}

function keep(sheet: SheetModel, name: string, value: Json): undefined {
  const page = sheet.layout?.["page"] as Record<string, Json> | undefined;
  sheet.layout = { ...sheet.layout, page: { ...page, [name]: value } };
  return undefined;
}
