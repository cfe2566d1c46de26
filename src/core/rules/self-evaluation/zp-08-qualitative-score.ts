import { normaliseLabel } from "../../glossary/normalise";
import { amount, ONE, plainAmount, type Amount } from "../../model/amount";
import type { Indicator, SelfEvaluationForm } from "../../model/form";
import type { Check, Rule } from "../../model/rule";
import { FORM_NOTES } from "./basis";
import { eachScoredForm, formNotEvaluated, holds, unreadable, violation, withoutWeights } from "./form-parts";
import {
  isExecutionIndicator,
  isExecutionRate,
  indicatorName,
  isNumber,
  percent,
  points,
} from "../../scoring/form-figures";

/** The three grades of a qualitative indicator and the share of 分值 each allows. */
const BANDS = {
  reached: { name: "达成预期指标", low: amount("0.8"), high: ONE },
  partly: { name: "部分达成预期指标", low: amount("0.6"), high: amount("0.8") },
  missed: { name: "未达成预期指标", low: amount(0), high: amount("0.6") },
} as const;

export const rule: Rule = {
  id: "ZP-08",
  title: "定性指标得分",
  statement:
    "定性指标按三档计分：达成预期指标得分值的 80%–100%，部分达成得 60%–80%，未达成得 0–60%；完成情况与指标值表述不同而得满分的，或者没有可比的完成值而得满分的，应有说明。",
  formula: "达成：80%–100% × 分值；部分达成：60%–80%；未达成：0–60%",
  severity: "error",
  basis: FORM_NOTES,
  rationale: "完成值照抄指标值却按“部分达成”扣分，或完成程度降了一档仍给满分，得分与完成情况就对不上。",
  remedy: "按完成情况所在档次重新确定得分，或修改完成情况的表述并说明原因。",
  scope: ["ZP", "BM"],
  check: ({ book }) => eachScoredForm(book, qualitativeScores),
};

function* qualitativeScores(form: SelfEvaluationForm): Iterable<Check> {
  const blocked = withoutWeights(form);
  if (blocked !== undefined) {
    yield formNotEvaluated(form, blocked);
    return;
  }
  for (const indicator of form.indicators) {
    if (indicator.target.kind === "words" && !isExecutionRate(indicator)) yield* qualitativeScore(form, indicator);
  }
  yield* unprovenFullMarks(form);
}

/**
 * Full marks without anything that shows they are due: neither target nor actual is filled in, or the target is a number
 * and the actual is none (未开展, 发生1起). One finding a form, its lines listed.
 */
function* unprovenFullMarks(form: SelfEvaluationForm): Iterable<Check> {
  const unproven = form.indicators.filter((indicator) => {
    const { section, target, actual, weight, score } = indicator;
    if (section === "management" || isExecutionRate(indicator) || isExecutionIndicator(indicator)) return false;
    const full = isNumber(weight) && isNumber(score) && !weight.value.isZero() && score.value.gte(weight.value);
    const unstated = target.kind === "blank" && actual.kind === "blank";
    return full && (unstated || (target.kind === "number" && (actual.kind === "words" || isCountInWords(indicator))));
  });
  if (unproven.length === 0) return;
  const names = unproven.slice(0, NAMED).map((line) => `“${indicatorName(line)}”`);
  yield violation(form, {
    severity: "verify",
    cells: unproven.map(({ actual }) => actual.cell),
    related: unproven.flatMap(({ target, score }) => [target.cell, score.cell]),
    message: `${names.join("、")}${unproven.length > NAMED ? `等 ${unproven.length} 项` : ""}没有可与指标值比较的完成值而得满分，请写明得满分的依据`,
  });
}

const NAMED = 3;

/** 发生1起, 未发生: what happened, told in words with or without a number. */
function isCountInWords({ actual }: Indicator): boolean {
  return actual.kind === "unclear" && /^(?:发生|出现|共|有|未|无)/.test(normaliseLabel(actual.raw));
}

function* qualitativeScore(form: SelfEvaluationForm, indicator: Indicator): Iterable<Check> {
  const { weight, score, target, actual } = indicator;
  if (weight.kind === "blank" && score.kind === "blank") return;
  const name = `“${indicatorName(indicator)}”`;
  if (!isNumber(weight) || !isNumber(score)) {
    yield isNumber(weight) ? unreadable(form, score, `${name}得分`) : unreadable(form, weight, `${name}分值`);
    return;
  }
  if (actual.kind !== "words") {
    const state = actual.kind === "blank" ? "实际完成值未填" : `指标值为定性描述，完成值“${actual.raw}”为数量`;
    yield formNotEvaluated(form, `${name}${state}，未判断档次`, actual.cell);
    return;
  }
  const grade = gradeOf(target.raw, actual.raw);
  const cells = [score.cell];
  const related = [target.cell, actual.cell, weight.cell];
  if (grade === undefined) {
    const fair = score.value.lt(weight.value) || weight.value.isZero() || saysTheSame(target.raw, actual.raw);
    if (fair) yield holds(cells);
    else {
      const message = `${name}完成情况“${actual.raw}”与指标值“${target.raw}”表述不同，得满分 ${points(score.value)} 分，请说明`;
      yield violation(form, { severity: "verify", cells: [actual.cell, score.cell], related, message });
    }
    return;
  }
  const band = BANDS[grade];
  const low = band.low.times(weight.value);
  const high = band.high.times(weight.value);
  // More than the weight is ZP-06's finding.
  const tooHigh = score.value.gt(high) && grade !== "reached";
  if (!tooHigh && score.value.gte(low)) {
    yield holds(cells);
    return;
  }
  const bound: Amount = tooHigh ? high : low;
  yield violation(form, {
    cells,
    related,
    message:
      `${name}指标值“${target.raw}”，完成情况“${actual.raw}”，属于${band.name}，` +
      `应得 ${points(low)}–${points(high)} 分（分值的 ${percent(band.low)}–${percent(band.high)}），实得 ${points(score.value)} 分`,
    expected: `${plainAmount(low)}–${plainAmount(high)}`,
    actual: plainAmount(score.value),
    difference: plainAmount(score.value.minus(bound)),
  });
}

/**
 * The grade that the words state; undefined where they are other words than the target's and it takes a judgement.
 * The same words, or the target's words without a weakening before or after them, are reached.
 */
function gradeOf(target: string, actual: string): keyof typeof BANDS | undefined {
  const due = plain(target);
  const done = plain(actual);
  if (core(due) === core(done) || (SCALE.test(due) && done.startsWith(due.charAt(0)))) return "reached";
  if (/^(?:未|没有|尚未|未能)(?:按[时期])?(?:完成|达成|实现|达到|达标|开展)/.test(done)) return "missed";
  if (/^部分(?:完成|达成|实现|达到|达标)/.test(done)) return "partly";
  if (/^(?:全部或(?:者)?)?基本达成(?:预期|年度)(?:绩效)?(?:指标|目标)/.test(done)) return "reached";
  const deadline = dateIn(target);
  const finished = dateIn(actual);
  if (deadline && finished && !/未|没|后|[次翌下]年/.test(done))
    return isInTime(finished, deadline) ? "reached" : undefined;
  if (/未|没|不|较|部分|基本|有所|略|一定|待/.test(done)) return undefined;
  if (
    /^(?:已|全部|全面|均已|按时|按期)*(?:完成|达成|达到|实现|达标|达|符合)(?:了?(?:年度|年初|全年|预期|预定|既定|设定)*(?:绩效)?(?:目标|指标|指标值|任务|效果|要求)?)$/.test(
      done,
    )
  ) {
    return "reached";
  }
  return due.length >= 2 && done.includes(due) ? "reached" : undefined;
}

/** Words that need no explanation beside the target's: a verdict that leaves out what was judged (验收合格, 合格), a
 *  synonym, or a bare direction said to be taken (增加, 有所增加). */
function saysTheSame(target: string, actual: string): boolean {
  const due = plain(target);
  const done = plain(actual);
  if (/^(?:合格|符合|达标|通过)$/.test(done) && (due.startsWith(done) || due.endsWith(done))) return true;
  if (/^(?:增加|增长|提高|提升|改善|减少|下降|降低)$/.test(due) && done === `有所${due}`) return true;
  return synonym(due) === synonym(done);
}

function synonym(words: string): string {
  return words.replace(/^(?:及时|按时|准时|按期)(?:完成)?$/, "及时").replace(/^(?:未|不|没有)(?:得)?超过?/, "不超");
}

/** Words that mean the same with and without their ending: 优 and 优秀, 按时 and 按时完成. */
function core(words: string): string {
  return words
    .replace(/^优秀$/, "优")
    .replace(/^良好$/, "良")
    .replace(/(.)(?:完成|达成|实现)$/, "$1");
}

/** A target that names all its grades, best first; the best one is reached. */
const SCALE = /^(?:优良中[低可]?差|优良差|高中低|好(?:中|一般|较好)?[差坏]|是[或/]?否)$/;

interface Deadline {
  readonly year: number | undefined;
  /** Month and day as mmdd, the month's last where no day is stated. */
  readonly day: number;
}

/** The last day that the one date in a text may mean (2023年12月底前, 12月20日, 2023.12.30, 2023年底); else undefined. */
function dateIn(text: string): Deadline | undefined {
  const label = normaliseLabel(text).replace(/(20\d\d)年(?:底|末)/g, "$1年12月");
  const dates = [...label.matchAll(/(?:(20\d\d)[年./-]|^|\D)(\d{1,2})(?:月|[./-](?=\d))(\d{1,2})?/g)];
  const [only] = dates;
  if (only === undefined || dates.length > 1) return undefined;
  const [, year, month, day] = only;
  return { year: year === undefined ? undefined : Number(year), day: Number(month) * 100 + Number(day ?? 31) };
}

/** A date without a year is taken to be of the other's. */
function isInTime(finished: Deadline, deadline: Deadline): boolean {
  const years = (finished.year ?? deadline.year ?? 0) - (deadline.year ?? finished.year ?? 0);
  return years === 0 ? finished.day <= deadline.day : years < 0;
}

function plain(text: string): string {
  return normaliseLabel(text)
    .replace(/["'。，,;；、.!]/g, "")
    .replace(/月(?=[-~至到]\d)/, "");
}
