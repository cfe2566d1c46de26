import type { RankingRow, RankingSheet } from "../../model/hotline";
import type { Check, HotlineSettings, Rule } from "../../model/rule";
import { saysNothing } from "../../scoring/form-figures";
import {
  isAmongLast,
  isLastAgain,
  lastPlaceName,
  rankWithinClass,
  tooFewSaid,
  type Ranked,
} from "../../scoring/ranking";
import { holds } from "../self-evaluation/form-parts";
import { HOTLINE } from "./basis";
import { choicesMet } from "./choices";
import { eachRankingSheet, sheetNotEvaluated, sheetViolation } from "./sheet-checks";

export const rule: Rule = {
  id: "RX-12",
  title: "末位单位的提示",
  statement:
    "街道、镇各类末位（默认，可设置为一并确定），部门后三名，提示栏写明书面整改报告；连续两季如此的，写明主要负责人说明情况或问责；其余单位不写。末位并列的都写；部门不超过三个的不核对。",
  formula: "末位（部门后三名）→ 提示不为空",
  severity: "verify",
  basis: HOTLINE,
  rationale: "得分改后末位变了，提示没有跟着改。",
  remedy: "按名次核对提示栏。",
  scope: ["RX3"],
  check: function* ({ book, settings: { hotline } }) {
    yield* choicesMet(book, hotline, ["RX3"], ["ranking", "lastPlaces"]);
    yield* eachRankingSheet(book, (sheet) => notices(sheet, hotline));
  },
};

function* notices(sheet: RankingSheet, { ranking, lastPlaces }: HotlineSettings): Iterable<Check> {
  if (!sheet.has.notice) {
    yield sheetNotEvaluated(sheet.sheet, "没有提示栏");
    return;
  }
  const units: readonly Ranked[] = sheet.rows.map(({ unitClass, overall, workOrders }) => ({
    unitClass,
    score: ranking === "overall" ? overall : workOrders,
  }));
  for (const [at, row] of sheet.rows.entries()) yield* noticeOf(sheet, units, at, row, lastPlaces);
}

function* noticeOf(
  sheet: RankingSheet,
  units: readonly Ranked[],
  at: number,
  row: RankingRow,
  lastPlaces: HotlineSettings["lastPlaces"],
): Iterable<Check> {
  const { notice, unit, unitClass } = row;
  if (!notice) return;
  const last = isAmongLast(units, at, lastPlaces);
  const said = !saysNothing(notice.text) && /整改|问责|说明|扣分|约谈/.test(notice.text);
  if (last === undefined) {
    if (said)
      yield sheetViolation(sheet.sheet, {
        cells: [notice.cell],
        message: `“${unit.text}”没有得分，不参加排名，提示栏却写有“${notice.text}”`,
      });
    return;
  }
  if (unitClass === undefined) return;
  if (last === "tooFew") {
    yield sheetNotEvaluated(sheet.sheet, `${tooFewSaid(unitClass)}，末位提示未核对`, notice.cell);
    return;
  }
  const place = lastPlaceName(unitClass, lastPlaces);
  if (last === said) {
    yield* repeatedNotice(sheet, units, row, last);
    return;
  }
  yield sheetViolation(sheet.sheet, {
    cells: [notice.cell],
    related: row.rank ? [row.rank.cell] : [],
    message: last
      ? `“${unit.text}”为${place}，提示栏应写明书面整改报告${tied(units, at)}`
      : `“${unit.text}”不是${place}，提示栏写有“${notice.text}”`,
  });
}

/** Last in two quarters running: more than a written report is due. */
function* repeatedNotice(
  sheet: RankingSheet,
  units: readonly Ranked[],
  { previousRank, notice, unit, unitClass }: RankingRow,
  last: boolean,
): Iterable<Check> {
  if (!notice) return;
  const before = isLastAgain(units, unitClass, previousRank);
  if (last && before && previousRank && !/主要负责人|问责|扣分|约谈/.test(notice.text)) {
    yield sheetViolation(sheet.sheet, {
      cells: [notice.cell],
      related: [previousRank.cell],
      message: `“${unit.text}”连续两季在末位（上季第 ${previousRank.raw} 名），提示栏应写明主要负责人说明情况或问责`,
    });
    return;
  }
  yield holds([notice.cell]);
}

/** Said where a unit is among the last only because others have the same score. */
function tied(units: readonly Ranked[], at: number): string {
  const own = rankWithinClass(units, at);
  const same = units.filter(
    (_, other) => units[other]?.unitClass === units[at]?.unitClass && rankWithinClass(units, other) === own,
  );
  return same.length > 1 ? "（得分并列，都应写）" : "";
}
