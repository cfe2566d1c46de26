import { foldWidth, normaliseLabel } from "../../glossary/normalise";
import { cellNumber, type CellAddress } from "../../model/cell";
import type { Figure, Printing, TextCell } from "../../model/figure";
import type { CellValue, SheetGrid } from "../../model/grid";
import type { MoneyUnit } from "../../model/quantity";
import { readFigure } from "../read-figure";
import { moneyPrinting, PLAIN, POINTS } from "../../units/printing";

/** A cell with text of a row: where it stands, what it says. */
export interface LabelledCell {
  readonly column: number;
  readonly label: string;
}

/**
 * A sheet seen by zero-based rows and columns of its used range; addresses it hands out are sheet coordinates, so a
 * shifted origin is dealt with here and nowhere else.
 */
export class GridView {
  readonly height: number;
  /** The column after the last one looked at. */
  readonly width: number;
  /** The first column looked at. */
  readonly first: number;
  private readonly labels = new Map<number, readonly LabelledCell[]>();
  private covered: ReadonlyMap<number, number> | undefined;

  constructor(
    private readonly sheet: SheetGrid,
    /** Money unit of the workbook, into which figures are converted. */
    readonly bookUnit: MoneyUnit,
    /** Columns looked at, from the first up to, not including, the second; all where undefined. */
    columns?: readonly [from: number, to: number],
  ) {
    this.height = sheet.values.length;
    const widest = sheet.values.reduce((most, row) => Math.max(most, row.length), 0);
    this.first = columns?.[0] ?? 0;
    this.width = Math.min(columns?.[1] ?? widest, widest);
  }

  /** The same sheet with only some of its columns, in the same coordinates. */
  panel(from: number, to: number): GridView {
    return new GridView(this.sheet, this.bookUnit, [from, to]);
  }

  get name(): string {
    return this.sheet.name;
  }

  value(row: number, column: number): CellValue {
    if (column < this.first || column >= this.width) return null;
    return this.sheet.values[row]?.[column] ?? null;
  }

  /** The cell's text, trimmed; "" where empty. */
  text(row: number, column: number): string {
    const value = this.value(row, column);
    return value === null ? "" : String(value).trim();
  }

  address(row: number, column: number): CellAddress {
    return { sheet: this.sheet.name, row: this.sheet.top + row, column: this.sheet.left + column };
  }

  textCell(row: number, column: number): TextCell {
    return { cell: this.address(row, column), text: this.text(row, column) };
  }

  /**
   * Non-empty cells of a row with their normalised labels, left to right. A text repeated in the next cell is left out:
   * some programs write a merged cell's text into each of its cells.
   */
  row(row: number): readonly LabelledCell[] {
    const known = this.labels.get(row);
    if (known) return known;
    const cells: LabelledCell[] = [];
    let left = "";
    for (let column = this.first; column < this.width; column++) {
      const label = normaliseLabel(this.text(row, column));
      const repeats = label === left && !/^[\d.,%-]*$/.test(label);
      if (label !== "" && !repeats) cells.push({ column, label });
      left = label;
    }
    this.labels.set(row, cells);
    return cells;
  }

  /** A figure in money of the given unit, or a plain number (weights, scores, rates). "10分" and "(10分)" are read as 10,
   *  "/" as a dash. */
  figure(row: number, column: number, unit: Printing["unit"]): Figure {
    const value = this.value(row, column);
    const points = typeof value === "string" ? printedAs(value, unit) : undefined;
    const figure = readFigure(
      this.address(row, column),
      points ?? value,
      printingOf(unit, this.bookUnit),
      this.sheet.formulas?.[row]?.[column],
    );
    return points === undefined ? figure : { ...figure, raw: this.text(row, column) };
  }

  /** The row of the cell that shows at this one: the top row of a merged area that reaches down over it. */
  topRow(row: number, column: number): number {
    this.covered ??= coveredCells(this.sheet);
    return this.covered.get(cellNumber(row, column)) ?? row;
  }

  /** What stands for a figure whose column the form does not have: a dash that nobody printed, at the row's first cell. */
  absentFigure(row: number): Figure {
    return { ...this.figure(row, this.width, ""), cell: this.address(row, this.first), kind: "dash" };
  }

  /** The column of the cell that shows at this one: the first column of a merged area that covers it on its row. */
  firstMergedColumn(row: number, column: number): number {
    const at = { row: this.sheet.top + row, column: this.sheet.left + column };
    const area = this.sheet.merges?.find(
      ({ top, left, bottom, right }) => at.row >= top && at.row <= bottom && at.column > left && at.column <= right,
    );
    return area ? area.left - this.sheet.left : column;
  }

  /** The columns a merged area starting at this cell reaches over; the cell's own column where none is known. */
  lastMergedColumn(row: number, column: number): number {
    const top = this.sheet.top + row;
    const left = this.sheet.left + column;
    const area = this.sheet.merges?.find((merge) => merge.top === top && merge.left === left);
    return area ? area.right - this.sheet.left : column;
  }
}

function printingOf(unit: Printing["unit"], bookUnit: MoneyUnit): Printing {
  if (unit === "分") return POINTS;
  return unit === "" ? PLAIN : moneyPrinting(unit, bookUnit);
}

/** Merges taller than this are decoration; nothing may grow with a whole merged column. */
const TALLEST_MERGE = 100;

/** Top rows of the left columns of merged areas, by the cells below them that they cover. */
function coveredCells({ merges = [], top, left }: SheetGrid): ReadonlyMap<number, number> {
  const covered = new Map<number, number>();
  for (const area of merges) {
    const last = Math.min(area.bottom, area.top + TALLEST_MERGE);
    for (let row = area.top + 1; row <= last; row++)
      covered.set(cellNumber(row - top, area.left - left), area.top - top);
  }
  return covered;
}

/** What a text stands for where a figure belongs: a slash is a dash, "10分" are points; undefined for other texts. */
function printedAs(text: string, unit: Printing["unit"]): string | undefined {
  if (/^[/／\\]+$/.test(text.trim())) return "-";
  return unit === "分" || unit === "" ? pointsIn(text) : undefined;
}

/** The number of "10分", "（10）", "(10分)", "10%" or "98.6分（优）"; undefined for other texts. A bracketed weight is no
 *  negative number. */
function pointsIn(text: string): string | undefined {
  const compact = foldWidth(text).replace(/\s+/g, "");
  return (
    /^(\d+(?:\.\d+)?)[分%]?(?:\(?(?:等级:?)?(?:优秀?|良好?|中|差)\)?)?$/.exec(compact)?.[1] ??
    /^\((\d+(?:\.\d+)?)分?\)$/.exec(compact)?.[1]
  );
}
