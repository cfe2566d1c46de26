import type { FundsColumn, FundsRow, SectionKey } from "../../model/form";
import type { LabelledCell } from "./grid-view";

/** Columns of the indicator table. `operator`, `unit` and `adjusted` (调整指标值) are columns of their own in
 *  forms of the budget platform. */
export type IndicatorColumn =
  "level1" | "level2" | "name" | "operator" | "target" | "adjusted" | "unit" | "actual" | "weight" | "score" | "reason";

/** Columns of the 汇总表. */
export type SummaryColumn = "number" | "project" | "unit" | "remark" | "score" | "grade";

/** Header labels in normalised form; the first pattern that matches decides. */
const INDICATOR_LABELS: readonly (readonly [RegExp, IndicatorColumn])[] = [
  [/^一级指标/, "level1"],
  [/^二级指标/, "level2"],
  [/^(三级指标|四级指标|指标名称|指标内容|具体指标|绩效指标名称)/, "name"],
  [
    /(偏差|偏离|未完成|未达标|未实现|扣分).*(原因|分析|措施|说明)|原因.*(分析|说明|措施)|^改进措施|^扣分原因|^说明$/,
    "reason",
  ],
  [/^(指标)?(性质|方向|类型|符号|运算符号?|比较符号?|计算符号?)$/, "operator"],
  [/^(计量|度量|指标值?)?单位$/, "unit"],
  [/^(实际|全年|本年|年末|年度)?(实际)?(完成|实现)(的?指标)?(值|情况|数)|^(全年|年度)?实际(完成)?值/, "actual"],
  [/^调整后?的?(指标|目标)值/, "adjusted"],
  [/^(年度|年初|全年|预期|预计|计划|目标|绩效|批复|设定|指标)*((指标|目标|预期|计划)值|计划完成值)/, "target"],
  [/^(指标|标准)?(分值|权重|满分|标准分)/, "weight"],
  [/^(自评|实际|评价|指标)?(得分|评分)(?!系数|率|标准|细则|依据|说明|方法|办法|规则|要点)|^自评分/, "score"],
];

const FUNDS_LABELS: readonly (readonly [RegExp, FundsColumn])[] = [
  [/^(预算)?(执行率?)?(分值|权重)/, "weight"],
  [/^(自评|执行率?)?得分/, "score"],
  [/执行率|完成率|支出率/, "rate"],
  [/^年初(预算|安排|批复|计划)/, "initialBudget"],
  [/(执行|支出)(数|金额|额)|^实际(支出|使用)/, "executed"],
  [
    /^(全年|年度|当年|本年|\(?调整后?\)?|调整后的)*(的)?预算(安排)?(数|金额|总额|调整数|合计)|^全年预算/,
    "annualBudget",
  ],
];

const SUMMARY_LABELS: readonly (readonly [RegExp, SummaryColumn])[] = [
  [/^(序号|编号)$/, "number"],
  [/^(项目|政策)(支出)?(\/政策)?名称/, "project"],
  [/等级|等次|评级|^(自评|评价)(结果|结论)$/, "grade"],
  [/^(?!.*(执行|决策|过程|产出|成本|效益|满意|标准)).*(得分|分数|评分|总分|自评分)/, "score"],
  [/(使用|实施|项目|主管|承担|责任|预算)(单位|部门)|^单位(名称)?$|^部门(名称)?$/, "unit"],
  [/^备注/, "remark"],
];

/** The label of a project's name; 项目/政策名称, 项目(政策)名称, 转移支付(项目)名称 included. */
export const PROJECT_NAME = /^(项目|政策|专项(资金)?|转移支付)([/(](项目|政策)\)?)?(支出)?名称(?=:|\(|$)/;

/** Labels of a form's head and body that are never a value of another label. */
const FORM_LABEL =
  /^(项目名称|项目编码|项目代码|主管部门|主管单位|实施单位|项目实施单位|项目单位|资金使用单位|联系电话|联系人|项目负责人|负责人|项目类型|项目属性|填报单位|填报人)/;

/** A column that tells how points are given; never the points. */
const IS_METHOD = /(方法|办法|说明|标准|依据|细则|规则|要点|解释|公式)$/;

function columnsOf<K extends string>(
  cells: readonly LabelledCell[],
  table: readonly (readonly [RegExp, K])[],
): ReadonlyMap<K, number> {
  const columns = new Map<K, number>();
  for (const { column, label } of cells) {
    const role = table.find(([pattern]) => pattern.test(label))?.[1];
    const isText = (role === "score" || role === "weight") && IS_METHOD.test(label);
    if (role !== undefined && !isText && !columns.has(role)) columns.set(role, column);
  }
  return columns;
}

/** Columns of an indicator header row, or undefined where the row is none: it needs a target, an actual and a level. */
export function indicatorHeader(cells: readonly LabelledCell[]): ReadonlyMap<IndicatorColumn, number> | undefined {
  const columns = cells.length < 4 ? undefined : indicatorLabels(cells);
  return columns && isIndicatorHeader(columns) ? columns : undefined;
}

/** The labels of an indicator header that a row holds among others; undefined where it holds a text too long for one. */
export function indicatorLabels(cells: readonly LabelledCell[]): ReadonlyMap<IndicatorColumn, number> | undefined {
  // Only the last column may say at length how it is to be filled in.
  const long = cells.some(({ label }, at) => label.length > (at + 1 === cells.length ? 120 : 30));
  if (long) return undefined;
  const columns = withOnlyLevel(cells, columnsOf(cells, INDICATOR_LABELS));
  const weight = columns.has("weight") ? weightColumn(cells, columns.get("score")) : undefined;
  return weight === undefined ? columns : new Map([...columns, ["weight", weight]]);
}

/** Where no level is named (绩效指标 | 计量单位 | … | 指标权重 | 指标得分), the indicators stand under 绩效指标 itself. */
function withOnlyLevel(
  cells: readonly LabelledCell[],
  columns: ReadonlyMap<IndicatorColumn, number>,
): ReadonlyMap<IndicatorColumn, number> {
  const isLevelled = columns.has("name") || columns.has("level1") || columns.has("level2");
  const only = isLevelled ? undefined : cells.find(({ label }) => /^(绩效|年度绩效)?指标$/.test(label));
  const isScored = columns.has("weight") && columns.has("score") && columns.has("actual");
  return only && isScored ? new Map([...columns, ["name", only.column]]) : columns;
}

/** Where every level has a 分值 of its own, the indicators' is the last one before 得分. */
function weightColumn(cells: readonly LabelledCell[], score: number | undefined): number | undefined {
  const weights = cells.filter(
    ({ column, label }) =>
      (score === undefined || column < score) &&
      INDICATOR_LABELS.find(([pattern]) => pattern.test(label))?.[1] === "weight" &&
      !IS_METHOD.test(label),
  );
  return weights.at(-1)?.column;
}

/** Whether these columns make an indicator table. */
export function isIndicatorHeader(columns: ReadonlyMap<IndicatorColumn, number>): boolean {
  const levelled = columns.has("name") || columns.has("level1") || columns.has("level2");
  // Where 指标值 stands over 年度指标值 | 实际完成值, the actual is named by the row below only.
  const scored = columns.has("weight") && columns.has("score");
  const valued = columns.has("actual")
    ? columns.has("target") || columns.has("score")
    : columns.has("target") && scored;
  return levelled && valued;
}

/** A figure; a row that holds one is no header. */
const IS_FIGURE = /^[\d.,]+[%分]?$/;

/** Columns of a funds header row, or undefined where the row is none: it needs a budget and an execution column. */
export function fundsHeader(cells: readonly LabelledCell[]): ReadonlyMap<FundsColumn, number> | undefined {
  // A row with figures states them beside their labels (read-funds-pairs.ts).
  if (cells.length < 3 || cells.some(({ label }) => label.length > 30 || IS_FIGURE.test(label))) return undefined;
  const columns = columnsOf(
    cells.filter(({ label }, at) => fundsSideLabel(label) === undefined && !isRowCaption(cells, at)),
    FUNDS_LABELS,
  );
  const budgeted = columns.has("annualBudget") || columns.has("initialBudget");
  return budgeted && columns.has("executed") ? columns : undefined;
}

/** 年度预算数 over the labels of the rows, left of 年初预算 and 调整后预算数, is no column of figures. */
function isRowCaption(cells: readonly LabelledCell[], at: number): boolean {
  const roleOf = (label: string | undefined): FundsColumn | undefined =>
    FUNDS_LABELS.find(([pattern]) => label !== undefined && pattern.test(label))?.[1];
  if (roleOf(cells[at]?.label) !== "annualBudget" || roleOf(cells[at + 1]?.label) !== "initialBudget") return false;
  return cells.slice(at + 2).some(({ label }) => roleOf(label) === "annualBudget");
}

/** The side label of the funds block (项目资金, 项目预算执行情况(10)(万元)); undefined for any other text. */
export function fundsSideLabel(label: string): string | undefined {
  return /^(项目|年度)?(预算|资金)*(执行情况|资金)(\(|$|:)/.test(label) && !/总额/.test(label) ? label : undefined;
}

/** Columns of a 汇总表 header, or undefined where the row is none. `below` is the row that may say more closely what
 *  自评结果 or 自评情况 holds (得分 | 等级). */
export function summaryHeader(
  cells: readonly LabelledCell[],
  below: readonly LabelledCell[] = [],
): ReadonlyMap<SummaryColumn, number> | undefined {
  if (cells.length < 2 || cells.some(({ label }) => IS_FIGURE.test(label)) || indicatorHeader(cells)) return undefined;
  const columns = columnsOf(cells, SUMMARY_LABELS);
  if (!columns.has("project")) return undefined;
  const scored = columns.has("score") || columns.has("grade");
  return scored || (cells.length >= 3 && summaryContinuation(below)) ? columns : undefined;
}

/** Labels of a second header row of the 汇总表 (得分 | 等级 under 自评结果). */
export function summaryContinuation(cells: readonly LabelledCell[]): ReadonlyMap<SummaryColumn, number> | undefined {
  if (cells.length === 0) return undefined;
  const columns = columnsOf(cells, SUMMARY_LABELS);
  return columns.size === cells.length && columns.has("score") ? columns : undefined;
}

/** Columns of the header of 资金管理情况, whose lines are scored as the indicators are. */
export type ManagementColumn = "state" | "weight" | "score" | "reason";

const MANAGEMENT_LABELS: readonly (readonly [RegExp, ManagementColumn])[] = [
  [/^(存在)?(的)?问题|原因|改进措施/, "reason"],
  [/^(完成|实施|落实)?情况(说明)?$|^说明$/, "state"],
  [/^分值|^权重/, "weight"],
  [/^(自评)?得分/, "score"],
];

/** Columns of a header row of scored lines on how the funds were managed (资金管理情况 | 情况说明 | 分值 | 得分); undefined
 *  where the row is none. */
export function managementHeader(cells: readonly LabelledCell[]): ReadonlyMap<ManagementColumn, number> | undefined {
  const [first, ...others] = cells;
  if (first === undefined || cells.length < 4 || !/^(项目)?(资金|项目|业务|组织)?管理/.test(first.label))
    return undefined;
  const columns = columnsOf(others, MANAGEMENT_LABELS);
  return columns.has("weight") && columns.has("score") && columns.has("state") ? columns : undefined;
}

/** Which source a funds row states; undefined for labels that are none. */
export function fundsRowKey(label: string): FundsRow["key"] | undefined {
  const text = label.replace(/^其中:?/, "").replace(/^\d+[.、]/, "");
  if (/^(年度|项目|财政)*(资金|预算)?总(金)?额|^(年度资金)?(合计|总计|小计)$|^年度资金/.test(text)) return "total";
  if (/结转|结余/.test(text)) return "carryover";
  if (/^其他|自筹|自有|单位资金|事业收入|经营收入|社会资金|专户/.test(text)) return "other";
  return /财政|拨款|一般公共预算|政府性基金|国有资本|中央|地方|省级|市级|县级|区级|上级|本级/.test(text)
    ? "fiscal"
    : undefined;
}

/** Whether a fiscal source is named by its budget or its level (一般公共预算, 上级), which may break 财政拨款 down. */
export function isSpecificSource(label: string): boolean {
  return /一般公共预算|政府性基金|国有资本|中央|地方|省级|市级|县级|区级|上级|本级/.test(label);
}

/** The section that 一级指标 names (产出, 成本, 效益, 满意度); undefined where it names none. */
export function sectionOf(label: string): SectionKey | undefined {
  if (/满意/.test(label)) return "satisfaction";
  if (/产出/.test(label)) return "output";
  if (/成本/.test(label)) return "cost";
  return /效益|效果|影响/.test(label) ? "benefit" : undefined;
}

/** The section that 二级指标 belongs to, for forms without 一级指标. */
export function sectionOfLevel2(label: string): SectionKey | undefined {
  if (/满意/.test(label)) return "satisfaction";
  if (/数量|质量|时效|成本/.test(label)) return "output";
  return /经济|社会|生态|可持续/.test(label) ? "benefit" : undefined;
}

/** 整体支出 of a department or unit, which has a form of its own. */
const WHOLE_DEPARTMENT = /整体(支出|绩效)|(部门|单位)\)?整体/;

/** Title of a 自评表 as against a 汇总表, a report or the form of a whole department. */
export function isFormTitle(label: string): boolean {
  return (
    /(绩效|项目).*自评.*表|^自评表|绩效自我?评价表/.test(label) &&
    !/汇总|一览/.test(label) &&
    !WHOLE_DEPARTMENT.test(label) &&
    label.length <= 60
  );
}

/** Title of a form that looks alike but is judged by other rules: 部门整体支出, 绩效监控, 绩效目标申报. */
export function isForeignTitle(label: string): boolean {
  if (label.length > 60 || /[,，。;；]/.test(label)) return false;
  if (!label.includes("表")) return label.length <= 40 && WHOLE_DEPARTMENT.test(label) && /自评|评价/.test(label);
  // A project may be named after 监控 or 申报; what calls itself 自评表 is a 自评表.
  return WHOLE_DEPARTMENT.test(label) || (/监控|申报|审核表|批复表/.test(label) && !label.includes("自评"));
}

/** Title of the self-evaluation of a whole department or unit, which is scored as a 自评表 is but is no project. */
export function isDepartmentTitle(label: string): boolean {
  return (
    isForeignTitle(label) &&
    WHOLE_DEPARTMENT.test(label) &&
    /自评|评价/.test(label) &&
    !/监控|申报|审核|批复/.test(label)
  );
}

/** Title of a 汇总表. */
export function isSummaryTitle(label: string): boolean {
  return /自评.*(汇总|一览)表|绩效.*(评价|自评)(结果|情况|得分).*(汇总|一览|清单|表)/.test(label) && label.length <= 60;
}

/** The row of 总分; "总分在80分以下…说明" is not one. */
export function isTotalLabel(label: string): boolean {
  return /^(自评|评价|项目)?(总分|总得分|合计得分|得分合计|总计|合计|总分合计|自评得分)(\(.{0,8}\))?:?$/.test(label);
}

/** A row that adds up a part of the indicators (小计, 产出指标小计, 指标合计). */
export function isSubtotalLabel(label: string): boolean {
  return (
    label.length <= 16 &&
    /小计(\(.{0,8}\))?:?$|(指标|得分|产出|成本|效益|满意度)合计(\(.{0,8}\))?:?$/.test(label) &&
    !isTotalLabel(label)
  );
}

/** The total of a line of text ("自评得分:98.5分自评等级:优"), as text; undefined for other labels. */
export function totalInLine(label: string): string | undefined {
  return /^(?:项目|绩效)*(?:自评|评价|综合)*(?:总分|总得分|得分):(\d+(?:\.\d+)?)分?(?:$|[,;、(]|(?:自评|评价|绩效)*(?:等级|等次|结果|结论))/.exec(
    label,
  )?.[1];
}

const GRADE_ALONE = /^(?:(?:自评|评价|绩效)*(?:等级|等次):?)?"?(优秀?|良好?|中等?|较?差|合格|不合格)"?$/;
const GRADE_BEHIND =
  /\d分?\(?(?:[,;、]?(?:自评|评价|绩效)*(?:等级|等次|结果|结论)(?:为|:)?)?"?(优秀?|良好?|中等?|较?差|合格|不合格)"?\)?$/;

/** The grade a label of a total states: 优, 优秀, 98.6分(优), 自评得分:98.5分自评等级:优; undefined for other labels. */
export function gradeIn(label: string): string | undefined {
  return label.length > 40 ? undefined : (GRADE_ALONE.exec(label)?.[1] ?? GRADE_BEHIND.exec(label)?.[1]);
}

/** The line that asks for the explanation of a total under 80. */
export function isLowScoreLabel(label: string): boolean {
  return /80分(以下|及以下)|低于80分/.test(label) && /说明|原因/.test(label);
}

/** Notes and the signatures printed under a form or a list. */
export function isNoteLabel(label: string): boolean {
  return /^(注|备注|说明|填表说明|填报说明|(填表|填报|填写|制表|经办|审核|复核|联系|负责)人|(单位|部门|财务|项目)负责人|联系电话)[:1-9.、(]|^(注|备注|填表说明|填报说明)$/.test(
    label,
  );
}

/** Whether a label belongs to the form's head, so that it is no other label's value. */
export function isHeadLabel(label: string): boolean {
  return FORM_LABEL.test(label);
}

/** The goals block between funds and indicators. */
export function isGoalsLabel(label: string): boolean {
  return /^(项目|年度)?(绩效)?(年度)?(总体|绩效)?目标/.test(label) && !/指标/.test(label) && !/值/.test(label);
}
