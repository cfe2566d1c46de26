/**
 * Has LibreOffice recalculate the formulas that filling writes, and compares. Derivable cells of the published cases are
 * blanked in random sets, filled with formulas without a kept result, converted with `soffice` (which works them out), and
 * read again: each formula must yield the planned figure. So must those of the sheets that score something, the worked
 * examples and a year of the hotline's assessment from its inputs alone. Run by hand where LibreOffice is installed:
 *   npx tsx scripts/verify-formulas.ts [rounds per case, default 2]
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkGrid, checkWorkbook } from "../src/app/check-workbook";
import { planReport } from "../src/app/filling/plan-report";
import { writeStructureSheet } from "../src/app/filling/structure-sheet";
import { cellKey, type CellAddress } from "../src/core/model/cell";
import type { CellValue, WorkbookGrid } from "../src/core/model/grid";
import { openXlsx } from "../src/host/xlsx/xlsx-host";
import { STRUCTURE } from "../src/text/zh-fill";
import { CASE_NAMES, caseGrid, loadCase } from "../test/support/cases";
import { changedGrid, generator } from "../test/support/changes";
import { derivableFigures } from "../test/support/filling";
import { scoringGrids } from "../test/support/scoring-grids";
import { buildXlsx } from "../test/support/xlsx-builder";

const SHARE_BLANKED = 0.2;

const rounds = Number(process.argv[2] ?? 2);
const folder = mkdtempSync(join(tmpdir(), "formulas-"));
let compared = 0;
const wrong: string[] = [];

/** Cells that filling derives: totals and counterparts of the tables, and what the forms and the summary compute. */
function derivedCells(grid: WorkbookGrid): readonly CellAddress[] {
  const { book } = checkGrid(grid);
  const figures = [
    ...derivableFigures(grid),
    ...book.forms.flatMap((form) => [
      ...form.funds
        .flatMap((row) => (row.key === "total" ? [...row.figures] : []))
        .flatMap(([column, figure]) =>
          (column === "rate" || column === "score") && figure.kind === "amount" ? [figure] : [],
        ),
      ...form.totals.flatMap(({ score }) => score ?? []),
    ]),
    ...book.summaries.flatMap(({ rows }) => rows.flatMap((row) => (row.grade ? [row.score, row.grade] : [row.score]))),
  ];
  return figures.map(({ cell }) => cell);
}

function valueAt(grid: WorkbookGrid, cell: CellAddress): CellValue {
  const sheet = grid.sheets.find(({ name }) => name === cell.sheet);
  return sheet?.values[cell.row - sheet.top]?.[cell.column - sheet.left] ?? null;
}

function compare(what: string, expected: CellValue, found: CellValue): void {
  compared += 1;
  const same =
    typeof expected === "number" && typeof found === "number"
      ? Math.abs(expected - found) < 1e-9 * Math.max(1, Math.abs(expected))
      : expected === found;
  if (!same) wrong.push(`${what}: planned ${String(expected)}, LibreOffice ${String(found)}`);
}

/** The workbook as LibreOffice saves it after recalculating. */
async function recalculated(name: string, bytes: Uint8Array): Promise<WorkbookGrid> {
  const source = join(folder, `${name}.xlsx`);
  const converted = join(folder, "converted");
  mkdirSync(converted, { recursive: true });
  writeFileSync(source, bytes);
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const args = [profile, "--headless", "--convert-to", "xlsx", "--outdir", converted, source];
  const run = spawnSync("soffice", args, { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`soffice failed: ${run.error?.message ?? run.stderr}`);
  return (await openXlsx(readFileSync(join(converted, `${name}.xlsx`)))).read();
}

for (const name of CASE_NAMES) {
  const grid = caseGrid(loadCase(name));
  const cells = derivedCells(grid);
  const random = generator(4);
  for (let round = 1; round <= rounds; round += 1) {
    const blanked = cells.filter(() => random() < SHARE_BLANKED).map((cell) => ({ cell, content: null }));
    const { writes, live } = await compareFormulas(`${name}-${round}`, changedGrid(grid, blanked));
    console.log(`${name}, round ${round}: ${blanked.length} blanked, ${writes} filled, ${live} as formulas`);
  }
  await compareStructure(name, grid);
}
for (const [name, grid] of Object.entries(scoringGrids())) {
  const { writes, live } = await compareFormulas(name, grid);
  console.log(`${name}: ${writes} filled, ${live} as formulas`);
}

/** Fills the blanks of a workbook with formulas and compares what LibreOffice makes of them with the plan. */
async function compareFormulas(name: string, grid: WorkbookGrid): Promise<{ writes: number; live: number }> {
  const host = await openXlsx(buildXlsx(grid));
  const plan = planReport(await checkWorkbook(host));
  const writes = plan.writes.filter((write) => write.isBlank);
  await host.write(
    writes.map(({ cell, content, formula }) =>
      formula === undefined ? { cell, content, isFormula: false } : { cell, content: formula, isFormula: true },
    ),
  );
  const found = await recalculated(name, host.save());
  const live = writes.filter((write) => write.formula !== undefined);
  for (const write of live)
    compare(`${name} ${write.id} ${write.formula ?? ""}`, write.content, valueAt(found, write.cell));
  return { writes: writes.length, live: live.length };
}

/** The sheet 结构分析 with formulas, recalculated, shows what it shows with values. */
async function compareStructure(name: string, grid: WorkbookGrid): Promise<void> {
  const report = checkGrid(grid);
  const [live, fixed] = [await openXlsx(buildXlsx(grid)), await openXlsx(buildXlsx(grid))];
  await writeStructureSheet(live, report, "formulas");
  await writeStructureSheet(fixed, report, "values");
  const found = await recalculated(`${name}-structure`, live.save());
  const expected = (await fixed.read()).sheets.find((sheet) => sheet.name === STRUCTURE.sheet);
  const seen = new Set<string>();
  expected?.values.forEach((row, r) =>
    row.forEach((value, c) => {
      const cell = { sheet: STRUCTURE.sheet, row: expected.top + r, column: expected.left + c };
      if (typeof value !== "number" || seen.has(cellKey(cell))) return;
      seen.add(cellKey(cell));
      compare(`${name} ${STRUCTURE.sheet} row ${cell.row + 1}, column ${cell.column + 1}`, value, valueAt(found, cell));
    }),
  );
  console.log(`${name}: ${seen.size} figures of ${STRUCTURE.sheet}`);
}

rmSync(folder, { recursive: true });
console.log(wrong.length === 0 ? `All ${compared} figures agree.` : wrong.join("\n"));
process.exitCode = wrong.length === 0 && compared > 0 ? 0 : 1;
