import type { TableKey } from "../model/table";
import { tableName } from "../tables";
import { compareTables, named, unitTable, type Compared } from "./compare-tables";
import { findEliminations, gapKey } from "./eliminations";
import type { Consolidation, NotCompared, UnitFigures } from "./model";

/** 汇总核对 at one go; see `consolidateInSteps`. */
export function consolidate(...input: Parameters<typeof consolidateInSteps>): Consolidation {
  const steps = consolidateInSteps(...input);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/**
 * 汇总核对: whether every figure of a department's tables is the sum of its units' (same table, 科目, column). Judged by
 * intervals like any sum: each rounded figure may be off by half of its last place. What a unit's workbook does not show
 * is unknown, not zero: then the figure is not compared, and it is said why.
 * Over a thousand units this takes seconds: it goes figure by figure, answering each time which part is done (0 to 1), so
 * that whoever runs it can do something else meanwhile or leave it.
 * @param unread files of units that could not be read: no sum is known without them
 */
export function* consolidateInSteps(
  department: UnitFigures,
  units: readonly UnitFigures[],
  unread: readonly string[] = [],
): Generator<number, Consolidation> {
  const notCompared = new Reasons();
  const found: Extract<Compared, { kind: "compared" }>[] = [];
  const keys = keysOf(department, units);
  for (const [i, key] of keys.entries()) {
    yield i / keys.length;
    const name = department.tables[key]?.name ?? tableName(key);
    const why = unread.length > 0 ? `${named(unread)}未能读取` : obstacle(key, department, units);
    if (why !== undefined) {
      notCompared.add(name, why, countOf(department, key));
      continue;
    }
    const tables = units.map((unit) => unitTable(unit, unit.tables[key]));
    for (const compared of compareTables(key, unitTable(department, department.tables[key]), tables)) {
      if (compared.kind === "compared") found.push(compared);
      else notCompared.add(name, compared.reason);
      yield i / keys.length;
    }
  }
  const { eliminations, explains } = findEliminations(
    new Map(found.map(({ figure, tolerance }) => [gapKey(figure), { difference: figure.difference, tolerance }])),
  );
  const violated = found.filter(({ outcome }) => outcome === "violated").map(({ figure }) => figure);
  return {
    department: department.name,
    file: department.file,
    moneyUnit: department.moneyUnit,
    units: units.length,
    exact: found.filter(({ outcome }) => outcome === "satisfied").length,
    withinRounding: found.filter(({ outcome }) => outcome === "withinRounding").length,
    differences: violated.filter((figure) => !explains(figure)),
    eliminated: violated.filter(explains),
    eliminations,
    notCompared: notCompared.list(),
    notes: notesOn(department, units),
  };
}

/** Every table that the department or one of its units has, the department's first. */
function keysOf(department: UnitFigures, units: readonly UnitFigures[]): readonly TableKey[] {
  const all = [department, ...units].flatMap(({ tables }) => Object.keys(tables) as TableKey[]);
  return [...new Set(all)];
}

/** Why a table cannot be compared at all. */
function obstacle(key: TableKey, department: UnitFigures, units: readonly UnitFigures[]): string | undefined {
  if (!department.tables[key]) return "部门工作簿没有读到这张表";
  const years = units.filter(
    ({ year }) => year !== undefined && department.year !== undefined && year !== department.year,
  );
  if (years.length > 0) return `${named(years.map(({ name }) => name))}不是 ${department.year ?? ""} 年度的`;
  const without = units.filter(({ tables, empty }) => !tables[key] && !empty.includes(key));
  return without.length > 0 ? `${named(without.map(({ name }) => name))}没有读到这张表` : undefined;
}

function countOf({ tables }: UnitFigures, key: TableKey): number {
  return (tables[key]?.rows ?? []).reduce((count, { cells }) => count + Object.keys(cells).length, 0);
}

function notesOn(department: UnitFigures, units: readonly UnitFigures[]): readonly string[] {
  const files = new Map<string, string[]>();
  for (const { name, file } of units) files.set(name, [...(files.get(name) ?? []), file]);
  const twice = [...files].filter(([, list]) => list.length > 1);
  return [
    ...twice.map(([name, list]) => `“${name}”有 ${list.length} 个工作簿，都计入了各单位合计：${list.join("、")}`),
    ...(department.year === undefined ? ["部门工作簿没有注明年度，未核对各单位是否为同一年度。"] : []),
  ];
}

/** What was not compared, by table and reason. */
class Reasons {
  readonly #counts = new Map<string, NotCompared>();

  add(table: string, reason: string, count = 1): void {
    const key = `${table}\u0000${reason}`;
    const before = this.#counts.get(key)?.count ?? 0;
    this.#counts.set(key, { tableName: table, reason, count: before + count });
  }

  list(): readonly NotCompared[] {
    return [...this.#counts.values()];
  }
}
