import type { AccountBook, ReadingNote, SheetReading } from "../model/book";
import type { SelfEvaluationForm, SelfEvaluationSummary } from "../model/form";
import type { SheetGrid, WorkbookGrid } from "../model/grid";
import type { AccountTable, MoneyUnit } from "../model/table";
import { chooseTables } from "./choose-tables";
import { joinContinued } from "./continued-tables";
import { yearIn } from "./head-matter";
import { materialise } from "./materialise";
import { recogniseAll, type Recognition } from "./recognise";
import { readSelfEvaluation, type SelfEvaluationReading } from "./self-evaluation/read-self-evaluation";
import { SheetView } from "./sheet-view";
import { normaliseLabel } from "../glossary/normalise";

/**
 * Reads a workbook: recognises what stands on each sheet, reads the tables and forms, and says what was not understood. Tables
 * below one another on a sheet are a reading each, under the sheet's name. Figures are in the unit most sheets state (万元 where none does). Never throws for odd contents: a sheet that cannot be read gets a note.
 */
export function readBook(grid: WorkbookGrid): AccountBook {
  const recognised = grid.sheets.flatMap((sheet) =>
    recogniseAll(new SheetView(sheet)).map((recognition) => ({ sheet, recognition })),
  );
  const moneyUnit = commonUnit(recognised.map((item) => item.recognition));
  const read = recognised.map(({ sheet, recognition }) => readSheet(sheet, recognition, moneyUnit));
  const choice = chooseTables(joinContinued(read.flatMap((item) => item.table ?? [])));
  const forms = read.flatMap((item) => item.evaluation?.forms ?? []);
  const summaries = read.flatMap((item) => item.evaluation?.summary ?? []);
  const year = bookYear([...choice.tables.values()], forms, summaries, grid);
  return {
    ...(year === undefined ? {} : { year }),
    ...(choice.unitName === undefined ? {} : { unitName: choice.unitName }),
    moneyUnit,
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

function readSheet(sheet: SheetGrid, recognition: Recognition, moneyUnit: MoneyUnit): SheetResult {
  if (recognition.kind === "table") {
    const { table, notes } = materialise(recognition.table, moneyUnit);
    return { name: sheet.name, table, notes };
  }
  const evaluation = readSelfEvaluation(sheet, moneyUnit);
  if (evaluation) return { name: sheet.name, evaluation, notes: evaluation.notes };
  return { name: sheet.name, note: recognition.note, notes: [] };
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

function commonUnit(recognitions: readonly Recognition[]): MoneyUnit {
  let thousands = 0;
  let single = 0;
  for (const recognition of recognitions) {
    const unit = recognition.kind === "table" ? recognition.table.head.moneyUnit?.unit : undefined;
    if (unit === "万元") thousands += 1;
    if (unit === "元") single += 1;
  }
  return single > thousands ? "元" : "万元";
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
