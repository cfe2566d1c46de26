import type { GridView } from "./grid-view";
import { indicatorHeaderAt } from "./indicator-header";
import {
  fundsHeader,
  isForeignTitle,
  isFormTitle,
  isHeadLabel,
  isTotalLabel,
  PROJECT_NAME,
  summaryHeader,
} from "./labels";

/** Rows of one form on its sheet: from `start` up to, not including, `end`. */
export interface FormRows {
  readonly start: number;
  readonly end: number;
}

/** What a row may be that tells where a form begins. */
interface RowMark {
  readonly title: boolean;
  readonly name: string | undefined;
  readonly funds: boolean;
  readonly indicators: boolean;
  readonly total: boolean;
}

/**
 * Splits a sheet into its forms, one below the other. A form begins at its title, or at 项目名称 where no title is
 * printed, or at a funds block after a finished form. A title or header repeated in the middle of a form (a page break
 * pasted in) does not begin another one.
 */
export function findForms(view: GridView): readonly FormRows[] {
  const marks = Array.from({ length: view.height }, (_, row) => markRow(view, row));
  const starts: number[] = [];
  let state = { name: undefined as string | undefined, funds: false, indicators: false, total: false, open: false };
  const begin = (row: number): void => {
    starts.push(marks[row]?.title === true ? row : headStart(view, row, (starts.at(-1) ?? -1) + 1));
    state = { name: undefined, funds: false, indicators: false, total: false, open: true };
  };
  marks.forEach((mark, row) => {
    if (mark.title) {
      if (!state.open || startsForm(marks, row, state)) begin(row);
      return;
    }
    if (mark.name !== undefined) {
      const filled = state.funds || state.indicators;
      const repeated = !state.total && mark.name !== "" && mark.name === state.name;
      if (!state.open || (filled && !repeated)) begin(row);
      state.name = mark.name;
    }
    if (mark.funds) {
      if (!state.open || state.total) begin(row);
      state.funds = true;
    } else if (mark.indicators) {
      if (!state.open) begin(row);
      state.indicators = true;
    }
    if (mark.total && state.indicators) state.total = true;
  });
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? view.height }));
}

/** Lines with the year or the unit that stand above a form without a title belong to it. */
function headStart(view: GridView, row: number, floor: number): number {
  let start = row;
  while (start > floor) {
    const above = view.row(start - 1);
    const head =
      above.length > 0 && above.length <= 3 && above.every(({ label }) => /^\(?20\d\d年|单位:|^(万元|元)$/.test(label));
    if (!head) break;
    start--;
  }
  return start;
}

/** A repeated title begins a form where a new project or funds block comes before the next indicators. */
function startsForm(
  marks: readonly RowMark[],
  title: number,
  state: {
    readonly name: string | undefined;
    readonly funds: boolean;
    readonly indicators: boolean;
    readonly total: boolean;
  },
): boolean {
  if (!state.funds && !state.indicators) return false;
  for (const mark of marks.slice(title + 1)) {
    if (mark.name !== undefined) return state.total || mark.name === "" || mark.name !== state.name;
    if (mark.funds) return true;
    if (mark.indicators) return state.total;
  }
  return false;
}

function markRow(view: GridView, row: number): RowMark {
  const cells = view.row(row);
  const first = cells[0];
  const title = cells.length <= 2 && first !== undefined && (isFormTitle(first.label) || isForeignTitle(first.label));
  const summary = summaryHeader(cells) !== undefined;
  const funds = !summary && fundsHeader(cells) !== undefined;
  const indicators = !funds && indicatorHeaderAt(view, row) !== undefined;
  return {
    title,
    name: title || summary ? undefined : projectNameOn(view, row),
    funds,
    indicators,
    total: cells.slice(0, 3).some(({ label }) => isTotalLabel(label)),
  };
}

/** Normalised project name a row states, "" where the label stands alone, undefined where there is no such label. */
function projectNameOn(view: GridView, row: number): string | undefined {
  const cells = view.row(row);
  const at = cells.findIndex(({ label }) => PROJECT_NAME.test(label));
  const cell = cells[at];
  if (cell === undefined || at > 1) return undefined;
  const inline = /^[^:]+:(.+)$/.exec(cell.label)?.[1];
  if (inline !== undefined) return inline;
  const next = cells[at + 1];
  return next === undefined || isHeadLabel(next.label) ? "" : next.label;
}
