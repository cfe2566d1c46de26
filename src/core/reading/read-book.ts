import { onOneLine } from "../glossary/normalise";
import type { AccountBook, ReadingNote, SheetReading } from "../model/book";
import type { SheetGrid, WorkbookGrid } from "../model/grid";
import { isOwnSheet } from "../model/own-sheets";
import type { MoneyUnit } from "../model/quantity";
import type { AccountTable, TableKey } from "../model/table";
import { bookYear, type ToldYear } from "./book-year";
import { chooseTables } from "./choose-tables";
import { joinContinued } from "./continued-tables";
import { materialise, parseTable, unitOf, type ParsedTable } from "./materialise";
import { recogniseAll, type Recognition } from "./recognise";
import { isSurelyScoring, readScoring, type ScoringReading } from "./read-scoring";
import { SheetView } from "./sheet-view";
import { printsManyDecimals, type Shown } from "../units/precision";
import { standIn } from "./stand-ins";

/**
 * Reads a workbook: recognises what stands on each sheet, reads the tables and forms, and says what was not understood. Tables
 * below one another on a sheet are a reading each, under the sheet's name. Figures are in the unit most sheets state (万元 where none does). Never throws for odd contents: a sheet that cannot be read gets a note.
 * @param units the unit of sheets whose own word for it is known to be wrong, by sheet name
 */
export function readBook(grid: WorkbookGrid, units: ReadonlyMap<string, MoneyUnit> = new Map()): AccountBook {
  const recognised = grid.sheets.flatMap((sheet) =>
    recognitionsOf(sheet).map((recognition) => ({
      sheet,
      recognition,
      ...parsed(recognition, units.get(sheet.name)),
    })),
  );
  const parsedTables = recognised.flatMap((item) => item.table ?? []);
  const stated = commonUnit(parsedTables);
  const manyDecimals = printsManyDecimals(inTenThousands(parsedTables, stated ?? "万元"));
  const readIn = (unit: MoneyUnit): readonly SheetResult[] =>
    recognised.map((item) => readSheet(item, unit, manyDecimals));
  const first = readIn(stated ?? "万元");
  // A workbook of forms alone is in the unit of its forms.
  const moneyUnit = stated ?? (areFormsInYuan(first) ? "元" : "万元");
  const single = moneyUnit === (stated ?? "万元") ? first : readIn(moneyUnit);
  const printed = single.flatMap((item) => item.table ?? []);
  const read = single.map((item) => (item.table ? { ...item, table: standIn(item.table, printed) } : item));
  const choice = chooseTables(joinContinued(read.flatMap((item) => item.table ?? [])));
  const forms = read.flatMap((item) => item.evaluation?.forms ?? []);
  const summaries = read.flatMap((item) => item.evaluation?.summary ?? []);
  const scored = read.flatMap((item) => item.evaluation ?? []);
  const unitName = choice.unitName ?? unitOfForms(scored) ?? grid.cover?.unitName;
  const tables = [...choice.tables.values()];
  const headers = recognised.map(({ table }) => table?.source.headerYear);
  const others = recognised.flatMap(({ sheet }, index) => (isOther(read[index]) ? [sheet] : []));
  const told = bookYear({ tables, headers, forms, summaries, others }, grid);
  return {
    ...(told ? { year: told.year } : {}),
    ...(unitName === undefined ? {} : { unitName }),
    ...bodyOf(parsedTables),
    moneyUnit,
    ...(manyDecimals ? { manyDecimals: true as const } : {}),
    sheets: [...read.map((item) => sheetReading(item, choice.setAside)), ...skippedSheets(grid)],
    tables: choice.tables,
    rivals: choice.rivals,
    forms,
    summaries,
    departmentForms: scored.flatMap((item) => item.departmentForms),
    scoreTables: scored.flatMap((item) => item.scoreTables),
    goalLists: scored.flatMap((item) => item.goalLists),
    hotline: scored.flatMap((item) => item.hotline),
    notes: [
      ...choice.remarks.map((message) => saidOnOneLine({ code: "organisations", message })),
      ...yearNote(told, grid),
      ...(choice.tables.size === 0 && scored.every(({ kind }) => kind === undefined) ? [NOTHING_FOUND] : []),
    ],
  };
}

/** A sheet that the product wrote is known by its name; of a scored sheet the tables are not looked for. */
function recognitionsOf(sheet: SheetGrid): readonly Recognition[] {
  if (isOwnSheet(sheet.name)) return [OWN];
  return isSurelyScoring(sheet) ? [NO_TABLE] : recogniseAll(new SheetView(sheet));
}

/** What came of one sheet before tables were chosen. */
interface SheetResult {
  readonly name: string;
  readonly table?: AccountTable;
  readonly evaluation?: ScoringReading;
  readonly note?: string;
  readonly claims?: TableKey;
  readonly notes: readonly ReadingNote[];
}

/** What stands on a sheet, where it is a table with its cells parsed. */
interface Recognised {
  readonly sheet: SheetGrid;
  readonly recognition: Recognition;
  readonly table?: ParsedTable;
}

function parsed(recognition: Recognition, unit: MoneyUnit | undefined): { readonly table?: ParsedTable } {
  return recognition.kind === "table" ? { table: parseTable(recognition.table, unit) } : {};
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
  const evaluation = recognition === OWN ? undefined : readScoring(sheet, moneyUnit);
  if (evaluation?.kind === undefined) {
    const said = recognition.kind === "none" ? saidOf(recognition) : {};
    return { name: sheet.name, ...said, notes: [], ...(evaluation ? { evaluation } : {}) };
  }
  return { name: sheet.name, evaluation, notes: evaluation.notes };
}

/** Why a sheet is no table, and the table it says it is all the same. */
function saidOf({
  note,
  claims,
}: Exclude<Recognition, { readonly kind: "table" }>): Pick<SheetResult, "note" | "claims"> {
  return { note, ...(claims === undefined ? {} : { claims }) };
}

function sheetReading(result: SheetResult, setAside: ReadonlyMap<AccountTable, string>): SheetReading {
  const note = result.note ?? (result.table && setAside.get(result.table));
  return {
    name: result.name,
    kind: result.table?.key ?? result.evaluation?.kind ?? null,
    ...claimOf(result.claims ?? result.table?.key),
    ...(note === undefined ? {} : { note: onOneLine(note) }),
    notes: result.notes.map(saidOnOneLine),
  };
}

/** Notes quote cells, whose texts may be broken over lines. */
const saidOnOneLine = (note: ReadingNote): ReadingNote => ({ ...note, message: onOneLine(note.message) });

const claimOf = (claims: TableKey | undefined): Pick<SheetReading, "claims"> =>
  claims === undefined ? {} : { claims };

function skippedSheets(grid: WorkbookGrid): readonly SheetReading[] {
  return (grid.skipped ?? []).map(({ name, reason }) => ({ name, kind: null, note: reason, notes: [], unread: true }));
}

const OWN: Recognition = { kind: "none", note: "本工具写入的工作表，不参与核对。" };
const NO_TABLE: Recognition = { kind: "none", note: "没有找到九张公开表的标题或表头。" };

/** Whether most forms state 元, and none of the tables states anything. */
function areFormsInYuan(results: readonly SheetResult[]): boolean {
  const units = results.flatMap(({ evaluation }) => evaluation?.forms.flatMap((form) => form.moneyUnit ?? []) ?? []);
  return units.filter((unit) => unit === "元").length * 2 > units.length;
}

/** The unit whose forms these are, where one implements more than half of the projects; codes before it left out. */
function unitOfForms(readings: readonly ScoringReading[]): string | undefined {
  const names = readings
    .flatMap(({ forms, departmentForms }) => [...forms, ...departmentForms])
    .flatMap(
      ({ implementingUnit }) => implementingUnit?.text.replace(/^[[（(【]?\d+[\])）】]?[-—\s]*/, "").trim() ?? [],
    );
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && most[0] !== "" && most[1] * 2 > names.length ? most[0] : undefined;
}

/** 部门 or 单位, as most heads call it. */
function bodyOf(tables: readonly ParsedTable[]): Pick<AccountBook, "body"> {
  const words = tables.flatMap(({ source }) => source.head.body ?? []);
  const units = words.filter((word) => word === "单位").length;
  if (words.length === 0) return {};
  return { body: units * 2 > words.length ? "单位" : "部门" };
}

/** The unit most tables state; undefined where none states any. */
function commonUnit(tables: readonly ParsedTable[]): MoneyUnit | undefined {
  const stated = tables.flatMap(({ source }) => source.head.moneyUnit?.unit ?? []);
  const count = (unit: MoneyUnit): number => stated.filter((other) => other === unit).length;
  if (stated.length === 0) return undefined;
  return count("元") > count("万元") ? "元" : "万元";
}

/** The amounts of all tables in 万元, as printed. */
function inTenThousands(tables: readonly ParsedTable[], bookUnit: MoneyUnit): readonly Shown[] {
  return tables.filter((table) => unitOf(table, bookUnit) === "万元").flatMap(({ shown }) => shown);
}

/** Neither a table nor a form. */
const isOther = (result: SheetResult | undefined): boolean => !result?.table && result?.evaluation?.kind === undefined;

function yearNote(told: ToldYear | undefined, { fileName = "" }: WorkbookGrid): readonly ReadingNote[] {
  if (!told?.fromFileName) return [];
  return [{ code: "yearFromFileName", message: `各表没有写明年度，按文件名“${fileName}”取${told.year}年度。` }];
}

const NOTHING_FOUND: ReadingNote = {
  code: "nothingFound",
  message: "工作簿中没有找到决算公开表或绩效自评表。",
};
