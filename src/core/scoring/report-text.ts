import { foldWidth, normaliseLabel } from "../glossary/normalise";
import { amount, type Amount } from "../model/amount";
import type { ReportParagraph } from "../model/rule";

/** What a passage of an evaluation report states of the outcome. */
export interface StatedOutcome {
  readonly score?: Amount;
  /** As printed: 优, 优秀 … */
  readonly grade?: string;
  /** Points of groups of indicators (资金管理指标10分). */
  readonly groups: readonly { readonly name: string; readonly points: Amount }[];
  /** Name of the project the passage itself states it of ("12345热线运行项目，绩效评价得分…"). */
  readonly project?: string;
}

const SCORE = /(?:综合|评价|项目|最终|总体|总)+(?:得分|评分|分数)(?:值|结果)?(?:为|是|:|达到|达)?(\d+(?:\.\d+)?)分/;
const GRADE = /(?:等级|等次|评级|评价结果|评价结论|评定)(?:为|是|:)?"?(优秀?|良好?|中等?|较?差)"?(?![\u4e00-\u9fff])/;
const GROUP = /([\p{Script=Han}]{2,12}?)(?:指标)?(?:得分|得|为)?(\d+(?:\.\d+)?)分/gu;
/** Points that say how much could be got, not what was. */
const FULL_MARKS = /满分|分值|权重|总分|应得/;
/** Not the name of a project, though 项目 follows. */
const NO_NAME = /^(?:该|本|此|上述|以上|被|经|各|这|其中|我单位|综合|最终|总体|评价|绩效)/;
const NAMED =
  /(?:^|[,:;、。])([^,:;。]{3,40}?)(?:等\d+个)?项目(?:支出)?[,的]?(?:部门|财政|重点|整体|支出|绩效)*(?:评价|综合|最终|总体|总得分|得分|评分)/;

/**
 * What a paragraph states of the outcome of evaluations, one for each: "项目得分95分，等级为优。其中：资金管理指标10分，
 * 项目产出指标50分" → 95, 优, 资金管理 10, 项目产出 50. A score of the 自评 is none.
 */
export function statedOutcomes(paragraph: string): readonly StatedOutcome[] {
  return passagesOf(normaliseLabel(foldWidth(paragraph))).flatMap(outcomeOf);
}

/** Sentences, what begins with 其中 or goes on about the grade taken to the one before. */
function passagesOf(plain: string): readonly string[] {
  const passages: string[] = [];
  for (const sentence of plain.split(/[。;]/)) {
    const goesOn = /^其中|^(?:绩效|评价)*(?:等级|等次|评级|评价结果)/.test(sentence) && passages.length > 0;
    if (goesOn) passages.push(`${passages.pop() ?? ""}。${sentence}`);
    else passages.push(sentence);
  }
  return passages;
}

function outcomeOf(passage: string): readonly StatedOutcome[] {
  const found = SCORE.exec(passage);
  const grade = GRADE.exec(passage);
  const at = found ?? grade;
  if (!at || /自评/.test(passage.slice(Math.max(0, at.index - 12), at.index + at[0].length))) return [];
  const score = found?.[1];
  const project = NAMED.exec(passage)?.[1]?.replace(/^(?:组织)?对(?!口)/, "");
  return [
    {
      ...(score === undefined ? {} : { score: amount(score) }),
      ...(grade?.[1] === undefined ? {} : { grade: grade[1] }),
      groups: groupsIn(passage),
      ...(project === undefined || NO_NAME.test(project) ? {} : { project }),
    },
  ];
}

function groupsIn(passage: string): StatedOutcome["groups"] {
  const from = passage.indexOf("其中");
  if (from < 0) return [];
  return [...passage.slice(from + 2).matchAll(GROUP)].flatMap(([, name, points]) =>
    name && points && !FULL_MARKS.test(name) ? [{ name, points: amount(points) }] : [],
  );
}

const REPORT_TITLE =
  /^(?:附(?:件|录)?\d*[:.、]?)?(?:20\d\d年度?)?(.*?)(?:项目)?(?:支出)?(?:部门|财政|重点)*(?:预算)?绩效(?:评价|评估)(?:情况)?报告(?:\(.*\))?$/;
const OTHER_PART = /^第[一二三四五六七八九十]+部分|^附(?:件|录|表)\d*(?:[:.、]|$)|自评(?:情况)?(?:报告|表|汇总表)$/;
const LONGEST_TITLE = 60;

/**
 * Paragraphs of a document or text with the project in whose evaluation report each stands: from the report's title
 * ("某项目支出绩效评价报告", on one line or two) to the next one, or the next part of the document.
 */
export function reportParagraphs(paragraphs: readonly string[]): readonly ReportParagraph[] {
  let project: string | undefined;
  let before = "";
  return paragraphs.map((text) => {
    const label = normaliseLabel(text);
    const isTitle = label.length <= LONGEST_TITLE && !/[。;,]/.test(label);
    const title = isTitle ? REPORT_TITLE.exec(label) : null;
    if (title) project = title[1] || (before.length <= LONGEST_TITLE ? before : "") || undefined;
    else if (isTitle && OTHER_PART.test(label)) project = undefined;
    if (label !== "") before = label;
    return { text, ...(project === undefined ? {} : { project }) };
  });
}
