import { sum, type Amount } from "../model/amount";
import { a1, type CellAddress } from "../model/cell";
import type { Figure } from "../model/figure";

/** A figure the text may state, with where it came from. */
export interface Known {
  readonly kind: "known";
  readonly value: Amount;
  /** Cells of the workbook at hand; empty for a figure of last year's workbook. */
  readonly cells: readonly CellAddress[];
  /** How it was obtained, in Chinese ("公开01表!C37"). */
  readonly formula: string;
}

/**
 * A figure that is not there: not filled in on the parameter sheet, or its table, row or cell is missing or unreadable.
 * Never taken for zero.
 */
export interface Missing {
  readonly kind: "missing";
  readonly cause: "parameter" | "table";
  /** Stable: the parameter's key, or "表.Z01.…" for a table's figure. */
  readonly key: string;
  /** What is missing, in Chinese. */
  readonly label: string;
}

export type Quantity = Known | Missing;

/** A known quantity of the given value. */
export function known(value: Amount, cells: readonly CellAddress[], formula: string): Known {
  return { kind: "known", value, cells, formula };
}

/** A quantity that is missing for the given cause. */
export function missing(cause: Missing["cause"], key: string, label: string): Missing {
  return { kind: "missing", cause, key, label };
}

/** "公开01表!C37" of a cell. */
export function cellText(cell: CellAddress): string {
  return `${cell.sheet}!${a1(cell)}`;
}

/** The quantity in a table's cell; text and error values are missing, blank and dashes are 0. */
export function fromFigure(figure: Figure, key: string): Quantity {
  return figure.kind === "invalid"
    ? missing("table", key, `${cellText(figure.cell)}不是数字`)
    : known(figure.value, [figure.cell], cellText(figure.cell));
}

/** Σ of the parts; missing where one part is. */
export function total(parts: readonly Quantity[]): Quantity {
  const absent = parts.find((part) => part.kind === "missing");
  if (absent) return absent;
  const found = parts.filter((part) => part.kind === "known");
  return known(
    sum(found.map((part) => part.value)),
    found.flatMap((part) => part.cells),
    found.map((part) => part.formula).join(" + "),
  );
}

/** The first that is known, else the first. */
export function firstKnown(first: Quantity, ...others: readonly Quantity[]): Quantity {
  return [first, ...others].find((quantity) => quantity.kind === "known") ?? first;
}
