import { sum, type Amount } from "../../model/amount";
import type { FundsColumn, FundsRow } from "../../model/form";
import { normaliseLabel } from "../../glossary/normalise";
import { isSpecificSource } from "./labels";

const MONEY: readonly FundsColumn[] = ["initialBudget", "annualBudget", "executed"];

/**
 * Leaves out the rows that break 财政拨款 down further (其中：上级资金, 政府性基金), which must not be added a second
 * time. Where no 财政拨款 stands above them they are sources of their own, and so they are where only with them the
 * parts make up the total.
 */
export function withoutBreakdowns(rows: readonly FundsRow[]): readonly FundsRow[] {
  const breakdowns = new Set(breakdownsOf(rows));
  const parts = rows.filter((row) => row.key !== "total" && !breakdowns.has(row));
  const total = rows.find((row) => row.key === "total");
  if (breakdowns.size === 0 || total === undefined) return rows.filter((row) => !breakdowns.has(row));
  const siblings = MONEY.some((column) => {
    const due = total.figures.get(column)?.value;
    if (due === undefined || due.isZero() || due.eq(valueOf(parts, column))) return false;
    return due.eq(valueOf([...parts, ...breakdowns], column));
  });
  return siblings ? rows : rows.filter((row) => !breakdowns.has(row));
}

function breakdownsOf(rows: readonly FundsRow[]): readonly FundsRow[] {
  const found: FundsRow[] = [];
  let umbrella: FundsRow | undefined;
  let under = false;
  for (const row of rows) {
    if (row.key !== "fiscal") {
      if (row.key !== "total") umbrella = undefined;
      under = false;
      continue;
    }
    const label = normaliseLabel(row.label.text);
    under =
      umbrella !== undefined && (under || /^其中/.test(label) || !isSpecific(umbrella)) && isSpecificSource(label);
    if (under) found.push(row);
    else umbrella = hasFigures(row) ? row : undefined;
  }
  return found;
}

function isSpecific(row: FundsRow): boolean {
  return isSpecificSource(normaliseLabel(row.label.text));
}

function hasFigures(row: FundsRow): boolean {
  return MONEY.some((column) => row.figures.get(column)?.kind === "amount");
}

function valueOf(rows: readonly FundsRow[], column: FundsColumn): Amount {
  return sum(rows.flatMap((row) => row.figures.get(column)?.value ?? []));
}
