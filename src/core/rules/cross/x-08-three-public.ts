import type { Rule } from "../../model/rule";
import { figureAt, SG_ROWS, type ColumnKey } from "../../model/table";
import { FROM_FORMS } from "../shared/basis";
import { columnLabel, shortName } from "../shared/names";
import { missingColumn, missingRow, withTables } from "../shared/require";
import { anyStanding, placeTerm, term } from "../shared/terms";

/** Economic 款 of basic expenditure and the item of 三公 that contains it. */
const PAIRS: readonly (readonly [string, ColumnKey])[] = [
  ["30212", "abroad"],
  ["30231", "vehicleOperation"],
  ["30217", "reception"],
  ["31013", "vehiclePurchase"],
];

export const rule: Rule = {
  id: "X-08",
  title: "基本支出中的“三公”经费不大于“三公”经费决算",
  statement:
    "基本支出决算表中的因公出国（境）费用、公务用车运行维护费、公务接待费、公务用车购置，不大于“三公”经费决算表的相应决算数。",
  formula: "30212 ≤ 因公出国（境）费；30231 ≤ 公务用车运行维护费；30217 ≤ 公务接待费；31013 ≤ 公务用车购置费",
  severity: "verify",
  basis: FROM_FORMS,
  rationale: "“三公”经费决算包括基本支出和项目支出，基本支出只是其中一部分，不会更大。",
  remedy: "核对基本支出决算表的款级数和“三公”经费决算数，改正填错或漏填的一张。",
  scope: ["Z06", "SG"],
  check: ({ book }) =>
    withTables(book, ["Z06", "SG"], function* (z06, sg) {
      if (!sg.byKey.has(SG_ROWS.final)) {
        yield missingRow(sg, "决算数");
        return;
      }
      for (const [code, column] of PAIRS) {
        const right = placeTerm(z06, code, "amount");
        const figure = figureAt(sg, SG_ROWS.final, column);
        if (!figure) {
          if (anyStanding(right)) yield missingColumn(sg, column);
          continue;
        }
        if (right.length === 0) continue;
        const subject = `${shortName(sg)}决算数 · ${columnLabel("SG", column)}`;
        yield {
          kind: "identity",
          relation: ">=",
          left: term(figure, subject),
          right,
          subject,
          sheet: sg.sheet,
        };
      }
    }),
};
