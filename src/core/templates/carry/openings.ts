import type { AccountBook } from "../../model/book";
import { cellKey } from "../../model/cell";
import type { Figure } from "../../model/figure";
import {
  FUNDS,
  isStandardKey,
  Z01_ROWS,
  Z04_ROWS,
  type AccountTable,
  type ColumnKey,
  type RowKey,
} from "../../model/table";
import type { CarriedItem } from "./carried";

/** What closed last year and opens this year: the figure to take over and the cell that it goes to. */
interface Opening {
  readonly what: string;
  readonly from: Figure | undefined;
  readonly to: Figure | undefined;
}

const FUND_NAMES = { general: "一般公共预算", fund: "政府性基金", stateCapital: "国有资本经营" } as const;

/**
 * This year's openings by the cell they stand in (`cellKey`): Z01, Z04 by fund, and every row of a table that prints both
 * 年初 and 年末 (JJ, GZ, Z05 of some places). As the cells print them, in the sheet's unit.
 * @param unsound keys of cells that the check of the book calls wrong: such a figure opens nothing
 */
export function openingsOf(
  book: AccountBook,
  unsound: ReadonlySet<string>,
): { readonly values: ReadonlyMap<string, number>; readonly items: readonly CarriedItem[] } {
  const values = new Map<string, number>();
  const items: CarriedItem[] = [];
  for (const { what, from, to } of pairsOf(book)) {
    if (!from || !to || (from.kind !== "invalid" && from.value.isZero())) continue;
    if (from.kind === "invalid" || unsound.has(cellKey(from.cell))) {
      items.push({ kind: "left", what: `${what}：上年的年末数有误，未结转` });
      continue;
    }
    values.set(cellKey(to.cell), from.value.dividedBy(to.printing.scale).toNumber());
    items.push({ kind: "carried", what: `${what}：${from.value.toString()} ${book.moneyUnit}` });
  }
  return { values, items };
}

function pairsOf({ tables }: AccountBook): readonly Opening[] {
  const at = (table: AccountTable | undefined, row: RowKey, column: ColumnKey): Figure | undefined =>
    table?.byKey.get(row)?.figures.get(column);
  const [z01, z04] = [tables.get("Z01"), tables.get("Z04")];
  return [
    {
      what: "01表年初结转和结余",
      from: at(z01, Z01_ROWS.closing, "amount"),
      to: at(z01, Z01_ROWS.opening, "amount"),
    },
    {
      what: "04表年初财政拨款结转和结余",
      from: at(z04, Z04_ROWS.closing, "total"),
      to: at(z04, Z04_ROWS.opening, "amount"),
    },
    ...FUNDS.map((fund) => ({
      what: `04表年初${FUND_NAMES[fund]}结转和结余`,
      from: at(z04, Z04_ROWS.closing, fund),
      to: at(z04, Z04_ROWS.openingOf[fund], "amount"),
    })),
    ...[...tables.values()].flatMap(ofRows),
  ];
}

function ofRows({ key, title, rows }: AccountTable): readonly Opening[] {
  if (!isStandardKey(key) || key === "Z01" || key === "Z04") return [];
  return rows.map(({ figures, code = "", name }) => ({
    what: `${title.text.trim()} 年初结转和结余 ${code} ${name}`.trimEnd(),
    from: figures.get("closing"),
    to: figures.get("opening"),
  }));
}
