import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseA1 } from "../src/core/model/cell";
import type { CellValue } from "../src/core/model/grid";
import { loadCase, type CaseSheet } from "../test/support/cases";
import { buildXlsx } from "../test/support/xlsx-builder";
import { hotlineYear } from "../test/support/hotline-year";
import { printed } from "./samples/print-style";

/** A mistake put into the sample, and the slip it teaches. */
interface PlantedMistake {
  readonly sheet: string;
  readonly cell: string;
  readonly was: CellValue;
  readonly becomes: CellValue;
}

/**
 * What the sample gets wrong, besides what the published tables did themselves (人员经费合计, one 得分).
 * Each is a slip that clerks make.
 */
export const PLANTED: readonly PlantedMistake[] = [
  // Two digits swapped: the row, the column and the other tables disagree with one cell.
  { sheet: "公开02表 收入决算表", cell: "D13", was: 5552.44, becomes: 5525.44 },
  // The decimal point slipped.
  { sheet: "公开03表 支出决算表", cell: "E12", was: 706, becomes: 70.6 },
  // A number typed as text.
  { sheet: "公开05表 一般公共预算财政拨款支出决算表", cell: "D30", was: 273.33, becomes: "273.33" },
  // A total that was not adapted; it exceeds the budget as well.
  { sheet: "公开09表 财政拨款“三公”经费支出决算表", cell: "G8", was: 46.92, becomes: 49.62 },
  // A score total that is not the sum.
  { sheet: "自评表-2", cell: "H23", was: 100, becomes: 98 },
  // A grade that does not fit its score.
  { sheet: "项目支出绩效自评情况汇总表", cell: "E7", was: "优秀", becomes: "良好" },
];

/** What the published account got wrong itself, put right: the exercise hides its mistakes in a sound workbook. */
export const MENDED: readonly PlantedMistake[] = [
  { sheet: "公开06表 一般公共预算财政拨款基本支出决算明细表", cell: "C20", was: 508.23, becomes: 508.21 },
  { sheet: "自评表-1", cell: "H13", was: 10, becomes: 15 },
  { sheet: "自评表-3", cell: "E14", was: "≥365 元/人", becomes: "≥365 天" },
  { sheet: "自评表-3", cell: "F14", was: "365 元/人", becomes: "365 天" },
  {
    sheet: "项目支出绩效自评情况汇总表",
    cell: "B12",
    was: "市民投诉-全市政务服务热线平台和运行保障专项",
    becomes: "市民投诉中心-全市政务服务热线平台和运行保障专项",
  },
];

/** The published account under an invented name with cells changed. @throws Error where one is not what it was. */
export function sampleSheets(changes: readonly PlantedMistake[]): CaseSheet[] {
  return loadCase("2022-zibo").sheets.map((sheet) => {
    const rows = sheet.rows.map((row) => row.map(renamed));
    for (const { cell, was, becomes } of changes.filter((mistake) => mistake.sheet === sheet.name)) {
      const { row, column } = parseA1(cell);
      const line = rows[row];
      if (line?.[column] !== was) throw new Error(`${sheet.name} ${cell} is ${String(line?.[column])}`);
      line[column] = becomes;
    }
    return { ...sheet, rows };
  });
}

function renamed(value: CellValue): CellValue {
  return typeof value === "string" ? value.replaceAll("淄博", "示例") : value;
}

const folder = fileURLToPath(new URL("../assets/samples/", import.meta.url));
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}sample.xlsx`, buildXlsx({ sheets: sampleSheets(PLANTED).map(printed) }));
writeFileSync(`${folder}exercise.xlsx`, buildXlsx({ sheets: sampleSheets(MENDED).map(printed) }));
writeFileSync(`${folder}hotline.xlsx`, buildXlsx({ sheets: hotlineYear().sheets }));
