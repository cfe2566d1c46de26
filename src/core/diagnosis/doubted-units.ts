import type { AccountBook } from "../model/book";
import { magnitude } from "./scale";
import type { MoneyUnit } from "../model/quantity";
import type { CheckResult } from "../model/finding";
import type { AccountTable } from "../model/table";
import { LinearSystem, type Equation } from "./system";
import { conversion } from "../units/money";

/**
 * Sheets whose word for the money unit is wrong: it is another than the workbook's, and the sheet's ties to other tables
 * hold in the workbook's unit instead (a factor of 10,000). The unit their figures are in, by sheet name. Ties with
 * nothing on one side say nothing.
 */
export function doubtedUnits(book: AccountBook, result: CheckResult): ReadonlyMap<string, MoneyUnit> {
  const odd = [...book.tables.values()].filter(({ moneyUnit }) => moneyUnit && moneyUnit.unit !== book.moneyUnit);
  if (odd.length === 0) return new Map();
  const { equations } = new LinearSystem(result.identities);
  const isWrong = (table: AccountTable): boolean => {
    let asStated = 0;
    let inBookUnit = 0;
    for (const equation of equations) {
      const fit = fitOf(equation, table);
      if (fit === "stated") asStated += 1;
      else if (fit === "book") inBookUnit += 1;
    }
    return inBookUnit > asStated * MORE_OFTEN;
  };
  return new Map(odd.filter(isWrong).map(({ sheet }) => [sheet, book.moneyUnit]));
}

/** The workbook's unit must fit that many times as often as the one the sheet states. */
const MORE_OFTEN = 2;

/** In which unit a tie between the table's sheet and others holds; undefined where in neither, or where it says nothing. */
function fitOf(equation: Equation, { sheet }: AccountTable): "stated" | "book" | undefined {
  let own = 0n;
  let other = 0n;
  let slack = 0n;
  for (const { unknown, coefficient } of equation.members) {
    if (unknown.figure.cell.sheet === sheet) own += coefficient * unknown.value;
    else {
      other += coefficient * unknown.value;
      slack += unknown.half;
    }
  }
  if (own === 0n || other === 0n) return undefined;
  if (!equation.violated) return equation.relation === "=" ? "stated" : undefined;
  const [factor, divisor] = magnitude(own) < magnitude(other) ? [TEN_THOUSAND, 1n] : [1n, TEN_THOUSAND];
  const difference = own * factor + other * divisor;
  const leeway = equation.tolerance + slack + slack * BigInt(equation.members.length);
  const holds = equation.relation === "=" ? magnitude(difference) <= leeway * divisor : difference >= -leeway * divisor;
  return holds ? "book" : undefined;
}

const TEN_THOUSAND = BigInt(conversion("万元", "元").toNumber());
