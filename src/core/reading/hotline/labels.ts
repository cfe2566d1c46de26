import { chineseNumber } from "../../model/chinese-number";
import type { CaseColumn, DeductionReason, UnitClass } from "../../model/hotline";
import type { LabelledCell } from "../self-evaluation/grid-view";

type Pattern<K extends string> = readonly [RegExp, K];

/** Header labels of 工单办理考核 in normalised form; the first that matches decides. */
const CASE_LABELS: readonly Pattern<CaseColumn | "unit" | "class">[] = [
  [/满意.*得分/, "satisfaction"],
  [/(时限|按时|超期|办结).*得分/, "timeliness"],
  [/(转办|回退|推诿|退件).*得分/, "transfers"],
  [/(回访|重办).*得分/, "revisits"],
  [/承办.*得分/, "volume"],
  [/名次|排名|排序/, "rank"],
  [/工单办理.*得分|^(考核)?(总得分|总分|得分|合计得分)(\(.*\))?$/, "total"],
  [/过程满意/, "serviceRate"],
  [/结果满意/, "resultRate"],
  [/(两|二|2|多)次.*推诿/, "shirkedMore"],
  [/推诿/, "shirkedOnce"],
  [/(两|二|2|多)次.*(退回|重办)/, "returnedMore"],
  [/重办|退回/, "returnedOnce"],
  [/超期/, "overdue"],
  [/扣分/, "deduction"],
  [/(承办|交办|转办|受理)(的)?(工单|件)*(总)?(量|数|件数)/, "cases"],
  [/类别|分类|类型/, "class"],
  [/^(承办|责任|考核|被考核)?单位(名称)?$|^部门(名称)?$/, "unit"],
];

export type DeductionColumn = DeductionReason | "unit" | "total";

/** What the columns of 扣分指标 count, and where it adds them up. */
const DEDUCTION_LABELS: readonly Pattern<DeductionColumn>[] = [
  [/合计|扣分$|总扣分/, "total"],
  [/超期退件|退件超期/, "returnedLate"],
  [/回退理由|退件.*(理由|依据)/, "returnedUnfounded"],
  [/续报/, "reportOverdue"],
  [/(回访|重办|重新办理).*未(办|彻底)|未办.*未彻底|办理不彻底/, "notSolved"],
  [/政策规定/, "beyondPolicy"],
  [/办结时限/, "noDeadline"],
  [/其他.*(未通过|不通过)/, "otherFailed"],
  [/二次提交|再次提交/, "resubmittedInVain"],
  [/推诿.*督办/, "shirkedIntoSupervision"],
  [/督办.*(不符合|不合格)/, "stillFailing"],
  [/会议/, "missedMeeting"],
  [/重复投诉/, "complainedAgain"],
  [/^(承办|责任|考核|被考核)?单位(名称)?$|^部门(名称)?$/, "unit"],
];

export type ManagementColumn =
  "unit" | "class" | "number" | "item" | "full" | "reason" | "points" | "count" | "deduction" | "score";

const MANAGEMENT_LABELS: readonly Pattern<ManagementColumn>[] = [
  [/^(编号|项目编号|条款|细则号)$/, "number"],
  [/^满分|^分值|^标准分/, "full"],
  [/扣分(情形|事项|原因|项目|说明)|^情形$/, "reason"],
  [/^每(次|件|人次)|扣分标准|^单项分值/, "points"],
  [/^(扣分)?(次数|件数|件次)/, "count"],
  [/扣分/, "deduction"],
  [/得分/, "score"],
  [/考核(内容|项目|指标|要点)|^(项目|内容|项目名称)$/, "item"],
  [/类别|分类/, "class"],
  [/^(承办|责任|考核|被考核)?单位(名称)?$|^部门(名称)?$/, "unit"],
];

export type RankingColumn =
  "unit" | "class" | "workOrders" | "management" | "overall" | "rank" | "previousRank" | "notice";

const RANKING_LABELS: readonly Pattern<RankingColumn>[] = [
  [/上(一)?(个)?(季|期|年|月).*(名次|排名)/, "previousRank"],
  [/名次|排名|排序/, "rank"],
  [/综合管理|年终(考核)?/, "management"],
  [/^(综合|总|最终|总体)(得分|成绩|分)|总成绩|总得分|^总分/, "overall"],
  [/工单办理|日常(考核)?/, "workOrders"],
  [/提示|整改|备注|处理意见/, "notice"],
  [/类别|分类/, "class"],
  [/^(承办|责任|考核|被考核)?单位(名称)?$|^部门(名称)?$/, "unit"],
];

/** A month's column of 排名 ("4月工单办理得分"). */
const MONTH = /(\d{1,2}|[一二三四五六七八九十]{1,2})月/;
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** The month a header names, 1 to 12 ("4月", "四月"); undefined where it names none. */
export function monthOf(label: string): number | undefined {
  const named = MONTH.exec(label)?.[1];
  if (named === undefined) return undefined;
  return MONTHS.find((month) => (/\d/.test(named) ? Number(named) === month : chineseNumber(month) === named));
}

export function caseColumns(cells: readonly LabelledCell[]): ReadonlyMap<CaseColumn | "unit" | "class", number> {
  return columnsOf(cells, CASE_LABELS);
}

export function deductionColumns(cells: readonly LabelledCell[]): ReadonlyMap<DeductionColumn, number> {
  return columnsOf(cells, DEDUCTION_LABELS);
}

export function managementColumns(cells: readonly LabelledCell[]): ReadonlyMap<ManagementColumn, number> {
  return columnsOf(cells, MANAGEMENT_LABELS);
}

export function rankingColumns(cells: readonly LabelledCell[]): ReadonlyMap<RankingColumn, number> {
  return columnsOf(
    cells.filter(({ label }) => monthOf(label) === undefined),
    RANKING_LABELS,
  );
}

function columnsOf<K extends string>(
  cells: readonly LabelledCell[],
  patterns: readonly Pattern<K>[],
): ReadonlyMap<K, number> {
  const columns = new Map<K, number>();
  for (const { column, label } of cells) {
    const key = label.length > 30 ? undefined : patterns.find(([pattern]) => pattern.test(label))?.[1];
    if (key !== undefined && !columns.has(key)) columns.set(key, column);
  }
  return columns;
}

/** The class a cell names: 街道, 镇 (and 乡), 部门 (部门单位, 市直属部门); undefined for others. */
export function classOf(label: string): UnitClass | undefined {
  if (/部门|单位|市直|区直|县直|^局$/.test(label)) return "部门";
  if (/街道|街办/.test(label)) return "街道";
  return /镇|乡/.test(label) ? "镇" : undefined;
}
