import type { TableKey } from "../model/table";
import type { AccountBook } from "../model/book";
import type { Facts } from "../narrative/facts/facts";
import { EVALUATED_FUNDS } from "../narrative/facts/from-sheets";
import { cell, parameter, type Sources } from "../narrative/facts/sources";
import { SUBJECT_BY_NAME, type Subject } from "../narrative/facts/subjects";
import { budgetKey, type Parameters } from "../narrative/parameters/parameters";
import { fromFigure, known, missing, total, type Quantity } from "../narrative/quantity";
import {
  incomeRow,
  TOTAL_ROW,
  Z01_ROWS,
  Z04_ROWS,
  Z06_ROWS,
  functionalRow,
  type ColumnKey,
  type FundKey,
} from "../model/table";
import type { Scope } from "./sections";
import type { ScopedName } from "./tokens";

/**
 * One thing a figure can be about: a subject, and the same thing as other tables state it (收入合计 in Z01 and in Z02).
 * A figure is right where it agrees with one of them.
 */
export interface Candidate {
  readonly subject: Subject;
  readonly elsewhere: readonly Subject[];
  /** Figures that can only confirm: right where one agrees, no mistake where none does (Σ of some of the 自评表). */
  readonly confirms?: readonly Subject[];
}

/** Where figures come from: this year's workbook and parameters, and last year's workbook where one was picked. */
export interface FigureSources {
  readonly book: AccountBook;
  readonly parameters: Parameters;
  readonly facts: Facts;
  /** Last year's workbook, in the same money unit and of the year before. */
  readonly priorBook?: AccountBook;
}

const SHARES_OF_THREE_PUBLIC: ReadonlySet<string> = new Set([
  "因公出国（境）费",
  "公务用车购置及运行维护费",
  "公务接待费",
]);

type Find = (sources: Sources) => Quantity;

/** Which table has the 科目 of a scope. */
const FUND_TABLES: Readonly<Record<Exclude<Scope, "fiscal">, TableKey>> = {
  all: "Z03",
  general: "Z05",
  fund: "JJ",
  stateCapital: "GZ",
};
const SCOPE_NAMES: Readonly<Record<Scope, string>> = {
  all: "",
  fiscal: "财政拨款",
  general: "一般公共预算",
  fund: "政府性基金",
  stateCapital: "国有资本经营",
};
const LISTS: Partial<Readonly<Record<Scope, string>>> = { general: "项", fund: "基金项", stateCapital: "国资项" };

/** Makes candidates out of the workbook; every quantity comes from the narrative's own facts or tables. */
export class Candidates {
  constructor(private readonly from: FigureSources) {}

  /** A subject of the narrative's catalogue with what other tables say of it; undefined where there is none. */
  named(name: string): Candidate | undefined {
    const subject = this.from.facts.subjects.get(name) ?? this.extra(name);
    if (!subject) return undefined;
    const whole = this.completed(subject);
    const elsewhere = this.otherTables(whole);
    if (name !== EVALUATED_FUNDS) return { subject: whole, elsewhere };
    // What the forms add up to may be asked of other projects than the text speaks of: it never makes a figure wrong.
    const isFilled = this.from.parameters.has(name);
    const now: Quantity = isFilled ? whole.now : missing("parameter", name, name);
    return { subject: { ...whole, now }, elsewhere, confirms: this.evaluatedFunds() };
  }

  /** 收支总计, 本年收入, 基本支出 … of a scope; undefined where the scope has none. */
  scoped(name: ScopedName, scope: Scope): Candidate | undefined {
    const catalogue = SCOPED_NAMES[name][scope];
    if (catalogue !== undefined) return this.named(catalogue);
    const found = SCOPED_CELLS[name]?.(scope);
    return (
      found && {
        subject: this.subject(`${SCOPE_NAMES[scope]}${LABELS[name]}`, ...found),
        elsewhere: this.basicOfAllFunds(name, scope),
      }
    );
  }

  /** A functional 科目 in the table of a scope; undefined where that table does not have it. */
  functional(code: string, scope: Scope): Candidate | undefined {
    if (scope === "fiscal") return this.fiscalClass(code);
    const list = LISTS[scope];
    const item = list === undefined ? undefined : this.listed(list, code);
    if (item) return alone(item);
    const key = FUND_TABLES[scope];
    const row = this.from.book.tables.get(key)?.byKey.get(code);
    if (!row) return undefined;
    const whole = scope === "all" ? "支出合计" : SCOPED_NAMES.expenditure[scope];
    const base = whole === undefined ? undefined : this.from.facts.subjects.get(whole);
    const named = this.subject(row.name, (s) => cell(s, key, code, "total"));
    const budget =
      scope === "all" ? {} : { budget: parameter(this.from, budgetKey(code), `${code}${row.name}年初预算`) };
    return alone({ ...named, key: `${scope}.${code}`, code, ...budget, ...shareIn(base) });
  }

  /** An economic 科目 of Z06. */
  economic(code: string): Candidate | undefined {
    const row = this.from.book.tables.get("Z06")?.byKey.get(code);
    const base = this.from.facts.subjects.get("一般公共预算基本支出");
    if (!row) return undefined;
    const named = this.subject(row.name, (s) => cell(s, "Z06", code, "amount"));
    return alone({ ...named, key: `经济.${code}`, code, ...shareIn(base) });
  }

  /** A project of the 自评表 or of the reviews. */
  project(key: string): Candidate | undefined {
    const item = this.listed("自评项目", undefined, key) ?? this.listed("评价项目", undefined, key);
    return item && alone(item);
  }

  /** A 款 or 类 that the list of 项 does not have gets its row; the list has the budgets. */
  private listed(list: string, code: string | undefined, key?: string): Subject | undefined {
    const items = this.from.facts.lists.get(list);
    if (!items || "kind" in items) return undefined;
    return items.find((item) => (code === undefined ? item.key === key : item.code === code));
  }

  private fiscalClass(code: string): Candidate | undefined {
    if (code.length !== 3 || !this.from.book.tables.get("Z04")?.byKey.has(functionalRow(code))) return undefined;
    const name = this.from.book.tables.get("Z04")?.byKey.get(functionalRow(code))?.name ?? code;
    const own = this.subject(name, (s) => cell(s, "Z04", functionalRow(code), "total"));
    // What is listed under 财政拨款 is often 一般公共预算, each 类 with its share of that.
    const general = this.functional(code, "general");
    return {
      subject: { ...own, ...shareIn(this.scoped("expenditure", "fiscal")?.subject) },
      elsewhere: general ? [general.subject, ...general.elsewhere] : [],
    };
  }

  /** 财政拨款基本支出 is worded alike for the general budget alone and for all funds together. */
  private basicOfAllFunds(name: ScopedName, scope: Scope): readonly Subject[] {
    if (scope !== "fiscal" || (name !== "basic" && name !== "project")) return [];
    return [
      this.subject(`财政拨款${LABELS[name]}`, (s) =>
        total(PRESENT_FUNDS(s).map((key) => cell(s, key, TOTAL_ROW, name))),
      ),
    ];
  }

  /** The parts of 三公 are shares of it; what the narrative does not compare has its figure in last year's workbook too. */
  private completed(subject: Subject): Subject {
    const { facts, priorBook } = this.from;
    const whole = SHARES_OF_THREE_PUBLIC.has(subject.key) ? facts.subjects.get("三公经费") : undefined;
    const last = subject.prior ? undefined : SUBJECT_BY_NAME.get(subject.key)?.now;
    const prior = priorBook && last?.({ book: priorBook, parameters: new Map() });
    return {
      ...subject,
      ...(whole && !subject.base ? { base: whole.now, baseLabel: whole.label } : {}),
      ...(prior?.kind === "known" ? { prior: known(prior.value, [], `上年工作簿：${prior.formula}`) } : {}),
    };
  }

  /** Σ of the 自评表 that the workbook has: they may be a choice of the projects, so that they only confirm. */
  private evaluatedFunds(): readonly Subject[] {
    const label = "各自评表资金之和";
    return (["initialBudget", "annualBudget", "executed"] as const).map((column) =>
      this.subject(label, ({ book }) =>
        total(
          book.forms.map((form) => {
            const figure = form.funds.find((row) => row.key === "total")?.figures.get(column);
            return figure ? fromFigure(figure, column) : missing("table", column, label);
          }),
        ),
      ),
    );
  }

  private extra(name: string): Subject | undefined {
    const find = EXTRA_SUBJECTS[name];
    return find && this.subject(name, find);
  }

  private otherTables(subject: Subject): readonly Subject[] {
    return (OTHER_TABLES[subject.key] ?? []).map((find) => ({ ...subject, ...this.figures(find, subject.prior) }));
  }

  private subject(label: string, find: Find, ...others: readonly Find[]): Subject {
    const { now, prior } = this.figures(find, undefined);
    const other = others.map((next) => this.figures(next, undefined)).find((found) => found.now.kind === "known");
    const best = now.kind === "missing" && other ? other : { now, prior };
    return { key: label, label, now: best.now, prior: best.prior ?? missing("parameter", label, `上年${label}`) };
  }

  /** The figure of this year's workbook and, where there is one, of last year's. */
  private figures(find: Find, otherwise: Quantity | undefined): { now: Quantity; prior?: Quantity } {
    const { book, parameters, priorBook } = this.from;
    const now = find({ book, parameters });
    const last = priorBook && find({ book: priorBook, parameters: new Map() });
    const prior = last?.kind === "known" ? known(last.value, [], `上年工作簿：${last.formula}`) : otherwise;
    return prior ? { now, prior } : { now };
  }
}

function alone(subject: Subject): Candidate {
  return { subject, elsewhere: [] };
}

function shareIn(base: Subject | undefined): Pick<Subject, "base" | "baseLabel"> {
  return base ? { base: base.now, baseLabel: base.label } : {};
}

const PRESENT_FUNDS = (s: Sources): readonly TableKey[] =>
  (["Z05", "JJ", "GZ"] as const).filter((key) => s.book.tables.has(key));

const LABELS: Readonly<Record<ScopedName, string>> = {
  grandTotal: "收支总计",
  income: "本年收入",
  expenditure: "本年支出",
  basic: "基本支出",
  project: "项目支出",
  opening: "年初结转和结余",
  closing: "年末结转和结余",
};

/** Scoped names that are subjects of the narrative's catalogue. */
const SCOPED_NAMES: Readonly<Record<ScopedName, Partial<Readonly<Record<Scope, string>>>>> = {
  grandTotal: { all: "收支总计", fiscal: "财政拨款收支总计" },
  income: { all: "收入合计", fund: "政府性基金本年收入", stateCapital: "国有资本经营本年收入" },
  expenditure: {
    all: "支出合计",
    general: "一般公共预算财政拨款支出",
    fund: "政府性基金本年支出",
    stateCapital: "国有资本经营本年支出",
  },
  basic: { all: "基本支出", general: "一般公共预算基本支出" },
  project: { all: "项目支出" },
  opening: { fund: "政府性基金年初结转和结余", stateCapital: "国有资本经营年初结转和结余" },
  closing: { fund: "政府性基金年末结转和结余", stateCapital: "国有资本经营年末结转和结余" },
};

const isFund = (scope: Scope): scope is FundKey => scope !== "all" && scope !== "fiscal";
const z04 =
  (row: string, column: ColumnKey): Find =>
  (s) =>
    cell(s, "Z04", row, column);

const INCOME_FUNDS: readonly FundKey[] = ["general", "fund", "stateCapital"];
const z01Income =
  (fund: FundKey): Find =>
  (s) =>
    cell(s, "Z01", incomeRow(fund), "amount");

/** Scoped names that stand in a table only; the second finder is used where the first finds nothing. */
const SCOPED_CELLS: Partial<Readonly<Record<ScopedName, (scope: Scope) => readonly [Find, ...Find[]] | undefined>>> = {
  income: (scope) =>
    scope === "fiscal"
      ? [z04(Z04_ROWS.incomeTotal, "amount"), (s) => total(INCOME_FUNDS.map((fund) => z01Income(fund)(s)))]
      : [z04(incomeRow("general"), "amount"), z01Income("general")],
  expenditure: () => [z04(Z04_ROWS.expenditureTotal, "total")],
  basic: (scope) => spending(scope, "basic"),
  project: (scope) => spending(scope, "project"),
  opening: (scope) =>
    scope === "all"
      ? [(s) => cell(s, "Z01", Z01_ROWS.opening, "amount")]
      : [z04(isFund(scope) ? Z04_ROWS.openingOf[scope] : Z04_ROWS.opening, "amount")],
  closing: (scope) => {
    if (scope === "all") return [(s) => cell(s, "Z01", Z01_ROWS.closing, "amount")];
    return isFund(scope)
      ? [z04(Z04_ROWS.closing, scope), z04(Z04_ROWS.closingOf[scope], "amount")]
      : [z04(Z04_ROWS.closing, "total"), z04(Z04_ROWS.closing, "amount")];
  },
};

function spending(scope: Scope, column: "basic" | "project"): readonly [Find] {
  const key = FUND_TABLES[scope === "fiscal" ? "general" : scope];
  return [(s) => cell(s, key, TOTAL_ROW, column)];
}

/** Names outside the narrative's catalogue. */
const EXTRA_SUBJECTS: Readonly<Record<string, Find>> = {
  结余分配: (s) => cell(s, "Z01", Z01_ROWS.surplusDistribution, "amount"),
  使用非财政拨款结余: (s) => cell(s, "Z01", Z01_ROWS.usedSurplus, "amount"),
  一般公共预算项目支出: (s) => cell(s, "Z05", TOTAL_ROW, "project"),
};

/** The same figure as other tables have it: where they differ by a cent, a text may follow either. */
const OTHER_TABLES: Readonly<Record<string, readonly Find[]>> = {
  收支总计: [(s) => cell(s, "Z01", Z01_ROWS.expenditureGrandTotal, "amount")],
  收入合计: [(s) => cell(s, "Z02", TOTAL_ROW, "total")],
  支出合计: [(s) => cell(s, "Z01", Z01_ROWS.expenditureTotal, "amount")],
  财政拨款收入: [z04(Z04_ROWS.incomeTotal, "amount")],
  财政拨款收支总计: [z04(Z04_ROWS.expenditureGrandTotal, "total")],
  一般公共预算财政拨款支出: [z04(Z04_ROWS.expenditureTotal, "general")],
  一般公共预算基本支出: [
    (s) => total([cell(s, "Z06", Z06_ROWS.personnelTotal, "amount"), cell(s, "Z06", Z06_ROWS.publicTotal, "amount")]),
  ],
  政府性基金本年收入: [z04(incomeRow("fund"), "amount"), z01Income("fund")],
  国有资本经营本年收入: [z04(incomeRow("stateCapital"), "amount"), z01Income("stateCapital")],
  政府性基金本年支出: [z04(Z04_ROWS.expenditureTotal, "fund")],
};
