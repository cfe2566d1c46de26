import { FUNDS, incomeRow, Z01_ROWS, Z04_ROWS } from "../model/table";
import type { ColumnRule, LineRule, TableDescriptor } from "./descriptor";

const AMOUNT: ColumnRule = {
  key: "amount",
  path: /^(?:(?:本年|全年)?决算(?:数|金额|额)?|金额|合计|小计|本年(?:收入|支出|数)?|数额|(?:收入|支出)(?:决算)?(?:数|金额)|实际(?:数|执行数)|执行数)(?:\((?:万?元)\))?$/,
};

const BALANCE = "(?:结转(?:和|与|及|、)?结余|结转|结余)(?:资金)?";
const FUND_NAMES = {
  general: "(?:一般)?公共(?:预算)?",
  fund: "政府性基金(?:预算)?",
  stateCapital: "国有资本经营(?:预算)?",
} as const;

const line = (key: string, label: RegExp, extra: Partial<LineRule> = {}): LineRule => ({ key, label, ...extra });

/** Parts of 年初/年末结转和结余 and of 结余分配 that some editions print below them. */
const balanceParts = (base: string): readonly LineRule[] => [
  line(`${base}.basic`, new RegExp(`^(?:其中:?)?基本支出(?:结转|结余|${BALANCE})$`), { subLine: true }),
  line(`${base}.project`, new RegExp(`^(?:其中:?)?项目支出(?:结转|结余|${BALANCE})$`), { subLine: true }),
  line(`${base}.business`, /^(?:其中:?)?经营(?:结转|结余|亏损|收支)(?:.*)$/, { subLine: true }),
];

const GRAND_TOTAL = (side: "收入" | "支出"): RegExp => new RegExp(`^(?:${side})?总计$|^(?:${side})?合计总计$`);

/** 收入支出决算总表. */
export const Z01: TableDescriptor = {
  key: "Z01",
  name: "收入支出决算总表",
  shape: "twoSided",
  title: /(?:收入支出|收支)决算(?:总|情况总|总体情况|汇总)?表$|收支决算总表$/,
  columns: [AMOUNT],
  lines: {
    left: [
      line(
        incomeRow("general"),
        /^(?:一般公共预算|公共预算|公共财政预算|一般公共预算当年)(?:财政)?拨款(?:收入)?$|^财政(?:补助|拨款)收入$/,
      ),
      line(incomeRow("fund"), /^政府性基金(?:预算)?(?:财政)?(?:拨款)?(?:收入)?$/),
      line(incomeRow("stateCapital"), /^国有资本经营(?:预算)?(?:财政)?(?:拨款)?(?:收入)?$/),
      line(incomeRow("superiorSubsidy"), /^上级补助(?:收入)?$/),
      line(incomeRow("undertaking"), /^事业收入(?:\(.*\))?$/),
      line(incomeRow("business"), /^(?:事业单位)?经营收入$/),
      line(incomeRow("affiliated"), /^附属单位(?:上缴收入|缴款|上缴)$/),
      line(incomeRow("other"), /^其他收入$/),
      line(Z01_ROWS.incomeTotal, /^(?:本年|当年)?收入(?:合计|小计)$|^本年收入$/),
      line(
        Z01_ROWS.usedSurplus,
        /^(?:使用|动用|加:使用)?(?:非财政拨款|专用|事业基金).*(?:结余|差额).*$|^用事业基金弥补收支差额$/,
      ),
      line(Z01_ROWS.opening, new RegExp(`^(?:加:)?(?:年初|上年末?)(?:滚存)?${BALANCE}$`)),
      ...balanceParts(Z01_ROWS.opening),
      line(Z01_ROWS.incomeGrandTotal, GRAND_TOTAL("收入")),
    ],
    right: [
      line(Z01_ROWS.expenditureTotal, /^(?:本年|当年)?支出(?:合计|小计)$|^本年支出$/),
      line(Z01_ROWS.surplusDistribution, /^(?:减:)?结余分配$/),
      line(Z01_ROWS.closing, new RegExp(`^(?:减:)?(?:年末|期末|结转下年)(?:滚存)?(?:${BALANCE})?$`)),
      line(`${Z01_ROWS.surplusDistribution}.welfare`, /^(?:其中:?)?提取(?:职工)?福利基金$/, { subLine: true }),
      line(`${Z01_ROWS.surplusDistribution}.tax`, /^(?:其中:?)?(?:交纳|缴纳)(?:企业)?所得税$/, { subLine: true }),
      line(`${Z01_ROWS.surplusDistribution}.fund`, /^(?:其中:?)?转入(?:事业基金|非财政拨款结余)$/, { subLine: true }),
      line(`${Z01_ROWS.surplusDistribution}.rest`, /^(?:其中:?)?其他$/, { subLine: true }),
      ...balanceParts(Z01_ROWS.closing),
      line(Z01_ROWS.expenditureGrandTotal, GRAND_TOTAL("支出")),
    ],
  },
  evidence: [
    {
      of: [Z01_ROWS.incomeTotal, Z01_ROWS.expenditureTotal, Z01_ROWS.incomeGrandTotal, incomeRow("general")],
      atLeast: 2,
    },
  ],
  untitled: [
    {
      of: [incomeRow("superiorSubsidy"), incomeRow("undertaking"), incomeRow("business"), incomeRow("affiliated")],
      atLeast: 3,
    },
  ],
};

/** A fund's income line, its part of the opening balances and of the closing balances. */
const fundLines = FUNDS.map((fund) => ({
  fund,
  income: line(incomeRow(fund), new RegExp(`^${FUND_NAMES[fund]}(?:当年)?(?:财政)?(?:拨款)?(?:收入)?$`), {
    block: "income",
  }),
  opening: line(
    Z04_ROWS.openingOf[fund],
    new RegExp(`^(?:其中:?)?(?:年初)?${FUND_NAMES[fund]}(?:财政)?(?:拨款)?(?:收入)?(?:${BALANCE})?$`),
    { block: "opening" },
  ),
  namedOpening: line(
    Z04_ROWS.openingOf[fund],
    new RegExp(`^(?:其中:?)?(?:年初|上年)?${FUND_NAMES[fund]}(?:财政)?(?:拨款)?${BALANCE}$`),
  ),
  closing: line(
    Z04_ROWS.closingOf[fund],
    new RegExp(`^(?:其中:?)?(?:年末)?${FUND_NAMES[fund]}(?:财政)?拨款(?:${BALANCE})?$`),
    { subLine: true },
  ),
}));

/** 财政拨款收入支出决算总表. */
export const Z04: TableDescriptor = {
  key: "Z04",
  name: "财政拨款收入支出决算总表",
  shape: "twoSided",
  title: /(?:财政拨款|财政)(?:收入支出|收支)决算(?:总|情况总|总体情况|汇总)?表$/,
  columns: [
    AMOUNT,
    { key: "total", path: /^(?:支出\/)?(?:合计|小计|总计|金额|(?:本年)?决算(?:数|金额)?|本年支出(?:合计)?)$/ },
    {
      key: "general",
      path: /^(?:支出\/|合计\/|其中:?\/?)*(?:一般公共预算|公共预算|公共财政预算|一般公共)(?:财政拨款|拨款|支出)?$/,
    },
    { key: "fund", path: /^(?:支出\/|合计\/|其中:?\/?)*政府性基金(?:预算)?(?:财政拨款|拨款|支出)?$/ },
    { key: "stateCapital", path: /^(?:支出\/|合计\/|其中:?\/?)*国有资本经营(?:预算)?(?:财政拨款|拨款|支出)?$/ },
  ],
  lines: {
    left: [
      ...fundLines.map((lines) => lines.income),
      ...fundLines.map((lines) => lines.opening),
      ...fundLines.map((lines) => lines.namedOpening),
      line(Z04_ROWS.incomeTotal, /^(?:本年|当年)?(?:财政拨款)?收入(?:合计|小计)$|^(?:本年|当年)(?:财政拨款)?收入$/),
      line(Z04_ROWS.opening, new RegExp(`^(?:年初|上年末?)(?:财政拨款)?${BALANCE}$`)),
      ...balanceParts(Z04_ROWS.opening),
      line(Z04_ROWS.incomeGrandTotal, GRAND_TOTAL("收入")),
    ],
    right: [
      line(
        Z04_ROWS.expenditureTotal,
        /^(?:本年|当年)?(?:财政拨款)?支出(?:合计|小计)$|^(?:本年|当年)(?:财政拨款)?支出$/,
      ),
      line(Z04_ROWS.closing, new RegExp(`^(?:年末|期末|结转下年)(?:财政拨款)?(?:${BALANCE})?$`)),
      ...fundLines.map((lines) => lines.closing),
      ...balanceParts(Z04_ROWS.closing),
      line(Z04_ROWS.expenditureGrandTotal, GRAND_TOTAL("支出")),
    ],
  },
  evidence: [
    { of: ["general", "fund", "stateCapital"], atLeast: 1 },
    { of: [incomeRow("general"), Z04_ROWS.opening, Z04_ROWS.incomeGrandTotal], atLeast: 2 },
  ],
  untitled: [{ of: [incomeRow("general"), Z04_ROWS.opening, "general", "fund"], atLeast: 4 }],
};
