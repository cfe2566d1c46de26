import { parseRange, type CellRange } from "../../core/model/cell";

/** Whether this Excel can tell merged areas (ExcelApi 1.13; Excel 2019 cannot). */
export function canTellMergedAreas(): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", "1.13");
}

/** Ranges of a RangeAreas address ("'甲 表'!A1:C1, '甲 表'!B3:B4"); sheet names may hold commas themselves. */
export function rangesOfAddress(address: string): readonly CellRange[] {
  return [...address.matchAll(/!(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)(?=\s*(?:,|$))/g)].map(([, cells = ""]) =>
    parseRange(cells),
  );
}
