import { expect, it } from "vitest";
import { readAsset } from "../../../src/cli/draft";
import { draftWorkbook } from "../../../src/app/narrative/draft-workbook";
import { chartSheet, CHART_SHEET } from "../../../src/app/narrative/sheets";
import { openXlsx } from "../../../src/host/xlsx/xlsx-host";
import { caseGrid, loadCase } from "../../support/cases";
import { schemaErrors } from "../../support/validate";
import { buildXlsx } from "../../support/xlsx-builder";
import { partsOf } from "../../support/xlsx-parts";

it("writes 图1–图6 as native charts that break none of Microsoft's Open XML rules, and takes them out without a trace", async () => {
  const source = buildXlsx(caseGrid(loadCase("2022-zibo")));
  const host = await openXlsx(source);
  const priorYear = (await draftWorkbook(host, { readAsset })).book;
  const { draft } = await draftWorkbook(host, { readAsset, priorYear: { ...priorYear, year: 2021 } });
  const sheet = chartSheet(draft);
  await host.putSheet(sheet);
  const bytes = host.save();
  expect(await schemaErrors(bytes)).toEqual([]);
  const names = Object.keys(partsOf(bytes)).filter((name) => name.startsWith("xl/charts/"));
  expect(names).toHaveLength(6);

  const reopened = await openXlsx(bytes);
  await reopened.putSheet({ name: CHART_SHEET, rows: [], charts: [] });
  const left = Object.keys(partsOf(reopened.save())).filter((name) => /chart|drawing/.test(name));
  expect(left).toEqual([]);
});
