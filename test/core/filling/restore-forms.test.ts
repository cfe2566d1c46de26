import { describe, expect, it } from "vitest";
import { checkBook } from "../../../src/core/checking/check-book";
import { DEFAULT_SETTINGS } from "../../../src/core/checking/settings";
import { planFill } from "../../../src/core/filling/plan-fill";
import { idOf } from "../../../src/core/filling/plan-cell";
import type { FillPlan } from "../../../src/core/filling/model";
import type { CellAddress } from "../../../src/core/model/cell";
import type { Figure } from "../../../src/core/model/figure";
import type { SheetGrid, WorkbookGrid } from "../../../src/core/model/grid";
import { readBook } from "../../../src/core/reading/read-book";
import { totalFunds } from "../../../src/core/scoring/form-figures";
import { CASE_NAMES, caseGrid, loadCase } from "../../support/cases";
import { changedGrid } from "../../support/changes";

function planOf(grid: WorkbookGrid): FillPlan {
  const book = readBook(grid);
  const result = checkBook({ book, settings: DEFAULT_SETTINGS });
  return planFill(book, result, { settings: DEFAULT_SETTINGS, grid });
}

interface Derived {
  readonly cell: CellAddress;
  readonly printed: string;
  readonly value?: number;
}

const derived = (figure: Figure | undefined): readonly Derived[] =>
  figure?.kind === "amount" ? [{ cell: figure.cell, printed: figure.raw, value: figure.value.toNumber() }] : [];

/** Derived cells of the sheets' forms and summaries that hold something. */
function derivedCells(grid: WorkbookGrid): readonly Derived[] {
  const book = readBook(grid);
  const ofForms = book.forms.flatMap((form) => [
    ...derived(totalFunds(form)?.figures.get("rate")),
    ...derived(totalFunds(form)?.figures.get("score")),
    ...form.indicators.filter((i) => i.target.kind === "number").flatMap((i) => derived(i.score)),
    ...form.totals.flatMap(({ score }) => derived(score)),
  ]);
  const ofSummaries = book.summaries.flatMap(({ rows }) =>
    rows.flatMap((row) => [
      ...derived(row.score),
      ...(row.grade && row.grade.text !== "" ? [{ cell: row.grade.cell, printed: row.grade.text }] : []),
    ]),
  );
  return [...ofForms, ...ofSummaries];
}

describe.each(CASE_NAMES)("filling the 自评表 and 汇总表 of %s", (name) => {
  const whole = caseGrid(loadCase(name));
  const book = readBook(whole);
  const summarySheets = new Set(book.summaries.map(({ sheet }) => sheet));
  const sheetOf = (sheet: string): SheetGrid => whole.sheets.find((s) => s.name === sheet)!;
  /** Each form's sheet with the summary: enough for everything that is derived on them. */
  const pieces = [...new Set(book.forms.map(({ sheet }) => sheet))].map((sheet) => ({
    sheets: [...summarySheets, sheet].map(sheetOf),
  }));

  it("restores each derived cell blanked alone to what is printed, or says why not", { timeout: 30_000 }, () => {
    const wrong: string[] = [];
    let restored = 0;
    let tried = 0;
    const summaries = new Set(summarySheets);
    for (const [index, piece] of pieces.entries()) {
      const inUse = derivedCells(piece).filter(({ cell }) => index === 0 || !summaries.has(cell.sheet));
      const present = new Set(planOf(piece).writes.map((w) => w.id));
      for (const { cell, printed, value } of inUse) {
        tried += 1;
        const plan = planOf(changedGrid(piece, [{ cell, content: null }]));
        const write = plan.writes.find((w) => w.id === idOf(cell));
        if (!write) {
          if (!plan.notDerivable.some((n) => idOf(n.cell) === idOf(cell))) wrong.push(`${idOf(cell)}: neither`);
          continue;
        }
        restored += 1;
        const same =
          value === undefined
            ? write.content === printed
            : Math.abs(Number(write.content) - value) < (Number(write.content) <= 1 && value <= 2 ? 0.0051 : 0.0501);
        if (!same && !present.has(idOf(cell))) wrong.push(`${idOf(cell)}: ${String(write.content)} for ${printed}`);
        const again = planOf(
          changedGrid(
            piece,
            [write].map((w) => ({ cell: w.cell, content: w.content })),
          ),
        );
        if (again.writes.some((w) => w.isBlank && !present.has(w.id))) wrong.push(`${idOf(cell)}: planned again`);
      }
    }
    expect(wrong).toEqual([]);
    expect(restored / tried).toBeGreaterThan(0.5);
  });
});
