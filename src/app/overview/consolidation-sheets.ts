import type { Consolidation, Difference } from "../../core/consolidation/model";
import { plainAmount, type Amount } from "../../core/model/amount";
import type { NewSheet } from "../../host/xlsx/new-workbook";
import { consolidationTexts as texts } from "../../text/consolidation";
import { LOOKS } from "./cell-looks";
import { below } from "./paths";
import { figureCell, heads, text, type Rows } from "./sheet-cells";
import { consolidationLines, consolidationRemarks, remarkOn } from "./consolidation-wording";

const { columns } = texts;

/** 汇总核对: the figures that are not the sum of the units', and 汇总核对明细: what each unit has there. */
export function consolidationSheets(consolidation: Consolidation, folder: string): readonly NewSheet[] {
  const { differences, eliminated } = consolidation;
  const listed = [...differences, ...eliminated];
  const lines = consolidationLines(consolidation);
  const titles = [
    ...[columns.number, columns.kind, columns.table, columns.row, columns.column, columns.cell],
    ...[columns.department, columns.units, columns.difference, columns.remark],
  ];
  const rows: Rows = [
    [text(texts.title, LOOKS.title)],
    ...lines.map((line) => [text(line, LOOKS.note)]),
    heads(titles),
    ...listed.map((difference, i) => differenceCells(difference, i, eliminated.includes(difference))),
    ...consolidationRemarks(consolidation).map((line) => [text(line, LOOKS.note)]),
  ];
  const sheet: NewSheet = {
    name: texts.title,
    rows,
    widths: [6, 8, 14, 34, 22, 10, 14, 14, 12, 40],
    headRows: lines.length + 2,
  };
  const detailTitles = [
    ...[columns.number, columns.table, columns.row, columns.column],
    ...[columns.unit, columns.workbook, columns.sheet, columns.cell, columns.value],
  ];
  const details: NewSheet = {
    name: texts.details,
    rows: [heads(detailTitles), ...listed.flatMap((difference, i) => partRows(difference, i, folder))],
    widths: [6, 14, 34, 22, 30, 34, 24, 8, 14],
    headRows: 1,
    filterRow: 0,
  };
  return [sheet, details];
}

function differenceCells(difference: Difference, index: number, isEliminated: boolean): Rows[number] {
  const { tableName, rowName, columnName, cell, department, units } = difference;
  return [
    { content: index + 1, look: LOOKS.count },
    text(isEliminated ? texts.elimination : texts.difference, isEliminated ? LOOKS.verifyCount : LOOKS.errorCount),
    text(tableName, LOOKS.wrapped),
    text(rowName, LOOKS.wrapped),
    text(columnName, LOOKS.wrapped),
    text(cell ?? texts.noRow, LOOKS.wrapped),
    money(department),
    money(units),
    money(difference.difference),
    text(remarkOn(difference, isEliminated), LOOKS.wrapped),
  ];
}

function partRows({ tableName, rowName, columnName, parts }: Difference, index: number, folder: string): Rows {
  return parts.map(({ unit, file, sheet, cell, value }) => [
    { content: index + 1, look: LOOKS.count },
    ...[tableName, rowName, columnName, unit, below(folder, file), sheet].map((word) => text(word, LOOKS.wrapped)),
    text(cell),
    money(value),
  ]);
}

const money = (value: Amount): Rows[number][number] => figureCell(plainAmount(value));
