import { ZERO } from "../../model/amount";
import type { AccountTable, TableKey, TableRow } from "../../model/table";
import { known, missing, type Quantity } from "../quantity";
import { budgetKey, type Parameters } from "../parameters/parameters";
import { nameText } from "../wording";
import { leaves, parameter, rowFigure, type Sources } from "./sources";
import type { Subject } from "./subjects";

/** 类 of Z05 with a figure: shares of 一般公共预算财政拨款支出. Undefined where there is no Z05. */
export function classItems(sources: Sources, base: Subject): readonly Subject[] | undefined {
  const table = sources.book.tables.get("Z05");
  return (
    table &&
    [...table.byKey.values()]
      .filter((row) => row.level === "class")
      .map((row) => ({
        key: `类.${row.key}`,
        label: nameText(row.name),
        now: rowFigure(table, row, "total"),
        base: base.now,
        baseLabel: base.label,
        ...(row.code === undefined ? {} : { code: row.code }),
      }))
      .filter((item) => !isZero(item.now))
  );
}

/**
 * 项 of a table with their 年初预算, in sheet order; where the table stops at 款 or 类, those. A row without figure and
 * without budget is left out; a 项 that only has a budget (nothing spent) is added at its place by code.
 */
export function budgetItems(sources: Sources, key: "Z05" | "JJ" | "GZ", list: string): readonly Subject[] | undefined {
  const table = sources.book.tables.get(key);
  if (!table) return undefined;
  const rows = leaves(table).map((row): Subject => {
    const code = row.code ?? row.key;
    return {
      key: `${list}.${code}`,
      code,
      label: nameText(row.name),
      fullName: fullName(sources, code, row),
      now: rowFigure(table, row, "total"),
      budget: parameter(sources, budgetKey(code), `${code}${nameText(row.name)}年初预算`),
    };
  });
  const spent = rows.filter((item) => !isZero(item.now) || (item.budget && isNonZero(item.budget)));
  return [...spent, ...(key === "Z05" ? unspent(sources, rows) : [])].sort(byOrder(rows));
}

/** 项 of the parameter sheet that have a 年初预算 and no row in any table: nothing was spent on them. */
function unspent(sources: Sources, rows: readonly Subject[]): readonly Subject[] {
  const known7 = /^年初预算\.(\d{7})$/;
  return [...sources.parameters].flatMap(([key, value]) => {
    const code = known7.exec(key)?.[1];
    if (code === undefined || value.kind !== "number" || value.value.isZero()) return [];
    if (rows.some((row) => row.code === code) || inOtherFund(sources, code)) return [];
    return [
      {
        key: `项.${code}`,
        code,
        label: nameOf(sources, code) ?? code,
        fullName: fullName(sources, code),
        now: known(ZERO, [], "公开表无此项，支出为0"),
        budget: parameter(sources, key, `${code}年初预算`),
      },
    ];
  });
}

function inOtherFund(sources: Sources, code: string): boolean {
  return (["JJ", "GZ"] as const).some((key) => sources.book.tables.get(key)?.byKey.has(code));
}

function byOrder(rows: readonly Subject[]) {
  const place = (item: Subject): string => item.code ?? "";
  const inSheet = new Map(rows.map((row, index) => [row.key, index]));
  return (a: Subject, b: Subject): number => {
    const [i, j] = [inSheet.get(a.key), inSheet.get(b.key)];
    return i !== undefined && j !== undefined ? i - j : place(a).localeCompare(place(b));
  };
}

/** 人员经费 (301, 303) or 公用经费 (the others): the 款 of Z06 that have figures, in sheet order. */
export function economicItems(sources: Sources, group: "personnel" | "public"): readonly Subject[] | undefined {
  const table = sources.book.tables.get("Z06");
  if (!table) return undefined;
  const withFigures = [...table.byKey.values()].filter(
    (row) => row.code !== undefined && !isZero(rowFigure(table, row, "amount")),
  );
  return withFigures
    .filter((row) => /^30[13]/.test(row.code ?? "") === (group === "personnel"))
    .filter((row) => !withFigures.some((other) => other !== row && other.code?.startsWith(row.code ?? "") === true))
    .map((row) => ({
      key: `款.${row.key}`,
      label: nameText(row.name),
      now: rowFigure(table, row, "amount"),
      ...(row.code === undefined ? {} : { code: row.code }),
    }));
}

/** 类（类）款（款）项（项）, each with the name its table or another one prints; the code where none prints a name. */
function fullName(sources: Sources, code: string, row?: TableRow): string {
  const parts = [
    [code.slice(0, 3), "（类）"],
    [code.slice(0, 5), "（款）"],
    [code.slice(0, 7), "（项）"],
  ] as const;
  return parts
    .filter(([part], index) => part.length === [3, 5, 7][index])
    .map(([part, suffix]) => {
      const name = row?.code === part && row.name !== "" ? nameText(row.name) : nameOf(sources, part);
      return `${name ?? part}${suffix}`;
    })
    .join("");
}

const NAMING_TABLES: readonly TableKey[] = ["Z05", "JJ", "GZ", "Z03", "Z02"];

function nameOf(sources: Sources, code: string): string | undefined {
  const tables = NAMING_TABLES.map((key) => sources.book.tables.get(key)).filter(
    (table): table is AccountTable => table !== undefined,
  );
  const name = tables.map((table) => table.byKey.get(code)?.name ?? "").find((found) => found.trim() !== "");
  if (name !== undefined) return nameText(name);
  const line = (["Z01", "Z04"] as const)
    .map((key) => sources.book.tables.get(key)?.byKey.get(`expenditure.${code}`)?.name ?? "")
    .find((found) => found.trim() !== "");
  return line === undefined ? undefined : nameText(line);
}

/** Whether the quantity is known to be 0. */
export function isZero(quantity: Quantity): boolean {
  return quantity.kind === "known" && quantity.value.isZero();
}

function isNonZero(quantity: Quantity): boolean {
  return quantity.kind === "known" && !quantity.value.isZero();
}

/** Names for the parameter sheet: every 项 of Z05, JJ and GZ with its code and full name. */
export function budgetRows(book: Sources["book"], parameters: Parameters): readonly { code: string; name: string }[] {
  const sources = { book, parameters };
  const keys = [
    ["Z05", "项"],
    ["JJ", "基金项"],
    ["GZ", "国资项"],
  ] as const;
  return keys.flatMap(([key, list]) => {
    const table = book.tables.get(key);
    const rows = table
      ? leaves(table).map((row) => ({ code: row.code ?? row.key, name: fullName(sources, row.code ?? row.key, row) }))
      : [];
    const added = budgetItems(sources, key, list) ?? [];
    return [
      ...rows,
      ...added
        .filter((item) => item.code !== undefined && !rows.some((row) => row.code === item.code))
        .map((item) => ({ code: item.code ?? "", name: item.fullName ?? item.label })),
    ];
  });
}

/** A missing quantity of a list whose table is not there. */
export function missingTable(key: TableKey, title: string): Quantity {
  return missing("table", `表.${key}`, `缺${title}`);
}
