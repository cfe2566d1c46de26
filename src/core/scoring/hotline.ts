import { amount, round, sum, ZERO, type Amount } from "../model/amount";
import type { CaseInput, CaseRow, CaseSheet, UnitClass } from "../model/hotline";
import type { HotlineSettings } from "../model/rule";

/** A score worked out, exact and as printed (two decimals, half up); or why there is none (Chinese). */
export type DueScore = { readonly exact: Amount; readonly printed: Amount } | string;

/** Points of an item and of its two halves, as 计分办法 prints them. */
export const CASE_WEIGHTS = {
  satisfaction: { base: amount(20), span: amount(50) },
  timeliness: amount(6),
  transfers: { full: amount(8), once: amount(4), more: amount(4) },
  revisits: { full: amount(11), once: amount(6), more: amount(5) },
} as const;

export const NO_CASES = "本期无承办工单，不计分不排名";

/** 承办量 brackets: points, and from how many orders a month on; the top one begins above its number. */
const BRACKETS: Readonly<Record<UnitClass, readonly (readonly [points: string, from: number])[]>> = {
  街道: [
    ["4.5", 121],
    ["4", 101],
    ["3.5", 81],
    ["3", 61],
    ["2.5", 41],
    ["2", 1],
  ],
  镇: [
    ["4.5", 61],
    ["4", 51],
    ["3.5", 41],
    ["3", 31],
    ["2.5", 21],
    ["2", 1],
  ],
  部门: [
    ["4.5", 51],
    ["4", 41],
    ["3.5", 31],
    ["3", 21],
    ["2.5", 11],
    ["2", 1],
  ],
};

/** 140 件以上, 70 件以上, 60 件以上: 5 points. */
export const VOLUME_TOP: Readonly<Record<UnitClass, number>> = { 街道: 140, 镇: 70, 部门: 60 };

/** The numbers of orders above which a class has 5 points, 4.5 and so on, half a point less each time: 140, 120 … 40. */
export function volumeLimits(unitClass: UnitClass): readonly number[] {
  return [VOLUME_TOP[unitClass], ...BRACKETS[unitClass].slice(0, -1).map(([, from]) => from - 1)];
}

/** The number in a cell; a blank count is 0, what is no number is unknown. */
export function countOf(row: CaseRow, input: CaseInput): Amount | undefined {
  const figure = row.figures.get(input);
  if (!figure || figure.kind === "invalid") return undefined;
  return figure.value;
}

/** Whether the unit had orders at all: without any nothing is scored. */
export function hasCases(row: CaseRow): boolean {
  return countOf(row, "cases")?.isPositive() === true && !row.figures.get("cases")?.value.isZero();
}

/** Works out what scores follow from the inputs of 工单办理考核, unit by unit. */
export class CaseScores {
  constructor(
    private readonly sheet: CaseSheet,
    private readonly settings: HotlineSettings,
  ) {}

  /** M = 20 + 50 × (服务过程满意率 × 50% + 办理结果满意率 × 50%). */
  satisfaction(row: CaseRow): DueScore {
    if (!hasCases(row)) return this.withoutCases(row);
    const [service, result] = [row.figures.get("serviceRate"), row.figures.get("resultRate")];
    if (service?.kind !== "amount" || result?.kind !== "amount") return "满意率未填，满意度考核得分无法推算";
    const { base, span } = CASE_WEIGHTS.satisfaction;
    return due(base.plus(span.times(service.value.plus(result.value).div(2))));
  }

  /** N = 6 × (100% − 超期 ÷ 承办). */
  timeliness(row: CaseRow): DueScore {
    const [cases, overdue] = [countOf(row, "cases"), countOf(row, "overdue")];
    if (!hasCases(row) || !cases) return this.withoutCases(row);
    if (!overdue) return "超期办理工单数不是数字";
    return due(CASE_WEIGHTS.timeliness.times(amount(1).minus(overdue.div(cases))));
  }

  /** O = 8 − 4 × 一次推诿 ÷ Σ − 4 × 两次推诿 ÷ Σ. */
  transfers(row: CaseRow, pool: HotlineSettings["pool"] = this.settings.pool): DueScore {
    return this.shared(row, CASE_WEIGHTS.transfers, "shirkedOnce", "shirkedMore", pool);
  }

  /** P = 11 − 6 × 一次重办 ÷ Σ − 5 × 两次重办 ÷ Σ. */
  revisits(row: CaseRow, pool: HotlineSettings["pool"] = this.settings.pool): DueScore {
    return this.shared(row, CASE_WEIGHTS.revisits, "returnedOnce", "returnedMore", pool);
  }

  /** Q by bracket; `top` tells whether 以上 takes the number itself in. */
  volume(row: CaseRow, top: HotlineSettings["volumeTop"] = this.settings.volumeTop): DueScore {
    const cases = countOf(row, "cases");
    if (!hasCases(row) || !cases) return this.withoutCases(row);
    const unitClass = this.bracketClass(row);
    if (!unitClass) return "没有类别，承办量得分无法推算";
    const most = VOLUME_TOP[unitClass];
    if (cases.gt(most) || (top === "inclusive" && cases.eq(most))) return due(amount(5));
    const points = BRACKETS[unitClass].find(([, from]) => cases.gte(from))?.[0];
    return points === undefined ? "承办工单数不足 1 件" : due(amount(points));
  }

  /** R = M + N + O + P + Q − 扣分, not below 0, from the parts as printed. */
  total(row: CaseRow): DueScore {
    const parts = [
      this.satisfaction(row),
      this.timeliness(row),
      this.transfers(row),
      this.revisits(row),
      this.volume(row),
    ];
    const blocked = parts.find((part) => typeof part === "string");
    if (typeof blocked === "string") return blocked;
    const deduction = countOf(row, "deduction");
    if (!deduction) return "扣分指标扣分不是数字";
    const byParts = this.settings.rounding === "parts";
    const scores = parts.flatMap((part) => (typeof part === "string" ? [] : byParts ? part.printed : part.exact));
    const exact = sum(scores).minus(capped(deduction, this.settings));
    return due(exact.isNegative() ? ZERO : exact);
  }

  /** The class whose brackets hold for a unit. */
  bracketClass(row: CaseRow): UnitClass | undefined {
    if (this.settings.bracket === "class" || !/街道/.test(row.unit.text)) return row.unitClass;
    return "街道";
  }

  private shared(
    row: CaseRow,
    points: { readonly full: Amount; readonly once: Amount; readonly more: Amount },
    once: CaseInput,
    more: CaseInput,
    pool: HotlineSettings["pool"],
  ): DueScore {
    if (!hasCases(row)) return this.withoutCases(row);
    const others = this.sheet.rows.filter((other) => pool === "all" || other.unitClass === row.unitClass);
    const counts = (of: CaseRow): readonly [Amount, Amount] | undefined => {
      const [first, second] = [countOf(of, once), countOf(of, more)];
      if (!first || !second) return undefined;
      return [this.settings.repeated === "both" ? first.plus(second) : first, second];
    };
    const own = counts(row);
    const all = others.map(counts);
    if (!own || all.some((item) => item === undefined)) return "有单位的件数不是数字，无法推算";
    const totals = [0, 1].map((at) => sum(all.flatMap((item) => item?.[at] ?? [])));
    const share = (at: 0 | 1, most: Amount): Amount => {
      const total = totals[at] ?? ZERO;
      return total.isZero() ? ZERO : most.times(own[at]).div(total);
    };
    return due(points.full.minus(share(0, points.once)).minus(share(1, points.more)));
  }

  private withoutCases(row: CaseRow): string {
    const cases = row.figures.get("cases");
    if (!cases || cases.kind === "blank" || cases.kind === "dash") return "承办工单数未填";
    return cases.kind === "invalid" ? `承办工单数“${cases.raw}”不是数字` : NO_CASES;
  }
}

/** 扣分 as far as it counts: all of it, or up to the cap. */
export function capped(deduction: Amount, { deductionCap }: HotlineSettings): Amount {
  return deductionCap && deduction.gt(deductionCap) ? deductionCap : deduction;
}

function due(exact: Amount): DueScore {
  return { exact, printed: round(exact, 2) };
}
