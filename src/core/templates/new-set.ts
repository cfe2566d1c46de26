import { editionNamed } from "../editions";
import type { StandardKey } from "../model/table";
import type { SetHead } from "./head";
import type { PrintedTable, SetLayout } from "./layouts/layout";
import type { PlacedTable, SheetPlan } from "./model";
import { classifiedSheet } from "./shapes/classified";
import { economicSheet } from "./shapes/economic";
import type { Draft, SheetOrder } from "./shapes/shape";
import { threePublicSheet } from "./shapes/three-public";
import { twoSidedSheet } from "./shapes/two-sided";
import { publicNumber } from "./public-number";
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
}

/** The sheets of the tables, in the order of their 公开 numbers. `taken`: names in use, in lower case; grows. */
export function planTables(order: TablesOrder, taken: Set<string>): readonly SheetPlan[] {
  const edition = editionNamed(order.layout.edition);
  const wanted = order.layout.tables.filter(({ key }) => order.tables.has(key));
  const drafts = wanted.map((print): readonly [StandardKey, Draft] => {
    const number = (edition && publicNumber(edition, print.key)) ?? "";
    const sheet: SheetOrder = {
      name: freeSheetName(`${number} ${print.title}`.trim(), taken),
      number,
      head: order.head,
      subjects: subjectRows(order.subjects, print.key, order.nameOf),
    };
    return [print.key, draft(print, sheet)];
  });
  const placed: ReadonlyMap<StandardKey, PlacedTable> = new Map(drafts.map(([key, { placed: table }]) => [key, table]));
  return drafts.map(([, { build }]) => build(placed));
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
