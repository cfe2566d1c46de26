import type { AccountBook } from "../../model/book";
import type { Figure, TextCell } from "../../model/figure";
import type { Check, HotlineSettings, Rule, Severity } from "../../model/rule";
import { rankWithinClass, type Ranked } from "../../scoring/ranking";
import { holds } from "../self-evaluation/form-parts";
import { HOTLINE } from "./basis";
import { choicesMet } from "./choices";
import { eachCaseSheet, eachRankingSheet, sheetNotEvaluated, sheetViolation } from "./sheet-checks";

export const rule: Rule = {
  id: "RX-07",
  title: "类内名次",
  statement:
    "名次在街道、镇、部门三类内分别按得分从高到低排列，得分相同的并列，其后名次顺延；没有得分的不排。月度按工单办理得分，季度默认按综合得分（可设置）。",
  formula: "名次 = 同类得分更高的单位数 + 1",
  severity: "error",
  basis: HOTLINE,
  rationale: "改了得分没有重新排名，或者跨类排了名。",
  remedy: "在本类内重新排名。",
  scope: ["RX1", "RX3"],
  check: function* ({ book, settings: { hotline } }) {
    yield* choicesMet(book, hotline, ["RX3"], ["ranking"]);
    yield* monthly(book);
    if (book.hotline.some(({ kind }) => kind === "RX3")) yield* quarterly(book, hotline);
  },
};

interface RankedUnit extends Ranked {
  readonly unit: TextCell;
  readonly rank: Figure | undefined;
}

function monthly(book: AccountBook): Iterable<Check> {
  return eachCaseSheet(book, function* (sheet) {
    if (!sheet.columns.has("rank")) {
      yield sheetNotEvaluated(sheet.sheet, "没有名次栏");
      return;
    }
    const units = sheet.rows.map(({ unit, unitClass, figures }) => ({
      unit,
      unitClass,
      score: figures.get("total"),
      rank: figures.get("rank"),
    }));
    yield* ranks(sheet.sheet, units, "error");
  });
}

function quarterly(book: AccountBook, { ranking }: HotlineSettings): Iterable<Check> {
  return eachRankingSheet(book, function* (sheet) {
    if (!sheet.has.rank) {
      yield sheetNotEvaluated(sheet.sheet, "没有名次栏");
      return;
    }
    const units = sheet.rows.map(({ unit, unitClass, overall, workOrders, rank }) => ({
      unit,
      unitClass,
      score: ranking === "overall" ? overall : workOrders,
      rank,
    }));
    yield* ranks(sheet.sheet, units, "verify");
  });
}

function* ranks(sheet: string, units: readonly RankedUnit[], severity: Severity): Iterable<Check> {
  for (const [at, { unit, rank, score, unitClass }] of units.entries()) {
    if (!rank) continue;
    const due = rankWithinClass(units, at);
    const printed = rank.kind === "amount" || rank.kind === "invalid";
    if (due === undefined) {
      if (!printed) continue;
      const why = unitClass === undefined ? "没有类别" : "没有得分";
      yield score?.kind === "amount" || unitClass === undefined
        ? sheetNotEvaluated(sheet, `“${unit.text}”${why}，名次未核对`, rank.cell)
        : sheetViolation(sheet, {
            severity,
            cells: [rank.cell],
            message: `“${unit.text}”${why}，却列了名次 ${rank.raw}`,
          });
      continue;
    }
    if (!printed) yield sheetNotEvaluated(sheet, `“${unit.text}”名次未填，应为 ${due}`, rank.cell);
    else if (rank.kind === "amount" && rank.value.eq(due)) yield holds([rank.cell]);
    else
      yield sheetViolation(sheet, {
        severity,
        cells: [rank.cell],
        related: score ? [score.cell] : [],
        message: `“${unit.text}”在${unitClass ?? ""}类应为第 ${due} 名，现为 ${rank.raw}`,
        expected: String(due),
        actual: rank.raw,
      });
  }
}
