import type { Against } from "../narrative/comparison";
import type { Candidate } from "./candidates";
import type { Aspect, PrintedFigure, UncheckableCause } from "./model";
import type { Claim, TokenOf } from "./tokens";

/** What the text speaks about: a name as printed and all it can stand for; none where no table has it. */
export interface Topic {
  readonly name: string;
  readonly candidates: readonly Candidate[];
  /** A name of the text's own that is in no table. */
  readonly foreign?: true;
}

/** What a figure states, as far as the words tell. */
export type Reading =
  | {
      readonly kind: "measure";
      readonly aspect: Exclude<Aspect, "count">;
      readonly topic: Topic;
      /** For change and rate; undefined where the text leaves it open. */
      readonly against?: Against;
      /** For change and rate: 增加 1, 减少 -1, the figure's own sign 0. */
      readonly sign?: -1 | 0 | 1;
      /** For shares: the whole that is named; undefined for the subject's own. */
      readonly base?: Topic;
      /** For change and rate: a second base that is as likely, where the sentence itself names none. */
      readonly orAgainst?: Against;
      /** Which budget is named; `unnamed` where neither the figure nor the paragraph says which. */
      readonly budget?: "initial" | "annual" | "adjusted" | "unnamed";
      /** For scores: of the 自评, or of a 评价. */
      readonly score?: "self" | "review";
    }
  | { readonly kind: "count"; readonly key: string }
  | { readonly kind: "unclear"; readonly cause: UncheckableCause; readonly detail?: string };

/** A figure and what it states, in its place. */
export interface Statement {
  readonly paragraph: number;
  readonly sentence: number;
  readonly figure: PrintedFigure;
  readonly reading: Reading;
  /** The year the sentence names where it is not the workbook's, and what the figure would state of the workbook's own. */
  readonly saidYear?: TokenOf<"year">;
  readonly inOwnYear?: Reading;
}

/** A year in the text and what it is there for. */
export interface YearMention {
  /** `base`: compared with that year; `budget`: with that year's budget; `asOf`: 截至…年末; `account`: about that year. */
  readonly role: "base" | "budget" | "asOf" | "account";
  /** The sentence begins with it. */
  readonly opens: boolean;
  readonly year: number;
  /** Offsets in the paragraph's normal text. */
  readonly start: number;
  readonly end: number;
}

/** 大于, 小于, 持平 in words, without a figure. */
export interface ClaimStatement {
  readonly paragraph: number;
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly topic: Topic;
  readonly claim: Claim;
  readonly against: Against;
  /** The workbook or the parameters have what it is compared with; else only the text itself can contradict it. */
  readonly ownBudget: boolean;
}
