import type { PartKind } from "../document/parts";
import type { Amount } from "../model/amount";
import type { CellAddress } from "../model/cell";
import type { Against } from "../narrative/comparison";

/** A piece of a paragraph: character offsets into the paragraph as given, the end excluded. */
export interface TextRange {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/** What a figure of the text measures of its subject. `initialBudget` is 年初预算, `annualBudget` 全年预算. */
export type Aspect = "now" | "prior" | "budget" | "change" | "rate" | "share" | "completion" | "score" | "count";

/** What a figure was understood to state. */
export interface Measure {
  readonly aspect: Aspect;
  /** Name of the subject ("收支总计", "行政运行"); several where the text leaves open which. */
  readonly subjects: readonly string[];
  /** For change and rate. */
  readonly against?: Against;
  /** For shares: what it is a share of. */
  readonly base?: string;
}

/** The figure that would be right, as it would be printed: "782.6" "万元", a change with its direction. */
export interface RightFigure {
  readonly text: string;
  readonly unit: string;
  readonly direction?: "up" | "down" | "equal";
}

/** Why a figure could not be judged. */
export type UncheckableCause =
  /** In a reason (主要是…): no table has it. */
  | "reason"
  /** In words that explain (主要用于…). */
  | "explanation"
  /** 预算 without saying which one, and it is not the one that is known. */
  | "unnamedBudget"
  /** A percentage of 0 in 0. */
  | "zeroOfZero"
  /** A name that is in no table, named in `detail`. */
  | "unknownSubject"
  /** No subject stated before it. */
  | "noSubject"
  /** Nothing says whether it is a share, a change or a completion rate. */
  | "noMeasure"
  /** Nothing says what it is compared with. */
  | "noComparison"
  /** A share of something that is not named or not known. */
  | "unknownBase"
  /** Several tables fit and they differ. */
  | "ambiguous"
  /** The workbook, the parameters or last year's workbook do not have what it takes, named in `detail`. */
  | "missing"
  /** No unit, or one that no table has. */
  | "unit"
  /** The text itself says so: 【待核实：…】 stands behind it. */
  | "toVerify"
  /** 近, 余, 超: no exact figure. */
  | "approximate"
  /** Right when rounded, with fewer decimals than the rest of the text. */
  | "fewerDecimals";

export type FigureVerdict =
  | { readonly kind: "right"; readonly cells: readonly CellAddress[]; readonly formula: string }
  | {
      readonly kind: "wrong";
      /** Undefined where there is no such figure: a percentage on a base of 0. */
      readonly right: RightFigure | undefined;
      readonly cells: readonly CellAddress[];
      readonly formula: string;
    }
  | { readonly kind: "uncheckable"; readonly cause: UncheckableCause; readonly detail?: string };

/** One figure of the text. */
export interface CheckedFigure extends TextRange {
  /** As printed, without its unit. */
  readonly text: string;
  readonly unit: string;
  /** What it states; undefined where that was not understood. */
  readonly measure: Measure | undefined;
  readonly verdict: FigureVerdict;
}

/** A sentence with its figures. One without figures makes no statement that could be checked. */
export interface CheckedSentence extends TextRange {
  readonly text: string;
  readonly figures: readonly CheckedFigure[];
  /** False where the measure of one of its figures was not understood. */
  readonly understood: boolean;
}

export type ContradictionKind =
  /** 增加 or 减少 with a negative figure. */
  | "negativeChange"
  /** 增加 with 下降. */
  | "oppositeDirections"
  /** A percentage on a base of 0. */
  | "zeroBase"
  /** The percentage does not follow from the amounts stated. */
  | "rate"
  | "share"
  | "completion"
  /** The change is not the difference of the amounts stated. */
  | "change"
  /** 大于, 小于 or 持平 where it is not so. */
  | "comparison"
  /** Shares of one whole do not sum to 100 %. */
  | "shareSum"
  /** Parts do not sum to their whole. */
  | "sum"
  /** The text says there is none where the workbook has figures. */
  | "notNone"
  /** The text says there is some where the workbook has 0. */
  | "notSome"
  /** A year that is not the document's, or not the one before where it is compared. */
  | "year"
  /** 优, 良, 中, 差 that the score next to it does not give. */
  | "grade"
  /** More points than there are. */
  | "score"
  /** Points of an evaluation that its score table has otherwise. */
  | "outcome";

/** Something in the text that contradicts the rest of it, or a claim in words that the workbook contradicts. */
export interface Contradiction extends TextRange {
  readonly kind: ContradictionKind;
  /** What it is about ("收支总计"). */
  readonly subject: string;
  /** What the text states, and what follows from the rest; printed figures with their unit. */
  readonly stated: string;
  readonly expected: string;
}

/** What became of a text. */
export interface TextReport {
  readonly paragraphs: readonly string[];
  readonly sentences: readonly CheckedSentence[];
  readonly contradictions: readonly Contradiction[];
  /** Figures in parts of a document that do not explain its tables (概况, 名词解释, 附件 …): counted, not judged. */
  readonly leftOut: readonly { readonly part: PartKind; readonly figures: number }[];
  readonly counts: TextCounts;
  /** About last year's workbook (Chinese), where it could not be used. */
  readonly warnings: readonly string[];
}

export interface TextCounts {
  readonly figures: number;
  /** Figures whose meaning was understood, those of reasons and explanations included. */
  readonly matched: number;
  readonly right: number;
  readonly wrong: number;
  readonly uncheckable: number;
  /** Sentences with figures, and those among them that were not understood. */
  readonly sentences: number;
  readonly notUnderstood: number;
  readonly contradictions: number;
}

/** A number as printed in the text. */
export interface PrintedFigure {
  /** Offsets into the normal text, the unit included in `end`. */
  readonly start: number;
  readonly end: number;
  /** Offset where the number ends and its unit begins. */
  readonly numberEnd: number;
  readonly text: string;
  /** "万元", "%", "辆", "" where none is printed. */
  readonly unit: string;
  readonly kind: "money" | "percent" | "count" | "none";
  readonly value: Amount;
  readonly decimals: number;
  /** 约: rounded to what is printed; 不足: less than; 近, 余, 多, 超: not exact. */
  readonly manner: "exact" | "rounded" | "below" | "vague";
}
