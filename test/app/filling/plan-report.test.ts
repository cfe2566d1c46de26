import { describe, expect, it } from "vitest";
import { checkGrid } from "../../../src/app/check-workbook";
import { planReport } from "../../../src/app/filling/plan-report";
import { a1 } from "../../../src/core/model/cell";
import { caseGrid, loadCase } from "../../support/cases";
import { changedGrid } from "../../support/changes";
import { loadPlace, placeGrid } from "../../support/places";

const Z05 = "一般公共预算财政拨款支出决算表";

describe("the plan of a report", () => {
  it("offers nothing in a sheet whose figures stand beside the wrong rows, and says why", () => {
    const sound = placeGrid(loadPlace("2025-putuo-culture"));
    const { writes, notDerivable } = planReport(checkGrid(sound));
    expect(writes.filter(({ cell, sources }) => [cell, ...sources].some(({ sheet }) => sheet === Z05))).toEqual([]);
    expect(notDerivable.some(({ cell, reason }) => cell.sheet === Z05 && reason !== "")).toBe(true);
  });

  it("gives a blank the value diagnosis names", () => {
    const grid = caseGrid(loadCase("2022-zibo"));
    const cell = { sheet: "公开01表 收入支出决算总表", row: 32, column: 2 };
    const { writes } = planReport(checkGrid(changedGrid(grid, [{ cell, content: null }])));
    const own = writes.filter((write) => write.cell.sheet === cell.sheet && a1(write.cell) === "C33");
    expect(own.map(({ content }) => content)).toEqual([10839.03]);
  });
});
