import { describe, expect, it } from "vitest";
import { readBook } from "../../../src/core/reading/read-book";
import { checkText } from "../../../src/core/textcheck/check-text";
import type { CheckedFigure } from "../../../src/core/textcheck/model";
import { CASE_NAMES, caseGrid, loadCase, type CaseFile, type StatedFigure } from "../../support/cases";
import { caseParameters, inOwnWords } from "../narrative/case-parameters";
import { STYLES, wordedCase, type GeneratedText, type Style } from "./wordings";

/** Figures that the published text has wrong, by their place in `stated`: here they must be called wrong, or be left. */
function mismatched(file: CaseFile): ReadonlySet<StatedFigure> {
  const list = file.facts["statedMismatches"] as readonly { readonly statedIndex: number }[];
  return new Set(list.flatMap(({ statedIndex }) => file.facts.stated[statedIndex] ?? []));
}

function check(file: CaseFile, text: GeneratedText): Map<StatedFigure, CheckedFigure> {
  const report = checkText(text.paragraphs, { book: readBook(caseGrid(file)), parameters: caseParameters(file) });
  const byPlace = new Map(
    report.sentences.flatMap(({ figures }) => figures).map((figure) => [`${figure.paragraph} ${figure.start}`, figure]),
  );
  return new Map(
    text.figures.flatMap(({ paragraph, start, stated }) => {
      const figure = byPlace.get(`${paragraph} ${start}`);
      return figure ? [[stated, figure] as const] : [];
    }),
  );
}

/** Another figure in the same print: a digit more in front, or one more. */
function wrongLiteral(stated: StatedFigure): string {
  const literal = stated.literal ?? String(stated.value ?? "");
  return stated.unit === "%" || stated.unit === "万元" || stated.unit === "分"
    ? (Math.abs(stated.value ?? 0) + 13.57).toFixed(2)
    : String(Number(literal) + 7);
}

const cases = CASE_NAMES.flatMap((name) => STYLES.map((style) => [name, style] as const));

describe.each(cases)("%s worded as %s", (name, style: Style) => {
  const file = loadCase(name);
  const figures = wordedCase(file, style).figures.map(({ stated }) => stated);
  const known = mismatched(file);
  const judged = check(file, wordedCase(file, style));

  it("has every figure found, and at least 95 % of them understood", () => {
    const unfound = figures.filter((stated) => !judged.has(stated)).map(({ what }) => what);
    expect(unfound).toEqual([]);
    const matched = figures.filter((stated) => judged.get(stated)?.measure !== undefined);
    expect(matched.length / figures.length).toBeGreaterThanOrEqual(0.95);
    const unmatched = figures.filter((stated) => judged.get(stated)?.measure === undefined && !inOwnWords(stated));
    expect(unmatched.map(({ what }) => what)).toEqual([]);
  });

  it("has no right figure called wrong, and nearly all called right", () => {
    const wrong = figures.filter((stated) => judged.get(stated)?.verdict.kind === "wrong" && !known.has(stated));
    expect(wrong.map(({ what, value }) => `${what} ${String(value)}`)).toEqual([]);
    const right = figures.filter((stated) => judged.get(stated)?.verdict.kind === "right");
    const checkable = figures.filter((stated) => !inOwnWords(stated) && !known.has(stated));
    expect(checkable.filter((stated) => !right.includes(stated)).map(({ what }) => what)).toEqual([]);
  });

  it("contradicts itself only where the published text does", () => {
    const { paragraphs } = wordedCase(file, style);
    const report = checkText(paragraphs, { book: readBook(caseGrid(file)), parameters: caseParameters(file) });
    const found = report.contradictions.map(({ kind, subject, expected }) => `${kind} ${subject} ${expected}`);
    expect(found).toEqual(name === "2022-zibo" ? ["sum 一般公共预算财政拨款支出 11,334.28万元"] : []);
  });

  it("has every figure called wrong where it is made wrong", () => {
    const planted = check(file, wordedCase(file, style, wrongLiteral));
    const missed = figures.filter((stated) => !inOwnWords(stated) && planted.get(stated)?.verdict.kind !== "wrong");
    expect(missed.map(({ what }) => what)).toEqual([]);
  });
});
