import { afterEach, describe, expect, it } from "vitest";
import { Assistant } from "../../src/app/assistant";
import { checkWorkbook } from "../../src/app/check-workbook";
import { highlightFindings, highlightsOf } from "../../src/app/highlight-findings";
import { ExcelEmulator } from "../../src/emulator/excel-emulator";
import { WorkbookModel } from "../../src/emulator/model/workbook-model";
import { createExcelHost } from "../../src/host/excel/excel-host";
import { openXlsx } from "../../src/host/xlsx/xlsx-host";
import { caseGrid, loadCase } from "../support/cases";
import { closeExcel, openInExcel } from "../support/excel-session";
import { loadOfficeRuntime, type LoadedRuntime } from "../support/office-runtime";
import { buildXlsx } from "../support/xlsx-builder";
import { withPart } from "../support/xlsx-parts";

const GRID = caseGrid(loadCase("2022-zibo"));

let reopened: LoadedRuntime | undefined;
afterEach(() => {
  closeExcel();
  reopened?.unload();
  reopened = undefined;
});

/** Saves, closes and opens the workbook with another Excel, where nobody remembers anything. */
async function reopen(workbook: WorkbookModel) {
  const contents = workbook.contents();
  closeExcel();
  const model = new WorkbookModel(contents);
  reopened = await loadOfficeRuntime(new ExcelEmulator(model));
  const host = createExcelHost();
  return { model, host, assistant: new Assistant({ host, check: checkWorkbook }) };
}

describe("highlights in Excel", () => {
  it("are removed without a trace by whoever opens the workbook, before any check", async () => {
    const { host, workbook, fingerprint } = await openInExcel(GRID.sheets);
    const before = fingerprint();
    const { cells } = await highlightFindings(host, await checkWorkbook(host));
    expect(cells).toBeGreaterThan(0);
    const next = await reopen(workbook);
    await next.assistant.clearHighlights();
    expect(next.assistant.getState().notice).toMatchObject({ kind: "cleared", cells });
    expect(JSON.stringify(next.model.contents())).toBe(before);
  });

  it("are no more after marking again in a reopened workbook", async () => {
    const { host, workbook, fingerprint } = await openInExcel(GRID.sheets);
    await highlightFindings(host, await checkWorkbook(host));
    const marked = fingerprint();
    const next = await reopen(workbook);
    await next.assistant.check();
    await next.assistant.highlight();
    expect(JSON.stringify(next.model.contents())).toBe(marked);
  });

  it("on copied, renamed and deleted sheets are all found, and do not multiply", async () => {
    const { host, workbook } = await openInExcel(GRID.sheets);
    const report = await checkWorkbook(host);
    await highlightFindings(host, report);
    const [first, second] = [...new Set(highlightsOf(report).map(({ cell }) => cell.sheet))];
    workbook.copySheet(workbook.sheet(first!)!, "副本");
    workbook.copySheet(workbook.sheet("副本")!, "副本 (2)");
    workbook.renameSheet(workbook.sheet(first!)!, "改名");
    workbook.deleteSheet(workbook.sheet(second!)!);
    const now = await checkWorkbook(host);
    const { cells } = await highlightFindings(host, now);
    expect(await host.clearHighlights()).toMatchObject({ cells });
    expect(await host.clearHighlights()).toMatchObject({ cells: 0 });
    const left = workbook.contents().sheets.flatMap(({ conditionalFormats }) => conditionalFormats);
    expect(left).toEqual([]);
  });
});

describe("highlights in a file", () => {
  const marked = async () => {
    const host = await openXlsx(buildXlsx(GRID));
    const { cells } = await highlightFindings(host, await checkWorkbook(host));
    return { bytes: host.save(), cells };
  };

  it("are removed by whoever opens the file, also after its sheets were renamed", async () => {
    const { bytes, cells } = await marked();
    const renamed = withPart(bytes, "xl/workbook.xml", (xml) => {
      let n = 0;
      return xml.replace(/(<sheet [^>]*name=")[^"]*/g, (_, head: string) => `${head}表${String((n += 1))}`);
    });
    const host = await openXlsx(renamed);
    expect((await host.read()).sheets[0]?.name).toBe("表1");
    expect(await host.clearHighlights()).toMatchObject({ cells });
    expect(await host.clearHighlights()).toMatchObject({ cells: 0 });
  });

  it("do not multiply when marked again, nor where a sheet was deleted", async () => {
    const { bytes, cells } = await marked();
    const again = await openXlsx(bytes);
    expect(await highlightFindings(again, await checkWorkbook(again))).toMatchObject({ cells });
    expect(await again.clearHighlights()).toMatchObject({ cells });
    const fewer = await openXlsx(
      withPart(bytes, "xl/workbook.xml", (xml) => xml.replace(/<sheet [^>]*\/>(?=<\/sheets>)/, "")),
    );
    const report = await checkWorkbook(fewer);
    expect(report.grid.sheets).toHaveLength(GRID.sheets.length - 1);
    const { cells: left } = await highlightFindings(fewer, report);
    expect(await fewer.clearHighlights()).toMatchObject({ cells: left });
  });
});
