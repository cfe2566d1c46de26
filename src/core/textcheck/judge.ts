import { amount, round, type Amount } from "../model/amount";
import type { CellAddress } from "../model/cell";
import type { MoneyUnit } from "../model/quantity";
import { compare, completionOf, shareOf } from "../narrative/comparison";
import type { Facts } from "../narrative/facts/facts";
import type { Subject } from "../narrative/facts/subjects";
import type { Known, Missing, Quantity } from "../narrative/quantity";
import { DEPARTMENT_REVIEW } from "../narrative/parameters/parameters";
import { amountText } from "../narrative/wording";
import type { Candidate } from "./candidates";
import type { FigureVerdict, Measure, PrintedFigure, RightFigure } from "./model";
import type { Reading, Statement, Topic } from "./statement";
import { amountTolerance, halfPlace, percentAgrees, roundingSlack, unitFactor, type Places } from "./tolerance";
import { halfOfDecimals, USUAL_DECIMALS } from "../units/precision";

/** What statements are judged by. */
export interface JudgeContext {
  readonly facts: Facts;
  readonly bookUnit: MoneyUnit;
  readonly places: Places;
}

type MeasureReading = Extract<Reading, { kind: "measure" }>;

/** One reading of a statement, judged: agrees, differs from `right`, can not be (a base of 0), or lacks something. */
type Trial =
  | ({ readonly kind: "right" } & Compared)
  | ({ readonly kind: "wrong" } & Compared)
  | { readonly kind: "zeroBase"; readonly cells: readonly CellAddress[]; readonly formula: string }
  | { readonly kind: "zeroOfZero" }
  | { readonly kind: "unnamedBudget" }
  | { readonly kind: "fewerDecimals" }
  | { readonly kind: "missing"; readonly label: string }
  | { readonly kind: "unknownBase" };

interface Compared {
  readonly right: RightFigure;
  readonly cells: readonly CellAddress[];
  readonly formula: string;
}

/** What a statement measures and whether it is right. */
export function judge(
  { figure, reading }: Statement,
  context: JudgeContext,
): { readonly measure: Measure | undefined; readonly verdict: FigureVerdict } {
  if (reading.kind === "unclear") {
    const { cause, detail } = reading;
    return { measure: undefined, verdict: { kind: "uncheckable", cause, ...(detail === undefined ? {} : { detail }) } };
  }
  if (reading.kind === "count") {
    const measure: Measure = { aspect: "count", subjects: [reading.key] };
    return { measure, verdict: verdictOf([judgeCount(figure, reading.key, context)], [reading.key], figure) };
  }
  const { topic } = reading;
  if (topic.foreign)
    return { measure: undefined, verdict: { kind: "uncheckable", cause: "unknownSubject", detail: topic.name } };
  const subjects = topic.candidates.map(({ subject }) => subject.label);
  const measure: Measure = {
    aspect: reading.aspect,
    subjects: subjects.length > 0 ? subjects : [topic.name],
    ...(reading.against === undefined ? {} : { against: reading.against }),
    ...(reading.base ? { base: reading.base.name } : {}),
  };
  if (subjects.length === 0)
    return { measure, verdict: { kind: "uncheckable", cause: "unknownSubject", detail: topic.name } };
  if ((reading.aspect === "change" || reading.aspect === "rate") && reading.against === undefined) {
    return { measure: undefined, verdict: { kind: "uncheckable", cause: "noComparison" } };
  }
  const trials = readingsOf(reading).map((one) => trialsOf(figure, one, context));
  const verdicts = trials.map((some) => verdictOf(some, subjects, figure));
  const [only, ...others] = verdicts;
  const open: FigureVerdict = { kind: "uncheckable", cause: "noComparison" };
  const verdict = verdicts.find(({ kind }) => kind === "right") ?? (only && others.length === 0 ? only : open);
  return { measure, verdict };
}

/** A reading with each base it may be compared with. */
function readingsOf(reading: MeasureReading): readonly MeasureReading[] {
  const { orAgainst, ...one } = reading;
  return orAgainst === undefined ? [one] : [one, { ...one, against: orAgainst }];
}

function trialsOf(figure: PrintedFigure, reading: MeasureReading, context: JudgeContext): readonly Trial[] {
  return pairsOf(reading.topic, reading.base).map(([candidate, base]) => {
    const trial = tryCandidate(figure, reading, candidate, base, context);
    const open = reading.budget === "unnamed" && (trial.kind === "wrong" || trial.kind === "zeroBase");
    return open && !hasOwnBudget(candidate.subject) ? { kind: "unnamedBudget" } : trial;
  });
}

/** 三公 and 项目 have one budget, which their table prints; of a 科目 the workbook knows 年初预算 only. */
function hasOwnBudget({ key }: Subject): boolean {
  return key.startsWith("自评.") || THREE_PUBLIC.test(key);
}

const THREE_PUBLIC = /三公|出国|用车|接待/;

/** Every reading of the subject with every reading of the whole it is a share of. */
function pairsOf(topic: Topic, base: Topic | undefined): readonly (readonly [Candidate, Candidate | undefined])[] {
  if (!base) return topic.candidates.map((candidate) => [candidate, undefined]);
  return topic.candidates.flatMap((candidate) => base.candidates.map((whole) => [candidate, whole] as const));
}

/** All readings must agree for a verdict; where they differ, nothing is said. */
function verdictOf(trials: readonly Trial[], subjects: readonly string[], figure: PrintedFigure): FigureVerdict {
  const [first] = trials;
  if (!first) return { kind: "uncheckable", cause: "unknownBase" };
  const told = trials.filter((trial) => trial.kind !== "missing");
  const [one] = told;
  if (one?.kind === "right" && told.every((trial) => trial.kind === "right")) {
    return { kind: "right", cells: one.cells, formula: one.formula };
  }
  if (figure.manner === "vague") return { kind: "uncheckable", cause: "approximate" };
  const distinct = new Set(trials.map(signature));
  if (distinct.size > 1) return { kind: "uncheckable", cause: "ambiguous", detail: subjects.join("、") };
  switch (first.kind) {
    case "right":
      return { kind: "right", cells: first.cells, formula: first.formula };
    case "wrong":
      return { kind: "wrong", right: first.right, cells: first.cells, formula: first.formula };
    case "zeroBase":
      return { kind: "wrong", right: undefined, cells: first.cells, formula: first.formula };
    case "missing":
      return { kind: "uncheckable", cause: "missing", detail: first.label };
    default:
      return { kind: "uncheckable", cause: first.kind };
  }
}

function signature(trial: Trial): string {
  return trial.kind === "wrong" ? `wrong ${trial.right.direction ?? ""} ${trial.right.text}` : trial.kind;
}

/** A candidate is right where one of the tables that state it agrees. */
function tryCandidate(
  figure: PrintedFigure,
  reading: MeasureReading,
  candidate: Candidate,
  base: Candidate | undefined,
  context: JudgeContext,
): Trial {
  const wholes = base ? [base.subject, ...base.elsewhere] : [undefined];
  const trials = [candidate.subject, ...candidate.elsewhere].flatMap((subject) =>
    wholes.map((whole) => trySubject(figure, reading, subject, whole, context)),
  );
  const fallback: Trial = { kind: "missing", label: candidate.subject.label };
  const wrong = trials.find((trial) => trial.kind === "wrong");
  return (
    trials.find((trial) => trial.kind === "right") ??
    (candidate.confirms ?? [])
      .map((subject) => trySubject(figure, reading, subject, undefined, context))
      .find((trial) => trial.kind === "right") ??
    trials.find((trial) => trial.kind === "fewerDecimals") ??
    (wrong && withAlternatives(wrong, trials)) ??
    trials.find((trial) => trial.kind !== "missing") ??
    trials[0] ??
    fallback
  );
}

/** Names every right figure where tables, or projects of one name, have different ones: "5,328.87或5,328.88". */
function withAlternatives(wrong: Extract<Trial, { kind: "wrong" }>, trials: readonly Trial[]): Trial {
  const texts = new Set(trials.flatMap((trial) => (trial.kind === "wrong" ? [trial.right.text] : [])));
  return { ...wrong, right: { ...wrong.right, text: [...texts].join("或") } };
}

function trySubject(
  figure: PrintedFigure,
  reading: MeasureReading,
  subject: Subject,
  whole: Subject | undefined,
  context: JudgeContext,
): Trial {
  if (reading.aspect !== "score" && subject.key.startsWith(DEPARTMENT_REVIEW)) {
    return { kind: "missing", label: `${subject.label}评价以外的数` };
  }
  switch (reading.aspect) {
    case "now":
      return tryAmount(figure, subject.now, context);
    case "prior":
      return tryAmount(figure, subject.prior ?? lacking(`上年${subject.label}`), context);
    case "budget":
      return tryAmount(figure, budgetOf(subject, reading), context);
    case "score":
      return tryScore(figure, subject, reading.score);
    case "change":
    case "rate":
      return tryChange(figure, reading, subject, context);
    case "completion": {
      const budget = budgetOf(subject, reading);
      return tryQuotient(figure, completionOf({ ...subject, budget }), subject.now, budget, context);
    }
    case "share": {
      const base = whole ? whole.now : subject.base;
      return base
        ? tryQuotient(figure, shareOf(subject.now, base), subject.now, base, context)
        : { kind: "unknownBase" };
    }
  }
}

function lacking(label: string): Missing {
  return { kind: "missing", cause: "parameter", key: label, label };
}

/** A project has its 全年预算数, a 科目 its 年初预算; 三公 has the one its table prints, whatever the text calls it. */
function budgetOf(subject: Subject, { budget: named }: MeasureReading): Quantity {
  const has = subject.key.startsWith("自评.") ? "annual" : THREE_PUBLIC.test(subject.key) ? undefined : "initial";
  if (!subject.budget) return lacking(`${subject.label}预算数`);
  if (named === undefined || named === "unnamed" || has === undefined || named === has) return subject.budget;
  return lacking(`${subject.label}${{ initial: "年初预算数", annual: "全年预算数", adjusted: "调整预算数" }[named]}`);
}

function tryAmount(figure: PrintedFigure, quantity: Quantity, context: JudgeContext): Trial {
  if (quantity.kind === "missing") return { kind: "missing", label: quantity.label };
  const factor = unitFactor(figure.unit, context.bookUnit);
  const tolerance = amountTolerance(figure, context.places, context.bookUnit, quantity.cells.length > 1);
  return trial(figure, figure.value.times(factor), quantity.value, tolerance, quantity, {
    text: amountText(quantity.value.div(factor), { thousands: true }),
    unit: figure.unit,
  });
}

function trial(
  figure: PrintedFigure,
  stated: Amount,
  expected: Amount,
  tolerance: Amount,
  { cells, formula }: Known,
  right: RightFigure,
): Trial {
  const agrees =
    figure.manner === "below" ? expected.lt(stated) && expected.gt(0) : stated.minus(expected).abs().lte(tolerance);
  return { kind: agrees ? "right" : "wrong", right, cells, formula };
}

/** A score of the 自评 is never judged by that of a 评价, nor the other way round. */
function tryScore(figure: PrintedFigure, subject: Subject, of: MeasureReading["score"]): Trial {
  const has = subject.key.startsWith(DEPARTMENT_REVIEW) ? "review" : "self";
  const fits = (of === undefined || of === has) && "score" in subject;
  const kind = of === "review" ? "评价得分" : of === "self" ? "自评得分" : "得分";
  const score = fits ? (subject.score as Quantity) : lacking(`${subject.label}${kind}`);
  if (score.kind === "missing") return { kind: "missing", label: score.label };
  const right = { text: amountText(score.value, { thousands: true }), unit: figure.unit };
  return trial(figure, figure.value, score.value, halfOfDecimals(USUAL_DECIMALS), score, right);
}

function judgeCount(figure: PrintedFigure, key: string, { facts }: JudgeContext): Trial {
  const quantity = facts.counts.get(key)?.quantity ?? lacking(key);
  if (quantity.kind === "missing") return { kind: "missing", label: quantity.label };
  const right = { text: amountText(quantity.value, { thousands: true }), unit: figure.unit };
  return trial(figure, figure.value, quantity.value, amount(0), quantity, right);
}

/** A change with the direction the words give it. */
function tryChange(figure: PrintedFigure, reading: MeasureReading, subject: Subject, context: JudgeContext): Trial {
  const against = reading.against ?? "比上年";
  if (against === "比上年" && !subject.prior) return { kind: "missing", label: `上年${subject.label}` };
  if (against === "比预算" && !subject.budget) return { kind: "missing", label: `${subject.label}预算数` };
  const compared = compare(subject, against);
  if ("kind" in compared) return { kind: "missing", label: compared.label };
  const { now, other, difference } = compared;
  const change = now.value.minus(other.value);
  const sign = reading.sign === 0 || reading.sign === undefined ? 1 : reading.sign;
  const direction = change.isZero() ? "equal" : change.isNegative() ? "down" : "up";
  const isRate = reading.aspect === "rate";
  if (isRate && other.value.isZero() && !change.isZero()) {
    return { kind: "zeroBase", cells: difference.cells, formula: difference.formula };
  }
  if (isRate && other.value.isZero()) return { kind: "zeroOfZero" };
  const stated = figure.value.times(sign);
  if (!isRate) {
    const factor = unitFactor(figure.unit, context.bookUnit);
    const tolerance = amountTolerance(figure, context.places, context.bookUnit, true);
    const right = {
      text: amountText(change.abs().div(factor), { thousands: true }),
      unit: figure.unit,
      direction,
    } as const;
    return trial(figure, stated.times(factor), change, tolerance, difference, right);
  }
  const slack = roundingSlack(other.value, context.bookUnit);
  const fraction = {
    part: change,
    partSlack: slack.plus(roundingSlack(now.value, context.bookUnit)),
    whole: other.value.abs(),
    wholeSlack: slack,
  };
  const percent = change.div(other.value.abs()).times(100);
  const right = { text: percentOf(percent.abs()), unit: "%", direction } as const;
  return tryPercent(figure, stated, fraction, right, compared.rate ?? difference, context);
}

function tryQuotient(
  figure: PrintedFigure,
  fraction: Known | Missing | undefined,
  part: Quantity,
  whole: Quantity,
  context: JudgeContext,
): Trial {
  if (fraction?.kind === "missing") return { kind: "missing", label: fraction.label };
  if (part.kind === "missing" || whole.kind === "missing") return { kind: "missing", label: "" };
  if (!fraction && part.value.isZero()) return { kind: "zeroOfZero" };
  if (!fraction) return { kind: "zeroBase", cells: [...part.cells, ...whole.cells], formula: whole.formula };
  const parts = {
    part: part.value,
    partSlack: roundingSlack(part.value, context.bookUnit),
    whole: whole.value,
    wholeSlack: roundingSlack(whole.value, context.bookUnit),
  };
  const right = { text: percentOf(fraction.value.times(100)), unit: "%" };
  return tryPercent(figure, figure.value, parts, right, fraction, context);
}

function tryPercent(
  figure: PrintedFigure,
  stated: Amount,
  fraction: Parameters<typeof percentAgrees>[1],
  right: RightFigure,
  { cells, formula }: Known,
  context: JudgeContext,
): Trial {
  const exact = fraction.part.div(fraction.whole).times(100);
  if (figure.manner === "below") {
    return { kind: exact.abs().lt(stated.abs()) && !exact.isZero() ? "right" : "wrong", right, cells, formula };
  }
  if (percentAgrees(stated, fraction, halfPlace(figure, context.places)))
    return { kind: "right", right, cells, formula };
  const rounded = figure.decimals === 1 && round(exact, 1).eq(stated);
  return rounded ? { kind: "fewerDecimals" } : { kind: "wrong", right, cells, formula };
}

function percentOf(percent: Amount): string {
  return amountText(percent, { thousands: true });
}
