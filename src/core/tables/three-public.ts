import { SG_ROWS, type ColumnKey } from "../model/table";
import type { TableDescriptor } from "./descriptor";

const VEHICLES = "公务用车购置(?:及|和|与|、)运行(?:维护|维修)?(?:费|费用|支出)?";

/** Which figure of the three public expenses a label names; tested against the path of labels without 预算数 and 决算数. */
const ITEMS: readonly { readonly key: ColumnKey; readonly path: RegExp }[] = [
  {
    key: "total",
    path: /^(?:"?三公"?经费"?(?:支出)?(?:合计|总计|总额)?|合计|总计|小计|"?三公"?经费"?(?:财政拨款)?(?:支出)?\/(?:合计|小计))$/,
  },
  {
    key: "abroad",
    path: /^(?:"?三公"?经费"?(?:支出)?\/)?因公出国\(境\)(?:费|费用|经费|支出)?$|^因公出国\(境\)费用?支出$/,
  },
  {
    key: "vehicles",
    path: new RegExp(`^(?:"?三公"?经费"?(?:支出)?/)?(?:${VEHICLES}|公务用车(?:费|费用|支出))(?:/?(?:小计|合计))?$`),
  },
  {
    key: "vehiclePurchase",
    path: new RegExp(
      `^(?:(?:"?三公"?经费"?(?:支出)?/)?${VEHICLES}/)?(?:其中:?)?(?:公务用车|车辆)?购置(?:费|费用|支出)?$`,
    ),
  },
  {
    key: "vehicleOperation",
    path: new RegExp(
      `^(?:(?:"?三公"?经费"?(?:支出)?/)?${VEHICLES}/)?(?:其中:?)?(?:公务用车|车辆)?运行(?:维护|维修)?(?:费|费用|支出)?$`,
    ),
  },
  { key: "reception", path: /^(?:"?三公"?经费"?(?:支出)?\/)?公务接待(?:费|费用|支出)?$/ },
];

/** Labels that say which of the two sides a figure belongs to. Where two budgets are printed, 全年预算数 is compared. */
export const SIDES = [
  {
    row: SG_ROWS.budget,
    label: /^(?:"?三公"?经费"?)?(?:支出)?(?:\d{4}年度?)?(?:全年|调整后?|调整)预算(?:数|额|金额|安排)?$/,
    rank: 0,
  },
  {
    row: SG_ROWS.budget,
    label: /^(?:"?三公"?经费"?)?(?:支出)?(?:\d{4}年度?)?(?:年初|本年|当年)?预算(?:数|额|金额|安排)?$/,
    rank: 1,
  },
  {
    row: SG_ROWS.final,
    label:
      /^(?:"?三公"?经费"?)?(?:支出)?(?:\d{4}年度?)?(?:本年|全年|当年)?(?:支出)?(?:决算|执行|实际)(?:数|额|金额|支出)?(?:统计数)?$/,
    rank: 0,
  },
] as const;

/** (一般公共预算)财政拨款“三公”经费支出决算表. */
export const SG: TableDescriptor = {
  key: "SG",
  name: "财政拨款“三公”经费支出决算表",
  shape: "threePublic",
  title:
    /(?:(?:一般)?公共预算(?:当年)?)?(?:财政拨款|财政)?(?:安排的?)?"?三公"?经费"?(?:、?(?:及|和|与)?(?:机关运行经费|会议费|培训费|相关信息|行政参公单位机关运行经费)?)*(?:财政拨款)?(?:公共预算)?(?:财政拨款)?(?:支出)?(?:(?:预)?决算(?:情况|对比|比较)?|支出情况)(?:总|明细|统计|公开)?表$/,
  columns: ITEMS,
  evidence: [{ of: ["abroad", "vehicles", "vehiclePurchase", "vehicleOperation", "reception"], atLeast: 2 }],
  untitled: [{ of: ["abroad", "vehicles", "vehicleOperation", "reception"], atLeast: 3 }],
};
