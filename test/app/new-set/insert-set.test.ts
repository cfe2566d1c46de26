import { describe, expect, it } from "vitest";
import { insertSet, withdrawSet, type InsertedSet } from "../../../src/app/new-set/insert-set";
import { planNewSet, planNextYear, type SetPlan } from "../../../src/app/new-set/set-plan";
import { layoutFor, type SetRequest } from "../../../src/core/templates/set-request";
import { caseGrid, loadCase } from "../../support/cases";
import { MemoryHost } from "../../support/memory-host";

const EMPTY = { sheets: [{ name: "Sheet1", top: 0, left: 0, values: [] }] };
const layout = layoutFor("2022");
const REQUEST: SetRequest = {
  head: { year: 2024, of: "单位", unitName: "示例学校", moneyUnit: "元", formulas: true },
  layout,
  tables: layout.tables.map(({ key }) => key),
  projects: ["业务费"],
  summary: true,
  extras: [],
  subjects: [{ code: "2050202", name: "小学教育", tables: ["Z02", "Z03", "Z05"] }],
};

function planned(request: Partial<SetRequest> = {}, inUse: readonly string[] = ["Sheet1"]): SetPlan {
  const plan = planNewSet({ ...REQUEST, ...request }, inUse, true);
  if (!("sheets" in plan)) throw new Error(JSON.stringify(plan));
  return plan;
}

const namesIn = async (host: MemoryHost): Promise<readonly string[]> =>
  (await host.read()).sheets.map(({ name }) => name);

describe("a set put into a workbook", () => {
  it("stands beside what is there, with the parameter sheet", async () => {
    const host = new MemoryHost(EMPTY);
    const { names } = await insertSet(host, planned());
    expect(await namesIn(host)).toEqual(["Sheet1", ...names]);
    expect(names).toHaveLength(12);
    expect(names.at(-1)).toBe("情况说明参数");
  });

  it("never takes a name that is in use, whatever its case", () => {
    const { sheets } = planned({}, ["公开01表 收入支出决算总表", "自评表-1"]);
    const names = sheets.map(({ name }) => name);
    expect(names[0]).toBe("公开01表 收入支出决算总表 (2)");
    expect(names.at(-1)).toBe("自评表-1 (2)");
    const total = sheets.find(({ kind }) => kind === "Z04")?.name ?? "";
    expect(JSON.stringify(sheets[0]?.rows)).toContain(`'${total}'!`);
  });

  it("is taken away again as long as nothing was typed on it", async () => {
    const host = new MemoryHost(EMPTY);
    await withdrawSet(host, await insertSet(host, planned()));
    expect(await namesIn(host)).toEqual(["Sheet1"]);
  });

  it("stays where something was typed on it, and says where", async () => {
    const host = new MemoryHost(EMPTY);
    const inserted = await insertSet(host, planned());
    const sheet = "公开03表 支出决算表";
    host.edit({ sheet, row: 9, column: 3 }, 12);
    await expect(withdrawSet(host, inserted)).rejects.toMatchObject({ code: "changed", detail: { sheet } });
    expect(await namesIn(host)).toEqual(["Sheet1", ...inserted.names]);
  });

  it("leaves nothing behind where its last sheet cannot be put in, and nothing where the first cannot", async () => {
    for (const [method, code] of [
      ["putSheet", "protected"],
      ["addSheets", "protected"],
    ] as const) {
      const host = new MemoryHost(EMPTY);
      host.fail(method, code);
      await expect(insertSet(host, planned())).rejects.toMatchObject({ code });
      expect(await namesIn(host)).toEqual(["Sheet1"]);
    }
  });

  it("keeps an existing 情况说明参数 as it is", async () => {
    const plan = planned({}, ["Sheet1", "情况说明参数"]);
    expect(plan.parameters).toBeUndefined();
    const inserted: InsertedSet = await insertSet(new MemoryHost(EMPTY), plan);
    expect(inserted.names).not.toContain("情况说明参数");
  });

  it.each([
    [{ head: { ...REQUEST.head, year: 1999 } }, "year"],
    [{ head: { ...REQUEST.head, year: 2024.5 } }, "year"],
    [{ projects: Array.from({ length: 201 }, () => "") }, "projects"],
    [{ tables: [], projects: [], summary: false, extras: [] }, "nothing"],
    [{ subjects: [{ code: "30101", name: "基本工资", tables: ["Z05"] }] }, "code"],
    [
      {
        subjects: [
          { code: "2010301", name: "行政运行", tables: ["Z05"] },
          { code: "2010301", name: "事业运行", tables: ["Z05"] },
        ],
      },
      "twice",
    ],
  ] as const)("is not planned from what makes no sense (%#)", (request, kind) => {
    expect(planNewSet({ ...REQUEST, ...request }, [], true)).toMatchObject([{ kind }]);
  });

  it("takes an unknown code as it is typed, 60 forms at once, and a name like a formula as text", () => {
    const { sheets } = planned({
      head: { ...REQUEST.head, unitName: "=1+1" },
      projects: Array.from({ length: 60 }, (_, i) => `=项目${i}`),
      subjects: [{ code: "2109988", name: "没有的科目", tables: ["Z03"] }],
    });
    expect(sheets).toHaveLength(9 + 1 + 60);
    const cells = sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => cell !== null);
    expect(cells.filter(({ content, isFormula }) => isFormula && /=(?:项目|1\+1)/.test(String(content)))).toEqual([]);
    expect(cells.some(({ content }) => content === "没有的科目")).toBe(true);
  });
});

describe("the next year's set", () => {
  it("brings last year's figures into the parameters", async () => {
    const prior = new MemoryHost(caseGrid(loadCase("2022-zibo")));
    const plan = await planNextYear(prior, { parameters: true }, []);
    if (!("sheets" in plan)) throw new Error("not planned");
    const rows = plan.parameters?.rows.map((row) => row.map(({ content }) => content)) ?? [];
    expect(rows.some((row) => row.includes(10839.03) && row.some((cell) => String(cell).startsWith("上年.")))).toBe(
      true,
    );
    expect(plan.items).toContainEqual({ kind: "changed", what: "年度：2022 → 2023" });
  });
});
