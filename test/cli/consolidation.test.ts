import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseA1 } from "../../src/core/model/cell";
import { openXlsx } from "../../src/host/xlsx/xlsx-host";
import { caseGrid, loadCase } from "../support/cases";
import { changedGrid } from "../support/changes";
import { checkIn } from "../support/command-line";
import { buildXlsx } from "../support/xlsx-builder";

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "consolidation-"));
  mkdirSync(join(folder, "单位"));
  const sheets = caseGrid(loadCase("2022-zibo")).sheets.filter(({ name }) => name.startsWith("公开"));
  const z03 = sheets.find(({ name }) => name.startsWith("公开03"))?.name ?? "";
  const department = changedGrid({ sheets }, [{ cell: { sheet: z03, ...parseA1("D10") }, content: 2079.53 }]);
  writeFileSync(join(folder, "单位", "办公室.xlsx"), buildXlsx({ sheets }));
  writeFileSync(join(folder, "部门.xlsx"), buildXlsx(department));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("--department", { timeout: 60_000 }, () => {
  test("names the figure that is not the sum of the units', in JSON, on the terminal and in the overview", async () => {
    const { code, out } = checkIn(folder, "--json", "--department", "部门.xlsx", "--overview", "汇总.xlsx", "单位");
    expect(code).toBe(1);
    const { consolidation } = JSON.parse(out) as { consolidation: { exact: number; differences: object[] } };
    expect(consolidation.exact).toBeGreaterThan(100);
    expect(consolidation.differences).toMatchObject([
      { tableName: "公开03表", cell: "D10", department: "2079.53", parts: [{ file: join("单位", "办公室.xlsx") }] },
    ]);
    const { sheets } = await (await openXlsx(readFileSync(join(folder, "汇总.xlsx")))).read();
    const rows = sheets.find(({ name }) => name === "汇总核对")?.values.filter((row) => row[1] === "不符") ?? [];
    expect(rows.map((row) => [row[2], row[5], row[6]])).toEqual([["公开03表", "D10", 2079.53]]);
    const said = checkIn(folder, "--department=部门.xlsx", "单位");
    expect(said.out).toContain("1 处与各单位合计不符");
    expect(said.out).toMatch(/公开03表 D10 · .*：部门 2,079\.53，各单位合计 /);
  });

  test("says that nothing was compared where there are no units, or no department", () => {
    expect(checkIn(folder, "--department", "部门.xlsx", "部门.xlsx")).toMatchObject({ code: 2 });
    const unread = checkIn(folder, "--department", "没有.xlsx", "单位");
    expect([unread.code, unread.err]).toEqual([2, expect.stringContaining("未做汇总核对")]);
    expect(checkIn(folder, "--department").err).toContain("--department 之后请写明");
  });
});
