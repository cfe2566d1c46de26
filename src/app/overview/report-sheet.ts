import type { CellValue } from "../../core/model/grid";
import type { SheetContent, WorkbookHost } from "../../host/port";
import { overviewTexts } from "../../text/overview";
import { zh } from "../../text/zh";
import type { CheckReport } from "../check-report";
import { EMPTY_STATE, type WorkbookState } from "../workbook-state";
import { kindLook, LOOKS } from "./cell-looks";
import type { CardSummary, CheckedWorkbook } from "./model";
import { figureCell } from "./sheet-cells";
import { summariseWorkbook } from "./summarise-workbook";
import { cardLines, cellWords, explanationWords, kindWord, sheetWord, timeWords } from "./wording";

const { columns, report: texts } = overviewTexts;

type Row = SheetContent["rows"][number];
type Cell = Row[number];

/** Columns of the cards, and their widths in characters. */
const CARD_COLUMNS: readonly (readonly [title: string, width: number])[] = [
  [columns.category, 10],
  [columns.sheet, 34],
  [columns.cells, 14],
  [columns.message, 64],
  [columns.expected, 14],
  [columns.actual, 14],
  [columns.difference, 12],
  [columns.explanation, 30],
  [columns.rule, 10],
  [columns.ruleTitle, 28],
];

/** Zero-based row of the columns' titles, always the same: they are repeated on every printed page. */
const HEAD_ROW = 14;

/**
 * The sheet 核查报告 for the open workbook: verdict, findings, what was not checked, explanations. Texts are texts,
 * also where they begin like a formula; figures are numbers.
 * @param state what the workbook keeps for us
 */
export function reportSheet(report: CheckReport, state: WorkbookState = EMPTY_STATE): SheetContent {
  const summary = summariseWorkbook("", report, state);
  return {
    name: texts.sheet,
    rows: [
      ...headRows(summary, report.checkedAt),
      [],
      ...cardRows(summary.cards),
      [],
      ...notCheckedRows(summary),
      [],
      [plain(texts.made)],
    ],
    widths: CARD_COLUMNS.map(([, width]) => width),
    print: { isPortrait: false, onePage: false, repeated: { top: HEAD_ROW, bottom: HEAD_ROW } },
  };
}

/** Puts the sheet 核查报告 into the workbook, in place of an earlier one of ours. @throws HostError */
export async function putReportSheet(host: WorkbookHost, report: CheckReport, state?: WorkbookState): Promise<void> {
  await host.putSheet(reportSheet(report, state));
}

function headRows({ unitName, year, moneyUnit, counts }: CheckedWorkbook, checkedAt: Date): readonly Row[] {
  const facts = texts.facts(
    unitName ?? overviewTexts.unitless,
    year === undefined ? overviewTexts.yearless : String(year),
    moneyUnit,
  );
  const tally: readonly (readonly [string, number])[] = [
    [columns.errors, counts.errors],
    [columns.toFill, counts.toFill],
    [columns.verify, counts.verify],
    [zh.explanation.explained, counts.explained ?? 0],
    [columns.hints, counts.hints],
    [columns.notChecked, counts.notEvaluated],
    [texts.passed, counts.exact + counts.withinRounding],
    [texts.withinRounding, counts.withinRounding],
  ];
  return [
    [heading(texts.title)],
    [plain(facts)],
    [plain(overviewTexts.madeAt(timeWords(checkedAt)))],
    [],
    ...tally.map(([label, count]): Row => [plain(label), plain(count)]),
  ];
}

function cardRows(cards: readonly CardSummary[]): readonly Row[] {
  if (cards.length === 0) return [[heading(texts.findings)], [plain(texts.allHeld)]];
  return [
    [heading(texts.findings)],
    CARD_COLUMNS.map(([title]): Cell => ({ content: title, look: LOOKS.head })),
    ...cards.map((card): Row => [
      { content: kindWord(card), look: kindLook(card.kind) },
      boxed(sheetWord(card)),
      boxed(cellWords(card)),
      boxed(cardLines(card).join("\n")),
      ...[card.expected, card.actual, card.difference].map(figureCell),
      boxed(explanationWords(card)),
      boxed(card.rule),
      boxed(card.ruleTitle),
    ]),
  ];
}

function notCheckedRows({ notChecked }: CheckedWorkbook): readonly Row[] {
  if (notChecked.length === 0) return [[heading(texts.notChecked)], [plain(texts.allChecked)]];
  return [
    [heading(texts.notChecked)],
    [heading(columns.count), heading(columns.reason)],
    ...notChecked.map(({ count, reason }): Row => [plain(count), plain(reason ?? overviewTexts.noReason)]),
  ];
}

function boxed(content: string): Cell {
  return { content: content === "" ? null : content, look: LOOKS.wrapped };
}

function heading(content: string): Cell {
  return { content, bold: true };
}

function plain(content: CellValue): Cell {
  return { content: content === "" ? null : content };
}
