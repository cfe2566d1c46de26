import type { DocumentReport } from "../../app/document/check-document";
import { furtherRemarks, type FurtherRemark } from "../../app/document/further-remarks";
import type { BookComparison } from "../../core/document/compare-books";
import { a1, type CellAddress } from "../../core/model/cell";
import { documentTexts } from "../../text/document";
import { textCliTexts } from "../../text/textcheck";
import { jsonWorkbook } from "../json-report";
import { jsonText, textCheckLines, type PlaceNamer } from "../text-check";
import { textReport, type CellNamer } from "../text-report";

/** What a cell of a document is called: page, row and column as printed. */
export function namerOf({ cells }: DocumentReport): CellNamer {
  return (cell) => documentTexts.cell(cells.nameOf(cell), a1(cell));
}

/** The report of one published document as Chinese text: its tables, its text, the pages that were not read. */
export function documentText(file: string, report: DocumentReport, rounding: boolean): string {
  const nameOf = namerOf(report);
  const troubles = (report.document.troubles ?? []).map((trouble) => `  ${documentTexts.trouble(trouble)}`);
  return [
    textReport(file, report.tables, rounding, nameOf),
    "",
    `【${documentTexts.text}】`,
    ...textCheckLines(report.text, nameOf, paragraphPlace(report)),
    ...furtherLines(report),
    ...(troubles.length === 0 ? [] : ["", `【${documentTexts.troubles}】`, ...troubles]),
  ].join("\n");
}

function furtherLines(report: DocumentReport): readonly string[] {
  const remarks = furtherRemarks(report);
  const { against } = report;
  const section = (title: string, kind: FurtherRemark["kind"], lead: readonly string[] = []): readonly string[] => {
    const lines = [...lead, ...remarks.filter((remark) => remark.kind === kind).map(({ text }) => text)];
    return lines.length === 0 ? [] : ["", `【${title}】`, ...lines.map((line) => `  ${line}`)];
  };
  const lead = against
    ? [documentTexts.compared(against.figures, against.differences.length, against.notCompared)]
    : [];
  return [
    ...section(documentTexts.structure, "part"),
    ...section(documentTexts.titles, "title"),
    ...section(documentTexts.against, "workbook", lead),
  ];
}

/** Where a paragraph stands: its page, or its number where the format knows no pages. */
function paragraphPlace({ split }: DocumentReport): PlaceNamer {
  return ({ paragraph }) => {
    const page = split.prose[paragraph]?.page;
    return page === undefined ? textCliTexts.place(paragraph + 1, "paragraph") : documentTexts.page(page);
  };
}

/**
 * One document of the JSON output: as a workbook, with the check of its text, the pages that were not read, and for each
 * cell that a finding names its page and place there.
 */
export function documentJson(file: string, report: DocumentReport, rounding: boolean): object {
  const { document, tables, text } = report;
  return {
    ...jsonWorkbook(file, tables, rounding),
    document: {
      ...(document.pages === undefined ? {} : { pages: document.pages }),
      troubles: (document.troubles ?? []).map((trouble) => ({ ...trouble, message: documentTexts.trouble(trouble) })),
      places: findingCells(report).map((cell) => {
        const { page, row, column } = report.cells.nameOf(cell);
        const place = report.cells.placeOf(cell);
        return {
          sheet: cell.sheet,
          cell: a1(cell),
          ...(page === undefined ? {} : { page }),
          row,
          column,
          ...(place
            ? { box: [place.left, place.top, place.right, place.bottom].map((x) => Math.round(x * 10) / 10) }
            : {}),
        };
      }),
      structure: report.structure.map((found) => ({ ...found, message: documentTexts.part(found) })),
      titles: report.titles.map((found) => ({ ...found, message: documentTexts.title(found) })),
      ...(report.against ? { against: againstJson(report, report.against) } : {}),
      text: jsonText(text, ({ paragraph, start, end }) => ({ paragraph, start, end })),
    },
  };
}

function againstJson(report: DocumentReport, { figures, notCompared }: BookComparison): object {
  const at = (cell: CellAddress | undefined): object | null => (cell ? { sheet: cell.sheet, cell: a1(cell) } : null);
  return {
    figures,
    notCompared,
    differences: furtherRemarks(report)
      .filter(({ kind }) => kind === "workbook")
      .map(({ text, cell, kept }) => ({ message: text, document: at(cell), workbook: at(kept) })),
  };
}

/** The cells that findings name, each once. */
function findingCells({ tables }: DocumentReport): readonly CellAddress[] {
  const cells = new Map<string, CellAddress>();
  for (const finding of tables.result.findings) {
    for (const cell of [...finding.cells, ...finding.related]) cells.set(`${cell.sheet}!${a1(cell)}`, cell);
  }
  return [...cells.values()];
}
