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
/** Forms repeat one layout: a few stand for all. */
const SHEETS = 13;
const CONTENTS: readonly CellValue[] = [77.77, 0, null, "12.5", "合计", -3, "#REF!", "2019年度", "单位：元"];

const outcome = ({ result, causes, counts, book }: CheckReport): unknown =>
  JSON.parse(JSON.stringify({ result, causes, counts, sheets: book.sheets, notes: book.notes }));

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
