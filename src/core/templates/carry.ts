import { cellKey } from "../model/cell";
import type { AccountBook } from "../model/book";
import type { Figure } from "../model/figure";
import type { SelfEvaluationForm } from "../model/form";
import {
  FUNDS,
  isStandardKey,
  TOTAL_ROW,
  Z01_ROWS,
  Z04_ROWS,
  type ColumnKey,
  type RowKey,
  type StandardKey,
} from "../model/table";
import { editionOf } from "../editions";
import { usualLines, type FormContent, type IndicatorLine } from "./forms/form-layout";
import { layoutFor, type SetRequest } from "./set-request";
import { isFunctionalCode, type ChosenSubject } from "./subjects";

/** A figure to begin a table with, in the workbook's unit. */
export interface Opening {
  readonly table: StandardKey;
  readonly row: RowKey;
  readonly column: ColumnKey;
  readonly value: number;
}

/** What became of one thing of last year's book. */
export interface CarriedItem {
  readonly kind: "carried" | "changed" | "emptied" | "left";
  /** What it is, in a clerk's words, and what became of it. */
  readonly what: string;
}

export interface Carried {
  readonly request: SetRequest;
  readonly forms: readonly FormContent[];
  readonly openings: readonly Opening[];
  readonly items: readonly CarriedItem[];
}

/** Why a book cannot be carried on: it tells no year, or it is another unit's. */
export type CarryFault =
  { readonly kind: "noYear" | "noTables" } | { readonly kind: "otherUnit"; readonly name: string };

/**
 * The next year's set from a book: its unit, money unit, tables and rows; opening balances from what closed; the forms with
 * names, goals, indicators and weights. Figures are not taken over.
 * @param unsound keys of cells (`cellKey`) that the check of that book calls wrong: such a figure opens nothing
 * @param unitName the unit the set is for, where it was said
 */
export function carryOn(
  book: AccountBook,
  unsound: ReadonlySet<string>,
  unitName: string | undefined,
  formulas: boolean,
): Carried | CarryFault {
  if (book.year === undefined) return { kind: "noYear" };
  const keys = [...book.tables.keys()].filter(isStandardKey);
  if (keys.length === 0) return { kind: "noTables" };
  if (unitName && book.unitName && unitName !== book.unitName) return { kind: "otherUnit", name: book.unitName };
  const year = book.year + 1;
  const edition = editionOf(year);
  const layout = layoutFor(edition.id);
  const tables = layout.tables.map(({ key }) => key).filter((key) => keys.includes(key));
  const added = layout.tables.filter(({ key }) => !keys.includes(key));
  const subjects = subjectsOf(book);
  const { openings, items } = openingsOf(book, unsound);
  const forms = book.forms.map((form) => formContent(form, year));
  return {
    request: {
      head: {
        year,
        of: book.body ?? "部门",
        unitName: unitName ?? book.unitName ?? "",
        moneyUnit: book.moneyUnit,
        formulas,
      },
      layout,
      tables,
      projects: forms.map(({ project }) => project),
      summary: book.summaries.length > 0 || forms.length > 0,
      subjects,
    },
    forms,
    openings,
    items: [
      { kind: "changed", what: `年度：${book.year} → ${year}` },
      ...(edition === editionOf(book.year)
        ? []
        : [{ kind: "changed" as const, what: `表式：按${layout.name}的编号和表样` }]),
      { kind: "carried", what: `表：${tables.length} 张；科目：${subjects.length} 行` },
      ...added.map(({ title }) => ({ kind: "left" as const, what: `${title}：上年工作簿中没有，未生成` })),
      ...items,
      ...(forms.length > 0
        ? [{ kind: "carried" as const, what: `自评表 ${forms.length} 张：项目名称、指标、指标值和分值` }]
        : []),
      { kind: "emptied", what: "各表金额、执行数、完成值、得分、偏差原因" },
    ],
  };
}

/** Every functional code of the classified tables, with the tables it stands in. */
function subjectsOf(book: AccountBook): readonly ChosenSubject[] {
  const found = new Map<string, { name: string; tables: StandardKey[] }>();
  for (const [key, table] of book.tables) {
    if (!isStandardKey(key) || key === "Z01" || key === "Z04") continue;
    for (const { code, name } of table.rows) {
      if (code === undefined || !isFunctionalCode(code)) continue;
      const subject = found.get(code) ?? { name, tables: [] };
      if (!subject.tables.includes(key)) subject.tables.push(key);
      found.set(code, subject);
    }
  }
  return [...found].map(([code, subject]) => ({ code, ...subject }));
}

/** Z01, Z04 by fund and the rows of JJ: this year's opening is what closed last year. */
function openingsOf(
  book: AccountBook,
  unsound: ReadonlySet<string>,
): { readonly openings: readonly Opening[]; readonly items: readonly CarriedItem[] } {
  const openings: Opening[] = [];
  const items: CarriedItem[] = [];
  const take = (
    table: StandardKey,
    row: RowKey,
    column: ColumnKey,
    what: string,
    closing: Figure | undefined,
  ): void => {
    if (!closing || (closing.kind !== "invalid" && closing.value.isZero())) return;
    if (closing.kind === "invalid" || unsound.has(cellKey(closing.cell))) {
      items.push({ kind: "left", what: `${what}：上年的年末数有误，未结转` });
      return;
    }
    openings.push({ table, row, column, value: closing.value.toNumber() });
    items.push({ kind: "carried", what: `${what}：${closing.value.toString()} ${book.moneyUnit}` });
  };
  const at = (key: StandardKey, row: RowKey, column: ColumnKey): Figure | undefined =>
    book.tables.get(key)?.byKey.get(row)?.figures.get(column);
  take("Z01", Z01_ROWS.opening, "amount", "01表年初结转和结余", at("Z01", Z01_ROWS.closing, "amount"));
  const funds = { general: "一般公共预算", fund: "政府性基金", stateCapital: "国有资本经营" } as const;
  for (const fund of FUNDS) {
    const row = Z04_ROWS.openingOf[fund];
    take("Z04", row, "amount", `04表年初${funds[fund]}结转和结余`, at("Z04", Z04_ROWS.closing, fund));
  }
  for (const { key, code, name } of book.tables.get("JJ")?.rows ?? []) {
    if (key === TOTAL_ROW || code?.length !== 7) continue;
    take("JJ", key, "opening", `政府性基金年初结转和结余 ${code} ${name}`, at("JJ", key, "closing"));
  }
  return { openings, items };
}

/** A form as the next year begins it; the usual lines where it has none that were read. */
function formContent(form: SelfEvaluationForm, year: number): FormContent {
  const lines = form.indicators.map(({ level1, level2, name, target, weight }): IndicatorLine => ({
    level1,
    level2,
    name: name.text,
    target: target.raw,
    weight: weight.value.toNumber(),
  }));
  return {
    project: form.projectName?.text ?? "",
    ...(form.department ? { department: form.department.text } : {}),
    ...(form.implementingUnit ? { unit: form.implementingUnit.text } : {}),
    lines: lines.length > 0 ? lines : usualLines(year),
  };
}
