import type { FundsColumn, SelfEvaluationForm } from "../../model/form";
import type { Check, Rule } from "../../model/rule";
import { FORM_NOTES } from "./basis";
import { eachForm, formNotEvaluated, violation } from "./form-parts";
import { FUNDS_COLUMN_NAMES, projectOf, totalFunds } from "../../scoring/form-figures";

const MONEY_COLUMNS: readonly FundsColumn[] = ["initialBudget", "annualBudget", "executed"];

export const rule: Rule = {
  id: "ZP-01",
  title: "项目资金总额与分项",
  statement:
    "自评表项目资金部分，年初预算数、全年预算数、全年执行数各栏的年度资金总额等于财政拨款、上年结转资金、其他资金之和。",
  formula: "年度资金总额 = 财政拨款 + 上年结转资金 + 其他资金",
  severity: "error",
  basis: FORM_NOTES,
  rationale:
    "总额和各来源分别填写，调整了总额而没有改来源，或只填一个来源，就会不平。各来源整栏空白时无法核对，只作提示。",
  remedy: "核对该栏各资金来源，补填空白的分项，再重新计算年度资金总额。",
  scope: ["ZP"],
  check: ({ book }) => eachForm(book, fundsTotals),
};

function* fundsTotals(form: SelfEvaluationForm): Iterable<Check> {
  const total = totalFunds(form);
  const parts = form.funds.filter((row) => row.key !== "total");
  if (!total) {
    yield formNotEvaluated(form, form.funds.length === 0 ? "没有项目资金部分" : "没有年度资金总额行");
    return;
  }
  const unknown = form.unknownFunds?.[0];
  if (unknown) {
    yield formNotEvaluated(form, `“${unknown.text}”不是已知的资金来源，无法判断是否计入总额`, unknown.cell);
    return;
  }
  if (parts.length === 0) {
    yield formNotEvaluated(form, "没有资金来源分项行", total.label.cell);
    return;
  }
  for (const column of MONEY_COLUMNS) {
    const figure = total.figures.get(column);
    if (!figure) continue;
    const figures = parts.flatMap((row) => row.figures.get(column) ?? []);
    const name = FUNDS_COLUMN_NAMES[column];
    if (figures.every((part) => part.kind === "blank")) {
      if (figure.kind === "blank" || figure.value.isZero()) continue;
      yield formNotEvaluated(form, `“${name}”栏资金分项未填，总额未核对`, figure.cell);
      yield violation(form, {
        severity: "hint",
        cells: [figure.cell],
        related: figures.map((part) => part.cell),
        message: `“${name}”栏填有年度资金总额 ${figure.raw}，分项未填`,
      });
      continue;
    }
    yield {
      kind: "identity",
      relation: "=",
      left: [{ figure, sign: 1, label: "年度资金总额" }],
      right: parts.flatMap((row) => {
        const part = row.figures.get(column);
        return part ? [{ figure: part, sign: 1 as const, label: row.label.text }] : [];
      }),
      subject: `年度资金总额 · ${name}`,
      sheet: form.sheet,
      project: projectOf(form),
    };
  }
}
