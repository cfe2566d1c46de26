import { describe, expect, it } from "vitest";
import { checkGrid } from "../../../src/app/check-workbook";
import type { WorkbookGrid } from "../../../src/core/model/grid";
import { CASE_NAMES, caseGrid, loadCase } from "../../support/cases";
import { namedBlanks, patternsOf, spoiling } from "../../support/judge-advice";
import { canBeTold, namesCause, newCards, WHOLE_CAUSES } from "../../support/judge-causes";
import { loadPlace, placeGrid, PLACES } from "../../support/places";
import { workingStates } from "../../support/working-states";

const SEED = 1;
/** Published with its figures beside the wrong rows: no sound workbook to begin with. */
const DISORDERED = "2025-putuo-culture";

const SETS: readonly (readonly [string, () => WorkbookGrid])[] = [
  ...CASE_NAMES.map((name) => [name, () => withoutForms(caseGrid(loadCase(name)))] as const),
  ...PLACES.filter((name) => name !== DISORDERED).map((name) => [name, () => placeGrid(loadPlace(name))] as const),
];

function withoutForms({ sheets }: WorkbookGrid): WorkbookGrid {
  return { sheets: sheets.filter((sheet) => !sheet.name.includes("自评")) };
}

describe.each(SETS)("working states of %s", (_name, load) => {
  const sound = load();
  const base = checkGrid(sound);
  const accepted = new Set(base.result.findings.map(({ id }) => id));
  const states = [...workingStates(sound, SEED)].map((state) => ({ state, report: checkGrid(state.grid) }));
  const of = (kind: string) => states.filter(({ state }) => state.kind === kind);

  it("never lead to certain advice that would spoil a right figure", () => {
    const spoilt = states.flatMap(({ state, report }) =>
      spoiling(report, state, accepted).map((line) => `${state.what}: ${line}`),
    );
    expect(spoilt).toEqual([]);
  });

  it("name a single blank total with its value, and call it no error", () => {
    for (const { state, report } of of("one total blank")) {
      const { right, wrong } = namedBlanks(report, state);
      expect(wrong, state.what).toBe(0);
      blanks.right += right;
      blanks.total += 1;
      if (right === 1) expect(report.counts.errors, state.what).toBe(base.counts.errors);
    }
  });

  it.each(WHOLE_CAUSES)("put what can be told of %s into one card", (kind) => {
    for (const { state, report } of of(kind)) {
      const cards = newCards(report, accepted);
      if (!canBeTold(state, cards, base)) continue;
      const isTold = cards.length === 1 && cards.every((card) => namesCause(card, state));
      const { told, missed } = (tally[kind] ??= { told: 0, missed: [] });
      tally[kind] = { told: told + Number(isTold), missed: isTold ? missed : [...missed, state.what] };
    }
  });

  it("put a wrong unit word into one cause at its cell where the sheet is tied to others", () => {
    for (const { state, report } of of("unit word")) {
      const patterns = patternsOf(report.causes);
      if (patterns.length > 0) expect(patterns, state.what).toEqual([`moneyUnit ${state.sheet ?? ""}`]);
      expect(report.counts.errors, state.what).toBe(base.counts.errors);
    }
  });
});

/** States of other seeds that once led to wrong advice, with what misled it. */
const MISLEADING = [
  ["a figure of the same sum that differs by two digits turned", "2021-luozhuang", 6, "slips: 公开02表"],
  ["a total that equals its neighbour, as it should", "2022-neimenggu-bynr-audit", 7, "slips: Sheet5"],
  ["two figures of other sums that differ by two digits turned", "2022-anhui-suzhou-school", 10, "slips: 一般公共"],
  ["a wrong negative figure beside a blank of its sum", "2022-neimenggu-bynr-audit", 4, "slips and blanks"],
  ["a wrong negative figure beside a blank of its row", "2022-jiangsu-school", 9, "slips and blanks"],
  ["a wrong negative figure with fewer decimals than the right one", "2023-beijing-school", 8, "slips: C05"],
  ["the right cell waiting for a blank of its row", "2023-beijing-school", 6, "slips and blanks"],
  ["two blanks that together make more than their total", "2023-yunnan-pingyuan-school", 7, "rows moved: GK07"],
  ["a column of amounts that is not read", "2023-yunnan-pingyuan-school", 7, "column unreadable: GK07"],
  ["a class lost with all its parts", "2025-putuo-yichuan", 7, "rows moved: 一般公共"],
  ["another blank part of the sum", "2020-zaozhuang", 8, "some blank: 60 %"],
] as const;

describe("advice", () => {
  it.each(MISLEADING)("is not misled by %s", (_, name, seed, what) => {
    const sound = SETS.find(([set]) => set === name)?.[1]() ?? { sheets: [] };
    const accepted = new Set(checkGrid(sound).result.findings.map(({ id }) => id));
    const states = [...workingStates(sound, seed)].filter((state) => state.what.startsWith(what));
    expect(states.length).toBeGreaterThan(0);
    for (const state of states) expect(spoiling(checkGrid(state.grid), state, accepted), state.what).toEqual([]);
  });
});

const blanks = { right: 0, total: 0 };
const tally: Partial<Record<string, { readonly told: number; readonly missed: readonly string[] }>> = {};

describe("working states of all sets", () => {
  it.each(WHOLE_CAUSES)("tell %s in 95 % of those that can be told", (kind) => {
    const { told, missed } = tally[kind] ?? { told: 0, missed: [] };
    expect(told).toBeGreaterThan(15);
    expect(told / (told + missed.length), missed.join("; ")).toBeGreaterThanOrEqual(0.95);
  });

  it("name a blank total in 95 % of the states", () => {
    expect(blanks.right / blanks.total).toBeGreaterThanOrEqual(0.95);
  });
});
