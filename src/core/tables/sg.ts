import { SG_ROWS } from "../model/table";
import type { ColumnRule, Layout, TableDescriptor } from "./descriptor";

const VEHICLES = "公务用车购置(?:及|和|与|、)运行(?:维护|维修)?(?:费|费用|支出)?";

/** Which figure of the three public expenses a label names; tested against the path of labels without 预算数 and 决算数. */
export const THREE_PUBLIC_ITEMS: readonly ColumnRule[] = [
  {
    key: "total",
    label: "“三公”经费合计",
    path: /^(?:"?三公"?经费"?(?:支出)?(?:合计|总计|总额)?|支出合计|合计|总计|小计|"?三公"?经费"?(?:财政拨款)?(?:支出)?\/(?:合计|小计))$/,
    parts: ["abroad", "vehicles", "reception"],
  },
  {
    key: "abroad",
    label: "因公出国（境）费",
    path: /^(?:"?三公"?经费"?(?:支出)?\/)?因公出国\(境\)(?:费|费用|经费|支出)?$|^因公出国\(境\)费用?支出$/,
  },
  {
    key: "vehicles",
    label: "公务用车购置及运行维护费",
    path: new RegExp(`^(?:"?三公"?经费"?(?:支出)?/)?(?:${VEHICLES}|公务用车(?:费|费用|支出))(?:/?(?:小计|合计))?$`),
    parts: ["vehiclePurchase", "vehicleOperation"],
  },
  {
    key: "vehiclePurchase",
    label: "公务用车购置费",
    path: new RegExp(
      `^(?:(?:"?三公"?经费"?(?:支出)?/)?${VEHICLES}/)?(?:其中:?)?(?:公务用车|车辆)?购置(?:费|费用|支出)?$`,
    ),
  },
  {
    key: "vehicleOperation",
    label: "公务用车运行维护费",
    path: new RegExp(
      `^(?:(?:"?三公"?经费"?(?:支出)?/)?${VEHICLES}/)?(?:其中:?)?(?:公务用车|车辆)?运行(?:维护|维修)?(?:费|费用|支出)?$`,
    ),
  },
  { key: "reception", label: "公务接待费", path: /^(?:"?三公"?经费"?(?:支出)?\/)?公务接待(?:费|费用|支出)?$/ },
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

/** What places publish in the same table; no part of 三公. */
const BESIDE: readonly ColumnRule[] = [
  { key: "conference", label: "会议费", path: /^会议费(?:支出)?$/ },
  { key: "training", label: "培训费", path: /^培训费(?:支出)?$/ },
  { key: "operating", label: "机关运行经费", path: /^(?:机关|机构)运行经费(?:决算数|支出)?$/ },
];

const SG_LAYOUT: Layout = {
  shape: "threePublic",
  columns: [...THREE_PUBLIC_ITEMS, ...BESIDE],
  evidence: [{ of: ["abroad", "vehicles", "vehiclePurchase", "vehicleOperation", "reception"], atLeast: 2 }],
};

/** What else a title of the 三公 table names. */
const AND_MORE =
  "(?:、?(?:及|和|与)?(?:其他)?(?:机关运行经费|行政参公单位机关运行经费|会议费|培训费|相关信息|机构运行经费))*";
const THREE_PUBLIC = `(?:安排的?)?"?三公"?经费"?${AND_MORE}(?:财政拨款)?(?:公共预算)?(?:财政拨款)?(?:支出)?(?:(?:预)?决算(?:情况|对比|比较)?|支出情况|情况)(?:总|明细|统计|公开)?表$`;

/** (一般公共预算)财政拨款“三公”经费支出决算表. */
export const SG: TableDescriptor = {
  key: "SG",
  name: "财政拨款“三公”经费支出决算表",
  chip: "三公",
  title: new RegExp(`(?:一般)?公共预算(?:当年)?(?:财政拨款|财政)?${THREE_PUBLIC}`),
  layouts: [SG_LAYOUT],
  untitled: [{ of: ["abroad", "vehicles", "vehicleOperation", "reception"], atLeast: 3 }],
};

/** 财政拨款“三公”经费支出决算表: of all funds, beside the one of 一般公共预算 (云南) or, as in most places, alone. */
export const ALL_FUNDS_THREE_PUBLIC: TableDescriptor = {
  key: "T-SG",
  name: "财政拨款“三公”经费支出决算表",
  chip: "财拨三公",
  title: new RegExp(`(?:财政拨款|财政)?${THREE_PUBLIC}`),
  layouts: [SG_LAYOUT],
  standsFor: "SG",
  agrees: [
    {
      with: ["SG"],
      relation: ">=",
      byKey: true,
      columns: Object.fromEntries(THREE_PUBLIC_ITEMS.map(({ key }) => [key, key])),
    },
  ],
};
