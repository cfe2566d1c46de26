import type { Against } from "../narrative/comparison";
import type { PrintedFigure } from "./model";
import type { Scope } from "./sections";

/** Names whose figure depends on whose money the text speaks about. */
export type ScopedName = "grandTotal" | "income" | "expenditure" | "basic" | "project" | "opening" | "closing";

/** One thing a name can stand for. */
export type Meaning =
  | { readonly kind: "scoped"; readonly name: ScopedName }
  /** Subjects of the narrative's catalogue or of `EXTRA_SUBJECTS`, by name; the others are the same under another table. */
  | { readonly kind: "named"; readonly names: readonly string[] }
  | { readonly kind: "functional"; readonly code: string }
  | { readonly kind: "economic"; readonly code: string }
  /** A project of the list 自评项目 or 评价项目, by its key. */
  | { readonly kind: "project"; readonly key: string }
  /** 预算资金, 涉及资金: of the evaluation spoken about. */
  | { readonly kind: "evaluationFunds" };

/** Kinds of 绩效 work a sentence can speak about; `other` are those no figure is known of (目标编报, 跟踪, 监控). */
export type Evaluation = "self" | "department" | "key" | "other";

/** What a known word is. */
export type Word =
  | { readonly kind: "subject"; readonly meanings: readonly Meaning[] }
  | { readonly kind: "fund"; readonly scope: Scope }
  /** 收入 or 支出 alone: a subject right behind a fund, else nothing. */
  | { readonly kind: "bare"; readonly name: "income" | "expenditure" }
  | {
      readonly kind: "level";
      readonly level: "now" | "prior" | "budget";
      readonly budget?: "initial" | "annual" | "adjusted";
    }
  /** 比上年, 与2021年度相比, 比年初预算数; with the year it names, and whether it says which budget. */
  | { readonly kind: "against"; readonly against: Against; readonly year?: number; readonly initial?: true }
  /** 增加, 下降; 0 where the figure carries its own sign (增减额, 增长率). */
  | { readonly kind: "direction"; readonly sign: -1 | 0 | 1; readonly rateOnly?: true }
  /** 增加到, 降至: the next amount is the figure itself. */
  | { readonly kind: "reached" }
  | { readonly kind: "share" }
  | { readonly kind: "completion" }
  | { readonly kind: "score"; readonly of: "self" | "review" | undefined }
  | { readonly kind: "reason" }
  /** 主要用于, 是指: words that explain follow. With `opening` only where a clause begins with it (反映). */
  | { readonly kind: "explains"; readonly opening?: true }
  /** （类）, （款）, （项） behind a name that is no known word with it. */
  | { readonly kind: "rank" }
  | { readonly kind: "parts" }
  | { readonly kind: "respectively" }
  /** 各: two figures follow for one name (各是A，B). */
  | { readonly kind: "each" }
  /** 共: the figure behind is that of all subjects joined in front. */
  | { readonly kind: "together" }
  | { readonly kind: "claim"; readonly claim: Claim }
  | { readonly kind: "evaluation"; readonly of: Evaluation }
  /** Names of counts by the unit they are counted in. */
  | { readonly kind: "count"; readonly counts: Readonly<Record<string, string>> }
  | { readonly kind: "filler" };

/** `near` is 基本持平: no great difference; `notAbove` 未超过, 控制在…以内. */
export type Claim = "equal" | "near" | "above" | "below" | "notAbove" | "notBelow";

/** A piece of a normal text: a known word, a figure, a mark, a year, or words nobody knows. */
export type Token = { readonly start: number; readonly end: number } & (
  | Word
  | { readonly kind: "figure"; readonly figure: PrintedFigure }
  | { readonly kind: "mark"; readonly mark: string }
  /** With `asOf` the end of a year: 截至2022年12月31日. */
  | { readonly kind: "year"; readonly year: number; readonly asOf?: true }
  /** Words between known ones; `foreign` where they name something (a payment, a grant) that no table has. */
  | { readonly kind: "residue"; readonly text: string; readonly foreign: boolean }
);

/** A token of one kind. */
export type TokenOf<Kind extends Token["kind"]> = Extract<Token, { readonly kind: Kind }>;
