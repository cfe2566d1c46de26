import { describe, expect, it } from "vitest";
import { withDependents } from "../../../src/app/live/dependent-sheets";
import type { SheetGrid } from "../../../src/core/model/grid";

const sheet = (name: string, ...formulas: string[]): SheetGrid => ({
  name,
  top: 0,
  left: 0,
  values: [formulas.map(() => 0)],
  formulas: [formulas],
});

/** Z01 is edited; does the sheet with this formula have to be read again? */
const CASES: readonly (readonly [string, string, boolean])[] = [
  ["its own cells", "=SUM(A1:B2)+$C$3*ROUND(D4,2)", false],
  ["whole columns of its own, constants", '=IF(TRUE,SUM(A:A),1E5)&"Z01!A1"', false],
  ["another sheet", "=Z02!A1", false],
  ["the sheet", "=Z01!A1+1", true],
  ["the sheet, quoted and in small letters", "='z01'!$A$1", true],
  ["a sheet whose name ends alike", "='甲 Z01'!A1", false],
  ["the sheet over several", "=SUM('Z00:Z02'!A1)", true],
  ["a name made up at run time", '=INDIRECT("Z0"&1&"!A1")', true],
  ["a defined name", "=本年合计*2", true],
  ["an error value", "=IFERROR(#REF!,0)", false],
];

describe("withDependents", () => {
  it.each(CASES)("a formula with %s", (_, formula, isRead) => {
    const sheets = [sheet("Z01"), sheet("汇总", formula), sheet("别的", "=A1")];
    expect(withDependents(sheets, ["Z01"])).toEqual(isRead ? ["Z01", "汇总"] : ["Z01"]);
  });

  it("follows formulas over several sheets, in the workbook's order", () => {
    const sheets = [sheet("丙", "=乙!A1"), sheet("乙", "='甲''s'!A1"), sheet("甲's"), sheet("丁", "=戊!A1")];
    expect(withDependents(sheets, ["甲's"])).toEqual(["丙", "乙", "甲's"]);
    expect(withDependents(sheets, ["没有"])).toEqual([]);
  });
});
