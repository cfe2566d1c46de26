import { functionalClassName } from "../../glossary/functional-classes";
import { functionalRow, incomeRow, Z01_ROWS, Z04_ROWS, type FundKey } from "../../model/table";
import type { PrintedColumn, PrintedLine, TwoSidedPrint } from "./layout";

const NUMERALS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** 1 → "一", 12 → "十二", 20 → "二十", 26 → "二十六". */
export function chineseNumber(n: number): string {
  const tens = Math.floor(n / 10);
  const head = tens === 0 ? "" : `${tens === 1 ? "" : (NUMERALS[tens] ?? "")}十`;
  return head + (NUMERALS[n % 10] ?? "");
}

const numbered = (lines: readonly PrintedLine[]): readonly PrintedLine[] =>
  lines.map(({ label, ...line }, i) => ({ ...line, label: `${chineseNumber(i + 1)}、${label}` }));

/** The functional classes as lines; `names` where an edition calls one otherwise. */
const functional = (codes: readonly string[], names: Readonly<Record<string, string>>): readonly PrintedLine[] =>
  numbered(
    codes.map((code) => ({ key: functionalRow(code), label: names[code] ?? functionalClassName(code) ?? code })),
  );

const FUND_LABELS: Readonly<Record<FundKey, string>> = {
  general: "一般公共预算财政拨款",
  fund: "政府性基金预算财政拨款",
  stateCapital: "国有资本经营预算财政拨款",
};

/** What differs between editions of the two-sided tables. */
export interface TwoSidedEdition {
  readonly funds: readonly FundKey[];
  readonly functional: readonly string[];
  readonly names?: Readonly<Record<string, string>>;
  readonly usedSurplus: string;
  readonly amount: string;
}

const OTHER_INCOME = [
  ["superiorSubsidy", "上级补助收入"],
  ["undertaking", "事业收入"],
  ["business", "经营收入"],
  ["affiliated", "附属单位上缴收入"],
  ["other", "其他收入"],
] as const;

/** 收入支出决算总表 of an edition. */
export function totalTable(edition: TwoSidedEdition): TwoSidedPrint {
  const columns: readonly PrintedColumn[] = [{ key: "amount", label: edition.amount }];
  return {
    shape: "twoSided",
    key: "Z01",
    title: "收入支出决算总表",
    left: {
      heading: "收入",
      columns,
      items: numbered([
        ...edition.funds.map((fund) => ({ key: incomeRow(fund), label: `${FUND_LABELS[fund]}收入` })),
        ...OTHER_INCOME.map(([item, label]) => ({ key: incomeRow(item), label })),
      ]),
      foot: [
        { key: Z01_ROWS.incomeTotal, label: "本年收入合计" },
        { key: Z01_ROWS.usedSurplus, label: edition.usedSurplus },
        { key: Z01_ROWS.opening, label: "年初结转和结余" },
        { label: "" },
        { key: Z01_ROWS.incomeGrandTotal, label: "总计" },
      ],
    },
    right: {
      heading: "支出",
      columns,
      items: functional(edition.functional, edition.names ?? {}),
      foot: [
        { key: Z01_ROWS.expenditureTotal, label: "本年支出合计" },
        { key: Z01_ROWS.surplusDistribution, label: "结余分配" },
        { key: Z01_ROWS.closing, label: "年末结转和结余" },
        { label: "" },
        { key: Z01_ROWS.expenditureGrandTotal, label: "总计" },
      ],
    },
    note: "注：1.本表反映{部门}本年度的总收支和年末结转结余情况。2.本套报表金额单位转换时可能存在尾数误差。",
    blankNote: "本{部门}本年度没有收入和支出，故本表无数据。",
  };
}

/** 财政拨款收入支出决算总表 of an edition. */
export function fiscalTotalTable(edition: TwoSidedEdition): TwoSidedPrint {
  const { funds } = edition;
  const named = funds.map((fund) => FUND_LABELS[fund]);
  return {
    shape: "twoSided",
    key: "Z04",
    title: "财政拨款收入支出决算总表",
    left: {
      heading: "收入",
      columns: [{ key: "amount", label: edition.amount }],
      items: numbered(funds.map((fund) => ({ key: incomeRow(fund), label: FUND_LABELS[fund] }))),
      foot: [
        { key: Z04_ROWS.incomeTotal, label: "本年收入合计" },
        { key: Z04_ROWS.opening, label: "年初财政拨款结转和结余" },
        ...funds.map((fund) => ({ key: Z04_ROWS.openingOf[fund], label: FUND_LABELS[fund] })),
        { key: Z04_ROWS.incomeGrandTotal, label: "总计" },
      ],
    },
    right: {
      heading: "支出",
      columns: [{ key: "total", label: "合计" }, ...funds.map((fund) => ({ key: fund, label: FUND_LABELS[fund] }))],
      items: functional(edition.functional, edition.names ?? {}),
      foot: [
        { key: Z04_ROWS.expenditureTotal, label: "本年支出合计" },
        { key: Z04_ROWS.closing, label: "年末财政拨款结转和结余" },
        ...funds.map(() => ({ label: "" })),
        { key: Z04_ROWS.expenditureGrandTotal, label: "总计" },
      ],
    },
    note: `注：本表反映{部门}本年度${named.slice(0, -1).join("、")}和${named.at(-1) ?? ""}的总收支和年末结转结余情况。`,
    blankNote: "本{部门}本年度没有财政拨款收入和支出，故本表无数据。",
  };
}
