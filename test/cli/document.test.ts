import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publicationAsDocx } from "../../src/app/publication/publication-docx";
import { publicationOf } from "../../src/core/publication/publication";
import { readBook } from "../../src/core/reading/read-book";
import { openXlsx } from "../../src/host/xlsx/xlsx-host";
import { draftCase } from "../core/narrative/draft-case";
import { caseGrid, loadCase } from "../support/cases";
import { checkIn } from "../support/command-line";
import { ruledMarks, writePdf, type PdfMark } from "../support/pdf-writer";
import { buildXlsx } from "../support/xlsx-builder";

const line = (text: string, y: number, x = 60): PdfMark => ({ text, x, y });
const rows = [
  ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
  ["", "合计", "307.82", "105.58", "202.24"],
  ["201", "一般公共服务支出", "307.82", "105.58", "212.24"],
  ["20103", "政府办公厅", "307.82", "105.58", "202.24"],
  ["2010301", "行政运行", "307.82", "105.58", "202.24"],
];
const cells = rows.flatMap((row, r) => row.map((text, column) => ({ row: r, column, text })));
const pdf = writePdf([
  {
    marks: [
      line("第二部分 某局2023年度部门决算表", 50),
      line("一般公共预算财政拨款支出决算表", 80, 200),
      line("单位：万元", 100, 420),
      ...ruledMarks(
        [60, 120, 260, 330, 400, 480],
        [110, 140, 170, 200, 230, 260],
        cells.filter(({ text }) => text !== ""),
      ),
    ],
  },
  {
    marks: [
      line("第三部分 某局2023年度部门决算情况说明", 60),
      line("五、一般公共预算财政拨款支出决算情况说明", 90),
      line("一般公共预算财政拨款支出307.82万元，其中：基本支出105.68万元，项目支出202.24万元。", 110),
    ],
  },
  { marks: [{ picture: [0, 0, 595, 842] }] },
]);

describe("check of a published PDF", () => {
  const folder = mkdtempSync(join(tmpdir(), "document-"));
  beforeAll(() => writeFileSync(join(folder, "公开.pdf"), pdf));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("names page, row and column of what is wrong in the tables, and the page of what is wrong in the text", () => {
    const { code, out, err } = checkIn(folder, "公开.pdf");
    expect(code).toBe(1);
    expect(out).toContain("第1页“一般公共服务支出”行“项目支出”列");
    expect(out).toMatch(/第2页 {2}105\.68万元 {2}一般公共预算基本支出应为105\.58万元/);
    expect(err).toContain("第3页是图片");
  });

  it("says the same as JSON, and writes the tables as a workbook with our marks", async () => {
    const { code, out } = checkIn(folder, "--json", "--out", "结果", "公开.pdf");
    expect(code).toBe(1);
    const [workbook] = (JSON.parse(out) as { workbooks: Record<string, unknown>[] }).workbooks;
    const sheet = "一般公共预算财政拨款支出决算表";
    expect(workbook?.sheets).toEqual([{ name: sheet, table: "Z05" }]);
    expect(workbook?.document).toMatchObject({
      pages: 3,
      troubles: [{ kind: "noText", pages: [3] }],
      text: { counts: { wrong: 1 } },
    });
    const { places } = workbook?.document as { places: { cell: string; page: number; row: string; column: string }[] };
    expect(places).toContainEqual(
      expect.objectContaining({ cell: "E5", page: 1, row: "一般公共服务支出", column: "项目支出" }),
    );
    const host = await openXlsx(new Uint8Array(readFileSync(join(folder, "结果/公开.xlsx"))));
    const grid = await host.read();
    expect(grid.sheets.map(({ name }) => name)).toEqual([sheet]);
    expect(grid.sheets[0]?.values[4]).toEqual([201, "一般公共服务支出", 307.82, 105.58, 212.24]);
    expect((await host.clearHighlights()).cells).toBeGreaterThan(0);
    const marked = new Uint8Array(readFileSync(join(folder, "结果/公开.pdf")));
    expect(marked.subarray(0, pdf.length)).toEqual(pdf);
    expect(marked.length).toBeGreaterThan(pdf.length);
  });

  it("takes PDFs in a folder too, and ends with 2 where nothing can be read", () => {
    writeFileSync(join(folder, "扫描.pdf"), writePdf([{ marks: [{ picture: [0, 0, 595, 842] }] }]));
    const { code, err } = checkIn(folder, ".");
    expect(code).toBe(2);
    expect(err).toContain("扫描.pdf");
    expect(err).toContain("没有可读的文字");
  });
});

describe("check of a published Word document beside its workbook", () => {
  const folder = mkdtempSync(join(tmpdir(), "against-"));
  const grid = caseGrid(loadCase("2022-zibo"));
  beforeAll(async () => {
    const book = readBook(grid);
    const made = publicationAsDocx(publicationOf({ book, grid, draft: draftCase("2022-zibo") }));
    writeFileSync(join(folder, "公开.docx"), made);
    const host = await openXlsx(buildXlsx(grid));
    writeFileSync(join(folder, "同.xlsx"), host.save());
    const z05 = book.tables.get("Z05");
    const figure = z05?.byKey.get("total")?.figures.get("basic");
    if (!figure) throw new Error("Z05 has no total");
    await host.write([{ cell: figure.cell, content: 5329.87, isFormula: false }]);
    writeFileSync(join(folder, "异.xlsx"), host.save());
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("compares every figure, names both places of one that differs, and marks it in the copy", () => {
    const same = checkIn(folder, "--against", "同.xlsx", "公开.docx");
    expect(same.out).toMatch(/【与工作簿比对】\n {2}比对了\d{3}个数，全部一致\n/);
    const { out } = checkIn(folder, "--against", "异.xlsx", "--out", "出", "公开.docx");
    expect(out).toContain("1处不一致");
    expect(out).toMatch(
      /一般公共预算财政拨款支出决算表：文档“合计”行“.*基本支出”列为5328\.87万元，工作簿.*[A-Z]+\d+为5329\.87万元/,
    );
    const comments = strFromU8(
      unzipSync(readFileSync(join(folder, "出/公开.docx")))["word/comments.xml"] ?? new Uint8Array(),
    );
    expect(comments).toContain("为5329.87万元");
  });

  it("says the same as JSON", () => {
    const { out } = checkIn(folder, "--json", "--against", "异.xlsx", "公开.docx");
    const [{ document }] = (JSON.parse(out) as { workbooks: [{ document: Record<string, unknown> }] }).workbooks;
    expect(document).toMatchObject({ titles: [], structure: [], against: { notCompared: 0 } });
    expect((document.against as { differences: unknown[] }).differences).toHaveLength(1);
  });

  it("ends with 2 where the workbook can not be read, and says that workbooks are compared with nothing", () => {
    const { code, err } = checkIn(folder, "--against", "没有.xlsx", "公开.docx");
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringContaining("“没有.xlsx”无法读取，未与之比对") as string,
    });
    expect(checkIn(folder, "--against", "同.xlsx", "异.xlsx").err).toContain("只用于公开文档");
  });
});
