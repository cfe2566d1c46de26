import { normaliseLabel } from "../../glossary/normalise";
import { printedPoints, withoutPoints } from "../../glossary/printed-points";
import type { ReadingNote } from "../../model/book";
import { a1, type CellAddress } from "../../model/cell";
import type { Figure, TextCell } from "../../model/figure";
import type { IndicatorValue } from "../../model/form";
import type { ScoreNode, ScoreTable, ScoreTotal } from "../../model/score-table";
import type { GridView } from "../self-evaluation/grid-view";
import { type LabelledCell } from "../self-evaluation/grid-view";
import { gradeIn, isNoteLabel, PROJECT_NAME, sectionOf } from "../self-evaluation/labels";
import { parseIndicatorValue } from "../self-evaluation/parse-value";
import { yearIn } from "../self-evaluation/read-head";
import type { ScoreTablePlace } from "./recognise-score-table";
import { scoreHeaderAt, type ScoreColumns } from "./score-header";

export interface ScoreTableReading {
  readonly table: ScoreTable;
  readonly notes: readonly ReadingNote[];
}

const TOTAL = /^(自评|评价|综合|复核)*(总分|合计|总计|总得分|得分(分值|合计)?|综合得分|得分分值)(\(.*\))?:?$/;
const GRADE_LABEL = /^(自评|评价|绩效|综合)*(等级|等次)(\(.*\))?:?/;
const SUBTOTAL = /^(分项|本项)?小计$/;
const NOTHING = /^[-—_/\s]*$/;

/** A node while its children are still being added. */
type OpenNode = { -readonly [K in keyof ScoreNode]: ScoreNode[K] } & { children: OpenNode[] };

/** Reads the score table that stands at a place of its sheet. Points are plain numbers; nothing is converted. */
export function readScoreTable(
  view: GridView,
  { kind, headerRow, bodyRow, columns }: ScoreTablePlace,
): ScoreTableReading {
  const body = new Body(view);
  body.useColumns(columns);
  for (let row = bodyRow; row < view.height; row++) {
    const header = scoreHeaderAt(view, row);
    if (header) {
      body.useColumns(header.columns);
      row += header.rows - 1;
    } else body.readRow(row);
  }
  const head = readHead(view, headerRow);
  const total = body.total ?? head.total;
  const grade = body.grade ?? head.grade;
  const table: ScoreTable = {
    kind,
    sheet: view.name,
    index: 0,
    ...head.about,
    roots: body.roots,
    ...(total ? { total } : {}),
    ...(grade ? { grade } : {}),
    remarks: [...head.remarks, ...body.remarks],
    hasScores: body.hasScores,
    hasReasons: body.hasReasons,
  };
  return { table, notes: body.notes };
}

/** The lines below the header, as a tree. */
class Body {
  readonly roots: OpenNode[] = [];
  readonly notes: ReadingNote[] = [];
  readonly remarks: TextCell[] = [];
  total: ScoreTotal | undefined;
  grade: TextCell | undefined;
  hasScores = false;
  hasReasons = false;
  private columns: ScoreColumns | undefined;
  private path: OpenNode[] = [];
  /** Below the total nothing is scored until another header begins. */
  private isClosed = false;

  constructor(private readonly view: GridView) {}

  useColumns(columns: ScoreColumns): void {
    this.columns = columns;
    this.isClosed = false;
    this.hasScores ||= columns.scores.size > 0;
    this.hasReasons ||= columns.reason !== undefined;
  }

  readRow(row: number): void {
    const { columns } = this;
    const cells = this.view.row(row);
    const [first] = cells;
    if (!columns || !first) return;
    if (isRemark(cells)) {
      this.remarks.push(this.view.textCell(row, first.column));
      return;
    }
    const label = cells.find(({ label: text }) => TOTAL.test(text));
    const subtotal = cells.find(({ label: text }) => SUBTOTAL.test(text));
    if (subtotal) this.readSubtotal(row, subtotal, columns);
    else if (label) this.readTotal(row, label, columns);
    else if (GRADE_LABEL.test(first.label)) this.grade ??= gradeOn(this.view, row);
    else if (!this.isClosed && !isNoteLabel(first.label)) this.readLine(row, columns);
  }

  /** 小计 below the lines of a level: the level's own figures, where its name has none. */
  private readSubtotal(row: number, { column }: LabelledCell, columns: ScoreColumns): void {
    const at = [...columns.levels].find(([, where]) => where === column)?.[0] ?? 1;
    const owner = this.path.find(({ level }) => level === Math.max(1, at - 1));
    if (!owner) return;
    const figure = (of: ReadonlyMap<number, number>): Figure | undefined => {
      const where = of.get(owner.level) ?? of.get(0);
      const found = where === undefined ? undefined : this.view.figure(row, where, "分");
      return found?.kind === "amount" ? found : undefined;
    };
    const [weight, score] = [figure(columns.weights), figure(columns.scores)];
    if (weight && owner.weight?.kind !== "amount") owner.weight = weight;
    if (score && owner.score?.kind !== "amount") owner.score = score;
  }

  private readLine(row: number, columns: ScoreColumns): void {
    const begun = [...columns.levels].sort(([a], [b]) => a - b).filter(([level, at]) => this.begins(row, level, at));
    if (begun.length === 0) {
      this.noteLost(row, columns);
      return;
    }
    for (const [level, at] of begun) {
      const node = this.nodeAt(row, level, at, columns, level === begun.at(-1)?.[0]);
      this.path = this.path.filter((open) => open.level < level);
      if (!node) continue;
      (this.path.at(-1)?.children ?? this.roots).push(node);
      this.path.push(node);
    }
  }

  /** Whether a cell of a level begins a line of that level: it holds a text, and not just that of the line above it
   *  (levels above the lowest are often repeated on every row). */
  private begins(row: number, level: number, at: number): boolean {
    const text = this.view.text(row, at);
    if (NOTHING.test(text)) return false;
    const open = this.path.find((node) => node.level === level);
    const isLowest = !this.path.some((node) => node.level > level);
    if (!open || isLowest) return true;
    const same = normaliseLabel(this.view.text(open.name.cell.row - this.rowShift, at)) === normaliseLabel(text);
    return !same || this.changedAbove(row, level);
  }

  /** Whether a level above begins anew on the row: then what stands below it does too. */
  private changedAbove(row: number, level: number): boolean {
    return this.path.some(({ level: other, name }) => {
      const at = this.columns?.levels.get(other);
      if (other >= level || at === undefined) return false;
      const text = this.view.text(row, at);
      return text !== "" && normaliseLabel(this.view.text(name.cell.row - this.rowShift, at)) !== normaliseLabel(text);
    });
  }

  private get rowShift(): number {
    return this.view.address(0, 0).row;
  }

  private nodeAt(row: number, level: number, at: number, columns: ScoreColumns, isLast: boolean): OpenNode | undefined {
    const cell = this.view.textCell(row, at);
    const bracket = this.bracketOf(row, at);
    const printed = this.figureOf(row, columns.weights, level, isLast);
    const weight = printed?.kind === "blank" ? (bracket ?? printed) : (printed ?? bracket);
    const score = this.figureOf(row, columns.scores, level, isLast);
    if (isLast && score?.kind === "blank" && /可选/.test(cell.text)) {
      this.noteUnchosen(cell);
      return undefined;
    }
    const node: OpenNode = {
      level,
      name: { ...cell, text: withoutPoints(cell.text).replace(/\s+/g, "") },
      ...(weight ? { weight } : {}),
      ...(score ? { score } : {}),
      children: [],
    };
    if (!isLast) return node;
    const textAt = (column: number | undefined): TextCell | undefined =>
      column === undefined ? undefined : this.view.textCell(row, column);
    const reason = textAt(columns.reason);
    const criteria = textAt(columns.criteria);
    const indicator = this.indicatorOf(row, node, columns);
    return {
      ...node,
      ...(indicator ? { indicator } : {}),
      ...(reason ? { reason } : {}),
      ...(criteria ? { criteria } : {}),
    };
  }

  /** One of several indicators to choose from (可选项) that was not: its weight stands in the form for all of them. */
  private noteUnchosen({ cell, text }: TextCell): void {
    const message = `${this.view.name} ${a1(cell)}“${text}”为可选项且没有得分，未计入`;
    this.notes.push({ code: "optionNotChosen", message, sheet: this.view.name, cell });
  }

  /** A level's own figure: in the column of its level, or in the one column of all where the line is the row's last. */
  private figureOf(
    row: number,
    columns: ReadonlyMap<number, number>,
    level: number,
    isLast: boolean,
  ): Figure | undefined {
    const at = columns.get(level) ?? (isLast ? (columns.get(0) ?? this.orphanColumn(columns, level)) : undefined);
    if (at === undefined) return undefined;
    const figure = this.view.figure(row, at, "分");
    return figure;
  }

  /** Where each level has a column but a line ends above the lowest one, its figure may stand under that. */
  private orphanColumn(columns: ReadonlyMap<number, number>, level: number): number | undefined {
    return [...columns].find(([owner]) => owner > level)?.[1];
  }

  /** The weight in the bracket of a label, as a figure of the label's cell. */
  private bracketOf(row: number, at: number): Figure | undefined {
    const printed = printedPoints(this.view.text(row, at));
    if (printed === undefined || !/分|[（(]/.test(this.view.text(row, at))) return undefined;
    return { ...this.view.figure(row, at, "分"), kind: "amount", value: printed, inLabel: true };
  }

  private indicatorOf(row: number, node: OpenNode, columns: ScoreColumns): ScoreNode["indicator"] {
    const { target, actual } = columns;
    if (target === undefined && actual === undefined) return undefined;
    const valueAt = (column: number | undefined): IndicatorValue =>
      column === undefined
        ? { cell: node.name.cell, raw: "", kind: "blank" }
        : parseIndicatorValue(this.view.address(row, column), this.view.value(row, column));
    const names = [...this.path.filter(({ level }) => level < node.level), node].map(({ name }) => name.text);
    return {
      section: names.map((name) => sectionOf(normaliseLabel(name))).find((section) => section !== undefined),
      level1: names[0] ?? "",
      level2: names.slice(1, -1).join(""),
      name: node.name,
      target: valueAt(target),
      actual: valueAt(actual),
      weight: node.weight ?? this.view.absentFigure(row),
      score: node.score ?? this.view.absentFigure(row),
      row: node.name.cell.row,
    };
  }

  private readTotal(row: number, { column }: LabelledCell, columns: ScoreColumns): void {
    const label = this.view.textCell(row, column);
    const at = (of: ReadonlyMap<number, number>): number | undefined => of.get(0) ?? Math.max(...of.values());
    const own = (of: ReadonlyMap<number, number>): number | undefined => {
      const from = of.size === 0 ? undefined : at(of);
      const first = from === undefined ? undefined : this.view.firstMergedColumn(row, from);
      return first === undefined || first <= column ? undefined : this.view.text(row, from ?? 0) === "" ? first : from;
    };
    const weightAt = own(columns.weights);
    const scoreAt = own(columns.scores);
    const figure = (where: number | undefined): Figure | undefined =>
      where === undefined ? undefined : this.view.figure(row, where, "分");
    let weight = weightAt === scoreAt ? undefined : figure(weightAt);
    let score = figure(scoreAt);
    const numbers = this.view
      .row(row)
      .filter((cell) => cell.column > column)
      .map((cell) => this.view.figure(row, cell.column, "分"))
      .filter(({ kind }) => kind === "amount");
    const [only] = numbers;
    // The total is often printed once, under 分值 or across both columns.
    if (score?.kind === "blank" && only && numbers.length === 1 && !only.value.eq(100)) {
      score = only;
      weight = undefined;
    }
    if (!weight && !score && only) score = only;
    const found = { label, ...(weight ? { weight } : {}), ...(score ? { score } : {}) };
    if (!this.total || (this.total.score?.kind !== "amount" && score?.kind === "amount")) this.total = found;
    this.grade ??= gradeOn(this.view, row);
    this.path = [];
    this.isClosed = true;
  }

  /** Figures on a row without a name belong to no line: said, never guessed. */
  private noteLost(row: number, columns: ScoreColumns): void {
    const at = [...columns.weights.values(), ...columns.scores.values()].find(
      (column) => this.view.figure(row, column, "分").kind === "amount",
    );
    if (at === undefined) return;
    const cell = this.view.address(row, at);
    const message = `${this.view.name} ${a1(cell)} 有分值或得分而没有指标名称，未计入`;
    this.notes.push({ code: "scoreWithoutName", message, sheet: this.view.name, cell });
  }
}

/** A sentence about the outcome of the evaluation. */
function isRemark(cells: readonly LabelledCell[]): boolean {
  const [first] = cells;
  return (
    first !== undefined &&
    cells.length <= 2 &&
    first.label.length > 8 &&
    /(得分|评分)(为|:)?\d|等级(为|:)/.test(first.label)
  );
}

/** The grade a row states; text "" where the cell beside its label is blank. */
function gradeOn(view: GridView, row: number): TextCell | undefined {
  for (const { column, label } of view.row(row)) {
    const text = gradeIn(label);
    if (text !== undefined) return { cell: view.address(row, column), text };
    const beside = view.lastMergedColumn(row, column) + 1;
    if (GRADE_NAME.test(label) && beside < view.width && view.text(row, beside) === "")
      return { cell: view.address(row, beside), text: "" };
  }
  return undefined;
}

const GRADE_NAME = /^(?:评价|评定|综合|自评)?(?:等级|等次|评级):?$/;

interface Head {
  readonly about: Pick<ScoreTable, "title" | "projectName" | "unitName" | "year">;
  readonly total?: ScoreTotal;
  readonly grade?: TextCell;
  readonly remarks: readonly TextCell[];
}

/** Title, project, unit and what the head states of the outcome (自评总分 | 96, 评价等级 | 优). */
function readHead(view: GridView, headerRow: number): Head {
  let title: TextCell | undefined;
  let projectName: TextCell | undefined;
  let unitName: TextCell | undefined;
  let year: number | undefined;
  let total: ScoreTotal | undefined;
  let grade: TextCell | undefined;
  const remarks: TextCell[] = [];
  for (let row = 0; row < headerRow; row++) {
    const cells = view.row(row);
    if (isRemark(cells)) remarks.push(view.textCell(row, cells[0]?.column ?? 0));
    for (const [at, { column, label }] of cells.entries()) {
      const next = cells[at + 1];
      const beside = next && view.address(row, next.column);
      if (title === undefined && /(表|报告|指标体系)(\(.*\))?$/.test(label)) title = view.textCell(row, column);
      year ??= yearIn(label);
      if (PROJECT_NAME.test(label)) projectName ??= valueOf(view, row, column, next);
      if (/^(项目)?(实施|评价|被评价|承担)?单位(名称)?(:|$)|^部门(名称)?(:|$)/.test(label))
        unitName ??= valueOf(view, row, column, next);
      if (/(总分|得分)(\(.*\))?:?$/.test(label) && next && beside) {
        const score = view.figure(row, next.column, "分");
        if (score.kind === "amount") total ??= { label: view.textCell(row, column), score };
      }
    }
    grade ??= gradeOn(view, row);
  }
  projectName ??= title && nameInTitle(title);
  const about = {
    ...(title ? { title } : {}),
    ...(projectName ? { projectName } : {}),
    ...(unitName ? { unitName } : {}),
    ...(year === undefined ? {} : { year }),
  };
  return { about, ...(total ? { total } : {}), ...(grade ? { grade } : {}), remarks };
}

function valueOf(view: GridView, row: number, column: number, next: LabelledCell | undefined): TextCell | undefined {
  const inline = /[:：]\s*(\S.*)$/s.exec(view.text(row, column))?.[1]?.trim();
  const cell: CellAddress = view.address(row, column);
  if (inline) return { cell, text: inline };
  return next && view.textCell(row, next.column);
}

/** "12345热线呼叫人员外包服务项目支出绩效评价评分表" is about 12345热线呼叫人员外包服务. */
function nameInTitle({ cell, text }: TextCell): TextCell | undefined {
  const name = normaliseLabel(text)
    .replace(/^(附件?\d*[:.、]?)?(20\d\d年度?)?/, "")
    .replace(/(项目)?(支出)?(重点|财政|部门)?绩效(自评|评价).*$|(项目)?评分表$/, "");
  return name === "" ? undefined : { cell, text: name };
}
