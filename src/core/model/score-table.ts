import type { Figure, TextCell } from "./figure";
import type { Indicator, IndicatorValue } from "./form";

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
  /** Target and actual of a leaf, where the table has columns for them. */
  readonly indicator?: Indicator;
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
  /** Sentences on the sheet that state a score or a grade (经过评价，项目得分95分，等级为优). */
  readonly remarks: readonly TextCell[];
  /** Whether the table has a column for scores, and one for reasons. */
  readonly hasScores: boolean;
  readonly hasReasons: boolean;
}

/** 绩效目标表 of a project: indicators and what they are to reach, nothing scored. */
export interface GoalList {
  readonly sheet: string;
  readonly projectName?: TextCell;
  readonly goals: readonly { readonly name: TextCell; readonly target: IndicatorValue }[];
}
