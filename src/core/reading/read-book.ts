import type { AccountBook, ReadingNote, SheetReading } from "../model/book";
import type { SelfEvaluationForm, SelfEvaluationSummary } from "../model/form";
import type { SheetGrid, WorkbookGrid } from "../model/grid";
import type { MoneyUnit } from "../model/quantity";
import type { AccountTable } from "../model/table";
import { chooseTables } from "./choose-tables";
import { joinContinued } from "./continued-tables";
import { yearIn } from "./head-matter";
import { amountsIn, materialise, parseTable, unitOf, type ParsedTable } from "./materialise";
import { recogniseAll, type Recognition } from "./recognise";
import { readSelfEvaluation, type SelfEvaluationReading } from "./self-evaluation/read-self-evaluation";
import { SheetView } from "./sheet-view";
import type { Amount } from "../model/amount";
import { printsManyDecimals } from "../units/precision";
import { normaliseLabel } from "../glossary/normalise";

/**
 * Reads a workbook: recognises what stands on each sheet, reads the tables and forms, and says what was not understood. Tables
 * below one another on a sheet are a reading each, under the sheet's name. Figures are in the unit most sheets state (万元 where none does). Never throws for odd contents: a sheet that cannot be read gets a note.
 */
export function readBook(grid: WorkbookGrid): AccountBook {
  const recognised = grid.sheets.flatMap((sheet) =>
    recogniseAll(new SheetView(sheet)).map((recognition) => ({ sheet, recognition, ...parsed(recognition) })),
  );
  const tables = recognised.flatMap((item) => item.table ?? []);
  const moneyUnit = commonUnit(tables);
  const manyDecimals = printsManyDecimals(amountsOf(tables, moneyUnit));
  const read = recognised.map((item) => readSheet(item, moneyUnit, manyDecimals));
  const choice = chooseTables(joinContinued(read.flatMap((item) => item.table ?? [])));
  const forms = read.flatMap((item) => item.evaluation?.forms ?? []);
  const summaries = read.flatMap((item) => item.evaluation?.summary ?? []);
  const year = bookYear([...choice.tables.values()], forms, summaries, grid);
  return {
    ...(year === undefined ? {} : { year }),
    ...(choice.unitName === undefined ? {} : { unitName: choice.unitName }),
    moneyUnit,
    ...(manyDecimals ? { manyDecimals: true as const } : {}),
    sheets: [...read.map((item) => sheetReading(item, choice.setAside)), ...skippedSheets(grid)],
    tables: choice.tables,
    rivals: choice.rivals,
    forms,
    summaries,
    departmentForms: [],
    scoreTables: [],
    hotline: [],
    notes: bookNotes(choice.remarks, choice.tables.size === 0 && forms.length === 0),
  };
}

/** What came of one sheet before tables were chosen. */
interface SheetResult {
  readonly name: string;
  readonly table?: AccountTable;
  readonly evaluation?: SelfEvaluationReading;
  readonly note?: string;
  readonly notes: readonly ReadingNote[];
}

/** What stands on a sheet, where it is a table with its cells parsed. */
interface Recognised {
  readonly sheet: SheetGrid;
  readonly recognition: Recognition;
  readonly table?: ParsedTable;
}

function parsed(recognition: Recognition): { readonly table?: ParsedTable } {
  return recognition.kind === "table" ? { table: parseTable(recognition.table) } : {};
}

function readSheet(
  { sheet, recognition, table: source }: Recognised,
  moneyUnit: MoneyUnit,
  manyDecimals: boolean,
): SheetResult {
  if (source) {
    const { table, notes } = materialise(source, moneyUnit, manyDecimals);
    return { name: sheet.name, table, notes };
  }
  const evaluation = readSelfEvaluation(sheet, moneyUnit);
  if (evaluation) return { name: sheet.name, evaluation, notes: evaluation.notes };
  return { name: sheet.name, ...(recognition.kind === "none" ? { note: recognition.note } : {}), notes: [] };
}

function sheetReading(result: SheetResult, setAside: ReadonlyMap<AccountTable, string>): SheetReading {
  const note = result.note ?? (result.table && setAside.get(result.table));
  return {
    name: result.name,
    kind: result.table?.key ?? result.evaluation?.kind ?? null,
    ...(note === undefined ? {} : { note }),
    notes: result.notes,
  };
}

function skippedSheets(grid: WorkbookGrid): readonly SheetReading[] {
  return (grid.skipped ?? []).map(({ name, reason }) => ({ name, kind: null, note: reason, notes: [], unread: true }));
}

function commonUnit(tables: readonly ParsedTable[]): MoneyUnit {
  const stated = tables.map(({ source }) => source.head.moneyUnit?.unit);
  const count = (unit: MoneyUnit): number => stated.filter((other) => other === unit).length;
  return count("元") > count("万元") ? "元" : "万元";
}

/** The amounts of all tables in 万元, as printed. */
function* amountsOf(tables: readonly ParsedTable[], bookUnit: MoneyUnit): Iterable<Amount> {
  for (const table of tables) if (unitOf(table.source, bookUnit) === "万元") yield* amountsIn(table);
}

/** The year most tables state; else most forms; else what a tab or summary title says. */
function bookYear(
  tables: readonly AccountTable[],
  forms: readonly SelfEvaluationForm[],
  summaries: readonly SelfEvaluationSummary[],
  grid: WorkbookGrid,
): number | undefined {
  return (
    mostFrequent(tables.map((table) => table.year)) ??
    mostFrequent(forms.map((form) => form.year)) ??
    mostFrequent(summaries.map((summary) => yearIn(normaliseLabel(summary.title?.text ?? "")))) ??
    mostFrequent(grid.sheets.map((sheet) => yearIn(normaliseLabel(sheet.name))))
  );
}

function mostFrequent(years: readonly (number | undefined)[]): number | undefined {
  const counts = new Map<number, number>();
  for (const year of years) if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function bookNotes(remarks: readonly string[], nothing: boolean): readonly ReadingNote[] {
  const notes = remarks.map((message) => ({ code: "organisations", message }));
  return nothing ? [...notes, { code: "nothingFound", message: "工作簿中没有找到决算公开表或绩效自评表。" }] : notes;
}
