import type { ReadingNote } from "../../model/book";
import { a1 } from "../../model/cell";
import type { SelfEvaluationForm, SelfEvaluationSummary } from "../../model/form";
import type { SheetGrid } from "../../model/grid";
import type { MoneyUnit } from "../../model/quantity";
import { findForms, type FormRows } from "./find-forms";
import { findPanels } from "./find-panels";
import { GridView } from "./grid-view";
import { indicatorHeaderAt } from "./indicator-header";
import {
  indicatorHeader,
  isDepartmentTitle,
  isForeignTitle,
  isFormTitle,
  isSummaryTitle,
  PROJECT_NAME,
  summaryHeader,
} from "./labels";
import { readForm } from "./read-form";
import { isBlankForm, subjectOf } from "./own-forms";
import { readSummary } from "./read-summary";

/** What a sheet with 自评表 blocks or a 汇总表 holds. */
export interface SelfEvaluationReading {
  readonly kind: "ZP" | "ZPHZ" | "BM";
  readonly forms: readonly SelfEvaluationForm[];
  /** Forms of a whole department. */
  readonly departmentForms: readonly SelfEvaluationForm[];
  readonly summary?: SelfEvaluationSummary;
  readonly notes: readonly ReadingNote[];
}

/** A title stands in the first rows; further down it is a text about a form. */
const TITLE_ROWS = 8;

/**
 * Reads a sheet as 自评表 or 汇总表; undefined where it is neither. Figures are converted to `moneyUnit`, in which a
 * form without a unit of its own is taken to be. A sheet is recognised by its title together with a label of the form,
 * or by the labels of the indicator table alone; forms of a whole department are kept apart, 绩效监控 and 绩效目标申报 are not ours, and
 * a form nobody has filled in is not handed out.
 */
export function readSelfEvaluation(sheet: SheetGrid, moneyUnit: MoneyUnit): SelfEvaluationReading | undefined {
  const view = new GridView(sheet, moneyUnit);
  const titles = firstTitles(view);
  const blocks = holdsForms(view, titles)
    ? findPanels(view, (cells) => indicatorHeader(cells) !== undefined).flatMap((panel) =>
        findForms(panel).map((rows) => ({ panel, rows, subject: subjectOf(panel, rows) })),
      )
    : [];
  const own = blocks.filter(({ subject }) => subject === "project");
  const departments = blocks
    .filter(({ subject }) => subject === "department")
    .map(({ panel, rows }, index) => readForm(panel, rows, index))
    .filter(({ form }) => form.indicators.length > 0 && !isBlankForm(form));
  const forms = own.map(({ panel, rows }, index) => readForm(panel, rows, index));
  const printed = forms.filter(
    ({ form }) => form.indicators.length > 0 || form.funds.length > 0 || form.totals.length > 0,
  );
  const summary = holdsSummary(view, titles, printed.length > 0) ? readSummaries(view) : undefined;
  const found = printed.length > 0 || summary ? printed : forms;
  if (found.length === 0 && !summary && departments.length === 0) return undefined;
  const kept = found.filter(({ form }) => !isBlankForm(form));
  return {
    kind: found.length > 0 ? "ZP" : departments.length > 0 ? "BM" : "ZPHZ",
    forms: kept.map(({ form }, index) => ({ ...form, index })),
    departmentForms: departments.map(({ form }) => ({ ...form, subject: "department" as const })),
    ...(summary ? { summary } : {}),
    notes: [
      ...found.flatMap(({ form, notes }) => (isBlankForm(form) ? blankNote(view, form) : notes)),
      ...departments.flatMap(({ notes }) => notes.filter(({ code }) => !PROJECT_NOTES.has(code))),
      ...blocks.filter(({ subject }) => subject === "other").map(({ panel, rows }) => foreignNote(panel, rows)),
    ],
  };
}

/** What only a project's form lacks. */
const PROJECT_NOTES: ReadonlySet<string> = new Set(["projectNameMissing", "fundsMissing"]);

/** The 汇总表 of a sheet; lists that stand side by side are one. */
function readSummaries(view: GridView): SelfEvaluationSummary | undefined {
  const lists = findPanels(view, (cells) => summaryHeader(cells) !== undefined).flatMap(
    (panel) => readSummary(panel) ?? [],
  );
  const [first, ...others] = lists;
  return first && { ...first, rows: [first, ...others].flatMap(({ rows }) => rows) };
}

function foreignNote(view: GridView, { start }: FormRows): ReadingNote {
  const first = view.row(start)[0];
  const cell = view.address(start, first?.column ?? 0);
  const message = `${view.name} ${a1(cell)}“${first?.label ?? ""}”不是项目支出绩效自评表，未作检查`;
  return { code: "foreignForm", message, sheet: view.name, cell };
}

function blankNote({ name }: GridView, { title, totals }: SelfEvaluationForm): ReadingNote {
  const cell = title?.cell ?? totals[0]?.label.cell;
  const where = cell ? `${a1(cell)} 起的` : "";
  return {
    code: "blankForm",
    message: `${name} ${where}自评表未填写，未作检查`,
    sheet: name,
    ...(cell ? { cell } : {}),
  };
}

function firstTitles(view: GridView): readonly string[] {
  const titles: string[] = [];
  for (let row = 0; row < view.height && titles.length < TITLE_ROWS; row++) {
    const first = view.row(row)[0];
    if (first) titles.push(first.label);
  }
  return titles;
}

function holdsForms(view: GridView, titles: readonly string[]): boolean {
  const titled =
    titles.some(isDepartmentTitle) || (titles.some(isForeignTitle) ? hasFormTitle(view) : titles.some(isFormTitle));
  if (!titled && titles.some(isForeignTitle)) return false;
  for (let row = 0; row < view.height; row++) {
    const cells = view.row(row);
    const columns = indicatorHeaderAt(view, row)?.columns;
    if (columns && (titled || (columns.has("target") && columns.has("score")))) return true;
    if (titled && cells.some(({ label }) => PROJECT_NAME.test(label)) && !summaryHeader(cells)) return true;
  }
  return false;
}

/** Whether a form follows further down under a title of its own. */
function hasFormTitle(view: GridView): boolean {
  return Array.from({ length: view.height }, (_, row) => view.row(row)).some(
    (cells) => cells.length <= 2 && cells[0] !== undefined && isFormTitle(cells[0].label),
  );
}

/** A list of projects with scores is a 汇总表 where its title says so, or where it numbers its rows and is no form. */
function holdsSummary(view: GridView, titles: readonly string[], hasForms: boolean): boolean {
  if (titles.some(isSummaryTitle)) return true;
  if (hasForms) return false;
  for (let row = 0; row < Math.min(view.height, TITLE_ROWS); row++) {
    const columns = summaryHeader(view.row(row), view.row(row + 1));
    if (columns) return columns.has("number") && (columns.has("score") || !columns.has("grade"));
  }
  return false;
}
