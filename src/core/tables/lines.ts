import type { ColumnRule, LineRule } from "./descriptor";
import { BALANCE } from "./words";

/** The one amount column of a two-sided table's half. */
export const AMOUNT: ColumnRule = {
  key: "amount",
  label: "决算数",
  path: /^(?:(?:本年|全年|收入|支出)?决算(?:数|金额|额)?|金额|合计|小计|本年(?:收入|支出|数)?|数额|(?:收入|支出)(?:决算)?(?:数|金额)|实际(?:数|执行数)|执行数)(?:\((?:万?元)\))?$/,
};

export const line = (key: string, label: RegExp, extra: Partial<LineRule> = {}): LineRule => ({ key, label, ...extra });

/** Parts of 年初/年末结转和结余 and of 结余分配 that some editions print below them. */
export const balanceParts = (base: string): readonly LineRule[] => [
  line(`${base}.basic`, new RegExp(`^(?:其中:?)?基本支出(?:结转|结余|${BALANCE})$`), { within: base }),
  line(`${base}.project`, new RegExp(`^(?:其中:?)?项目支出(?:结转|结余|${BALANCE})$`), { within: base }),
  line(`${base}.business`, /^(?:其中:?)?经营(?:结转|结余|亏损|收支)(?:.*)$/, { within: base }),
];

/** 总计 of a half. */
export const grandTotal = (side: "收入" | "支出"): RegExp => new RegExp(`^(?:${side})?总计$|^(?:${side})?合计总计$`);
