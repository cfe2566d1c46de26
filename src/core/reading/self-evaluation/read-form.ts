import { normaliseLabel } from "../../glossary/normalise";
import { printedPoints } from "../../glossary/printed-points";
import type { ReadingNote } from "../../model/book";
import { a1 } from "../../model/cell";
import type { TextCell } from "../../model/figure";
import type { PrintedWeight, SelfEvaluationForm } from "../../model/form";
import type { MoneyUnit } from "../../model/quantity";
import type { FormRows } from "./find-forms";
import type { GridView } from "./grid-view";
import { fundsHeader, fundsSideLabel, isLowScoreLabel, isNoteLabel, sectionOf } from "./labels";
import { readFunds, type FundsReading } from "./read-funds";
import { readFundsPairs } from "./read-funds-pairs";
import { readHead } from "./read-head";
import { readIndicators, type IndicatorsReading } from "./read-indicators";

/** A form and what was odd about it. */
export interface FormReading {
  readonly form: SelfEvaluationForm;
  readonly notes: readonly ReadingNote[];
}

/** Reads one form. Missing parts stay empty and are noted; figures are converted to the workbook's money unit. */
export function readForm(view: GridView, rows: FormRows, index: number): FormReading {
  const head = readHead(view, rows);
  const funds = fundsOf(view, rows, head.moneyUnit ?? view.bookUnit);
  const table = readIndicators(view, rows);
  const lowScoreExplanation = readLowScoreExplanation(view, rows);
  const form: SelfEvaluationForm = {
    sheet: view.name,
    index,
    ...head,
    funds: funds.rows,
    ...(funds.unknown.length > 0 ? { unknownFunds: funds.unknown } : {}),
    indicators: table.indicators,
    printedWeights: printedWeights(view, rows, table),
    totals: table.totals,
    ...(lowScoreExplanation ? { lowScoreExplanation } : {}),
  };
  return { form, notes: [...missingParts(view, rows, form, table.isScored), ...funds.notes, ...table.notes] };
}

/** The funds block, or else the figures printed beside their labels. */
function fundsOf(view: GridView, rows: FormRows, unit: MoneyUnit): FundsReading {
  const block = readFunds(view, rows, unit);
  const pairs = block.rows.length > 0 ? undefined : readFundsPairs(view, rows, unit);
  return pairs ? { ...block, rows: [pairs] } : block;
}

function missingParts(
  view: GridView,
  rows: FormRows,
  form: SelfEvaluationForm,
  isScored: boolean,
): readonly ReadingNote[] {
  const cell = view.address(rows.start, view.row(rows.start)[0]?.column ?? 0);
  const which = form.projectName ? `“${form.projectName.text}”` : `${a1(cell)} 起的自评表`;
  const note = (code: string, what: string): ReadingNote => ({
    code,
    message: `${view.name} ${which}${what}`,
    sheet: view.name,
    cell,
  });
  const extra = form.totals[1];
  return [
    ...(form.projectName ? [] : [note("projectNameMissing", "没有项目名称")]),
    ...(form.funds.length > 0 ? [] : [note("fundsMissing", "没有项目资金（预算执行情况）部分")]),
    ...(form.indicators.length > 0 ? [] : [note("indicatorsMissing", "没有绩效指标")]),
    ...(isScored || form.indicators.length === 0
      ? []
      : [note("scoresMissing", "没有分值栏和得分栏，只核对资金、指标值与完成值及其单位")]),
    ...(form.totals.length > 0 || !isScored ? [] : [note("totalMissing", "没有总分行")]),
    ...(extra
      ? [
          {
            ...note("totalRepeated", `有 ${form.totals.length} 个总分行，第二个在 ${a1(extra.label.cell)}`),
            cell: extra.label.cell,
          },
        ]
      : []),
  ];
}

/** Weights printed in the side labels of the funds block and the indicator table and in 一级指标. */
function printedWeights(view: GridView, rows: FormRows, table: IndicatorsReading): readonly PrintedWeight[] {
  const found: PrintedWeight[] = [];
  const add = (section: PrintedWeight["section"], label: TextCell): void => {
    const weight = printedPoints(label.text);
    if (weight === undefined) return;
    const same = normaliseLabel(label.text);
    const known = found.some((item) => item.section === section && normaliseLabel(item.label.text) === same);
    if (!known) found.push({ section, weight, label });
  };
  for (let row = rows.start; row < rows.end; row++) {
    if (!fundsHeader(view.row(row))) continue;
    // The side label stands beside the header or beside the first row below it.
    for (const { at, column, label } of [row, row + 1].flatMap((at) => view.row(at).map((cell) => ({ ...cell, at })))) {
      if (fundsSideLabel(label) !== undefined) add("execution", view.textCell(at, column));
    }
  }
  for (const cell of table.sideCells) add("indicators", cell);
  for (const cell of table.level1Cells) {
    const section = sectionOf(normaliseLabel(cell.text));
    if (section) add(section, cell);
  }
  return found;
}

/** The text after "总分在80分以下…说明：": in the same cell, beside it or on the following rows up to the notes. */
function readLowScoreExplanation(view: GridView, rows: FormRows): TextCell | undefined {
  for (let row = rows.start; row < rows.end; row++) {
    const first = view.row(row)[0];
    if (first === undefined || !isLowScoreLabel(first.label) || /^\d+[.、]/.test(first.label)) continue;
    if (isNoteLabel(first.label)) continue;
    const cell = view.textCell(row, first.column);
    const inline = /^[^:：]*[:：]\s*(\S[\s\S]*)$/.exec(cell.text)?.[1];
    if (inline) return { ...cell, text: inline.trim() };
    const beside = view.row(row)[1];
    if (beside) return view.textCell(row, beside.column);
    const below = row + 1 < rows.end ? view.row(row + 1)[0] : undefined;
    if (below === undefined || isNoteLabel(below.label) || /^\d+[.、]/.test(below.label)) return { ...cell, text: "" };
    return view.textCell(row + 1, below.column);
  }
  return undefined;
}
