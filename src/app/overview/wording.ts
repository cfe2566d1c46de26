import { amount, formatAmount } from "../../core/model/amount";
import { overviewTexts } from "../../text/overview";
import { SEVERITY_WORDS, zh } from "../../text/zh";
import type { Change, WorkbookComparison } from "./compare-runs";
import type { FindingSummary, WorkbookSummary } from "./model";
import { verdictOf } from "./overview";

/** How an overview says things, the same on the page, in the workbook and in the report sheet. */

/** "错误", "待填", "待核实", "提示". */
export function severityWord(finding: FindingSummary): string {
  return SEVERITY_WORDS[finding.kind];
}

/** The sheet of a finding, or that it concerns the whole workbook. */
export function sheetWord(finding: FindingSummary): string {
  return finding.sheet === "" ? overviewTexts.wholeWorkbook : finding.sheet;
}

/** Cells of a finding: "C7、D7". */
export function cellWords(finding: FindingSummary): string {
  return zh.punctuation.list(finding.cells);
}

/** Suspect cells with what should stand there; the sheet is named where it is another one. */
export function suspectWords(finding: FindingSummary): string {
  return finding.suspect
    .map(({ sheet, cell, value }) =>
      overviewTexts.suspect(sheet === finding.sheet ? cell : zh.place(sheet, cell), figureWords(value)),
    )
    .join(overviewTexts.or);
}

export function explanationWords({ explanation }: FindingSummary): string {
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

/** How a present finding stands against the earlier run; undefined where the workbook was not compared. */
export function changeOf(finding: FindingSummary, compared: WorkbookComparison | undefined): Change | undefined {
  if (!compared) return undefined;
  return compared.added.includes(finding) ? "added" : "remaining";
}

/** Local date and time: "2024-08-01 09:05". */
export function timeWords(time: Date): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  const date = [String(time.getFullYear()), two(time.getMonth() + 1), two(time.getDate())].join("-");
  return `${date} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
