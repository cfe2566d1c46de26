import type { SheetKind } from "../core/model/table";
import type { ProblemKind } from "./problems";

/** Which kinds of problems are shown. */
export type ProblemFilter = Readonly<Record<ProblemKind, boolean>>;

export const DEFAULT_FILTER: ProblemFilter = {
  error: true,
  toFill: true,
  verify: true,
  hint: true,
  explained: true,
  rounding: false,
};

/** Which of the problems are looked at. */
export interface Narrowing {
  /** Only those of one kind of sheet. */
  readonly table?: SheetKind | undefined;
  /** Only those filed under the sheet of this name: the one the user is on. */
  readonly sheet?: string | undefined;
  /** Only those that mention this: a cell, an item, an amount, part of a name; "" for all. */
  readonly search: string;
}

export const EVERYTHING: Narrowing = { search: "" };
