import type { TextCell } from "../../model/figure";
import type { GridView, LabelledCell } from "../self-evaluation/grid-view";
import type { HotlineReading } from "./hotline-reading";
import { caseColumns, deductionColumns, managementColumns, rankingColumns } from "./labels";
import { readCases } from "./read-cases";
import { readDeductions } from "./read-deductions";
import { readManagement } from "./read-management";
import { readRanking } from "./read-ranking";

const TITLE = /民生热线|政务(服务)?热线|12345|81890|工单办理|综合管理考核|扣分指标|热线.*(考核|排名)/;
const HEAD_ROWS = 6;

/** Reads a sheet of the hotline's assessment; undefined where it is none. Rates become fractions, however printed. */
export function readHotline(view: GridView): HotlineReading | undefined {
  const head = Array.from({ length: Math.min(view.height, HEAD_ROWS) }, (_, row) => ({ row, cells: view.row(row) }));
  const titled = head.flatMap(({ row, cells }) =>
    cells.filter(({ label }) => TITLE.test(label)).map((c) => ({ row, ...c })),
  );
  const [title] = titled;
  if (!title) return undefined;
  const titleCell = view.textCell(title.row, title.column);
  for (const { row, cells } of head) {
    const found = readAt(view, row, cells, titleCell);
    if (found) return found;
  }
  return undefined;
}

function readAt(
  view: GridView,
  row: number,
  cells: readonly LabelledCell[],
  title: TextCell,
): HotlineReading | undefined {
  const ranking = rankingColumns(cells);
  if (ranking.has("unit") && (ranking.has("overall") || ranking.has("management")) && ranking.has("workOrders"))
    return readRanking(view, row, cells, title);
  const cases = caseColumns(cells);
  const rated = ["serviceRate", "overdue", "shirkedOnce", "returnedOnce", "satisfaction"] as const;
  if (cases.has("unit") && cases.has("cases") && rated.filter((key) => cases.has(key)).length >= 2)
    return readCases(view, row, cases, title);
  const deductions = deductionColumns(withGroups(view, row, cells));
  if (deductions.has("unit") && deductions.has("total") && deductions.size >= 5)
    return readDeductions(view, row, deductions, title);
  const management = managementColumns(cells);
  const needed = ["unit", "item", "full", "score"] as const;
  return needed.every((key) => management.has(key)) ? readManagement(view, row, management, title) : undefined;
}

/** The cells of a header row, and above its gaps those of the row before: 单位 and 合计 reach down over two rows. */
function withGroups(view: GridView, row: number, cells: readonly LabelledCell[]): readonly LabelledCell[] {
  const above = row > 0 ? view.row(row - 1) : [];
  return [...cells, ...above.filter(({ column }) => !cells.some((cell) => cell.column === column))];
}
