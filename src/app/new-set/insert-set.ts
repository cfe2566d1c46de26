import type { CellValue, SheetGrid } from "../../core/model/grid";
import type { SheetPlan } from "../../core/templates/model";
import { HostError } from "../../host/errors";
import type { WorkbookHost } from "../../host/port";
import type { SetPlan } from "./set-plan";
import { sheetContent } from "./sheet-content";

/** Sheets that were put in together and can be taken out together. */
export interface InsertedSet {
  readonly plan: SetPlan;
  readonly names: readonly string[];
}

/**
 * Puts a planned set into the workbook: all of it or nothing; at most four round trips in Excel.
 * @throws HostError; `sheetExists` where a name was taken since the plan was made
 */
export async function insertSet(host: WorkbookHost, plan: SetPlan): Promise<InsertedSet> {
  const names = plan.sheets.map(({ name }) => name);
  await host.addSheets(plan.sheets.map(sheetContent));
  if (!plan.parameters) return { plan, names };
  try {
    await host.putSheet(plan.parameters);
  } catch (error) {
    await host.removeSheets(names);
    throw error;
  }
  return { plan, names: [...names, plan.parameters.name] };
}

/**
 * Takes an inserted set out again, as long as nothing was typed on it since.
 * @throws HostError `changed` (naming a sheet) where something was, `sheetMissing` where one is gone
 */
export async function withdrawSet(host: WorkbookHost, { plan, names }: InsertedSet): Promise<void> {
  const { sheets } = await host.read({ sheets: names });
  const changed = plan.sheets.find((sheet) => {
    const now = sheets.find(({ name }) => name === sheet.name);
    return !now || !isAsPlanned(sheet, now);
  });
  const { parameters } = plan;
  const own = parameters && sheets.find(({ name }) => name === parameters.name);
  const isFilledIn = own?.values.some((row, r) =>
    row.some((value, c) => text(value) !== text(parameters?.rows[r + own.top]?.[c + own.left]?.content ?? null)),
  );
  if (changed) throw new HostError("changed", { sheet: changed.name });
  if (parameters && isFilledIn) throw new HostError("changed", { sheet: parameters.name });
  await host.removeSheets(names);
}

/** Whether every cell still holds what was planned; a formula counts as it is, whatever it yields now. */
function isAsPlanned({ rows }: SheetPlan, { top, left, values, formulas }: SheetGrid): boolean {
  const height = Math.max(rows.length, top + values.length);
  for (let r = 0; r < height; r++) {
    const width = Math.max(rows[r]?.length ?? 0, left + (values[r - top]?.length ?? 0));
    for (let c = 0; c < width; c++) {
      const planned = rows[r]?.[c];
      const formula = formulas?.[r - top]?.[c - left] ?? null;
      if ((formula !== null) !== (planned?.isFormula ?? false)) return false;
      if (formula === null && text(values[r - top]?.[c - left] ?? null) !== text(planned?.content ?? null))
        return false;
    }
  }
  return true;
}

function text(value: CellValue): string {
  return value === null ? "" : String(value);
}
