import type { AccountBook } from "../../model/book";
import { editionFor, type Edition } from "../../editions";
import { followsFromSheets } from "../facts/facts";
import { budgetRows } from "../facts/items";
import { projectNames } from "../facts/performance";
import { GENERAL_EXPENDITURE, SUBJECT_SPECS } from "../facts/subjects";
import type { BlankSpan, NarrativeDraft, WrittenSpan } from "../model";
import { isAskedIn, PARAMETER_CATALOGUE, YEAR_KEY, type ParameterSpec } from "./catalogue";
import {
  budgetKey,
  DEPARTMENT_REVIEW,
  priorKey,
  projectShownKey,
  projectStoryKey,
  type Parameters,
} from "./parameters";

/** A line of the parameter sheet, without its value. */
export interface ParameterRow {
  readonly key: string;
  readonly group: string;
  readonly label: string;
  readonly unit: string;
  readonly remark: string;
}

/** Group whose lines the clerk names: one per project that was reviewed. */
export const REVIEW_GROUP = "部门（重点）评价得分";
const SPARE_REVIEW_LINES = 3;

/**
 * The lines this department needs: last year's figures, 年初预算 of its own 项, what stands in no table, its projects, and
 * the reasons its draft asks for. Parameters filled in before that are no longer asked for are kept at the end.
 */
export function parameterRows(
  book: AccountBook,
  existing: Parameters,
  draft: NarrativeDraft | undefined,
  lastYear: ReadonlyMap<string, string> = new Map(),
): readonly ParameterRow[] {
  const wanted = [
    ...priorRows(book),
    ...budgetLines(book, existing),
    ...catalogueRows(book, existing, draft?.edition ?? editionFor(book)),
    ...projectRows(book),
    ...reviewRows(existing),
    ...reasonRows(draft, lastYear),
  ];
  const keys = new Set(wanted.map((row) => row.key));
  const kept = [...existing.keys()]
    .filter((key) => !keys.has(key))
    .map((key) => ({ key, group: "以前填写", label: key, unit: "", remark: "本次起草未用到" }));
  return [...wanted, ...kept];
}

function priorRows(book: AccountBook): readonly ParameterRow[] {
  return SUBJECT_SPECS.filter((spec) => spec.prior).map((spec) => ({
    key: priorKey(spec.name),
    group: "上年决算数",
    label: spec.name,
    unit: book.moneyUnit,
    remark: "选择上年决算工作簿后可不填",
  }));
}

function budgetLines(book: AccountBook, existing: Parameters): readonly ParameterRow[] {
  const group = "年初预算";
  const unit = book.moneyUnit;
  return [
    {
      key: budgetKey(GENERAL_EXPENDITURE),
      group,
      label: GENERAL_EXPENDITURE,
      unit,
      remark: "不填时按各项年初预算之和",
    },
    ...budgetRows(book, existing).map(({ code, name }) => ({
      key: budgetKey(code),
      group,
      label: `${code} ${name}`,
      unit,
      remark: "年初无预算填0",
    })),
    { key: budgetKey("机关运行经费"), group, label: "机关运行经费", unit, remark: "" },
  ];
}

function catalogueRows(book: AccountBook, existing: Parameters, edition: Edition): readonly ParameterRow[] {
  const sources = { book, parameters: existing };
  const isKnown = (key: string): boolean =>
    key === YEAR_KEY ? book.year !== undefined : followsFromSheets(sources, key);
  return PARAMETER_CATALOGUE.filter(
    (spec) => isAskedIn(spec, edition) && (existing.has(spec.key) || !isKnown(spec.key)),
  ).map((spec) => ({
    key: spec.key,
    group: spec.group,
    label: spec.key,
    unit: unitOf(spec, book),
    remark: spec.remark ?? "",
  }));
}

function unitOf(spec: ParameterSpec, book: AccountBook): string {
  if (spec.kind === "money") return book.moneyUnit;
  return spec.unit ?? "";
}

function projectRows(book: AccountBook): readonly ParameterRow[] {
  return [...shownRows(book), ...storyRows(book)];
}

/** What the office writes of each project behind its score; blank where it writes nothing. */
function storyRows(book: AccountBook): readonly ParameterRow[] {
  const names = new Set(book.forms.flatMap((form) => form.projectName?.text.replace(/\s+/g, "") ?? []));
  return [...names]
    .filter((name) => name !== "")
    .map((name) => ({
      key: projectStoryKey(name),
      group: "绩效自评综述",
      label: name,
      unit: "",
      remark: "接在得分和预算执行率之后，不填则不写",
    }));
}

function shownRows(book: AccountBook): readonly ParameterRow[] {
  return projectNames(book).map((name) => ({
    key: projectShownKey(name),
    group: "文中反映自评结果的项目",
    label: name,
    unit: "",
    remark: "填“否”则文中不写，不填按“是”",
  }));
}

function reviewRows(existing: Parameters): readonly ParameterRow[] {
  const row = (label: string, key: string): ParameterRow => ({
    key,
    group: REVIEW_GROUP,
    label,
    unit: "分",
    remark: "在“参数”一列写项目名称",
  });
  const named = [...existing.keys()].filter((key) => key.startsWith(DEPARTMENT_REVIEW));
  return [
    ...named.map((key) => row(key.slice(DEPARTMENT_REVIEW.length), key)),
    ...Array.from({ length: SPARE_REVIEW_LINES }, () => row("", "")),
  ];
}

function reasonRows(draft: NarrativeDraft | undefined, lastYear: ReadonlyMap<string, string>): readonly ParameterRow[] {
  const spans = (draft?.sections ?? []).flatMap((section) =>
    section.paragraphs.flatMap((paragraph) => paragraph.spans.filter(isReason)),
  );
  const distinct = new Map(spans.map((span) => [span.key, span]));
  return [...distinct.values()].map((span) => ({
    key: span.key,
    group: "原因",
    label: span.label,
    unit: "",
    remark: ["只写“主要是”之后的文字", ...lastYearsWords(lastYear.get(span.key))].join("；"),
  }));
}

function lastYearsWords(words: string | undefined): readonly string[] {
  return words === undefined ? [] : [`上年写的是：${words}`];
}

function isReason(span: { readonly kind: string; readonly cause?: string }): span is BlankSpan | WrittenSpan {
  return span.kind === "written" || (span.kind === "blank" && span.cause === "reason");
}
