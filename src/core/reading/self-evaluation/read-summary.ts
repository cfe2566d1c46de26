import { normaliseLabel } from "../../glossary/normalise";
import type { Figure, TextCell } from "../../model/figure";
import type { SelfEvaluationSummary, SummaryRow } from "../../model/form";
import type { GridView } from "./grid-view";
import { indicatorHeaderAt } from "./indicator-header";
import {
  isFormTitle,
  isNoteLabel,
  isSummaryTitle,
  PROJECT_NAME,
  summaryContinuation,
  summaryHeader,
  type SummaryColumn,
} from "./labels";

type Columns = ReadonlyMap<SummaryColumn, number>;

/** Reads a 汇总表; undefined where the sheet has no header of one. Header rows repeated in the middle are passed over;
 *  the unit is carried down where it is merged. */
export function readSummary(view: GridView): SelfEvaluationSummary | undefined {
  const rows: SummaryRow[] = [];
  let title: TextCell | undefined;
  let columns: Columns | undefined;
  let found = false;
  let unit: TextCell | undefined;
  for (let row = 0; row < view.height; row++) {
    const cells = view.row(row);
    const first = cells[0];
    if (first === undefined) continue;
    if (isSummaryTitle(first.label)) title ??= view.textCell(row, first.column);
    const header = summaryHeader(cells, view.row(row + 1));
    if (header) {
      found = true;
      const next = summaryContinuation(view.row(row + 1));
      columns = next ? new Map([...header, ...next]) : header;
      if (next) row++;
    } else if (beginsForm(view, row)) {
      columns = undefined;
    } else if (columns && !isNoteLabel(first.label)) {
      const unitAt = columns.get("unit");
      if (unitAt !== undefined && view.text(row, unitAt) !== "") unit = view.textCell(row, unitAt);
      const read = readRow(view, row, columns, unit);
      if (read) rows.push(read);
    }
  }
  return found ? { sheet: view.name, ...(title ? { title } : {}), rows } : undefined;
}

/** A form below the list ends it. */
function beginsForm(view: GridView, row: number): boolean {
  const first = view.row(row)[0]?.label ?? "";
  return isFormTitle(first) || PROJECT_NAME.test(first) || indicatorHeaderAt(view, row) !== undefined;
}

/** Score and grade of a row; 自评结果 may hold either where it is the only column. */
function resultOf(
  view: GridView,
  row: number,
  columns: Columns,
): { readonly score: Figure; readonly grade?: TextCell } {
  const scoreAt = columns.get("score");
  const gradeAt = columns.get("grade");
  const result = gradeAt === undefined ? undefined : view.figure(row, gradeAt, "分");
  if (scoreAt === undefined && result?.kind === "amount") return { score: result };
  return {
    score: scoreAt === undefined ? view.absentFigure(row) : view.figure(row, scoreAt, "分"),
    ...(gradeAt === undefined ? {} : { grade: view.textCell(row, gradeAt) }),
  };
}

function readRow(
  view: GridView,
  row: number,
  columns: Columns,
  carriedUnit: TextCell | undefined,
): SummaryRow | undefined {
  const cellOf = (column: SummaryColumn): TextCell | undefined => {
    const at = columns.get(column);
    return at === undefined ? undefined : view.textCell(row, at);
  };
  const projectName = cellOf("project");
  if (!projectName || projectName.text === "" || /^(合计|总计|小计|平均分?)$/.test(normaliseLabel(projectName.text)))
    return undefined;
  const unit = carriedUnit ?? cellOf("remark");
  const { score, grade } = resultOf(view, row, columns);
  return {
    projectName,
    score,
    ...(unit && unit.text !== "" ? { unit } : {}),
    ...(grade ? { grade } : {}),
    row: projectName.cell.row,
  };
}
