import { newWorkbook, type NewCell, type NewSheet } from "../../host/xlsx/new-workbook";
import { overviewTexts } from "../../text/overview";
import type { WorkbookComparison } from "./compare-runs";
import { LOOKS, kindLook, verdictLook } from "./cell-looks";
import { consolidationSheets } from "./consolidation-sheets";
import type { CardSummary, WorkbookSummary } from "./model";
import { verdictOf, type Overview } from "./overview";
import { below } from "./paths";
import { CHANGES, countCell, figureCell, heads, text, type Rows } from "./sheet-cells";
import { cardsOf } from "./tallies";
import { causeSheet, ruleSheet } from "./tally-sheets";
import {
  cardLines,
  cellWords,
  changeOf,
  explanationWords,
  kindWord,
  sheetWord,
  timeWords,
  verdictWord,
} from "./wording";

const { columns, sheets: names } = overviewTexts;

/**
 * The overview as a workbook: 汇总 (one row a workbook, linked to its cards), 问题明细 (one row a card), 按规则, 按原因,
 * 未核对; 汇总核对 where a department was named, 与上次对比 where there is an earlier run.
 * @throws HostError `tooLarge` where there are more findings than a sheet has rows
 */
export function overviewWorkbook(overview: Overview): Uint8Array {
  const findings = findingsSheet(overview);
  return newWorkbook([
    summarySheet(overview, findings.firstRows),
    findings.sheet,
    ruleSheet(overview),
    causeSheet(overview),
    ...(overview.consolidation ? consolidationSheets(overview.consolidation, overview.folder) : []),
    notCheckedSheet(overview),
    ...(overview.comparison ? [comparisonSheet(overview)] : []),
  ]);
}

function summarySheet(overview: Overview, firstRows: ReadonlyMap<string, number>): NewSheet {
  const { workbooks, totals, comparison, madeAt, folder } = overview;
  const titles = [
    ...[columns.number, columns.workbook, columns.unit, columns.year, columns.verdict],
    ...[columns.errors, columns.toFill, columns.verify, columns.hints, columns.notChecked, columns.held],
    ...(comparison ? CHANGES.map((change) => overviewTexts.changes[change]) : []),
  ];
  const made = overviewTexts.madeAt(timeWords(madeAt));
  const lines: Rows = [
    [text(overviewTexts.title, LOOKS.title)],
    [text(folder === "" ? made : `${made}　${overviewTexts.folder(folder)}`, LOOKS.note)],
    [text(overviewTexts.totals(totals), LOOKS.note)],
    [text(comparison ? overviewTexts.comparisonTotals(comparison.totals) : overviewTexts.orderNote, LOOKS.note)],
  ];
  const sums = [totals.errors, totals.toFill, totals.verify, totals.hints, totals.notEvaluated, heldIn(workbooks)];
  const rows: Rows = [
    ...lines,
    heads(titles),
    ...workbooks.map((workbook, i) => [
      ...summaryCells(workbook, i, folder, firstRows.get(workbook.file)),
      ...(comparison ? changeCells(comparison.workbooks.get(workbook.file)) : []),
    ]),
    [
      text("", LOOKS.sum),
      text(overviewTexts.all, LOOKS.sum),
      ...["", "", ""].map((blank) => text(blank, LOOKS.sum)),
      ...sums.map((content) => ({ content, look: LOOKS.sumCount })),
      ...(comparison ? CHANGES.map((change) => ({ content: comparison.totals[change], look: LOOKS.sumCount })) : []),
    ],
  ];
  const widths = [6, 36, 30, 8, 22, 8, 8, 8, 8, 8, 8, ...(comparison ? [9, 9, 9, 9] : [])];
  return { name: names.overview, rows, widths, headRows: lines.length + 1 };
}

function summaryCells(
  workbook: WorkbookSummary,
  index: number,
  folder: string,
  firstRow: number | undefined,
): readonly NewCell[] {
  const link = firstRow === undefined ? {} : { link: { sheet: names.findings, row: firstRow, column: 0 } };
  return [
    { content: index + 1, look: LOOKS.count },
    { ...text(below(folder, workbook.file), firstRow === undefined ? LOOKS.wrapped : LOOKS.link), ...link },
    text(
      workbook.kind === "checked" ? (workbook.unitName ?? overviewTexts.unitless) : overviewTexts.none,
      LOOKS.wrapped,
    ),
    yearCell(workbook),
    text(verdictWord(workbook), verdictLook(verdictOf(workbook))),
    ...countCells(workbook),
  ];
}

function yearCell(workbook: WorkbookSummary): NewCell {
  const year = workbook.kind === "checked" ? (workbook.year ?? overviewTexts.yearless) : overviewTexts.none;
  return { content: year, look: LOOKS.centre };
}

/** Counts, or dashes where nothing was checked: a 0 would read as "none found". */
function countCells(workbook: WorkbookSummary): readonly NewCell[] {
  if (workbook.kind === "unread" || workbook.isEmpty) {
    return Array.from({ length: 6 }, () => text(overviewTexts.none, LOOKS.dash));
  }
  const { errors, toFill, verify, hints, notEvaluated, exact, withinRounding } = workbook.counts;
  return [
    countCell(errors, LOOKS.errorCount),
    countCell(toFill, LOOKS.toFillCount),
    countCell(verify, LOOKS.verifyCount),
    ...[hints, notEvaluated, exact + withinRounding].map((count) => countCell(count)),
  ];
}

function changeCells(compared: WorkbookComparison | undefined): readonly NewCell[] {
  if (!compared) return CHANGES.map((_, i) => text(i === 0 ? overviewTexts.newWorkbook : "", LOOKS.text));
  return CHANGES.map((change) =>
    countCell(compared.cards[change].length, change === "added" ? LOOKS.errorCount : LOOKS.count),
  );
}

function heldIn(workbooks: readonly WorkbookSummary[]): number {
  return workbooks.reduce(
    (sum, workbook) =>
      workbook.kind === "checked" ? sum + workbook.counts.exact + workbook.counts.withinRounding : sum,
    0,
  );
}

/** One section a workbook, in the order of the summary; a file that was not checked says why. */
function findingsSheet({ workbooks, comparison, folder }: Overview): {
  readonly sheet: NewSheet;
  readonly firstRows: ReadonlyMap<string, number>;
} {
  const titles = [
    ...[columns.number, columns.workbook, columns.category, columns.sheet, columns.cells, columns.message],
    ...[columns.expected, columns.actual, columns.difference, columns.explanation, columns.rule, columns.ruleTitle],
    ...(comparison ? [columns.change] : []),
  ];
  const rows: Rows = [heads(titles)];
  const firstRows = new Map<string, number>();
  workbooks.forEach((workbook, i) => {
    firstRows.set(workbook.file, rows.length);
    const compared = comparison?.workbooks.get(workbook.file);
    const start: readonly NewCell[] = [
      { content: i + 1, look: LOOKS.count },
      text(below(folder, workbook.file), LOOKS.wrapped),
    ];
    const cards = cardsOf(workbook);
    if (cards.length === 0) rows.push([...start, ...remarkCells(workbook, titles.length - start.length)]);
    for (const card of cards) {
      const change = changeOf(card, compared);
      const changed = comparison ? [text(change ? overviewTexts.changes[change] : "", LOOKS.centre)] : [];
      rows.push([...start, ...cardCells(card), ...changed]);
    }
  });
  const widths = [6, 24, 9, 24, 14, 52, 12, 12, 11, 18, 9, 24, ...(comparison ? [11] : [])];
  return { sheet: { name: names.findings, rows, widths, headRows: 1, filterRow: 0 }, firstRows };
}

function remarkCells(workbook: WorkbookSummary, length: number): readonly NewCell[] {
  const verdict = verdictOf(workbook);
  const remark =
    workbook.kind === "unread"
      ? workbook.reason
      : verdict === "empty"
        ? overviewTexts.emptyNote
        : overviewTexts.noFindings;
  const cells = [text(verdictWord(workbook), verdictLook(verdict)), text(""), text(""), text(remark, LOOKS.wrapped)];
  return Array.from({ length }, (_, i) => cells[i] ?? text("")).map((cell) => ({ look: LOOKS.text, ...cell }));
}

function cardCells(card: CardSummary): readonly NewCell[] {
  return [
    text(kindWord(card), kindLook(card.kind)),
    text(sheetWord(card), LOOKS.wrapped),
    text(cellWords(card), LOOKS.wrapped),
    text(cardLines(card).join("\n"), LOOKS.wrapped),
    ...[card.expected, card.actual, card.difference].map(figureCell),
    text(explanationWords(card), LOOKS.wrapped),
    text(card.rule, LOOKS.quiet),
    text(card.ruleTitle, LOOKS.quietWrapped),
  ];
}

function notCheckedSheet({ workbooks, folder }: Overview): NewSheet {
  const rows: Rows = [heads([columns.number, columns.workbook, columns.count, columns.reason, columns.rule])];
  workbooks.forEach((workbook, i) => {
    const start = [{ content: i + 1, look: LOOKS.count }, text(below(folder, workbook.file), LOOKS.wrapped)];
    for (const { count, reason, rules } of notCheckedOf(workbook)) {
      rows.push([
        ...start,
        { content: count ?? overviewTexts.all, look: LOOKS.count },
        text(reason, LOOKS.wrapped),
        text(rules.join("、"), LOOKS.quietWrapped),
      ]);
    }
  });
  return { name: names.notChecked, rows, widths: [6, 36, 8, 76, 44], headRows: 1, filterRow: 0 };
}

interface NotCheckedLine {
  readonly count: number | undefined;
  readonly reason: string;
  readonly rules: readonly string[];
}

function notCheckedOf(workbook: WorkbookSummary): readonly NotCheckedLine[] {
  if (workbook.kind === "unread") return [{ count: undefined, reason: workbook.reason, rules: [] }];
  return workbook.notChecked.map(({ count, reason, rules }) => ({
    count,
    reason: reason ?? overviewTexts.noReason,
    rules,
  }));
}

function comparisonSheet({ workbooks, comparison, folder }: Overview): NewSheet {
  const titles = [
    ...[columns.change, columns.workbook, columns.category, columns.sheet, columns.cells, columns.message],
    ...[columns.rule, columns.ruleTitle],
  ];
  const rows: Rows = [heads(titles)];
  const line = (file: string, change: string, cells: readonly NewCell[]): void => {
    rows.push([text(change, LOOKS.centre), text(below(folder, file), LOOKS.wrapped), ...cells]);
  };
  for (const { file } of workbooks) {
    const compared = comparison?.workbooks.get(file);
    for (const change of CHANGES) {
      for (const card of compared?.cards[change] ?? []) line(file, overviewTexts.changes[change], goneCells(card));
    }
  }
  const blank = Array.from({ length: titles.length - 2 }, () => text("", LOOKS.text));
  for (const { file } of workbooks.filter((workbook) => isNew(workbook, comparison))) {
    line(file, overviewTexts.newWorkbook, blank);
  }
  for (const file of comparison?.missing ?? []) line(file, overviewTexts.missing, blank);
  return { name: names.comparison, rows, widths: [12, 30, 9, 26, 14, 56, 9, 24], headRows: 1, filterRow: 0 };
}

function isNew(workbook: WorkbookSummary, comparison: Overview["comparison"]): boolean {
  return comparison !== undefined && !comparison.workbooks.has(workbook.file);
}

function goneCells(card: CardSummary): readonly NewCell[] {
  return [
    text(kindWord(card), kindLook(card.kind)),
    text(sheetWord(card), LOOKS.wrapped),
    text(cellWords(card), LOOKS.wrapped),
    text(cardLines(card).join("\n"), LOOKS.wrapped),
    text(card.rule, LOOKS.quiet),
    text(card.ruleTitle, LOOKS.quietWrapped),
  ];
}
