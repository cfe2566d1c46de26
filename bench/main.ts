import type { WorkbookGrid } from "../src/core/model/grid";
import { launchBrowser } from "../test/support/browser";
import { builtProduct } from "../test/support/built-product";
import { openPane, ownBytes } from "../test/support/first-load";
import { derivableFigures } from "../test/support/filling";
import { blankedAlone } from "../test/support/restoring";
import { buildXlsx } from "../test/support/xlsx-builder";
import { CASE_NAMES, caseGrid, loadCase } from "../test/support/cases";
import { startCost } from "./command-line";
import { documentMemory, documentTimes } from "./documents";
import { doubleSlips, emptyTally, singleSlips, type Tally } from "./detection";
import { roundTrips } from "./round-trips";
import { ACCEPTANCE_SLIPS, REAL_SLIPS } from "./slips";
import { costPerRow, costPerSheet, memoryOver, stagesOf } from "./speed";
import { examine } from "./workbench";

const STANDARD_TABLES = 9;
const PAIRS = 100;
const SEED = 20201120;
const SECTIONS = [
  "false-errors",
  "detection",
  "filling",
  "speed",
  "start",
  "memory",
  "round-trips",
  "size",
  "documents",
] as const;
type Section = (typeof SECTIONS)[number];

const chosen = process.argv.slice(2).filter((arg): arg is Section => SECTIONS.some((section) => section === arg));
const wants = (section: Section) => chosen.length === 0 || chosen.includes(section);
const cases = CASE_NAMES.map((name) => ({ name, grid: caseGrid(loadCase(name)) }));
const tablesOnly = (grid: WorkbookGrid): WorkbookGrid => ({ sheets: grid.sheets.slice(0, STANDARD_TABLES) });

if (wants("false-errors")) reportErrors();
if (wants("detection")) reportDetection();
if (wants("filling")) reportFilling();
if (wants("speed")) await reportSpeed();
if (wants("start")) await reportStart();
if (wants("memory")) await reportMemory();
if (wants("round-trips")) await reportRoundTrips();
if (wants("size")) await reportSize();
if (wants("documents")) await reportDocuments();

function heading(text: string): void {
  console.log(`\n${text}`);
}

function reportErrors(): void {
  heading("Error findings on the untouched tables (2022's 人员经费合计 is a real mistake of its source)");
  for (const { name, grid } of cases) {
    const errors = examine(tablesOnly(grid)).result.findings.filter((finding) => finding.severity === "error");
    console.log(`  ${name}: ${errors.length}${errors.map((finding) => ` · ${finding.message}`).join("")}`);
  }
}

function reportDetection(): void {
  heading("Every figure changed, one at a time: shares of what the identities allow (ceiling)");
  console.log("  slip                     changes  ceiling  detected  among suspects  first of tellable");
  const acceptance = emptyTally();
  const real = emptyTally();
  for (const slip of [...ACCEPTANCE_SLIPS, ...REAL_SLIPS.filter((s) => !ACCEPTANCE_SLIPS.includes(s))]) {
    const tally = emptyTally();
    for (const { grid } of cases) singleSlips(tablesOnly(grid), slip, tally);
    print(slip.name, tally);
    if (ACCEPTANCE_SLIPS.includes(slip)) add(acceptance, tally);
    if (REAL_SLIPS.includes(slip)) add(real, tally);
  }
  print("Σ +100, −0.9, sign, swap", acceptance);
  print("Σ real slips", real);
  const double = emptyTally();
  for (const { grid } of cases) doubleSlips(tablesOnly(grid), REAL_SLIPS, PAIRS, SEED, double);
  print("two slips at once", double);
  console.log(
    `  not covered by any identity: ${real.reach.uncovered}; within rounding: ${real.reach.withinRounding}; ` +
      `not tellable from another cell: ${real.reach.ambiguous}; tellable: ${real.reach.distinguishable}`,
  );
  for (const missed of [...acceptance.missed, ...real.missed, ...double.missed].slice(0, 20))
    console.log(`  missed ${missed}`);
}

function print(name: string, tally: Tally): void {
  const detectable = tally.reach.ambiguous + tally.reach.distinguishable;
  const share = (part: number, whole: number) => (whole === 0 ? "–" : `${((part / whole) * 100).toFixed(1)}%`);
  console.log(
    `  ${name.padEnd(24)} ${String(tally.changes).padStart(7)} ${share(detectable, tally.changes).padStart(8)} ` +
      `${share(tally.detected, detectable).padStart(9)} ${share(tally.amongSuspects, detectable).padStart(15)} ` +
      share(tally.first, tally.reach.distinguishable).padStart(18),
  );
}

function add(sum: Tally, part: Tally): void {
  sum.changes += part.changes;
  sum.detected += part.detected;
  sum.beyond += part.beyond;
  sum.amongSuspects += part.amongSuspects;
  sum.first += part.first;
  for (const reach of Object.keys(sum.reach) as (keyof Tally["reach"])[]) sum.reach[reach] += part.reach[reach];
  sum.missed.push(...part.missed);
}

function reportFilling(): void {
  heading("Every figure that can be worked out blanked alone: filled in again as printed, within rounding");
  for (const { name, grid } of cases) {
    const tables = tablesOnly(grid);
    const figures = derivableFigures(tables);
    const { restored, wrong } = blankedAlone(tables, figures);
    console.log(
      `  ${name}: ${restored} of ${figures.length}; wrong ${wrong.length}${wrong.map((w) => ` · ${w}`).join("")}`,
    );
  }
}

async function reportSpeed(): Promise<void> {
  heading("Nine-table workbooks: milliseconds (median), and each stage / opening the .xlsx");
  for (const { name, grid } of cases) {
    const { file, tables, checking, diagnosis } = await stagesOf(tablesOnly(grid), 300);
    const share = (stage: number) => `${stage.toFixed(2)} (${(stage / file).toFixed(2)})`;
    console.log(
      `  ${name}: opening ${file.toFixed(2)}, recognising ${share(tables)}, checking ${share(checking)}, ` +
        `diagnosis ${share(diagnosis)}, all ${share(file + tables + checking + diagnosis)}`,
    );
  }
  await reportGrowth();
}

async function reportGrowth(): Promise<void> {
  heading("Growth: cost of one at many / cost of one at few (opening included for sheets)");
  const form = cases[0]?.grid.sheets.find((sheet) => sheet.name.startsWith("自评表"));
  if (form) {
    const few = await costPerSheet(form, 10, 9);
    for (const count of [1000, 5000]) {
      const many = await costPerSheet(form, count, 1);
      console.log(
        `  a form: ${few.toFixed(2)} ms at 10 sheets, ${many.toFixed(2)} ms at ${count}; ratio ${(many / few).toFixed(2)}`,
      );
    }
  }
  for (const areWrong of [false, true]) {
    costPerRow(1000, areWrong);
    const few = costPerRow(1000, areWrong);
    const many = costPerRow(20_000, areWrong);
    console.log(
      `  a ${areWrong ? "wrong" : "right"} row: ${few.toFixed(0)} µs at 1,000 rows, ${many.toFixed(0)} µs at 20,000; ` +
        `ratio ${(many / few).toFixed(2)}`,
    );
  }
}

async function reportMemory(): Promise<void> {
  heading("Memory over 1,000 workbooks in one run");
  const [first] = cases;
  if (!first) return;
  const { first: early, peak } = await memoryOver(tablesOnly(first.grid), 1000);
  console.log(`  after 100: ${early.toFixed(0)} MB, peak: ${peak.toFixed(0)} MB; ratio ${(peak / early).toFixed(2)}`);
}

async function reportRoundTrips(): Promise<void> {
  heading("Requests to Excel by action, on Microsoft's runtime");
  for (const { name, grid } of cases) {
    const counts = Object.entries(await roundTrips(grid.sheets));
    console.log(
      `  ${name} (${grid.sheets.length} sheets): ${counts.map(([action, n]) => `${action} ${n}`).join(", ")}`,
    );
  }
}

async function reportSize(): Promise<void> {
  heading("First load of the pane: what the browser asks for before the first click, gzip, without office.js");
  const dist = await builtProduct();
  const browser = await launchBrowser();
  try {
    const pane = await openPane(browser, dist);
    const files = (await pane.loaded()).filter(({ path }) => !path.startsWith("office/"));
    console.log(`  ${(ownBytes(files) / 1000).toFixed(1)} kB in ${files.length} files`);
    for (const { path, gzip } of files) console.log(`    ${path} ${(gzip / 1000).toFixed(1)} kB`);
    await pane.close();
  } finally {
    await browser.close();
  }
}

async function reportStart(): Promise<void> {
  heading("Command line from start to end, CPU time of a new process (median of 5)");
  const [first] = cases;
  if (!first) return;
  const { check, help, node } = await startCost(buildXlsx(first.grid), 5);
  console.log(
    `  one workbook (${first.grid.sheets.length} sheets): ${check.toFixed(0)} ms; --help: ${help.toFixed(0)} ms; ` +
      `Node doing nothing: ${node.toFixed(0)} ms`,
  );
}

async function reportDocuments(): Promise<void> {
  heading("A published PDF of 30 pages, and 200 small ones one after the other");
  const { library, reading } = await documentTimes();
  console.log(
    `  the library hands out its text in ${library.toFixed(0)} ms, read as a document in ${reading.toFixed(0)} ms: ` +
      `${(reading / library).toFixed(2)} times`,
  );
  const { after50, after200 } = await documentMemory();
  console.log(`  resident memory after 50: ${after50} MB, after 200: ${after200} MB`);
}
