import { normaliseLabel } from "../glossary/normalise";
import type { AccountBook } from "../model/book";
import { chineseNumber } from "../model/chinese-number";
import type { SheetGrid, WorkbookGrid } from "../model/grid";
import { isStandardKey, type AccountTable, type TableKey } from "../model/table";
import type { BlankSpan, NarrativeDraft, Span } from "../narrative/model";
import type { CarriedTexts } from "./carried";
import type { PrintedBlock, PrintedParagraph, PrintedTable, Publication, PublicationPart } from "./model";
import { printedTable } from "./printed-table";
import { GENERAL_TERMS, ITEM_TERMS, type Term } from "./terms";

/** What a publication is made of. */
export interface PublicationInput {
  readonly book: AccountBook;
  /** The workbook's sheets: its tables and forms are printed as they stand there. */
  readonly grid: WorkbookGrid;
  readonly draft: NarrativeDraft;
  /** From last year's document, where the office picked one. */
  readonly carried?: CarriedTexts;
}

/**
 * The whole document: 概况, the tables in the edition's order, 情况说明, 名词解释 and annexes. What nobody has told is a blank
 * to fill in; nothing is made up.
 */
export function publicationOf(input: PublicationInput): Publication {
  const { book, draft } = input;
  const body = book.body ?? "部门";
  const year = book.year === undefined ? "" : `${book.year}年度`;
  const parts: readonly PublicationPart[] = [
    { id: "profile", title: `第一部分　${body}概况`, blocks: profile(input, body) },
    { id: "tables", title: `第二部分　${year}${body}决算表`, blocks: tables(input) },
    { ...accountPart(draft), title: `第三部分　${year}${body}决算情况说明` },
    { id: "terms", title: "第四部分　名词解释", blocks: terms(input) },
    { id: "annexes", title: "第五部分　附件", blocks: annexes(input) },
  ];
  return { title: `${year}${book.unitName ?? ""}${body}决算`, unitName: book.unitName, year: book.year, parts, draft };
}

const text = (words: string): Span => ({ kind: "text", text: words });
const heading2 = (words: string): PrintedParagraph => ({ kind: "heading2", spans: [text(words)] });
const body = (...spans: readonly Span[]): PrintedParagraph => ({ kind: "body", spans });
const blank = (key: string, label: string): BlankSpan => ({ kind: "blank", cause: "parameter", key, label });

function profile({ carried }: PublicationInput, word: string): readonly PrintedBlock[] {
  if (carried && carried.profile.length > 0) {
    return carried.profile.map((line) =>
      /^[一二三四五六七八九十]+、.{2,20}$/.test(line) ? heading2(line) : body(text(line)),
    );
  }
  return [
    heading2(`一、${word}职责`),
    body(blank("概况.职责", `${word}职责`)),
    heading2("二、机构设置"),
    body(blank("概况.机构设置", "机构设置和决算单位构成")),
  ];
}

/**
 * The standard tables, in the order of the edition, and behind each the further ones that the workbook has behind it; a
 * standard one that the workbook lacks is said to be missing in its place.
 */
function tables({ book, grid, draft }: PublicationInput): readonly PrintedBlock[] {
  const further = furtherBehind(book, grid);
  const printed = (key: TableKey): readonly PrintedBlock[] => {
    const table = book.tables.get(key);
    const sheet = table && grid.sheets.find(({ name }) => name === table.sheet);
    return table && sheet
      ? [printedTable(onlyItsRows(sheet, table.title.cell.row, book, key), figureCells(book, key))]
      : [];
  };
  const first = (further.get(undefined) ?? []).flatMap(printed);
  const rest = draft.edition.tables.flatMap((key, index): readonly PrintedBlock[] => {
    const own = printed(key);
    const standard = own.length > 0 ? own : [body(blank(`表.${key}`, draft.tableTitles[index] ?? key))];
    return [...standard, ...(further.get(key) ?? []).flatMap(printed)];
  });
  return [...first, ...rest];
}

/** Tables beside the nine, by the standard one they follow in the workbook; undefined for those in front of all. */
function furtherBehind(book: AccountBook, grid: WorkbookGrid): ReadonlyMap<TableKey | undefined, readonly TableKey[]> {
  const place = ({ sheet, title }: AccountTable): number =>
    grid.sheets.findIndex(({ name }) => name === sheet) + title.cell.row / 1e6;
  const inOrder = [...book.tables.values()].sort((a, b) => place(a) - place(b));
  const found = new Map<TableKey | undefined, readonly TableKey[]>();
  let behind: TableKey | undefined;
  for (const { key } of inOrder) {
    if (isStandardKey(key)) behind = key;
    else found.set(behind, [...(found.get(behind) ?? []), key]);
  }
  return found;
}

/** Rows of one table, where a sheet holds several below one another. */
function onlyItsRows(sheet: SheetGrid, from: number, book: AccountBook, key: TableKey): SheetGrid {
  const others = [...book.tables.values()]
    .filter((other) => other.sheet === sheet.name && other.key !== key)
    .map(({ title }) => title.cell.row);
  if (others.length === 0) return sheet;
  const next = Math.min(...others.filter((row) => row > from), sheet.top + sheet.values.length);
  return {
    ...sheet,
    top: from,
    values: sheet.values.slice(from - sheet.top, next - sheet.top),
    merges: (sheet.merges ?? []).filter(({ top, bottom }) => top >= from && bottom < next),
  };
}

function figureCells(book: AccountBook, key: TableKey): ReadonlySet<string> {
  const rows = book.tables.get(key)?.rows ?? [];
  return new Set(rows.flatMap((row) => [...row.figures.values()].map(({ cell }) => `${cell.row},${cell.column}`)));
}

/** The part 情况说明 alone, under the draft's own title. */
export function accountPart(draft: NarrativeDraft): PublicationPart {
  return { id: "account", title: draft.title, blocks: account(draft) };
}

function account(draft: NarrativeDraft): readonly PrintedBlock[] {
  return draft.sections.flatMap((section) => [
    heading2(section.title),
    ...section.paragraphs.map((paragraph): PrintedBlock => {
      if (paragraph.chart) return { kind: "chart", chart: paragraph.chart };
      const kind = { heading2: "heading3", heading3: "heading4", body: "body", chart: "body" } as const;
      return { kind: kind[paragraph.style], spans: paragraph.spans };
    }),
  ]);
}

const TO_COMPARE = "（请与当年政府收支分类科目核对）";

/** General terms first, then the 项 in use by code; the office's own words before the product's; none for an unexplained 项. */
function terms({ draft, carried, book }: PublicationInput): readonly PrintedBlock[] {
  const own = new Map((carried?.terms ?? []).map((term) => [keyOf(term.name), term]));
  const general = GENERAL_TERMS.filter(({ name }) => isUsed(name, book)).map(
    (term) => own.get(keyOf(term.name)) ?? term,
  );
  const items = itemsOf(draft).flatMap(({ code, fullName, label }): readonly Term[] => {
    const printed = own.get(keyOf(fullName)) ?? own.get(keyOf(label)) ?? ownByEnd(own, label);
    if (printed) return [{ name: fullName, meaning: printed.meaning }];
    const shipped = ITEM_TERMS[code];
    return shipped === undefined ? [] : [{ name: fullName, meaning: shipped + TO_COMPARE }];
  });
  return [...general, ...items].map(({ name, meaning }, index) =>
    body(text(`${chineseNumber(index + 1)}、${name}：${meaning}`)),
  );
}

function keyOf(name: string): string {
  return normaliseLabel(name).replace(/["']/g, "");
}

/** A term printed as 类（类）款（款）项（项） whose 项 is this one. */
function ownByEnd(own: ReadonlyMap<string, Term>, label: string): Term | undefined {
  const end = `${keyOf(label)}(项)`;
  return [...own].find(([name]) => name.endsWith(end))?.[1];
}

/** Terms of sources and uses that the unit has none of are left out. */
function isUsed(name: string, book: AccountBook): boolean {
  if (name !== "经营支出" && name !== "经营收入" && name !== "上缴上级支出" && name !== "对附属单位补助支出")
    return true;
  const rows = [...(book.tables.get("Z02")?.rows ?? []), ...(book.tables.get("Z03")?.rows ?? [])];
  const column = {
    经营收入: "business",
    经营支出: "business",
    上缴上级支出: "upward",
    对附属单位补助支出: "affiliatedSubsidy",
  }[name];
  return rows.some((row) => {
    const figure = [...row.figures].find(([key]) => key === column)?.[1];
    return figure?.kind === "amount" && !figure.value.isZero();
  });
}

function itemsOf({ items }: NarrativeDraft): readonly { code: string; fullName: string; label: string }[] {
  return [...items].sort((a, b) => a.code.localeCompare(b.code));
}

/** 汇总表, the 自评表 the text describes, the frame of the evaluation report and its score tables. */
function annexes({ book, grid, draft }: PublicationInput): readonly PrintedBlock[] {
  const sheetOf = (name: string): readonly PrintedTable[] => {
    const sheet = grid.sheets.find((one) => one.name === name);
    return sheet ? [printedTable(sheet, new Set())] : [];
  };
  const summaries = [...new Set(book.summaries.map(({ sheet }) => sheet))].flatMap(sheetOf);
  const shown = new Set(draft.shownForms);
  const forms = [...new Set(book.forms.filter((_, index) => shown.has(index)).map(({ sheet }) => sheet))].flatMap(
    sheetOf,
  );
  const reviews = book.scoreTables.filter(({ kind }) => kind === "PJ").map(({ sheet }) => sheet);
  const scores = [...new Set(reviews)].flatMap(sheetOf);
  return [
    ...summaries.flatMap((table, index) => [heading2(`附件${index + 1}　${table.title}`), { ...table, title: "" }]),
    ...(forms.length > 0 ? [heading2(`附件${summaries.length + 1}　项目支出绩效自评表`), ...forms] : []),
    heading2(`附件${summaries.length + (forms.length > 0 ? 2 : 1)}　部门评价报告`),
    ...[
      "项目基本情况",
      "评价工作开展情况",
      "综合评价情况及评价结论",
      "绩效评价指标分析",
      "主要经验及做法、存在的问题及原因分析",
      "有关建议",
    ].flatMap((title, index): readonly PrintedBlock[] => [
      { kind: "heading3", spans: [text(`（${chineseNumber(index + 1)}）${title}`)] },
      body(blank(`评价报告.${title}`, title)),
    ]),
    ...scores,
  ];
}
