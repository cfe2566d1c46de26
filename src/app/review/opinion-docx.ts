import type { PrintedTable } from "../../core/publication/model";
import { reviewTexts as texts } from "../../text/review";
import { wordPackage } from "../publication/word-package";
import { tableXml } from "../publication/word-table";
import { paragraph, run, sectionProperties } from "../publication/word-xml";
import type { Opinion, OpinionRow } from "./opinion";

/** Columns of the table with their shares of the page, and what stands in them. */
export const OPINION_COLUMNS: readonly (readonly [keyof OpinionRow, string, number])[] = [
  ["category", texts.columns.category, 7],
  ["place", texts.columns.place, 20],
  ["item", texts.columns.item, 30],
  ["expected", texts.columns.expected, 12],
  ["actual", texts.columns.actual, 12],
  ["basis", texts.columns.basis, 26],
  ["outcome", texts.columns.outcome, 18],
];

/** Opinions as one .docx, A4 lying, each beginning on a page of its own, with a table whose head is repeated. */
export function opinionsAsDocx(opinions: readonly Opinion[], madeAt: string): Uint8Array {
  const pages = opinions.map((opinion, i) => opinionXml(opinion, madeAt, i > 0));
  return wordPackage(pages.join("") + sectionProperties("lying", { numbered: true }));
}

function opinionXml(opinion: Opinion, madeAt: string, onNewPage: boolean): string {
  const { facts, lines, rows, mended, notChecked } = opinion;
  const table: PrintedTable = {
    kind: "table",
    title: "",
    headLines: [facts],
    rows: [
      [texts.columns.number, ...OPINION_COLUMNS.map(([, title]) => title)],
      ...rows.map((row, i) => [String(i + 1), ...OPINION_COLUMNS.map(([key]) => row[key])]),
    ],
    headRows: 1,
    merges: [],
    figureColumns: [4, 5],
    notes: [],
    shares: [5, ...OPINION_COLUMNS.map(([, , share]) => share)],
    landscape: true,
  };
  const line = (text: string): string => paragraph("TableHead", run(text));
  const list = (title: string, items: readonly string[]): string =>
    items.length === 0
      ? ""
      : line(title) + items.map((item, i) => paragraph("TableNote", run(`${i + 1}. ${item}`))).join("");
  return [
    paragraph("TableTitle", run(texts.title), onNewPage ? "<w:pageBreakBefore/>" : ""),
    rows.length === 0 ? line(facts.join("　　")) : "",
    ...lines.map(line),
    rows.length === 0 ? "" : tableXml(table, run),
    list(texts.mended, mended),
    list(texts.notChecked, notChecked),
    line(""),
    line(texts.made(madeAt)),
    ...texts.sign.map(line),
  ].join("");
}
