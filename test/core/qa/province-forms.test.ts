import { describe, expect, it } from "vitest";
import { checkBook } from "../../../src/core/checking/check-book";
import { DEFAULT_SETTINGS } from "../../../src/core/checking/settings";
import { planFill } from "../../../src/core/filling/plan-fill";
import type { AccountBook } from "../../../src/core/model/book";
import { a1 } from "../../../src/core/model/cell";
import { readBook } from "../../../src/core/reading/read-book";
import { gridOf } from "../reading/grid-of";
import * as published from "./province-forms";

type FormName = keyof typeof published;

const bookOf = (text: string): AccountBook => readBook({ sheets: [gridOf(text)] });

function findings(text: string): readonly string[] {
  return checkBook({ book: bookOf(text), settings: DEFAULT_SETTINGS })
    .findings.filter(({ rule }) => /^(ZP|HZ)/.test(rule))
    .map(({ rule, severity, cells }) => `${rule} ${severity} ${cells.map(a1).join()}`);
}

/** The form with one text changed, which must stand there exactly once. */
function changed(name: FormName, from: string, to: string): string {
  const parts = published[name].split(from);
  expect(parts, `“${from}” once in ${name}`).toHaveLength(2);
  return parts.join(to);
}

/** Forms on the sheet: 项目名称, 实施单位, 全年预算数 and 全年执行数, indicators, 总分. */
const READ: Readonly<Record<FormName, readonly string[]>> = {
  sichuan2023: [
    "51092324T000010263357-2023年全县安可替代补助资金项目 | 大英县司法局 | 3.36 3.36 1 | 3 indicators | 100",
  ],
  anhui2022: ["委托业务项目 | 219001-池州市贵池区棠溪镇人民政府 | 89.974 89.974 1 | 10 indicators | 100"],
  hubei2020: ["2020年市级服务贸易发展资金 | 投资促进中心 | 285.84 285.84 1 | 6 indicators | 100"],
  shanghai2024: ["机关大楼物业管理费 | 办公室 | 1250000 1238500 0.9908 | 8 indicators | 99.91"],
  shanghai2020: ["信息系统运维费 | 信息中心 | 1500000 1470000 0.98 | 8 indicators | 99.9"],
  yunnan2022: ["农村饮水工程维修养护 | 某县水务局 | 500000 475000 0.95 | 6 indicators | 99.5"],
  hebei2022: ["农业技术推广 | 某县农技站 | 120 114  | 6 indicators | 99.5"],
  chongqing2022: ["国土绿化 |  | 180 171 0.95 | 3 indicators | 97.74"],
  liaoning2023: ["执法办案 | 某队 | 55 55 1 | 5 indicators | 100"],
  guangdong2023: ["乡村振兴驻镇帮扶资金 |  | 320 304 0.95 | 5 indicators | 99.5"],
  beijing2022: ["文物保护专项 | 某博物馆 | 520 512.3456 0.9853 | 7 indicators | 96.85"],
  sideBySide: ["甲项目 | 某局 | 100 90 0.9 | 3 indicators | 99", "乙项目 | 某局 | 50 50 1 | 3 indicators | 100"],
};

describe.each(Object.keys(published) as FormName[])("a form without faults: %s", (name) => {
  const book = bookOf(published[name]);

  it("is read in full, and nothing is odd about it", () => {
    expect(
      book.forms.map((form) => {
        const funds = form.funds.find(({ key }) => key === "total")?.figures;
        const figures = (["annualBudget", "executed", "rate"] as const).map((key) => funds?.get(key)?.value.toString());
        const totals = form.totals.map(({ score }) => score?.value.toString()).join();
        return [
          form.projectName?.text,
          form.implementingUnit?.text ?? "",
          figures.join(" "),
          `${form.indicators.length} indicators`,
          totals,
        ].join(" | ");
      }),
    ).toEqual(READ[name]);
    expect(book.sheets.flatMap(({ notes }) => notes)).toEqual([]);
    expect(book.forms.map(({ index }) => index)).toEqual(READ[name].map((_, index) => index));
  });

  it("raises no alarm, and nothing is overwritten", () => {
    expect(findings(published[name])).toEqual([]);
    const grid = { sheets: [gridOf(published[name])] };
    const result = checkBook({ book, settings: DEFAULT_SETTINGS });
    const { writes } = planFill(book, result, { settings: DEFAULT_SETTINGS, grid });
    expect(writes.filter(({ isBlank }) => !isBlank)).toEqual([]);
  });
});

it("a 汇总表 whose second header row alone names 得分 and 等级 is read, the unit carried down", () => {
  const book = bookOf(`
    部门项目支出绩效自评结果汇总表
    （2022年度）
    序号|项目单位|项目名称|自评情况|
    |||得分|等级
    1|局机关|甲项目|'98.5分|优秀
    2||乙项目|'100.00|优秀
    3|下属中心|丙项目|79.99|中
    平均得分|||92.83`);
  expect(
    book.summaries.map(({ rows }) =>
      rows.map((row) => [row.projectName.text, row.unit?.text, row.score.value.toNumber(), row.grade?.text]),
    ),
  ).toEqual([
    [
      ["甲项目", "局机关", 98.5, "优秀"],
      ["乙项目", "局机关", 100, "优秀"],
      ["丙项目", "下属中心", 79.99, "中"],
    ],
  ]);
});

it("the explanation of a low total stands after the colon, whatever it is called", () => {
  const low = changed("anhui2022", "总分||||||100|100", "总分||||||100|70");
  const explained = (line: string): readonly string[] =>
    findings(`${low}\n${line}`).filter((finding) => finding.startsWith("ZP-10"));
  expect(explained("总分在80分以下的原因：招标推迟，下年实施。")).toEqual([]);
  expect(explained("总分在80分以下的原因：")).toEqual(["ZP-10 error A26"]);
});

it("a form whose indicators were not found is not judged by its total, and the total stays", () => {
  const text = published.anhui2022.replace("|一级指标|二级指标|三级指标|年度指标值|实际完成值|", "|||||||");
  expect(findings(text)).toEqual([]);
  const book = bookOf(text);
  expect(book.sheets.flatMap(({ notes }) => notes.map(({ code }) => code))).toEqual(["indicatorsMissing"]);
  const result = checkBook({ book, settings: DEFAULT_SETTINGS });
  const plan = planFill(book, result, { settings: DEFAULT_SETTINGS, grid: { sheets: [gridOf(text)] } });
  expect(plan.writes).toEqual([]);
});

it("weights and total are not judged where the score of 预算执行 was not understood", () => {
  const text = changed("liaoning2023", "年初预算数||调整后预算数|执行数|执行率|", "上报数||下达数|拨付数|进度|");
  expect(findings(text)).toEqual([]);
  const blank = text.replace("合计||||||||100|100", "合计||||||||100|");
  const book = bookOf(blank);
  const result = checkBook({ book, settings: DEFAULT_SETTINGS });
  const plan = planFill(book, result, { settings: DEFAULT_SETTINGS, grid: { sheets: [gridOf(blank)] } });
  expect(plan.writes).toEqual([]);
  expect(plan.notDerivable.map(({ label, reason }) => `${label}：${reason}`)).toEqual(["总分：没有找到预算执行得分"]);
});

it.each([
  ["sichuan2023", "3.36|100.00%|10|10", "3.3|100.00%|10|10", ["ZP-01 error E9", "ZP-02 error F9", "ZP-03 error H9"]],
  ["sichuan2023", "13|30|30", "13|30|28", ["ZP-05 error J18", "ZP-07 error J16", "ZP-09 error K16"]],
  ["sichuan2023", "优|30|30", "良|30|30", ["ZP-08 verify H17,J17"]],
  ["anhui2022", "≥95百分比|96|10|10", "≥95百分比|90|10|10", ["ZP-07 error H24"]],
  ["hubei2020", "100%|20", "100%|18", ["ZP-03 error F9", "ZP-05 error F17"]],
  ["hubei2020", "98%以上|100%|10", "98%以上|100%|8", ["ZP-05 error F17"]],
  ["shanghai2024", "（%）|99.08", "（%）|98.08", ["ZP-02 error B7"]],
  ["shanghai2024", "|10|9.91", "|10|10", ["ZP-05 error G18", "ZP-07 verify G17"]],
  [
    "shanghai2024",
    "|15|15\n|可持续",
    "|16|15\n|可持续",
    ["ZP-04 error F10,F11,F12,F13,F14,F15,F16,F17", "ZP-07 error G14", "ZP-09 error H14"],
  ],
  ["shanghai2020", "'1,470,000.00", "'1,407,000.00", ["ZP-02 error D5", "ZP-02 verify F13"]],
  ["yunnan2022", "|100%|15|15|无", "|100%|15|14|无", ["ZP-05 error I22", "ZP-07 error I16", "ZP-09 error J16"]],
  ["yunnan2022", "|100|99.50", "|100|95.90", ["ZP-05 error I22"]],
  ["chongqing2022", "95%|10|9.5", "95%|10|9.9", ["ZP-03 error H5", "ZP-05 error H2"]],
  ["chongqing2022", "|28.24|", "|28.42|", ["ZP-05 error H2", "ZP-07 error J11"]],
  ["liaoning2023", "100.00%|10|10", "90.00%|10|10", ["ZP-02 error F6"]],
  ["guangdong2023", "320|304", "320|288", ["ZP-02 error F6", "ZP-02 verify E12"]],
  ["sideBySide", "99|||总分|||||100|100", "99|||总分|||||100|98", ["ZP-05 error P13"]],
  ["sideBySide", "|5次|50|50|||", "|4次|50|50|||", ["ZP-07 error G10"]],
] as const)("%s: %s → %s", (name, from, to, found) => {
  expect(findings(changed(name, from, to))).toEqual(found);
});
