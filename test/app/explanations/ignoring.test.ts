import { describe, expect, test } from "vitest";
import { checkGrid } from "../../../src/app/check-workbook";
import { ignore, stopIgnoring, withoutIgnored } from "../../../src/app/explanations/ignoring";
import { summariseWorkbook } from "../../../src/app/overview/summarise-workbook";
import { cardsOf } from "../../../src/app/problems";
import { EMPTY_STATE, logFill, parseState, serialiseState, type WorkbookState } from "../../../src/app/workbook-state";
import { parseA1 } from "../../../src/core/model/cell";
import { changedGrid } from "../../support/changes";
import { faultyWorkbooks } from "../overview/faulty-workbooks";

const NOW = new Date("2024-08-01T09:05:00Z");
const { grid } = faultyWorkbooks(2, 0)[1]!;
const report = checkGrid(grid);
const [hint] = cardsOf(report).filter(({ kind }) => kind === "hint");
const kept = async (state: WorkbookState): Promise<WorkbookState> => {
  const loaded = await parseState(serialiseState(state));
  if (loaded.kind !== "ready") throw new Error(loaded.kind);
  return loaded.state;
};

describe("忽略", async () => {
  const ignored = await kept(ignore(EMPTY_STATE, hint!.findings, report.book, "", NOW));

  test("takes a card out of list and counts, says how many are out, and survives saving", () => {
    const left = withoutIgnored(report, ignored);
    expect(left.counts).toMatchObject({ hints: report.counts.hints - 1, ignored: 1 });
    expect(cardsOf(left)).toHaveLength(cardsOf(report).length - 1);
    expect(left.ignored).toMatchObject([
      { finding: hint!.findings[0], kept: { text: "", writtenAt: NOW.toISOString() } },
    ]);
  });

  test("ends when it is taken back, and when a figure changes", () => {
    const { key } = withoutIgnored(report, ignored).ignored![0]!;
    expect(withoutIgnored(report, stopIgnoring(ignored, key))).toBe(report);
    const [cell] = hint!.findings[0].cells;
    const changed = checkGrid(changedGrid(grid, [{ cell: cell!, content: 77 }]));
    expect(withoutIgnored(changed, ignored).counts.ignored).toBeUndefined();
  });

  test("hides nothing from the one who reviews: the reason stands beside the card", async () => {
    const broken = checkGrid(
      changedGrid(grid, [{ cell: { sheet: grid.sheets[1]!.name, ...parseA1("C14") }, content: 87.37 }]),
    );
    const [error] = cardsOf(broken).filter(({ kind }) => kind === "error");
    const state = await kept(ignore(EMPTY_STATE, error!.findings, broken.book, "上级批复口径不同", NOW));
    expect(withoutIgnored(broken, state).counts.errors).toBe(broken.counts.errors - 1);
    const { counts, cards } = summariseWorkbook("a.xlsx", broken, state);
    expect(counts.errors).toBe(broken.counts.errors);
    expect(cards.map(({ explanation }) => explanation?.text)).toContain("已忽略：上级批复口径不同");
  });
});

describe("the record of fills", () => {
  const entry = (cells: number): Parameters<typeof logFill>[1] => ({
    at: NOW.toISOString(),
    cells: Array.from({ length: cells }, (_, i) => ({ sheet: "表", cell: `A${i + 1}`, was: "", now: "1.00" })),
  });

  test("survives saving, and loses its oldest entries where there are too many", async () => {
    const state = await kept(logFill(logFill(EMPTY_STATE, entry(2)), { ...entry(1), isUndo: true }));
    expect(state.fillLog).toEqual([entry(2), { ...entry(1), isUndo: true }]);
    expect(logFill(logFill(state, entry(1500)), entry(900)).fillLog?.map(({ cells }) => cells.length)).toEqual([900]);
  });

  test("is taken as none where it was garbled", async () => {
    const text = JSON.stringify({ version: 1, fillLog: [{ at: "gestern", cells: [] }, entry(1), 7] });
    expect(await parseState(text)).toMatchObject({ state: { fillLog: [entry(1)] } });
  });
});
