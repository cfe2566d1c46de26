import { foldWidth, normaliseLabel } from "../glossary/normalise";
import type { SelfEvaluationForm, SelfEvaluationSummary } from "../model/form";
import type { SheetGrid, WorkbookGrid } from "../model/grid";
import type { AccountTable } from "../model/table";
import { yearIn } from "./head-matter";

/** What may tell a workbook's year. */
export interface YearEvidence {
  readonly tables: readonly AccountTable[];
  /** Years of the tables' own headers (2021年度预算数). */
  readonly headers: readonly (number | undefined)[];
  readonly forms: readonly SelfEvaluationForm[];
  readonly summaries: readonly SelfEvaluationSummary[];
  /** Sheets that are none of ours: covers, lists of contents. */
  readonly others: readonly SheetGrid[];
}

/** A year and whether only the file's name tells it. */
export interface ToldYear {
  readonly year: number;
  readonly fromFileName: boolean;
}

/**
 * The year most tables state in title or head; else their headers, most forms, a summary's title, a tab, a cover; last the
 * file's name. Undefined where nothing tells it.
 */
export function bookYear(evidence: YearEvidence, grid: WorkbookGrid): ToldYear | undefined {
  const printed =
    mostFrequent(evidence.tables.map((table) => table.year)) ??
    mostFrequent(evidence.headers) ??
    mostFrequent(evidence.forms.map((form) => form.year)) ??
    mostFrequent(evidence.summaries.map((summary) => yearIn(normaliseLabel(summary.title?.text ?? "")))) ??
    mostFrequent(grid.sheets.map((sheet) => yearIn(normaliseLabel(sheet.name)))) ??
    mostFrequent(evidence.others.flatMap(coverYears)) ??
    grid.cover?.year;
  if (printed !== undefined) return { year: printed, fromFileName: false };
  const named = yearOfFileName(grid.fileName ?? "");
  return named === undefined ? undefined : { year: named, fromFileName: true };
}

/** Rows of a cover or list of contents in which a year is looked for. */
const COVER_ROWS = 15;

/** Years in lines that speak of final accounts: "某局2021年度部门决算", "2021年决算公开表". */
function coverYears({ values }: SheetGrid): readonly (number | undefined)[] {
  return values
    .slice(0, COVER_ROWS)
    .flat()
    .flatMap((value) => {
      const label = typeof value === "string" && value.length <= 80 ? normaliseLabel(value) : "";
      return /决算/.test(label) ? [yearIn(label)] : [];
    });
}

/**
 * The one year a file's name holds ("某局2021年度决算公开表.xlsx", "2021-决算.xlsx"); undefined where there is none, where two
 * differ, and where it is part of a date (20220815, 2022-08): accounts are published in the year after.
 */
export function yearOfFileName(name: string): number | undefined {
  const text = foldWidth(name).replace(/\.[a-z]+$/i, "");
  const stated = [...text.matchAll(/(?:^|\D)(20\d\d)年(?!\d{1,2}月)/g)].map(([, year]) => Number(year));
  const bare = [...text.matchAll(/(?:^|\D)(20\d\d)(?![\d年]|[-._/]\d{1,2}(?:\D|$))/g)].map(([, year]) => Number(year));
  const [year, ...others] = new Set(stated.length > 0 ? stated : bare);
  return others.length === 0 ? year : undefined;
}

/** The later of two that are equally frequent: a header prints last year's figures beside this year's. */
function mostFrequent(years: readonly (number | undefined)[]): number | undefined {
  const counts = new Map<number, number>();
  for (const year of years) if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0];
}
