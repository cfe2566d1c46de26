import { readBook } from "../../core/reading/read-book";
import { parameterSheet } from "../../core/narrative/parameters/parameter-sheet";
import { priorKey, type ParameterValue } from "../../core/narrative/parameters/parameters";
import { priorYearFromBook } from "../../core/narrative/prior-year";
import type { AccountBook } from "../../core/model/book";
import type { SheetGrid } from "../../core/model/grid";
import type { CarriedItem } from "../../core/templates/carry/carried";
import { carriedNames, carryFaultOf, carryOn, type CarryFault } from "../../core/templates/carry/carry-on";
import type { SheetPlan } from "../../core/templates/model";
import { planSet } from "../../core/templates/plan-set";
import { faultsOf, type SetFault, type SetRequest } from "../../core/templates/set-request";
import { itemName } from "../../core/templates/subject-catalogue";
import type { SheetContent, WorkbookHost } from "../../host/port";
import { checkGrid } from "../check-workbook";
import { cellKey } from "../../core/model/cell";

/** A set that can be put into a workbook, and what is said of it before. */
export interface SetPlan {
  readonly sheets: readonly SheetPlan[];
  /** 情况说明参数, where it is wanted and the workbook has none. */
  readonly parameters: SheetContent | undefined;
  /** What was carried, changed, emptied and left, where it follows last year's. */
  readonly items: readonly CarriedItem[];
}

/** Plans a new set beside the sheets of a workbook. @returns what stands against it where it cannot be made */
export function planNewSet(
  request: SetRequest,
  inUse: readonly string[],
  withParameters: boolean,
): SetPlan | readonly SetFault[] {
  const faults = faultsOf(request);
  if (faults.length > 0) return faults;
  const sheets = planSet(request, inUse, itemName);
  return { sheets, items: [], parameters: parametersFor(sheets, inUse, withParameters, undefined) };
}

/**
 * Plans the next year's set from last year's workbook, in its own layout; figures that its check calls wrong open nothing.
 * @param unitName the unit that the set is for, where it is known
 * @throws HostError as reading does
 */
export async function planNextYear(
  from: WorkbookHost,
  options: { readonly unitName?: string | undefined; readonly parameters: boolean },
  inUse: readonly string[],
): Promise<SetPlan | CarryFault> {
  const grid = await from.read();
  const { book, result } = checkGrid(grid);
  const fault = carryFaultOf(book, options.unitName);
  if (fault) return fault;
  const wrong = result.findings.filter(({ severity, withinRounding }) => severity === "error" && !withinRounding);
  const unsound = new Set(wrong.flatMap(({ cells }) => cells.map(cellKey)));
  const looks = await from.readLooks(carriedNames(book));
  const { sheets, items } = carryOn({ book, grid, looks, unsound }, inUse);
  return { sheets, items, parameters: parametersFor(sheets, inUse, options.parameters, book) };
}

/** 情况说明参数 for the planned sheets, with last year's figures where there are any. */
function parametersFor(
  sheets: readonly SheetPlan[],
  inUse: readonly string[],
  isWanted: boolean,
  prior: AccountBook | undefined,
): SheetContent | undefined {
  if (!isWanted) return undefined;
  const book = readBook({ sheets: sheets.map(asGrid) });
  const known = new Map<string, ParameterValue>();
  for (const [subject, quantity] of prior ? priorYearFromBook(prior, book).figures : [])
    if (quantity.kind === "known") known.set(priorKey(subject), { kind: "number", value: quantity.value });
  const sheet = parameterSheet(book, known);
  return inUse.some((name) => name.toLowerCase() === sheet.name.toLowerCase()) ? undefined : sheet;
}

/** A planned sheet as reading sees it once it is there. */
function asGrid({ name, rows, merges }: SheetPlan): SheetGrid {
  return {
    name,
    top: 0,
    left: 0,
    values: rows.map((row) => row.map((cell) => (cell?.isFormula ? (cell.result ?? null) : (cell?.content ?? null)))),
    merges,
  };
}
