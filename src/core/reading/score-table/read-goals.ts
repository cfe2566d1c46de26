import type { TextCell } from "../../model/figure";
import type { GoalList } from "../../model/score-table";
import type { GridView, LabelledCell } from "../self-evaluation/grid-view";
import { PROJECT_NAME } from "../self-evaluation/labels";
import { parseIndicatorValue } from "../self-evaluation/parse-value";

const NAME = /^(三级指标|指标内容|指标名称|具体指标)/;
const TARGET = /^(年度)?(指标值|目标值)/;
const SCORED = /分值|权重|得分|评分|完成|实际/;

/** Reads a sheet as 绩效目标表: indicators with what they are to reach and nothing scored; undefined where it is none. */
export function readGoals(view: GridView): GoalList | undefined {
  let projectName: TextCell | undefined;
  for (let row = 0; row < view.height; row++) {
    const cells = view.row(row);
    const at = cells.findIndex(({ label }) => PROJECT_NAME.test(label));
    const next = cells[at + 1];
    if (at >= 0 && next) projectName ??= view.textCell(row, next.column);
    const columns = headerOf(cells);
    if (!columns) continue;
    const rows = Array.from({ length: view.height - row - 1 }, (_, offset) => row + 1 + offset);
    const goals = rows.flatMap((line) => {
      const name = view.textCell(line, columns.name);
      const target = parseIndicatorValue(view.address(line, columns.target), view.value(line, columns.target));
      return name.text === "" || target.kind === "blank" ? [] : [{ name, target }];
    });
    return goals.length === 0 ? undefined : { sheet: view.name, ...(projectName ? { projectName } : {}), goals };
  }
  return undefined;
}

function headerOf(cells: readonly LabelledCell[]): { readonly name: number; readonly target: number } | undefined {
  if (cells.length < 3 || cells.some(({ label }) => SCORED.test(label) || label.length > 20)) return undefined;
  const name = cells.find(({ label }) => NAME.test(label));
  const target = cells.find(({ label }) => TARGET.test(label));
  return name && target ? { name: name.column, target: target.column } : undefined;
}
