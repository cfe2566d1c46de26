import type { BookDifference } from "../../core/document/compare-books";
import { a1, type CellAddress } from "../../core/model/cell";
import type { Figure } from "../../core/model/figure";
import { rowLabel, tableName } from "../../core/rules/shared/names";
import { sheetTitle } from "../../core/tables";
import { documentTexts } from "../../text/document";
import { zh } from "../../text/zh";
import type { DocumentReport } from "./check-document";

/** What is said of a document beyond its own arithmetic and text: titles and order of tables, parts, its workbook. */
export interface FurtherRemark {
  readonly kind: "part" | "title" | "workbook";
  readonly text: string;
  /** The cell of the document it is about, where there is one. */
  readonly cell?: CellAddress;
  /** The cell of the workbook it was compared with. */
  readonly kept?: CellAddress;
}

/** Every remark, in the order of the document's parts, titles and tables. */
export function furtherRemarks(report: DocumentReport): readonly FurtherRemark[] {
  const { structure, titles, against, tables } = report;
  return [
    ...structure.map((found): FurtherRemark => ({ kind: "part", text: documentTexts.part(found) })),
    ...titles.map((found): FurtherRemark => {
      const cell = tables.book.tables.get(found.table)?.title.cell;
      return { kind: "title", text: documentTexts.title(found), ...(cell ? { cell } : {}) };
    }),
    ...(against?.differences ?? []).map((found) => ofDifference(found, report)),
  ];
}

function ofDifference(found: BookDifference, { cells, tables }: DocumentReport): FurtherRemark {
  const kind = "workbook";
  switch (found.kind) {
    case "figure": {
      const { printed, kept, table } = found;
      const place = documentTexts.cell(cells.nameOf(printed.cell), a1(printed.cell));
      const text = documentTexts.otherFigure({
        table: sheetTitle(table),
        place,
        printed: withUnit(printed),
        kept: withUnit(kept),
        at: zh.place(kept.cell.sheet, a1(kept.cell)),
      });
      return { kind, text, cell: printed.cell, kept: kept.cell };
    }
    case "rowMissing": {
      const [figure] = found.row.figures.values();
      const place = figure && { [found.in === "workbook" ? "cell" : "kept"]: figure.cell };
      return { kind, text: documentTexts.rowMissing(tableName(found.table), rowLabel(found.row), found.in), ...place };
    }
    case "tableMissing": {
      const title = tables.book.tables.get(found.table)?.title.cell;
      const text = documentTexts.tableMissing(tableName(found.table), found.in);
      return { kind, text, ...(title ? { cell: title } : {}) };
    }
    case "year":
    case "unitName":
      return { kind, text: documentTexts.otherHead(found.kind, found.printed, found.kept) };
  }
}

/** "12.35万元"; a blank cell says so. */
function withUnit({ raw, printing }: Figure): string {
  return raw === "" ? documentTexts.blank : `${raw}${printing.unit}`;
}
