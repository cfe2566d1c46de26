import fc from "fast-check";
import type { CellValue, SheetGrid, WorkbookGrid } from "../src/core/model/grid";
import { CASE_NAMES, caseGrid, loadCase } from "../test/support/cases";

/** The published cases, as a host would read them. */
export const CASES: readonly WorkbookGrid[] = CASE_NAMES.map((name) => caseGrid(loadCase(name)));

/** Every text the published cases print: what reading looks for, to be put where it does not belong. */
const PRINTED: readonly string[] = [
  ...new Set(
    CASES.flatMap((grid) => grid.sheets.flatMap((sheet) => sheet.values.flat()))
      .filter((value): value is string => typeof value === "string")
      .filter((text) => text.length < 60),
  ),
];

const ODD: readonly CellValue[] = [
  "#REF!",
  "#DIV/0!",
  "=1+1",
  "<b>粗</b>",
  "{金额 收入}",
  "１，２３４．５",
  "1,2,3",
  "-0",
  "(12.5)",
  "12.5%",
  "≥",
  "≥95%",
  "1/0",
  "1e400",
  "__proto__",
  "constructor",
  "\u0000\u200b",
  "🧮合计",
  "）（",
  "20 24年",
  "类款项",
  true,
  false,
  0,
  -0.005,
  0.1 + 0.2,
  1e15,
  -1e21,
  5e-324,
  1.005,
];

/** A cell's content, more often one that means something than one that does not. */
export const anyValue: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PRINTED) },
  { weight: 3, arbitrary: fc.integer({ min: -99_999_999, max: 99_999_999 }).map((cents) => cents / 100) },
  { weight: 2, arbitrary: fc.constantFrom(...ODD) },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
);

const anySheet = fc.record({
  name: fc.oneof(fc.constantFrom(...PRINTED), fc.string({ maxLength: 8 })),
  top: fc.nat(5),
  left: fc.nat(5),
  values: fc.array(fc.array(anyValue, { maxLength: 14 }), { maxLength: 24 }),
});

/** A workbook of nothing but random cells; sheet names differ, as Excel sees to. */
export const randomWorkbook: fc.Arbitrary<WorkbookGrid> = fc
  .uniqueArray(anySheet, { maxLength: 4, selector: (sheet) => sheet.name.toLowerCase() })
  .map((sheets) => ({ sheets }));

/** One change to one sheet. Numbers are taken modulo what the sheet has. */
type Change = (rows: CellValue[][]) => void;

const at = (rows: CellValue[][], index: number): CellValue[] => rows[index % Math.max(1, rows.length)] ?? [];

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(fc.nat(60), fc.nat(13), anyValue).map(([row, column, value]): Change => (rows) => {
    at(rows, row)[column] = value;
  }),
  fc.nat(60).map(
    (row): Change =>
      (rows) =>
        void rows.splice(row % Math.max(1, rows.length), 1),
  ),
  fc.tuple(fc.nat(60), fc.nat(60)).map(
    ([from, to]): Change =>
      (rows) =>
        void rows.splice(to, 0, [...at(rows, from)]),
  ),
  fc.nat(13).map(
    (column): Change =>
      (rows) =>
        rows.forEach((row) => row.splice(column, 1)),
  ),
  fc.tuple(fc.nat(13), anyValue).map(
    ([column, value]): Change =>
      (rows) =>
        rows.forEach((row) => row.splice(column, 0, value)),
  ),
  fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]): Change => (rows) => {
    const [first, second] = [[...at(rows, a)], [...at(rows, b)]];
    if (rows.length > 0) {
      rows[a % rows.length] = second;
      rows[b % rows.length] = first;
    }
  }),
);

/** A published case with some sheets dropped, copied or changed beyond recognition. */
export const mutatedCase: fc.Arbitrary<WorkbookGrid> = fc
  .record({
    grid: fc.constantFrom(...CASES),
    first: fc.nat(12),
    count: fc.integer({ min: 1, max: 14 }),
    changes: fc.array(fc.tuple(fc.nat(14), change), { minLength: 1, maxLength: 25 }),
    twice: fc.option(fc.nat(14)),
  })
  .map(({ grid, first, count, changes, twice }) => {
    const sheets: SheetGrid[] = grid.sheets.slice(first, first + count);
    const copied = twice === null ? undefined : sheets[twice];
    if (copied) sheets.push({ ...copied, name: `${copied.name} (2)` });
    const rows = sheets.map((sheet) => sheet.values.map((row) => [...row]));
    for (const [sheet, apply] of changes) apply(rows[sheet % Math.max(1, rows.length)] ?? []);
    return { sheets: sheets.map((sheet, i) => ({ ...sheet, merges: [], values: rows[i] ?? [] })) };
  });
