import { amount, ZERO } from "../../model/amount";
import type { AccountBook } from "../../model/book";
import type { MoneyUnit } from "../../model/quantity";
import { editionFor, type Edition } from "../../editions";
import { PARAMETER_CATALOGUE } from "../parameters/catalogue";
import { budgetKey, priorKey, textOf, type Parameters } from "../parameters/parameters";
import { tableName } from "../../tables";
import { firstKnown, known, missing, type Missing, type Quantity } from "../quantity";
import { budgetItems, classItems, economicItems, isZero } from "./items";
import {
  evaluatedProjectCount,
  gradeCount,
  reviewedFunds,
  reviewedProjects,
  selfEvaluatedProjects,
  type Project,
} from "./performance";
import { fromSheets } from "./from-sheets";
import { hasFigures, parameter, type Sources } from "./sources";
import { GENERAL_EXPENDITURE, REVIEWED_FUNDS, SUBJECT_SPECS, type Subject, type SubjectSpec } from "./subjects";

/** A number of things with its unit (辆, 个, 批次). */
export interface Count {
  readonly key: string;
  readonly quantity: Quantity;
  readonly unit: string;
}

/** An item of a list: a subject, and for projects their score. */
export type Item = Subject | Project;

/** What a template can name. Lists and flags are `Missing` where their table is not in the workbook. */
export interface Facts {
  readonly moneyUnit: MoneyUnit;
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly counts: ReadonlyMap<string, Count>;
  readonly texts: ReadonlyMap<string, string | undefined>;
  readonly lists: ReadonlyMap<string, readonly Item[] | Missing>;
  readonly flags: ReadonlyMap<string, boolean | Missing>;
}

/** Last year's figures, as `priorYearFromBook` takes them from last year's workbook. */
export type PriorFigures = ReadonlyMap<string, Quantity>;

/** Everything the text may state, from the workbook, the parameters and last year's workbook (which goes first). */
export function gatherFacts(
  book: AccountBook,
  parameters: Parameters,
  prior: PriorFigures,
  edition: Edition = editionFor(book),
): Facts {
  const sources: Sources = { book, parameters };
  const subjects = new Map(SUBJECT_SPECS.map((spec) => [spec.name, subject(spec, sources, prior)]));
  return {
    moneyUnit: book.moneyUnit,
    subjects,
    counts: counts(sources),
    texts: texts(sources, edition),
    lists: lists(sources, subjects),
    flags: new Map([
      ["政府性基金", hasFigures(sources, "JJ") ?? absent("JJ")],
      ["国有资本经营", hasFigures(sources, "GZ") ?? absent("GZ")],
    ]),
  };
}

function absent(key: "Z05" | "Z06" | "JJ" | "GZ"): Missing {
  return missing("table", `表.${key}`, `缺${tableName(key)}`);
}

function subject(spec: SubjectSpec, sources: Sources, prior: PriorFigures): Subject {
  const base = SUBJECT_SPECS.find((other) => other.name === spec.base);
  return {
    key: spec.name,
    label: spec.name,
    now: spec.now(sources),
    ...(spec.prior ? { prior: priorOf(spec, sources, prior) } : {}),
    ...(spec.budget ? { budget: budgetOf(spec, sources) } : {}),
    ...(base ? { base: base.now(sources), baseLabel: base.name } : {}),
  };
}

function priorOf(spec: SubjectSpec, sources: Sources, prior: PriorFigures): Quantity {
  const filled = parameter(sources, priorKey(spec.name), `上年${spec.name}`);
  const fromBook = prior.get(spec.name);
  return fromBook ? firstKnown(fromBook, filled) : filled;
}

function budgetOf(spec: SubjectSpec, sources: Sources): Quantity {
  if (spec.budget !== "parameter") return spec.budget?.(sources) ?? parameter(sources, budgetKey(spec.name), spec.name);
  const filled = parameter(sources, budgetKey(spec.name), `${spec.name}年初预算`);
  return filled.kind === "missing" && spec.name === GENERAL_EXPENDITURE ? budgetFromItems(sources, filled) : filled;
}

/** 年初预算 of the whole where only its 项 are filled in: their sum, if none is missing. */
function budgetFromItems(sources: Sources, otherwise: Quantity): Quantity {
  const budgets = (budgetItems(sources, "Z05", "项") ?? []).map((item) => item.budget);
  const filled = budgets.filter((budget): budget is Quantity & { kind: "known" } => budget?.kind === "known");
  if (filled.length === 0 || filled.length < budgets.length) return otherwise;
  return known(
    filled.reduce((sum, budget) => sum.plus(budget.value), ZERO),
    filled.flatMap((budget) => budget.cells),
    "各项年初预算之和",
  );
}

/** Whether the workbook's sheets, or the reviews that were filled in, tell a parameter: then it need not be asked. */
export function followsFromSheets(sources: Sources, key: string): boolean {
  if (fromSheets(sources.book, key) !== undefined || countsOfSheets(sources).get(key)?.kind === "known") return true;
  return REVIEWED_FUNDS.includes(key) && reviewedFunds(sources).kind === "known";
}

function countsOfSheets(sources: Sources): Map<string, Quantity> {
  const derived = new Map<string, Quantity>([
    ["绩效自评项目数", evaluatedProjectCount(sources)],
    ...(["优", "良", "中", "差"] as const).map((grade): [string, Quantity] => [
      `自评等级为${grade}项目数`,
      gradeCount(sources, grade),
    ]),
  ]);
  const shown = selfEvaluatedProjects(sources);
  if (shown.length > 0) derived.set("附自评表项目数", known(amount(shown.length), [], "文中说明的自评表张数"));
  const reviewed = reviewedProjects(sources);
  for (const key of reviewed.length > 0 ? ["重点绩效评价项目数", "部门评价项目数"] : []) {
    derived.set(
      key,
      known(
        amount(reviewed.length),
        reviewed.flatMap(({ now }) => (now.kind === "known" ? now.cells : [])),
        "已填得分的评价项目数",
      ),
    );
  }
  return derived;
}

function counts(sources: Sources): ReadonlyMap<string, Count> {
  const derived = countsOfSheets(sources);
  deriveOtherGrades(derived, sources);
  return new Map(
    PARAMETER_CATALOGUE.filter((spec) => spec.kind === "count").map((spec) => {
      const filled = parameter(sources, spec.key, spec.key);
      const found = derived.get(spec.key);
      return [spec.key, { key: spec.key, unit: spec.unit ?? "", quantity: found ? firstKnown(filled, found) : filled }];
    }),
  );
}

/** Where all projects are 优, none is 良, 中 or 差. */
function deriveOtherGrades(derived: Map<string, Quantity>, sources: Sources): void {
  const of = (key: string): Quantity =>
    firstKnown(parameter(sources, key, key), derived.get(key) ?? missing("parameter", key, key));
  const all = of("绩效自评项目数");
  const excellent = of("自评等级为优项目数");
  if (all.kind !== "known" || excellent.kind !== "known" || !all.value.eq(excellent.value)) return;
  for (const grade of ["良", "中", "差"]) {
    const key = `自评等级为${grade}项目数`;
    if (derived.get(key)?.kind !== "known") derived.set(key, known(ZERO, excellent.cells, "自评等级全部为优"));
  }
}

function texts({ book, parameters }: Sources, edition: Edition): ReadonlyMap<string, string | undefined> {
  return new Map<string, string | undefined>([
    ...PARAMETER_CATALOGUE.filter((spec) => spec.kind === "text").map((spec): [string, string | undefined] => [
      spec.key,
      textOf(parameters, spec.key),
    ]),
    ["单位", book.unitName],
    ["预算级次", textOf(parameters, "预算级次") ?? ""],
    ["年度", book.year === undefined ? undefined : String(book.year)],
    ["上年度", book.year === undefined ? undefined : String(book.year - 1)],
    ["三公经费预算口径", textOf(parameters, "三公经费预算口径") ?? edition.threePublicBudget],
  ]);
}

function lists(sources: Sources, subjects: ReadonlyMap<string, Subject>): Facts["lists"] {
  const general = subjects.get(GENERAL_EXPENDITURE);
  const reviewed = reviewedProjects(sources);
  const partsOf = (whole: string): readonly Subject[] =>
    [...subjects.values()].filter(
      (part) => part.baseLabel === whole && part.key !== GENERAL_EXPENDITURE && !isZero(part.now),
    );
  return new Map<string, readonly Item[] | Missing>([
    ["收入构成", partsOf("收入合计")],
    ["支出构成", partsOf("支出合计")],
    ["类", (general && classItems(sources, general)) ?? absent("Z05")],
    ["项", budgetItems(sources, "Z05", "项") ?? absent("Z05")],
    ["基金项", budgetItems(sources, "JJ", "基金项") ?? absent("JJ")],
    ["国资项", budgetItems(sources, "GZ", "国资项") ?? absent("GZ")],
    ["人员经费款", economicItems(sources, "personnel") ?? absent("Z06")],
    ["公用经费款", economicItems(sources, "public") ?? absent("Z06")],
    ["自评项目", selfEvaluatedProjects(sources)],
    ["评价项目", reviewed],
  ]);
}
