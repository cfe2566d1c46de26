import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openXlsx } from "../../src/host/xlsx/xlsx-host";
import { caseGrid, loadCase } from "../support/cases";
import { checkIn } from "../support/command-line";
import { buildXlsx } from "../support/xlsx-builder";

const folder = mkdtempSync(join(tmpdir(), "new-set-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("--new", () => {
  it("writes a set that the check has nothing to say against", async () => {
    const run = checkIn(
      folder,
      ...["--new", "套表.xlsx", "--year", "2024", "--unit", "示例市教育局", "--forms", "2"],
      ...["--codes", "2050202小学教育,2120801征地和拆迁补偿支出"],
    );
    expect(run).toMatchObject({ code: 0, err: "" });
    expect(run.out).toContain("公开09表 财政拨款“三公”经费支出决算表");
    const checked = checkIn(folder, "--json", "套表.xlsx");
    const [workbook] = (
      JSON.parse(checked.out) as { workbooks: { year: number; unitName: string; findings: unknown[] }[] }
    ).workbooks;
    expect(workbook).toMatchObject({ year: 2024, unitName: "示例市教育局", findings: [] });
    const { sheets } = await (await openXlsx(readFileSync(join(folder, "套表.xlsx")))).read();
    expect(sheets).toHaveLength(13);
  });

  it("has the sheets, projects, layout and 科目 that were chosen", async () => {
    writeFileSync(join(folder, "科目来源.xlsx"), buildXlsx(caseGrid(loadCase("2022-zibo"))));
    const run = checkIn(
      folder,
      ...["--new", "选择.xlsx", "--year", "2020", "--layout", "2022年及以后", "--codes-from", "科目来源.xlsx"],
      ...["--sheets", "05表,自评汇总,部门整体,评价评分表,工单考核", "--forms", "业务费,设备购置"],
    );
    expect(run).toMatchObject({ code: 0, err: "" });
    const { sheets } = await (await openXlsx(readFileSync(join(folder, "选择.xlsx")))).read();
    expect(sheets.map(({ name }) => name)).toEqual([
      ...[
        "公开05表 一般公共预算财政拨款支出决算表",
        "项目支出绩效自评情况汇总表",
        "自评表-1",
        "自评表-2",
        "部门整体自评表",
      ],
      ...["评价评分表", "工单办理考核", "扣分指标", "综合管理考核", "热线考核排名"],
    ]);
    const table = loadCase("2022-zibo");
    const codes = sheets[0]?.values.flatMap((row) => (/^2\d{6}$/.test(String(row[0])) ? [String(row[0])] : [])) ?? [];
    expect(codes.length).toBeGreaterThan(3);
    expect(codes.every((code) => JSON.stringify(table).includes(code))).toBe(true);
    expect(sheets[2]?.values.flat()).toContain("业务费");
  });

  it("never replaces a file that is there", () => {
    writeFileSync(join(folder, "已有.xlsx"), "别人的");
    expect(checkIn(folder, "--new", "已有.xlsx", "--year", "2024").code).toBe(0);
    expect(readFileSync(join(folder, "已有.xlsx"), "utf8")).toBe("别人的");
    expect(readdirSync(folder).filter((name) => name.startsWith("已有"))).toHaveLength(2);
  });

  it("carries last year's workbook on and lists what became of it; another unit's it refuses", () => {
    writeFileSync(join(folder, "上年.xlsx"), buildXlsx(caseGrid(loadCase("2021-luozhuang"))));
    const run = checkIn(folder, "--new", "新年度.xlsx", "--prior", "上年.xlsx");
    expect(run).toMatchObject({ code: 0, err: "" });
    expect(run.out).toContain("结转　01表年初结转和结余：4.53 万元");
    expect(run.out).toContain("公开07表 → 公开09表");
    const other = checkIn(folder, "--new", "别的.xlsx", "--prior", "上年.xlsx", "--unit", "别的单位");
    expect(other).toMatchObject({ code: 2, out: "" });
    expect(other.err).toContain("不是本单位的");
  });

  it.each([
    [["--new", "a.xls", "--year", "2024"], "扩展名为 xlsx"],
    [["--new", "a.xlsx"], "需要 --year"],
    [["--new", "a.xlsx", "--year", "24"], "四位数"],
    [["--new", "a.xlsx", "--year", "1999"], "2010 至 2099"],
    [["--new", "a.xlsx", "--year", "2024", "--forms", "201"], "最多生成 200 张"],
    [["--new", "a.xlsx", "--year", "2024", "--codes", "30101基本工资"], "不是功能分类科目编码"],
    [["--new", "a.xlsx", "--year", "2024", "--codes", "行政运行"], "请写明科目"],
    [["--new", "a.xlsx", "--year", "2024", "--money", "美元"], "万元 或 元"],
    [["--new", "a.xlsx", "--year", "2024", "--of", "公司"], "部门 或 单位"],
    [["--new", "a.xlsx", "--year", "2024", "--sheets", "05表,没有"], "没有这些表：没有。可以选择：01表"],
    [["--new", "a.xlsx", "--year", "2024", "--layout", "省表"], "没有这种表样，可以选择：2019年及以前"],
    [["--new", "a.xlsx", "--year", "2024", "--codes-from", "没有.xlsx"], "找不到文件"],
    [["--new", "a.xlsx", "--year", "2024", "b.xlsx"], "不核对文件"],
    [["--new", "a.xlsx", "--prior", "没有.xlsx"], "找不到文件"],
  ] as const)("says what is wrong with %j", (args, message) => {
    const run = checkIn(folder, ...args);
    expect(run.code).toBe(2);
    expect(run.err).toContain(message);
  });
});
