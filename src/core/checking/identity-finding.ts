import { onOneLine } from "../glossary/normalise";
import { formatAmount, plainAmount, sum, type Amount } from "../model/amount";
import type { Finding, JudgedIdentity } from "../model/finding";
import type { Identity, Severity, Term } from "../model/rule";
import { asPrinted } from "../units/printing";

/** Longest list of addends named one by one; longer ones are counted. */
const NAMED_ADDENDS = 3;
const NAMED_LENGTH = 36;

/** What the messages need to know besides the identity. */
export interface MessageContext {
  readonly severity: Severity;
  /** The difference is within the tolerance, but larger than rounding makes likely. */
  readonly unlikelyRounding?: boolean;
}

/** The finding of an identity that is violated or holds only through rounding; its id is given by the caller. */
export function identityFinding(judged: JudgedIdentity, context: MessageContext): Omit<Finding, "id"> {
  const { identity } = judged;
  const said = asSaid(judged);
  const named = namedSide(identity);
  const cells = named.map((term) => term.figure.cell);
  return {
    rule: judged.rule,
    severity: context.severity,
    sheet: cells[0]?.sheet ?? identity.sheet,
    cells,
    related: named === identity.left ? identity.right.map((term) => term.figure.cell) : [],
    message: onOneLine(identityMessage(judged, context)),
    expected: plainAmount(said.expected),
    actual: plainAmount(said.actual),
    difference: plainAmount(said.difference),
    ...(identity.project === undefined ? {} : { project: identity.project }),
    withinRounding: judged.outcome === "withinRounding",
    identity,
  };
}

/** "人员经费合计比 301+303 少 0.02 万元（应为 4,863.86，现为 4,863.84）": the one wording for all linear rules. */
export function identityMessage(judged: JudgedIdentity, context: MessageContext): string {
  const { identity } = judged;
  const { difference, unit, ...said } = asSaid(judged);
  const [actual, expected] = [formatAmount(said.actual), formatAmount(said.expected)];
  const gap = `${formatAmount(difference.abs())} ${unit}`;
  const other = addends(identity.right);
  const remark = identity.remark === undefined ? "" : `；${identity.remark}`;
  const figures =
    identity.relation === ">=" ? `（不应小于 ${expected}，现为 ${actual}）` : `（应为 ${expected}，现为 ${actual}）`;
  if (judged.outcome === "withinRounding") {
    const note = context.unlikelyRounding ? "，未超出尾差范围但偏大，请核对" : "，属尾差";
    return `${identity.subject}与${other}相差 ${gap}${note}${figures}${remark}`;
  }
  return `${identity.subject}比${other}${difference.isNegative() ? "少" : "多"} ${gap}${figures}${remark}`;
}

/** The figures of an identity as its finding says them: as the sheet it is filed under prints them. */
function asSaid({ identity, difference }: JudgedIdentity): {
  readonly actual: Amount;
  readonly expected: Amount;
  readonly difference: Amount;
  readonly unit: string;
} {
  const [first] = namedSide(identity);
  const actual = totalOf(identity.left);
  const said = (value: Amount): Amount => (first ? asPrinted(value, first.figure) : value);
  return {
    actual: said(actual),
    expected: said(actual.minus(difference)),
    difference: said(difference),
    unit: identity.unit ?? first?.figure.printing.unit ?? "",
  };
}

/** A left side that is not printed counts as zero; the finding then stands at the figures that are. */
function namedSide({ left, right }: Identity): readonly Term[] {
  return left.length > 0 ? left : right;
}

function totalOf(terms: readonly Term[]): Amount {
  return sum(terms.map((term) => (term.sign === 1 ? term.figure.value : term.figure.value.neg())));
}

/** The addends by name where they are few, else their number; those that stand at zero are not named. */
function addends(terms: Identity["right"]): string {
  const standing = terms.filter((term) => !term.figure.value.isZero());
  const named = standing.length === 0 ? terms.slice(0, 1) : standing;
  if (named.length === 0) return " 0 ";
  const text = named
    .map((term, i) => `${i === 0 && term.sign === 1 ? "" : term.sign === 1 ? "+" : "−"}${shortLabel(term.label)}`)
    .join("");
  if (named.length > NAMED_ADDENDS || (named.length > 1 && text.length > NAMED_LENGTH)) {
    return `各项之和（${named.length} 项）`;
  }
  return /^[\d(−]/.test(text) ? ` ${text} ` : text;
}

/** "301 工资福利支出" → "301"; a label without a code stays. */
function shortLabel(label: string): string {
  return /^\d{3,7}(?= )/.exec(label)?.[0] ?? label;
}
