import type { Amount } from "../model/amount";
import type { CellAddress } from "../model/cell";
import type { Edition } from "../editions";

/** Plain wording of the template. */
export interface TextSpan {
  readonly kind: "text";
  readonly text: string;
}

/** A figure with its origin. Shown as `text` followed by `unit` ("706" + "万元", "42.67" + "%"). */
export interface FigureSpan {
  readonly kind: "figure";
  /** Stable over drafts: what the figure is ("收支总计.差额.比上年"). */
  readonly key: string;
  readonly text: string;
  readonly unit: string;
  /** Unrounded; percentages as fractions (1 = 100 %); differences without sign, as the text states them. */
  readonly value: Amount;
  /** Cells that take part, of the workbook at hand. */
  readonly cells: readonly CellAddress[];
  /** How it was obtained, in Chinese. */
  readonly formula: string;
  /** What the check says of a cell it comes from, in Chinese, where that is called wrong. */
  readonly doubt?: string;
  /** What another source has instead, in Chinese: printed behind the figure until that is settled. */
  readonly toVerify?: string;
}

/** A gap: a reason not yet written, a parameter not filled in, or a figure its table does not give. */
export interface BlankSpan {
  readonly kind: "blank";
  readonly cause: "reason" | "parameter" | "table";
  /** Stable key: of the reason or parameter to fill in, or of the table's figure. */
  readonly key: string;
  /** What is wanted, in Chinese. */
  readonly label: string;
}

/** Words the clerk wrote: a reason or an explanation, editable in place. */
export interface WrittenSpan {
  readonly kind: "written";
  readonly key: string;
  readonly label: string;
  readonly text: string;
}

export type Span = TextSpan | FigureSpan | BlankSpan | WrittenSpan;

/** A paragraph or sub-heading of a section, or the place of one of 图1–图6. */
export interface Paragraph {
  readonly style: "heading2" | "heading3" | "body" | "chart";
  readonly spans: readonly Span[];
  /** Where `style` is "chart". */
  readonly chart?: ChartData;
}

/** A section: stable id, heading and content. */
export interface Section {
  /** Name of the section in the template's 节 tag ("收支总体"); the same in all editions. */
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
  /** Everything this section lacks, each once. */
  readonly blanks: readonly BlankSpan[];
}

/** One of 图1–图6: bars compare years, shares show a structure. */
export interface ChartData {
  /** 1 to 6. */
  readonly number: number;
  readonly name: string;
  readonly title: string;
  readonly kind: "bars" | "shares";
  /** 万元 or 元. */
  readonly unit: string;
  readonly points: readonly {
    readonly label: string;
    readonly value: Amount;
    readonly cells: readonly CellAddress[];
  }[];
  /** Why it can not be drawn, in Chinese; then there are no points. */
  readonly lacking?: string;
}

/** Two sources that contradict each other; the text uses `used`. */
export interface Difference {
  readonly key: string;
  /** One Chinese line naming both sides. */
  readonly message: string;
  readonly used: Amount;
  readonly other: Amount;
  readonly cells: readonly CellAddress[];
  /** The figures of the text that can not stand beside its other figures, by their key, and what they do not agree with. */
  readonly marks?: { readonly keys: readonly string[]; readonly note: string };
}

/** The drafted 情况说明. */
export interface NarrativeDraft {
  readonly edition: Edition;
  readonly title: string;
  readonly unitName: string | undefined;
  readonly year: number | undefined;
  readonly sections: readonly Section[];
  readonly charts: readonly ChartData[];
  /** Titles of the edition's standard tables, in its order: as the workbook prints them, else the standard title. */
  readonly tableTitles: readonly string[];
  /** 项 of all funds that the text names, for 名词解释. */
  readonly items: readonly { readonly code: string; readonly label: string; readonly fullName: string }[];
  /** The forms of the book (by their number in it) whose projects the text describes. */
  readonly shownForms: readonly number[];
  /** Each gap once, by cause. */
  readonly missing: {
    readonly reasons: readonly BlankSpan[];
    readonly parameters: readonly BlankSpan[];
    readonly tables: readonly BlankSpan[];
  };
  readonly differences: readonly Difference[];
  /** Warnings about the whole: last year's workbook of another unit or year, an unknown year (Chinese). */
  readonly warnings: readonly string[];
}
