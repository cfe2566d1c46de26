import fc from "fast-check";
import { expect, test } from "vitest";
import { a1, cellKey } from "../../../src/core/model/cell";
import type { CellValue } from "../../../src/core/model/grid";
import { readBook } from "../../../src/core/reading/read-book";
import { CASE_NAMES, caseGrid, loadCase } from "../../support/cases";

const SHEETS = CASE_NAMES.flatMap((name) =>
  caseGrid(loadCase(name)).sheets.filter((sheet) => sheet.name.startsWith("公开")),
);

const oddValue: fc.Arbitrary<CellValue> = fc.constantFrom<CellValue[]>(
  null,
  "#REF!",
  "合计",
  "其中：",
  "收入支出决算总表",
  "支出决算表",
  "注：",
  "栏次",
  "项目",
  "科目编码",
  "201",
  301,
  -0.01,
  1e21,
  true,
  "１，２３４．５",
  "（一）",
  "本年收入合计",
);

test("odd cells anywhere never stop reading, and no cell is read as two figures of a table", () => {
  fc.assert(
    fc.property(
      fc.nat(SHEETS.length - 1),
      fc.array(fc.tuple(fc.nat(45), fc.nat(13), oddValue), { minLength: 1, maxLength: 12 }),
      fc.nat(12),
      (index, changes, dropped) => {
        const sheet = SHEETS[index]!;
        const values = sheet.values.map((row) => [...row]);
        for (const [row, column, value] of changes) if (values[row]) values[row][column] = value;
        values.splice(dropped, 1);
        const book = readBook({ sheets: [{ ...sheet, merges: [], values }] });
        for (const table of book.tables.values()) {
          const seen = new Set<string>();
          for (const row of table.rows) {
            for (const figure of row.figures.values()) {
              expect(seen.has(cellKey(figure.cell)), `${table.key} ${row.key} ${a1(figure.cell)}`).toBe(false);
              seen.add(cellKey(figure.cell));
            }
          }
        }
      },
    ),
    { numRuns: 400 },
  );
});
