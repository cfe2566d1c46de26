import { describe, expect, it } from "vitest";
import { WorkbookModel } from "../../src/emulator/model/workbook-model";

const CELLS = { top: 0, left: 0, bottom: 0, right: 0 };

/** What a formula in 乙!A1 shows, with 甲!A1:C2 holding 1.1, 2.2, 文字 and 0.1, 0.2, blank. */
function shown(formula: string) {
  const workbook = WorkbookModel.fromGrid({
    sheets: [
      {
        name: "公开01表 收入",
        top: 0,
        left: 0,
        values: [
          [1.1, 2.2, "文字"],
          [0.1, 0.2, null],
        ],
      },
      { name: "乙", top: 0, left: 0, values: [[null]] },
    ],
  });
  const sheet = workbook.sheet("乙")!;
  workbook.enter(sheet, CELLS, [[formula]]);
  workbook.calculate();
  return sheet.cell(0, 0).value;
}

describe("the small formula evaluator", () => {
  it.each([
    ["=1+2*3", 7],
    ["=(1+2)*3-4/2", 7],
    ["=-2^2", 4],
    ["=2-3-4", -5],
    ["=50%*2", 1],
    ["='公开01表 收入'!A1+'公开01表 收入'!$B$1", 3.3],
    ["='公开01表 收入'!A2+'公开01表 收入'!B2", 0.3],
    ["=SUM('公开01表 收入'!A1:C2)", 3.6],
    ["=SUM('公开01表 收入'!A1:B1,1,2)", 6.3],
    ["=ROUND(2.345,2)", 2.35],
    ["=ROUND(-2.345,2)", -2.35],
    ["=ROUND(1.005,2)", 1.01],
    ["=COUNT('公开01表 收入'!A1:C2)", 4],
    ["=AVERAGE('公开01表 收入'!A1:C1)", 1.65],
    ["=AVERAGE('公开01表 收入'!C1:C2)", "#DIV/0!"],
    ["=COUNTIFS('公开01表 收入'!A1:C2,\">\"&0.2)", 2],
    ["=COUNTIFS('公开01表 收入'!A1:C1,\"文字\")", 1],
    ["=COUNTIFS('公开01表 收入'!A1:B1,\">1\",'公开01表 收入'!A2:B2,0.2)", 1],
    ["=SUMIFS('公开01表 收入'!A1:B1,'公开01表 收入'!A2:B2,\">=0.1\")", 3.3],
    ["=OR(1=2,'公开01表 收入'!C2=\"\")", true],
    ["=AND(1=1,2>3)", false],
    ["=MIN('公开01表 收入'!A1:B2)", 0.1],
    ['=IF(\'公开01表 收入\'!A1>1,"大","小")', "大"],
    ['=IFERROR(1/0,"—")', "—"],
    ["=1/0", "#DIV/0!"],
    ["='公开01表 收入'!C1+1", "#VALUE!"],
    ["=没有!A1", "#REF!"],
    ["='公开01表 收入'!C2", 0],
    ['="a"&"b"&1', "ab1"],
    ['=LEN("决算公开助手:error:finding")>0', true],
    ["=VLOOKUP(1,A1:B2,2)", "#NAME?"],
    ["=1+", "#NAME?"],
    ["=乙!A1+1", 1],
    ["=OFFSET('公开01表 收入'!A1,1,1)", 0.2],
    ["=SUM(OFFSET('公开01表 收入'!A1,1,0):'公开01表 收入'!B2)", 0.3],
    ["=SUMIF('公开01表 收入'!A1:A2,\"0.1\",'公开01表 收入'!B1:B2)", 0.2],
    ["=SUMIF('公开01表 收入'!A1:A2,\">1\",'公开01表 收入'!B1:B2)", "#NAME?"],
    ["=SUMPRODUCT((LEN('公开01表 收入'!A1:C1)=3)*1,'公开01表 收入'!A1:C1)", 3.3],
    ["=SUMPRODUCT((LEFT('公开01表 收入'!A1:C1,1)=\"2\")*1,'公开01表 收入'!A2:C2)", 0.2],
    ["=AND(1>0,2>1)", true],
    ["=AND(1>0,1>2)", false],
  ])("%s shows %s", (formula, value) => {
    expect(shown(formula)).toBe(value);
  });

  it("follows changes through formulas of formulas and keeps what it cannot calculate", () => {
    const workbook = WorkbookModel.fromGrid({
      sheets: [
        {
          name: "甲",
          top: 0,
          left: 0,
          values: [[1, 2, 3, 42]],
          formulas: [[null, "=A1*2", "=B1+1", '=INDIRECT("A1")']],
        },
      ],
    });
    workbook.enter(workbook.sheet("甲")!, CELLS, [[10]]);
    workbook.calculate();
    expect(
      workbook
        .sheet("甲")!
        .allCells()
        .map(([, , cell]) => cell.value),
    ).toEqual([10, 20, 21, 42]);
  });

  it("leaves to another calculator what the workbook was given", () => {
    const workbook = WorkbookModel.fromGrid(
      { sheets: [{ name: "甲", top: 0, left: 0, values: [[1, null]] }] },
      { recalculate: (self) => self.sheets[0]?.setCalculated(0, 1, "算好") },
    );
    workbook.enter(workbook.sheet("甲")!, { top: 0, left: 1, bottom: 0, right: 1 }, [["=A1"]]);
    workbook.calculate();
    expect(workbook.sheet("甲")!.cell(0, 1).value).toBe("算好");
  });
});
