import { formatAmount, plainAmount, ZERO, type Amount } from "../../model/amount";
import { a1 } from "../../model/cell";
import type { Figure } from "../../model/figure";
import type { Check, Rule, RuleContext } from "../../model/rule";
import { FUNDS, figureAt, TOTAL_ROW, Z01_ROWS, Z04_ROWS, type AccountTable, type TableKey } from "../../model/table";
import { asPrinted, PLAIN } from "../../units/printing";
import { figuresOf } from "../shared/figure-cells";
import { TABLE_AGREEMENT } from "../shared/basis";
import { columnLabel, rowLabel, shortName, tableName } from "../shared/names";
import { missingTable, notEvaluated } from "../shared/require";
import { outcomeOf } from "../../units/tolerance";
import { conversion } from "../../units/money";

const OPENING = "年初结转和结余";

export const rule: Rule = {
  id: "X-10",
  title: "年初结转与上年年末结转一致",
  statement:
    "本年的年初结转和结余（收入支出决算总表、财政拨款总表分资金、政府性基金表分科目）等于上年决算的年末结转和结余。",
  formula: "本年.年初结转和结余 = 上年.年末结转和结余",
  severity: "verify",
  basis: TABLE_AGREEMENT,
  rationale: "上年年末数转入本年即为年初数。不一致说明有调整（如收回存量资金、前期差错更正）或填错。",
  remedy: "与上年决算核对；有调整的，在核实说明中写明调整事项和金额。",
  scope: ["Z01", "Z04", "JJ"],
  check: priorYearChecks,
};

function* priorYearChecks({ book, priorYear }: RuleContext): Iterable<Check> {
  if (!priorYear) {
    yield { kind: "notEvaluated", reason: "没有提供上年决算工作簿", because: "priorYear" };
    return;
  }
  if (book.year !== undefined && priorYear.year !== undefined && priorYear.year !== book.year - 1) {
    const reason = `提供的工作簿是 ${priorYear.year} 年的，不是上年（${book.year - 1} 年）的`;
    yield { kind: "notEvaluated", reason };
    return;
  }
  const scale = conversion(priorYear.moneyUnit, book.moneyUnit);
  for (const key of ["Z01", "Z04", "JJ"] as const) {
    const now = book.tables.get(key);
    const before = priorYear.tables.get(key);
    if (!now) yield missingTable(key);
    else if (!before) yield missingPrior(key);
    else for (const pair of PAIRS[key](now, before)) yield* compare(now, before, pair, scale);
  }
}

/** This year's opening figure and last year's closing figure; an absent one is zero. */
interface Pair {
  readonly label: string;
  readonly opening: Figure | undefined;
  readonly closing: Figure | undefined;
}

const PAIRS: Readonly<Record<"Z01" | "Z04" | "JJ", (now: AccountTable, before: AccountTable) => Iterable<Pair>>> = {
  Z01: (now, before) => [
    {
      label: OPENING,
      opening: figureAt(now, Z01_ROWS.opening, "amount"),
      closing: figureAt(before, Z01_ROWS.closing, "amount"),
    },
  ],
  Z04: (now, before) =>
    FUNDS.filter((fund) => now.byKey.has(Z04_ROWS.openingOf[fund]) || before.columns.has(fund)).map((fund) => ({
      label: `年初财政拨款结转和结余 · ${columnLabel("Z04", fund)}`,
      opening: figureAt(now, Z04_ROWS.openingOf[fund], "amount"),
      closing: figureAt(before, Z04_ROWS.closing, fund),
    })),
  JJ: (now, before) => {
    const labels = new Map<string, string>([[TOTAL_ROW, "合计"]]);
    for (const row of [...now.rows, ...before.rows]) if (!labels.has(row.key)) labels.set(row.key, rowLabel(row));
    return [...labels].map(([key, label]) => ({
      label: `${label} · ${OPENING}`,
      opening: figureAt(now, key, "opening"),
      closing: figureAt(before, key, "closing"),
    }));
  },
};

function* compare(
  now: AccountTable,
  before: AccountTable,
  { label, opening, closing }: Pair,
  scale: Amount,
): Iterable<Check> {
  for (const [figure, whose] of [
    [opening, ""],
    [closing, "上年工作簿"],
  ] as const) {
    if (figure?.kind === "invalid") {
      yield notEvaluated(now, `${whose}“${figure.cell.sheet}”${a1(figure.cell)} 不是数字（${figure.raw}）`);
      return;
    }
  }
  const actual = opening?.value ?? ZERO;
  const expected = (closing?.value ?? ZERO).times(scale);
  if (actual.isZero() && expected.isZero()) return;
  const difference = actual.minus(expected);
  const tolerance = (opening?.slack ?? ZERO).plus((closing?.slack ?? ZERO).times(scale));
  const outcome = outcomeOf("=", difference, () => tolerance);
  const cells = [opening?.cell ?? now.title.cell];
  if (outcome !== "violated") {
    yield { kind: "satisfied", withinRounding: outcome === "withinRounding", cells };
    return;
  }
  const where = closing ? `上年“${before.sheet}”${a1(closing.cell)}` : `上年${shortName(before)}没有该行`;
  const printing = opening?.printing ?? figuresOf(now)[0]?.printing ?? PLAIN;
  const said = (value: Amount): Amount => asPrinted(value, { printing });
  const gap = `${difference.isNegative() ? "少" : "多"} ${formatAmount(said(difference.abs()))} ${printing.unit}`;
  yield {
    kind: "violated",
    sheet: now.sheet,
    cells,
    related: [],
    message: `${shortName(now)}${label}比上年年末${gap}（上年 ${formatAmount(said(expected))}，本年 ${formatAmount(said(actual))}；${where}）`,
    expected: plainAmount(said(expected)),
    actual: plainAmount(said(actual)),
    difference: plainAmount(said(difference)),
  };
}

function missingPrior(key: TableKey): Check {
  return { kind: "notEvaluated", reason: `上年工作簿缺少${tableName(key)}` };
}
