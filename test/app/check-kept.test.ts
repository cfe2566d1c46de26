import { expect, it } from "vitest";
import { checkKeptWorkbook } from "../../src/app/check-kept";
import { checkWorkbook } from "../../src/app/check-workbook";
import { EMPTY_STATE, explain, serialiseState } from "../../src/app/workbook-state";
import { DEFAULT_SETTINGS } from "../../src/core/checking/settings";
import { amount } from "../../src/core/model/amount";
import { caseGrid, loadCase } from "../support/cases";
import { MemoryHost } from "../support/memory-host";

it("checks with the thresholds and explanations the workbook keeps", async () => {
  const host = new MemoryHost(caseGrid(loadCase("2022-zibo")));
  const plain = await checkWorkbook(host);
  expect((await checkKeptWorkbook(host)).report.counts).toEqual(plain.counts);
  const finding = plain.result.findings.find(({ severity }) => severity === "verify")!;
  const settings = { ...DEFAULT_SETTINGS, overAchievement: amount("0.0001") };
  host.state = serialiseState({ ...explain(EMPTY_STATE, finding, plain.book, "已核实", new Date()), settings });
  const { report: kept } = await checkKeptWorkbook(host);
  expect(kept.counts).toMatchObject({ verify: plain.counts.verify - 1, explained: 1 });
  expect(kept.settings.overAchievement.toString()).toBe("0.0001");
  host.state = '{"version":99}';
  const newer = await checkKeptWorkbook(host);
  expect(newer.report.counts).toEqual(plain.counts);
  expect(newer.kept).toEqual({ kind: "newer", version: 99 });
});
