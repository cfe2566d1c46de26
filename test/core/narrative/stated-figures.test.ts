import { describe, expect, it } from "vitest";
import { amount, round } from "../../../src/core/model/amount";
import type { FigureSpan, NarrativeDraft, Section } from "../../../src/core/narrative/model";
import { CASE_NAMES, loadCase, type CaseName, type StatedFigure } from "../../support/cases";
import { inOwnWords } from "./case-parameters";
import { draftCase } from "./draft-case";

interface Mistake {
  readonly section: string;
  readonly what: string;
  /** What the draft says instead, as text with unit. */
  readonly right: string;
}

/** Where the published text is wrong, and what the draft has in its place. */
const PUBLISHED_MISTAKES: Readonly<Record<CaseName, readonly Mistake[]>> = {
  "2020-zaozhuang": [{ section: "六", what: "一般公共预算财政拨款基本支出", right: "2204.72万元" }],
  "2021-luozhuang": [
    { section: "十一(二)1", what: "区政府外出学习考察经费完成预算%", right: "99.99%" },
    { section: "十一(二)3", what: "区政府办公设备购置经费完成预算%", right: "96.3%" },
  ],
  "2022-zibo": [{ section: "十三(二)1", what: "全市政务服务热线平台和运行保障专项自评得分", right: "95分" }],
};

/** Sections whose sub-sections are the same in all published texts; the others vary and are compared as a whole. */
const WITH_SUBSECTIONS = /^[二三五七九]\(|^十\(/;

describe.each(CASE_NAMES)("%s: every figure of the published text", (name) => {
  const file = loadCase(name);
  const draft = draftCase(name);
  const mistakes = PUBLISHED_MISTAKES[name];
  const isMistake = (stated: StatedFigure): boolean =>
    mistakes.some((mistake) => mistake.section === stated.section && mistake.what === stated.what);
  const expected = file.facts.stated.filter((stated) => stated.value !== null && !inOwnWords(stated));

  it("has all sections of its edition, in order", () => {
    expect(draft.sections.map((section) => section.id)).toEqual(draft.edition.sections);
  });

  it("stands in its section of the draft", () => {
    const absent = expected
      .filter((stated) => !isMistake(stated))
      .filter((stated) => !figuresAt(draft, stated).some((figure) => says(figure, stated)))
      .map((stated) => `${stated.section} ${stated.what} ${stated.value ?? ""}${stated.unit}`);
    expect(absent).toEqual([]);
    expect(expected.length).toBeGreaterThan(120);
  });

  it.each(mistakes)("is right in the draft where it is wrong in print: $what", (mistake) => {
    const texts = figuresAt(draft, mistake).map((figure) => `${figure.text}${figure.unit}`);
    expect(texts).toContain(mistake.right);
  });

  it("leads to cells, parameters or last year's figures", () => {
    const figures = draft.sections.flatMap(figuresOf);
    expect(figures.filter((figure) => figure.formula === "")).toEqual([]);
    expect(figures.filter((figure) => figure.cells.length > 0).length).toBeGreaterThan(60);
  });
});

function says(figure: FigureSpan, stated: StatedFigure): boolean {
  const unit = stated.unit === "%" || stated.unit === "万元" ? figure.unit === stated.unit : true;
  const ofCode = stated.code === undefined || figure.key.includes(`.${stated.code}.`);
  return unit && ofCode && amount(figure.text).eq(round(amount(stated.value ?? 0).abs(), 2));
}

function figuresOf(section: Section): readonly FigureSpan[] {
  return section.paragraphs.flatMap((paragraph) => paragraph.spans.filter((span) => span.kind === "figure"));
}

/** Figures of the section a stated figure belongs to ("五(三)2"), within its sub-section where texts agree on those. */
function figuresAt(draft: NarrativeDraft, stated: { readonly section: string }): readonly FigureSpan[] {
  const [, number = "", sub] = /^([一二三四五六七八九十]+)(?:\(([一二三四五])\))?/.exec(stated.section) ?? [];
  const section = draft.sections.find((candidate) => candidate.title.startsWith(`${number}、`));
  if (!section) return [];
  if (sub === undefined || !WITH_SUBSECTIONS.test(stated.section)) return figuresOf(section);
  const start = section.paragraphs.findIndex(
    ({ style, spans }) =>
      style === "heading2" && spans.some((s) => s.kind === "text" && s.text.startsWith(`（${sub}）`)),
  );
  const rest = section.paragraphs.slice(start + 1);
  const end = rest.findIndex((paragraph) => paragraph.style === "heading2");
  return start < 0 ? [] : figuresOf({ ...section, paragraphs: end < 0 ? rest : rest.slice(0, end) });
}
