import type { AccountBook } from "../../model/book";
import { outcomeOf, toleranceOf } from "../../units/tolerance";
import type { Rule } from "../../model/rule";
import { figureAt, Z01_ROWS, Z04_ROWS, type FundKey, type TableKey } from "../../model/table";
import { FROM_FORMS } from "../shared/basis";
import { missingTable, withTables } from "../shared/require";
import { isStanding } from "../shared/terms";
import { incomeItems } from "../shared/two-sided";
import { partOf, wholeAgainstParts, type ColumnPair, type Part } from "../shared/whole-and-parts";

/** Columns of the whole and the parts alike. */
const COLUMNS: readonly ColumnPair[] = (["total", "basic", "project"] as const).map((column) => [column, column]);

/** The tables that list the fiscal part of Z03, with the fund of Z04 each belongs to. */
const PARTS: readonly (readonly [TableKey, FundKey])[] = [
  ["Z05", "general"],
  ["JJ", "fund"],
  ["GZ", "stateCapital"],
];

export const rule: Rule = {
  id: "X-07",
  title: "支出决算表不小于各项财政拨款支出",
  statement:
    "每个科目的合计、基本支出、项目支出，支出决算表不小于一般公共预算、政府性基金、国有资本经营三张财政拨款支出表之和；本年收入全部是财政拨款且年初结转相同时，两者相等。",
  formula: "支出决算表 ≥ 一般公共预算支出表 + 政府性基金表 + 国有资本经营表（收入全部为财政拨款时取等号）",
  severity: "verify",
  basis: FROM_FORMS,
  rationale: "财政拨款支出是全部支出的一部分。某科目的财政拨款支出大于全部支出，多半是科目或栏次填错。",
  remedy: "核对该科目在各表的基本支出和项目支出；有非财政拨款资金支出的，说明来源。",
  scope: ["Z01", "Z03", "Z04", "Z05", "JJ", "GZ"],
  check: ({ book }) =>
    withTables(book, ["Z03"], function* (z03) {
      const parts: Part[] = [];
      for (const [key] of PARTS) {
        const table = book.tables.get(key);
        if (table) parts.push(partOf(table));
        else yield missingTable(key);
      }
      if (parts.length === 0) return;
      const whole = partOf(z03);
      const equal = isFiscalOnly(book);
      const remark = equal ? "本年收入全部为财政拨款，两者应相等" : undefined;
      yield* wholeAgainstParts({ whole, parts, columns: COLUMNS, equal, remark, soundRowsOnly: true });
    }),
};

/**
 * Whether all money of the year is fiscal appropriation: Z01 has no other income and uses no other surplus, its opening
 * balance is that of Z04, and every fund with expenditure in Z04 has its table. Only then must the tables agree exactly.
 */
function isFiscalOnly(book: AccountBook): boolean {
  const z01 = book.tables.get("Z01");
  const z04 = book.tables.get("Z04");
  if (!z01 || !z04) return false;
  const fiscal: readonly string[] = ["income.general", "income.fund", "income.stateCapital"];
  const other = [...incomeItems(z01), z01.byKey.get(Z01_ROWS.usedSurplus)]
    .filter((row) => row !== undefined)
    .filter((row) => !fiscal.includes(row.key));
  if (other.some(({ figures }) => [...figures.values()].some(isStanding))) return false;
  const opening = figureAt(z01, Z01_ROWS.opening, "amount");
  const fiscalOpening = figureAt(z04, Z04_ROWS.opening, "amount");
  if (!opening || !fiscalOpening || opening.kind === "invalid" || fiscalOpening.kind === "invalid") return false;
  const difference = opening.value.minus(fiscalOpening.value);
  if (outcomeOf("=", difference, () => toleranceOf([opening, fiscalOpening])) === "violated") return false;
  return PARTS.every(([key, fund]) => {
    const spent = figureAt(z04, Z04_ROWS.expenditureTotal, fund);
    return book.tables.has(key) || !spent || (spent.kind !== "invalid" && spent.value.isZero());
  });
}
