import type { CellValue } from "../../model/grid";
import type { ExampleKind } from "./sheets";

/**
 * A cell of an example by the sheet's kind, a label in its row (or the row's number where it has none) and its column
 * letter, and what is written there.
 */
export type CellEdit = readonly [sheet: ExampleKind, row: string | number, column: string, value: CellValue];

/** A sheet of an example; `keep` leaves only the lines with these labels (or codes) besides the head. */
export interface Excerpt {
  readonly sheet: ExampleKind;
  readonly keep?: readonly string[];
  /** A second sheet of the kind under another name, which is its title too: nothing is edited on it. */
  readonly as?: string;
  /** Column letters whose cells are left out ("FGHI"). */
  readonly without?: string;
}

/**
 * A mistake that breaks one rule, as data: the rule's own test, its page and its card are made from it. The sheets as
 * excerpted (after `setup`) keep every rule; with `slip` they break this rule and no other.
 */
export interface RuleExample {
  readonly rule: string;
  /** The mistake in a clerk's words (Chinese). */
  readonly story: string;
  readonly excerpts: readonly Excerpt[];
  /** What the example needs besides the common figures; part of the sound workbook too. */
  readonly setup?: readonly CellEdit[];
  readonly slip: readonly CellEdit[];
  /** Sheets left out by mistake; the sound workbook has them. */
  readonly leftOut?: readonly ExampleKind[];
  /** Sheets of last year's workbook. */
  readonly priorYear?: readonly Excerpt[];
  /** What last year's workbook holds instead of this year's figures. */
  readonly priorSetup?: readonly CellEdit[];
}
