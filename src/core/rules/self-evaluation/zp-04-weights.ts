import { printedPoints } from "../../glossary/printed-points";
import { amount, HUNDRED, plainAmount, sum, type Amount } from "../../model/amount";
import type { CellAddress } from "../../model/cell";
import type { Figure } from "../../model/figure";
import type { PrintedWeight, SelfEvaluationForm } from "../../model/form";
import type { Check, Rule } from "../../model/rule";
import { EVALUATION_RULES } from "./basis";
import { lacksExecution } from "../../scoring/expected-scores";
import { eachScoredForm, formNotEvaluated, holds, unreadable, violation, withoutWeights } from "./form-parts";
import { executionOf, isExecutionIndicator, mayScoreExecution, points } from "../../scoring/form-figures";

type Section = PrintedWeight["section"];

const SECTION_NAMES: Readonly<Record<Section, string>> = {
  execution: "预算执行",
  indicators: "绩效指标",
  output: "产出指标",
  cost: "成本指标",
  benefit: "效益指标",
  satisfaction: "满意度指标",
  management: "资金管理情况",
};

/** 预算执行率 10, 产出 50, 效益 30, 满意度 10: the common weights where a form prints none. */
const COMMON_WEIGHTS: readonly (readonly [Section, Amount])[] = [
  ["execution", amount(10)],
  ["output", amount(50)],
  ["benefit", amount(30)],
  ["satisfaction", amount(10)],
];

export const rule: Rule = {
  id: "ZP-04",
  title: "分值合计",
  statement:
    "预算执行与全部指标的分值合计为 100；各部分分值合计等于表上印明的分值；未印明的，一般为预算执行 10、产出 50、效益 30、满意度 10，不一致的应有说明。",
  formula: "Σ 分值 = 100；Σ 部分分值 = 该部分印明的分值",
  severity: "error",
  basis: EVALUATION_RULES,
  rationale: "增删指标后没有重新分配分值，合计就不是 100，总分失去意义。",
  remedy: "在该部分内重新分配各指标分值，使合计等于印明的分值，全表等于 100。",
  scope: ["ZP", "BM"],
  check: ({ book }) => eachScoredForm(book, weights),
};

function* weights(form: SelfEvaluationForm): Iterable<Check> {
  const blocked = withoutWeights(form);
  if (blocked !== undefined) {
    yield formNotEvaluated(form, blocked);
    return;
  }
  const all = figuresOf(form, undefined);
  const invalid = all.filter((figure) => figure.kind === "invalid");
  for (const figure of invalid) yield unreadable(form, figure, "分值");
  if (lacksExecution(form)) yield formNotEvaluated(form, UNKNOWN_EXECUTION);
  else if (invalid.length === 0) yield compare(form, all, HUNDRED, "全部分值合计", "100");
  for (const total of form.totals) {
    if (total.weight?.kind === "amount") yield compare(form, [total.weight], HUNDRED, "总分行的分值", "100");
  }
  yield* groupWeights(form);
  if (form.printedWeights.length > 0) yield* printedWeights(form);
  else if (form.subject === undefined) yield* commonWeights(form);
}

/** Weights printed in 二级指标 (数量指标（10分）) against those of its lines. */
function* groupWeights(form: SelfEvaluationForm): Iterable<Check> {
  const labels = new Map(form.indicators.flatMap(({ level2Cell: label }) => (label ? [[label.cell.row, label]] : [])));
  for (const label of labels.values()) {
    const printed = label.text.includes("分") ? printedPoints(label.text) : undefined;
    const lines = form.indicators.filter(({ level2Cell }) => level2Cell?.cell.row === label.cell.row);
    const figures = lines.map(({ weight }) => weight);
    if (printed === undefined || figures.some(({ kind }) => kind === "invalid" || kind === "dash")) continue;
    const what = `${label.text.replace(/[（(].*$/, "")}分值合计`;
    const check = compare(form, figures, printed, what, `印明的 ${points(printed)}`);
    yield check.kind === "violated" ? { ...check, related: [label.cell] } : check;
  }
}

function* printedWeights(form: SelfEvaluationForm): Iterable<Check> {
  for (const section of new Set(form.printedWeights.map((item) => item.section))) {
    const figures = figuresOf(form, section);
    // Weights that are text were said above; an execution block without weights is said by ZP-03.
    if (figures.some((figure) => figure.kind === "invalid") || (section === "execution" && figures.length === 0))
      continue;
    const printed = form.printedWeights.filter((item) => item.section === section);
    const due = sum(printed.map((item) => item.weight));
    const cells = figures.length > 0 ? figures : undefined;
    const check = compare(form, figures, due, `${SECTION_NAMES[section]}分值合计`, `印明的 ${points(due)}`);
    if (check.kind !== "violated") yield check;
    else
      yield {
        ...check,
        cells: cells ? check.cells : printed.map((item) => item.label.cell),
        related: printed.map((item) => item.label.cell),
      };
  }
}

const UNKNOWN_EXECUTION = "没有找到预算执行的分值，全部分值合计未核对";

/** Without printed weights and without a 成本 section of its own, other weights than the common ones are to be explained. */
function* commonWeights(form: SelfEvaluationForm): Iterable<Check> {
  const sections = form.indicators.filter((item) => !isExecutionIndicator(item)).map((indicator) => indicator.section);
  if (sections.includes("cost") || sections.includes("management")) return;
  if (sections.includes(undefined)) {
    yield formNotEvaluated(form, "有指标未注明一级指标，各部分分值未核对");
    return;
  }
  const figures = COMMON_WEIGHTS.flatMap(([section]) => figuresOf(form, section));
  if (figures.some((figure) => figure.kind === "invalid")) return;
  const deviating = COMMON_WEIGHTS.filter(
    ([section, due]) =>
      !total(figuresOf(form, section)).eq(due) && !(section === "execution" && mayScoreExecution(form)),
  );
  if (deviating.length === 0) {
    yield holds(figures.map((figure) => figure.cell));
    return;
  }
  const said = deviating.map(
    ([section, due]) => `${SECTION_NAMES[section]} ${points(total(figuresOf(form, section)))}（一般为 ${points(due)}）`,
  );
  yield violation(form, {
    severity: "verify",
    cells: deviatingCells(form, deviating),
    message: `表上未印明各部分分值，${said.join("、")}，请说明`,
  });
}

/** Weights of the sections that deviate; of all where none of those has any. */
function deviatingCells(
  form: SelfEvaluationForm,
  deviating: readonly (readonly [Section, Amount])[],
): readonly CellAddress[] {
  const figures = deviating.flatMap(([section]) => figuresOf(form, section));
  return (figures.length > 0 ? figures : figuresOf(form, undefined)).map((figure) => figure.cell);
}

function compare(
  form: SelfEvaluationForm,
  figures: readonly Figure[],
  due: Amount,
  what: string,
  dueText: string,
): Check {
  const found = total(figures);
  const cells = figures.map((figure) => figure.cell);
  if (found.eq(due)) return holds(cells);
  const blank = figures.filter((figure) => figure.kind === "blank").length;
  return violation(form, {
    cells,
    message: `${what} ${points(found)}，应为${dueText.startsWith("印") ? "" : " "}${dueText}${blank > 0 ? `；有 ${blank} 个分值未填` : ""}`,
    expected: plainAmount(due),
    actual: plainAmount(found),
    difference: plainAmount(found.minus(due)),
  });
}

function total(figures: readonly Figure[]): Amount {
  return sum(figures.map((figure) => figure.value));
}

/** Weights of a section; of the whole form for undefined. */
function figuresOf(form: SelfEvaluationForm, section: Section | undefined): readonly Figure[] {
  const execution = executionOf(form)?.weight;
  const head = (section === undefined || section === "execution") && execution ? [execution] : [];
  const indicators = form.indicators.filter((item) => {
    if (section === "execution") return isExecutionIndicator(item);
    return section === undefined || section === "indicators" || item.section === section;
  });
  return [...head, ...indicators.map((item) => item.weight)];
}
