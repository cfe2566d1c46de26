import {
  FUNDS,
  functionalClassOf,
  incomeRow,
  TOTAL_ROW,
  Z01_ROWS,
  Z04_ROWS,
  type ColumnKey,
  type FundKey,
  type RowKey,
  type StandardKey,
} from "../model/table";
import { columnsOf, descriptorOf, lineOf } from "../tables";

/** A figure of a table: own table where none is named. */
export interface Ref {
  readonly table?: StandardKey;
  readonly row: RowKey;
  readonly column: ColumnKey;
}

/**
 * What a figure follows from. `sum`: parts, those not printed left out. `copy`: the same figure elsewhere. `rest`: what
 * remains of a figure elsewhere. `class`: a class's row of another table, told by its code. `items`: all items of the half.
 */
export type Link =
  | { readonly kind: "sum"; readonly plus: readonly Ref[]; readonly minus?: readonly Ref[] }
  | { readonly kind: "copy"; readonly of: Ref }
  | { readonly kind: "rest"; readonly of: Ref; readonly less: readonly Ref[] }
  | { readonly kind: "class"; readonly table: StandardKey; readonly code: string; readonly column: ColumnKey }
  | { readonly kind: "items" };

const AMOUNT = "amount";
const own = (row: RowKey, column: ColumnKey = AMOUNT): Ref => ({ row, column });
const total = (table: StandardKey, column: ColumnKey): Ref => ({ table, row: TOTAL_ROW, column });

/** Which table of expenditure shows a fund's. */
const TABLE_OF: Readonly<Record<FundKey, StandardKey>> = { general: "Z05", fund: "JJ", stateCapital: "GZ" };

/**
 * Where a figure of a two-sided table or of 三公 comes from, the best first; a host takes the first whose tables are in the
 * set, and leaves the cell to the clerk where there is none (domain reference, section 4: the identities read as recipes).
 */
export function linksOf(table: StandardKey, row: RowKey, column: ColumnKey): readonly Link[] {
  const parts = partsOf(table, row, column);
  if (parts) return [parts];
  if (table === "Z01") return inTotals(row);
  return table === "Z04" ? inFiscalTotals(row, column) : [];
}

/** What the descriptor says that a line, or a column of a line, adds up. */
function partsOf(table: StandardKey, row: RowKey, column: ColumnKey): Link | undefined {
  if (!isLined(table)) return undefined;
  const columns = columnsOf(table).find(({ key }) => key === column)?.parts;
  if (columns) return { kind: "sum", plus: columns.map((part) => own(row, part)) };
  const lines = lineOf(table, row)?.rule.parts;
  if (lines === "items") return { kind: "items" };
  return lines && { kind: "sum", plus: lines.map((part) => own(part, column)) };
}

/** Tables whose rows are lines of their own; those with a row a code add up by level. */
const isLined = (table: StandardKey): boolean =>
  descriptorOf(table).layouts.some(({ shape }) => shape === "twoSided" || shape === "threePublic");

const Z01_LINKS: Readonly<Record<RowKey, readonly Link[]>> = {
  ...Object.fromEntries(
    FUNDS.map((fund) => [
      incomeRow(fund),
      [{ kind: "copy", of: { table: "Z04", row: incomeRow(fund), column: AMOUNT } }] satisfies Link[],
    ]),
  ),
  ...Object.fromEntries(
    (["superiorSubsidy", "undertaking", "business", "affiliated", "other"] as const).map((item) => [
      incomeRow(item),
      [{ kind: "copy", of: total("Z02", item) }] satisfies Link[],
    ]),
  ),
  [Z01_ROWS.closing]: [
    {
      kind: "sum",
      plus: [own(Z01_ROWS.incomeGrandTotal)],
      minus: [own(Z01_ROWS.expenditureTotal), own(Z01_ROWS.surplusDistribution)],
    },
  ],
};

function inTotals(row: RowKey): readonly Link[] {
  const code = functionalClassOf(row);
  return code === undefined ? (Z01_LINKS[row] ?? []) : [{ kind: "class", table: "Z03", code, column: "total" }];
}

const Z04_INCOME: Readonly<Record<RowKey, readonly Link[]>> = {
  [incomeRow("general")]: [
    {
      kind: "rest",
      of: total("Z02", "fiscal"),
      less: [own(incomeRow("fund")), own(incomeRow("stateCapital"))],
    },
  ],
  [incomeRow("fund")]: [{ kind: "copy", of: total("JJ", "income") }],
  [Z04_ROWS.openingOf.fund]: [{ kind: "copy", of: total("JJ", "opening") }],
};

function inFiscalTotals(row: RowKey, column: ColumnKey): readonly Link[] {
  if (column === AMOUNT) return Z04_INCOME[row] ?? [];
  const fund = FUNDS.find((key) => key === column);
  if (fund === undefined) return [];
  const code = functionalClassOf(row);
  if (code !== undefined) return [{ kind: "class", table: TABLE_OF[fund], code, column: "total" }];
  if (row !== Z04_ROWS.closing) return [];
  const plus = [own(incomeRow(fund)), own(Z04_ROWS.openingOf[fund])];
  return [{ kind: "sum", plus, minus: [own(Z04_ROWS.expenditureTotal, fund)] }];
}
