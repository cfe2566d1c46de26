import { amount, round, sum } from "../../model/amount";
import type { Figure } from "../../model/figure";
import type { SelfEvaluationForm } from "../../model/form";
import { fromFigure, known, missing, type Quantity } from "../quantity";
import { DEPARTMENT_REVIEW, numberOf, projectShownKey, textOf } from "../parameters/parameters";
import { budgetOfForms } from "./from-sheets";
import { parameter, type Sources } from "./sources";
import type { Subject } from "./subjects";

/** A project the text describes: 全年执行数 against 全年预算数, and its score. */
export interface Project extends Subject {
  readonly score: Quantity;
  /** Set where the printed 总分 is not the sum of its parts. */
  readonly printedScore?: Quantity;
}

/** Projects of the 自评表 that the text describes: all, or those the parameter sheet does not exclude with 否. */
export function selfEvaluatedProjects(sources: Sources): readonly Project[] {
  const names = projectNames(sources.book);
  return sources.book.forms
    .map((form, index) => project(form, projectName(form, index), names[index] ?? ""))
    .filter((item) => textOf(sources.parameters, projectShownKey(item.key.replace(/^自评\./, ""))) !== "否");
}

/** Names of all projects with a 自评表, for the parameter sheet; where a name repeats, with its sheet. */
export function projectNames(book: Sources["book"]): readonly string[] {
  const names = book.forms.map((form, index) => projectName(form, index));
  return names.map((name, index) =>
    names.filter((other) => other === name).length > 1 ? `${name}（${book.forms[index]?.sheet ?? index + 1}）` : name,
  );
}

/** Projects with a 部门评价 or 重点评价 and its score: entered on the parameter sheet only. */
export function reviewedProjects(sources: Sources): readonly Project[] {
  return [...sources.parameters].flatMap(([key]) => {
    const name = key.startsWith(DEPARTMENT_REVIEW) ? key.slice(DEPARTMENT_REVIEW.length) : "";
    const score = numberOf(sources.parameters, key);
    if (name === "" || !score) return [];
    const quantity = parameter(sources, key, `${name}评价得分`);
    return [{ key, label: name, now: quantity, score: quantity }];
  });
}

/** What the budgets of the reviewed projects add up to; missing where one of them has no 自评表 that tells it. */
export function reviewedFunds(sources: Sources): Quantity {
  const label = "部门评价涉及预算资金";
  const { forms } = sources.book;
  const found = reviewedProjects(sources).map(({ label: name }) =>
    forms.filter((form, index) => projectName(form, index) === name.replace(/\s+/g, "")),
  );
  const sum = found.length > 0 && found.every(({ length }) => length === 1) ? budgetOfForms(found.flat()) : undefined;
  return sum ?? missing("parameter", label, label);
}

function projectName(form: SelfEvaluationForm, index: number): string {
  const name = form.projectName?.text.replace(/\s+/g, "") ?? "";
  return name === "" ? `第${index + 1}张自评表` : name;
}

function project(form: SelfEvaluationForm, label: string, distinctName: string): Project {
  const funds = form.funds.find((row) => row.key === "total");
  const fund = (column: "annualBudget" | "executed"): Quantity => {
    const figure = funds?.figures.get(column);
    return figure
      ? fromFigure(figure, `自评.${distinctName}.${column}`)
      : missing("table", `自评.${distinctName}.${column}`, `${form.sheet}缺年度资金总额`);
  };
  const printed = printedTotal(form, distinctName);
  const computed = computedTotal(form);
  const agrees =
    printed.kind === "known" && computed !== undefined && round(computed.value, 2).eq(round(printed.value, 2));
  const score = computed === undefined || agrees ? printed : computed;
  return {
    key: `自评.${distinctName}`,
    label,
    now: fund("executed"),
    budget: fund("annualBudget"),
    score,
    ...(score === printed ? {} : { printedScore: printed }),
  };
}

function printedTotal(form: SelfEvaluationForm, distinctName: string): Quantity {
  const figure = form.totals[0]?.score;
  return figure
    ? fromFigure(figure, `自评.${distinctName}.总分`)
    : missing("table", `自评.${distinctName}.总分`, `${form.sheet}缺总分`);
}

/** 执行得分 + Σ 得分; undefined where one of them is blank or unreadable, so that nothing can be said. */
function computedTotal(form: SelfEvaluationForm): (Quantity & { kind: "known" }) | undefined {
  const execution = form.funds.find((row) => row.key === "total")?.figures.get("score");
  const scores = form.indicators.map((indicator) => indicator.score);
  if (!execution || scores.length === 0) return undefined;
  const all: readonly Figure[] = [execution, ...scores];
  if (all.some((figure) => figure.kind !== "amount")) return undefined;
  return known(
    sum(all.map((figure) => figure.value)),
    all.map((figure) => figure.cell),
    `${form.sheet}：执行得分与各指标得分之和`,
  );
}

/** Number of projects in the 汇总表, else of 自评表; missing where there are neither. */
export function evaluatedProjectCount(sources: Sources): Quantity {
  const rows = sources.book.summaries.flatMap((summary) => summary.rows);
  if (rows.length > 0) {
    return known(
      amount(rows.length),
      rows.map((row) => row.projectName.cell),
      "自评汇总表项目数",
    );
  }
  const forms = sources.book.forms.length;
  return forms > 0 ? known(amount(forms), [], "自评表张数") : missing("parameter", "绩效自评项目数", "绩效自评项目数");
}

/** Number of projects of the 汇总表 with a grade (优秀 and 良好 count as 优 and 良); missing where no grade is given. */
export function gradeCount(sources: Sources, grade: "优" | "良" | "中" | "差"): Quantity {
  const rows = sources.book.summaries.flatMap((summary) => summary.rows);
  const key = `自评等级为${grade}项目数`;
  if (rows.length === 0 || rows.some((row) => (row.grade?.text.trim() ?? "") === ""))
    return missing("parameter", key, key);
  const matching = rows.filter((row) => row.grade?.text.trim().startsWith(grade) === true);
  return known(
    amount(matching.length),
    matching.flatMap((row) => (row.grade ? [row.grade.cell] : [])),
    "自评汇总表等级",
  );
}
