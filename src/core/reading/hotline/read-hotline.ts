import { normaliseLabel } from "../../glossary/normalise";
import { amount, HUNDRED, ONE } from "../../model/amount";
import type { ReadingNote } from "../../model/book";
import { a1 } from "../../model/cell";
import type { Figure, TextCell } from "../../model/figure";
import {
  CASE_INPUTS,
  CASE_SCORES,
  type CaseColumn,
  type CaseRow,
  type CaseSheet,
  type HotlineSheet,
  type ManagementRow,
  type ManagementSheet,
  type ManagementTotal,
  type RankingRow,
  type RankingSheet,
  type UnitClass,
} from "../../model/hotline";
import { PLAIN } from "../../units/printing";
import { parseNumberText } from "../read-figure";
import type { GridView, LabelledCell } from "../self-evaluation/grid-view";
import { isNoteLabel } from "../self-evaluation/labels";
import { caseColumns, classOf, managementColumns, MONTH, rankingColumns } from "./labels";

export interface HotlineReading {
  readonly sheet: HotlineSheet;
  readonly notes: readonly ReadingNote[];
}

const TITLE = /民生热线|政务(服务)?热线|12345|81890|工单办理|综合管理考核|热线.*(考核|排名)/;
const HEAD_ROWS = 6;
const TOTAL = /^(合计|总计|小计|得分合计|总分)$/;
/** A rate printed as a percentage. */
const PERCENT = { ...PLAIN, scale: amount("0.01") };

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
  const management = managementColumns(cells);
  const needed = ["unit", "item", "full", "score"] as const;
  return needed.every((key) => management.has(key)) ? readManagement(view, row, management, title) : undefined;
}

function readCases(
  view: GridView,
  headerRow: number,
  columns: ReadonlyMap<CaseColumn | "unit" | "class", number>,
  title: TextCell,
): HotlineReading {
  const keys = [...CASE_INPUTS, ...CASE_SCORES].filter((key) => columns.has(key));
  const rows: CaseRow[] = [];
  const notes: ReadingNote[] = [];
  let totals: ReadonlyMap<CaseColumn, Figure> | undefined;
  const figuresOn = (row: number): ReadonlyMap<CaseColumn, Figure> =>
    new Map(
      keys.map((key) => {
        const isRate = key === "serviceRate" || key === "resultRate";
        const figure = view.figure(row, columns.get(key) ?? 0, isRate ? "" : "分");
        return [key, isRate ? rateOf(figure) : figure];
      }),
    );
  for (const { row, unit } of unitRows(view, headerRow, columns.get("unit") ?? 0)) {
    if (unit === "total") totals = figuresOn(row);
    else rows.push({ unit, ...classOn(view, row, columns.get("class")), figures: figuresOn(row) });
  }
  const period = periodIn(view, headerRow);
  const sheet: CaseSheet = {
    kind: "RX1",
    sheet: view.name,
    title,
    ...(period === undefined ? {} : { period }),
    columns: new Set(keys),
    rows,
    ...(totals ? { totals } : {}),
  };
  return { sheet, notes: [...notes, ...missingClasses(view, rows)] };
}

/** Rows below a header that hold a unit, or the total of them all; the notes below end them. */
function unitRows(
  view: GridView,
  headerRow: number,
  unitAt: number,
): readonly { readonly row: number; readonly unit: TextCell | "total" }[] {
  const found: { row: number; unit: TextCell | "total" }[] = [];
  for (let row = headerRow + 1; row < view.height; row++) {
    const cells = view.row(row);
    const [first] = cells;
    if (!first) continue;
    if (cells.some(({ column, label }) => column <= unitAt && TOTAL.test(label))) {
      found.push({ row, unit: "total" });
      continue;
    }
    if (isNoteLabel(first.label) || (cells.length === 1 && first.label.length > 12)) break;
    const unit = view.textCell(row, unitAt);
    if (unit.text !== "" && !/^(单位|\d+)$/.test(unit.text)) found.push({ row, unit });
  }
  return found;
}

function classOn(
  view: GridView,
  row: number,
  at: number | undefined,
): { readonly classCell?: TextCell; readonly unitClass?: UnitClass } {
  if (at === undefined) return {};
  const classCell = view.textCell(view.topRow(row, at), at);
  const unitClass = classOf(normaliseLabel(classCell.text));
  return { classCell, ...(unitClass ? { unitClass } : {}) };
}

function missingClasses(view: GridView, rows: readonly CaseRow[]): readonly ReadingNote[] {
  return rows
    .filter(({ unitClass }) => unitClass === undefined)
    .map(({ unit, classCell }) => {
      const said = classCell && classCell.text !== "" ? `类别“${classCell.text}”未能识别` : "没有类别";
      const cell = classCell?.cell ?? unit.cell;
      const message = `${view.name} ${a1(cell)}“${unit.text}”${said}，承办量得分和名次未核对`;
      return { code: "unitClassMissing", message, sheet: view.name, cell };
    });
}

/** A rate as a fraction: 0.96, 96 and "96%" are one; 1 is all of it. */
function rateOf(figure: Figure): Figure {
  const signed = /^(.*?)[%％]$/.exec(figure.raw)?.[1];
  const value = signed === undefined ? undefined : parseNumberText(signed);
  if (value) return { ...figure, kind: "amount", value: value.div(HUNDRED), printing: PERCENT };
  if (figure.kind !== "amount" || figure.value.lte(ONE)) return figure;
  return { ...figure, value: figure.value.div(HUNDRED), printing: PERCENT };
}

function periodIn(view: GridView, headerRow: number): string | undefined {
  for (let row = 0; row <= headerRow; row++)
    for (const { label } of view.row(row)) {
      const period = /20\d\d年(?:\d{1,2}月|第?[一二三四1-4]季度)?/.exec(label)?.[0];
      if (period !== undefined) return period;
    }
  return undefined;
}

function readManagement(
  view: GridView,
  headerRow: number,
  columns: ReadonlyMap<string, number>,
  title: TextCell,
): HotlineReading {
  const rows: ManagementRow[] = [];
  const totals: ManagementTotal[] = [];
  let unit: TextCell | undefined;
  for (let row = headerRow + 1; row < view.height; row++) {
    const cells = view.row(row);
    const [first] = cells;
    if (!first) continue;
    if (isNoteLabel(first.label)) break;
    const at = (key: string): number => columns.get(key) ?? view.width;
    const named = view.textCell(row, at("unit"));
    if (named.text !== "" && !TOTAL.test(normaliseLabel(named.text))) unit = named;
    if (!unit) continue;
    const score = view.figure(row, at("score"), "分");
    if (cells.some(({ label }) => TOTAL.test(label))) {
      totals.push({ unit, score });
      continue;
    }
    const item = view.textCell(row, at("item"));
    const printed = /^(\d{1,2}\.\d)/.exec(normaliseLabel(view.text(row, at("number")) || item.text))?.[1];
    rows.push({
      unit,
      item,
      ...(printed === undefined ? {} : { itemNumber: printed }),
      full: view.figure(row, at("full"), "分"),
      ...(columns.has("deduction") ? { deduction: view.figure(row, at("deduction"), "分") } : {}),
      score,
    });
  }
  const sheet: ManagementSheet = { kind: "RX2", sheet: view.name, title, rows, totals };
  return { sheet, notes: [] };
}

function readRanking(
  view: GridView,
  headerRow: number,
  header: readonly LabelledCell[],
  title: TextCell,
): HotlineReading {
  const columns = rankingColumns(header);
  const months = header.filter(({ label }) => MONTH.test(label)).map(({ column }) => column);
  const rows = unitRows(view, headerRow, columns.get("unit") ?? 0).flatMap(({ row, unit }): RankingRow[] => {
    if (unit === "total") return [];
    const figure = (key: "workOrders" | "management" | "overall" | "rank" | "previousRank"): object => {
      const at = columns.get(key);
      return at === undefined ? {} : { [key]: view.figure(row, at, "分") };
    };
    const noticeAt = columns.get("notice");
    return [
      {
        unit,
        ...classOn(view, row, columns.get("class")),
        months: months.map((column) => view.figure(row, column, "分")),
        ...figure("workOrders"),
        ...figure("management"),
        ...figure("overall"),
        ...figure("rank"),
        ...figure("previousRank"),
        ...(noticeAt === undefined ? {} : { notice: view.textCell(row, noticeAt) }),
      },
    ];
  });
  const share = header.flatMap(({ column, label }) =>
    column === columns.get("workOrders") ? (/(\d{1,2})%/.exec(label)?.[1] ?? []) : [],
  )[0];
  const sheet: RankingSheet = {
    kind: "RX3",
    sheet: view.name,
    title,
    rows,
    ...(share === undefined ? {} : { workOrderShare: amount(share).div(HUNDRED) }),
    has: { overall: columns.has("overall"), rank: columns.has("rank"), notice: columns.has("notice") },
  };
  return { sheet, notes: [] };
}
