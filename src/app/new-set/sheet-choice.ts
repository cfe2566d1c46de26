import type { StandardKey } from "../../core/model/table";
import { sheetChip } from "../../core/tables";
import type { SetLayout } from "../../core/templates/layouts";
import { EXTRA_SHEETS, type ExtraSheet, type SetRequest } from "../../core/templates/set-request";
import { newSetTexts } from "../../text/new-set";

/** What a set may hold: the tables of its layout, 汇总表, 情况说明参数, and the sheets beside them. */
export type SheetChoice = StandardKey | "summary" | "parameters" | ExtraSheet;

/** The choices of a layout in the order of the sheets, by the names that users see and type. */
export function choicesOf(layout: SetLayout): readonly { readonly key: SheetChoice; readonly name: string }[] {
  return [
    ...layout.tables.map(({ key }) => ({ key, name: sheetChip(key) })),
    ...(["summary", ...EXTRA_SHEETS, "parameters"] as const).map((key) => ({ key, name: newSetTexts.sheets[key] })),
  ];
}

/** What a set holds where nobody chose: the tables, 情况说明参数, and with forms their 汇总表. */
export function usualChoices(layout: SetLayout, hasForms: boolean): ReadonlySet<SheetChoice> {
  return new Set<SheetChoice>([
    ...layout.tables.map(({ key }) => key),
    ...(hasForms ? (["summary"] as const) : []),
    "parameters",
  ]);
}

/** The parts of a request that follow from the choices. */
export function chosenSheets(
  layout: SetLayout,
  chosen: ReadonlySet<SheetChoice>,
): Pick<SetRequest, "layout" | "tables" | "summary" | "extras"> {
  return {
    layout,
    tables: layout.tables.map(({ key }) => key).filter((key) => chosen.has(key)),
    summary: chosen.has("summary"),
    extras: EXTRA_SHEETS.filter((extra) => chosen.has(extra)),
  };
}
