import type { Check, Rule } from "../../model/rule";
import { SG_ROWS, type AccountTable, type TableRow } from "../../model/table";
import { columnsOf } from "../../tables";
import type { ColumnRule } from "../../tables/descriptor";
import { TABLE_BALANCE } from "../shared/basis";
import { columnLabel, shortName } from "../shared/names";
import { missingColumn, missingRow, notEvaluated, withTables } from "../shared/require";
import { anyPrinted, columnTerms } from "../shared/terms";

/** The two halves of the table as they are said to the user. */
const HALVES = [
  { key: SG_ROWS.budget, label: "预算数" },
  { key: SG_ROWS.final, label: "决算数" },
] as const;

export const rule: Rule = {
  id: "SG-01",
  title: "“三公”经费合计",
  statement:
    "“三公”经费的预算数和决算数，合计都等于因公出国（境）费、公务用车购置及运行维护费、公务接待费之和，其中公务用车小计等于购置费与运行维护费之和。",
  formula: "合计 = 因公出国（境）费 + 公务用车购置及运行维护费 + 公务接待费；公务用车小计 = 购置费 + 运行维护费",
  severity: "error",
  basis: TABLE_BALANCE,
  rationale: "十二个数排在一行、表头三层，容易错填一栏，使合计与分项不平。",
  remedy: "对照表头逐栏核对分项，再重新计算小计和合计。",
  scope: ["SG"],
  check: ({ book }) =>
    withTables(book, ["SG"], function* (sg) {
      for (const { key, label } of HALVES) {
        const row = sg.byKey.get(key);
        if (!row) {
          yield missingRow(sg, label);
          continue;
        }
        for (const sum of columnsOf("SG")) {
          // Places that print no 小计 of the vehicles, or nothing but that, have nothing to add up there.
          const isAsked = sum.key === "total" || (row.figures.has(sum.key) && anyPrinted(row, sum.parts ?? []));
          if (sum.parts && isAsked) yield composition(sg, row, label, { ...sum, parts: sum.parts });
        }
      }
    }),
};

type ColumnSum = ColumnRule & Required<Pick<ColumnRule, "parts">>;

/** Each half has columns of its own: one may print, or show legibly, what the other does not. */
function composition(sg: AccountTable, row: TableRow, half: string, { key, label, parts }: ColumnSum): Check {
  const left = columnTerms(sg, row, [key]);
  if (left.length === 0) return missingColumn(sg, key);
  const unread = parts.find((part) => !anyPrinted(row, [part]) && sg.rows.some((other) => anyPrinted(other, [part])));
  if (unread !== undefined) return notEvaluated(sg, `${shortName(sg)}${half}没有“${columnLabel("SG", unread)}”栏`);
  const right = columnTerms(sg, row, parts);
  return { kind: "identity", relation: "=", left, right, subject: `${half} · ${label}`, sheet: sg.sheet };
}
