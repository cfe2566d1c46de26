import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { checkWorkbook } from "../../src/app/check-workbook";
import { EMPTY_STATE, explain, serialiseState } from "../../src/app/workbook-state";
import { checkFile } from "../../src/cli/batch/check-file";
import { openXlsx } from "../../src/host/xlsx/xlsx-host";
import { caseGrid, loadCase } from "../support/cases";
import { buildXlsx } from "../support/xlsx-builder";

const folder = mkdtempSync(join(tmpdir(), "cli-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("lists explained findings still, marked with their 核实说明, also in a copy of the file", async () => {
  const host = await openXlsx(buildXlsx(caseGrid(loadCase("2022-zibo"))));
  const { result, book, counts } = await checkWorkbook(host);
  const finding = result.findings.find(({ severity }) => severity === "verify")!;
  await host.saveState(serialiseState(explain(EMPTY_STATE, finding, book, "按合同计量", new Date())));
  const file = join(folder, "a.xlsx");
  writeFileSync(file, host.save());
  const check = (output: "json" | "text") => checkFile({ file, options: { output, rounding: false, summary: false } });
  const { output } = await check("json");
  const { findings } = JSON.parse(output) as { findings: { rule: string; message: string; explanation?: string }[] };
  expect(findings).toHaveLength(result.findings.length);
  expect(findings.filter(({ explanation }) => explanation !== undefined)).toMatchObject([
    { rule: finding.rule, message: finding.message, explanation: "按合同计量" },
  ]);
  const text = (await check("text")).output;
  expect(text).toContain("1 处已说明");
  expect(text).toContain("核实说明：按合同计量");
  expect(counts.verify).toBe(1);
});
