import type { AccountBook } from "../model/book";
import type { Cause, Explanation } from "../model/diagnosis";
import type { Figure } from "../model/figure";
import type { MoneyUnit } from "../model/quantity";
import { isBalanceCheck, type CheckResult, type Finding } from "../model/finding";
import type { Identity } from "../model/rule";
import { a1 } from "../model/cell";
import { findFillings } from "./blanks/fillings";
import { componentsOf } from "./components";
import { expectationsOf, FindingsByRow, type Expectation } from "./corroboration";
import { neighboursIn } from "./neighbours";
import { peelConsistentCells } from "./peel";
import { differencesAfter, holds, rankSolutions, type RankedSolution, type RankingContext } from "./rank";
import { smallestCorrections, type Correction } from "./search";
import { LinearSystem, type Equation, type Unknown } from "./system";
import { filledPatterns, sheetPatterns, type PatternMatch } from "./patterns";
import { independentParts, leadersOf, mayBeLostInstead, shownOf } from "./parts";
import { Places } from "./places";
import type { Neighbours } from "./slips";
import { wrongWeights } from "./wrong-weights";
import { mayBeNegative } from "../rules/shared/signs";

/** Most cells one component is searched for; beyond it only what single cells show for certain is peeled off. */
const MAX_CELLS = 3;
const SEARCH_BUDGET = 20_000;

/**
 * Explains violated identities by the smallest set of cells whose correction satisfies all of them without breaking
 * one that holds (domain.md 4.4). Every violated identity finding belongs to exactly one cause. Proposed values are
 * in the book's money unit. `units`: sheets judged in another unit than they state; that is a cause of its own. Where several explanations are equally good all are given (at most three, best first);
 * where none or too many fit, `inQuestion` names the figures. Findings of other rules are not touched.
 */
export function diagnose(
  result: CheckResult,
  book: AccountBook,
  units: ReadonlyMap<string, MoneyUnit> = new Map(),
): readonly Cause[] {
  const findings = findingsByIdentity(result.findings);
  if (result.findings.length === 0 && units.size === 0) return [];
  const system = new LinearSystem(result.identities);
  const run = new Diagnosis(book, system, findings, result.findings);
  return run.causes(units);
}

function findingsByIdentity(findings: readonly Finding[]): ReadonlyMap<Identity, Finding> {
  const map = new Map<Identity, Finding>();
  for (const finding of findings) if (finding.identity) map.set(finding.identity, finding);
  return map;
}

/** One run over one book; collects causes and remembers which findings are taken. */
class Diagnosis {
  private readonly taken = new Set<string>();
  private readonly found: Cause[] = [];
  private readonly places: Places;
  private readonly neighbours: Neighbours;
  private readonly expectations: ReadonlyMap<string, Expectation>;
  private readonly others: FindingsByRow;

  constructor(
    private readonly book: AccountBook,
    private readonly system: LinearSystem,
    private readonly findings: ReadonlyMap<Identity, Finding>,
    private readonly allFindings: readonly Finding[],
  ) {
    this.places = new Places(book);
    this.neighbours = neighboursIn(this.places);
    this.expectations = expectationsOf(allFindings, [...book.forms, ...book.departmentForms]);
    this.others = new FindingsByRow(allFindings);
  }

  causes(units: ReadonlyMap<string, MoneyUnit>): readonly Cause[] {
    this.addUnits(units);
    const explained = new Set<Equation>();
    this.addWeights(explained);
    this.addPatterns(sheetPatterns(this.book, this.system, this.places), explained);
    const isOpen = (equation: Equation): boolean => !explained.has(equation);
    const isBalance = (equation: Equation): boolean =>
      equation.relation === "=" &&
      isOpen(equation) &&
      (isBalanceCheck(equation.judged) || this.givesEmptyRow(equation));
    const { fillings, waiting } = findFillings(this.system, this.system.violated.filter(isOpen), isBalance, {
      isInEmptyRow: ({ figure }) => this.places.isInEmptyRow(figure.cell),
      isInEmptyColumn: ({ figure }) => this.places.isInEmptyColumn(figure.cell),
      isWronglyNegative: (unknown) => unknown.value < 0n && !this.mayBeNegative(unknown),
    });
    for (const { equations, explanations, inQuestion, contradicts } of fillings) {
      this.add(equations, explanations, inQuestion, { kind: contradicts ? "error" : "toFill" });
      for (const equation of equations) explained.add(equation);
    }
    const counts = (equation: Equation): boolean => isOpen(equation) && !waiting.has(equation);
    this.addPatterns(filledPatterns(this.book, this.system, this.places, counts), explained);
    const violated = this.system.violated.filter((equation) => equation.relation === "=" && isOpen(equation));
    for (const component of componentsOf(violated)) this.explain(component, explained, waiting);
    return this.found;
  }

  private addUnits(units: ReadonlyMap<string, MoneyUnit>): void {
    for (const [sheet, unit] of units) {
      const moneyUnit = [...this.book.tables.values()].find((table) => table.sheet === sheet)?.moneyUnit;
      if (moneyUnit)
        this.add([], [], [], { kind: "error", pattern: { kind: "moneyUnit", sheet, cell: moneyUnit.cell, unit } });
    }
  }

  private addWeights(explained: Set<Equation>): void {
    for (const { findings, equations, weights } of wrongWeights(this.book, this.allFindings, this.system.violated)) {
      this.add(equations, [], weights, { kind: "error", further: findings });
      for (const equation of equations) explained.add(equation);
    }
  }

  private addPatterns(matches: readonly PatternMatch[], explained: Set<Equation>): void {
    for (const { pattern, equations, inQuestion } of matches) {
      this.add(equations, [], inQuestion, { kind: pattern.kind === "notBegun" ? "toFill" : "error", pattern });
      for (const equation of equations) explained.add(equation);
    }
  }

  private explain(
    component: readonly Equation[],
    patterned: ReadonlySet<Equation>,
    waiting: ReadonlySet<Equation>,
  ): void {
    const isHard = hardnessFor(component, (equation) => patterned.has(equation) || waiting.has(equation));
    // A verification check over a whole workbook, left open, must not tie errors together that are apart.
    const parts = componentsOf(component.filter(isHard));
    for (const part of parts) {
      this.explainTogether(part, isHard, waiting);
      if (parts.length > 1) this.addUnexplained(part);
    }
    this.addUnexplained(component);
  }

  /** Whether a check between tables that must agree tells a figure of a row that nobody has filled in. */
  private givesEmptyRow({ judged: { identity, outcome } }: Equation): boolean {
    return (
      outcome === "violated" &&
      [identity.left, identity.right].some(
        ([only, ...others]) =>
          only?.figure.kind === "blank" && others.length === 0 && this.places.isInEmptyRow(only.figure.cell),
      )
    );
  }

  private readonly mayBeNegative = ({ figure }: Unknown): boolean => {
    const place = this.places.at(figure.cell);
    return place !== undefined && mayBeNegative(place.row, place.column);
  };

  private explainTogether(
    targets: readonly Equation[],
    isHard: (equation: Equation) => boolean,
    waiting: ReadonlySet<Equation>,
  ): void {
    const { system, neighbours, expectations, mayBeNegative } = this;
    const context: RankingContext = { system, isHard, neighbours, expectations, mayBeNegative };
    // Advice cannot spoil a right figure: nothing is changed while a violated identity of its own waits for a blank.
    const isAdvisable = ({ unknown }: Correction): boolean =>
      !unknown.uses.some(({ equation }) => equation.violated && waiting.has(equation));
    const options = { isHard, maxCells: MAX_CELLS, budget: SEARCH_BUDGET };
    const ranked = rankSolutions(smallestCorrections(targets, options), context);
    const [best] = ranked;
    const consistent = peelConsistentCells(targets, isHard).corrections;
    if (best) {
      // As many cells as are searched for may be more than that: what no other identity of their own confirms is open.
      const isConfirmed = ({ unknown }: Correction): boolean =>
        best.corrections.length < MAX_CELLS || consistent.some((own) => own.unknown === unknown);
      this.explainParts(best, ranked, (correction) => isAdvisable(correction) && isConfirmed(correction));
      return;
    }
    for (const correction of consistent) {
      const [single] = rankSolutions([[correction]], context);
      if (single?.corrections.every(isAdvisable))
        this.add(this.mendedBy(single.corrections), [{ suspects: single.suspects }], []);
    }
  }

  /** Splits the best solution into independent parts; each part's rivals are the solutions that differ in it alone. */
  private explainParts(
    best: RankedSolution,
    ranked: readonly RankedSolution[],
    isAdvisable: (correction: Correction) => boolean,
  ): void {
    const parts = independentParts(best.corrections).map((part) => ({
      part,
      mended: this.mendedBy(part),
      leaders: leadersOf(part, best, ranked),
    }));
    // A finding goes to the part it says most about: parts with fewer violated identities choose first.
    for (const { part, mended, leaders } of [...parts].sort((a, b) => a.mended.length - b.mended.length)) {
      const isOpenBeside = parts.some(
        (other) => other.part !== part && other.leaders.length > 1 && mayBeLostInstead(part, other.part),
      );
      const isCertain = leaders.every(({ own }) => own.every(isAdvisable)) && !isOpenBeside;
      const explanations = (isCertain ? shownOf(leaders) : []).map(({ solution, own }): Explanation => ({
        suspects: solution.suspects.filter((_, index) => own.some((c) => c === solution.corrections[index])),
      }));
      const isAllShown = explanations.length === leaders.length;
      const inQuestion = isAllShown ? [] : leaders.flatMap(({ own }) => own.map((c) => c.unknown.figure));
      this.add(mended, explanations, unique(inQuestion));
    }
  }

  /** Violated equations (soft ones included) that hold once these corrections are made, or that they take part in. */
  private mendedBy(corrections: readonly Correction[]): readonly Equation[] {
    return [...differencesAfter(corrections)]
      .filter(
        ([equation, difference]) => equation.violated && (equation.relation === "=" || holds(equation, difference)),
      )
      .map(([equation]) => equation);
  }

  private addUnexplained(component: readonly Equation[]): void {
    const open = component.filter((e) => !this.taken.has(this.findingOf(e)?.id ?? ""));
    if (open.length === 0) return;
    const counts = new Map<Figure, number>();
    for (const equation of open) {
      for (const { unknown } of equation.members) {
        counts.set(unknown.figure, (counts.get(unknown.figure) ?? 0) + 1);
      }
    }
    const most = Math.max(...counts.values());
    this.add(
      open,
      [],
      [...counts].filter(([, count]) => count === most).map(([figure]) => figure),
    );
  }

  private findingOf(equation: Equation): Finding | undefined {
    return this.findings.get(equation.judged.identity);
  }

  private add(
    equations: readonly Equation[],
    explanations: readonly Explanation[],
    inQuestion: readonly Figure[],
    { kind, pattern, further = [] }: Pick<Cause, "kind" | "pattern"> & { readonly further?: readonly Finding[] } = {
      kind: "error",
    },
  ): void {
    const ids = further.map(({ id }) => id);
    for (const equation of equations) {
      const id = this.findingOf(equation)?.id;
      if (id !== undefined && !this.taken.has(id)) ids.push(id);
    }
    if (pattern?.cell) ids.push(...this.others.about(pattern.cell).map((f) => f.id));
    if (ids.length === 0) return;
    const [only, ...others] = explanations;
    if (only && others.length === 0) {
      for (const { figure } of only.suspects) ids.push(...this.others.about(figure.cell).map((f) => f.id));
    }
    for (const id of ids) this.taken.add(id);
    const lead = explanations[0]?.suspects[0]?.figure.cell;
    const id = lead ? `${lead.sheet}!${a1(lead)}` : (ids[0] ?? "");
    this.found.push({ id, kind, findings: ids, explanations, inQuestion, ...(pattern ? { pattern } : {}) });
  }
}

/**
 * Balance checks (error) must hold in every explanation; verification checks count as evidence only, unless nothing
 * else is violated in the component.
 */
function hardnessFor(
  component: readonly Equation[],
  isLeftOut: (equation: Equation) => boolean,
): (equation: Equation) => boolean {
  const anyError = component.some(({ judged }) => isBalanceCheck(judged));
  return (equation) =>
    equation.relation === "=" && !isLeftOut(equation) && (!anyError || isBalanceCheck(equation.judged));
}

function unique(figures: readonly Figure[]): readonly Figure[] {
  return [...new Set(figures)];
}
