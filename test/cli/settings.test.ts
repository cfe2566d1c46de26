import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { EMPTY_STATE, serialiseState } from "../../src/app/workbook-state";
import { checkFile } from "../../src/cli/batch/check-file";
import { DEFAULT_SETTINGS } from "../../src/core/checking/settings";
import { amount } from "../../src/core/model/amount";
import { openXlsx } from "../../src/host/xlsx/xlsx-host";
import { caseGrid, loadCase } from "../support/cases";
import { buildXlsx } from "../support/xlsx-builder";

const folder = mkdtempSync(join(tmpdir(), "cli-"));
afterAll(() => rmSync(folder, { recursive: true }));

const BYTES = buildXlsx(caseGrid(loadCase("2022-zibo")));

it("says on standard error which kept thresholds were no use, and checks with the defaults", async () => {
  const checked = async (state: string | undefined) => {
    const host = await openXlsx(BYTES);
    if (state !== undefined) await host.saveState(state);
    const file = join(folder, "b.xlsx");
    writeFileSync(file, host.save());
    const options = { output: "json", rounding: false, summary: false } as const;
    return checkFile({ file, options });
  };
  const plain = await checked(undefined);
  const grades = { excellent: "60", good: "80", fair: "90" };
  const bad = await checked(JSON.stringify({ version: 1, settings: { overAchievement: "-1", grades } }));
  expect(bad.output).toBe(plain.output);
  expect([plain.warnings, bad.warnings]).toEqual([
    [],
    ["工作簿中保存的超额完成的比例、各等级的最低分有误，未采用，按默认处理。"],
  ]);
  expect((await checked('{"version":99}')).warnings[0]).toContain("更新版本");
  expect((await checked("不是")).warnings[0]).toContain("无法识别");
});

/** How many forms are told to analyse an over-achievement (ZP-11), where the workbook keeps that state. */
async function overAchievements(state: string | undefined): Promise<number> {
  const host = await openXlsx(BYTES);
  if (state !== undefined) await host.saveState(state);
  const file = join(folder, "a.xlsx");
  writeFileSync(file, host.save());
  const options = { output: "json", rounding: false, summary: false } as const;
  const { output } = await checkFile({ file, options });
  const { findings } = JSON.parse(output) as { findings: { rule: string }[] };
  return findings.filter(({ rule }) => rule === "ZP-11").length;
}

it("checks a file with the thresholds its workbook keeps; with the defaults where a newer version keeps them", async () => {
  const byDefault = await overAchievements(undefined);
  const settings = { ...DEFAULT_SETTINGS, overAchievement: amount("0.0001") };
  expect(await overAchievements(serialiseState({ ...EMPTY_STATE, settings }))).toBeGreaterThan(byDefault);
  expect(await overAchievements('{"version":99,"settings":{"overAchievement":"0.0001"}}')).toBe(byDefault);
});
