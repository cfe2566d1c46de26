import type { Rule } from "../../model/rule";
import { SG_ROWS } from "../../model/table";
import { columnKeys } from "../../tables";
import { FROM_FORMS } from "../shared/basis";
import { columnLabel, shortName } from "../shared/names";
import { missingRow, notEvaluated, withTables } from "../shared/require";
import { anyStanding, columnTerms, term } from "../shared/terms";

export const rule: Rule = {
  id: "SG-02",
  title: "“三公”经费决算不超预算",
  statement: "“三公”经费各项决算数一般不大于预算数，超过的要说明原因。",
  formula: "预算数 ≥ 决算数",
  severity: "verify",
  basis: { ...FROM_FORMS, document: "中央八项规定精神和厉行节约有关要求；依据公开表样归纳" },
  rationale: "“三公”经费从严控制。决算超预算可能是预算口径不同（年初预算、全年预算），也可能是填错。",
  remedy: "核对预算数、决算数及预算口径；确实超出的，在情况说明中写明原因。",
  scope: ["SG"],
  check: ({ book }) =>
    withTables(book, ["SG"], function* (sg) {
      const budget = sg.byKey.get(SG_ROWS.budget);
      const final = sg.byKey.get(SG_ROWS.final);
      if (!budget) yield missingRow(sg, "预算数");
      if (!final) yield missingRow(sg, "决算数");
      if (!budget || !final) return;
      if (
        !anyStanding(columnTerms(sg, budget, columnKeys("SG"))) &&
        anyStanding(columnTerms(sg, final, columnKeys("SG")))
      ) {
        yield notEvaluated(sg, `${shortName(sg)}预算数没有填列`);
        return;
      }
      for (const column of columnKeys("SG")) {
        const left = term(budget.figures.get(column), "预算数");
        const right = term(final.figures.get(column), "决算数");
        if (left.length === 0 || right.length === 0) continue;
        const subject = `${columnLabel("SG", column)} · 预算数`;
        yield { kind: "identity", relation: ">=", left, right, subject, sheet: sg.sheet };
      }
    }),
};
