import type { Amount } from "../model/amount";
import type { AccountBook } from "../model/book";
import { compare, completionOf, shareOf } from "./comparison";
import { gatherFacts, type Item, type PriorFigures } from "./facts/facts";
import type { Parameters } from "./parameters/parameters";
import { priorYearFromBook } from "./prior-year";
import type { Subject } from "./facts/subjects";
import type { Known, Missing, Quantity } from "./quantity";

/**
 * A row of the sheet 结构分析: one subject of the text. Amounts in the workbook's money unit; share, changeRate and
 * completion are fractions (1 = 100 %), unrounded. A column is undefined where it does not apply, can not be formed
 * (上年无此项, 年初无预算) or its input is missing; `remark` says which.
 */
export interface StructureRow {
  readonly key: string;
  /** Group heading on the sheet ("收入构成"). */
  readonly group: string;
  readonly code: string | undefined;
  readonly label: string;
  readonly amount: Known | undefined;
  readonly share: Known | undefined;
  readonly shareOf: string | undefined;
  readonly prior: Known | undefined;
  /** With its sign: negative where the figure fell. */
  readonly change: Amount | undefined;
  /** With its sign. */
  readonly changeRate: Amount | undefined;
  readonly budget: Known | undefined;
  readonly completion: Known | undefined;
  /** Chinese: why a column is empty. */
  readonly remark: string;
}

/** Groups of the sheet in the order of the text: subjects by name, or a list of items. */
const GROUPS: readonly { readonly group: string; readonly subjects?: readonly string[]; readonly list?: string }[] = [
  { group: "收支总体", subjects: ["收支总计"] },
  {
    group: "收入构成",
    subjects: ["收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"],
  },
  {
    group: "支出构成",
    subjects: ["支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"],
  },
  { group: "财政拨款收支总体", subjects: ["财政拨款收支总计"] },
  { group: "一般公共预算财政拨款支出", subjects: ["一般公共预算财政拨款支出"] },
  { group: "一般公共预算财政拨款支出结构", list: "类" },
  { group: "一般公共预算财政拨款支出完成情况", list: "项" },
  { group: "一般公共预算财政拨款基本支出", subjects: ["一般公共预算基本支出", "人员经费", "公用经费"] },
  { group: "政府性基金支出完成情况", list: "基金项" },
  { group: "国有资本经营支出完成情况", list: "国资项" },
  {
    group: "“三公”经费",
    subjects: [
      "三公经费",
      "因公出国（境）费",
      "公务用车购置及运行维护费",
      "公务用车购置费",
      "公务用车运行维护费",
      "公务接待费",
    ],
  },
  { group: "机关运行经费", subjects: ["机关运行经费"] },
  {
    group: "政府采购",
    subjects: [
      "政府采购支出总额",
      "政府采购货物支出",
      "政府采购工程支出",
      "政府采购服务支出",
      "授予中小企业合同金额",
      "授予小微企业合同金额",
    ],
  },
  { group: "预算绩效", subjects: ["绩效自评涉及预算资金"] },
  { group: "绩效自评项目", list: "自评项目" },
];

/** Rows for every share, change and completion rate that the text states: the same facts, computed the same way. */
export function structureAnalysis(
  book: AccountBook,
  parameters: Parameters,
  priorYear?: AccountBook,
): readonly StructureRow[] {
  const prior: PriorFigures = priorYear ? priorYearFromBook(priorYear, book).figures : new Map();
  const facts = gatherFacts(book, parameters, prior);
  return GROUPS.flatMap(({ group, subjects, list }) => {
    const items = list === undefined ? undefined : facts.lists.get(list);
    const found: readonly Item[] = items && !("kind" in items) ? items : [];
    const named = (subjects ?? []).flatMap((name) => facts.subjects.get(name) ?? []);
    return [...named, ...found].map((subject) => row(group, subject));
  });
}

function row(group: string, subject: Subject): StructureRow {
  const remarks: string[] = [];
  const value = given(subject.now, remarks);
  const share = subject.base && formed(shareOf(subject.now, subject.base), remarks);
  const change = subject.prior ? compare(subject, "比上年") : undefined;
  const changed = change && !("kind" in change) ? change : undefined;
  const prior = subject.prior && given(subject.prior, remarks);
  const budget = subject.budget && given(subject.budget, remarks);
  if (prior?.value.isZero() && value && !value.value.isZero()) remarks.push("上年无此项");
  if (budget?.value.isZero()) remarks.push("年初无预算");
  const sign = changed && changed.now.value.lt(changed.other.value) ? -1 : 1;
  return {
    key: subject.key,
    group,
    code: subject.code,
    label: subject.label,
    amount: value,
    share,
    shareOf: subject.base ? subject.baseLabel : undefined,
    prior,
    change: changed && withSign(changed.difference.value, sign),
    changeRate: changed?.rate && withSign(changed.rate.value, sign),
    budget,
    completion: subject.budget && formed(completionOf(subject), remarks),
    remark: [...new Set(remarks)].join("；"),
  };
}

function withSign(value: Amount, sign: 1 | -1): Amount {
  return value.isZero() ? value : value.times(sign);
}

function given(quantity: Quantity, remarks: string[]): Known | undefined {
  if (quantity.kind === "known") return quantity;
  remarks.push(quantity.cause === "parameter" ? `${quantity.label}未填` : quantity.label);
  return undefined;
}

function formed(quotient: Known | Missing | undefined, remarks: string[]): Known | undefined {
  return quotient && given(quotient, remarks);
}
