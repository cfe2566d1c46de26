import { a1, columnName } from "../../model/cell";
import type { UnitClass } from "../../model/hotline";
import { volumeLimits } from "../../scoring/hotline";
import type { SetHead } from "../head";
import type { SheetPlan } from "../model";
import { HotlineList, rankFormula, ROW_HEIGHT, UNITS } from "./hotline-sheet";

const LABELS = [
  ...["序号", "单位", "类别", "承办工单数", "超期办理工单数", "服务过程满意率", "办理结果满意率"],
  ...["一次推诿件数", "两次及以上推诿件数", "一次退回重办件数", "两次及以上退回重办件数", "扣分指标扣分"],
  ...["满意度考核得分(70)", "办理时限得分(6)", "转办回退件得分(8)", "回访重办件得分(11)", "承办量得分(5)"],
  ...["工单办理考核得分(100)", "类内名次"],
];
/** Columns by their letters, as the rules of 计分办法 are written out (evaluation reference, B1). */
const [B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S] = LABELS.slice(1).map((_, i) => i + 1) as [
  ...[number, number, number, number, number, number, number, number, number],
  ...[number, number, number, number, number, number, number, number, number],
];
const CLASSES: readonly UnitClass[] = ["街道", "镇", "部门"];
const SUMMED = [D, E, H, I, J, K, L];
const NOTE =
  "注：类别填街道、镇或部门。满意率填百分比。推诿、重办件按本期全部单位的件数分摊；承办量恰为140件（镇70件、部门60件）计4.5分；扣分不封顶，得分最低为0分。";

/** 工单办理考核 of a month: what is counted is typed, scores and places follow. */
export function casesSheet(list: HotlineList, deductions: HotlineList): SheetPlan {
  const { sheet, first } = list;
  for (let i = 0; i < UNITS; i++) {
    const row = first + i;
    const at = (column: number): string => a1({ row, column });
    sheet.put(row, 0, i + 1, "line");
    sheet.put(row, B, null, "text");
    sheet.put(row, C, null, "centre");
    for (const column of [D, E, H, I, J, K]) sheet.put(row, column, null, "count");
    for (const column of [F, G]) sheet.put(row, column, null, "share");
    const taken = `SUMIF(${deductions.outside(1)},${at(B)},${deductions.outside(deductions.labels.length - 1)})`;
    list.live(row, L, `IF(${at(B)}="","",${taken})`, "points");
    const none = `${at(D)}=0`;
    const rates = `ROUND(20+50*(${at(F)}*50%+${at(G)}*50%),2)`;
    list.live(row, M, `IF(OR(${none},${at(F)}="",${at(G)}=""),"",${rates})`, "points");
    list.live(row, N, `IF(${none},"",ROUND(6*(1-${at(E)}/${at(D)}),2))`, "points");
    const share = (column: number, most: number): string =>
      `IF(SUM(${list.all(column)})=0,0,${most}*${at(column)}/SUM(${list.all(column)}))`;
    list.live(row, O, `IF(${none},"",ROUND(8-${share(H, 4)}-${share(I, 4)},2))`, "points");
    list.live(row, P, `IF(${none},"",ROUND(11-${share(J, 6)}-${share(K, 5)},2))`, "points");
    list.live(row, Q, `IF(${none},"",${volumeFormula(at(D), at(C))})`, "points");
    const score = `MAX(0,ROUND(SUM(${at(M)}:${at(Q)})-N(${at(L)}),2))`;
    list.live(row, R, `IF(OR(${at(M)}="",${at(N)}="",${at(Q)}=""),"",${score})`, "points");
    list.live(row, S, rankFormula(at(R), list.all(C), at(C), list.all(R)), "points");
  }
  const end = first + UNITS;
  LABELS.forEach((_, column) => {
    const range = `${columnName(column)}${first + 1}:${columnName(column)}${end}`;
    if (column > C && SUMMED.includes(column))
      list.live(end, column, `IF(COUNT(${range})=0,"",SUM(${range}))`, "points");
    else if (column > C) sheet.put(end, column, null, "points");
  });
  sheet.merge({ top: end, left: 0, bottom: end, right: C }, "合计", "centre");
  list.note(end + 1, NOTE);
  return sheet.plan(ROW_HEIGHT, {
    kind: "RX1",
    widths: [6, 18, 8, ...LABELS.slice(3).map(() => 10)],
    onePage: true,
    repeated: { top: 0, bottom: first - 1 },
  });
}

/** Where the units of 工单办理考核 stand. */
export function casesList(name: string, { year, formulas }: SetHead): HotlineList {
  return new HotlineList(name, "民生热线工单办理考核计分表", `考核期：${year}年    月`, LABELS, formulas);
}

/** 5 above the first limit of the class, half a point less above each of the next, 2 below all. */
function volumeFormula(cases: string, unitClass: string): string {
  const points = (of: UnitClass): string =>
    volumeLimits(of).reduceRight((rest, limit, at) => `IF(${cases}>${limit},${5 - at / 2},${rest})`, "2");
  return CLASSES.reduceRight((rest, of) => `IF(${unitClass}="${of}",${points(of)},${rest})`, '""');
}
