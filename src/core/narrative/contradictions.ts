import { round, type Amount } from "../model/amount";
import type { AccountBook } from "../model/book";
import { TOTAL_ROW, Z01_ROWS, Z04_ROWS } from "../model/table";
import type { Facts, PriorFigures } from "./facts/facts";
import { cell } from "./facts/sources";
import { GENERAL_EXPENDITURE } from "./facts/subjects";
import type { Difference } from "./model";
import { ALL_VEHICLES, VEHICLE_KINDS } from "./parameters/catalogue";
import { priorKey, numberOf, type Parameters } from "./parameters/parameters";
import { total, type Known, type Quantity } from "./quantity";
import { evaluatedProjectCount, gradeCount } from "./facts/performance";
import { amountText } from "./wording";
import { USUAL } from "../units/precision";

/** What contradictions are looked for in. */
export interface ContradictionInput {
  readonly book: AccountBook;
  readonly facts: Facts;
  readonly parameters: Parameters;
  readonly prior: PriorFigures;
}

/** Figures the text states that another source contradicts: parameters, last year's workbook, 自评表, Z01 against Z03. */
export function findContradictions(input: ContradictionInput): readonly Difference[] {
  return [
    ...tables(input),
    ...priorYears(input),
    ...budgets(input),
    ...items(input),
    ...sums(input),
    ...orders(input),
    ...performance(input),
    ...scores(input),
  ];
}

/** Two quantities that should be equal to the cent. */
function unequal(key: string, used: Quantity, other: Quantity, what: [string, string]): readonly Difference[] {
  if (used.kind === "missing" || other.kind === "missing") return [];
  if (round(used.value.minus(other.value), 2).isZero()) return [];
  return [
    difference(
      key,
      used,
      other,
      `${what[0]}${show(used.value)}，${what[1]}${show(other.value)}，相差${show(used.value.minus(other.value).abs())}`,
    ),
  ];
}

function difference(key: string, used: Known, other: Known, message: string): Difference {
  return { key, message, used: used.value, other: other.value, cells: [...used.cells, ...other.cells] };
}

/** The figure is printed with what it does not agree with. */
function marked(found: Difference, key: string, what: string): Difference {
  return { ...found, marks: { keys: [key], note: `${what}为${show(found.other)}` } };
}

function show(value: Amount): string {
  return amountText(value, { thousands: false });
}

/** Figures that stand in two tables, or on both sides of one: the text can state only one of them. */
function tables({ book, parameters, facts }: ContradictionInput): readonly Difference[] {
  const sources = { book, parameters };
  const pairs: readonly (readonly [string, Quantity, string])[] = [
    ["收支总计", cell(sources, "Z01", Z01_ROWS.expenditureGrandTotal, "amount"), "支出方总计为"],
    ["财政拨款收支总计", cell(sources, "Z04", Z04_ROWS.expenditureGrandTotal, "total"), "支出方总计为"],
    ["收入合计", cell(sources, "Z02", TOTAL_ROW, "total"), "收入决算表合计为"],
    ["支出合计", cell(sources, "Z01", Z01_ROWS.expenditureTotal, "amount"), "收入支出决算总表为"],
  ];
  return pairs.flatMap(([name, other, where]) => {
    const used = named(facts, name);
    return used ? unequal(`表间.${name}`, used, other, [`${name}采用`, where]) : [];
  });
}

function priorYears({ parameters, prior, facts }: ContradictionInput): readonly Difference[] {
  return [...prior].flatMap(([name, quantity]) => {
    const key = priorKey(name);
    const filled = numberOf(parameters, key);
    const used = facts.subjects.get(name)?.prior;
    if (!filled || used !== quantity) return [];
    const other: Known = {
      kind: "known",
      value: filled.value,
      cells: filled.cell ? [filled.cell] : [],
      formula: "情况说明参数",
    };
    return unequal(key, quantity, other, [`上年${name}：上年工作簿为`, "情况说明参数为"]);
  });
}

/** The 年初预算 of the whole against that of its 项. */
function budgets({ facts }: ContradictionInput): readonly Difference[] {
  const whole = facts.subjects.get(GENERAL_EXPENDITURE)?.budget;
  const items = facts.lists.get("项");
  if (!whole || !items || "kind" in items || items.length === 0) return [];
  const budgetsOfItems = items.flatMap((item) => item.budget ?? []);
  return unequal("年初预算之和", whole, total(budgetsOfItems), [
    `${GENERAL_EXPENDITURE}年初预算为`,
    "各项年初预算之和为",
  ]).map((found) =>
    // A 项 with a budget that nothing was spent of stands in no table: the whole may be more, never less.
    found.other.gt(found.used) ? marked(found, `${GENERAL_EXPENDITURE}.预算`, "各项年初预算之和") : found,
  );
}

/** What was spent in all against what its 项 come to: the workbook's own table does not add up. */
function items({ facts }: ContradictionInput): readonly Difference[] {
  const whole = facts.subjects.get(GENERAL_EXPENDITURE)?.now;
  const list = facts.lists.get("项");
  if (!whole || !list || "kind" in list || list.length === 0) return [];
  const { half } = USUAL[facts.moneyUnit];
  return unequal("各项之和", whole, total(list.map(({ now }) => now)), [`${GENERAL_EXPENDITURE}为`, "各项支出之和为"])
    .filter(({ used, other }) =>
      used
        .minus(other)
        .abs()
        .gt(half.times(list.length + 1)),
    )
    .map((found) => marked(found, `${GENERAL_EXPENDITURE}.金额`, "各项支出之和"));
}

/** Totals filled in, and the parts they are made of. */
const SUMS: readonly (readonly [string, readonly string[]])[] = [
  ["政府采购支出总额", ["政府采购货物支出", "政府采购工程支出", "政府采购服务支出"]],
  ["公务接待费", ["国内接待费", "国（境）外接待费"]],
  ["一般公共预算基本支出", ["人员经费", "公用经费"]],
  [ALL_VEHICLES, VEHICLE_KINDS],
];

function sums(input: ContradictionInput): readonly Difference[] {
  const { half } = USUAL[input.facts.moneyUnit];
  return SUMS.flatMap(([whole, parts]) => {
    const used = named(input.facts, whole);
    const quantities = parts.map((part) => named(input.facts, part));
    if (!used || quantities.some((quantity) => quantity === undefined)) return [];
    const other = total(quantities.filter((quantity) => quantity !== undefined));
    return unequal(`合计.${whole}`, used, other, [`${whole}为`, `${parts.join("、")}之和为`])
      .filter((found) =>
        found.used
          .minus(found.other)
          .abs()
          .gt(half.times(parts.length + 1)),
      )
      .map((found) => marked(found, `${whole}.${input.facts.counts.has(whole) ? "数量" : "金额"}`, "各项之和"));
  });
}

function named(facts: Facts, name: string): Quantity | undefined {
  return facts.subjects.get(name)?.now ?? facts.counts.get(name)?.quantity;
}

/** Figures that are a part of another one and can not exceed it. */
const PARTS: readonly (readonly [string, string])[] = [
  ["授予中小企业合同金额", "政府采购支出总额"],
  ["授予小微企业合同金额", "授予中小企业合同金额"],
  ["货物采购授予中小企业合同金额", "政府采购货物支出"],
  ["工程采购授予中小企业合同金额", "政府采购工程支出"],
  ["服务采购授予中小企业合同金额", "政府采购服务支出"],
  ["自评等级为优项目数", "绩效自评项目数"],
];

function orders({ facts }: ContradictionInput): readonly Difference[] {
  return PARTS.flatMap(([part, whole]) => {
    const smaller = named(facts, part);
    const larger = named(facts, whole);
    if (smaller?.kind !== "known" || larger?.kind !== "known" || smaller.value.lte(larger.value)) return [];
    const message = `${part}${show(smaller.value)}，大于${whole}${show(larger.value)}`;
    return [difference(`大于.${part}`, smaller, larger, message)];
  });
}

/** Numbers filled in for 绩效 against the 汇总表. */
function performance({ book, facts, parameters }: ContradictionInput): readonly Difference[] {
  const sources = { book, parameters };
  const counted = evaluatedProjectCount(sources);
  const name = "绩效自评项目数";
  const used = facts.counts.get(name)?.quantity;
  const grades = (["优", "良", "中", "差"] as const).flatMap((grade) => {
    const key = `自评等级为${grade}项目数`;
    const stated = facts.counts.get(key)?.quantity;
    return stated ? unequal(key, stated, gradeCount(sources, grade), [`${key}填写为`, "自评汇总表为"]) : [];
  });
  return [
    ...(used && book.summaries.length > 0 ? unequal(name, used, counted, [`${name}填写为`, "自评汇总表为"]) : []),
    ...grades,
    ...selfEvaluatedFunds(facts),
  ];
}

/** 自评 funds said to be those of all project expenditure, against Z03. */
function selfEvaluatedFunds(facts: Facts): readonly Difference[] {
  const used = facts.subjects.get("绩效自评涉及预算资金")?.now;
  const projects = facts.subjects.get("项目支出")?.now;
  return used && projects
    ? unequal("绩效自评涉及预算资金", used, projects, ["绩效自评涉及预算资金为", "项目支出决算数为"])
    : [];
}

function scores({ facts }: ContradictionInput): readonly Difference[] {
  const list = facts.lists.get("自评项目");
  if (!list || "kind" in list) return [];
  return list.flatMap((item) =>
    "printedScore" in item
      ? unequal(`${item.key}.得分`, item.score, item.printedScore, [`${item.label}各项得分之和为`, "自评表总分为"])
      : [],
  );
}
