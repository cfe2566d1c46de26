import type { CellAddress } from "./cell";
import type { SelfEvaluationForm, SelfEvaluationSummary } from "./form";
import type { HotlineSheet } from "./hotline";
import type { MoneyUnit } from "./quantity";
import type { GoalList, ScoreTable } from "./score-table";
import type { AccountTable, SheetKind, TableKey } from "./table";

/** Something odd or missing that reading met: said to the user, sheet by sheet. */
export interface ReadingNote {
  /** Stable kind of the note, for tests and filters ("unitMissing", "strayText", "unknownColumn" …). */
  readonly code: string;
  /** Chinese text, names the sheet's cell where there is one. */
  readonly message: string;
  readonly sheet?: string;
  readonly cell?: CellAddress;
}

/** What became of one worksheet. */
export interface SheetReading {
  readonly name: string;
  /** What it was recognised as; null where it is none of ours or was set aside. */
  readonly kind: SheetKind | null;
  /** The table its title says it is, read as that or not. */
  readonly claims?: TableKey;
  /** Why it was not recognised or not used (Chinese); absent where all is well. */
  readonly note?: string;
  readonly notes: readonly ReadingNote[];
  /** The host could not hand the sheet over: nothing is known of it but its name and `note`. */
  readonly unread?: true;
}

/** The accounts of a department with its units, or of a unit of its own. */
export type OrganisationWord = "部门" | "单位";

/** Sheets that claim a table already taken: a second one, or one of another organisation. */
export interface RivalTable {
  readonly table: AccountTable;
  readonly cause: "duplicate" | "otherUnit";
}

/** Everything reading knows about a workbook. Nothing after reading looks at a raw cell again. */
export interface AccountBook {
  readonly year?: number;
  readonly unitName?: string;
  /** What most tables' heads call the organisation; absent where none says. */
  readonly body?: OrganisationWord;
  /** Unit of every `Figure.value`; the unit most sheets state, 万元 where none does. */
  readonly moneyUnit: MoneyUnit;
  /** Most of its figures have more than two decimals (of 万元): its habit, then nothing in it was rounded. */
  readonly manyDecimals?: true;
  readonly sheets: readonly SheetReading[];
  readonly tables: ReadonlyMap<TableKey, AccountTable>;
  readonly rivals: readonly RivalTable[];
  readonly forms: readonly SelfEvaluationForm[];
  readonly summaries: readonly SelfEvaluationSummary[];
  /** Forms of a whole department in the layout of the 自评表: scored alike, but never counted as projects. */
  readonly departmentForms: readonly SelfEvaluationForm[];
  /** Score tables of evaluation reports, and scored forms of a whole department. */
  readonly scoreTables: readonly ScoreTable[];
  /** 绩效目标表 that a score table's targets can be held against. */
  readonly goalLists: readonly GoalList[];
  readonly hotline: readonly HotlineSheet[];
  /** Notes about the workbook as a whole. */
  readonly notes: readonly ReadingNote[];
}

/** Whether nothing in the workbook was recognised that any rule could be about. */
export function isEmptyBook(book: AccountBook): boolean {
  const { tables, forms, departmentForms, summaries, scoreTables, hotline } = book;
  const scored = [forms, departmentForms, summaries, scoreTables, hotline];
  return tables.size === 0 && scored.every(({ length }) => length === 0);
}
