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

/** How many forms are told to analyse an over-achievement (ZP-11), where the workbook keeps that state. */
async function overAchievements(state: string | undefined): Promise<number> {
  const host = await openXlsx(BYTES);
  if (state !== undefined) await host.saveState(state);
  const file = join(folder, "a.xlsx");
  writeFileSync(file, host.save());
  const options = { output: "json", rounding: false, summary: false } as const;
  const { output } = await checkFile({ file, copy: undefined, options });
  const { findings } = JSON.parse(output) as { findings: { rule: string }[] };
  return findings.filter(({ rule }) => rule === "ZP-11").length;
}

it("checks a file with the thresholds its workbook keeps; with the defaults where a newer version keeps them", async () => {
  const byDefault = await overAchievements(undefined);
  const settings = { ...DEFAULT_SETTINGS, overAchievement: amount("0.0001") };
  expect(await overAchievements(serialiseState({ ...EMPTY_STATE, settings }))).toBeGreaterThan(byDefault);
  expect(await overAchievements('{"version":99,"settings":{"overAchievement":"0.0001"}}')).toBe(byDefault);
});
