import type { CellLook } from "../../core/model/look";
import type { CardSummary } from "./model";
import type { WorkbookVerdict } from "./overview";

const RED = "B3261E";
const AMBER = "8A5300";
const GREEN = "1E6B3A";
const BLUE = "1B5FA8";
const QUIET = "6B7480";

const boxed: CellLook = { boxed: true };
const count: CellLook = { boxed: true, align: "center", wrap: true };

/** Looks of the cells of an overview workbook. */
export const LOOKS = {
  title: { bold: true, size: 16 },
  note: { color: QUIET },
  head: { boxed: true, bold: true, fill: "E4EAF2", align: "center" },
  text: boxed,
  wrapped: { boxed: true, wrap: true },
  quiet: { boxed: true, color: QUIET, align: "center" },
  quietWrapped: { boxed: true, color: QUIET, wrap: true },
  centre: count,
  link: { boxed: true, color: BLUE },
  count,
  zero: { ...count, color: "A8AFB8" },
  dash: { ...count, color: QUIET },
  errorCount: { ...count, color: RED, bold: true },
  toFillCount: { ...count, color: BLUE, bold: true },
  verifyCount: { ...count, color: AMBER, bold: true },
  sum: { boxed: true, bold: true, fill: "F3F5F8" },
  sumCount: { ...count, bold: true, fill: "F3F5F8" },
  figure: { boxed: true, align: "right" },
  figureText: { boxed: true, align: "right", wrap: true },
} as const satisfies Readonly<Record<string, CellLook>>;

const KIND_LOOKS: Readonly<Record<CardSummary["kind"], CellLook>> = {
  error: { ...count, color: RED, bold: true },
  toFill: { ...count, color: BLUE, bold: true },
  verify: { ...count, color: AMBER, bold: true },
  explained: { ...count, color: GREEN },
  hint: count,
};

export function kindLook(kind: CardSummary["kind"]): CellLook {
  return KIND_LOOKS[kind];
}

const VERDICT_LOOKS: Readonly<Record<WorkbookVerdict, CellLook>> = {
  unread: { ...count, color: RED, bold: true, fill: "FBE4E2" },
  empty: { ...count, color: AMBER, bold: true, fill: "FDF0D5" },
  errors: { ...count, color: RED, bold: true },
  toFill: { ...count, color: BLUE, bold: true },
  verify: { ...count, color: AMBER, bold: true },
  hints: count,
  partly: count,
  clean: { ...count, color: GREEN },
};

export function verdictLook(verdict: WorkbookVerdict): CellLook {
  return VERDICT_LOOKS[verdict];
}
