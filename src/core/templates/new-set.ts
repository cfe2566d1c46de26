import { editionNamed } from "../editions";
import { isStandardKey, type StandardKey } from "../model/table";
import type { Opening } from "./carry";
import type { SetHead } from "./head";
import type { PrintedTable, SetLayout } from "./layouts/layout";
import type { PlacedTable, SheetPlan } from "./model";
import { classifiedSheet } from "./shapes/classified";
import { economicSheet } from "./shapes/economic";
import type { Draft, SheetOrder } from "./shapes/shape";
import { threePublicSheet } from "./shapes/three-public";
import { twoSidedSheet } from "./shapes/two-sided";
import { freeSheetName } from "./sheet-names";
import { subjectRows, type ChosenSubject } from "./subjects";

/** What a set of blank tables is made from. */
export interface TablesOrder {
  readonly head: SetHead;
  readonly layout: SetLayout;
  /** Which of the layout's tables are wanted. */
  readonly tables: ReadonlySet<StandardKey>;
  readonly subjects: readonly ChosenSubject[];
  /** Names of codes that were not chosen themselves. */
  readonly nameOf: (code: string) => string | undefined;
  /** Figures that tables begin with. */
  readonly openings?: readonly Opening[];
}

/** The sheets of the tables, in the order of their 公开 numbers. `taken`: names in use, in lower case; grows. */
export function planTables(order: TablesOrder, taken: Set<string>): readonly SheetPlan[] {
  const wanted = order.layout.tables.filter(({ key }) => order.tables.has(key));
  const drafts = wanted.map((print): readonly [StandardKey, Draft] => {
    const number = publicNumber(order.layout, print.key);
    const sheet: SheetOrder = {
      name: freeSheetName(`${number} ${print.title}`, taken),
      number,
      head: order.head,
      subjects: subjectRows(order.subjects, print.key, order.nameOf),
    };
    return [print.key, draft(print, sheet)];
  });
  const placed: ReadonlyMap<StandardKey, PlacedTable> = new Map(drafts.map(([key, { placed: table }]) => [key, table]));
  return drafts.map(([key, { placed: table, build }]) =>
    withOpenings(
      build(placed),
      table,
      (order.openings ?? []).filter((opening) => opening.table === key),
    ),
  );
}

/** The sheet with figures where the clerk would type them; what its formulas yield then is for the workbook to work out. */
function withOpenings(plan: SheetPlan, table: PlacedTable, openings: readonly Opening[]): SheetPlan {
  const values = new Map(
    openings.flatMap(({ row, column, value }) => {
      const cell = table.cellOf(row, column);
      const planned = cell && plan.rows[cell.row]?.[cell.column];
      return cell && planned && !planned.isFormula ? [[`${cell.row},${cell.column}`, value] as const] : [];
    }),
  );
  if (values.size === 0) return plan;
  const rows = plan.rows.map((row, r) =>
    row.map((cell, c) => {
      const content = values.get(`${r},${c}`);
      if (!cell || (content === undefined && !cell.isFormula)) return cell;
      if (content !== undefined) return { ...cell, content };
      return { content: cell.content, isFormula: true, look: cell.look };
    }),
  );
  return { ...plan, rows };
}

function draft(print: PrintedTable, order: SheetOrder): Draft {
  switch (print.shape) {
    case "classified":
      return classifiedSheet(print, order);
    case "twoSided":
      return twoSidedSheet(print, order);
    case "economic":
      return economicSheet(print, order);
    case "threePublic":
      return threePublicSheet(print, order);
  }
}

/** "公开01表": the place of a table in the order of the layout's edition. */
export function publicNumber(layout: SetLayout, key: StandardKey): string {
  const order = editionNamed(layout.edition)?.tables ?? layout.tables.map((table) => table.key).filter(isStandardKey);
  return `公开${String(order.indexOf(key) + 1).padStart(2, "0")}表`;
}
