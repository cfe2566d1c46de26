import { readBook } from "../../src/core/reading/read-book";
import { asPrinted } from "../../src/core/units/printing";
import { cellKey, type CellAddress } from "../../src/core/model/cell";
import type { Figure } from "../../src/core/model/figure";
import type { CellValue, SheetGrid, WorkbookGrid } from "../../src/core/model/grid";
import type { AccountTable, TableRow } from "../../src/core/model/table";
import { changedGrid, generator, type Change } from "./changes";

/** What was done to a sound workbook; states of one kind are judged alike. */
export type StateKind =
  | "one total blank"
  | "totals of a table blank"
  | "some blank"
  | "table blank"
  | "unit word"
  | "unit word and blanks"
  | "slips"
  | "slips and blanks"
  | "row out"
  | "row twice"
  | "row emptied"
  | "rows moved"
  | "column unreadable"
  | "other year";

/** A sound workbook as a clerk may have it half way: unfinished, or with a mistake in it. */
export interface WorkingState {
  readonly kind: StateKind;
  /** What was done, for messages. */
  readonly what: string;
  readonly grid: WorkbookGrid;
  /** Keys of the cells whose content was changed. */
  readonly touched: ReadonlySet<string>;
  /** The sheet concerned, where it is one. */
  readonly sheet?: string;
  /** Key of the row concerned, where it is one. */
  readonly row?: string;
  /** What the sound workbook has at a cell of this one; undefined for a cell it has not. */
  readonly soundValue: (cell: CellAddress) => CellValue | undefined;
}

/** A figure with the table and row it stands in. */
interface Place {
  readonly table: AccountTable;
  readonly row: TableRow;
  readonly figure: Figure;
}

type Random = () => number;

/** Every state of a workbook that the seed chooses; `rounds` of each kind. */
export function* workingStates(sound: WorkbookGrid, seed: number, rounds = 1): Iterable<WorkingState> {
  const random = generator(seed);
  const book = readBook(sound);
  const tables = [...book.tables.values()];
  const places = tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      [...row.figures.values()]
        .filter((figure) => figure.kind === "amount" && !figure.value.isZero())
        .map((figure) => ({ table, row, figure })),
    ),
  );
  const standing = tables.filter((table) => places.some((place) => place.table === table));
  const totals = places.filter(({ row, figure }) => isTotal(row, figure));
  for (let round = 0; round < rounds; round += 1) {
    for (const place of sample(totals, 2, random)) yield blanked(sound, "one total blank", [place]);
    for (const table of sample(standing, 2, random))
      yield blanked(
        sound,
        "totals of a table blank",
        totals.filter((place) => place.table === table),
      );
    for (const share of [0.1, 0.3, 0.6])
      yield blanked(sound, "some blank", sample(places, places.length * share, random), `${share * 100} %`);
    for (const table of sample(standing, 2, random))
      yield blanked(
        sound,
        "table blank",
        places.filter((place) => place.table === table),
        table.sheet,
      );
    const worded = standing.filter(({ moneyUnit }) => moneyUnit?.unit === book.moneyUnit);
    if (worded.length > 2) {
      for (const table of sample(worded, 2, random)) {
        yield wrongUnit(sound, table, []);
        const own = places.filter((place) => place.table === table);
        yield wrongUnit(sound, table, sample(own, Math.max(1, own.length * 0.1), random));
      }
    }
    for (const count of [1, 1, 1, 2, 2, 3]) yield slips(sound, sample(places, count, random), random);
    yield slipAndBlanks(sound, places, random);
    for (const table of sample(tables.filter(isClassified), 2, random)) {
      const rows = table.rows.filter(({ code, figures }) => code !== undefined && hasAmount(figures.values()));
      for (const row of sample(rows, 2, random)) {
        yield withRow(sound, table, row, "row out");
        yield withRow(sound, table, row, "row twice");
        yield blanked(
          sound,
          "row emptied",
          places.filter((place) => place.row === row),
        );
      }
    }
    for (const table of sample(
      standing.filter(({ rows }) => rows.length > 5),
      3,
      random,
    )) {
      for (const by of sample([-3, -2, -1, 1, 2, 3], 2, random)) {
        const rows = table.rows.slice(0, Math.max(1, table.rows.length - 3));
        const [from] = sample(
          rows.filter((row) => isFreeOfHeader(row, by, table)),
          1,
          random,
        );
        if (from) yield moved(sound, table, from, by);
      }
    }
    for (const table of sample(standing, 2, random)) {
      yield otherYear(sound, table, 0.7 + random() * 0.2);
      yield unreadableColumn(sound, table, random);
    }
  }
}

function isTotal(row: TableRow, { cell }: Figure): boolean {
  return /[合小总]计/.test(row.name.replace(/\s/g, "")) || row.level === "total" || cell.row < 0;
}

function isClassified({ key, rows }: AccountTable): boolean {
  return ["Z02", "Z03", "Z05"].includes(key) && rows.length > 5;
}

function hasAmount(figures: Iterable<Figure>): boolean {
  return [...figures].some(({ value }) => !value.isZero());
}

/** Some of the items, as many as asked for (rounded down), in their order. */
function sample<T>(items: readonly T[], count: number, random: Random): readonly T[] {
  const left = [...items.keys()];
  const chosen = new Set<number>();
  while (chosen.size < Math.min(Math.floor(count), items.length)) {
    const [index] = left.splice(Math.floor(random() * left.length), 1);
    if (index !== undefined) chosen.add(index);
  }
  return items.filter((_, index) => chosen.has(index));
}

/** A state that differs from the sound workbook in the content of some cells. */
function changed(
  sound: WorkbookGrid,
  kind: StateKind,
  what: string,
  changes: readonly Change[],
  sheet?: string,
): WorkingState {
  return {
    kind,
    what: `${kind}: ${what}`,
    grid: changedGrid(sound, changes),
    touched: new Set(changes.map(({ cell }) => cellKey(cell))),
    soundValue: (cell) => valueIn(sound, cell),
    ...(sheet === undefined ? {} : { sheet }),
  };
}

function valueIn(grid: WorkbookGrid, { sheet, row, column }: CellAddress): CellValue | undefined {
  const found = grid.sheets.find(({ name }) => name === sheet);
  return found?.values[row - found.top]?.[column - found.left];
}

function blanked(sound: WorkbookGrid, kind: StateKind, places: readonly Place[], what = names(places)): WorkingState {
  return changed(
    sound,
    kind,
    what,
    places.map(({ figure }) => ({ cell: figure.cell, content: null })),
    places[0]?.table.sheet,
  );
}

function names(places: readonly Place[]): string {
  return places
    .slice(0, 4)
    .map(({ figure }) => `${figure.cell.sheet.slice(0, 12)} r${figure.cell.row + 1}c${figure.cell.column + 1}`)
    .join(", ");
}

function wrongUnit(sound: WorkbookGrid, table: AccountTable, blanks: readonly Place[]): WorkingState {
  const cell = table.moneyUnit?.cell ?? table.title.cell;
  const printed = String(valueIn(sound, cell) ?? "");
  const content = printed.includes("万元") ? printed.replace("万元", "元") : printed.replace("元", "万元");
  return changed(
    sound,
    blanks.length > 0 ? "unit word and blanks" : "unit word",
    table.sheet,
    [{ cell, content }, ...blanks.map(({ figure }) => ({ cell: figure.cell, content: null }))],
    table.sheet,
  );
}

/** Ways a figure is mistyped; each answers another figure than it is given. */
const MISTAKES: readonly ((value: number, random: Random) => number)[] = [
  (value) => value + 100,
  (value) => value - 9.9,
  (value) => value + 0.9,
  (value) => -value,
  (value) => value * 10,
  (value) => Number(String(value).replace(/(\d)(\d)(?=\D*$)/, "$2$1")),
  (value, random) => value + Math.round(random() * 10_000) / 100 + 0.5,
];

function slipOf({ figure }: Place, random: Random): Change {
  const value = asPrinted(figure.value, figure).toNumber();
  for (;;) {
    const mistake = MISTAKES[Math.floor(random() * MISTAKES.length)];
    const content = Math.round((mistake?.(value, random) ?? value) * 100) / 100;
    if (Math.abs(content - value) > 0.5) return { cell: figure.cell, content };
    if (Math.abs(value) < 0.5) return { cell: figure.cell, content: value + 10 };
  }
}

function slips(sound: WorkbookGrid, places: readonly Place[], random: Random): WorkingState {
  const changes = places.map((place) => slipOf(place, random));
  const what = changes.map(({ content }, index) => `${names(places.slice(index, index + 1))}=${String(content)}`);
  return changed(sound, "slips", what.join(" "), changes);
}

function slipAndBlanks(sound: WorkbookGrid, places: readonly Place[], random: Random): WorkingState {
  const [slipped] = sample(places, 1, random);
  const blanks = sample(places, places.length * 0.1, random).filter((place) => place !== slipped);
  return changed(sound, "slips and blanks", slipped ? names([slipped]) : "", [
    ...blanks.map(({ figure }) => ({ cell: figure.cell, content: null })),
    ...(slipped ? [slipOf(slipped, random)] : []),
  ]);
}

/** The sheet with one row taken out or typed twice; everything below moves. */
function withRow(sound: WorkbookGrid, table: AccountTable, row: TableRow, kind: "row out" | "row twice"): WorkingState {
  const at = (row.codeCell ?? row.nameCell ?? table.title.cell).row;
  const shift = kind === "row out" ? 1 : -1;
  const edit = (sheet: SheetGrid): SheetGrid => {
    const values = [...sheet.values];
    const own = values[at - sheet.top] ?? [];
    if (kind === "row out") values.splice(at - sheet.top, 1);
    else values.splice(at - sheet.top + 1, 0, own);
    return { name: sheet.name, top: sheet.top, left: sheet.left, values };
  };
  return {
    kind,
    what: `${kind}: ${table.sheet} ${row.key}`,
    grid: { ...sound, sheets: sound.sheets.map((sheet) => (sheet.name === table.sheet ? edit(sheet) : sheet)) },
    touched: new Set(),
    sheet: table.sheet,
    row: row.key,
    soundValue: (cell) => {
      const below = cell.sheet === table.sheet && cell.row > (kind === "row out" ? at - 1 : at);
      return valueIn(sound, below ? { ...cell, row: cell.row + shift } : cell);
    },
  };
}

/** The figures of a table (of one half of it) from one row on pasted `by` rows too low (negative: too high); labels stay. */
function moved(sound: WorkbookGrid, table: AccountTable, from: TableRow, by: number): WorkingState {
  const below = table.rows.slice(table.rows.indexOf(from));
  const end = below.findIndex((row, index) => index > 0 && rowOf(row) <= rowOf(below[index - 1] ?? row));
  const rows = end < 0 ? below : below.slice(0, end);
  const changes: Change[] = [];
  const columns = [...new Set(rows.flatMap(({ figures }) => [...figures.values()].map(({ cell }) => cell.column)))];
  const first = rowOf(from);
  const last = rowOf(rows.at(-1) ?? from);
  for (let row = Math.min(first, first + by); row <= last; row += 1) {
    for (const column of columns) {
      const source = row - by;
      const inside = source >= first && source <= last;
      const kept = by < 0 && row < first && !inside;
      if (kept) continue;
      const content = inside ? (valueIn(sound, { sheet: table.sheet, row: source, column }) ?? null) : null;
      changes.push({ cell: { sheet: table.sheet, row, column }, content });
    }
  }
  return changed(sound, "rows moved", `${table.sheet} from ${from.key} by ${by}`, changes, table.sheet);
}

/** Whether figures moved up by some rows from this one on still stand among rows of figures. */
function isFreeOfHeader(row: TableRow, by: number, { rows }: AccountTable): boolean {
  return rowOf(row) + by >= Math.min(...rows.map(rowOf));
}

function rowOf({ figures, codeCell, nameCell }: TableRow): number {
  const [figure] = figures.values();
  return (figure?.cell ?? codeCell ?? nameCell)?.row ?? 0;
}

function otherYear(sound: WorkbookGrid, table: AccountTable, factor: number): WorkingState {
  const changes = table.rows.flatMap(({ figures }) =>
    [...figures.values()]
      .filter(({ value }) => !value.isZero())
      .map((figure) => ({
        cell: figure.cell,
        content: asPrinted(figure.value, figure).times(factor).toDecimalPlaces(2).toNumber(),
      })),
  );
  return changed(sound, "other year", table.sheet, changes, table.sheet);
}

/** The words above one column of figures made unreadable. */
function unreadableColumn(sound: WorkbookGrid, table: AccountTable, random: Random): WorkingState {
  const [first] = table.rows.flatMap(({ figures }) => [...figures.values()]);
  const columns = [...table.columns.values()];
  const column = columns[Math.floor(random() * columns.length)] ?? 0;
  const changes: Change[] = [];
  for (let row = table.title.cell.row + 1; row < (first?.cell.row ?? 0); row += 1) {
    const value = valueIn(sound, { sheet: table.sheet, row, column });
    if (typeof value === "string" && value !== "" && !/单位|公开/.test(value) && !/^\d+$/.test(value))
      changes.push({ cell: { sheet: table.sheet, row, column }, content: "□□" });
  }
  return changed(sound, "column unreadable", `${table.sheet} c${column + 1}`, changes, table.sheet);
}
