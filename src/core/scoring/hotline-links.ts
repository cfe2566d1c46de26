import { normaliseLabel } from "../glossary/normalise";
import type { Figure, TextCell } from "../model/figure";
import type { CaseSheet, DeductionSheet, HotlineSheet, ManagementSheet, RankingSheet } from "../model/hotline";

/** 考核期 as numbers; `month` and `quarter` are absent where it is a whole year's. */
interface Period {
  readonly year: number;
  readonly month?: number;
  readonly quarter?: number;
}

/** "2023年4月" → 2023, month 4; "2023年第二季度" → 2023, quarter 2. */
function periodOf(period: string | undefined): Period | undefined {
  const [, year, month, quarter] = /(20\d\d)年(?:(\d{1,2})月|第?([一二三四1-4])季度)?/.exec(period ?? "") ?? [];
  if (year === undefined) return undefined;
  return {
    year: Number(year),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(quarter === undefined ? {} : { quarter: "一二三四".indexOf(quarter) + 1 || Number(quarter) }),
  };
}

const isSame = (a: Period | undefined, b: Period | undefined): boolean =>
  a !== undefined && b !== undefined && a.year === b.year && a.month === b.month && a.quarter === b.quarter;

function ofKind<S extends HotlineSheet>(sheets: readonly HotlineSheet[], kind: S["kind"]): readonly S[] {
  return sheets.filter((sheet): sheet is S => sheet.kind === kind);
}

/** The sheet of the same 考核期; where one has none, the only one beside the only other. */
function partnerOf<S extends HotlineSheet>(
  sheets: readonly HotlineSheet[],
  own: HotlineSheet,
  kind: S["kind"],
): S | undefined {
  const others = ofKind<S>(sheets, kind);
  const period = periodOf(own.period);
  const same = others.filter((other) => isSame(period, periodOf(other.period)));
  if (same.length > 0) return same.length === 1 ? same[0] : undefined;
  const [only, ...more] = others;
  const isAlone = more.length === 0 && ofKind(sheets, own.kind).length === 1;
  return isAlone && !(period && periodOf(only?.period)) ? only : undefined;
}

const sameUnit = (a: TextCell, b: TextCell): boolean => normaliseLabel(a.text) === normaliseLabel(b.text);

/** 合计扣分 of a unit in 扣分指标 of the same month. */
export function deductionFor(sheets: readonly HotlineSheet[], cases: CaseSheet, unit: TextCell): Figure | undefined {
  const partner = partnerOf<DeductionSheet>(sheets, cases, "RX4");
  return partner?.rows.find((row) => sameUnit(row.unit, unit))?.total;
}

/** 工单办理考核得分 of a unit in one of the months of 排名, from the month's own sheet. */
export function monthScoreFor(
  sheets: readonly HotlineSheet[],
  ranking: RankingSheet,
  month: number | undefined,
  unit: TextCell,
): Figure | undefined {
  const year = periodOf(ranking.period)?.year;
  const months = ofKind<CaseSheet>(sheets, "RX1").filter(({ period }) => {
    const own = periodOf(period);
    return own !== undefined && own.month === month && (year === undefined || own.year === year);
  });
  if (month === undefined || months.length !== 1) return undefined;
  return months[0]?.rows.find((row) => sameUnit(row.unit, unit))?.figures.get("total");
}

/** 综合管理考核 of a unit in all, from the sheet of the same quarter. */
export function managementFor(
  sheets: readonly HotlineSheet[],
  ranking: RankingSheet,
  unit: TextCell,
): Figure | undefined {
  const partner = partnerOf<ManagementSheet>(sheets, ranking, "RX2");
  return partner?.totals.find((total) => sameUnit(total.unit, unit))?.score;
}
