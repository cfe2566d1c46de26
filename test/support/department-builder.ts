import fc from "fast-check";
import { amount, round, ZERO, type Amount } from "../../src/core/model/amount";
import type { AccountBook } from "../../src/core/model/book";
import type { CellValue } from "../../src/core/model/grid";
import type { StandardKey } from "../../src/core/model/table";
import { makeBook, type RowValues, type TableSpec } from "./book-builder";

/** Whole 元 by table, row and column ("Z03 2010301 project"). */
export type Figures = ReadonlyMap<string, number>;

/** A department's workbook and its units', as 元: what each unit books, and what the department's workbook must show. */
export interface Department {
  readonly units: readonly Figures[];
  readonly whole: Figures;
}

const ITEMS = ["2010301", "2010302", "2010399", "2050201", "2050299", "2080505", "2080506", "2101101", "2210201"];
const ECONOMIC = ["30101", "30102", "30103", "30201", "30211", "30302", "31002"];
const THREE_PUBLIC = ["abroad", "vehiclePurchase", "vehicleOperation", "reception"];

/** What a unit does with one 项: income by source, expenditure by kind. */
interface Booking {
  readonly item: string;
  readonly income: Readonly<Record<"fiscal" | "undertaking" | "other", number>>;
  readonly spent: Readonly<Record<"basic" | "project", number>>;
}

/** A payment within the department: from one unit to another, both on a 项 of theirs. */
interface Payment {
  readonly kind: "subsidy" | "remittance";
  readonly from: number;
  readonly to: number;
  readonly item: string;
  readonly yuan: number;
}

const yuan = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 100, max: 9e8 }) },
);
const booking = fc.record({
  item: fc.constantFrom(...ITEMS),
  income: fc.record({ fiscal: yuan, undertaking: yuan, other: yuan }),
  spent: fc.record({ basic: yuan, project: yuan }),
});
const unit = fc.record({
  bookings: fc.uniqueArray(booking, { minLength: 1, maxLength: 6, selector: ({ item }) => item }),
  economic: fc.dictionary(fc.constantFrom(...ECONOMIC), yuan, { maxKeys: 6 }),
  threePublic: fc.array(yuan, { minLength: 4, maxLength: 4 }),
  balance: yuan,
});

/** Departments of two to four units; `paying` says whether they pay each other. */
export function departments(paying: boolean): fc.Arbitrary<Department> {
  return fc.array(unit, { minLength: 2, maxLength: 4 }).chain((units) =>
    fc
      .array(
        fc.record({
          kind: fc.constantFrom("subsidy" as const, "remittance" as const),
          from: fc.nat(units.length - 1),
          step: fc.integer({ min: 1, max: units.length - 1 }),
          item: fc.constantFrom(...ITEMS),
          yuan: fc.integer({ min: 1e6, max: 9e8 }),
        }),
        paying ? { minLength: 1, maxLength: 3 } : { maxLength: 0 },
      )
      .map((drawn) => {
        const payments = drawn.map(({ step, ...payment }): Payment => ({
          ...payment,
          to: (payment.from + step) % units.length,
        }));
        return {
          units: units.map((one, at) =>
            figuresOf(
              [one],
              payments.map((payment) => ({ ...payment, at })),
            ),
          ),
          whole: figuresOf(units, []),
        };
      }),
  );
}

type Unit = typeof unit extends fc.Arbitrary<infer U> ? U : never;

function figuresOf(units: readonly Unit[], payments: readonly (Payment & { readonly at: number })[]): Figures {
  const figures = new Map<string, number>();
  const add = (table: StandardKey, row: string, column: string, value: number): unknown =>
    figures.set(`${table} ${row} ${column}`, (figures.get(`${table} ${row} ${column}`) ?? 0) + value);
  /** A 项 with all that stands above it, and the column with the row's total. */
  const book = (table: "Z02" | "Z03" | "Z05", item: string, column: string, value: number): void => {
    for (const row of [item, item.slice(0, 5), item.slice(0, 3), "total"]) {
      add(table, row, column, value);
      add(table, row, "total", value);
    }
    if (table === "Z02") add("Z01", INCOME_ROWS[column] ?? "income.other", "amount", value);
    if (table === "Z03") add("Z01", `expenditure.${item.slice(0, 3)}`, "amount", value);
    if (table === "Z05") return;
    const side = table === "Z02" ? "income" : "expenditure";
    for (const row of ["current", "total"]) add("Z01", `${side}.${row}`, "amount", value);
  };
  for (const { bookings, economic, threePublic, balance } of units) {
    for (const { item, income, spent } of bookings as readonly Booking[]) {
      for (const [source, value] of Object.entries(income)) book("Z02", item, source, value);
      for (const [kind, value] of Object.entries(spent)) {
        book("Z03", item, kind, value);
        book("Z05", item, kind, value);
      }
    }
    add("Z01", "income.opening", "amount", balance);
    for (const [code, value] of Object.entries(economic))
      for (const row of [code, code.slice(0, 3)]) add("Z06", row, "amount", value);
    threePublic.forEach((value, i) => {
      for (const column of [THREE_PUBLIC[i] ?? "", "total"]) add("SG", "final", column, value);
    });
  }
  for (const { kind, from, to, item, yuan: value, at } of payments) {
    if (at === from) book("Z03", item, kind === "subsidy" ? "affiliatedSubsidy" : "upward", value);
    if (at === to) book("Z02", item, kind === "subsidy" ? "superiorSubsidy" : "affiliated", value);
  }
  return figures;
}

const INCOME_ROWS: Readonly<Record<string, string>> = {
  fiscal: "income.general",
  undertaking: "income.undertaking",
  superiorSubsidy: "income.superiorSubsidy",
  affiliated: "income.affiliated",
};

/** A figure as a workbook in 万元 prints it. */
export function printed(value: number): Amount {
  return round(amount(String(value)).div(10_000), 2);
}

/**
 * The workbook: every row that any of `all` has, so that rows the department does not use are printed blank.
 * @param changes printed figures by place that replace what the figures say
 */
export function departmentBook(
  figures: Figures,
  all: readonly Figures[],
  unitName: string,
  changes: ReadonlyMap<string, Amount> = new Map(),
): AccountBook {
  const tables: Partial<Record<StandardKey, TableSpec & { rows: Record<string, RowValues> }>> = {};
  const places = new Set([...PRINTED, ...all.flatMap((other) => [...other.keys()])]);
  for (const place of places) {
    const [table = "", row = "", column = ""] = place.split(" ");
    const spec = (tables[table as StandardKey] ??= { rows: {}, unitName, year: 2023 });
    const values = (spec.rows[row] ?? {}) as Record<string, CellValue>;
    const value = changes.get(place) ?? printed(figures.get(place) ?? 0);
    spec.rows[row] = { ...values, [column]: value.eq(ZERO) ? null : value.toNumber() };
  }
  return { ...makeBook({ tables, year: 2023 }), unitName };
}

/** Lines that every workbook prints. */
const PRINTED = [
  ...["current", "total", "superiorSubsidy", "affiliated", "opening"].map((row) => `Z01 income.${row} amount`),
  ...["current", "total"].map((row) => `Z01 expenditure.${row} amount`),
  ...["Z02 total total", "Z03 total total", "Z05 total total", "SG final total"],
];
