import type { NewSheet } from "../../host/xlsx/new-workbook";
import { overviewTexts } from "../../text/overview";
import { LOOKS } from "./cell-looks";
import type { Overview } from "./overview";
import { below } from "./paths";
import { countCell, heads, text, type Rows } from "./sheet-cells";
import { byCause, byRule, type Tally } from "./tallies";
import { fileList } from "./wording";

const { columns, sheets: names } = overviewTexts;

/** 按规则: which rules are broken, how often, in which workbooks. */
export function ruleSheet(overview: Overview): NewSheet {
  const rows = byRule(overview.workbooks).map((row) => [
    text(row.key, LOOKS.quiet),
    text(row.title, LOOKS.wrapped),
    ...tallyCells(row, overview),
  ]);
  return tallySheet(names.rules, [columns.rule, columns.ruleTitle], rows, [10, 36]);
}

/** 按原因: what is at the bottom of the cards, how often, in which workbooks. */
export function causeSheet(overview: Overview): NewSheet {
  const rows = byCause(overview.workbooks).map((row) => [
    text(overviewTexts.causes[row.key], LOOKS.wrapped),
    ...tallyCells(row, overview),
  ]);
  return tallySheet(names.causes, [columns.cause], rows, [36]);
}

function tallyCells(row: Tally<unknown>, { folder }: Overview): Rows[number] {
  return [
    countCell(row.files.length),
    countCell(row.cards, LOOKS.sumCount),
    countCell(row.errors, LOOKS.errorCount),
    countCell(row.toFill, LOOKS.toFillCount),
    countCell(row.verify, LOOKS.verifyCount),
    text(fileList(row.files.map((file) => below(folder, file))), LOOKS.wrapped),
  ];
}

function tallySheet(name: string, first: readonly string[], rows: Rows, widths: readonly number[]): NewSheet {
  const titles = [
    ...first,
    columns.files,
    columns.cards,
    columns.errors,
    columns.toFill,
    columns.verify,
    columns.where,
  ];
  return { name, rows: [heads(titles), ...rows], widths: [...widths, 10, 8, 8, 8, 8, 60], headRows: 1, filterRow: 0 };
}
