import fc from "fast-check";
import type { CellRange } from "../src/core/model/cell";
import type { CellValue, SheetGrid, WorkbookGrid } from "../src/core/model/grid";

/** A change that leaves every figure, label and text of the tables what it was: verdicts must not move. */
export type Harmless = (grid: WorkbookGrid) => WorkbookGrid;

type SheetChange = (sheet: SheetGrid) => SheetGrid;

const HAN_PAIR = /(?<=\p{Script=Han})(?=\p{Script=Han})/u;

/** Noise inside a label: blanks between its characters, other blanks around it, brackets and quotes of the other width. */
function noisy(text: string, blank: string, place: number): string {
  const characters = text.split(HAN_PAIR);
  if (characters.length > 1) characters.splice(1 + (place % (characters.length - 1)), 0, blank);
  const swapped = characters.join("").replace(/[（）()“”"]/g, (mark) => OTHER_WIDTH[mark] ?? mark);
  return place % 2 === 0 ? `${swapped}${blank}` : `${blank}${swapped}`;
}

const OTHER_WIDTH: Readonly<Record<string, string>> = {
  "（": "(",
  "）": ")",
  "(": "（",
  ")": "）",
  "“": '"',
  "”": '"',
};

/** A label, as against a value of a form that is compared as it is printed. */
const isLabel = (value: CellValue): value is string =>
  typeof value === "string" && value.length < 40 && /\p{Script=Han}{2}/u.test(value) && !/[\d０-９]/.test(value);

const labelNoise =
  (blanks: readonly string[], seed: number): SheetChange =>
  (sheet) => ({
    ...sheet,
    values: sheet.values.map((row, r) =>
      row.map((value, c) => {
        const mixed = (seed + r * 31 + c * 7) % 97;
        return isLabel(value) && mixed % 5 === 0 ? noisy(value, blanks[mixed % blanks.length] ?? " ", mixed) : value;
      }),
    ),
  });

/** Rows and columns the sheet does not use: blank ones before it, between its rows, after it. */
const moved =
  (rows: number, columns: number): SheetChange =>
  (sheet) => ({
    ...sheet,
    top: sheet.top + rows,
    left: sheet.left + columns,
    merges: (sheet.merges ?? []).map(({ top, left, bottom, right }) => ({
      top: top + rows,
      left: left + columns,
      bottom: bottom + rows,
      right: right + columns,
    })),
  });

const blankRowAt =
  (place: number): SheetChange =>
  (sheet) => {
    if (sheet.values.length === 0) return sheet;
    const index = place % (sheet.values.length + 1);
    const row = sheet.top + index;
    const shift = (range: CellRange): CellRange => ({
      ...range,
      top: range.top >= row ? range.top + 1 : range.top,
      bottom: range.bottom >= row ? range.bottom + 1 : range.bottom,
    });
    const values = [...sheet.values];
    values.splice(index, 0, []);
    return { ...sheet, values, merges: (sheet.merges ?? []).map(shift) };
  };

/** Remarks right of the table, with a free column between, on rows below its header. */
const remarkBeside =
  (place: number, value: CellValue): SheetChange =>
  (sheet) => {
    const width = Math.max(0, ...sheet.values.map((row) => row.length));
    const row = 8 + (place % Math.max(1, sheet.values.length - 8));
    if (row >= sheet.values.length) return sheet;
    const values = sheet.values.map((cells, r) =>
      r === row ? [...cells, ...new Array<null>(width - cells.length + 1).fill(null), value] : cells,
    );
    return { ...sheet, values };
  };

const remarkBelow =
  (value: CellValue): SheetChange =>
  (sheet) => ({
    ...sheet,
    values: [...sheet.values, [], [null, "复核人：", value], []],
  });

const REMARKS: readonly CellValue[] = ["核对", "已核", 123.45, "√", 20230401];
const BLANKS = [" ", "　", "\u00a0", "\n"] as const;

/** Other sheets of a workbook, none of ours. */
const COVER: SheetGrid = { name: "封面", top: 0, left: 0, values: [["部门决算"], [null], ["公开资料"]] };
const EMPTY: SheetGrid = { name: "Sheet9", top: 0, left: 0, values: [] };

const onSheet =
  (index: number, change: SheetChange): Harmless =>
  (grid) => ({
    ...grid,
    sheets: grid.sheets.map((sheet, i) => (i === index % Math.max(1, grid.sheets.length) ? change(sheet) : sheet)),
  });

const sheetChange: fc.Arbitrary<readonly [string, SheetChange]> = fc.oneof(
  fc
    .tuple(fc.nat(96), fc.shuffledSubarray([...BLANKS], { minLength: 1 }))
    .map(([seed, blanks]) => [`labels ${String(seed)} ${JSON.stringify(blanks)}`, labelNoise(blanks, seed)] as const),
  fc.tuple(fc.nat(9), fc.nat(6)).map(([r, c]) => [`moved by ${String(r)}, ${String(c)}`, moved(r, c)] as const),
  fc.nat(80).map((place) => [`blank row ${String(place)}`, blankRowAt(place)] as const),
  fc
    .tuple(fc.nat(80), fc.constantFrom(...REMARKS))
    .map(([place, value]) => [`${String(value)} beside row ${String(place)}`, remarkBeside(place, value)] as const),
  fc.constantFrom(...REMARKS).map((value) => [`${String(value)} below`, remarkBelow(value)] as const),
);

/** Some harmless changes, each with words to recognise it by. */
export const harmlessChanges: fc.Arbitrary<readonly (readonly [string, Harmless])[]> = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .tuple(fc.nat(40), sheetChange)
        .map(([sheet, [name, change]]) => [`sheet ${String(sheet)}: ${name}`, onSheet(sheet, change)] as const),
    },
    {
      weight: 1,
      arbitrary: fc.constant([
        "cover",
        (grid: WorkbookGrid) => ({ ...grid, sheets: [COVER, ...grid.sheets, EMPTY] }),
      ] as const),
    },
  ),
  { minLength: 1, maxLength: 8 },
);
