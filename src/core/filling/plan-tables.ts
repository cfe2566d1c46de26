import { formatAmount, ZERO } from "../model/amount";
import { cellKey, type CellAddress } from "../model/cell";
import type { AccountBook } from "../model/book";
import type { Figure } from "../model/figure";
import type { CheckResult, JudgedIdentity } from "../model/finding";
import type { Term } from "../model/rule";
import { definitionsOf, type Definition } from "./definitions";
import { deriveBlanks, type Derivation, type Stuck } from "./derive";
import { printedValue, sumFormula } from "./formulas";
import type { FillPlan, NotDerivable, PlannedWrite } from "./model";
import { idOf } from "./plan-cell";

/**
 * Plan for the standard tables: blank totals, subtotals and counterparts, and totals whose content differs from what
 * their parts add up to. Values are in each sheet's own money unit.
 */
export function planTables(book: AccountBook, result: CheckResult): FillPlan {
  const tableSheets = new Map([...book.tables.values()].map((table) => [table.sheet, table.title.text]));
  const identities = result.identities.filter(({ identity }) => tableSheets.has(identity.sheet));
  const { derived, stuck } = deriveBlanks(identities);
  const groupOf = (cell: CellAddress) => tableSheets.get(cell.sheet) ?? cell.sheet;
  const blanks = derived.map((item) => blankWrite(item, groupOf));
  const differing = differingTotals(identities).map((item) => differingWrite(item, groupOf));
  return {
    writes: [...blanks, ...differing],
    notDerivable: stuck.filter(isTotal).map((item) => notDerivable(item, groupOf)),
  };
}

type GroupOf = (cell: CellAddress) => string;

function blankWrite(item: Derivation, groupOf: GroupOf): PlannedWrite {
  return writeFor(
    item.definition,
    printedValue(item.value, item.definition.target, item.definition.terms),
    true,
    groupOf,
  );
}

function writeFor(
  { target, terms, judged }: Definition,
  content: ReturnType<typeof printedValue>,
  isBlank: boolean,
  groupOf: GroupOf,
): PlannedWrite {
  const formula = sumFormula(target, terms);
  const formatLike = formatNeighbour(target, terms);
  return {
    id: idOf(target.cell),
    cell: target.cell,
    group: groupOf(target.cell),
    label: judged.identity.subject,
    present: target.raw,
    ...(target.formula === undefined ? {} : { presentFormula: target.formula }),
    isBlank,
    content: content.toNumber(),
    ...(formula === undefined ? {} : { formula }),
    rule: judged.identity.rule,
    reason: reasonFor(terms),
    sources: terms.map((t) => t.figure.cell),
    ...(formatLike ? { formatLike } : { numberFormat: "#,##0.00" }),
  };
}

/** A figure printed like the target: on its own sheet, nearest to it. */
function formatNeighbour(target: Figure, terms: readonly Term[]): CellAddress | undefined {
  const distance = (cell: CellAddress) =>
    Math.abs(cell.row - target.cell.row) + Math.abs(cell.column - target.cell.column);
  return terms
    .map((t) => t.figure)
    .filter((f) => f.cell.sheet === target.cell.sheet && f.kind === "amount" && !f.storedAsText)
    .map((f) => f.cell)
    .sort((a, b) => distance(a) - distance(b))[0];
}

function reasonFor(terms: readonly Term[]): string {
  const standing = terms.filter((t) => !t.figure.value.isZero() || t.figure.kind !== "blank");
  const [only] = standing;
  if (standing.length === 1 && only?.sign === 1) return `取自 ${only.label} ${formatAmount(only.figure.value)}`;
  const named = standing
    .slice(0, MOST_NAMED)
    .map((t, index) => `${t.sign === -1 ? "−" : index === 0 ? "" : "＋"}${t.label}`);
  return standing.length > MOST_NAMED ? `${named.join("")}等 ${standing.length} 项之和` : named.join("");
}

const MOST_NAMED = 4;

/** A violated total whose parts are sound and whose corrected value breaks nothing else. */
function differingTotals(identities: readonly JudgedIdentity[]): readonly Definition[] {
  const using = new Map<string, JudgedIdentity[]>();
  for (const judged of identities) {
    for (const { figure } of [...judged.identity.left, ...judged.identity.right]) {
      const key = cellKey(figure.cell);
      const list = using.get(key);
      if (list) list.push(judged);
      else using.set(key, [judged]);
    }
  }
  const usesOf = (figure: Figure) => using.get(cellKey(figure.cell)) ?? [];
  const violated = definitionsOf(identities.filter((j) => j.outcome === "violated"));
  return violated.filter(({ target, terms, judged }) => {
    if (target.kind === "blank" || target.kind === "invalid") return false;
    const partsSound = terms.every((t) => usesOf(t.figure).every((j) => j === judged || j.outcome !== "violated"));
    return partsSound && usesOf(target).every((j) => holdsAfter(j, target, judged));
  });
}

/** Whether an identity holds once `target` is changed so that `mended` becomes exact. */
function holdsAfter(judged: JudgedIdentity, target: Figure, mended: JudgedIdentity): boolean {
  if (judged === mended || judged.identity.relation !== "=") return true;
  const coefficient = (of: JudgedIdentity) => {
    const side = (terms: readonly Term[], sign: 1 | -1) =>
      terms.reduce((n, t) => (cellKey(t.figure.cell) === cellKey(target.cell) ? n + t.sign * sign : n), 0);
    return side(of.identity.left, 1) + side(of.identity.right, -1);
  };
  const delta = mended.difference.neg().times(coefficient(mended));
  return judged.difference
    .plus(delta.times(coefficient(judged)))
    .abs()
    .lte(judged.tolerance);
}

function differingWrite(definition: Definition, groupOf: GroupOf): PlannedWrite {
  const value = definition.terms.reduce(
    (total, { figure, sign }) => (sign === 1 ? total.plus(figure.value) : total.minus(figure.value)),
    ZERO,
  );
  return writeFor(definition, printedValue(value, definition.target, definition.terms), false, groupOf);
}

/** Only blanks some figure speaks for are worth naming; the rest simply have no data. */
function isTotal({ definition }: Stuck): boolean {
  return definition.terms.some((t) => !t.figure.value.isZero());
}

function notDerivable({ definition, cause, against }: Stuck, groupOf: GroupOf): NotDerivable {
  const contradiction = against ? `“${against.identity.subject}”` : "";
  const reason = {
    unknowns: "同一等式中还有别的空白，无法唯一确定",
    violated: `所依据的数与${contradiction}不符，请先改正`,
    conflict: `按不同等式得出的数不一致（见${contradiction}），请先核对`,
  }[cause];
  return {
    cell: definition.target.cell,
    group: groupOf(definition.target.cell),
    label: definition.judged.identity.subject,
    reason,
  };
}
