import type { CheckReport } from "../../src/app/check-report";
import { cardsOf, type Problem } from "../../src/app/problems";
import { cellKey } from "../../src/core/model/cell";
import type { CellValue, WorkbookGrid } from "../../src/core/model/grid";
import type { WorkingState } from "./working-states";

/** Kinds of states that must end in one card naming their cause. */
export const WHOLE_CAUSES = ["unit word", "row out", "row twice", "rows moved"] as const;

/** What must be mended or verified and was not there before; blanks waiting for figures and hints are something else. */
export function newCards(report: CheckReport, accepted: ReadonlySet<string>): readonly Problem[] {
  return cardsOf(report).filter(
    ({ kind, findings }) => (kind === "error" || kind === "verify") && !findings.every(({ id }) => accepted.has(id)),
  );
}

/** Whether a card names what was done to the workbook. */
export function namesCause({ cause, findings }: Problem, state: WorkingState): boolean {
  const pattern = cause?.pattern?.sheet === state.sheet ? cause?.pattern : undefined;
  const key = state.row ?? "";
  const isAbout = (words: string | undefined): boolean => words?.startsWith(key) === true;
  switch (state.kind) {
    case "unit word":
      // A sheet without any tie to the others: that its word differs is all there is to say.
      return (
        pattern?.kind === "moneyUnit" ||
        findings.some(({ rule, cells }) => rule === "F-03" && cells.some((cell) => state.touched.has(cellKey(cell))))
      );
    case "row out":
      return (pattern?.kind === "missingRow" && isAbout(pattern.row)) || namesCode(findings, key);
    case "row twice":
      return (pattern?.kind === "duplicatedRow" && isAbout(pattern.row)) || namesCode(findings, key);
    case "rows moved":
      return pattern?.kind === "movedRows";
    default:
      return false;
  }
}

function namesCode(findings: Problem["findings"], code: string): boolean {
  return findings.some(({ rule, message }) => rule === "X-11" && message.includes(code));
}

/**
 * Whether what was done can be told at all, by the cells alone and by whether any check says something new. Moved rows
 * can where three different rows stand beside other labels with figures that an identity of the sound workbook pins
 * down: what is only one of many items of a sum may stand in any row, and two rows are two rows typed wrong.
 */
export function canBeTold(state: WorkingState, cards: readonly Problem[], sound: CheckReport): boolean {
  if (state.kind !== "rows moved") return cards.length > 0;
  const valuesOf = ({ sheets }: WorkbookGrid) => sheets.find(({ name }) => name === state.sheet)?.values ?? [];
  const pinned = pinnedRows(sound, state.sheet);
  const before = valuesOf(sound.grid).map(figuresOf);
  const shown = valuesOf(state.grid).map(figuresOf);
  const elsewhere = shown.filter(
    (row, index) => row !== "" && row !== before[index] && before.some((other, at) => other === row && pinned.has(at)),
  );
  return cards.length > 0 && new Set(elsewhere).size >= LEAST_ROWS;
}

const LEAST_ROWS = 3;

/** Rows of a sheet with a figure that is alone on one side of an equality: a total, or one of two places that agree. */
function pinnedRows({ result, grid }: CheckReport, sheet: string | undefined): ReadonlySet<number> {
  const top = grid.sheets.find(({ name }) => name === sheet)?.top ?? 0;
  const pinned = new Set<number>();
  for (const { identity } of result.identities) {
    for (const side of [identity.left, identity.right]) {
      const [only, ...others] = side;
      if (!only || others.length > 0 || identity.relation !== "=" || only.figure.cell.sheet !== sheet) continue;
      if (!only.figure.value.isZero()) pinned.add(only.figure.cell.row - top);
    }
  }
  return pinned;
}

function figuresOf(row: readonly CellValue[]): string {
  const figures = row.filter((value) => typeof value === "number" && value !== 0);
  return figures.join(" ");
}
