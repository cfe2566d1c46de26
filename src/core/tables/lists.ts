import type { ColumnRule, LineRule, TableDescriptor } from "./descriptor";

const AMOUNT: ColumnRule = {
  key: "amount",
  label: "决算数",
  path: /^(?:[^/]*\/)*(?:(?:本年|全年)?(?:决算|统计|执行)(?:数|金额|额)?|决算统计数|(?:支出)?金额|合计|小计|总计|数额)$/,
};
const line = (key: string, name: string, label: string, extra: Partial<LineRule> = {}): LineRule => ({
  key,
  name,
  label: new RegExp(`^${label}$`),
  ...extra,
});
const count = { count: true } as const;

/** 政府采购支出: 合计 = 货物 + 工程 + 服务; what went to 中小企业 and, of that, to 小微企业. */
const PROCUREMENT: readonly LineRule[] = [
  line("procurement.total", "政府采购支出合计", "(?:政府采购)?(?:支出)?(?:合计|总额|总计)", {
    parts: ["procurement.goods", "procurement.works", "procurement.services"],
  }),
  line("procurement.goods", "政府采购货物支出", "(?:其中:)?(?:政府采购)?货物(?:类)?(?:采购)?(?:支出)?"),
  line("procurement.works", "政府采购工程支出", "(?:其中:)?(?:政府采购)?工程(?:类)?(?:采购)?(?:支出)?"),
  line("procurement.services", "政府采购服务支出", "(?:其中:)?(?:政府采购)?服务(?:类)?(?:采购)?(?:支出)?"),
  line("procurement.smaller", "授予中小企业合同金额", "(?:政府采购)?授予中小企业(?:的)?合同(?:总)?金?额", {
    within: "procurement.total",
  }),
  line("procurement.small", "授予小微企业合同金额", "(?:其中:)?授予小(?:型)?微(?:型)?企业(?:的)?合同(?:总)?金?额", {
    within: "procurement.smaller",
  }),
];

/** 政府采购支出(情况)表: a list, or by source of money across (北京: 总计, 财政性资金, 其他资金). */
export const PROCUREMENT_TABLE: TableDescriptor = {
  key: "T-CG",
  name: "政府采购支出情况表",
  chip: "采购",
  title: /政府采购(?:支出)?(?:决算)?(?:情况|信息)?(?:统计)?(?:公开)?表$/,
  layouts: [
    {
      shape: "list",
      columns: [
        { ...AMOUNT, parts: ["fiscal", "other"] },
        { key: "fiscal", label: "财政性资金", path: /^(?:[^/]*\/)*(?:其中:)?财政性?资金$/ },
        { key: "other", label: "其他资金", path: /^(?:[^/]*\/)*其他(?:性)?资金$/ },
      ],
      lines: { left: PROCUREMENT, right: [] },
      evidence: [{ of: ["procurement.goods", "procurement.works", "procurement.services"], atLeast: 2 }],
    },
  ],
};

/** 政府购买服务决算公开情况表 (北京): a line a purchase, 合计 last. */
export const BOUGHT_SERVICES: TableDescriptor = {
  key: "T-GF",
  name: "政府购买服务支出情况表",
  chip: "购买服务",
  title: /政府购买服务(?:支出)?(?:决算)?(?:公开)?(?:情况)?表$/,
  layouts: [
    {
      shape: "matrix",
      columns: [],
      evidence: [],
      linesBelow: true,
    },
  ],
};

const AMONG: readonly LineRule[] = [
  line("threePublic.total", "“三公”经费支出合计", '(?:"?三公"?经费)?支出合计', {
    parts: ["threePublic.abroad", "threePublic.vehicles", "threePublic.reception"],
  }),
  line("threePublic.abroad", "因公出国（境）费", "因公出国\\(境\\)(?:费用?|经费)?"),
  line("threePublic.vehicles", "公务用车购置及运行维护费", "公务用车购置(?:及|和|与)运行(?:维护|维修)?费", {
    parts: ["threePublic.vehiclePurchase", "threePublic.vehicleOperation"],
  }),
  line("threePublic.vehiclePurchase", "公务用车购置费", "(?:其中:)?公务用车购置费"),
  line("threePublic.vehicleOperation", "公务用车运行维护费", "(?:其中:)?公务用车运行(?:维护|维修)?费"),
  line("threePublic.reception", "公务接待费", "公务接待费", {
    parts: ["threePublic.receptionAtHome", "threePublic.receptionAbroad"],
  }),
  line("threePublic.receptionAtHome", "国内接待费", "国内(?:公务)?接待费"),
  line("threePublic.receptionForeign", "外事接待费", "其中:外事接待费", { within: "threePublic.receptionAtHome" }),
  line("threePublic.receptionAbroad", "国（境）外接待费", "国\\(境\\)外(?:公务)?接待费"),
];

/** (二)相关统计数. */
const COUNTS: readonly LineRule[] = [
  line("count.groups", "因公出国（境）团组数", "因公出国\\(境\\)团组数?(?:\\(.*\\))?", count),
  line("count.travellers", "因公出国（境）人次数", "因公出国\\(境\\)人(?:次|员)?数?(?:\\(.*\\))?", count),
  line("count.vehiclesBought", "公务用车购置数", "公务用车购置(?:数|量|数量)(?:\\(.*\\))?", count),
  line("count.vehiclesKept", "公务用车保有量", "公务用车保有(?:量|数)(?:\\(.*\\))?", count),
  line("count.receptions", "国内公务接待批次", "国内公务接待批次数?(?:\\(.*\\))?", count),
  line("count.foreignReceptions", "外事接待批次", "其中:外事接待批次数?(?:\\(.*\\))?", {
    ...count,
    within: "count.receptions",
  }),
  line("count.guests", "国内公务接待人次", "国内公务接待人(?:次|数|次数)(?:\\(.*\\))?", count),
  line("count.foreignGuests", "外事接待人次", "其中:外事接待人(?:次|数|次数)(?:\\(.*\\))?", {
    ...count,
    within: "count.guests",
  }),
  line("count.receptionsAbroad", "国（境）外公务接待批次", "国\\(境\\)外公务接待批次数?(?:\\(.*\\))?", count),
  line("count.guestsAbroad", "国（境）外公务接待人次", "国\\(境\\)外公务接待人(?:次|数|次数)(?:\\(.*\\))?", count),
];

const OPERATING: readonly LineRule[] = [
  line("operating.total", "机关运行经费", "机[关构]运行经费(?:支出)?(?:合计)?", {
    parts: ["operating.administrative", "operating.likeCivilService"],
  }),
  line("operating.administrative", "行政单位", "行政单位(?:机关运行经费)?"),
  line("operating.likeCivilService", "参照公务员法管理事业单位", "参照公务员法管理(?:的)?事业单位(?:机关运行经费)?"),
];

const VEHICLE_KINDS: readonly (readonly [string, string, string])[] = [
  ["ministers", "副部（省）级及以上领导用车", "副部\\(省\\)级及?以?上?领导(?:干部)?用车"],
  ["leaders", "主要领导干部用车", "(?:主要|主要负责人|主要领导)(?:干部)?用车|主要领导干部用车"],
  ["confidential", "机要通信用车", "机要通信用车"],
  ["emergency", "应急保障用车", "应急保障用车"],
  ["lawEnforcement", "执法执勤用车", "执法执勤用车"],
  ["special", "特种专业技术用车", "特种专业技术用车"],
  ["retired", "离退休干部服务用车", "离退休干部(?:服务)?用车"],
  ["other", "其他用车", "其他用车"],
];

/** 国有资产占用情况: vehicles by kind, equipment. */
const ASSETS: readonly LineRule[] = [
  line("assets.vehicles", "车辆数合计", "车辆数?合计(?:\\(.*\\))?", {
    ...count,
    parts: VEHICLE_KINDS.map(([key]) => `assets.vehicles.${key}`),
  }),
  ...VEHICLE_KINDS.map(([key, name, label]) =>
    line(`assets.vehicles.${key}`, name, `(?:其中:)?(?:${label})(?:\\(.*\\))?`, count),
  ),
  line("assets.equipment", "单价较高的设备", "单价\\d+万元(?:\\(含\\))?以上.*设备.*", count),
  line("assets.largeEquipment", "单价更高的专用设备", "单价1\\d\\d万元(?:\\(含\\))?以上.*设备.*", count),
];

/** 机构运行信息表: 三公, its counts, 机关运行经费, 国有资产, 政府采购, in one list or two halves. */
export const OPERATING_INFORMATION: TableDescriptor = {
  key: "T-YX",
  name: "机构运行信息表",
  chip: "运行信息",
  title:
    /(?:机构|机关)(?:运行|运转)(?:经费)?(?:支出)?(?:等)?(?:、|及)?(?:国有资产占用情况)?(?:及|和|、)?(?:政府采购(?:支出)?)?(?:等)?(?:相关)?信息(?:公开|统计)?表$/,
  layouts: [
    {
      shape: "list",
      columns: [AMOUNT, { key: "budget", label: "预算数", path: /^(?:[^/]*\/)*(?:全年|年初)?预算(?:数|额)?$/ }],
      lines: { left: [...AMONG, ...COUNTS, ...OPERATING, ...ASSETS, ...PROCUREMENT], right: [] },
      evidence: [
        {
          of: [...COUNTS, ...OPERATING, ...ASSETS, ...PROCUREMENT, ...AMONG].map(({ key }) => key),
          atLeast: 4,
        },
      ],
    },
  ],
};
