import type { AccountBook } from "../../model/book";
import type { Check, Rule, Term } from "../../model/rule";
import { figureAt } from "../../model/table";
import { INFERRED } from "./basis";
import { isNumber, projectOf, totalFunds } from "../../scoring/form-figures";
import { matchSummary } from "./summary-matching";

export const rule: Rule = {
  id: "HZ-03",
  title: "项目执行数合计与支出决算表",
  statement:
    "全部项目自评表的全年执行数合计等于支出决算表合计行的项目支出；口径不同（如自评只覆盖部分资金）的应有说明。",
  formula: "支出决算表.合计.项目支出 = Σ 各项目全年执行数",
  severity: "verify",
  basis: INFERRED,
  rationale: "情况说明常称自评覆盖项目支出总额的 100%，与自评表的执行数合计核对即知。",
  remedy: "核对各项目全年执行数及自评覆盖范围，口径不同的在情况说明中写明。",
  scope: ["ZP", "ZPHZ", "Z03"],
  check: ({ book }) => projectExpenditure(book),
};

function* projectExpenditure(book: AccountBook): Iterable<Check> {
  const expenditure = book.tables.get("Z03");
  const [summary] = book.summaries;
  if (!expenditure) yield { kind: "notEvaluated", reason: "缺少支出决算表", missing: "Z03" };
  if (!summary) {
    const reason = "缺少项目支出绩效自评结果汇总表，不知自评表是否齐全";
    yield { kind: "notEvaluated", reason, missing: "ZPHZ" };
  }
  if (book.forms.length === 0) yield { kind: "notEvaluated", reason: "缺少项目支出绩效自评表", missing: "ZP" };
  if (!expenditure || !summary || book.forms.length === 0) return;
  const { withoutForm } = matchSummary(book);
  if (withoutForm.length > 0) {
    const reason = `汇总表有 ${withoutForm.length} 个项目未附自评表，各项目全年执行数不齐`;
    yield { kind: "notEvaluated", reason, sheet: summary.sheet };
    return;
  }
  const total = figureAt(expenditure, "total", "project");
  const right: Term[] = [];
  for (const form of book.forms) {
    const executed = totalFunds(form)?.figures.get("executed");
    if (!isNumber(executed)) {
      const reason = `${form.sheet}（${projectOf(form)}）没有全年执行数`;
      yield { kind: "notEvaluated", reason, sheet: form.sheet, ...(executed ? { cell: executed.cell } : {}) };
      return;
    }
    right.push({ figure: executed, sign: 1, label: projectOf(form) });
  }
  if (!total) {
    yield { kind: "notEvaluated", reason: "支出决算表没有合计行的项目支出", sheet: expenditure.sheet };
    return;
  }
  yield {
    kind: "identity",
    relation: "=",
    left: [{ figure: total, sign: 1, label: "支出决算表项目支出" }],
    right,
    subject: "支出决算表项目支出合计",
    sheet: expenditure.sheet,
    remark: "右边为各项目自评表的全年执行数",
  };
}
