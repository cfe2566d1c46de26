import { normaliseLabel } from "../../glossary/normalise";
import type { ReadingNote } from "../../model/book";
import { a1, type CellAddress } from "../../model/cell";
import { amount, HUNDRED, sum } from "../../model/amount";
import type { Figure, TextCell } from "../../model/figure";
import type { FormTotal, Indicator, IndicatorValue, SectionKey } from "../../model/form";
import type { FormRows } from "./find-forms";
import type { GridView, LabelledCell } from "./grid-view";
import { indicatorHeaderAt } from "./indicator-header";
import {
  gradeIn,
  isFormTitle,
  isLowScoreLabel,
  isNoteLabel,
  isSubtotalLabel,
  isTotalLabel,
  managementHeader,
  sectionOf,
  sectionOfLevel2,
  totalInLine,
  type IndicatorColumn,
  type ManagementColumn,
} from "./labels";
import { isSign, joinParts, parseIndicatorValue } from "./parse-value";
import { weightsInPoints } from "./percent-weights";

/** The indicator table of a form: its rows, its 总分 rows, the cells of 一级指标 (weights may be printed in them). */
export interface IndicatorsReading {
  readonly indicators: readonly Indicator[];
  readonly totals: readonly FormTotal[];
  /** Whether a header names 分值 or 得分 at all. */
  readonly isScored: boolean;
  readonly level1Cells: readonly TextCell[];
  /** Cells of the header rows left of 一级指标: the side label may print a weight (年度绩效指标(90分)). */
  readonly sideCells: readonly TextCell[];
  readonly notes: readonly ReadingNote[];
}

type Columns = ReadonlyMap<IndicatorColumn, number>;

/**
 * Reads the indicator table. 一级 and 二级指标 are carried down where blank or merged; header rows repeated in the
 * middle are passed over (and may move the columns); notes end the table until the next header.
 */
export function readIndicators(view: GridView, rows: FormRows): IndicatorsReading {
  const reader = new IndicatorReader(view);
  for (let row = rows.start; row < rows.end; row++) {
    const header = indicatorHeaderAt(view, row);
    const management = header ? undefined : managementHeader(view.row(row));
    if (header) {
      reader.useHeader(row, header.columns);
      row += header.rows - 1;
    } else if (management) {
      reader.useManagement(row, management);
    } else {
      reader.readRow(row);
    }
  }
  return reader.reading();
}

class IndicatorReader {
  readonly indicators: Indicator[] = [];
  readonly totals: FormTotal[] = [];
  private readonly lines: (FormTotal & { readonly score: Figure })[] = [];
  readonly level1Cells: TextCell[] = [];
  readonly sideCells: TextCell[] = [];
  readonly notes: ReadingNote[] = [];
  private columns: Columns | undefined;
  private closed = true;
  private level1 = "";
  private level2 = "";
  private level2Cell: TextCell | undefined;
  private isScored = false;
  private management: ReadonlyMap<ManagementColumn, number> | undefined;

  constructor(private readonly view: GridView) {}

  /** What was read. A row of 合计 of the indicators alone is no 总分; a line that repeats the 总分 is not a second one. */
  reading(): IndicatorsReading {
    const all = sum(this.indicators.map(({ weight }) => weight.value));
    const rows = this.totals.filter(
      ({ weight }) =>
        this.totals.length === 1 || weight?.kind !== "amount" || weight.value.eq(HUNDRED) || !weight.value.eq(all),
    );
    const lines = this.lines.filter((line) => !rows.some(({ score }) => score?.value.eq(line.score.value)));
    const { level1Cells, sideCells, notes } = this;
    const { isScored } = this;
    return { ...weightsInPoints(this.indicators, [...rows, ...lines]), isScored, level1Cells, sideCells, notes };
  }

  /** The header of scored lines on how the funds were managed. */
  useManagement(row: number, columns: ReadonlyMap<ManagementColumn, number>): void {
    this.management = columns;
    this.level1 = this.view.row(row)[0]?.label ?? "";
  }

  useHeader(row: number, columns: Columns): void {
    this.management = undefined;
    this.level1 = "";
    this.columns = columns;
    this.isScored ||= columns.has("weight") || columns.has("score");
    this.closed = false;
    const first = Math.min(...columns.values());
    for (const { column } of this.view.row(row)) {
      if (column < first) this.sideCells.push(this.view.textCell(row, column));
    }
  }

  readRow(row: number): void {
    const cells = this.view.row(row);
    const first = cells[0];
    if (first === undefined || this.readLine(row, first)) return;
    if (this.management && this.readManagement(row, this.management)) return;
    this.management = undefined;
    if (!this.columns) {
      this.readHeadScore(row, cells);
      return;
    }
    const total = cells.slice(0, 3).find(({ label }) => isTotalLabel(label));
    // Inside the table an empty row of 总分 is one that is not filled in yet.
    if (total && (!this.closed || cells.some(({ column }) => column > total.column))) {
      this.totals.push(this.readTotal(row, total.column, this.columns));
      return;
    }
    if (isNoteLabel(first.label) || isLowScoreLabel(first.label)) this.closed = true;
    if (
      this.closed ||
      total ||
      this.isSubtotal(row, cells, this.columns) ||
      (cells.length <= 2 && isFormTitle(first.label))
    )
      return;
    this.readIndicator(row, this.columns);
  }

  /** A line of 资金管理情况: its name stands left of what it says, which takes the place of the actual. */
  private readManagement(row: number, columns: ReadonlyMap<ManagementColumn, number>): boolean {
    const at = (column: ManagementColumn): number => columns.get(column) ?? this.view.width;
    const label = this.view
      .row(row)
      .filter(({ column }) => column < at("state"))
      .at(-1);
    const weight = this.view.figure(row, at("weight"), "分");
    const score = this.view.figure(row, at("score"), "分");
    if (label === undefined || (weight.kind === "blank" && score.kind === "blank")) return false;
    const name = this.view.textCell(row, label.column);
    const reasonAt = columns.get("reason");
    this.indicators.push({
      section: "management",
      level1: this.level1,
      level2: "",
      name,
      target: { cell: name.cell, raw: "", kind: "blank" },
      actual: { cell: this.view.address(row, at("state")), raw: this.view.text(row, at("state")), kind: "words" },
      weight,
      score,
      ...(reasonAt === undefined ? {} : { reason: this.view.textCell(row, reasonAt) }),
      row: name.cell.row,
    });
    return true;
  }

  /** A line of text that states the total (自评得分：98.5分 自评等级：优). */
  private readLine(row: number, { column, label }: LabelledCell): boolean {
    const printed = totalInLine(label);
    if (printed === undefined) return false;
    const score: Figure = { ...this.view.figure(row, column, "分"), kind: "amount", value: amount(printed) };
    this.lines.push({ label: this.view.textCell(row, column), score, ...this.gradeOn(row, column) });
    return true;
  }

  /** A score printed above the table (自评得分 | 98.5 | 自评等级 | 优); 合计 up there is of the funds. */
  private readHeadScore(row: number, cells: readonly LabelledCell[]): void {
    const at = cells.findIndex(({ label }) => isTotalLabel(label) && /总分|得分/.test(label));
    const [label, next] = [cells[at], cells[at + 1]];
    if (label === undefined || next === undefined) return;
    const score = this.view.figure(row, next.column, "分");
    if (score.kind === "amount") {
      this.lines.push({ label: this.view.textCell(row, label.column), score, ...this.gradeOn(row, label.column) });
    }
  }

  private isSubtotal(row: number, cells: readonly LabelledCell[], columns: Columns): boolean {
    const empty = (["target", "actual"] as const).every((column) => {
      const at = columns.get(column);
      return at === undefined || this.view.text(row, at) === "";
    });
    return empty && cells.slice(0, 3).some(({ label }) => isSubtotalLabel(label));
  }

  /** The grade a row states from its label on: in a cell of its own (优), or behind the score (98.6分（优）). */
  private gradeOn(row: number, from: number): { readonly grade?: TextCell } {
    for (const { column, label } of this.view.row(row)) {
      const text = column < from ? undefined : gradeIn(label);
      if (text !== undefined) return { grade: { cell: this.view.address(row, column), text } };
    }
    return {};
  }

  /** The score stands under 得分, or, where 分值 and 得分 are merged or shifted, is the row's only number. */
  private readTotal(row: number, labelColumn: number, columns: Columns): FormTotal {
    return { ...this.totalFigures(row, labelColumn, columns), ...this.gradeOn(row, labelColumn + 1) };
  }

  private totalFigures(row: number, labelColumn: number, columns: Columns): FormTotal {
    const label = this.view.textCell(row, labelColumn);
    const scoreAt = this.ownColumn(row, columns.get("score"), labelColumn);
    const printedWeight = this.ownColumn(row, columns.get("weight"), labelColumn);
    // 分值 and 得分 merged in this row: the one cell holds the score.
    const weightAt = printedWeight === scoreAt && columns.get("weight") !== scoreAt ? undefined : printedWeight;
    const weight = weightAt === undefined ? undefined : this.view.figure(row, weightAt, "分");
    const score = scoreAt === undefined ? undefined : this.view.figure(row, scoreAt, "分");
    const beyond = weight?.kind === "blank" ? this.shiftedScore(row, scoreAt, score) : undefined;
    if (beyond && score) return { label, weight: score, score: beyond };
    if (score && score.kind !== "blank") return { label, ...(weight ? { weight } : {}), score };
    const numbers = this.view
      .row(row)
      .filter(({ column }) => column > labelColumn)
      .map(({ column }) => ({ column, figure: this.view.figure(row, column, "分") }))
      .filter(({ figure }) => figure.kind === "amount");
    const only = numbers.length === 1 ? numbers[0] : numbers.find(({ column }) => column !== weightAt);
    if (only === undefined) return { label, ...(weight ? { weight } : {}), ...(score ? { score } : {}) };
    const merged = scoreAt !== undefined && this.view.lastMergedColumn(row, only.column) >= scoreAt;
    const isWeight = only.column === weightAt && !merged && only.figure.value.eq(100);
    if (isWeight) return { label, ...(weight ? { weight } : {}), ...(score ? { score } : {}) };
    return only.column === weightAt || !weight ? { label, score: only.figure } : { label, weight, score: only.figure };
  }

  /** Where 100 stands under 得分 and a score right of it, the row is shifted by one: 100 is the weight. */
  private shiftedScore(row: number, scoreAt: number | undefined, score: Figure | undefined): Figure | undefined {
    if (scoreAt === undefined || score?.kind !== "amount" || !score.value.eq(100)) return undefined;
    const next = this.view.figure(row, scoreAt + 1, "分");
    return next.kind === "amount" && next.value.lte(100) ? next : undefined;
  }

  /** The column whose cell shows at a column of the row: the first one of a merged area; undefined where the label's own
   *  area reaches there. */
  private ownColumn(row: number, column: number | undefined, labelColumn: number): number | undefined {
    if (column === undefined || this.view.text(row, column) !== "") return column;
    const at = this.view.firstMergedColumn(row, column);
    return at <= labelColumn ? undefined : at;
  }

  private readIndicator(row: number, columns: Columns): void {
    const text = (column: IndicatorColumn): string => {
      const at = columns.get(column);
      return at === undefined ? "" : this.view.text(row, at).replace(/\s*\n\s*/g, "");
    };
    const figureOf = (column: IndicatorColumn): Figure => this.figureAt(row, columns.get(column));
    this.carry(row, text("level1"), text("level2"), columns);
    const weight = figureOf("weight");
    const score = figureOf("score");
    const target = this.value(row, columns, "target");
    const actual = this.value(row, columns, "actual");
    const figures =
      (columns.has("weight") && weight.kind !== "blank") || (columns.has("score") && score.kind !== "blank");
    const name = this.nameCell(row, columns);
    if (!figures && target.kind === "blank" && actual.kind === "blank") {
      // Where scores are given for a group at a time, its further lines have none of their own.
      if (columns.has("weight") && !/^(?:|[.…·—/-]+|无|指标\d*[:：]?[.…·/]*)$/.test(name.text)) {
        this.note("indicatorEmpty", name.cell, `“${name.text}”没有指标值、分值和得分，未作为指标`);
      }
      return;
    }
    for (const value of [target, actual]) {
      if (value.kind === "unclear") {
        this.note("valueUnclear", value.cell, `“${value.raw}”${value.note ?? "未能识别"}`);
      }
    }
    const reason = this.reasonCell(row, columns);
    this.indicators.push({
      section: this.section(),
      level1: this.level1,
      level2: this.level2,
      ...(this.level2Cell ? { level2Cell: this.level2Cell } : {}),
      name,
      target,
      actual,
      weight,
      score,
      ...(reason ? { reason } : {}),
      row: name.cell.row,
    });
  }

  private section(): SectionKey | undefined {
    const label = normaliseLabel(this.level1);
    return label === "" ? sectionOfLevel2(normaliseLabel(this.level2)) : sectionOf(label);
  }

  private carry(row: number, level1: string, level2: string, columns: Columns): void {
    const at = columns.get("level1");
    if (level1 !== "") {
      if (level1 !== this.level1) {
        this.level2 = "";
        this.level2Cell = undefined;
      }
      this.level1 = level1;
      if (at !== undefined) this.level1Cells.push(this.view.textCell(row, at));
    }
    const at2 = columns.get("level2");
    if (level2 !== "" && at2 !== undefined && (level2 !== this.level2 || level1 !== "")) {
      this.level2Cell = this.view.textCell(row, at2);
    }
    if (level2 !== "") this.level2 = level2;
  }

  /** The cell of 三级指标; of the lowest level printed on the row where the form has no such column. */
  private nameCell(row: number, columns: Columns): TextCell {
    const at = columns.get("name") ?? columns.get("level2") ?? columns.get("level1") ?? 0;
    const cell = this.view.textCell(row, at);
    return { ...cell, text: cell.text.replace(/\s*\n\s*/g, "") };
  }

  private value(row: number, columns: Columns, column: "target" | "actual"): IndicatorValue {
    const adjusted = column === "target" ? columns.get("adjusted") : undefined;
    const useAdjusted = adjusted !== undefined && !/^[-/—]*$/.test(this.view.text(row, adjusted));
    const at = useAdjusted ? adjusted : columns.get(column);
    if (at === undefined) return { cell: this.view.address(row, 0), raw: "", kind: "blank" };
    const cell = this.view.address(row, at);
    const printed = this.view.value(row, at);
    if (isSign(this.view.text(row, at))) return this.signedValue(row, at, columns);
    const unitAt = columns.get("unit");
    const operatorAt = columns.get("operator");
    const unit = unitAt === undefined ? "" : this.view.text(row, unitAt);
    const operator = operatorAt === undefined || column === "actual" ? "" : this.view.text(row, operatorAt);
    const joined = joinParts(operator, printed, unit);
    return parseIndicatorValue(cell, joined);
  }

  /** A sign, its number and its unit in cells of their own under one merged header. */
  private signedValue(row: number, at: number, columns: Columns): IndicatorValue {
    const next = Math.min(this.view.width, ...[...columns.values()].filter((column) => column > at));
    const parts: string[] = [];
    for (let column = at; column < next; column++) parts.push(this.view.text(row, column));
    const raw = parts.join("");
    return { ...parseIndicatorValue(this.view.address(row, at), raw), raw };
  }

  private reasonCell(row: number, columns: Columns): TextCell | undefined {
    const at = columns.get("reason");
    return at === undefined ? undefined : this.view.textCell(this.view.topRow(row, at), at);
  }

  private figureAt(row: number, column: number | undefined): Figure {
    return column === undefined ? this.view.absentFigure(row) : this.view.figure(row, column, "分");
  }

  private note(code: string, cell: CellAddress, message: string): void {
    this.notes.push({ code, message: `${this.view.name} ${a1(cell)} ${message}`, sheet: this.view.name, cell });
  }
}
