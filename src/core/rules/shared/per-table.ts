import type { AccountTable } from "../../model/table";

/**
 * Derives something from a table once: many rules ask the same of the same table. Tables never change, so this
 * remembers, it does not decide.
 */
export function perTable<T>(derive: (table: AccountTable) => T): (table: AccountTable) => T {
  const known = new WeakMap<AccountTable, { readonly derived: T }>();
  return (table) => {
    let entry = known.get(table);
    if (!entry) known.set(table, (entry = { derived: derive(table) }));
    return entry.derived;
  };
}
