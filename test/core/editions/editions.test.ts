import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it, test } from "vitest";
import {
  editionFor,
  editionNamed,
  editionOf,
  editionOfBook,
  EDITIONS,
  NEWEST_EDITION,
  yearsOf,
} from "../../../src/core/editions";
import type { TextCell } from "../../../src/core/model/figure";
import { TABLE_KEYS, type AccountTable, type StandardKey } from "../../../src/core/model/table";

const cell = { sheet: "表", row: 0, column: 0 };
const numbered = (numbers: Partial<Record<StandardKey, string>>) =>
  new Map(
    Object.entries(numbers).map(([key, text]): [StandardKey, AccountTable] => {
      const publicNumber: TextCell = { cell, text };
      return [
        key as StandardKey,
        {
          key: key as StandardKey,
          sheet: key,
          title: { cell, text: key },
          rows: [],
          byKey: new Map(),
          columns: new Map(),
          publicNumber,
        },
      ];
    }),
  );

test("editions stand in the order of their years, under names of their own", () => {
  const years = EDITIONS.map(({ since }) => since);
  expect(years).toEqual([...new Set(years)].sort((a, b) => a - b));
  expect(years[0]).toBe(0);
  expect(new Set(EDITIONS.map(({ id }) => id)).size).toBe(EDITIONS.length);
});

describe.each(EDITIONS.map((edition) => [edition.id, edition] as const))("edition %s", (id, edition) => {
  it("names each of its tables and sections once", () => {
    expect(new Set(edition.tables).size).toBe(edition.tables.length);
    expect(new Set(edition.sections).size).toBe(edition.sections.length);
    expect(edition.tables.filter((key) => !TABLE_KEYS.includes(key))).toEqual([]);
  });

  it("is the one of its years and of its name", () => {
    expect([editionOf(Math.max(edition.since, 2000)), editionNamed(id)]).toEqual([edition, edition]);
  });
});

test.each([
  [2018, "2019年及以前"],
  [2019, "2019年及以前"],
  [2020, "2020至2021年"],
  [2021, "2020至2021年"],
])("%s is written as %s", (year, years) => {
  expect(yearsOf(editionOf(year))).toBe(years);
});

describe("a workbook's edition", () => {
  it("follows its year, whatever its numbers", () => {
    const told = editionOfBook({ year: 2023, tables: numbered({ SG: "公开07表" }) });
    expect(told).toBe(editionOf(2023));
  });

  it.each<[string, Partial<Record<StandardKey, string>>, number | undefined]>([
    ["政府性基金 as 公开07", { JJ: "公开07表" }, 2022],
    ["国有资本经营 as 公开09", { SG: "公开07表", GZ: "公开09表" }, 2020],
    ["公开07 and 08 alone, as to 2019 and in 2020", { SG: "公开07表", JJ: "公开08表" }, undefined],
    ["numbers that all editions share", { Z01: "公开01表", Z05: "公开05表" }, undefined],
    ["numbers of no edition", { SG: "公开06表" }, undefined],
    ["no numbers", {}, undefined],
  ])("is told without a year by %s", (_, numbers, like) => {
    const told = editionOfBook({ tables: numbered(numbers) });
    expect(told?.tables).toEqual(like === undefined ? undefined : editionOf(like).tables);
    expect(editionFor({ tables: numbered(numbers) })).toBe(told ?? NEWEST_EDITION);
  });
});

test("every record of the folder is an edition", () => {
  const records = readdirSync(fileURLToPath(new URL("../../../src/core/editions", import.meta.url)));
  expect(records.filter((name) => !["edition.ts", "index.ts"].includes(name))).toHaveLength(EDITIONS.length);
});

test("the newest holds for every year to come, and where no year is known", () => {
  expect([editionOf(2999), editionOf(undefined), EDITIONS.at(-1)]).toEqual(Array(3).fill(NEWEST_EDITION));
  expect(yearsOf(NEWEST_EDITION)).toBe(`${NEWEST_EDITION.since}年及以后`);
});
