import {
  incomeRow,
  TOTAL_ROW,
  Z01_ROWS,
  Z04_ROWS,
  Z06_ROWS,
  SG_ROWS,
  type ColumnKey,
  type FundKey,
} from "../../model/table";
import { total, type Quantity } from "../quantity";
import { reviewedFunds } from "./performance";
import { cell, economicTotal, either, parameter, type Sources } from "./sources";

/** Something the text speaks about: its figure this year and what it is compared with. */
export interface Subject {
  /** Stable: the name in templates, or the list and code of an item ("项.2010301"). */
  readonly key: string;
  /** Short name in the text and on the sheets. */
  readonly label: string;
  readonly now: Quantity;
  readonly prior?: Quantity;
  readonly budget?: Quantity;
  /** What its share is a share of. */
  readonly base?: Quantity;
  /** Label of `base`. */
  readonly baseLabel?: string;
  /** Full name 类（类）款（款）项（项）, for items. */
  readonly fullName?: string;
  /** Functional or economic code, for items. */
  readonly code?: string;
}

/** How a subject of the catalogue is found and what it is compared with. */
export interface SubjectSpec {
  readonly name: string;
  readonly now: (sources: Sources) => Quantity;
  /** Compared with last year: taken from last year's workbook by the same `now`, or from the parameter 上年.<name>. */
  readonly prior?: true;
  /** Compared with a budget: of the table, or of the parameter 年初预算.<name>. */
  readonly budget?: "parameter" | ((sources: Sources) => Quantity);
  /** Name of the subject it is a share of. */
  readonly base?: string;
}

const z01 = (row: string) => (s: Sources) => cell(s, "Z01", row, "amount");

/** A source of income: the total of its Z02 column, or its line of Z01. */
const income =
  (column: "superiorSubsidy" | "undertaking" | "business" | "affiliated" | "other") =>
  (s: Sources): Quantity =>
    either(cell(s, "Z02", TOTAL_ROW, column), cell(s, "Z01", incomeRow(column), "amount"));

const fiscalIncome = (s: Sources): Quantity =>
  either(
    cell(s, "Z02", TOTAL_ROW, "fiscal"),
    total((["general", "fund", "stateCapital"] as const).map((fund) => cell(s, "Z01", incomeRow(fund), "amount"))),
  );

const personnel = (s: Sources): Quantity =>
  either(cell(s, "Z06", Z06_ROWS.personnelTotal, "amount"), economicTotal(s, "personnel"));

const publicFunds = (s: Sources): Quantity =>
  either(cell(s, "Z06", Z06_ROWS.publicTotal, "amount"), economicTotal(s, "public"));

const expenditure = (column: ColumnKey) => (s: Sources) => cell(s, "Z03", TOTAL_ROW, column);

/** 政府性基金 (JJ) and 国有资本经营 (GZ): their own table first, then Z04. */
const fundFigures = (name: string, key: "JJ" | "GZ", fund: FundKey): readonly SubjectSpec[] => [
  {
    name: `${name}年初结转和结余`,
    now: (s) => either(cell(s, key, TOTAL_ROW, "opening"), cell(s, "Z04", Z04_ROWS.openingOf[fund], "amount")),
  },
  {
    name: `${name}本年收入`,
    now: (s) => either(cell(s, key, TOTAL_ROW, "income"), cell(s, "Z04", incomeRow(fund), "amount")),
  },
  {
    name: `${name}本年支出`,
    now: (s) => either(cell(s, key, TOTAL_ROW, "total"), cell(s, "Z04", Z04_ROWS.expenditureTotal, fund)),
  },
  {
    name: `${name}年末结转和结余`,
    now: (s) => either(cell(s, key, TOTAL_ROW, "closing"), cell(s, "Z04", Z04_ROWS.closing, fund)),
  },
];

const threePublic = (name: string, column: ColumnKey): SubjectSpec => ({
  name,
  now: (s) => cell(s, "SG", SG_ROWS.final, column),
  budget: (s) => cell(s, "SG", SG_ROWS.budget, column),
});

const filled = (name: string, base?: string): SubjectSpec => ({
  name,
  now: (s) => parameter(s, name, name),
  ...(base === undefined ? {} : { base }),
});

/** Name of the subject that Z05's 类 are shares of. */
export const GENERAL_EXPENDITURE = "一般公共预算财政拨款支出";

/** What the 评价 of an edition names the funds of its projects. */
export const REVIEWED_FUNDS: readonly string[] = ["重点绩效评价涉及资金", "部门评价涉及预算资金"];

/** Every subject a template may name, in the order of the text. */
export const SUBJECT_SPECS: readonly SubjectSpec[] = [
  {
    name: "收支总计",
    now: (s) => either(z01(Z01_ROWS.incomeGrandTotal)(s), z01(Z01_ROWS.expenditureGrandTotal)(s)),
    prior: true,
  },
  {
    name: "收入合计",
    now: (s) => either(z01(Z01_ROWS.incomeTotal)(s), cell(s, "Z02", TOTAL_ROW, "total")),
    prior: true,
  },
  { name: "财政拨款收入", now: fiscalIncome, prior: true, base: "收入合计" },
  { name: "上级补助收入", now: income("superiorSubsidy"), prior: true, base: "收入合计" },
  { name: "事业收入", now: income("undertaking"), prior: true, base: "收入合计" },
  { name: "经营收入", now: income("business"), prior: true, base: "收入合计" },
  { name: "附属单位上缴收入", now: income("affiliated"), prior: true, base: "收入合计" },
  { name: "其他收入", now: income("other"), prior: true, base: "收入合计" },
  {
    name: "支出合计",
    now: (s) => either(cell(s, "Z03", TOTAL_ROW, "total"), z01(Z01_ROWS.expenditureTotal)(s)),
    prior: true,
  },
  { name: "基本支出", now: expenditure("basic"), prior: true, base: "支出合计" },
  { name: "项目支出", now: expenditure("project"), prior: true, base: "支出合计" },
  { name: "上缴上级支出", now: expenditure("upward"), prior: true, base: "支出合计" },
  { name: "经营支出", now: expenditure("business"), prior: true, base: "支出合计" },
  { name: "对附属单位补助支出", now: expenditure("affiliatedSubsidy"), prior: true, base: "支出合计" },
  {
    name: "财政拨款收支总计",
    now: (s) =>
      either(
        cell(s, "Z04", Z04_ROWS.incomeGrandTotal, "amount"),
        cell(s, "Z04", Z04_ROWS.expenditureGrandTotal, "total"),
      ),
    prior: true,
  },
  {
    name: GENERAL_EXPENDITURE,
    now: (s) => either(cell(s, "Z05", TOTAL_ROW, "total"), cell(s, "Z04", Z04_ROWS.expenditureTotal, "general")),
    prior: true,
    budget: "parameter",
    base: "支出合计",
  },
  {
    name: "一般公共预算基本支出",
    now: (s) => either(cell(s, "Z05", TOTAL_ROW, "basic"), total([personnel(s), publicFunds(s)])),
  },
  { name: "人员经费", now: personnel, base: "一般公共预算基本支出" },
  { name: "公用经费", now: publicFunds, base: "一般公共预算基本支出" },
  ...fundFigures("政府性基金", "JJ", "fund"),
  ...fundFigures("国有资本经营", "GZ", "stateCapital"),
  threePublic("三公经费", "total"),
  threePublic("因公出国（境）费", "abroad"),
  threePublic("公务用车购置及运行维护费", "vehicles"),
  threePublic("公务用车购置费", "vehiclePurchase"),
  threePublic("公务用车运行维护费", "vehicleOperation"),
  threePublic("公务接待费", "reception"),
  filled("国内接待费"),
  filled("国（境）外接待费"),
  { ...filled("机关运行经费"), budget: "parameter" },
  filled("政府采购支出总额"),
  filled("政府采购货物支出", "政府采购支出总额"),
  filled("政府采购工程支出", "政府采购支出总额"),
  filled("政府采购服务支出", "政府采购支出总额"),
  filled("授予中小企业合同金额", "政府采购支出总额"),
  filled("授予小微企业合同金额", "政府采购支出总额"),
  filled("货物采购授予中小企业合同金额", "政府采购货物支出"),
  filled("工程采购授予中小企业合同金额", "政府采购工程支出"),
  filled("服务采购授予中小企业合同金额", "政府采购服务支出"),
  {
    name: "项目支出预算总额",
    now: (s) => either(parameter(s, "项目支出预算总额", "项目支出预算总额"), expenditure("project")(s)),
  },
  filled("绩效自评涉及预算资金", "项目支出预算总额"),
  ...REVIEWED_FUNDS.map((name) => ({ name, now: (s: Sources) => either(parameter(s, name, name), reviewedFunds(s)) })),
];

/** The subjects by name. */
export const SUBJECT_BY_NAME: ReadonlyMap<string, SubjectSpec> = new Map(
  SUBJECT_SPECS.map((spec) => [spec.name, spec]),
);
