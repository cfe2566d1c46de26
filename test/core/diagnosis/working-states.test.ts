import { describe, expect, it } from "vitest";
import { checkGrid } from "../../../src/app/check-workbook";
import { CASE_NAMES, caseGrid, loadCase } from "../../support/cases";
import { namedBlanks, patternsOf, spoiling } from "../../support/judge-advice";
import { workingStates } from "../../support/working-states";

const SEED = 1;

describe.each(CASE_NAMES)("working states of %s", (name) => {
  const sound = { sheets: caseGrid(loadCase(name)).sheets.filter((sheet) => !sheet.name.includes("自评")) };
  const base = checkGrid(sound);
  const accepted = new Set(base.result.findings.map(({ id }) => id));
  const states = [...workingStates(sound, SEED)].map((state) => ({ state, report: checkGrid(state.grid) }));
  const of = (kind: string) => states.filter(({ state }) => state.kind === kind);

  it("never lead to certain advice that would spoil a right figure", () => {
    const spoilt = states.flatMap(({ state, report }) =>
      spoiling(report, state, accepted).map((line) => `${state.what}: ${line}`),
    );
    expect(states.length).toBeGreaterThan(25);
    expect(spoilt).toEqual([]);
  });

  it("name a single blank total with its value, and call it no error", () => {
    for (const { state, report } of of("one total blank")) {
      expect(namedBlanks(report, state), state.what).toEqual({ right: 1, wrong: 0 });
      expect(report.counts.errors, state.what).toBe(base.counts.errors);
    }
  });

  it("put a wrong unit word into one cause at its cell", () => {
    for (const { state, report } of of("unit word")) {
      expect(patternsOf(report.causes), state.what).toEqual([`moneyUnit ${state.sheet ?? ""}`]);
      expect(report.counts.errors, state.what).toBe(base.counts.errors);
    }
  });

  it("see a row typed twice", () => {
    for (const { state, report } of of("row twice"))
      expect(patternsOf(report.causes), state.what).toContain(`duplicatedRow ${state.sheet ?? ""}`);
  });
});
