import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { WorkbookGrid } from "../../../src/core/model/grid";
import { sheetGrid, type CaseSheet } from "../../support/cases";

/** Published forms of other places, as printed; most are cut where the copy at hand ends. */
export const FORM_CASES = [
  "2015-hainan-fuwu-1",
  "2019-hebei-langfang-1",
  "2021-hubei-caidian-1",
  "2022-anhui-tianchang-1",
  "2022-hubei-huangshi-1",
  "2022-sichuan-zhongjiang-1",
  "2022-yunnan-yongde-1",
  "2023-anhui-shouxian-1",
  "2023-sichuan-qingshen-1",
  "2025-anhui-huizhou-1",
] as const;
export type FormCase = (typeof FORM_CASES)[number];

/** The grid of a published form. */
export function formCase(name: FormCase): WorkbookGrid {
  const path = join(import.meta.dirname, "../../cases/forms", `${name}.json`);
  const { sheets } = JSON.parse(readFileSync(path, "utf8")) as { readonly sheets: readonly CaseSheet[] };
  return {
    sheets: sheets.map((sheet) => sheetGrid({ ...sheet, merges: sheet.merges.filter((area) => area.includes(":")) })),
  };
}
