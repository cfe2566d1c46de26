import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RULES } from "../../src/core/rules";
import { openXlsx } from "../../src/host/xlsx/xlsx-host";
import { caseGrid, loadCase } from "../support/cases";
import { schemaErrors } from "../support/validate";
import { buildXlsx } from "../support/xlsx-builder";
import { partsOf } from "../support/xlsx-parts";
import { checkIn, type Run } from "../support/command-line";

let folder = "";

const check = (...args: string[]): Run => checkIn(folder, ...args);

interface JsonFinding {
  readonly rule: string;
  readonly severity: string;
  readonly sheet: string;
  readonly cells: string[];
  readonly suspect: { sheet: string; cell: string; value: string }[];
}
interface JsonWorkbook {
  readonly file: string;
  readonly year: number;
  readonly unitName: string;
  readonly moneyUnit: string;
  readonly sheets: { name: string; table: string | null }[];
  readonly findings: JsonFinding[];
  readonly coverage: { rule: string; satisfied: number; violated: number; notEvaluated: number; reasons: string[] }[];
}
const parse = (text: string): JsonWorkbook[] => (JSON.parse(text) as { workbooks: JsonWorkbook[] }).workbooks;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cli-"));
  writeFileSync(join(folder, "2021.xlsx"), buildXlsx(caseGrid(loadCase("2021-luozhuang"))));
  const grid = caseGrid(loadCase("2022-zibo"));
  // Two digits of D13 on 公开02表 change places, the decimal point of E12 on 公开03表 slips; 公开03表 is protected.
  const slips = new Map([
    ["1,12,3", 5525.44],
    ["2,11,4", 70.6],
  ]);
  const sheets = grid.sheets.map((sheet, i) => ({
    ...sheet,
    values: sheet.values.map((row, r) => row.map((value, c) => slips.get(`${i},${r},${c}`) ?? value)),
    ...(i === 2 ? { protection: "" } : {}),
  }));
  writeFileSync(join(folder, "2022.xlsx"), buildXlsx({ sheets }));
  writeFileSync(join(folder, "不是.xlsx"), "项目,金额");
  mkdirSync(join(folder, "里"));
  writeFileSync(join(folder, "里", "2022.xlsx"), buildXlsx({ sheets }));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("command line", { timeout: 60_000 }, () => {
  it("says on standard error what could not be read, still checks the others, and ends with 2", () => {
    const { code, out, err } = check("--json", "不是.xlsx", "没有.xlsx", "2022.xlsx");
    expect(code).toBe(2);
    expect(err).toMatch(/^不是\.xlsx：这是文本文件.*文件未作任何改动。/m);
    expect(err).toMatch(/^没有\.xlsx：找不到文件/m);
    const workbooks = parse(out);
    expect(workbooks).toHaveLength(1);
    const [book] = workbooks;
    expect(book).toMatchObject({ file: "2022.xlsx", year: 2022, unitName: "淄博市人民政府办公室", moneyUnit: "万元" });
    expect(book?.sheets.map((sheet) => sheet.table)).toEqual([
      "Z01",
      "Z02",
      "Z03",
      "Z04",
      "Z05",
      "Z06",
      "JJ",
      "GZ",
      "SG",
      "ZPHZ",
      "ZP",
      "ZP",
      "ZP",
      "ZP",
    ]);
    expect(book?.coverage.map((row) => row.rule).sort()).toEqual(RULES.map((rule) => rule.id).sort());
    const rowSum = book?.findings.find((finding) => finding.rule === "Z02-01");
    expect(rowSum).toMatchObject({
      severity: "error",
      sheet: "公开02表 收入决算表",
      suspect: [{ sheet: "公开02表 收入决算表", cell: "D13", value: "5552.44" }],
    });
  });

  it("writes highlighted copies that differ in highlights only, and never over a source", async () => {
    const source = readFileSync(join(folder, "2022.xlsx"));
    const { code, out, err } = check("--out", "副本", "2022.xlsx", "里/2022.xlsx");
    expect(code).toBe(1);
    expect(out).toMatch(/应为\u00a05,552\.44，现为.*D13/);
    expect(err).toContain("工作表“公开03表 支出决算表”受保护");
    expect(readFileSync(join(folder, "2022.xlsx")).equals(source)).toBe(true);
    const copy = readFileSync(join(folder, "副本", "2022.xlsx"));
    expect(readFileSync(join(folder, "副本", "2022-2.xlsx")).equals(copy)).toBe(true);
    expect(await schemaErrors(copy)).toEqual([]);
    const host = await openXlsx(copy);
    expect((await host.clearHighlights()).cells).toBeGreaterThan(3);
    expect(partsOf(host.save())).toEqual(partsOf(source));

    const beside = check("--out", ".", "2022.xlsx");
    expect(beside.err).toContain("“2022.xlsx”是本次读取的文件，不会覆盖；新的写为“2022-2.xlsx”。");
    expect(readFileSync(join(folder, "2022.xlsx")).equals(source)).toBe(true);
    expect(readFileSync(join(folder, "2022-2.xlsx")).equals(copy)).toBe(true);
  });

  it("lists rounding differences only where asked", () => {
    const without = check("--json", "2021.xlsx");
    const within = check("--json", "--rounding", "2021.xlsx");
    const count = (text: string): number => parse(text)[0]?.findings.length ?? 0;
    expect(count(within.out)).toBeGreaterThan(count(without.out));
    expect(without.code).toBe(parse(without.out)[0]?.findings.some((finding) => finding.severity === "error") ? 1 : 0);
  });

  it("explains itself, and refuses what it does not know", () => {
    expect(check("--help")).toMatchObject({ code: 0, out: expect.stringContaining("--out") as string, err: "" });
    expect(check("--fill", "2021.xlsx")).toMatchObject({ code: 2, out: "" });
    expect(check()).toMatchObject({ code: 2, out: "" });
  });
});
