import { normaliseLabel } from "../../glossary/normalise";
import { fundsHeader } from "../self-evaluation/labels";
import type { GridView } from "../self-evaluation/grid-view";
import { findScoreHeader, type ScoreColumns } from "./score-header";

/** Where a score table stands on its sheet, and whose it is. */
export interface ScoreTablePlace {
  readonly kind: "PJ" | "BM";
  readonly headerRow: number;
  /** The first row below the header. */
  readonly bodyRow: number;
  readonly columns: ScoreColumns;
}

const REPORT_TITLE = /绩效评价.*(评分表|得分表|评分情况|指标体系|评价报告|报告)|绩效评价.*评分/;
const WHOLE_DEPARTMENT = /整体(支出|绩效)|(部门|单位)\)?整体/;
/** 一级指标 of an evaluation that no 自评表 has. */
const EVALUATION_LEVEL = /^(项目)?(决策|过程|投入|管理|实施)(情况|管理)?(\(|$)/;

/**
 * Tells a score table of an evaluation (PJ) or of a whole department (BM) by its title and header; undefined for a 自评表
 * and for all else. What calls itself 自评 and states target and actual is a 自评表, unless it was reviewed.
 */
export function scoreTableOn(view: GridView): ScoreTablePlace | undefined {
  const found = findScoreHeader(view);
  if (!found) return undefined;
  const { row: headerRow, bodyRow, columns } = found;
  const above = textsAbove(view, headerRow);
  const isSelf = above.some((text) => /自评/.test(text)) || /自评/.test(view.name);
  const valued = columns.target !== undefined && columns.actual !== undefined;
  if (isSelf && valued && !columns.isReviewed) return undefined;
  const place = { headerRow, bodyRow, columns };
  if (above.some((text) => WHOLE_DEPARTMENT.test(text))) {
    return columns.scores.size > 0 && !valued ? { ...place, kind: "BM" } : undefined;
  }
  const isReport = above.some((text) => REPORT_TITLE.test(text)) && !isSelf;
  const judged =
    columns.isReviewed ||
    columns.criteria !== undefined ||
    columns.levels.has(4) ||
    (columns.weights.size > 1 && !valued) ||
    firstLevelTexts(view, headerRow, columns).some((text) => EVALUATION_LEVEL.test(text));
  if (isReport || judged) return hasFunds(view, headerRow) && !isReport ? undefined : { ...place, kind: "PJ" };
  const plain = valued && columns.weights.size > 0 && columns.scores.size > 0;
  return plain && !isSelf && !hasFunds(view, headerRow) ? { ...place, kind: "PJ" } : undefined;
}

function textsAbove(view: GridView, headerRow: number): readonly string[] {
  return Array.from({ length: headerRow }, (_, row) => view.row(row)).flatMap((cells) =>
    cells.filter(({ label }) => label.length <= 60).map(({ label }) => label),
  );
}

function firstLevelTexts(view: GridView, headerRow: number, columns: ScoreColumns): readonly string[] {
  const at = Math.min(...columns.levels.values());
  const rows = Array.from({ length: view.height - headerRow - 1 }, (_, offset) => headerRow + 1 + offset);
  return rows.map((row) => normaliseLabel(view.text(row, at)));
}

function hasFunds(view: GridView, headerRow: number): boolean {
  return Array.from({ length: headerRow }, (_, row) => view.row(row)).some((cells) => fundsHeader(cells) !== undefined);
}
