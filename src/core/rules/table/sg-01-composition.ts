import type { Check, Rule } from "../../model/rule";
import { SG_ROWS, type AccountTable, type ColumnKey } from "../../model/table";
import { TABLE_BALANCE } from "../shared/basis";
import { columnLabel, shortName } from "../shared/names";
import { missingColumn, missingRow, notEvaluated, withTables } from "../shared/require";
import { columnTerms } from "../shared/terms";

const VEHICLES: readonly ColumnKey[] = ["vehiclePurchase", "vehicleOperation"];

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
        // Each half has columns of its own: one may print, or show legibly, what the other does not.
        const hasSubtotal = row.figures.has("vehicles");
        yield* composition(sg, key, label, "total", [
          "abroad",
          ...(hasSubtotal ? ["vehicles" as const] : VEHICLES),
          "reception",
        ]);
        if (hasSubtotal && VEHICLES.some((column) => row.figures.has(column))) {
          yield* composition(sg, key, label, "vehicles", VEHICLES);
        }
      }
    }),
};

function* composition(
  sg: AccountTable,
  key: string,
  half: string,
  total: ColumnKey,
  parts: readonly ColumnKey[],
): Iterable<Check> {
  const row = sg.byKey.get(key);
  const left = row ? columnTerms(sg, row, [total]) : [];
  if (!row || left.length === 0) {
    yield missingColumn(sg, total);
    return;
  }
  const unread = parts.find((part) => !row.figures.has(part) && sg.rows.some(({ figures }) => figures.has(part)));
  if (unread !== undefined) {
    yield notEvaluated(sg, `${shortName(sg)}${half}没有“${columnLabel("SG", unread)}”栏`);
    return;
  }
  yield {
    kind: "identity",
    relation: "=",
    left,
    right: columnTerms(sg, row, parts),
    subject: `${half} · ${columnLabel("SG", total)}`,
    sheet: sg.sheet,
  };
}
