import { columnName } from "../../model/cell";
import { SheetBuilder } from "../sheet-builder";
import type { LookName } from "../model";

/** Units that a blank sheet has lines for; more are put in between. */
export const UNITS = 10;
export const ROW_HEIGHT = 22;

/** A list with a title, the period and one header row; the units begin below it. */
export class HotlineList {
  readonly sheet: SheetBuilder;
  readonly first: number;

  constructor(
    readonly name: string,
    title: string,
    period: string | undefined,
    readonly labels: readonly string[],
    private readonly formulas: boolean,
  ) {
    const last = labels.length - 1;
    this.sheet = new SheetBuilder(name, labels.length);
    this.sheet.merge({ top: 0, left: 0, bottom: 0, right: last }, title, "title");
    this.sheet.height(0, 30);
    if (period !== undefined) this.sheet.put(1, 0, period, "edge");
    this.first = period === undefined ? 2 : 3;
    labels.forEach((label, column) => this.sheet.put(this.first - 1, column, label, "head"));
    this.sheet.height(this.first - 1, 48);
  }

  /** A formula of a cell (without "="), blank as long as nothing is typed; the blank cell where no formulas are wanted. */
  live(row: number, column: number, formula: string, look: LookName): void {
    if (this.formulas) this.sheet.formula({ row, column }, `=${formula}`, look, "");
    else this.sheet.put(row, column, null, look);
  }

  /** Rows of a column over all units, absolute in its rows: "H$4:H$13". */
  all(column: number, units = UNITS): string {
    const name = columnName(column);
    return `${name}$${this.first + 1}:${name}$${this.first + units}`;
  }

  /** "'工单办理考核'!$B$4:$B$13" for formulas of other sheets. */
  outside(column: number, units = UNITS): string {
    const name = columnName(column);
    return `'${this.name}'!$${name}$${this.first + 1}:$${name}$${this.first + units}`;
  }

  note(row: number, text: string): void {
    this.sheet.merge({ top: row, left: 0, bottom: row, right: this.labels.length - 1 }, text, "note");
  }
}

/** The place within the class: units of the class with a better score, plus one. */
export function rankFormula(score: string, classes: string, own: string, scores: string): string {
  return `IF(${score}="","",COUNTIFS(${classes},${own},${scores},">"&${score})+1)`;
}

/** A text of another sheet, blank while it is. */
export function takenFormula(cell: string): string {
  return `IF(${cell}="","",${cell})`;
}
