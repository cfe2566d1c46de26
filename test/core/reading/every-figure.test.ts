import { describe, expect, test } from "vitest";
import { isOrdinalRow } from "../../../src/core/reading/row-kinds";
import { readBook } from "../../../src/core/reading/read-book";
import { SheetView } from "../../../src/core/reading/sheet-view";
import { a1, cellKey } from "../../../src/core/model/cell";
import { TABLE_KEYS, type AccountTable } from "../../../src/core/model/table";
import { CASE_NAMES, caseGrid, loadCase, sheetGrid, type CaseSheet } from "../../support/cases";

/** Every cell read from a table: as a figure, a line number or a code, with the times it was read. */
function cellsRead(table: AccountTable): { figures: Map<string, number>; others: Set<string> } {
  const figures = new Map<string, number>();
  const others = new Set<string>();
  for (const row of table.rows) {
    for (const figure of row.figures.values()) {
      figures.set(cellKey(figure.cell), (figures.get(cellKey(figure.cell)) ?? 0) + 1);
    }
    if (row.lineNumber) others.add(cellKey(row.lineNumber.cell));
    if (row.codeCell) others.add(cellKey(row.codeCell));
  }
  return { figures, others };
}

const isPublicTable = (sheet: CaseSheet): boolean => sheet.name.startsWith("公开");

describe.each(CASE_NAMES)("%s", (name) => {
  const file = loadCase(name);
  const book = readBook(caseGrid(file));

  test("recognises each of the nine tables on its own sheet, without complaint", () => {
    expect([...book.tables.keys()].sort()).toEqual([...TABLE_KEYS].sort());
    expect(new Set([...book.tables.values()].map((table) => table.sheet)).size).toBe(9);
    expect(book.rivals).toEqual([]);
    for (const sheet of book.sheets.filter((item) => item.name.startsWith("公开"))) {
      expect(sheet.notes, sheet.name).toEqual([]);
      expect(sheet.note, sheet.name).toBeUndefined();
    }
  });

  test("knows organisation and money unit", () => {
    expect(book.unitName).toBe(file.unitName);
    expect(book.moneyUnit).toBe(file.moneyUnit);
    for (const table of book.tables.values()) {
      expect(table.unitName?.text).toBe(file.unitName);
      expect(table.moneyUnit?.unit).toBe(file.moneyUnit);
      expect(table.publicNumber?.text).toMatch(/^公开0\d表$/);
    }
  });

  test.each(file.sheets.filter(isPublicTable).map((sheet) => [sheet.name, sheet] as const))(
    "%s: every number is one figure, with its value",
    (_, sheet) => {
      const table = [...book.tables.values()].find((item) => item.sheet === sheet.name);
      expect(table).toBeDefined();
      const { figures, others } = cellsRead(table!);
      const view = new SheetView(sheetGrid(sheet));
      let numbers = 0;
      sheet.rows.forEach((cells, row) => {
        if (isOrdinalRow(view.cells(row))) return;
        cells.forEach((value, column) => {
          if (typeof value !== "number") return;
          numbers += 1;
          const key = cellKey({ sheet: sheet.name, row, column });
          const times = figures.get(key) ?? 0;
          expect(times + (others.has(key) ? 1 : 0), a1({ row, column })).toBe(1);
        });
      });
      for (const row of table!.rows) {
        for (const figure of row.figures.values()) {
          const printed = sheet.rows[figure.cell.row]?.[figure.cell.column] ?? null;
          expect(figure.value.toNumber(), a1(figure.cell)).toBe(printed ?? 0);
          expect(figure.kind, a1(figure.cell)).toBe(printed === null ? "blank" : "amount");
        }
      }
      const hasData = !["JJ", "GZ"].includes(table!.key) || figures.size > 8;
      if (hasData) expect(numbers).toBeGreaterThan(5);
    },
  );
});
