import type { AccountBook } from "../model/book";
import { chartsOf } from "./charts/chart-data";
import { findContradictions } from "./contradictions";
import { editionFor, editionOfBook, yearsOf, type Edition } from "../editions";
import { tableName } from "../tables";
import { gatherFacts, type Facts } from "./facts/facts";
import { projectNames } from "./facts/performance";
import type { BlankSpan, Difference, NarrativeDraft, Section, Span } from "./model";
import { projectShownKey, textOf, type Parameters } from "./parameters/parameters";
import { priorYearFromBook } from "./prior-year";
import { renderTemplate } from "./template/render";
import type { Template } from "./template/syntax";
import { nameText, type WordingOptions } from "./wording";

/** What a draft is made of. */
export interface NarrativeInput {
  readonly book: AccountBook;
  readonly parameters: Parameters;
  /** The template of the edition, parsed. */
  readonly template: Template;
  /** Default: the edition of the workbook's year. */
  readonly edition?: Edition;
  /** Last year's workbook, where the user picked it: its figures go before those of the parameter sheet. */
  readonly priorYear?: AccountBook;
  /** Default: no thousands separators. */
  readonly wording?: WordingOptions;
}

/**
 * Drafts the 情况说明: every figure from the tables, the parameters or last year's workbook, with its cells; gaps where
 * something is missing, and a list of sources that contradict each other. Never fails: what can not be said is a blank.
 */
export function draftNarrative(input: NarrativeInput): NarrativeDraft {
  const { book, parameters } = input;
  const prior = input.priorYear
    ? priorYearFromBook(input.priorYear, book)
    : { figures: new Map(), warnings: [] as readonly string[] };
  const edition = input.edition ?? editionFor(book);
  const facts = gatherFacts(book, parameters, prior.figures, edition);
  const charts = chartsOf(facts, book.year);
  const wording = input.wording ?? { thousands: false };
  const differences = findContradictions({ book, facts, parameters, prior: prior.figures });
  const rendered = renderTemplate(input.template, { facts, parameters, charts, wording });
  const sections = withMarks(rendered, differences);
  return {
    edition,
    title: `${book.year === undefined ? "" : `${book.year}年度`}${book.body ?? "部门"}决算情况说明`,
    unitName: book.unitName,
    year: book.year,
    sections,
    charts,
    tableTitles: edition.tables.map((key) => nameText(book.tables.get(key)?.title.text ?? tableName(key))),
    items: ["项", "基金项", "国资项"].flatMap((list) => itemsOf(facts, list)),
    shownForms: projectNames(book).flatMap((name, index) =>
      textOf(parameters, projectShownKey(name)) === "否" ? [] : [index],
    ),
    missing: {
      reasons: blanksOf(sections, "reason"),
      parameters: blanksOf(sections, "parameter"),
      tables: blanksOf(sections, "table"),
    },
    differences,
    warnings: [
      ...(book.year === undefined
        ? [`工作簿没有写明年度，${editionOfBook(book) ? "按各表的公开表号取" : "按"}${yearsOf(edition)}的表样起草`]
        : []),
      ...missingSections(input.template, edition.sections),
      ...prior.warnings,
    ],
  };
}

/** The sections with what contradicts a figure said behind it. */
function withMarks(sections: readonly Section[], differences: readonly Difference[]): readonly Section[] {
  const notes = new Map(
    differences.flatMap(({ marks }) => (marks ? marks.keys.map((key) => [key, marks.note] as const) : [])),
  );
  if (notes.size === 0) return sections;
  const marked = (span: Span): Span => {
    const toVerify = span.kind === "figure" ? notes.get(span.key) : undefined;
    return span.kind === "figure" && toVerify !== undefined ? { ...span, toVerify } : span;
  };
  return sections.map((section) => ({
    ...section,
    paragraphs: section.paragraphs.map((paragraph) => ({ ...paragraph, spans: paragraph.spans.map(marked) })),
  }));
}

function itemsOf(facts: Facts, list: string): NarrativeDraft["items"] {
  const found = facts.lists.get(list);
  if (!found || "kind" in found) return [];
  return found.map(({ code = "", label, fullName = label }) => ({ code, label, fullName }));
}

function blanksOf(sections: readonly Section[], cause: BlankSpan["cause"]): readonly BlankSpan[] {
  const blanks = sections.flatMap((section) => section.blanks).filter((blank) => blank.cause === cause);
  return [...new Map(blanks.map((blank) => [blank.key, blank])).values()];
}

function missingSections(template: Template, wanted: readonly string[]): readonly string[] {
  const absent = wanted.filter((section) => !template.sections.includes(section));
  return absent.length === 0 ? [] : [`模板缺少这些部分：${absent.join("、")}`];
}
