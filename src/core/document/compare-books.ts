import { normaliseLabel } from "../glossary/normalise";
import { amount, type Amount } from "../model/amount";
import type { AccountBook } from "../model/book";
import type { Figure } from "../model/figure";
import type { AccountTable, RowKey, SheetKind, TableKey, TableRow } from "../model/table";
import { scoredPairs } from "./scored-pairs";
import { conversion } from "../units/money";

/** A figure that a document prints otherwise than the workbook it was made from, or something only one of them has. */
export type BookDifference =
  | { readonly kind: "figure"; readonly table: SheetKind; readonly printed: Figure; readonly kept: Figure }
  /** A row with figures that only one of the two has; `row` is its label there. */
  | { readonly kind: "rowMissing"; readonly table: TableKey; readonly in: Side; readonly row: TableRow }
  | { readonly kind: "tableMissing"; readonly table: TableKey; readonly in: Side }
  | { readonly kind: "year" | "unitName"; readonly printed: string; readonly kept: string };

/** Which of the two lacks something. */
export type Side = "document" | "workbook";

/** A document's tables held against those of a workbook. */
export interface BookComparison {
  readonly differences: readonly BookDifference[];
  /** Figures that were compared. */
  readonly figures: number;
  /** Figures of one whose counterpart holds text, or whose column the other lacks: nothing can be said of them. */
  readonly notCompared: number;
}

/**
 * Compares the tables a document prints with those of the workbook it was made from: table by table, the same row (by its
 * code, the first with the first where one stands twice) and the same column. Blank, dash and 0 are the same. A figure
 * printed more coarsely may be off by what rounding takes: 12.346 in the workbook is printed 12.35. Of the 自评表 and their
 * 汇总表 those of the same project are compared.
 */
export function compareBooks(document: AccountBook, workbook: AccountBook): BookComparison {
  const differences: BookDifference[] = [...headDifferences(document, workbook)];
  const counts = { figures: 0, notCompared: 0 };
  const factor = conversion(document.moneyUnit, workbook.moneyUnit);
  const compare = (table: SheetKind, printed: Figure | undefined, kept: Figure | undefined): void => {
    if (!printed || !kept || printed.kind === "invalid" || kept.kind === "invalid") {
      if ([printed, kept].some((figure) => figure && isSomething(figure))) counts.notCompared += 1;
      return;
    }
    counts.figures += 1;
    if (!agrees(printed, kept, factor)) differences.push({ kind: "figure", table, printed, kept });
  };
  for (const key of new Set([...workbook.tables.keys(), ...document.tables.keys()])) {
    const printed = document.tables.get(key);
    const kept = workbook.tables.get(key);
    if (!printed || !kept) {
      if (hasFigures(printed ?? kept)) {
        differences.push({ kind: "tableMissing", table: key, in: printed ? "workbook" : "document" });
      }
      continue;
    }
    const pairs = pairRows(printed, kept);
    for (const { in: side, row } of pairs.alone) {
      if ([...row.figures.values()].some(isSomething)) {
        differences.push({ kind: "rowMissing", table: key, in: side, row });
      }
    }
    for (const [own, other] of pairs.both) {
      for (const column of new Set([...own.figures.keys(), ...other.figures.keys()])) {
        compare(key, own.figures.get(column), other.figures.get(column));
      }
    }
  }
  for (const { kind, printed, kept } of scoredPairs(document, workbook)) compare(kind, printed, kept);
  return { differences, ...counts };
}

function headDifferences(document: AccountBook, workbook: AccountBook): readonly BookDifference[] {
  const pairs = [
    ["year", document.year?.toString(), workbook.year?.toString()],
    ["unitName", document.unitName, workbook.unitName],
  ] as const;
  return pairs.flatMap(([kind, printed, kept]) =>
    printed === undefined || kept === undefined || normaliseLabel(printed) === normaliseLabel(kept)
      ? []
      : [{ kind, printed, kept }],
  );
}

function agrees(printed: Figure, kept: Figure, factor: Amount): boolean {
  const tolerance = printed.printing.half.times(factor).minus(halfOf(kept)).abs();
  const value =
    printed.printing.unit === "分" || printed.printing.unit === "" ? printed.value : printed.value.times(factor);
  return value.minus(kept.value).abs().lte(tolerance);
}

/** A figure with more decimals than its sheet prints is exact, whatever the others are. */
function halfOf({ kind, value, slack, printing }: Figure): Amount {
  return kind === "amount" && !value.isZero() ? slack : printing.half;
}

function isSomething({ kind, value }: Figure): boolean {
  return kind === "invalid" || !value.eq(amount(0));
}

function hasFigures(table: AccountTable | undefined): boolean {
  return table !== undefined && table.rows.some(({ figures }) => [...figures.values()].some(isSomething));
}

interface RowPairs {
  readonly both: readonly (readonly [printed: TableRow, kept: TableRow])[];
  readonly alone: readonly { readonly in: Side; readonly row: TableRow }[];
}

/** Rows of one key, the first with the first, the second with the second. */
function pairRows(printed: AccountTable, kept: AccountTable): RowPairs {
  const waiting = new Map<RowKey, TableRow[]>();
  for (const row of kept.rows) waiting.set(row.key, [...(waiting.get(row.key) ?? []), row]);
  const both: (readonly [TableRow, TableRow])[] = [];
  const alone: { in: Side; row: TableRow }[] = [];
  for (const row of printed.rows) {
    const other = waiting.get(row.key)?.shift();
    if (other) both.push([row, other]);
    else alone.push({ in: "workbook", row });
  }
  for (const row of [...waiting.values()].flat()) alone.push({ in: "document", row });
  return { both, alone };
}
