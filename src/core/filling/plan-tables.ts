import { formatAmount, ZERO } from "../model/amount";
import { cellKey, lastBeginning, type CellAddress } from "../model/cell";
import type { AccountBook } from "../model/book";
import type { Figure } from "../model/figure";
import { isBalanceCheck, type CheckResult, type JudgedIdentity } from "../model/finding";
import type { Term } from "../model/rule";
import { toleranceOfIdentity } from "../units/tolerance";
import { byTarget, definitionsOf, type Counts, type Definition } from "./definitions";
import { deriveBlanks, type Derivation, type Stuck } from "./derive";
import { FormulaLinks } from "./formula-links";
import { printedValue, sumFormula } from "./formulas";
import type { FillPlan, NotDerivable, PlannedWrite } from "./model";
import { formatAmong, writeOf } from "./plan-cell";
import { asPrinted } from "../units/printing";

/**
 * Plan for the standard tables: blank totals, subtotals and counterparts, and totals whose content differs from what
 * their parts add up to. Values are in each sheet's own money unit.
 */
export function planTables(book: AccountBook, result: CheckResult): FillPlan {
  const titles = [...book.tables.values()].map(({ title }) => title);
  const sheets = new Set([...book.tables.values()].map((table) => table.sheet));
  const identities = result.identities.filter(({ identity }) => sheets.has(identity.sheet));
  const { derived, stuck } = deriveBlanks(identities, countsIn(book));
  const around: Surroundings = {
    groupOf: (cell) => lastBeginning(titles, cell)?.text ?? cell.sheet,
    links: new FormulaLinks(
      identities.flatMap(({ identity }) => [...identity.left, ...identity.right].map((t) => t.figure)),
    ),
    open: new Set([...derived, ...stuck].map((item) => cellKey(item.definition.target.cell))),
  };
  return {
    writes: [
      ...derived.map((item) => blankWrite(item, around)),
      ...differingTotals(identities, around.open).map((item) => differingWrite(item, around)),
    ],
    notDerivable: stuck.map((item) => notDerivable(item, around.groupOf)),
  };
}

/**
 * Balance checks count, and checks between tables that must agree where they tell a row by code that nobody has filled in:
 * it is taken over from its counterpart.
 */
function countsIn(book: AccountBook): Counts {
  const rows = [...book.tables.values()].flatMap((table) => table.rows);
  const empty = rows.filter(
    ({ code, figures }) => code !== undefined && [...figures.values()].every(({ kind }) => kind === "blank"),
  );
  const cells = new Set(empty.flatMap(({ figures }) => [...figures.values()].map(({ cell }) => cellKey(cell))));
  const isEmpty = ([only, ...others]: readonly Term[]): boolean =>
    only !== undefined && others.length === 0 && cells.has(cellKey(only.figure.cell));
  return (judged) =>
    isBalanceCheck(judged) ||
    (judged.severity === "verify" && (isEmpty(judged.identity.left) || isEmpty(judged.identity.right)));
}

type GroupOf = (cell: CellAddress) => string;

/** What a write needs to know of the workbook around it. */
interface Surroundings {
  readonly groupOf: GroupOf;
  readonly links: FormulaLinks;
  /** Blank cells that are filled, or should be but can't. */
  readonly open: ReadonlySet<string>;
}

function blankWrite({ value, definition }: Derivation, around: Surroundings): PlannedWrite {
  return writeFor(definition, printedValue(value, definition.target, definition.terms), around);
}

function writeFor(
  { target, terms, judged }: Definition,
  content: ReturnType<typeof printedValue>,
  { groupOf, links, open }: Surroundings,
): PlannedWrite {
  const isCircular = terms.some((t) => links.depends(t.figure.cell, target.cell));
  const formula = isCircular ? undefined : sumFormula(target, terms);
  return writeOf(target, {
    group: groupOf(target.cell),
    label: judged.identity.subject,
    content: content.toNumber(),
    ...(formula === undefined ? {} : { formula }),
    rule: judged.rule,
    reason: reasonFor(terms, open),
    sources: terms.map((t) => t.figure.cell),
    ...formatAmong(
      target,
      terms.map((t) => t.figure),
      MONEY_FORMAT,
    ),
  });
}

/** How the value is made up: the terms that count, zeros left out; blanks among them are filled along with it. */
function reasonFor(terms: readonly Term[], open: ReadonlySet<string>): string {
  const standing = terms.filter(({ figure }) => !figure.value.isZero() || open.has(cellKey(figure.cell)));
  const [only] = standing;
  if (standing.length === 1 && only?.sign === 1) {
    const { figure, label } = only;
    return figure.kind === "blank" ? `取自 ${label}` : `取自 ${label} ${formatAmount(asPrinted(figure.value, figure))}`;
  }
  const named = standing
    .slice(0, MOST_NAMED)
    .map((t, index) => `${t.sign === -1 ? "−" : index === 0 ? "" : "＋"}${t.label}`);
  return standing.length > MOST_NAMED ? `${named.join("")}等 ${standing.length} 项之和` : named.join("");
}

const MOST_NAMED = 4;
const MONEY_FORMAT = "#,##0.00";

/**
 * Violated totals, each once, whose parts are sound, none of them a blank yet to be filled (`open`), and whose corrected
 * value breaks nothing else.
 */
function differingTotals(identities: readonly JudgedIdentity[], open: ReadonlySet<string>): readonly Definition[] {
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
  const found = violated.filter(({ target, terms, judged }) => {
    if (target.kind === "blank" || target.kind === "invalid") return false;
    if (terms.some((t) => open.has(cellKey(t.figure.cell)))) return false;
    const partsSound = terms.every((t) => usesOf(t.figure).every((j) => j === judged || j.outcome !== "violated"));
    return partsSound && usesOf(target).every((j) => holdsAfter(j, target, judged));
  });
  return [...byTarget(found).values()].flatMap(([first]) => first ?? []);
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
    .lte(toleranceOfIdentity(judged.identity));
}

function differingWrite(definition: Definition, around: Surroundings): PlannedWrite {
  const value = definition.terms.reduce(
    (total, { figure, sign }) => (sign === 1 ? total.plus(figure.value) : total.minus(figure.value)),
    ZERO,
  );
  return writeFor(definition, printedValue(value, definition.target, definition.terms), around);
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
