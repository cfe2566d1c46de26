import type { CellLook } from "../../host/xlsx/new-styles";
import { newWorkbook, type NewCell, type NewSheet } from "../../host/xlsx/new-workbook";
import { overviewTexts } from "../../text/overview";
import type { Change, WorkbookComparison } from "./compare-runs";
import { LOOKS, kindLook, verdictLook } from "./cell-looks";
import type { FindingSummary, WorkbookSummary } from "./model";
import { verdictOf, type Overview } from "./overview";
import {
  cellWords,
  changeOf,
  decimalsOf,
  explanationWords,
  isPlainDecimal,
  severityWord,
  sheetWord,
  suspectWords,
  timeWords,
  verdictWord,
} from "./wording";

const { columns, sheets: names } = overviewTexts;
const CHANGES: readonly Change[] = ["mended", "added", "remaining", "unclear"];
type Rows = (readonly NewCell[])[];

/**
 * The overview as a workbook: 汇总 (one row a workbook, linked to its findings), 问题明细, 未核对 and, where there is
 * an earlier run, 与上次对比.
 * @throws HostError `tooLarge` where there are more findings than a sheet has rows
 */
export function overviewWorkbook(overview: Overview): Uint8Array {
  const findings = findingsSheet(overview);
  const notChecked = notCheckedSheet(overview);
  const sheets = [summarySheet(overview, findings.firstRows), findings.sheet, notChecked];
  return newWorkbook(overview.comparison ? [...sheets, comparisonSheet(overview)] : sheets);
}

function summarySheet(
  { workbooks, totals, comparison, madeAt }: Overview,
  firstRows: ReadonlyMap<string, number>,
): NewSheet {
  const heads = [
    ...[columns.number, columns.workbook, columns.unit, columns.year, columns.verdict],
    ...[columns.errors, columns.toFill, columns.verify, columns.hints],
    ...[columns.notChecked, columns.suspects, columns.held],
    ...(comparison ? CHANGES.map((change) => overviewTexts.changes[change]) : []),
  ];
  const lines: Rows = [
    [text(overviewTexts.title, LOOKS.title)],
    [text(`${overviewTexts.madeAt(timeWords(madeAt))}　${overviewTexts.totals(totals)}`, LOOKS.note)],
    [text(comparison ? overviewTexts.comparisonTotals(comparison.totals) : overviewTexts.orderNote, LOOKS.note)],
  ];
  const sums = [totals.errors, totals.toFill, totals.verify, totals.hints, totals.notEvaluated, totals.suspects];
  const rows: Rows = [
    ...lines,
    heads.map((title) => text(title, LOOKS.head)),
    ...workbooks.map((workbook, i) => [
      ...summaryCells(workbook, i, firstRows.get(workbook.file)),
      ...(comparison ? changeCells(comparison.workbooks.get(workbook.file)) : []),
    ]),
    [
      text("", LOOKS.sum),
      text(overviewTexts.all, LOOKS.sum),
      ...["", "", ""].map((blank) => text(blank, LOOKS.sum)),
      ...sums.map((content) => ({ content, look: LOOKS.sumCount })),
      { content: heldIn(workbooks), look: LOOKS.sumCount },
      ...(comparison ? CHANGES.map((change) => ({ content: comparison.totals[change], look: LOOKS.sumCount })) : []),
    ],
  ];
  const widths = [6, 44, 30, 8, 22, 8, 8, 8, 8, 8, 12, 8, ...(comparison ? [9, 9, 9, 9] : [])];
  return { name: names.overview, rows, widths, headRows: lines.length + 1 };
}

function summaryCells(workbook: WorkbookSummary, index: number, firstRow: number | undefined): readonly NewCell[] {
  const link = firstRow === undefined ? {} : { link: { sheet: names.findings, row: firstRow, column: 0 } };
  return [
    { content: index + 1, look: LOOKS.count },
    { ...text(workbook.file, firstRow === undefined ? LOOKS.text : LOOKS.link), ...link },
    text(workbook.kind === "checked" ? (workbook.unitName ?? overviewTexts.unitless) : overviewTexts.none, LOOKS.text),
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
    return Array.from({ length: 7 }, () => text(overviewTexts.none, LOOKS.dash));
  }
  const { errors, toFill, verify, hints, notEvaluated, exact, withinRounding } = workbook.counts;
  return [
    { content: errors, look: errors > 0 ? LOOKS.errorCount : LOOKS.zero },
    { content: toFill, look: toFill > 0 ? LOOKS.toFillCount : LOOKS.zero },
    { content: verify, look: verify > 0 ? LOOKS.verifyCount : LOOKS.zero },
    ...[hints, notEvaluated, workbook.suspects, exact + withinRounding].map((content) => ({
      content,
      look: content > 0 ? LOOKS.count : LOOKS.zero,
    })),
  ];
}

function changeCells(compared: WorkbookComparison | undefined): readonly NewCell[] {
  if (!compared) return CHANGES.map((_, i) => text(i === 0 ? overviewTexts.newWorkbook : "", LOOKS.text));
  return CHANGES.map((change) => {
    const content = compared[change].length;
    return { content, look: content === 0 ? LOOKS.zero : change === "added" ? LOOKS.errorCount : LOOKS.count };
  });
}

function heldIn(workbooks: readonly WorkbookSummary[]): number {
  return workbooks.reduce(
    (sum, workbook) =>
      workbook.kind === "checked" ? sum + workbook.counts.exact + workbook.counts.withinRounding : sum,
    0,
  );
}

/** One section a workbook, in the order of the summary; a file that was not checked says why. */
function findingsSheet({ workbooks, comparison }: Overview): {
  readonly sheet: NewSheet;
  readonly firstRows: ReadonlyMap<string, number>;
} {
  const heads = [
    ...[columns.number, columns.workbook, columns.category, columns.sheet, columns.cells, columns.message],
    ...[columns.expected, columns.actual, columns.difference, columns.suspect, columns.explanation, columns.rule],
    ...(comparison ? [columns.change] : []),
  ];
  const rows: Rows = [heads.map((title) => text(title, LOOKS.head))];
  const firstRows = new Map<string, number>();
  workbooks.forEach((workbook, i) => {
    firstRows.set(workbook.file, rows.length);
    const compared = comparison?.workbooks.get(workbook.file);
    const start: readonly NewCell[] = [{ content: i + 1, look: LOOKS.count }, text(workbook.file, LOOKS.wrapped)];
    const section = workbook.kind === "checked" ? workbook.findings : [];
    if (section.length === 0) rows.push([...start, ...remarkCells(workbook, heads.length - start.length)]);
    for (const finding of section) {
      const change = changeOf(finding, compared);
      const changed = comparison ? [text(change ? overviewTexts.changes[change] : "", LOOKS.centre)] : [];
      rows.push([...start, ...findingCells(finding), ...changed]);
    }
  });
  const widths = [6, 24, 9, 24, 10, 48, 12, 12, 11, 26, 18, 9, ...(comparison ? [11] : [])];
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

function findingCells(finding: FindingSummary): readonly NewCell[] {
  const project = finding.project === undefined ? "" : `${finding.project}\n`;
  return [
    text(severityWord(finding), kindLook(finding.kind)),
    text(sheetWord(finding), LOOKS.wrapped),
    text(cellWords(finding), LOOKS.wrapped),
    text(project + finding.message, LOOKS.wrapped),
    ...[finding.expected, finding.actual, finding.difference].map(figureCell),
    text(suspectWords(finding), LOOKS.wrapped),
    text(explanationWords(finding), LOOKS.wrapped),
    text(finding.rule, LOOKS.quiet),
  ];
}

/** A plain decimal becomes a number that can be summed and sorted; anything else stays the text it is. */
function figureCell(figure = ""): NewCell {
  if (!isPlainDecimal(figure)) return text(figure, LOOKS.figureText);
  const decimals = decimalsOf(figure);
  const numberFormat = decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
  return { content: Number(figure), look: { ...LOOKS.figure, numberFormat } };
}

function notCheckedSheet({ workbooks }: Overview): NewSheet {
  const heads = [columns.number, columns.workbook, columns.count, columns.reason, columns.rule];
  const rows: Rows = [heads.map((title) => text(title, LOOKS.head))];
  workbooks.forEach((workbook, i) => {
    const start = [{ content: i + 1, look: LOOKS.count }, text(workbook.file, LOOKS.wrapped)];
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

function comparisonSheet({ workbooks, comparison }: Overview): NewSheet {
  const heads = [
    columns.change,
    columns.workbook,
    columns.category,
    columns.sheet,
    columns.cells,
    columns.message,
    columns.rule,
  ];
  const rows: Rows = [heads.map((title) => text(title, LOOKS.head))];
  const line = (file: string, change: string, cells: readonly NewCell[]): void => {
    rows.push([text(change, LOOKS.centre), text(file, LOOKS.wrapped), ...cells]);
  };
  for (const { file } of workbooks) {
    const compared = comparison?.workbooks.get(file);
    for (const change of CHANGES) {
      for (const finding of compared?.[change] ?? []) line(file, overviewTexts.changes[change], goneCells(finding));
    }
  }
  const blank = Array.from({ length: heads.length - 2 }, () => text("", LOOKS.text));
  for (const { file } of workbooks.filter((workbook) => isNew(workbook, comparison))) {
    line(file, overviewTexts.newWorkbook, blank);
  }
  for (const file of comparison?.missing ?? []) line(file, overviewTexts.missing, blank);
  return { name: names.comparison, rows, widths: [12, 36, 9, 30, 14, 60, 9], headRows: 1, filterRow: 0 };
}

function isNew(workbook: WorkbookSummary, comparison: Overview["comparison"]): boolean {
  return comparison !== undefined && !comparison.workbooks.has(workbook.file);
}

function goneCells(finding: FindingSummary): readonly NewCell[] {
  return [
    text(severityWord(finding), kindLook(finding.kind)),
    text(sheetWord(finding), LOOKS.wrapped),
    text(cellWords(finding), LOOKS.wrapped),
    text(finding.message, LOOKS.wrapped),
    text(finding.rule, LOOKS.quiet),
  ];
}

function text(content: string, look: CellLook = LOOKS.text): NewCell {
  return { content, look };
}
