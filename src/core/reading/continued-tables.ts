import { normaliseLabel } from "../glossary/normalise";
import type { AccountTable, RowKey, TableRow } from "../model/table";

/**
 * Joins tables that go on on the next sheet: the same table of the same organisation, no row of which stands on the sheet
 * before. Either the title or the tab says so (续表), or only one of the two prints the totals. Figures keep their own cells.
 */
export function joinContinued(tables: readonly AccountTable[]): readonly AccountTable[] {
  const joined: AccountTable[] = [];
  for (const table of tables) {
    const before = joined[joined.length - 1];
    if (before && continues(before, table)) joined[joined.length - 1] = joinOf(before, table);
    else joined.push(table);
  }
  return joined;
}

function continues(before: AccountTable, table: AccountTable): boolean {
  if (before.key !== table.key || before.sheet === table.sheet || !sameOrganisation(before, table)) return false;
  const keys = table.rows.map((row) => row.key).filter(isTelling);
  if (keys.length === 0 || !before.rows.some((row) => isTelling(row.key))) return false;
  if (keys.some((key) => before.byKey.has(key))) return false;
  if ([...table.columns.keys()].some((column) => !before.columns.has(column))) return false;
  return isMarked(table) || hasTotals(before) !== hasTotals(table);
}

/** Rows that only their place tells apart may occur on both sheets. */
const isTelling = (key: RowKey): boolean => !/^(?:blank|uncoded)\./.test(key);

const isMarked = (table: AccountTable): boolean => /续/.test(table.title.text) || /续/.test(table.sheet);

const hasTotals = (table: AccountTable): boolean =>
  table.rows.some((row) => /(?:^|\.)(?:total|current)$/.test(row.key));

function sameOrganisation(a: AccountTable, b: AccountTable): boolean {
  if (!a.unitName || !b.unitName) return true;
  return normaliseLabel(a.unitName.text) === normaliseLabel(b.unitName.text);
}

function joinOf(before: AccountTable, table: AccountTable): AccountTable {
  const byKey = new Map<RowKey, TableRow>(before.byKey);
  for (const row of table.rows) if (!byKey.has(row.key)) byKey.set(row.key, row);
  const noDataNote = before.noDataNote ?? table.noDataNote;
  return { ...before, rows: [...before.rows, ...table.rows], byKey, ...(noDataNote ? { noDataNote } : {}) };
}
