import { describe, expect, it } from "vitest";
import { checkWorkbook } from "../../../src/app/check-workbook";
import { putReportSheet, reportSheet } from "../../../src/app/overview/report-sheet";
import { openXlsx } from "../../../src/host/xlsx/xlsx-host";
import { partsOf, partText } from "../../support/xlsx-parts";
import { schemaErrors } from "../../support/validate";
import { buildXlsx } from "../../support/xlsx-builder";
import { faultyWorkbooks } from "./faulty-workbooks";

describe("the sheet 核查报告", () => {
  const workbook = faultyWorkbooks(8, 4).find(({ known }) => known.length > 5)!;
  const bytes = buildXlsx(workbook.grid);

  it("lists every card in the open workbook, with figures as numbers", async () => {
    const host = await openXlsx(bytes);
    const report = await checkWorkbook(host);
    await putReportSheet(host, report);
    const saved = host.save();
    expect(await schemaErrors(saved)).toEqual([]);
    const sheet = (await (await openXlsx(saved)).read()).sheets.find(({ name }) => name === "核查报告")!;
    const start = sheet.values.findIndex((row) => row[0] === "类别") + 1;
    const name = Object.keys(partsOf(saved))
      .filter((part) => part.startsWith("xl/worksheets/"))
      .at(-1)!;
    expect(partText(saved, name)).toContain('orientation="landscape"');
    expect(partText(saved, "xl/workbook.xml")).toContain(`'核查报告'!$${start}:$${start}`);
    const rows = sheet.values.slice(start, start + workbook.cards.length);
    const kinds: Readonly<Record<string, string>> = { 错误: "error", 待核实: "verify", 提示: "hint" };
    expect(rows.map(([word]) => kinds[String(word)]).sort()).toEqual([...workbook.cards].sort());
    expect(sheet.values[start + workbook.cards.length]?.filter((value) => value !== null) ?? []).toEqual([]);
    expect(rows.flatMap((row) => row.slice(4, 7)).filter((value) => typeof value === "number").length).toBeGreaterThan(
      3,
    );
    const summary = new Map(sheet.values.slice(0, start - 1).map((row) => [row[0], row[1]]));
    expect(summary.get("错误")).toBe(report.counts.errors);
    expect(summary.get("未核对")).toBe(report.counts.notEvaluated);
  });

  it("changes no verdict of the next check, and is replaced by the next report", async () => {
    const host = await openXlsx(bytes);
    const first = await checkWorkbook(host);
    await putReportSheet(host, first);
    const second = await checkWorkbook(host);
    expect(second.counts).toEqual(first.counts);
    expect(second.result.findings.map(({ id }) => id)).toEqual(first.result.findings.map(({ id }) => id));
    await putReportSheet(host, second);
    const names = (await host.read()).sheets.map(({ name }) => name);
    expect(names.filter((name) => name.startsWith("核查报告"))).toHaveLength(1);
  });

  it("never writes a formula, whatever the cells of the workbook say", async () => {
    const host = await openXlsx(bytes);
    const report = await checkWorkbook(host);
    const [finding] = report.result.findings;
    const evil = { ...finding!, sheet: "=1+1", message: "=1+1", expected: "+1", actual: "@x", difference: "-1-1" };
    const sheet = reportSheet({ ...report, causes: [], result: { ...report.result, findings: [evil] } });
    const cells = sheet.rows.flat();
    expect(cells.map(({ content }) => content)).toEqual(expect.arrayContaining(["=1+1", "+1", "@x", "-1-1"]));
    expect(cells.some(({ isFormula }) => isFormula === true)).toBe(false);
    await host.putSheet(sheet);
    const read = (await host.read()).sheets.find(({ name }) => name === "核查报告")!;
    expect((read.formulas ?? []).flat().filter((formula) => formula)).toEqual([]);
    expect(read.values.flat()).toContain("=1+1");
  });
});
