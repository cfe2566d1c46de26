import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caseGrid, loadCase } from "../support/cases";
import { buildXlsx } from "../support/xlsx-builder";
import { checkIn, type Run } from "../support/command-line";

let folder = "";

const check = (...args: string[]): Run => checkIn(folder, ...args);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "text-"));
  writeFileSync(join(folder, "表.xlsx"), buildXlsx(caseGrid(loadCase("2022-zibo"))));
  writeFileSync(join(folder, "对.txt"), "收、支总计均为10,839.03万元。\n");
  writeFileSync(join(folder, "错.txt"), "收、支总计均为10,839.30万元。\n收支总计10839.03万元，比上年增加-5万元。\n");
  writeFileSync(join(folder, "坏.docx"), "不是文档");
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("--text", () => {
  it("ends with 0 where every figure that can be checked is right", () => {
    const { code, out } = check("--text", "对.txt", "表.xlsx");
    expect(code).toBe(0);
    expect(out).toContain("1 个数相符");
  });

  it("names the wrong figure, the right one and its cell, and contradictions, and ends with 1", () => {
    const { code, out } = check("--text=错.txt", "表.xlsx");
    expect(code).toBe(1);
    expect(out).toMatch(/第1行 {2}10,839\.30万元 {2}收支总计应为10,839\.03万元（依据 公开01表.*）/);
    expect(out).toMatch(/【文内矛盾】\n {2}第2行 {2}收支总计：/);
  });

  it("writes one JSON document", () => {
    const { out } = check("--json", "--text", "错.txt", "表.xlsx");
    const report = JSON.parse(out) as { counts: object; figures: { verdict: string; figure: string }[] };
    expect(report.counts).toMatchObject({ figures: 3, wrong: 1, contradictions: 1 });
    expect(report.figures[0]).toMatchObject({ verdict: "wrong", figure: "10,839.30万元" });
  });

  it("ends with 2 where a file cannot be read, and says which and why", () => {
    expect(check("--text", "坏.docx", "表.xlsx")).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringMatching(/^坏\.docx：这个文件不是 Word 文档/) as string,
    });
    expect(check("--text", "没有.txt", "表.xlsx")).toMatchObject({
      code: 2,
      err: expect.stringMatching(/没有\.txt：找不到文件/) as string,
    });
    expect(check("--text", "对.txt")).toMatchObject({ code: 2, err: expect.stringContaining("一个工作簿") as string });
  });
});
