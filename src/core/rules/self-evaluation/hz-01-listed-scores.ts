import { nameKey } from "../../glossary/name-likeness";
import { ZERO, type Amount } from "../../model/amount";
import type { AccountBook } from "../../model/book";
import type { Figure } from "../../model/figure";
import type { Check, Rule } from "../../model/rule";
import { EVALUATION_RULES } from "./basis";
import { holds } from "./form-parts";
import { projectOf } from "../../scoring/form-figures";
import { matchSummary, type ListedProject, type SummaryMatching } from "./summary-matching";
import { halfOfDecimals } from "../../units/precision";

export const rule: Rule = {
  id: "HZ-01",
  title: "汇总表与自评表",
  statement: "汇总表每个项目列一次，得分等于该项目自评表的总分；每张自评表都列入汇总表；项目名称应一致。",
  formula: "汇总表得分 = 自评表总分",
  severity: "error",
  basis: EVALUATION_RULES,
  rationale: "自评表改了总分而汇总表没有改，或项目漏列、重复列示，公开的得分就前后不一。",
  remedy: "以自评表为准核对汇总表的项目和得分，统一项目名称。",
  scope: ["ZP", "ZPHZ"],
  check: ({ book }) => listedScores(book),
};

function* listedScores(book: AccountBook): Iterable<Check> {
  if (book.summaries.length === 0) {
    yield { kind: "notEvaluated", reason: "缺少项目支出绩效自评结果汇总表", missing: "ZPHZ" };
    return;
  }
  if (book.forms.length === 0) {
    yield { kind: "notEvaluated", reason: "缺少项目支出绩效自评表，汇总表得分未核对", missing: "ZP" };
  }
  const matching = matchSummary(book);
  for (const pair of matching.pairs) yield* pairChecks(pair);
  const [summary] = book.summaries;
  for (const form of matching.unlisted) {
    yield {
      kind: "violated",
      sheet: form.sheet,
      cells: form.projectName ? [form.projectName.cell] : [],
      related: summary?.title ? [summary.title.cell] : [],
      message: `自评表项目“${projectOf(form)}”未列入汇总表`,
      project: projectOf(form),
    };
  }
  for (const form of book.forms.filter(({ projectName }) => projectName === undefined)) {
    yield {
      kind: "notEvaluated",
      reason: `${projectOf(form)}没有项目名称，无法与汇总表核对`,
      sheet: form.sheet,
    };
  }
  yield* rowsWithoutForm(matching);
}

function* pairChecks({ listed, form, sameName }: SummaryMatching["pairs"][number]): Iterable<Check> {
  const { summary, row } = listed;
  const project = projectOf(form);
  if (sameName) yield holds([row.projectName.cell]);
  else {
    yield {
      kind: "violated",
      severity: "hint",
      sheet: summary.sheet,
      cells: [row.projectName.cell],
      related: form.projectName ? [form.projectName.cell] : [],
      message: `汇总表项目名称“${row.projectName.text}”与自评表“${project}”不一致，按同一项目核对`,
      project,
    };
  }
  const total = form.totals.find(({ score }) => score?.kind === "amount")?.score;
  if (!total || row.score.kind === "blank" || row.score.kind === "dash") {
    const reason = total ? `汇总表“${row.projectName.text}”得分未填` : `${form.sheet}（${project}）没有总分`;
    yield { kind: "notEvaluated", reason, sheet: summary.sheet, cell: row.score.cell };
    return;
  }
  yield {
    kind: "identity",
    relation: "=",
    left: [{ figure: { ...row.score, slack: listedSlack(row.score, total) }, sign: 1, label: "汇总表得分" }],
    right: [{ figure: total, sign: 1, label: "自评表总分" }],
    subject: `汇总表“${row.projectName.text}”得分`,
    sheet: summary.sheet,
    project,
  };
}

/** A score listed with fewer decimals than the form's total is rounded: half a unit of its last decimal. */
function listedSlack(score: Figure, total: Figure): Amount {
  const decimals = score.value.decimalPlaces();
  return total.value.decimalPlaces() > decimals ? halfOfDecimals(decimals) : ZERO;
}

/** A row without a form of its own: listed twice, or its form was not published with the others. */
function* rowsWithoutForm(matching: SummaryMatching): Iterable<Check> {
  const missing: ListedProject[] = [];
  const seen = new Set(matching.pairs.map(({ listed }) => rowKey(listed)));
  for (const listed of matching.withoutForm) {
    if (!seen.has(rowKey(listed))) {
      seen.add(rowKey(listed));
      missing.push(listed);
      continue;
    }
    const { row, summary } = listed;
    yield {
      kind: "violated",
      sheet: summary.sheet,
      cells: [row.projectName.cell],
      related: [],
      message: `汇总表项目“${row.projectName.text}”重复列示`,
      project: row.projectName.text,
    };
  }
  const [first] = missing;
  if (!first) return;
  const names = missing
    .slice(0, 3)
    .map(({ row }) => `“${row.projectName.text}”`)
    .join("、");
  yield {
    kind: "notEvaluated",
    reason: `汇总表有 ${missing.length} 个项目未附自评表（${names}${missing.length > 3 ? "等" : ""}），其得分未核对`,
    sheet: first.summary.sheet,
  };
}

/** Rows that say the same project of the same unit. */
function rowKey({ row }: ListedProject): string {
  return `${nameKey(row.projectName.text)}\u0000${nameKey(row.unit?.text ?? "")}`;
}
