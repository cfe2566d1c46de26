import { normaliseLabel } from "../glossary/normalise";
import type { RivalTable } from "../model/book";
import { isStandardKey, type AccountTable, type TableKey } from "../model/table";
import { tableName } from "../tables/index";

/** Which of the recognised tables the checks work on, which were set aside, and why. */
export interface Choice {
  readonly tables: ReadonlyMap<TableKey, AccountTable>;
  readonly rivals: readonly RivalTable[];
  readonly unitName?: string;
  /** Why a table was set aside (Chinese). */
  readonly setAside: ReadonlyMap<AccountTable, string>;
  /** What must be said about the workbook as a whole. */
  readonly remarks: readonly string[];
}

/** Chooses the organisation with most tables and, of each table, its first sheet with figures. */
export function chooseTables(all: readonly AccountTable[]): Choice {
  const organisations = group(all);
  const main = [...organisations].sort((a, b) => b.keys.size - a.keys.size)[0];
  const tables = new Map<TableKey, AccountTable>();
  const rivals: RivalTable[] = [];
  const setAside = new Map<AccountTable, string>();
  const remarks: string[] = [];
  if (main && main.names.length > 1) {
    remarks.push(`各表的单位名称不一致（${main.names.join("、")}），各表不重复，按同一单位读取。`);
  }
  for (const table of all) {
    if (main && !isMain(table, main)) {
      rivals.push({ table, cause: "otherUnit" });
      setAside.set(
        table,
        `单位是“${table.unitName?.text ?? ""}”，与其余各表的“${main.names[0] ?? ""}”不同，未参与核对。`,
      );
    }
  }
  const own = all.filter((table) => !main || isMain(table, main));
  for (const table of preferredTables(own)) tables.set(table.key, table);
  for (const table of own) {
    const used = tables.get(table.key);
    if (!used || used === table) continue;
    if (used.sheet === table.sheet && used.title.cell === table.title.cell) continue;
    if (isStandardKey(table.key)) rivals.push({ table, cause: "duplicate" });
    setAside.set(table, `与工作表“${used.sheet}”同为“${tableName(table.key)}”，未参与核对。`);
  }
  if (organisations.length > 1) {
    const others = organisations.filter((item) => item !== main).flatMap((item) => item.names);
    remarks.push(`工作簿含有多个单位的表，只核对“${main?.names[0] ?? ""}”，未核对：${others.join("、")}。`);
  }
  return { tables, rivals, ...(main?.names[0] === undefined ? {} : { unitName: main.names[0] }), setAside, remarks };
}

interface Organisation {
  /** Names as printed, differing only in 本级 and the like. */
  readonly names: string[];
  readonly keys: Set<TableKey>;
}

function isMain(table: AccountTable, main: Organisation): boolean {
  return table.unitName === undefined || main.names.some((name) => same(name, table.unitName?.text ?? ""));
}

const same = (a: string, b: string): boolean => normaliseLabel(a) === normaliseLabel(b);

/**
 * Tables by organisation. Names that differ only by 本级 (机关, 部门 …) count as one organisation where no table occurs
 * under both; where one does, the two are different sets and must not be mixed.
 */
function group(all: readonly AccountTable[]): readonly Organisation[] {
  const exact: Organisation[] = [];
  for (const table of all) {
    const name = table.unitName?.text;
    if (name === undefined) continue;
    const known = exact.find((item) => item.names.some((other) => same(other, name)));
    if (known) known.keys.add(table.key);
    else exact.push({ names: [name], keys: new Set([table.key]) });
  }
  const merged: Organisation[] = [];
  for (const item of exact) {
    const kin = merged.find((other) => isKin(other, item));
    if (kin) {
      kin.names.push(...item.names);
      for (const key of item.keys) kin.keys.add(key);
    } else merged.push(item);
  }
  return merged;
}

function isKin(a: Organisation, b: Organisation): boolean {
  const disjoint = [...b.keys].every((key) => !a.keys.has(key));
  return disjoint && a.names.some((name) => b.names.some((other) => core(name) === core(other)));
}

function core(name: string): string {
  return normaliseLabel(name)
    .replace(/[()\[\]]/g, "")
    .replace(/(?:本级|机关|本部|部门|汇总|\d{4}年度?)+$/, "");
}

/** Of each table its first copy with figures whose title speaks of final accounts, else its first copy. */
function preferredTables(own: readonly AccountTable[]): readonly AccountTable[] {
  const copies = new Map<TableKey, AccountTable[]>();
  for (const table of own) {
    const known = copies.get(table.key);
    if (known) known.push(table);
    else copies.set(table.key, [table]);
  }
  const chosen = new Set<AccountTable>();
  for (const tables of copies.values()) {
    const best = tables.find((table) => hasFigures(table) && isFinal(table)) ?? tables.find(hasFigures) ?? tables[0];
    if (best) chosen.add(best);
  }
  return own.filter((table) => chosen.has(table));
}

const isFinal = ({ title }: AccountTable): boolean => title.text === "" || /决算/.test(title.text);

function hasFigures(table: AccountTable): boolean {
  return table.rows.some((row) => [...row.figures.values()].some((figure) => figure.kind === "amount"));
}
