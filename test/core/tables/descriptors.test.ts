import { describe, expect, test } from "vitest";
import { normaliseLabel } from "../../../src/core/glossary/normalise";
import { tablesOfTitle } from "../../../src/core/reading/title";
import { ALL_TABLES, descriptorOf, sheetChip } from "../../../src/core/tables";
import type { TableDescriptor } from "../../../src/core/tables/descriptor";

const namesOf = ({ layouts }: TableDescriptor): ReadonlySet<string> =>
  new Set(
    layouts
      .flatMap(({ columns, lines }) => [...columns, ...(lines?.left ?? []), ...(lines?.right ?? [])])
      .map(({ key }) => key),
  );

describe.each(ALL_TABLES.map((table) => [table.key, table] as const))("%s", (_, table) => {
  test("has layouts, and every part, whole and piece of evidence is a column or line of its own", () => {
    expect(table.layouts.length).toBeGreaterThan(0);
    const names = namesOf(table);
    const mentioned = table.layouts.flatMap(({ columns, lines, evidence }) => [
      ...[...columns, ...(lines?.left ?? []), ...(lines?.right ?? [])].flatMap(({ parts = [], within }) => [
        ...(parts === "items" ? [] : parts),
        ...(within ? [within] : []),
      ]),
      ...evidence.flatMap(({ of }) => of),
    ]);
    expect(mentioned.filter((name) => !names.has(name))).toEqual([]);
  });

  test("agrees only in columns that both tables have", () => {
    const strange = (table.agrees ?? []).flatMap(({ with: others, columns }) =>
      Object.entries(columns).flatMap(([own, other]) => [
        ...(namesOf(table).has(own) ? [] : [own]),
        ...others.filter((key) => {
          const found = ALL_TABLES.find((item) => item.key === key);
          return !found || !namesOf(found).has(other);
        }),
      ]),
    );
    expect(strange).toEqual([]);
  });

  test("is recognised by its own name, or by the one of a table that stands for it", () => {
    const found = tablesOfTitle(normaliseLabel(table.name)).map(descriptorOf);
    expect(found.some(({ key, standsFor }) => key === table.key || standsFor === table.key)).toBe(true);
  });
});

test("keys and chips are each used once", () => {
  const keys = ALL_TABLES.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  const chips = [...keys.map(sheetChip), ...(["ZP", "ZPHZ", "BM", "PJ", "RX1", "RX2", "RX3"] as const).map(sheetChip)];
  expect(new Set(chips).size).toBe(chips.length);
});
