import { normaliseLabel } from "../glossary/normalise";
import type { AccountTable, TableKey } from "../model/table";
import { descriptorOf } from "../tables/index";

/**
 * The table as it counts in its workbook: one of a wider kind takes the place of the standard one where the same
 * organisation has no other (云南: 一般公共预算财政拨款收入支出决算表 for the table of expenditure).
 */
export function standIn(table: AccountTable, all: readonly AccountTable[]): AccountTable {
  const { standsFor } = descriptorOf(table.key);
  return standsFor === undefined || isPrinted(standsFor, table, all) ? table : { ...table, key: standsFor };
}

function isPrinted(key: TableKey, like: AccountTable, all: readonly AccountTable[]): boolean {
  return all.some((table) => table.key === key && organisationOf(table) === organisationOf(like));
}

const organisationOf = ({ unitName }: AccountTable): string => normaliseLabel(unitName?.text ?? "");
