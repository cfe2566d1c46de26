import type { Figure, TextCell } from "./figure";
import type { IndicatorValue } from "./form";

/** A line of a score table: a level (一级 … 三级指标), or where nothing stands below it a scored indicator. */
export interface ScoreNode {
  /** 1 for 一级指标, 2 for 二级 …; always one more than its parent's or further down. */
  readonly level: number;
  /** As printed, without the bracket that holds its weight. */
  readonly name: TextCell;
  /** Its own 分值 where one is printed: in a column of its level, or in the bracket of its name. */
  readonly weight?: Figure;
  /** Its own 得分 where one is printed. */
  readonly score?: Figure;
  readonly children: readonly ScoreNode[];
  readonly target?: IndicatorValue;
  readonly actual?: IndicatorValue;
  /** 扣分原因; text "" where blank, absent where the table has no such column. */
  readonly reason?: TextCell;
  /** 评价标准; text "" where blank, absent where the table has no such column. */
  readonly criteria?: TextCell;
}

/** The total of a score table: its row at the end, or what the head states. */
export interface ScoreTotal {
  readonly label: TextCell;
  readonly weight?: Figure;
  readonly score?: Figure;
}

/** The score table of an evaluation report (PJ), or of a whole department's scored form (BM). Points, never money. */
export interface ScoreTable {
  readonly kind: "PJ" | "BM";
  readonly sheet: string;
  /** Zero-based number of the table on its sheet. */
  readonly index: number;
  readonly title?: TextCell;
  readonly projectName?: TextCell;
  readonly unitName?: TextCell;
  readonly year?: number;
  readonly roots: readonly ScoreNode[];
  readonly total?: ScoreTotal;
  readonly grade?: TextCell;
  /** Whether the table has a column for scores, and one for reasons. */
  readonly hasScores: boolean;
  readonly hasReasons: boolean;
}
