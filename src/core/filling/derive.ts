import { ZERO, type Amount } from "../model/amount";
import { cellKey } from "../model/cell";
import type { Figure } from "../model/figure";
import { isBalanceCheck, type JudgedIdentity } from "../model/finding";
import type { Term } from "../model/rule";
import { byTarget, definitionsOf, type Counts, type Definition } from "./definitions";
import { FormulaLinks } from "./formula-links";
import type { Derived } from "./model";

/** A blank cell's derived value and the recipe it follows. */
export interface Derivation extends Derived {
  readonly definition: Definition;
}

/** Why a blank cell could not be derived although an identity is about it. */
export interface Stuck {
  readonly definition: Definition;
  readonly cause: "unknowns" | "violated" | "conflict";
  /** The identity that contradicts, for `violated` and `conflict`. */
  readonly against?: JudgedIdentity;
}

export interface DerivationResult {
  readonly derived: readonly Derivation[];
  readonly stuck: readonly Stuck[];
}

/**
 * Works out blank totals and counterparts from the balance checks, with interval arithmetic: a derived value carries
 * the slack of what it was computed from, and the most precise recipe wins. Nothing is derived from figures of an
 * identity that is violated, and nothing is kept that contradicts another identity. Blank cells no identity defines
 * are zero; blank cells that only define one another are zero if that satisfies everything they take part in.
 * A live formula that refers to a blank cell says nothing about it: what it will show is worked out like a blank.
 * Zero results are not reported: an empty cell already means zero.
 */
export function deriveBlanks(identities: readonly JudgedIdentity[], counts?: Counts): DerivationResult {
  const state = new BlankState(identities, counts);
  do state.propagate();
  while (state.settleZeros());
  state.dropContradictions();
  return { derived: state.derivations(), stuck: state.stuck() };
}

class BlankState {
  private readonly definitions: ReadonlyMap<string, readonly Definition[]>;
  private readonly unknown = new Set<string>();
  private readonly values = new Map<string, Derivation>();
  private readonly conflicts = new Map<string, JudgedIdentity>();
  private readonly tainted = new Map<string, JudgedIdentity>();
  private readonly balances: readonly JudgedIdentity[];
  /** Formula cells with the blank cells they depend on. */
  private readonly waiting = new Map<string, readonly string[]>();

  constructor(identities: readonly JudgedIdentity[], counts: Counts = isBalanceCheck) {
    this.balances = identities.filter((j) => j.identity.relation === "=" && counts(j));
    this.definitions = byTarget(definitionsOf(this.balances, counts));
    const blanks = [...this.definitions.values()].flatMap(([first]) =>
      first?.target.kind === "blank" ? [first.target.cell] : [],
    );
    for (const cell of blanks) this.unknown.add(cellKey(cell));
    const figures = this.balances.flatMap((judged) => termsOf(judged).map((t) => t.figure));
    const links = new FormulaLinks(figures);
    for (const { cell, formula } of figures) {
      if (formula === undefined || this.waiting.has(cellKey(cell))) continue;
      const awaited = links.among(cell, blanks).map(cellKey);
      if (awaited.length > 0) this.waiting.set(cellKey(cell), awaited);
    }
    for (const judged of this.balances) {
      const terms = termsOf(judged);
      if (judged.outcome !== "violated" || terms.some((t) => this.isOpen(cellKey(t.figure.cell)))) continue;
      for (const { figure } of terms) this.tainted.set(cellKey(figure.cell), judged);
    }
  }

  /** Derives every unknown whose recipe is complete until nothing changes. */
  propagate(): void {
    for (let changed = true; changed;) {
      changed = false;
      for (const key of [...this.unknown, ...this.changingFormulas()]) {
        const best = this.bestDerivation(key);
        if (!best) continue;
        this.values.set(key, best);
        this.unknown.delete(key);
        changed = true;
      }
    }
  }

  /**
   * Settles as zero the unknowns nothing speaks for: no recipe of theirs has a figure that is not zero. Groups whose
   * identities would break by it stay unknown.
   */
  settleZeros(): boolean {
    const silent = this.withoutEvidence();
    let settled = false;
    for (const group of this.groupsOf(silent)) {
      const touched = this.balances.filter((j) => termsOf(j).some((t) => group.has(cellKey(t.figure.cell))));
      const zero = (figure: Figure): Derived | undefined =>
        group.has(cellKey(figure.cell)) ? NOTHING : this.valueOf(figure);
      if (touched.some((judged) => fits(judged, zero) === false)) continue;
      for (const key of group) {
        const [definition] = this.definitions.get(key) ?? [];
        this.unknown.delete(key);
        if (definition) this.values.set(key, { ...NOTHING, definition });
      }
      settled = true;
    }
    return settled;
  }

  /** Unknowns with no recipe that has a figure other than zero, directly or through other unknowns. */
  private withoutEvidence(): ReadonlySet<string> {
    const evidenced = new Set<string>();
    for (let changed = true; changed;) {
      changed = false;
      for (const key of this.unknown) {
        if (evidenced.has(key)) continue;
        const speaks = (this.definitions.get(key) ?? []).some((d) =>
          d.terms.some(
            (t) => evidenced.has(cellKey(t.figure.cell)) || this.valueOf(t.figure)?.value.isZero() === false,
          ),
        );
        if (!speaks) continue;
        evidenced.add(key);
        changed = true;
      }
    }
    return new Set([...this.unknown].filter((key) => !evidenced.has(key)));
  }

  /** Takes back derived values that contradict an identity, and what was computed from them. */
  dropContradictions(): void {
    for (let changed = true; changed;) {
      changed = false;
      for (const judged of this.balances) {
        const derived = termsOf(judged).filter((t) => this.values.has(cellKey(t.figure.cell)));
        if (derived.length === 0 || fits(judged, (figure) => this.valueOf(figure)) !== false) continue;
        for (const { figure } of derived) {
          const key = cellKey(figure.cell);
          this.values.delete(key);
          this.unknown.add(key);
          this.conflicts.set(key, judged);
        }
        changed = true;
      }
      for (const [key, { definition }] of this.values) {
        if (definition.terms.every((t) => this.valueOf(t.figure))) continue;
        this.values.delete(key);
        this.unknown.add(key);
        changed = true;
      }
    }
  }

  derivations(): readonly Derivation[] {
    return [...this.values.values()].filter((d) => !d.value.isZero() && d.definition.target.kind === "blank");
  }

  /** What some figure speaks for and yet is not derived; other blanks simply have no data. */
  stuck(): readonly Stuck[] {
    const silent = this.withoutEvidence();
    const evidenced = [...this.unknown].filter((key) => !silent.has(key));
    return evidenced.flatMap((key): Stuck[] => {
      const definitions = this.definitions.get(key) ?? [];
      const [definition] = definitions;
      if (definition?.target.kind !== "blank") return [];
      const conflict = this.conflicts.get(key);
      if (conflict) return [{ definition, cause: "conflict", against: conflict }];
      const against = definitions
        .flatMap((d) => d.terms.map((t) => this.tainted.get(cellKey(t.figure.cell))))
        .find(Boolean);
      return [against ? { definition, cause: "violated", against } : { definition, cause: "unknowns" }];
    });
  }

  private bestDerivation(key: string): Derivation | undefined {
    let best: Derivation | undefined;
    for (const definition of this.definitions.get(key) ?? []) {
      if (definition.terms.some((t) => this.tainted.has(cellKey(t.figure.cell)))) continue;
      const total = totalOf(definition.terms, (figure) => this.valueOf(figure));
      if (total && (!best || total.slack.lt(best.slack))) best = { ...total, definition };
    }
    return best;
  }

  private valueOf(figure: Figure): Derived | undefined {
    const key = cellKey(figure.cell);
    const derived = this.values.get(key);
    if (derived) return derived;
    return this.isOpen(key) ? undefined : figure;
  }

  /** Nothing is known of the cell yet: a blank not derived, or a formula that depends on one that is not zero. */
  private isOpen(key: string): boolean {
    if (this.unknown.has(key)) return true;
    return this.waiting.get(key)?.some((blank) => this.values.get(blank)?.value.isZero() !== true) === true;
  }

  /** Formula cells not worked out yet that will show something else once a blank is filled. */
  private changingFormulas(): readonly string[] {
    return [...this.waiting]
      .filter(
        ([key, blanks]) => !this.values.has(key) && blanks.some((b) => this.values.get(b)?.value.isZero() === false),
      )
      .map(([key]) => key);
  }

  /** Cells of the set that share an identity, directly or through one another. */
  private groupsOf(cells: ReadonlySet<string>): readonly ReadonlySet<string>[] {
    const groups: Set<string>[] = [];
    for (const judged of this.balances) {
      const keys = termsOf(judged)
        .map((t) => cellKey(t.figure.cell))
        .filter((key) => cells.has(key));
      if (keys.length === 0) continue;
      const joined = groups.filter((group) => keys.some((key) => group.has(key)));
      const merged = new Set([...joined.flatMap((group) => [...group]), ...keys]);
      for (const group of joined) groups.splice(groups.indexOf(group), 1);
      groups.push(merged);
    }
    return groups;
  }
}

const NOTHING: Derived = { value: ZERO, slack: ZERO };

function termsOf({ identity }: JudgedIdentity): readonly Term[] {
  return [...identity.left, ...identity.right];
}

/** Σ of signed terms with its slack; undefined where a term is unknown. */
function totalOf(terms: readonly Term[], valueOf: (figure: Figure) => Derived | undefined): Derived | undefined {
  let value: Amount = ZERO;
  let slack: Amount = ZERO;
  for (const term of terms) {
    const known = valueOf(term.figure);
    if (!known) return undefined;
    value = term.sign === 1 ? value.plus(known.value) : value.minus(known.value);
    slack = slack.plus(known.slack);
  }
  return { value, slack };
}

/** Whether an identity holds within the accumulated slack; undefined where a term is unknown. */
function fits({ identity }: JudgedIdentity, valueOf: (figure: Figure) => Derived | undefined): boolean | undefined {
  const left = totalOf(identity.left, valueOf);
  const right = totalOf(identity.right, valueOf);
  if (!left || !right) return undefined;
  return left.value.minus(right.value).abs().lte(left.slack.plus(right.slack));
}
