import { functionalClassByName } from "../../glossary/functional-classes";
import type { AccountBook } from "../../model/book";
import type { Check, Rule } from "../../model/rule";
import { functionalRow, type AccountTable, type TableKey, type TableRow } from "../../model/table";
import { CLASSIFICATION } from "../shared/basis";
import { cellOfRow, codedRows, comparableName, isSameName, nameCellOf, rowsByCode } from "../shared/codes";
import { hierarchyOf } from "../shared/hierarchy";
import { shortName } from "../shared/names";

const FUNCTIONAL: readonly TableKey[] = ["Z02", "Z03", "Z05", "JJ", "GZ"];
const CODED: readonly TableKey[] = [...FUNCTIONAL, "Z06"];

export const rule: Rule = {
  id: "X-11",
  title: "科目编码与科目名称",
  statement:
    "同一科目编码在各表的名称相同；款有所属的类，项有所属的款；同一张表里科目编码不重复；类的名称与收入支出决算总表的项目名称一致。",
  severity: "error",
  basis: CLASSIFICATION,
  rationale: "各表按科目编码相互核对。编码重复、缺上级科目或者名称与编码不符，会使汇总和核对都落空。",
  remedy: "对照当年《政府收支分类科目》改正编码或名称，补上缺少的上级科目，合并重复的行。",
  scope: ["Z01", ...CODED],
  check: ({ book }) => codeChecks(book),
};

function* codeChecks(book: AccountBook): Iterable<Check> {
  const tables = CODED.flatMap((key) => book.tables.get(key) ?? []);
  if (tables.length === 0) {
    yield { kind: "notEvaluated", reason: "没有列示科目编码的表" };
    return;
  }
  for (const table of tables) {
    yield* duplicates(table);
    yield* missingParents(table);
  }
  yield* names(
    FUNCTIONAL.flatMap((key) => book.tables.get(key) ?? []),
    book.tables.get("Z01"),
  );
}

function* duplicates(table: AccountTable): Iterable<Check> {
  if (codedRows(table).every((row) => isFirst(table, row))) {
    yield { kind: "satisfied", cells: [] };
    return;
  }
  for (const [code, [first, ...again]] of rowsByCode(table)) {
    if (!first || again.length === 0) continue;
    const cells = again.map((row) => cellOfRow(table, row));
    const message = `${shortName(table)}科目编码 ${code} 出现 ${again.length + 1} 次`;
    yield { kind: "violated", sheet: table.sheet, cells, related: [cellOfRow(table, first)], message };
  }
}

/** Whether no row above prints the same code. */
function isFirst(table: AccountTable, row: TableRow): boolean {
  return table.byKey.get(row.key) === row;
}

/** A level that the table prints nowhere is left out on purpose; a single gap in one that it prints is not. */
function* missingParents(table: AccountTable): Iterable<Check> {
  const { levels } = hierarchyOf(table);
  const orphans = new Map<string, TableRow[]>();
  for (const row of table.rows) {
    const parent = row.code === undefined || row.code.length < 5 ? undefined : row.code.slice(0, row.code.length - 2);
    if (parent === undefined || table.byKey.has(parent) || !levels.has(parent.length)) continue;
    const known = orphans.get(parent);
    if (known) known.push(row);
    else orphans.set(parent, [row]);
  }
  for (const [parent, rows] of orphans) {
    const codes = rows.map((row) => row.code ?? "").join("、");
    const message = `${shortName(table)}有 ${codes}，没有所属的${parent.length === 3 ? "类" : "款"} ${parent}`;
    const cells = rows.map((row) => cellOfRow(table, row));
    yield { kind: "violated", sheet: table.sheet, cells, related: [], message };
  }
  if (orphans.size === 0) yield { kind: "satisfied", cells: [] };
}

interface Named {
  readonly table: AccountTable;
  readonly row: TableRow;
}

function* names(tables: readonly AccountTable[], z01: AccountTable | undefined): Iterable<Check> {
  const byCode = new Map<string, [Named, ...Named[]]>();
  for (const table of tables) {
    for (const row of codedRows(table)) {
      if (row.name === "" || !isFirst(table, row)) continue;
      const known = byCode.get(row.code);
      if (known) known.push({ table, row });
      else byCode.set(row.code, [{ table, row }]);
    }
  }
  for (const [code, rows] of byCode) yield* nameOfCode(code, rows, z01);
}

function* nameOfCode(code: string, rows: readonly [Named, ...Named[]], z01: AccountTable | undefined): Iterable<Check> {
  const usual = mostFrequent(rows);
  const others = rows.filter((named) => !isSameName(named.row.name, usual.row.name));
  const odd = others[0];
  if (odd) {
    const name = comparableName(usual.row.name);
    const abbreviated = others.every((named) => isAbbreviation(comparableName(named.row.name), name));
    yield {
      kind: "violated",
      ...(abbreviated ? { severity: "verify" as const } : {}),
      sheet: odd.table.sheet,
      cells: others.map((named) => nameCellOf(named.table, named.row)),
      related: [nameCellOf(usual.table, usual.row)],
      message: `科目 ${code} 在${shortName(odd.table)}为“${odd.row.name}”，在${shortName(usual.table)}为“${usual.row.name}”`,
    };
    return;
  }
  if (rows.length > 1) yield { kind: "satisfied", cells: [] };
  if (code.length === 3) yield* className(code, rows, usual, z01);
}

function* className(
  code: string,
  rows: readonly Named[],
  usual: Named,
  z01: AccountTable | undefined,
): Iterable<Check> {
  const item = z01?.byKey.get(functionalRow(code));
  const agrees = item === undefined || isSameName(item.name, usual.row.name);
  const ownCode = functionalClassByName(usual.row.name);
  const foreign = ownCode !== undefined && ownCode !== code;
  const cells = rows.map((named) => nameCellOf(named.table, named.row));
  if (!foreign && (agrees || ownCode === code)) {
    yield { kind: "satisfied", cells };
    return;
  }
  const expected = item && z01 ? `，${shortName(z01)}为“${item.name}”` : "";
  yield {
    kind: "violated",
    ...(foreign ? {} : { severity: "verify" as const }),
    sheet: usual.table.sheet,
    cells,
    related: item && z01 ? [nameCellOf(z01, item)] : [],
    message: `${shortName(usual.table)}类 ${code} 的名称“${usual.row.name}”与编码不符${expected}`,
  };
}

/** A name that is another one cut short, as narrow columns print it. */
function isAbbreviation(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 4 && long.startsWith(short);
}

/** The name most tables print; of equally frequent ones the first. */
function mostFrequent(rows: readonly [Named, ...Named[]]): Named {
  const [first] = rows;
  if (rows.every(({ row }) => row.name === first.row.name)) return first;
  const frequency = ({ row }: Named): number => rows.filter((other) => isSameName(other.row.name, row.name)).length;
  return rows.reduce((best, named) => (frequency(named) > frequency(best) ? named : best), first);
}
