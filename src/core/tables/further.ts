import type { Layout, TableDescriptor } from "./descriptor";
import { ECONOMIC_LAYOUT } from "./z06";
import { BALANCE } from "./words";

/** Rows by code, columns as the header groups them: 小计 and 合计 add up the columns of their group. */
const matrix = (codes: Layout["codes"], extra: Partial<Layout> = {}): Layout => ({
  shape: "matrix",
  columns: [],
  evidence: [],
  ...(codes ? { codes } : {}),
  ...extra,
});
const DETAIL = "支出(?:决算)?明细(?:决算)?表$";

/** 财政拨款支出决算明细表 (四川 05): economic classification by fund. */
export const FUND_DETAIL: TableDescriptor = {
  key: "T-CM",
  name: "财政拨款支出决算明细表",
  chip: "财拨明细",
  title: new RegExp(`(?:^|[^算])财政拨款${DETAIL}`),
  layouts: [matrix("economic"), matrix("functional")],
};

/** 一般公共预算财政拨款支出决算明细表 (四川 07): functional by economic classification. */
export const GENERAL_DETAIL: TableDescriptor = {
  key: "T-GM",
  name: "一般公共预算财政拨款支出决算明细表",
  chip: "一般明细",
  title: new RegExp(`公共预算(?:财政)?(?:拨款)?${DETAIL}`),
  layouts: [matrix("functional"), matrix("economic")],
};

/** 支出决算明细表, 基本支出决算明细表, 项目支出决算明细表 of all funds, by economic classification. */
export const EXPENDITURE_DETAIL: TableDescriptor = {
  key: "T-ZM",
  name: "支出决算明细表",
  chip: "支出明细",
  title: new RegExp(DETAIL),
  layouts: [matrix("functional"), matrix("economic"), ECONOMIC_LAYOUT],
};

/** (一般公共预算财政拨款)项目支出决算表: by 项 with its projects (四川), or by economic classification (云南, 内蒙古). */
export const PROJECTS: TableDescriptor = {
  key: "T-XM",
  name: "一般公共预算财政拨款项目支出决算表",
  chip: "项目支出",
  title: /公共预算(?:财政)?(?:拨款)?项目支出决算(?:情况)?(?:明细)?表$/,
  layouts: [
    {
      shape: "classified",
      codes: "functional",
      columns: [
        {
          key: "total",
          label: "金额",
          path: /^(?:[^/]*\/)*(?:(?:本年)?(?:项目)?支出(?:合计)?|金额|合计|小计|决算数)$/,
        },
      ],
      evidence: [{ of: ["total"], atLeast: 1 }],
      linesBelow: true,
    },
    ECONOMIC_LAYOUT,
  ],
  agrees: [
    { with: ["Z05"], relation: "=", columns: { total: "project" } },
    { with: ["Z05"], relation: "=", columns: { amount: "project" }, totalsOnly: true },
  ],
};

const fiscalPart = (base: string, label: string) => ({
  key: `${base}.fiscal`,
  label: `${label}其中：财政拨款`,
  path: new RegExp(
    `^${base === "income" ? "(?:本年)?收入" : base === "total" ? "(?:本年)?支出" : base === "opening" ? `年初${BALANCE}` : `年末${BALANCE}`}/其中:财政拨款(?:${BALANCE})?$`,
  ),
  within: base,
});

/** 项目收入支出决算表 (内蒙古 05): a line a project. */
export const PROJECT_FLOWS: TableDescriptor = {
  key: "T-XS",
  name: "项目收入支出决算表",
  chip: "项目收支",
  title: /项目收入支出决算(?:情况)?表$/,
  layouts: [
    {
      shape: "classified",
      codes: "functional",
      columns: [
        { key: "opening", label: "年初结转和结余", path: new RegExp(`^年初${BALANCE}$`) },
        fiscalPart("opening", "年初结转和结余"),
        { key: "income", label: "本年收入", path: /^(?:本年)?收入(?:合计)?$/ },
        fiscalPart("income", "本年收入"),
        { key: "total", label: "本年支出", path: /^(?:本年)?支出(?:合计)?$/ },
        fiscalPart("total", "本年支出"),
        { key: "closing", label: "年末结转和结余", path: new RegExp(`^年末${BALANCE}$`) },
        fiscalPart("closing", "年末结转和结余"),
      ],
      evidence: [{ of: ["opening", "income", "total", "closing"], atLeast: 3 }],
    },
  ],
  agrees: [{ with: ["Z03"], relation: "=", columns: { total: "project" }, totalsOnly: true }],
};

/** 国有资产占用(使用)情况表: one row, a header of groups. */
export const STATE_ASSETS: TableDescriptor = {
  key: "T-ZC",
  name: "国有资产使用情况表",
  chip: "资产",
  title: /国有资产(?:占有|占用|使用|占有使用|占用使用)?(?:及使用)?(?:情况|信息)?(?:公开)?表$/,
  layouts: [matrix(undefined)],
};
