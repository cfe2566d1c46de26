import type { Amount } from "./amount";
import type { CellAddress } from "./cell";
import type { Figure, TextCell } from "./figure";
import type { MoneyUnit } from "./quantity";

/** Columns of the funds block of a 自评表. */
export type FundsColumn = "initialBudget" | "annualBudget" | "executed" | "weight" | "rate" | "score";

/** A row of the funds block. `total` is 年度资金总额; parts are 财政拨款, 上年结转资金, 其他资金. */
export interface FundsRow {
  readonly key: "total" | "fiscal" | "carryover" | "other";
  readonly label: TextCell;
  /** `rate` is a fraction (1 = 100 %) whatever way it is printed; absent columns are not in the map. */
  readonly figures: ReadonlyMap<FundsColumn, Figure>;
}

/** Section of an indicator: 产出, 成本, 效益, 满意度; 资金管理情况, which forms of 转移支付 score line by line. */
export type SectionKey = "output" | "cost" | "benefit" | "satisfaction" | "management";

/** Operator of a target: ≥ > ≤ < =, or none printed. */
export type Operator = "ge" | "gt" | "le" | "lt" | "eq";

/** A 年度指标值 or 实际完成值, taken apart (domain.md 5.2). */
export interface IndicatorValue {
  readonly cell: CellAddress;
  /** As printed; sign, number and unit together where they stand in columns of their own ("≥95%"). */
  readonly raw: string;
  /** `number`: a quantity; `words`: 是, 及时, 优; `blank`: nothing there; `unclear`: not understood, never guessed. */
  readonly kind: "number" | "words" | "blank" | "unclear";
  readonly operator?: Operator;
  /** The number with 万 and % applied: "95%" → 0.95, "5.286万" → 52860. Only where kind is `number`. */
  readonly value?: Amount;
  /** Unit text without 万 and %: "元", "件/人"; "%" for percentages; "" where none. */
  readonly unit?: string;
  /** Why it was not understood (Chinese); only where kind is `unclear`. */
  readonly note?: string;
  /** The number was typed as a number, not as text: a percentage may then stand as a fraction. */
  readonly numeric?: boolean;
}

export interface Indicator {
  readonly section: SectionKey | undefined;
  /** 一级, 二级, 三级指标 as printed, carried down where blank or merged. */
  readonly level1: string;
  readonly level2: string;
  /** Where 二级指标 is printed that the line stands under; its label may hold a weight (数量指标(10分)). */
  readonly level2Cell?: TextCell;
  readonly name: TextCell;
  readonly target: IndicatorValue;
  readonly actual: IndicatorValue;
  readonly weight: Figure;
  readonly score: Figure;
  /** 偏差原因分析及改进措施; text "" where blank, undefined where the form has no such column. */
  readonly reason?: TextCell;
  readonly row: number;
}

/** A weight printed in a header: 项目产出（50分）, 项目预算执行情况(10). */
export interface PrintedWeight {
  readonly section: SectionKey | "execution" | "indicators";
  readonly weight: Amount;
  readonly label: TextCell;
}

/** A 总分 row, or a line that states the total; `grade` where 等级 is printed there. */
export interface FormTotal {
  readonly label: TextCell;
  readonly weight?: Figure;
  readonly score?: Figure;
  readonly grade?: TextCell;
}

/** One 项目支出绩效自评表. */
export interface SelfEvaluationForm {
  /** Set where the form is about a whole department and not a project. */
  readonly subject?: "department";
  readonly sheet: string;
  /** Zero-based number of the form on its sheet. */
  readonly index: number;
  readonly title?: TextCell;
  readonly year?: number;
  /** Money unit the form itself states (项目资金（万元）); absent where it states none. */
  readonly moneyUnit?: MoneyUnit;
  readonly projectName?: TextCell;
  readonly department?: TextCell;
  readonly implementingUnit?: TextCell;
  readonly funds: readonly FundsRow[];
  /** Labels of rows in the funds block that are no known source; sums over the block are not to be trusted then. */
  readonly unknownFunds?: readonly TextCell[];
  readonly indicators: readonly Indicator[];
  readonly printedWeights: readonly PrintedWeight[];
  /** Every 总分 row found (one in a sound form). */
  readonly totals: readonly FormTotal[];
  /** The explanation below the table for totals under 80; text "" where asked for but blank. */
  readonly lowScoreExplanation?: TextCell;
}

/** One row of 自评结果汇总表. */
export interface SummaryRow {
  readonly projectName: TextCell;
  readonly unit?: TextCell;
  readonly score: Figure;
  readonly grade?: TextCell;
  readonly row: number;
}

/** 项目支出绩效自评结果汇总表. */
export interface SelfEvaluationSummary {
  readonly sheet: string;
  readonly title?: TextCell;
  readonly rows: readonly SummaryRow[];
}
