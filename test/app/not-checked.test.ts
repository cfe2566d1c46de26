import { describe, expect, test } from "vitest";
import { checkGrid } from "../../src/app/check-workbook";
import { notChecked } from "../../src/app/not-checked";
import { caseGrid, loadCase } from "../support/cases";

describe("what was not checked", () => {
  const { counts, result } = checkGrid(caseGrid(loadCase("2022-zibo")));
  const groups = notChecked(result.coverage);
  const of = (kind: string): readonly (string | undefined)[] =>
    groups.filter((group) => group.kind === kind).map(({ reason }) => reason);

  test("tells tables without data and last year's workbook from what there is to act on", () => {
    expect(of("empty")).toContain("公开07表无数据");
    expect(of("priorYear")).toEqual(["没有提供上年决算工作簿"]);
    expect(of("act").join()).not.toMatch(/无数据|上年决算/);
  });

  test("counts no table without data", () => {
    const counted = result.coverage.reduce((sum, { notEvaluated }) => sum + notEvaluated, 0);
    const empty = result.coverage.flatMap(({ reasons }) => reasons).filter(({ because }) => because === "empty");
    expect(empty.length).toBeGreaterThan(0);
    expect(counts.notEvaluated).toBeLessThanOrEqual(counted - empty.length);
  });
});
