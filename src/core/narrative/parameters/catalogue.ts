import type { Edition } from "../../editions";

/** One figure or text that stands in no table and is asked for on the parameter sheet. */
export interface ParameterSpec {
  /** Key on the sheet and name in templates ("政府采购支出总额"). */
  readonly key: string;
  readonly group: string;
  /** "money" is in the workbook's money unit, "count" in `unit`, "text" is free. */
  readonly kind: "money" | "count" | "text";
  readonly unit?: string;
  /** May stay blank without being counted as missing. */
  readonly optional?: boolean;
  /** The first year whose text states it, and the first whose text no longer does; always if absent. */
  readonly since?: number;
  readonly until?: number;
  readonly remark?: string;
}

/** Asked for only where the workbook states no year. */
export const YEAR_KEY = "年度";

const counts = (group: string, unit: string, keys: readonly string[], more: Partial<ParameterSpec> = {}) =>
  keys.map((key): ParameterSpec => ({ key, group, kind: "count", unit, ...more }));
const money = (group: string, keys: readonly string[], more: Partial<ParameterSpec> = {}) =>
  keys.map((key): ParameterSpec => ({ key, group, kind: "money", ...more }));

/** The number of vehicles, and the kinds it is made up of, as the 情况说明 lists them. */
export const ALL_VEHICLES = "车辆合计";
export const VEHICLE_KINDS = [
  "符合规定领导干部用车",
  "机要通信用车",
  "应急保障用车",
  "执法执勤用车",
  "特种专业技术用车",
  "离退休干部用车",
  "其他用车",
] as const;

/** The parameters every department has; last year's figures, 年初预算, projects and reasons are added from its own tables. */
export const PARAMETER_CATALOGUE: readonly ParameterSpec[] = [
  { key: YEAR_KEY, group: "基本情况", kind: "text", optional: true, remark: "工作簿没有写明年度时填写，如2023" },
  {
    key: "三公经费预算口径",
    group: "“三公”经费",
    kind: "text",
    optional: true,
    remark: "年初预算或全年预算，不填时按年度表样",
  },
  {
    key: "公务用车运行维护费开支内容",
    group: "公务用车",
    kind: "text",
    optional: true,
    since: 2020,
    remark: "如：按规定保留的公务用车的燃料费、维修费、过路过桥费、保险费",
  },
  {
    key: "公务接待费开支内容",
    group: "公务接待",
    kind: "text",
    optional: true,
    since: 2020,
    remark: "如：上级部门检查指导工作、外地学习交流等",
  },
  {
    key: "预算级次",
    group: "预算绩效",
    kind: "text",
    optional: true,
    since: 2020,
    remark: "如：市级、区级，不填则不写",
  },
  {
    key: "自评总体情况",
    group: "预算绩效",
    kind: "text",
    optional: true,
    since: 2020,
    remark: "写在“从自评情况看，”之后，不填则不写",
  },
  ...counts("因公出国（境）", "个", ["因公出国（境）团组"]),
  ...counts("因公出国（境）", "人次", ["因公出国（境）人次"]),
  ...counts("公务用车", "辆", ["购置公务用车数"], { remark: "没有购置时填0" }),
  ...counts("公务用车", "辆", ["公务用车保有量"]),
  ...money("公务接待", ["国内接待费"]),
  ...counts("公务接待", "批次", ["国内接待批次", "外事接待批次"]),
  ...counts("公务接待", "人次", ["国内接待人次", "外事接待人次"]),
  ...money("公务接待", ["国（境）外接待费"]),
  ...counts("公务接待", "批次", ["国（境）外接待批次"]),
  ...counts("公务接待", "人次", ["国（境）外接待人次"]),
  ...money("机关运行经费", ["机关运行经费"], { remark: "没有机关运行经费的单位填0" }),
  ...money("政府采购", ["政府采购支出总额", "政府采购货物支出", "政府采购工程支出", "政府采购服务支出"]),
  ...money("政府采购", ["授予中小企业合同金额", "授予小微企业合同金额"]),
  ...money(
    "政府采购",
    ["货物采购授予中小企业合同金额", "工程采购授予中小企业合同金额", "服务采购授予中小企业合同金额"],
    { optional: true, remark: "不填时文中不写" },
  ),
  ...counts("国有资产", "辆", [ALL_VEHICLES, ...VEHICLE_KINDS]),
  { key: "其他用车说明", group: "国有资产", kind: "text", optional: true, remark: "如：其他用车主要是实物保障用车1辆" },
  ...counts("国有资产", "台（套）", ["单位价值50万元以上通用设备", "单位价值100万元以上专用设备"], {
    until: 2022,
  }),
  ...counts("国有资产", "台（套）", ["单价100万元（含）以上设备（不含车辆）"], { since: 2022 }),
  ...counts("预算绩效", "个", ["绩效自评项目数"], { optional: true, remark: "不填时按自评汇总表" }),
  ...money("预算绩效", ["绩效自评涉及预算资金"]),
  ...money("预算绩效", ["项目支出预算总额"], { optional: true, remark: "自评资金占比的分母，不填时按项目支出决算数" }),
  ...counts(
    "预算绩效",
    "个",
    ["自评等级为优项目数", "自评等级为良项目数", "自评等级为中项目数", "自评等级为差项目数"],
    {
      optional: true,
      remark: "不填时按自评汇总表",
    },
  ),
  ...counts("预算绩效", "个", ["附自评表项目数"], { optional: true, since: 2020, remark: "不填时按自评表" }),
  ...counts("预算绩效", "个", ["重点绩效评价项目数"], { until: 2022 }),
  ...money("预算绩效", ["重点绩效评价涉及资金"], { until: 2022 }),
  ...counts("预算绩效", "个", ["部门评价项目数"], { since: 2022 }),
  ...money("预算绩效", ["部门评价涉及预算资金"], { since: 2022 }),
];

/** The catalogue by key. */
export const PARAMETER_SPECS: ReadonlyMap<string, ParameterSpec> = new Map(
  PARAMETER_CATALOGUE.map((spec) => [spec.key, spec]),
);

/** Whether an edition's text states a parameter. */
export function isAskedIn({ since = 0, until = Infinity }: ParameterSpec, edition: Edition): boolean {
  return edition.since >= since && edition.since < until;
}
