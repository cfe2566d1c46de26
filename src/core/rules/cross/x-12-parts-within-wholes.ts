import type { AccountBook } from "../../model/book";
import type { Check, Rule } from "../../model/rule";
import { wholeOfSubLine, type AccountTable, type ColumnKey, type RowKey, type TableRow } from "../../model/table";
import { ALL_TABLES, descriptorOf } from "../../tables";
import { FROM_FORMS } from "../shared/basis";
import { columnLabel, rowLabel, shortName } from "../shared/names";
import { perTable } from "../shared/per-table";
import { notEvaluated } from "../shared/require";
import { isStanding, term } from "../shared/terms";

export const rule: Rule = {
  id: "X-12",
  title: "“其中”不大于所属的总数",
  statement: "“其中：”各行、各栏（结转和结余、结余分配的分项，事业收入中的教育收费等）不大于它所属的行、栏。",
  formula: "其中 ≤ 所属的行（栏）",
  severity: "verify",
  basis: FROM_FORMS,
  rationale: "“其中”是总数的一部分，不会比总数大。大于总数，多半是填错了行或栏，或者总数没有跟着改。",
  remedy: "核对“其中”和所属的总数，改正填错的一个。",
  scope: ALL_TABLES.filter((table) => hasParts(table.key)).map(({ key }) => key),
  check: ({ book }) => checks(book),
};

function hasParts(key: AccountTable["key"]): boolean {
  return descriptorOf(key).layouts.some(
    ({ shape, columns, lines }) =>
      // Two-sided tables may print any line with 其中.
      shape === "twoSided" ||
      [...columns, ...(lines?.left ?? []), ...(lines?.right ?? [])].some(({ within }) => within),
  );
}

function* checks(book: AccountBook): Iterable<Check> {
  let found = false;
  for (const table of book.tables.values())
    for (const check of [...withinColumns(table), ...withinLines(table)]) {
      found = true;
      yield check;
    }
  if (!found) yield { kind: "notEvaluated", reason: "各表没有“其中”行、栏，或其中没有数", notApplicable: true };
}

/** Which row each row of a table is a part of, by the descriptor or by the 其中 before its name. */
const wholesOf = perTable((table): ReadonlyMap<RowKey, RowKey> => {
  const declared = descriptorOf(table.key).layouts.flatMap(({ lines }) =>
    [...(lines?.left ?? []), ...(lines?.right ?? [])].flatMap(({ key, within }): [RowKey, RowKey][] =>
      within === undefined ? [] : [[key, within]],
    ),
  );
  const printed = table.rows.flatMap(({ key }): [RowKey, RowKey][] => {
    const whole = wholeOfSubLine(key);
    return whole === undefined ? [] : [[key, whole]];
  });
  return new Map([...declared, ...printed]);
});

function* withinLines(table: AccountTable): Iterable<Check> {
  const wholes = wholesOf(table);
  for (const part of table.rows) {
    const wholeKey = wholes.get(part.key);
    const whole = wholeKey === undefined ? undefined : table.byKey.get(wholeKey);
    if (!whole) continue;
    const siblings = table.rows.filter((row) => wholes.get(row.key) === whole.key);
    for (const column of part.figures.keys()) {
      // Beside a negative part (经营亏损) another may well be larger than the whole.
      if (siblings.some((row) => isNegative(row, column)))
        yield notEvaluated(table, `“${rowLabel(whole)}”的分项有负数，其他分项可以大于总数`);
      else yield* notLarger(table, [part, column], [whole, column]);
    }
  }
}

function* withinColumns(table: AccountTable): Iterable<Check> {
  const pairs = new Map<ColumnKey, ColumnKey>();
  for (const { columns } of descriptorOf(table.key).layouts)
    for (const { key, within } of columns) if (within !== undefined && table.columns.has(key)) pairs.set(key, within);
  for (const [part, whole] of pairs) for (const row of table.rows) yield* notLarger(table, [row, part], [row, whole]);
}

const isNegative = ({ figures }: TableRow, column: ColumnKey): boolean =>
  figures.get(column)?.value.isNegative() === true;

type Place = readonly [row: TableRow, column: ColumnKey];

/** Nothing is said where the part is blank or zero. */
function* notLarger(table: AccountTable, part: Place, whole: Place): Iterable<Check> {
  const [figure, limit] = [part, whole].map(([row, column]) => row.figures.get(column));
  if (!figure || !limit || !isStanding(figure)) return;
  const subject = `${shortName(table)} ${labelOf(table, whole)}`;
  const [left, right] = [term(limit, subject), term(figure, `其中 ${labelOf(table, part)}`)];
  yield { kind: "identity", relation: ">=", left, right, subject, sheet: table.sheet };
}

function labelOf(table: AccountTable, [row, column]: Place): string {
  return column === "amount" ? rowLabel(row) : `${rowLabel(row)} · ${columnLabel(table, column)}`;
}
