import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EMPTY_STATE, serialiseState } from "../../src/app/workbook-state";
import { openXlsx } from "../../src/host/xlsx/xlsx-host";
import { caseWith, cellAt } from "../support/filling";
import { schemaErrors } from "../support/validate";
import { buildXlsx } from "../support/xlsx-builder";
import { checkIn, type Run } from "../support/command-line";

const Z02 = "公开02表 收入决算表";
const Z03 = "公开03表 支出决算表";
const FORM = "自评表-1";
let folder = "";

const check = (...args: string[]): Run => checkIn(folder, ...args);

async function cells(path: string, ...places: string[]): Promise<readonly unknown[]> {
  const host = await openXlsx(readFileSync(join(folder, path)));
  return (await host.readCells(places.map(cellAt))).map(({ content }) => content);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fill-"));
  const grid = caseWith({
    [`${Z02}!C7`]: null,
    [`${Z02}!C9`]: 9646.96,
    [`${Z03}!C7`]: null,
    [`${FORM}!G6`]: null,
    [`${FORM}!H17`]: null,
  });
  // 公开03表 is protected: its blank cannot be filled.
  const sheets = grid.sheets.map((sheet) => (sheet.name === Z03 ? { ...sheet, protection: "" } : sheet));
  writeFileSync(join(folder, "空白.xlsx"), buildXlsx({ sheets }));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("--fill", { timeout: 60_000 }, () => {
  it("fills copies with formulas, leaves the original and every cell with content as they are", async () => {
    const source = readFileSync(join(folder, "空白.xlsx"));
    const { out, err } = check("--fill", "--out", "副本", "空白.xlsx");
    expect(readFileSync(join(folder, "空白.xlsx")).equals(source)).toBe(true);
    expect(await cells("副本/空白.xlsx", `${Z02}!C9`, `${FORM}!G6`, `${FORM}!H17`, `${Z03}!C7`)).toEqual([
      9646.96,
      "=ROUND(E6/D6,4)",
      null,
      null,
    ]);
    expect(await schemaErrors(readFileSync(join(folder, "副本/空白.xlsx")))).toEqual([]);
    expect(out).toContain("副本已填入");
    expect(out).toContain(`${FORM} G6 执行率：1（全年执行数 ÷ 全年预算数）`);
    expect(out).toMatch(/不能推算的空白 \d+ 处/);
    expect(err).toContain(`有空白未填：工作表受保护，无法写入（${Z03}`);
    const host = await openXlsx(readFileSync(join(folder, "副本/空白.xlsx")));
    expect((await host.read({ sheets: ["结构分析"] })).sheets[0]?.values[0]?.[0]).toBe("部门决算结构分析表");
  });

  it("fills with values where asked, says in JSON what was filled, and fills nothing a second time", async () => {
    const first = check("--json", "--fill=values", "--out", "一", "空白.xlsx");
    const [book] = (JSON.parse(first.out) as { workbooks: { filled: object[]; notDerivable: object[] }[] }).workbooks;
    expect(book?.filled).toContainEqual({ rule: "ZP-02", sheet: FORM, cell: "G6", value: 1 });
    expect(await cells("一/空白.xlsx", `${FORM}!G6`)).toEqual([1]);
    const again = check("--json", "--fill=values", "--out", "二", "一/空白.xlsx");
    const [second] = (JSON.parse(again.out) as { workbooks: { filled: object[] }[] }).workbooks;
    expect(second?.filled).toEqual([]);
  });

  it("fills as the workbook keeps it, unless the command line says otherwise", async () => {
    const host = await openXlsx(readFileSync(join(folder, "空白.xlsx")));
    await host.saveState(serialiseState({ ...EMPTY_STATE, fillMode: "values" }));
    writeFileSync(join(folder, "数值.xlsx"), host.save());
    const { out } = check("--fill", "--out", "随簿", "数值.xlsx");
    expect(out).toMatch(/副本已填入 \d+ 处空白（数值）/);
    expect(await cells("随簿/数值.xlsx", `${FORM}!G6`)).toEqual([1]);
    check("--fill=formulas", "--out", "写明", "数值.xlsx");
    expect(await cells("写明/数值.xlsx", `${FORM}!G6`)).toEqual(["=ROUND(E6/D6,4)"]);
  });

  it("refuses to fill without a folder for copies, and modes it does not know", () => {
    expect(check("--fill", "空白.xlsx")).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringContaining("--out") as string,
    });
    expect(check("--fill=all", "--out", "副本", "空白.xlsx")).toMatchObject({ code: 2, out: "" });
  });
});
