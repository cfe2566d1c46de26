import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkWorkbook } from "../../src/app/check-workbook";
import { applyFill } from "../../src/app/filling/apply-fill";
import { planReport } from "../../src/app/filling/plan-report";
import { writeStructureSheet } from "../../src/app/filling/structure-sheet";
import { highlightFindings } from "../../src/app/highlight-findings";
import { EMPTY_STATE, explain, serialiseState } from "../../src/app/workbook-state";
import { cellKey } from "../../src/core/model/cell";
import { openXlsx, type XlsxHost } from "../../src/host/xlsx/xlsx-host";
import { STRUCTURE } from "../../src/text/zh-fill";
import { CASE_NAMES, caseGrid, loadCase } from "../support/cases";
import { schemaErrors } from "../support/validate";
import { buildXlsx } from "../support/xlsx-builder";
import { partsOf } from "../support/xlsx-parts";

/** Published cases and the sample, each with some derivable figures taken out. */
const SOURCES: Readonly<Record<string, () => Uint8Array>> = {
  sample: () => readFileSync(new URL("../../assets/samples/sample.xlsx", import.meta.url)),
  ...Object.fromEntries(
    CASE_NAMES.map((name) => [name, () => buildXlsx(caseGrid(loadCase(name)), { calcChain: true })]),
  ),
};
const BLANKED = [
  ["Z01", "income.current", "amount"],
  ["Z03", "total", "total"],
  ["Z06", "personnelTotal", "amount"],
] as const;

/** Everything the add-in does to a workbook, one after the other. */
async function work(host: XlsxHost) {
  const first = await checkWorkbook(host);
  const cells = BLANKED.flatMap(([key, row, column]) => {
    const cell = first.book.tables.get(key)?.byKey.get(row)?.figures.get(column)?.cell;
    return cell ? [cell] : [];
  });
  await host.write(cells.map((cell) => ({ cell, content: null, isFormula: false })));
  const source = host.save();
  const report = await checkWorkbook(host);
  const { writes } = planReport(report);
  await applyFill(host, writes, "formulas", report.grid);
  await highlightFindings(host, report);
  const state = report.result.findings.reduce(
    (kept, f) => explain(kept, f, report.book, "核实 <无误>", new Date()),
    EMPTY_STATE,
  );
  await host.saveState(serialiseState(state));
  const rows = await writeStructureSheet(host, report, "formulas");
  return { source, report, writes, rows, state };
}

const everyCell = async (host: XlsxHost) => {
  const { sheets } = await host.read();
  const cells = sheets.flatMap(({ name, top, left, values }) =>
    values.flatMap((row, r) => row.map((_, c) => ({ sheet: name, row: top + r, column: left + c }))),
  );
  return new Map((await host.readCells(cells)).map((state) => [cellKey(state.cell), state]));
};

describe.each(Object.entries(SOURCES))("a workbook the add-in has worked in: %s", (_, bytes) => {
  it("is sound by the Open XML rules and differs from its source only in what was meant", async () => {
    const host = await openXlsx(bytes());
    const { source, writes, rows, state } = await work(host);
    expect(writes.length).toBeGreaterThan(0);
    const saved = host.save();
    expect(await schemaErrors(saved)).toEqual([]);

    const [before, after] = [await everyCell(await openXlsx(source)), await everyCell(await openXlsx(saved))];
    const meant = new Set(writes.map(({ cell }) => cellKey(cell)));
    const different = [...after].filter(
      ([key, cell]) => cell.cell.sheet !== STRUCTURE.sheet && JSON.stringify(cell) !== JSON.stringify(before.get(key)),
    );
    expect(different.map(([key]) => key).filter((key) => !meant.has(key))).toEqual([]);
    expect(different).toHaveLength(meant.size);
    expect([...before.keys()].filter((key) => !after.has(key))).toEqual([]);

    const reopened = await openXlsx(saved);
    expect(await reopened.loadState()).toBe(serialiseState(state));
    expect(rows).toBeGreaterThan(0);
    expect((await reopened.read()).sheets.map(({ name }) => name)).toContain(STRUCTURE.sheet);

    const [a, b] = [partsOf(source), partsOf(saved)];
    const unexpected = Object.keys(a).filter(
      (name) =>
        Buffer.compare(a[name]!, b[name] ?? new Uint8Array()) !== 0 &&
        !/^\[Content_Types\]\.xml$|^_rels\/|^xl\/(workbook|styles)\.xml$|^xl\/_rels\/|^xl\/worksheets\/sheet\d+\.xml$|calcChain|^docProps\/app/.test(
          name,
        ),
    );
    expect(unexpected).toEqual([]);
  }, 60_000);

  it("is its source again but for our parts, once fill, marks and explanations are taken back", async () => {
    const host = await openXlsx(bytes());
    const { source, report, writes } = await work(host);
    const undo = await openXlsx(host.save());
    await undo.clearHighlights();
    const original = await (await openXlsx(source)).readCells(writes.map(({ cell }) => cell));
    await undo.write(original);
    const [before, after] = [await everyCell(await openXlsx(source)), await everyCell(await openXlsx(undo.save()))];
    const own = [...after].filter(([, { cell }]) => cell.sheet !== STRUCTURE.sheet);
    expect(Object.fromEntries(own)).toEqual(Object.fromEntries(before));
    expect((await checkWorkbook(undo)).counts).toEqual(report.counts);
    expect(await schemaErrors(undo.save())).toEqual([]);
  }, 60_000);
});
