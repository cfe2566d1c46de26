import type { Amount } from "./amount";
import type { AccountBook } from "./book";
import type { CellAddress } from "./cell";
import type { Figure } from "./figure";
import type { SheetKind } from "./table";

/** `error` must hold (E), `verify` must be explained if it does not (C), `hint` is advice (I). */
export type Severity = "error" | "verify" | "hint";

/** Where a rule comes from. */
export interface Basis {
  /** Document and article, or 依据公开表样归纳 where it was inferred from published sheets. */
  readonly document: string;
  readonly inferred: boolean;
}

/** Thresholds and choices a user may change. */
export interface CheckSettings {
  /** ZP-11: over-achievement that needs an analysis, as a fraction (0.3 = 30 %). */
  readonly overAchievement: Amount;
  /** HZ-02: lowest total of 优, 良, 中. */
  readonly grades: { readonly excellent: Amount; readonly good: Amount; readonly fair: Amount };
  /** RX: how the hotline's rules are read where their text leaves a choice. */
  readonly hotline: HotlineSettings;
}

/** Choices the text of the hotline's assessment leaves open; the first of each is the default. */
export interface HotlineChoices {
  /** Exactly 140 / 70 / 60 orders stand in two brackets: in the lower one (4.5), or 以上 takes them in (5). */
  readonly volumeTop: "exclusive" | "inclusive";
  /** The class's brackets by 类别, or by what the unit is called. */
  readonly bracket: "class" | "name";
  /** Orders pushed off and done again are shared among all units, or within a class. */
  readonly pool: "all" | "class";
  /** An order sent back twice counts as such only, or as sent back once too. */
  readonly repeated: "once" | "both";
  /** 工单办理考核得分 adds up its parts as printed, or as they are before rounding. */
  readonly rounding: "parts" | "sum";
  /** A quarter's score is the mean of its months, or worked out anew from its sums. */
  readonly quarter: "mean" | "recomputed";
  /** 排名 goes by the total of 80 and 20 %, or by 工单办理 alone. */
  readonly ranking: "overall" | "workOrders";
  /** The last of 街道 and of 镇 each, or of both together. */
  readonly lastPlaces: "class" | "together";
  /** Items of 综合管理考核 that do not say 扣完为止: not below 0, or what is beyond goes on from the total. */
  readonly itemFloor: "zero" | "continue";
  /** 11.2: at most its 2 points, or the 3 of the year. */
  readonly bonusCap: "item" | "year";
}

/** The choices, and how much 扣分指标 takes at most. */
export interface HotlineSettings extends HotlineChoices {
  /** In points; absent: no cap but that the score is not below 0. */
  readonly deductionCap?: Amount | undefined;
}

/** A paragraph of a document or text. */
export interface ReportParagraph {
  readonly text: string;
  /** Project in whose evaluation report it stands. */
  readonly project?: string;
}

/** A text beside the workbook, or the document its tables stand in. */
export interface ReportText {
  readonly paragraphs: readonly ReportParagraph[];
  /** Project in whose report a sheet's table stands, by sheet, where the text is the document the tables are from. */
  readonly projects?: ReadonlyMap<string, string>;
}

export interface RuleContext {
  readonly book: AccountBook;
  /** Text that tells how evaluations ended, where one is at hand (PJ-10). */
  readonly reportText?: ReportText;
  readonly settings: CheckSettings;
  /** Last year's workbook, where the user gave one. */
  readonly priorYear?: AccountBook;
}

/** What every rule says about itself; the rule pages, cards and reports are made from it. */
export interface RuleMeta {
  /** Stable id of domain.md 4 and 5 ("Z02-01"); never reused. */
  readonly id: string;
  readonly title: string;
  /** The rule in one Chinese sentence. */
  readonly statement: string;
  /** The rule as a formula in the field's words ("本年收入合计 = Σ 六项来源"). */
  readonly formula?: string;
  readonly severity: Severity;
  readonly basis: Basis;
  /** Why the rule exists and what usually breaks it (Chinese, for rule pages and learning). */
  readonly rationale: string;
  /** What to do when it is broken (Chinese). */
  readonly remedy: string;
  /** Sheets whose change can change the rule's verdicts. */
  readonly scope: readonly SheetKind[];
}

/** One signed figure of an identity. */
export interface Term {
  readonly figure: Figure;
  readonly sign: 1 | -1;
  /** What the figure is, for the arithmetic shown to the user ("301 工资福利支出"). */
  readonly label: string;
}

/**
 * A linear relation Σ left (=, ≥) Σ right. Blank and absent figures are zero. `left` usually holds the one total.
 * Rules yield these as data: checking judges them, diagnosis and filling solve them, learning shows them.
 */
export interface Identity {
  readonly kind: "identity";
  readonly relation: "=" | ">=";
  readonly left: readonly Term[];
  readonly right: readonly Term[];
  /** Which instance of the rule this is, in a clerk's words ("201 一般公共服务支出 · 基本支出"). */
  readonly subject: string;
  /** The sheet the finding is filed under. */
  readonly sheet: string;
  /** Said with the finding where it helps ("公开03表无 205 类"). */
  readonly remark?: string | undefined;
  /** Overrides the rule's severity for this instance. */
  readonly severity?: Severity | undefined;
  /** Project the finding belongs to, for 自评表. */
  readonly project?: string;
  /** Unit the difference is said in where its figures do not tell ("件"); else that of the sheet's figures. */
  readonly unit?: string;
}

/** Why a check could not run. */
export interface NotEvaluated {
  readonly kind: "notEvaluated";
  /** Chinese: which sheet, row, column or cell is missing or unreadable. */
  readonly reason: string;
  /** What is missing, where a sheet is. */
  readonly missing?: SheetKind;
  /** Nothing is missing: the workbook has nothing of what the rule is about, and need not have. */
  readonly notApplicable?: true;
  /** `empty`: the table has nothing in it, as it may; `priorYear`: last year's workbook would be needed. */
  readonly because?: "empty" | "priorYear";
  readonly sheet?: string;
  readonly cell?: CellAddress;
  /** Technical detail where the rule itself failed; for bug reports, not shown as text. */
  readonly fault?: string;
}

/** A check of a non-linear rule that holds. */
export interface Satisfied {
  readonly kind: "satisfied";
  /** Set where it holds only through rounding. */
  readonly withinRounding?: boolean;
  readonly cells: readonly CellAddress[];
}

/** No check: how a choice was taken that the rule's source leaves open, said once in the coverage (Chinese). */
export interface Choice {
  readonly kind: "choice";
  readonly said: string;
}

/** A check of a non-linear rule that does not hold. */
export interface Violation {
  readonly kind: "violated";
  /** Only where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly sheet: string;
  readonly cells: readonly CellAddress[];
  readonly related: readonly CellAddress[];
  /** What is wrong, where, by how much: one Chinese line. */
  readonly message: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly difference?: string;
  /** Project the finding belongs to, for 自评表. */
  readonly project?: string;
}

/** What a rule yields; whose check it is, the engine knows and says in its results. */
export type Check = Identity | Satisfied | Violation | NotEvaluated | Choice;

/** A rule: its description and a pure function from the book to its checks. */
export interface Rule extends RuleMeta {
  check(context: RuleContext): Iterable<Check>;
}
