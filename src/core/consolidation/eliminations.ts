import { sum, type Amount } from "../model/amount";
import { functionalRow, incomeRow, TOTAL_ROW, Z01_ROWS } from "../model/table";
import type { Difference, Elimination } from "./model";

/** By how much a figure of the department falls short of its units' sum, and how far rounding may have moved that. */
interface Gap {
  readonly amount: Amount;
  readonly tolerance: Amount;
}

/** A figure of Z01 to Z03: "Z02 total superiorSubsidy". */
type Key = string;
const key = (table: string, row: string, column: string): Key => `${table} ${row} ${column}`;

/** What was compared, by figure. */
export type Gaps = ReadonlyMap<Key, { readonly difference: Amount; readonly tolerance: Amount }>;

/** The name under which a compared figure is kept in `Gaps`. */
export function gapKey({ table, row, column }: Pick<Difference, "table" | "row" | "column">): string {
  return key(table, row, column);
}

/** One figure is the sum of others; what was eliminated from them keeps to it too. */
type Equation = readonly [whole: Key, ...parts: Key[]];

const INCOME = { subsidy: "superiorSubsidy", remittance: "affiliated" } as const;
const SPENDING = { subsidy: "affiliatedSubsidy", remittance: "upward" } as const;
const KINDS = ["subsidy", "remittance"] as const;

/**
 * Payments between units of one department (上级补助收入 here is 对附属单位补助支出 there, 附属单位上缴收入 is 上缴上级支出)
 * are income and expenditure of the units, not of the department: its workbook shows both less by the same amount, and
 * every total above them. Answers what was eliminated, and which figures fall short by just that.
 *
 * A figure is explained where one of the sums it stands in holds between the shortfalls; a figure changed by mistake
 * breaks all of its sums and is left.
 */
export function findEliminations(gaps: Gaps): {
  readonly eliminations: readonly Elimination[];
  readonly explains: (figure: Pick<Difference, "table" | "row" | "column">) => boolean;
} {
  const read = new Shortfalls(gaps);
  const eliminations = KINDS.flatMap((kind): Elimination[] => {
    const amount = read.paid(kind);
    return amount?.isPositive() ? [{ kind, amount }] : [];
  });
  if (eliminations.length === 0) return { eliminations, explains: () => false };
  const explained = new Set<Key>();
  for (const equation of read.equations()) {
    if (!read.holds(equation)) continue;
    for (const figure of equation) if (read.at(figure)?.amount.isPositive()) explained.add(figure);
  }
  return { eliminations, explains: (figure) => explained.has(gapKey(figure)) };
}

class Shortfalls {
  /** Rows of Z02 and Z03 that were compared. */
  readonly #rows = { Z02: new Set<string>(), Z03: new Set<string>() };

  constructor(private readonly gaps: Gaps) {
    for (const figure of gaps.keys()) {
      const [table, row = ""] = figure.split(" ");
      if (table === "Z02" || table === "Z03") this.#rows[table].add(row);
    }
  }

  /** Undefined where the figure was not compared; one that no workbook prints is nothing. */
  at(figure: Key): Gap | undefined {
    const gap = this.gaps.get(figure);
    return gap && { amount: gap.difference.neg(), tolerance: gap.tolerance };
  }

  /** The internal payments of a kind, where income and expenditure agree on them; 0 where there were none. */
  paid(kind: Elimination["kind"]): Amount | undefined {
    const income = [
      [key("Z01", incomeRow(INCOME[kind]), "amount")],
      [key("Z02", TOTAL_ROW, INCOME[kind])],
      this.rows("Z02", INCOME[kind], 3),
    ];
    const spending = [[key("Z03", TOTAL_ROW, SPENDING[kind])], this.rows("Z03", SPENDING[kind], 3)];
    for (const one of income) {
      for (const other of spending) {
        const [left, right] = [this.sumOf(one), this.sumOf(other)];
        if (left && right && agree(left, right) && left.amount.abs().gt(left.tolerance)) return left.amount;
      }
    }
    return undefined;
  }

  holds([whole, ...parts]: Equation): boolean {
    const [left, right] = [this.at(whole), this.sumOf(parts)];
    return left !== undefined && right !== undefined && agree(left, right);
  }

  /** Σ of the shortfalls; undefined where one is unknown or there is none. */
  private sumOf(figures: readonly Key[]): Gap | undefined {
    const found = figures.map((figure) => this.at(figure)).filter((gap) => gap !== undefined);
    if (found.length === 0 || found.length < figures.length) return undefined;
    return { amount: sum(found.map((gap) => gap.amount)), tolerance: sum(found.map((gap) => gap.tolerance)) };
  }

  *equations(): Iterable<Equation> {
    for (const [table, kinds] of [
      ["Z02", INCOME],
      ["Z03", SPENDING],
    ] as const) {
      const columns = ["total", kinds.subsidy, kinds.remittance];
      for (const row of this.#rows[table]) {
        yield [key(table, row, "total"), ...present(this.gaps, table, row, [kinds.subsidy, kinds.remittance])];
        for (const column of columns) {
          const below = this.below(table, row, column);
          if (below.length > 0) yield [key(table, row, column), ...below];
        }
      }
    }
    yield* this.totals();
  }

  /** The sums of Z01, and what Z01 to Z03 have in common. */
  private *totals(): Iterable<Equation> {
    const z01 = (row: string): Key => key("Z01", row, "amount");
    const { incomeTotal, incomeGrandTotal, expenditureTotal, expenditureGrandTotal } = Z01_ROWS;
    yield [z01(incomeTotal), z01(incomeRow("superiorSubsidy")), z01(incomeRow("affiliated"))];
    yield [z01(incomeGrandTotal), z01(incomeTotal)];
    yield [z01(incomeGrandTotal), z01(expenditureGrandTotal)];
    yield [z01(expenditureGrandTotal), z01(expenditureTotal)];
    yield [z01(incomeTotal), key("Z02", TOTAL_ROW, "total")];
    yield [z01(expenditureTotal), key("Z03", TOTAL_ROW, "total")];
    for (const kind of KINDS) {
      yield [z01(incomeRow(INCOME[kind])), key("Z02", TOTAL_ROW, INCOME[kind])];
      yield [key("Z02", TOTAL_ROW, INCOME[kind]), key("Z03", TOTAL_ROW, SPENDING[kind])];
    }
    const classes = [...this.#rows.Z03].filter((row) => /^\d{3}$/.test(row));
    yield [z01(expenditureTotal), ...classes.map((row) => z01(functionalRow(row)))];
    for (const row of classes) {
      yield [z01(functionalRow(row)), key("Z03", row, "total")];
      yield [z01(functionalRow(row)), ...present(this.gaps, "Z03", row, Object.values(SPENDING))];
    }
  }

  /** Figures of a column whose row codes have so many digits. */
  private rows(table: "Z02" | "Z03", column: string, digits: number): readonly Key[] {
    const own = [...this.#rows[table]].filter((row) => /^\d+$/.test(row) && row.length === digits);
    return own.map((row) => key(table, row, column)).filter((name) => this.gaps.has(name));
  }

  /** The figures one level below a row: the 类 below 合计, the 款 below a 类, the 项 below a 款. */
  private below(table: "Z02" | "Z03", row: string, column: string): readonly Key[] {
    const digits = row === TOTAL_ROW ? 3 : row.length + 2;
    return this.rows(table, column, digits).filter((name) => row === TOTAL_ROW || name.startsWith(`${table} ${row}`));
  }
}

function present(gaps: Gaps, table: string, row: string, columns: readonly string[]): readonly Key[] {
  return columns.map((column) => key(table, row, column)).filter((name) => gaps.has(name));
}

function agree(one: Gap, other: Gap): boolean {
  return one.amount.minus(other.amount).abs().lte(one.tolerance.plus(other.tolerance));
}
