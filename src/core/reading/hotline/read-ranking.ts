import { amount, HUNDRED } from "../../model/amount";
import type { TextCell } from "../../model/figure";
import type { RankingRow, RankingSheet } from "../../model/hotline";
import type { GridView, LabelledCell } from "../self-evaluation/grid-view";
import { monthOf, rankingColumns } from "./labels";
import type { HotlineReading } from "./hotline-reading";
import { classOn, periodIn, unitRows } from "./unit-rows";

/** Reads 排名 below its header. */
export function readRanking(
  view: GridView,
  headerRow: number,
  header: readonly LabelledCell[],
  title: TextCell,
): HotlineReading {
  const columns = rankingColumns(header);
  const months = header.flatMap(({ column, label }) => {
    const month = monthOf(label);
    return month === undefined ? [] : [{ column, month }];
  });
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
        months: months.map(({ column }) => view.figure(row, column, "分")),
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
    ...periodIn(view, headerRow),
    rows,
    monthNumbers: months.map(({ month }) => month),
    ...(share === undefined ? {} : { workOrderShare: amount(share).div(HUNDRED) }),
    has: { overall: columns.has("overall"), rank: columns.has("rank"), notice: columns.has("notice") },
  };
  return { sheet, notes: [] };
}
