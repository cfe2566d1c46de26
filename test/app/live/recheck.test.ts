import { describe, expect, it } from "vitest";
import type { CheckReport } from "../../../src/app/check-report";
import { checkWorkbook, recheckSheets, type CheckOptions } from "../../../src/app/check-workbook";
import { DEFAULT_SETTINGS } from "../../../src/core/checking/settings";
import { amount } from "../../../src/core/model/amount";
import type { CellValue } from "../../../src/core/model/grid";
import type { Rule } from "../../../src/core/model/rule";
import { RULES } from "../../../src/core/rules";
import { CASE_NAMES, caseGrid, loadCase } from "../../support/cases";
import { generator } from "../../support/changes";
import { MemoryHost } from "../../support/memory-host";

const EDITS_PER_SHEET = 1;
const BURSTS = 12;
/** Forms repeat one layout: a few stand for all. */
const SHEETS = 13;
const CONTENTS: readonly CellValue[] = [77.77, 0, null, "12.5", "合计", -3, "#REF!", "2019年度", "单位：元"];

const outcome = ({ result, causes, counts, toFill, judgedUnits, book }: CheckReport): unknown =>
  JSON.parse(
    JSON.stringify({
      result,
      causes,
      counts,
      toFill: [...toFill],
      judgedUnits: [...judgedUnits],
      sheets: book.sheets,
      notes: book.notes,
    }),
  );

type Rows = CellValue[][];
/** What is done to whole rows and blocks of a sheet; each leads to a cause of a whole table or row somewhere. */
const UPHEAVALS: readonly (readonly [string, (rows: Rows, at: number, width: number) => void])[] = [
  ["a row inserted", (rows, at, width) => void rows.splice(at, 0, Array<CellValue>(width).fill(null))],
  ["a row typed twice", (rows, at) => void rows.splice(at, 0, [...(rows[at] ?? [])])],
  ["a row deleted", (rows, at) => void rows.splice(at, 1)],
  ["a row emptied", (rows, at) => void rows.splice(at, 1, keptLabels(rows[at] ?? []))],
  ["figures two rows too low", (rows, at) => shiftFigures(rows, at, 2)],
  ["figures a row too high", (rows, at) => shiftFigures(rows, at, -1)],
  ["another unit word", (rows) => rows.forEach((row, index) => (rows[index] = row.map(otherUnit)))],
  [
    "a note below",
    (rows, _, width) => void rows.push(["注：有关情况另行说明", ...Array<CellValue>(width - 1).fill(null)]),
  ],
];
const keptLabels = (row: readonly CellValue[]): CellValue[] => row.map((v) => (typeof v === "number" ? null : v));
const otherUnit = (value: CellValue): CellValue =>
  typeof value === "string" && value.length < 20 ? value.replace(/(单位[：:]\s*)万元/, "$1元") : value;

/** Types every cell that differs; whether any did. */
function retype(host: MemoryHost, sheet: string, before: Rows, after: Rows): boolean {
  let isDifferent = false;
  for (let row = 0; row < Math.max(after.length, before.length); row += 1) {
    for (let column = 0; column < Math.max(after[row]?.length ?? 0, before[row]?.length ?? 0); column += 1) {
      const content = after[row]?.[column] ?? null;
      if (content === (before[row]?.[column] ?? null)) continue;
      host.edit({ sheet, row, column }, content);
      isDifferent = true;
    }
  }
  return isDifferent;
}

function shiftFigures(rows: Rows, from: number, by: number): void {
  const before = rows.map((row) => [...row]);
  rows.forEach((row, at) => {
    if (at < from) return;
    row.forEach((own, column) => {
      const other = at - by < from ? null : (before[at - by]?.[column] ?? null);
      if ((typeof own === "number" || own === null) && (typeof other === "number" || other === null))
        row[column] = other;
    });
  });
}

/** Rules that say when they run. */
function watched(): { readonly rules: readonly Rule[]; readonly ran: string[] } {
  const ran: string[] = [];
  const rules = RULES.map((rule) => ({
    ...rule,
    check: (...context: Parameters<Rule["check"]>) => {
      ran.push(rule.id);
      return rule.check(...context);
    },
  }));
  return { rules, ran };
}

describe("a re-check after an edit", () => {
  it.each(CASE_NAMES)(
    "equals a check of the whole workbook, whatever cell of %s changes to",
    async (name) => {
      const random = generator(20230731);
      const grid = { sheets: caseGrid(loadCase(name)).sheets.slice(0, SHEETS) };
      const host = new MemoryHost(grid);
      let followed = await checkWorkbook(host);
      for (const { name: sheet, values } of grid.sheets) {
        for (let n = 0; n < EDITS_PER_SHEET; n += 1) {
          const row = Math.floor(random() * values.length);
          const column = Math.floor(random() * Math.max(...values.map((line) => line.length)));
          const content = CONTENTS[Math.floor(random() * CONTENTS.length)]!;
          host.edit({ sheet, row, column }, content);
          followed = (await recheckSheets(host, followed, [sheet]))!;
          const full = await checkWorkbook(host);
          expect(outcome(followed), `${sheet} ${row},${column} = ${String(content)}`).toEqual(outcome(full));
        }
      }
    },
    120_000,
  );

  it.each(CASE_NAMES)(
    "equals a check of the whole workbook after every burst of upheavals in %s",
    { timeout: 60_000 },
    async (name) => {
      const random = generator(20240229);
      const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
      const tables = caseGrid(loadCase(name)).sheets.slice(0, 9);
      const host = new MemoryHost({ sheets: tables });
      const soundRows = (): Map<string, Rows> =>
        new Map(tables.map((sheet) => [sheet.name, sheet.values.map((row) => [...row])]));
      let present = soundRows();
      let followed = await checkWorkbook(host);
      const seen = new Set<string>();
      for (let burst = 0; burst < BURSTS; burst += 1) {
        // What the burst before upset is mended along with the next.
        const wanted = soundRows();
        const done: string[] = [];
        for (let n = 0; n < 1 + Math.floor(random() * 2); n += 1) {
          const { name: sheet } = pick(tables);
          const own = wanted.get(sheet)!;
          const [what, upset] = pick(UPHEAVALS);
          upset(own, 6 + Math.floor(random() * (own.length - 6)), Math.max(...own.map((row) => row.length)));
          done.push(`${sheet}: ${what}`);
        }
        const changed = [...wanted].flatMap(([sheet, rows]) =>
          retype(host, sheet, present.get(sheet)!, rows) ? [sheet] : [],
        );
        present = wanted;
        followed = (await recheckSheets(host, followed, changed)) ?? (await checkWorkbook(host));
        expect(outcome(followed), done.join("; ")).toEqual(outcome(await checkWorkbook(host)));
        for (const { pattern } of followed.causes) if (pattern) seen.add(pattern.kind);
      }
      expect(seen.size, [...seen].join()).toBeGreaterThan(1);
    },
  );

  it("reads only the changed sheet and runs only the rules that depend on it", async () => {
    const { rules, ran } = watched();
    const host = new MemoryHost(caseGrid(loadCase("2022-zibo")));
    const before = await checkWorkbook(host, { rules });
    const { cell } = before.book.tables.get("SG")!.rows[1]!.figures.get("reception")!;
    ran.length = 0;
    host.edit(cell, 1.23);
    const after = await recheckSheets(host, before, [cell.sheet], { rules });
    expect(host.lastRead).toEqual([cell.sheet]);
    const due = RULES.filter(({ scope }) => scope.includes("SG")).map(({ id }) => id);
    expect(ran).toEqual(due);
    expect(ran.length).toBeLessThan(RULES.length / 3);
    expect(after).not.toBe(before);
  });

  it("runs no rule where nothing is different", async () => {
    const { rules, ran } = watched();
    const host = new MemoryHost(caseGrid(loadCase("2022-zibo")));
    const before = await checkWorkbook(host, { rules });
    ran.length = 0;
    expect(await recheckSheets(host, before, [before.grid.sheets[0]!.name], { rules })).toBe(before);
    expect(ran).toEqual([]);
  });

  it.each([
    ["the organisation", "unitName", "单位：另一个单位"],
    ["the money unit", "moneyUnit", "金额单位：元"],
  ] as const)("runs every rule where %s changes", async (_, what, content) => {
    const { rules, ran } = watched();
    const [first] = caseGrid(loadCase("2022-zibo")).sheets;
    const host = new MemoryHost({ sheets: [first!] });
    const before = await checkWorkbook(host, { rules });
    ran.length = 0;
    host.edit(before.book.tables.get("Z01")![what]!.cell, content);
    await recheckSheets(host, before, [first!.name], { rules });
    expect(new Set(ran).size).toBe(RULES.length);
  });

  it("leaves it to a whole check where a sheet is new", async () => {
    const host = new MemoryHost(caseGrid(loadCase("2022-zibo")));
    const before = await checkWorkbook(host);
    expect(await recheckSheets(host, before, ["新表"])).toBeUndefined();
    expect(host.reads).toBe(1);
  });

  it.each([
    ["thresholds", { settings: { ...DEFAULT_SETTINGS, overAchievement: amount("0.01") } }],
    ["last year's workbook", {}],
  ] as const)("runs every rule with other %s", async (what, settings) => {
    const host = new MemoryHost(caseGrid(loadCase("2022-zibo")));
    const before = await checkWorkbook(host);
    const options: CheckOptions = what === "thresholds" ? settings : { priorYear: before.book };
    const { rules, ran } = watched();
    await recheckSheets(host, before, [before.grid.sheets[0]!.name], { ...options, rules });
    expect(new Set(ran).size).toBe(RULES.length);
  });
});
