import { formatAmount } from "../../model/amount";
import type { AccountBook } from "../../model/book";
import { a1 } from "../../model/cell";
import type { Figure } from "../../model/figure";
import type { Check, Rule } from "../../model/rule";
import { TABLE_KEYS, type AccountTable } from "../../model/table";
import { isFinerThanUsual } from "../../units/precision";
import { asPrinted } from "../../units/printing";
import { FROM_FORMS } from "../shared/basis";
import { cellList, figuresOf } from "../shared/figure-cells";
import { columnLabel, rowLabel, shortName } from "../shared/names";
import { mayBeNegative } from "../shared/signs";

export const rule: Rule = {
  id: "F-05",
  title: "金额的符号和小数位",
  statement: "除结转结余、经营亏损外金额不为负；以万元为单位的金额不超过两位小数，整套表都用更多小数的除外。",
  severity: "verify",
  basis: FROM_FORMS,
  rationale: "收入、支出为负多半是多打了负号，或者冲销跨年处理不当；小数过多则各表取舍不一，尾差难以控制。",
  remedy: "核对负数是否属实，属实的写明核实说明；万元数四舍五入到两位小数。",
  scope: TABLE_KEYS,
  check: function* ({ book }) {
    if (book.tables.size === 0) yield { kind: "notEvaluated", reason: "没有识别出决算公开表" };
    if (book.manyDecimals) yield habit(book);
    for (const table of book.tables.values()) {
      const found = [...negatives(table), ...(book.manyDecimals ? [] : decimals(table))];
      if (found.length === 0) yield { kind: "satisfied", cells: [] };
      yield* found;
    }
  },
};

/** Said once for the whole book, whose tables all print so. */
function habit(book: AccountBook): Check {
  const [first] = book.tables.values();
  const message = "各表的万元数大多超过两位小数：按这样的小数核对，不计尾差，填报时保留全部小数";
  return { kind: "violated", severity: "hint", sheet: first?.sheet ?? "", cells: [], related: [], message };
}

function* negatives(table: AccountTable): Iterable<Check> {
  if (!figuresOf(table).some(isNegative)) return;
  for (const row of table.rows) {
    for (const [column, figure] of row.figures) {
      if (!isNegative(figure)) continue;
      if (mayBeNegative(row, column)) continue;
      const place = `${rowLabel(row)}${column === "amount" ? "" : ` · ${columnLabel(table.key, column)}`}`;
      const message = `${shortName(table)} ${a1(figure.cell)} ${place}为负数 ${formatAmount(asPrinted(figure.value, figure))}`;
      yield { kind: "violated", sheet: table.sheet, cells: [figure.cell], related: [], message };
    }
  }
}

function isNegative({ value }: Figure): boolean {
  return value.isNegative() && !value.isZero();
}

function* decimals(table: AccountTable): Iterable<Check> {
  const cells = figuresOf(table)
    .filter(hasManyDecimals)
    .map((figure) => figure.cell);
  if (cells.length === 0) return;
  const message = `${shortName(table)}有 ${cells.length} 个万元数超过两位小数：${cellList(cells)}`;
  yield { kind: "violated", sheet: table.sheet, cells, related: [], message };
}

/** Whether a figure printed in 万元 has more than two decimals; figures printed in 元 are left alone. */
function hasManyDecimals(figure: Figure): boolean {
  return figure.printing.unit === "万元" && isFinerThanUsual(asPrinted(figure.value, figure));
}
