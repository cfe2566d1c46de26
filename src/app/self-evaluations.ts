import { round, sum, type Amount } from "../core/model/amount";
import type { Figure } from "../core/model/figure";
import type { CellAddress } from "../core/model/cell";
import type { SelfEvaluationForm } from "../core/model/form";
import type { ScoreTable } from "../core/model/score-table";
import type { SheetKind } from "../core/model/table";
import { expectedIndicator, expectedScores, matchScore, type ExpectedScore } from "../core/scoring/expected-scores";
import { isNumber, projectOf } from "../core/scoring/form-figures";
import { gradeOf, type Grade } from "../core/scoring/grades";
import { leafScores, leafWeights, nodeName, nodesOf, subjectOf, totalOf } from "../core/scoring/score-tree";
import { matchSummary } from "../core/rules/self-evaluation/summary-matching";
import type { CheckReport } from "./check-report";
import type { ProblemFilter } from "./problem-filter";
import { groupProblems, type ProblemGroup } from "./problem-groups";
import type { ProblemKind } from "./problems";

/** What a scored sheet is about. */
export type ScoredKind = "ZP" | "BM" | "PJ";

/** A project, or a whole department, that a form or score table scores: its total and what was found. */
export interface Project {
  /** Equal across re-checks. */
  readonly key: string;
  readonly name: string;
  /** 实施单位, where another project has the same name. */
  readonly unit: string | undefined;
  readonly kind: ScoredKind;
  /** Where its form or table begins. */
  readonly place: CellAddress | undefined;
  readonly breakdown: () => ScoreBreakdown;
  /** The printed total, where it is a number. */
  readonly total: Figure | undefined;
  /** The grade due to the printed total (HZ-02). */
  readonly grade: Grade | undefined;
  readonly errors: number;
  readonly verify: number;
  readonly hints: number;
  /** Findings on its form and on its row of the summary. */
  readonly groups: readonly ProblemGroup[];
}

/** The projects in the workbook's order, and what was found on the summary beside them. */
export interface SelfEvaluations {
  readonly projects: readonly Project[];
  readonly others: readonly ProblemGroup[];
}

/** One line of a score breakdown. Amounts are points, `expected` to two decimals. */
export interface ScoreLine extends Omit<ExpectedScore, "expected"> {
  /** 1 for 一级指标, 2 for 二级 …, where the sheet scores its levels; absent for a line of a 自评表. */
  readonly level?: number;
  /** A level above the scored lines: nothing is due to it by itself. */
  readonly isGroup?: true;
  readonly expected?: Amount;
  /** The printed score is not the expected one, not even to one decimal. */
  readonly differs: boolean;
}

/** A form's scores at a glance: line by line and in all. */
export interface ScoreBreakdown {
  readonly lines: readonly ScoreLine[];
  readonly weights: Amount;
  readonly scores: Amount;
}

const ALL: ProblemFilter = { error: true, toFill: true, verify: true, hint: true, explained: true, rounding: false };

/** All projects of a report with their findings; a finding on the summary goes to the project it is about. */
export function selfEvaluations(report: CheckReport): SelfEvaluations {
  const { book } = report;
  const listedAs = new Map(matchSummary(book).pairs.map(({ form, listed }) => [form, listed]));
  const groups = groupProblems(report, ALL).filter(({ table }) => table !== null && SCORED.has(table));
  const names = book.forms.map(projectOf);
  const taken = new Set<ProblemGroup>();
  const found = (isOwn: (group: ProblemGroup) => boolean): Pick<Project, "errors" | "verify" | "hints" | "groups"> => {
    const own = groups.filter(isOwn);
    for (const group of own) taken.add(group);
    const count = (kind: ProblemKind): number =>
      own.flatMap(({ problems }) => problems).filter((problem) => problem.kind === kind).length;
    return { errors: count("error"), verify: count("verify"), hints: count("hint"), groups: own };
  };
  const forms = [...book.forms, ...book.departmentForms].map((form): Project => {
    const name = projectOf(form);
    const listed = listedAs.get(form);
    const total = form.totals.map(({ score }) => score).find(isNumber);
    return {
      key: `${form.sheet}\u0000${String(form.index)}`,
      name,
      unit: names.filter((other) => other === name).length > 1 ? form.implementingUnit?.text : undefined,
      kind: form.subject === "department" ? "BM" : "ZP",
      place: form.projectName?.cell ?? form.title?.cell,
      breakdown: () => scoreBreakdown(form),
      total,
      grade: total && gradeOf(total.value, report.settings.grades),
      ...found(
        (group) =>
          (group.sheet === form.sheet && (group.project === name || group.project === undefined)) ||
          (group.sheet === listed?.summary.sheet && group.project === listed.row.projectName.text),
      ),
    };
  });
  const tables = book.scoreTables.map((table): Project => {
    const total = table.total?.score;
    const printed = isNumber(total) ? total : undefined;
    const name = subjectOf(table);
    return {
      key: `${table.sheet}\u0000${table.kind}${String(table.index)}`,
      name,
      unit: undefined,
      kind: table.kind,
      place: table.title?.cell ?? table.roots[0]?.name.cell,
      breakdown: () => tableBreakdown(table),
      total: printed,
      grade: printed && gradeOf(printed.value, report.settings.grades),
      ...found(({ sheet, project }) => sheet === table.sheet && (project === name || project === undefined)),
    };
  });
  return { projects: [...forms, ...tables], others: groups.filter((group) => !taken.has(group)) };
}

const SCORED: ReadonlySet<SheetKind> = new Set<SheetKind>(["ZP", "ZPHZ", "BM", "PJ"]);

/** 分值 and 得分 of a score table by level; a level without its own shows what stands below it. */
function tableBreakdown(table: ScoreTable): ScoreBreakdown {
  const lines = nodesOf(table).map((node): ScoreLine => {
    const { weight, score, level, indicator } = node;
    const due = indicator && node.children.length === 0 ? expectedIndicator(indicator) : undefined;
    return {
      label: nodeName(node),
      level,
      ...(node.children.length > 0 ? { isGroup: true as const } : {}),
      note: due?.note ?? "",
      differs: false,
      ...(indicator ? { indicator } : {}),
      ...(weight ? { weight } : {}),
      ...(score ? { score } : {}),
      ...(due?.expected ? { expected: round(due.expected, 2) } : {}),
    };
  });
  return {
    lines,
    weights: totalOf(table.roots.flatMap(leafWeights)),
    scores: totalOf(table.roots.flatMap(leafScores)),
  };
}

/** 分值, 得分 and 应得 of a form, 预算执行 first. Blank and unreadable figures count as zero in the sums. */
export function scoreBreakdown(form: SelfEvaluationForm): ScoreBreakdown {
  const lines = expectedScores(form).map(({ expected, ...line }): ScoreLine => {
    if (expected === undefined) return { ...line, differs: false };
    const { score } = line;
    const differs = !isNumber(score) || matchScore(score.value, expected) === "different";
    return { ...line, expected: round(expected, 2), differs };
  });
  const add = (figures: readonly (Figure | undefined)[]): Amount =>
    sum(figures.flatMap((figure) => (figure ? [figure.value] : [])));
  return {
    lines,
    weights: add(lines.map(({ weight }) => weight)),
    scores: add(lines.map(({ score }) => score)),
  };
}
