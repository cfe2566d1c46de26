import { amount, formatAmount } from "../../core/model/amount";
import { overviewTexts } from "../../text/overview";
import { SEVERITY_WORDS, zh } from "../../text/zh";
import type { Change, WorkbookComparison } from "./compare-runs";
import type { CardSummary, WorkbookSummary } from "./model";
import { verdictOf } from "./overview";

/** How an overview says things, the same on the page, in the workbook and in the report sheet. */

/** "错误", "待填", "待核实", "已说明", "提示". */
export function kindWord({ kind }: CardSummary): string {
  return SEVERITY_WORDS[kind];
}

/** The sheet of a card, or that it concerns the whole workbook. */
export function sheetWord({ sheet }: { readonly sheet: string }): string {
  return sheet === "" ? overviewTexts.wholeWorkbook : sheet;
}

/** Cells of a card: "C7、D7", "C7、D7、E7 等 12 处". */
export function cellWords({ cells, cellCount }: CardSummary): string {
  const named = zh.punctuation.list(cells);
  return cellCount > cells.length ? `${named} ${zh.problem.more(cellCount)}` : named;
}

/** What is wrong, in one or two lines, after the project it is about. */
export function cardLines({ project, title, detail }: CardSummary): readonly string[] {
  return [project, title, detail].filter((line) => line !== undefined);
}

/** "Z02-01 各行收入合计". */
export function ruleWords(rule: string, title: string): string {
  return title === "" ? rule : `${rule} ${title}`;
}

export function explanationWords({ explanation }: CardSummary): string {
  return explanation ? overviewTexts.explained(explanation.text, explanation.stale) : "";
}

/** A plain decimal as the tables print it, with separators ("10842.03" → "10,842.03"); other texts as they are. */
export function figureWords(figure = ""): string {
  return isPlainDecimal(figure) ? formatAmount(amount(figure), decimalsOf(figure)) : figure;
}

/** Whether an expected or actual value is a number that Excel can hold exactly. */
export function isPlainDecimal(figure: string): boolean {
  return /^-?\d{1,11}(?:\.\d{1,4})?$/.test(figure);
}

export function decimalsOf(figure: string): number {
  return figure.split(".")[1]?.length ?? 0;
}

export function verdictWord(workbook: WorkbookSummary): string {
  return overviewTexts.verdicts[verdictOf(workbook)];
}

/** How a present card stands against the earlier run; undefined where the workbook was not compared. */
export function changeOf(card: CardSummary, compared: WorkbookComparison | undefined): Change | undefined {
  if (!compared) return undefined;
  return compared.cards.added.includes(card) ? "added" : "remaining";
}

/** Files a list names; of more it says how many there are. */
const FILES_NAMED = 5;

/** "甲.xlsx、乙.xlsx", "甲.xlsx、…、戊.xlsx 等 12 个". */
export function fileList(files: readonly string[]): string {
  const named = zh.punctuation.list(files.slice(0, FILES_NAMED));
  return files.length > FILES_NAMED ? `${named} ${overviewTexts.filesMore(files.length)}` : named;
}

/** Local date and time: "2024-08-01 09:05". */
export function timeWords(time: Date): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  const date = [String(time.getFullYear()), two(time.getMonth() + 1), two(time.getDate())].join("-");
  return `${date} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
