import { foldWidth, normaliseLabel } from "../glossary/normalise";
import { amount, type Amount } from "../model/amount";

/** What a sentence of an evaluation report states of the outcome. */
export interface StatedOutcome {
  readonly score?: Amount;
  /** As printed: 优, 优秀 … */
  readonly grade?: string;
  /** Points of groups of indicators (资金管理指标10分). */
  readonly groups: readonly { readonly name: string; readonly points: Amount }[];
}

const SCORE = /(?:综合|评价|项目|最终|总体)+(?:得分|评分)(?:为|是|:)?(\d+(?:\.\d+)?)分?/;
const GRADE = /等级(?:为|是|:)?"?(优秀?|良好?|中等?|较?差)"?/;
const GROUP = /([\p{Script=Han}]{2,12}?)(?:指标)?(?:得分|得|为)?(\d+(?:\.\d+)?)分/gu;

/**
 * What a text of an evaluation report states: "项目得分95分，等级为优。其中：资金管理指标10分，项目产出指标50分" → 95, 优,
 * 资金管理 10, 项目产出 50. Undefined where it states neither a score nor a grade.
 */
export function statedOutcome(text: string): StatedOutcome | undefined {
  const plain = normaliseLabel(foldWidth(text));
  const score = SCORE.exec(plain)?.[1];
  const grade = GRADE.exec(plain)?.[1];
  if (score === undefined && grade === undefined) return undefined;
  const from = plain.indexOf("其中");
  const groups =
    from < 0
      ? []
      : [
          ...(plain
            .slice(from + 2)
            .split(/[。;]/)[0]
            ?.matchAll(GROUP) ?? []),
        ];
  return {
    ...(score === undefined ? {} : { score: amount(score) }),
    ...(grade === undefined ? {} : { grade }),
    groups: groups.flatMap(([, name, points]) => (name && points ? [{ name, points: amount(points) }] : [])),
  };
}
