import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { checkWorkbook } from "../../src/app/check-workbook";
import { DocumentDesk } from "../../src/app/document/document-desk";
import { furtherRemarks } from "../../src/app/document/further-remarks";
import { sourceOf } from "../../src/app/document/source-workbook";
import { draftPublication, wordPublication } from "../../src/app/publication/draft-publication";
import { pdfAssets } from "../../src/cli/document/pdf-assets";
import { templatesToKeep } from "../../src/app/narrative/kept-templates";
import { EMPTY_STATE, serialiseState } from "../../src/app/workbook-state";
import { draftWorkbook, makeParameterSheet, saveReasons } from "../../src/app/narrative/draft-workbook";
import type { CellValue, WorkbookGrid } from "../../src/core/model/grid";
import { draftAsText } from "../../src/core/narrative/rendering/plain-text";
import { readAsset } from "../../src/cli/draft";
import type { WorkbookHost } from "../../src/host/port";
import { openXlsx } from "../../src/host/xlsx/xlsx-host";
import { caseGrid, loadCase } from "../support/cases";
import { closeExcel, openInExcel } from "../support/excel-session";
import { MemoryHost } from "../support/memory-host";
import { buildXlsx } from "../support/xlsx-builder";
import { checkIn, type Run } from "../support/command-line";

const REASON = "原因.收支总计.比上年";
const grid = caseGrid(loadCase("2022-zibo"));
let folder = "";

const check = (...args: string[]): Run => checkIn(folder, ...args);

/** What a clerk does in the pane: parameter sheet, a figure, a reason. Answers the text. */
async function draftInPane(host: WorkbookHost): Promise<string> {
  const options = { readAsset };
  const { lines } = await makeParameterSheet(host, options);
  await host.write([{ cell: lines.get("上年.收支总计")!, content: 10056.43, isFormula: false }]);
  await saveReasons(host, new Map([[REASON, "人员增加"]]), options);
  return draftAsText((await draftWorkbook(host, options)).draft);
}

/** The whole document as the pane makes it of a workbook that was checked. */
async function wholeInPane(host: WorkbookHost): Promise<Uint8Array> {
  const drafted = await draftWorkbook(host, { readAsset, report: await checkWorkbook(host) });
  return wordPublication(await draftPublication(host, drafted), undefined);
}

/** A .docx with one text of its tables another one, the first of the kind. */
function withOtherText(bytes: Uint8Array, was: string, put: string): Uint8Array {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts["word/document.xml"]!);
  const at = xml.indexOf(`>${was}<`);
  return zipSync({
    ...parts,
    "word/document.xml": strToU8(`${xml.slice(0, at + 1)}${put}${xml.slice(at + 1 + was.length)}`),
  });
}

/** What the JSON of a document tells, as far as it is looked at here. */
interface Told {
  readonly workbooks: readonly {
    readonly findings: readonly { readonly message: string }[];
    readonly document: { readonly against: { readonly differences: readonly { readonly message: string }[] } };
  }[];
}

/** The case as if it were another year's. */
function ofYear(year: number): WorkbookGrid {
  const dated = (cell: CellValue): CellValue =>
    typeof cell === "string" ? cell.replace(/2022(?=\s*年)/g, String(year)) : cell;
  return { sheets: grid.sheets.map((sheet) => ({ ...sheet, values: sheet.values.map((row) => row.map(dated)) })) };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "cli-draft-"));
  writeFileSync(join(folder, "空白.xlsx"), buildXlsx(grid));
  writeFileSync(join(folder, "2021.xlsx"), buildXlsx(ofYear(2021)));
  writeFileSync(join(folder, "2019.xlsx"), buildXlsx(ofYear(2019)));
  writeFileSync(
    join(folder, "别的.xlsx"),
    buildXlsx({ sheets: [{ name: "一", top: 0, left: 0, values: [["目录"]] }] }),
  );
  writeFileSync(join(folder, "假.docx"), "x");
  writeFileSync(join(folder, "错.txt"), "# 一{节 收支总体}\n{没有这个标签}");
  const host = await openXlsx(buildXlsx(grid));
  await draftInPane(host);
  writeFileSync(join(folder, "填好.xlsx"), host.save());
});

afterAll(() => rmSync(folder, { recursive: true }));
afterEach(closeExcel);

describe("--draft", { timeout: 60_000 }, () => {
  it("writes the same text as the pane on a workbook in memory, in Excel (the demo's emulator) and in a file", async () => {
    const { code, out } = check("--draft", "--out", "出", "填好.xlsx");
    expect(code).toBe(1);
    expect(out).toContain("情况说明：出/填好.docx，出/填好.txt");
    const text = readFileSync(join(folder, "出/填好.txt"), "utf8");
    expect(text).toContain("增长7.78%。主要是人员增加。");
    expect(await draftInPane(new MemoryHost(grid))).toBe(text);
    const excel = await openInExcel(grid.sheets);
    expect(await draftInPane(excel.host)).toBe(text);
    const docx = unzipSync(readFileSync(join(folder, "出/填好.docx")));
    expect(strFromU8(docx["word/document.xml"]!)).toContain(">人员增加<");
    // The whole document is the same file, byte by byte.
    const whole = new Uint8Array(readFileSync(join(folder, "出/填好-公开文档.docx")));
    expect(await wholeInPane(excel.host)).toEqual(whole);
    // And one figure wrong in it is told in the same words against the workbook: in the pane and on the command line.
    writeFileSync(join(folder, "公开.docx"), withOtherText(whole, "5552.44", "5525.44"));
    const told = JSON.parse(check("--json", "--against", "填好.xlsx", "公开.docx").out) as Told;
    const [checked] = told.workbooks;
    const own = new DocumentDesk(pdfAssets());
    await own.compareWith(() => sourceOf(excel.host));
    await own.take([
      { name: "公开.docx", read: () => Promise.resolve(new Uint8Array(readFileSync(join(folder, "公开.docx")))) },
    ]);
    const shown = own.getState().shown;
    if (!shown || !checked) throw new Error("not checked");
    const remarks = furtherRemarks(shown.report).filter(({ kind }) => kind === "workbook");
    expect(remarks.map(({ text: said }) => said)).toEqual(
      checked.document.against.differences.map(({ message }) => message),
    );
    expect(remarks.length).toBeGreaterThan(0);
    expect(shown.report.tables.result.findings.map(({ message }) => message)).toEqual(
      checked.findings.map(({ message }) => message),
    );
    expect(shown.report.text.counts).toMatchObject({ wrong: 0, contradictions: 0 });
  });

  it("takes last year's figures from --prior and checks X-10 with it", () => {
    const { out } = check("--json", "--draft", "--prior", "2021.xlsx", "--out", "甲", "空白.xlsx");
    expect(readFileSync(join(folder, "甲/空白.txt"), "utf8")).toContain("与2021年度相比，收、支总计均持平");
    const { workbooks } = JSON.parse(out) as {
      workbooks: { coverage: { rule: string; notEvaluated: number; reasons: string[] }[] }[];
    };
    const row = workbooks[0]?.coverage.find(({ rule }) => rule === "X-10");
    expect(row?.reasons).not.toContain("没有提供上年决算工作簿");
  });

  it("drafts by the templates the workbook keeps, those of --template before them, and says so", async () => {
    const wording = { file: "本市.txt", text: "# 一、总体{节 收支总体}\n本市共{金额 收支总计}。" };
    const host = await openXlsx(buildXlsx(grid));
    const word = { name: "本市.docx", bytes: await readAsset("narrative.docx") };
    const { json } = templatesToKeep({ wording, word });
    await host.saveState(serialiseState({ ...EMPTY_STATE, templates: json }));
    writeFileSync(join(folder, "带模板.xlsx"), host.save());
    writeFileSync(join(folder, "本省.txt"), wording.text.replace("本市", "本省"));
    const kept = check("--draft", "--out", "戊", "带模板.xlsx");
    expect(kept.out).toContain("按工作簿中保存的模板起草：“本市.txt”、“本市.docx”");
    expect(readFileSync(join(folder, "戊/带模板.txt"), "utf8")).toContain("本市共10839.03万元。");
    const chosen = check("--draft", "--out", "己", "--template", "本省.txt", "带模板.xlsx");
    expect(chosen.out).toContain("按工作簿中保存的模板起草：“本市.docx”\n");
    expect(readFileSync(join(folder, "己/带模板.txt"), "utf8")).toContain("本省共10839.03万元。");
    await host.saveState('{"version":1,"templates":{"word":{"file":"坏.docx","base64":"eA=="}}}');
    writeFileSync(join(folder, "坏模板.xlsx"), host.save());
    const bad = check("--draft", "--out", "庚", "坏模板.xlsx");
    expect(bad.err).toContain("工作簿中保存的模板“坏.docx”无法使用，未采用。");
    expect(readFileSync(join(folder, "庚/坏模板.txt"), "utf8")).toContain("2022年度收、支总计均为10839.03万元");
  });

  it("writes one part of the document alone", () => {
    check("--draft", "--part", "名词解释", "--out", "辛", "空白.xlsx");
    const xml = strFromU8(unzipSync(readFileSync(join(folder, "辛/空白-公开文档.docx")))["word/document.xml"]!);
    expect(xml).toContain("第四部分");
    expect(xml).not.toContain("第三部分");
  });

  it("warns of another year's workbook, naming both", () => {
    const { err } = check("--draft", "--prior=2019.xlsx", "--out", "乙", "空白.xlsx");
    expect(err).toContain("是2019年度的，本工作簿是2022年度的");
  });

  it("writes nothing where there is nothing to draft", () => {
    const { err } = check("--draft", "--out", "丙", "别的.xlsx");
    expect(err).toContain("未起草情况说明");
    expect(existsSync(join(folder, "丙/别的.txt"))).toBe(false);
  });

  it.each([
    [["--draft", "空白.xlsx"], "须与 --out 目录 同用"],
    [["--draft", "--out", "丁", "--prior", "没有.xlsx", "空白.xlsx"], "没有.xlsx：找不到文件"],
    [["--draft", "--out", "丁", "--part", "封面", "空白.xlsx"], "选项 --part 须与 --draft 同用"],
    [["--part", "附件", "--out", "丁", "空白.xlsx"], "选项 --part 须与 --draft 同用"],
    [["--template", "空白.txt", "--out", "丁", "空白.xlsx"], "--template 须与 --draft 同用"],
    [["--draft", "--out", "丁", "--template", "a.doc", "空白.xlsx"], "扩展名为 txt（文字）或 docx"],
    [["--draft", "--out", "丁", "--template=a.txt", "--template=b.txt", "空白.xlsx"], "各至多一个"],
    [["--draft", "--out", "丁", "--template", "没有.txt", "空白.xlsx"], "没有.txt：找不到文件"],
    [["--draft", "--out", "丁", "--template", "假.docx", "空白.xlsx"], "“假.docx”内容不是文本，也不是 Word 文档"],
    [["--draft", "--out", "丁", "--template", "错.txt", "空白.xlsx"], "标签 {没有这个标签}"],
    [["--draft", "--out", "丁", "--prior", "别的.xlsx", "空白.xlsx"], "不能用作上年决算工作簿"],
  ])("refuses %j before anything is checked", (args, message) => {
    const { code, out, err } = check(...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
    expect(existsSync(join(folder, "丁"))).toBe(false);
  });
});
