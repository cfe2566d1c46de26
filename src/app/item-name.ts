import { cellKey } from "../core/model/cell";
import type { AccountBook } from "../core/model/book";
import type { Figure } from "../core/model/figure";
import type { Finding } from "../core/model/finding";

/** What stands before a name in a label: the table ("公开03表 ") and the code ("2010303 "). */
const BEFORE_NAME = /^(?:公开\d+表\s*)?(?:\d{3,7}\s+)?/;

/**
 * What a figure is, in a clerk's words: the row's name and, where the table has several columns, the column's
 * ("机关服务 项目支出", "工资福利支出"). Taken from the table and from the relations the figure stands in.
 * @returns undefined where neither names it
 */
export function itemName(book: AccountBook, { cell }: Figure, findings: readonly Finding[]): string | undefined {
  const key = cellKey(cell);
  const table = [...book.tables.values()].find(({ sheet }) => sheet === cell.sheet);
  const row = table?.rows.find(({ figures }) => [...figures.values()].some((figure) => cellKey(figure.cell) === key));
  const labels = findings
    .flatMap(({ identity }) => (identity ? [...identity.left, ...identity.right] : []))
    .filter(({ figure }) => cellKey(figure.cell) === key)
    .map(({ label }) => label.replace(BEFORE_NAME, ""));
  const name = row?.name;
  if (!name) return labels[0];
  const column = labels.find((label) => label !== "" && !label.includes(name) && !name.includes(label));
  return column === undefined ? name : `${name} ${column}`;
}
