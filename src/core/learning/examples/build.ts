import { parseA1 } from "../../model/cell";
import type { CellValue, SheetGrid, WorkbookGrid } from "../../model/grid";
import type { CellEdit, Excerpt, RuleExample } from "./model";
import { exampleSheet } from "./sheets";

/** An example as workbooks to read. */
export interface ExampleWorkbooks {
  readonly current: WorkbookGrid;
  readonly priorYear?: WorkbookGrid;
}

const PRIOR_YEAR = 2022;

/**
 * The workbooks of an example, broken as told or as they should be.
 * @throws RangeError where an edit names a row its sheet does not have: a mistake in the example's data
 */
export function buildExample(example: RuleExample, state: "broken" | "mended"): ExampleWorkbooks {
  const edits = [...(example.setup ?? []), ...(state === "broken" ? example.slip : [])];
  const shown = example.excerpts.filter(({ sheet }) => state === "mended" || !(example.leftOut ?? []).includes(sheet));
  return {
    current: { sheets: shown.map((excerpt) => sheetOf(excerpt, edits)) },
    ...(example.priorYear
      ? {
          priorYear: {
            sheets: example.priorYear.map((excerpt) => sheetOf(excerpt, example.priorSetup ?? [], PRIOR_YEAR)),
          },
        }
      : {}),
  };
}

function sheetOf(excerpt: Excerpt, edits: readonly CellEdit[], year?: number): SheetGrid {
  const base = exampleSheet(excerpt.sheet, year);
  const rows = base.rows.map((row) => [...row]);
  if (excerpt.as === undefined) for (const edit of edits) if (edit[0] === excerpt.sheet) apply(rows, base.head, edit);
  if (excerpt.as !== undefined) rows[0] = [excerpt.as];
  for (const letter of excerpt.without ?? "") for (const row of rows) dropColumn(row, letter);
  const lastBody = rows.length - base.tail;
  const values = rows.flatMap((row, index) =>
    index < base.head || index >= lastBody ? [row] : excerptOf(row, excerpt),
  );
  return { name: excerpt.as ?? base.name, top: 0, left: 0, values };
}

function dropColumn(row: CellValue[], letter: string): void {
  const { column } = parseA1(`${letter}1`);
  if (column < row.length && row.length > 1) row[column] = null;
}

/** What an excerpt shows of a line: the line, one of its halves, or nothing. */
function excerptOf(row: CellValue[], { sheet, keep }: Excerpt): CellValue[][] {
  const isKept = (label: CellValue | undefined): boolean => !keep || keep.includes(String(label));
  if (sheet !== "Z01" && sheet !== "Z04") return row.some(isKept) ? [row] : [];
  const [income, expenditure] = [isKept(row[0]), isKept(row[3])];
  if (!income && !expenditure) return [];
  return [row.map((value, column) => ((column < 3 ? income : expenditure) ? value : null))];
}

function apply(rows: CellValue[][], head: number, [sheet, row, column, value]: CellEdit): void {
  const line = typeof row === "number" ? rows[row - 1] : rows.slice(head).find((cells) => cells.includes(row));
  if (!line) throw new RangeError(`${sheet} has no row ${row}`);
  line[parseA1(`${column}1`).column] = value;
}
