import { formatAmount, amount } from "../model/amount";
import { a1, cellKey, type CellAddress } from "../model/cell";
import type { Finding } from "../model/finding";
import type { CellValue, SheetGrid } from "../model/grid";
import { SCORING_KINDS } from "../model/table";
import type { ExampleKind } from "./examples/sheets";
import type { RuleExample } from "./examples/model";
import { exampleSheet } from "./examples/sheets";
import { workExample } from "./work-example";

/** A cell of an example as it is shown. */
export interface ShownCell {
  readonly text: string;
  /** `wrong` is the mistake itself, `finding` where the check reports it, `related` what the check compares it with. */
  readonly mark?: "wrong" | "finding" | "related";
  readonly isFigure: boolean;
}

/** A sheet of an example as it is shown, broken. */
export interface ShownSheet {
  readonly name: string;
  readonly rows: readonly (readonly ShownCell[])[];
}

/** One cell that mends the example. */
export interface Correction {
  readonly cell: CellAddress;
  readonly wrong: string;
  readonly right: string;
}

/** An example worked out: what is shown, what the check says, what mends it. */
export interface Lesson {
  readonly story: string;
  readonly sheets: readonly ShownSheet[];
  readonly priorYear: readonly ShownSheet[];
  /** What the check finds; at least one. */
  readonly findings: readonly Finding[];
  readonly corrections: readonly Correction[];
  /** Kinds of sheets that have to be added. */
  readonly missing: readonly ExampleKind[];
}

/** Works an example out with the product's own reading and checks. */
export function lessonOf(example: RuleExample): Lesson {
  const broken = workExample(example, "broken");
  const mended = workExample(example, "mended");
  const kinds = new Map(
    [...example.excerpts, ...(example.priorYear ?? [])].map(({ sheet, as }) => [as ?? exampleSheet(sheet).name, sheet]),
  );
  const corrections = broken.workbooks.current.sheets.flatMap((sheet) => {
    const right = mended.workbooks.current.sheets.find(({ name }) => name === sheet.name);
    return right ? differences(sheet, right, kinds.get(sheet.name)) : [];
  });
  const marks = new Map<string, ShownCell["mark"]>();
  for (const { related } of broken.findings) for (const cell of related) marks.set(cellKey(cell), "related");
  for (const { cells } of broken.findings) for (const cell of cells) marks.set(cellKey(cell), "finding");
  for (const { cell } of corrections) marks.set(cellKey(cell), "wrong");
  return {
    story: example.story,
    sheets: broken.workbooks.current.sheets.map((sheet) => shown(sheet, kinds.get(sheet.name), marks)),
    priorYear: (broken.workbooks.priorYear?.sheets ?? []).map((sheet) =>
      shown(sheet, kinds.get(sheet.name), new Map()),
    ),
    findings: broken.findings,
    corrections,
    missing: example.leftOut ?? [],
  };
}

function differences(wrong: SheetGrid, right: SheetGrid, kind: ExampleKind | undefined): Correction[] {
  return wrong.values.flatMap((row, r) =>
    row.flatMap((value, c) => {
      const should = right.values[r]?.[c] ?? null;
      if (value === should) return [];
      const cell = { sheet: wrong.name, row: r, column: c };
      return [{ cell, wrong: textOf(value, kind, cell), right: textOf(should, kind, cell) }];
    }),
  );
}

function shown(
  sheet: SheetGrid,
  kind: ExampleKind | undefined,
  marks: ReadonlyMap<string, ShownCell["mark"]>,
): ShownSheet {
  const width = Math.max(...sheet.values.map((row) => row.length));
  const rows = sheet.values.map((row, r) =>
    Array.from({ length: width }, (_, c): ShownCell => {
      const cell = { sheet: sheet.name, row: r, column: c };
      const value = row[c] ?? null;
      const mark = marks.get(cellKey(cell));
      const isFigure = typeof value === "number";
      return { text: textOf(value, kind, cell), isFigure, ...(mark ? { mark } : {}) };
    }),
  );
  return { name: sheet.name, rows };
}

/** A value as printed: money with two decimals, points and line numbers as they are. */
function textOf(value: CellValue, kind: ExampleKind | undefined, cell: { row: number; column: number }): string {
  if (typeof value !== "number") return value === null ? "" : String(value);
  const isPlain =
    kind === undefined ||
    (SCORING_KINDS as readonly ExampleKind[]).includes(kind) ||
    exampleSheet(kind).plainColumns.includes(a1(cell).replace(/\d+$/, ""));
  return isPlain ? String(value) : formatAmount(amount(value));
}
