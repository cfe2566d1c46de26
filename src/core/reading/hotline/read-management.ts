import { normaliseLabel } from "../../glossary/normalise";
import type { TextCell } from "../../model/figure";
import type { ManagementReason, ManagementRow, ManagementSheet, ManagementTotal } from "../../model/hotline";
import type { GridView } from "../self-evaluation/grid-view";
import { isNoteLabel } from "../self-evaluation/labels";
import type { HotlineReading } from "./hotline-reading";
import type { ManagementColumn } from "./labels";
import { periodIn, TOTAL } from "./unit-rows";

type Columns = ReadonlyMap<ManagementColumn, number>;

/** An item while its lines are read. */
interface OpenItem extends Omit<ManagementRow, "reasons"> {
  readonly reasons: ManagementReason[];
}

/**
 * Reads 综合管理考核 below its header: a line an item, or a line for each 扣分情形 of an item, whose name, 满分 and 得分 then
 * stand on its first line alone (merged or blank below).
 */
export function readManagement(view: GridView, headerRow: number, columns: Columns, title: TextCell): HotlineReading {
  const items: OpenItem[] = [];
  const totals: ManagementTotal[] = [];
  let unit: TextCell | undefined;
  for (let row = headerRow + 1; row < view.height; row++) {
    const cells = view.row(row);
    const [first] = cells;
    if (!first) continue;
    if (isNoteLabel(first.label)) break;
    const at = (key: ManagementColumn): number => columns.get(key) ?? view.width;
    const named = view.textCell(row, at("unit"));
    const isNamed = named.text !== "" && !TOTAL.test(normaliseLabel(named.text));
    const isOther = isNamed && named.text !== unit?.text;
    if (isOther) unit = named;
    if (!unit) continue;
    if (cells.some(({ label }) => TOTAL.test(label))) {
      totals.push({ unit, score: view.figure(row, at("score"), "分") });
      continue;
    }
    const open = items.at(-1);
    if (open && !isOther && open.unit.text === unit.text && goesOn(view, row, columns, open))
      open.reasons.push(reasonOn(view, row, columns));
    else items.push({ ...itemOn(view, row, columns, unit), reasons: [reasonOn(view, row, columns)] });
  }
  const sheet: ManagementSheet = {
    kind: "RX2",
    sheet: view.name,
    title,
    ...periodIn(view, headerRow),
    rows: items,
    totals,
  };
  return { sheet, notes: [] };
}

/** Whether a line is a further 扣分情形 of the item above: it names no item of its own. */
function goesOn(view: GridView, row: number, columns: Columns, open: OpenItem): boolean {
  if (!columns.has("reason") && !columns.has("count")) return false;
  const at = (key: ManagementColumn): string => view.text(row, columns.get(key) ?? view.width);
  const number = numberOf(at("number"), at("item"));
  const isSame = at("item") === "" || at("item") === open.item.text;
  return isSame && (number === undefined || number === open.itemNumber) && at("full") === "" && at("score") === "";
}

function itemOn(view: GridView, row: number, columns: Columns, unit: TextCell): Omit<ManagementRow, "reasons"> {
  const at = (key: ManagementColumn): number => columns.get(key) ?? view.width;
  const item = view.textCell(row, at("item"));
  const number = numberOf(view.text(row, at("number")), item.text);
  return {
    unit,
    item,
    ...(number === undefined ? {} : { itemNumber: number }),
    full: view.figure(row, at("full"), "分"),
    score: view.figure(row, at("score"), "分"),
  };
}

/** "2.3" of "2.3" or "2.3 办件规范"; a cell that Excel took for a number too. */
function numberOf(number: string, item: string): string | undefined {
  return /^(\d{1,2}\.\d)/.exec(normaliseLabel(number || item))?.[1];
}

function reasonOn(view: GridView, row: number, columns: Columns): ManagementReason {
  const figure = (key: "points" | "count" | "deduction"): object => {
    const at = columns.get(key);
    return at === undefined ? {} : { [key]: view.figure(row, at, "分") };
  };
  const at = columns.get("reason");
  return {
    ...(at === undefined ? {} : { text: view.textCell(row, at) }),
    ...figure("points"),
    ...figure("count"),
    ...figure("deduction"),
  };
}
