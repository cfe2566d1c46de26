import { lastIndex } from "./last";
import type { BaseToken } from "./measure";
import type { PrintedFigure } from "./model";
import type { Reading, Topic } from "./statement";
import type { Evaluation, Token, TokenOf } from "./tokens";
import { COUNTS_OF_SUBJECTS } from "./words/count-words";

/** Where a count stands: the sentence around it, and what was named before it. */
export interface CountContext {
  /** Normal text of the sentence before and behind the figure. */
  readonly left: string;
  readonly right: string;
  /** Tokens since the figure before. */
  readonly tokens: readonly (Token | BaseToken)[];
  /** The last count name of the sentence. */
  readonly named: TokenOf<"count"> | undefined;
  readonly topic: Topic | undefined;
  readonly evaluation: Evaluation | undefined;
}

const PROJECTS: Readonly<Record<Exclude<Evaluation, "other">, string>> = {
  self: "绩效自评项目数",
  department: "部门评价项目数",
  key: "重点绩效评价项目数",
};
const GRADE = "(优|良|中|差)(?:秀|好)?";

/** 绩效 counts: what they count stands before or behind them. */
const EVALUATION_COUNTS: readonly (readonly [
  side: "left" | "right",
  pattern: RegExp,
  key: (match: RegExpExecArray) => string,
])[] = [
  ["left", new RegExp(`(?:为|是|评为|等级)?${GRADE}(?:等次|等级)?的?(?:项目)?(?:有|共|为|共有)?$`), (m) => grade(m[1])],
  [
    "right",
    new RegExp(`^(?:绩效自评)?(?:项目)?(?:自评)?(?:等级|结果|评价|评定)?(?:均|全部)?(?:为|是|评为)${GRADE}`),
    (m) => grade(m[1]),
  ],
  [
    "right",
    new RegExp(`^(?:绩效自评)?(?:项目)?(?:自评|绩效)?(?:等级|结果|评价|评定)?(?:均|全部)?(?:为|是|评为)${GRADE}`),
    (m) => grade(m[1]),
  ],
  ["left", /自评的$/, () => PROJECTS.self],
  ["left", /(?:反映|公开|附|列示|选取)(?:了|其中)?(?:的)?$/, () => "附自评表项目数"],
  ["right", /^[^,。;]{0,14}?(?:绩效)?自评(?:结果|情况|表)/, () => "附自评表项目数"],
  ["right", /^[^,。;]{0,14}?部门(?:绩效|重点)?评价/, () => PROJECTS.department],
  ["right", /^[^,。;]{0,14}?重点(?:项目)?(?:绩效)?评价/, () => PROJECTS.key],
  ["right", /^(?:预算|二级|一级|支出)?(?:项目)?[^,。;]{0,10}?(?:绩效)?自评/, () => PROJECTS.self],
];

function grade(letter: string | undefined): string {
  return `自评等级为${letter ?? ""}项目数`;
}

/** What a count states; unclear where nothing near it names what is counted. */
export function countOf(figure: PrintedFigure, context: CountContext): Reading {
  const evaluated = evaluationCount(figure, context);
  if (evaluated !== undefined) return { kind: "count", key: evaluated };
  if (isQualified(context)) return { kind: "unclear", cause: "unit", detail: figure.unit };
  const name = lastIndex(context.tokens, ({ kind }) => kind === "count" || kind === "subject");
  const stray = context.tokens.slice(name + 1).find((token) => token.kind === "residue");
  if (stray?.kind === "residue" && stray.foreign)
    return { kind: "unclear", cause: "unknownSubject", detail: stray.text };
  if (stray) return { kind: "unclear", cause: "unit", detail: figure.unit };
  const key = context.named?.counts[figure.unit] ?? countOfTopic(context.topic, figure.unit);
  return key === undefined ? { kind: "unclear", cause: "unit", detail: figure.unit } : { kind: "count", key };
}

/** 处置车辆, 更换团组: words right before a bare name make it another thing, unless they say that there are so many. */
function isQualified({ tokens, named }: CountContext): boolean {
  const at = named === undefined ? -1 : tokens.indexOf(named);
  const before = tokens[at - 1];
  if (at < 1 || before?.kind !== "residue" || before.end !== named?.start || named.end - named.start > 2) return false;
  return before.text.length > 1 && !/[有备]$|单位$|部门$|[局委办厅处院校中心室]$/.test(before.text);
}

function evaluationCount(figure: PrintedFigure, { left, right, evaluation }: CountContext): string | undefined {
  if (!/^[个项]$/.test(figure.unit) || !/自评|评价|绩效|优|良/.test(left + right)) return undefined;
  const self = /自评[^,。;]*$/.test(left) || /^[^,。;]{0,14}自评/.test(right);
  if (evaluation === "other" && !self) return undefined;
  for (const [side, pattern, key] of EVALUATION_COUNTS) {
    const match = pattern.exec(side === "left" ? left : right);
    if (match) return key(match);
  }
  const counted = /(?:项目(?:共|共计|数|数量|为|有|个数)*|上述|以上)$/.test(left);
  return counted && evaluation !== undefined && evaluation !== "other" ? PROJECTS[evaluation] : undefined;
}

function countOfTopic(topic: Topic | undefined, unit: string): string | undefined {
  const keys = (topic?.candidates ?? []).map(({ subject }) => COUNTS_OF_SUBJECTS[subject.key]?.[unit]);
  return keys[0];
}
