import { plainAmount, type Amount } from "../../model/amount";
import type { AccountBook } from "../../model/book";
import { a1, type CellAddress } from "../../model/cell";
import type { Figure } from "../../model/figure";
import type {
  CaseColumn,
  CaseRow,
  CaseSheet,
  DeductionSheet,
  HotlineSheet,
  ManagementSheet,
  RankingSheet,
} from "../../model/hotline";
import type { Check, HotlineSettings, NotEvaluated, Violation } from "../../model/rule";
import { points } from "../../scoring/form-figures";
import { CaseScores, NO_CASES, type DueScore } from "../../scoring/hotline";
import { holds } from "../self-evaluation/form-parts";
import { halfOfDecimals } from "../../units/precision";

const NAMES = {
  RX1: "工单办理考核计分表",
  RX2: "综合管理考核计分表",
  RX3: "热线考核排名表",
  RX4: "热线扣分指标表",
} as const;

function* each<S extends HotlineSheet>(
  book: AccountBook,
  kind: S["kind"],
  body: (sheet: S) => Iterable<Check>,
): Iterable<Check> {
  const sheets = book.hotline.filter((sheet): sheet is S => sheet.kind === kind);
  if (sheets.length === 0) yield { kind: "notEvaluated", reason: `缺少${NAMES[kind]}`, missing: kind };
  for (const sheet of sheets) yield* body(sheet);
}

export function eachCaseSheet(book: AccountBook, body: (sheet: CaseSheet) => Iterable<Check>): Iterable<Check> {
  return each<CaseSheet>(book, "RX1", body);
}

export function eachManagementSheet(
  book: AccountBook,
  body: (sheet: ManagementSheet) => Iterable<Check>,
): Iterable<Check> {
  return each<ManagementSheet>(book, "RX2", body);
}

export function eachRankingSheet(book: AccountBook, body: (sheet: RankingSheet) => Iterable<Check>): Iterable<Check> {
  return each<RankingSheet>(book, "RX3", body);
}

export function eachDeductionSheet(
  book: AccountBook,
  body: (sheet: DeductionSheet) => Iterable<Check>,
): Iterable<Check> {
  return each<DeductionSheet>(book, "RX4", body);
}

/** Why something of a sheet was not checked, at a cell where there is one. */
export function sheetNotEvaluated(sheet: string, reason: string, cell?: CellAddress): NotEvaluated {
  const where = cell ? ` ${a1(cell)}` : "";
  return { kind: "notEvaluated", reason: `${sheet}${where} ${reason}`, sheet, ...(cell ? { cell } : {}) };
}

export function sheetViolation(
  sheet: string,
  finding: Pick<Violation, "cells" | "message"> & Partial<Violation>,
): Violation {
  return { related: [], ...finding, kind: "violated", sheet };
}

/** A figure that is not what follows from others: `from` are those, `message` says both. */
export function wrongFigure(
  sheet: string,
  figure: Figure,
  due: Amount,
  from: readonly (Figure | undefined)[],
  message: string,
): Violation {
  return sheetViolation(sheet, {
    cells: [figure.cell],
    related: from.flatMap((source) => source?.cell ?? []),
    message,
    expected: plainAmount(due),
    actual: plainAmount(figure.value),
    difference: plainAmount(figure.value.minus(due)),
  });
}

/** One derived column of 工单办理考核: what it is called, what it should be, what it rests on. */
export interface ScoreColumn {
  readonly column: CaseColumn;
  readonly name: string;
  readonly inputs: readonly CaseColumn[];
  readonly due: (scores: CaseScores, row: CaseRow) => DueScore;
  /** Readings of the text other than the one chosen, with what is said of them. */
  readonly others?: readonly { readonly said: string; readonly due: (scores: CaseScores, row: CaseRow) => DueScore }[];
}

/**
 * Checks one derived column: right to half a cent is a match. What is right only by another reading of the text is to be
 * verified, and said.
 */
export function* scoreColumn(sheet: CaseSheet, settings: HotlineSettings, column: ScoreColumn): Iterable<Check> {
  if (!sheet.columns.has(column.column)) {
    yield sheetNotEvaluated(sheet.sheet, `没有${column.name}栏`);
    return;
  }
  const scores = new CaseScores(sheet, settings);
  for (const row of sheet.rows) {
    const check = scoreOf(sheet, scores, column, row);
    if (check) yield check;
  }
}

function scoreOf(sheet: CaseSheet, scores: CaseScores, column: ScoreColumn, row: CaseRow): Check | undefined {
  const figure = row.figures.get(column.column);
  if (!figure) return undefined;
  const due = column.due(scores, row);
  const cells = [figure.cell];
  const what = `“${row.unit.text}”${column.name}`;
  if (typeof due === "string") {
    const empty = figure.kind === "blank" || figure.kind === "dash" || (figure.kind === "amount" && figure.raw === "");
    if (due === NO_CASES && figure.kind === "amount")
      return sheetViolation(sheet.sheet, { cells, message: `${what}填有 ${figure.raw}，${NO_CASES}` });
    return empty && due === NO_CASES
      ? holds(cells)
      : sheetNotEvaluated(sheet.sheet, `${what}未核对：${due}`, figure.cell);
  }
  if (figure.kind !== "amount") {
    const state = figure.kind === "invalid" ? `“${figure.raw}”不是数字` : "未填";
    return sheetNotEvaluated(sheet.sheet, `${what}${state}，应为 ${points(due.printed)}`, figure.cell);
  }
  if (matches(figure, due.exact)) return holds(cells, !figure.value.eq(due.exact));
  const other = column.others?.find(({ due: by }) => {
    const score = by(scores, row);
    return typeof score !== "string" && matches(figure, score.exact);
  });
  const from = column.inputs.map((input) => row.figures.get(input));
  const message = `${what}应为 ${points(due.printed)}，现为 ${points(figure.value)}${other ? `，${other.said}` : ""}`;
  return {
    ...wrongFigure(sheet.sheet, figure, due.printed, from, message),
    ...(other ? { severity: "verify" as const } : {}),
  };
}

function matches(figure: Figure, exact: Amount): boolean {
  return figure.value.minus(exact).abs().lte(halfOfDecimals(2));
}
