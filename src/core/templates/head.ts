import type { OrganisationWord } from "../model/book";
import type { MoneyUnit } from "../model/quantity";
import type { SheetBuilder } from "./sheet-builder";

/** What every sheet of a set says of itself. */
export interface SetHead {
  readonly year: number;
  /** Whose accounts they are: of a department with its units, or of one unit. */
  readonly of: OrganisationWord;
  readonly unitName: string;
  readonly moneyUnit: MoneyUnit;
  /** Whether sums and repeated figures are live formulas. */
  readonly formulas: boolean;
}

/** Rows above a table's header: its title, the 公开 number, the line of unit, year and money unit. */
export const HEAD_ROWS = 3;

/** Title, number and unit line. A name is text even where it begins like a formula. */
export function putHead(sheet: SheetBuilder, head: SetHead, title: string, number: string): void {
  const last = sheet.columns - 1;
  sheet.merge({ top: 0, left: 0, bottom: 0, right: last }, title, "title");
  sheet.height(0, 30);
  sheet.put(1, last, number, "edgeRight");
  sheet.put(2, 0, `${head.of}：${head.unitName}`, "edge");
  sheet.put(2, Math.max(1, Math.floor(last / 2)), `${head.year}年度`, "edge");
  sheet.put(2, last, `金额单位：${head.moneyUnit}`, "edgeRight");
}

/** The notes below a table: what it shows, and that it has no data as long as nothing is typed. */
export function putNotes(
  sheet: SheetBuilder,
  row: number,
  head: SetHead,
  notes: { readonly note: string; readonly blank: string; readonly blankFormula: (note: string) => string },
): void {
  const area = (at: number) => ({ top: at, left: 0, bottom: at, right: sheet.columns - 1 });
  sheet.merge(area(row), named(notes.note, head), "note");
  const blank = named(notes.blank, head);
  sheet.merge(area(row + 1), null, "note");
  sheet.formula({ row: row + 1, column: 0 }, notes.blankFormula(blank), "note", blank);
}

/** The text with 部门 or 单位, whichever the set is of. */
export function named(text: string, head: Pick<SetHead, "of">): string {
  return text.replaceAll("{部门}", head.of);
}
