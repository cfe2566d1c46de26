import { describe, expect, it } from "vitest";
import type { CellValue, SheetGrid } from "../../../../src/core/model/grid";
import type { SelfEvaluationForm } from "../../../../src/core/model/form";
import { readSelfEvaluation } from "../../../../src/core/reading/self-evaluation/read-self-evaluation";
import { formRows, FUNDS, INDICATOR_HEADER, INDICATORS, sheetOf, summaryRows, type IndicatorLine } from "./form-grid";

/** What a form says, without where it stands: equal for all layouts of one form. */
function essence(form: SelfEvaluationForm): unknown {
  return {
    project: form.projectName?.text,
    year: form.year,
    unit: form.moneyUnit,
    funds: form.funds.map((row) => [
      row.key,
      ...[...row.figures].map(([key, figure]) => `${key}:${figure.value.toString()}`).sort(),
    ]),
    indicators: form.indicators.map((item) => [
      item.section,
      item.level2,
      item.name.text,
      item.target.operator,
      item.target.value?.toString(),
      item.target.unit,
      item.actual.value?.toString(),
      item.weight.value.toString(),
      item.score.value.toString(),
    ]),
    total: form.totals.map((total) => total.score?.value.toString()),
  };
}

function only(sheet: SheetGrid): SelfEvaluationForm {
  const reading = readSelfEvaluation(sheet, "万元");
  expect(reading?.forms).toHaveLength(1);
  return reading!.forms[0]!;
}

const PLAIN = essence(only(sheetOf(formRows())));
const map = (
  rows: CellValue[][],
  change: (value: CellValue, row: number, column: number) => CellValue,
): CellValue[][] => rows.map((row, r) => row.map((value, c) => change(value, r, c)));
const rowOf = (rows: readonly (readonly CellValue[])[], text: string): number =>
  rows.findIndex((row) => row.includes(text));

describe("layouts that say the same", () => {
  it.each([
    "区级预算项目支出绩效自评表",
    "部门预算项目支出绩效自评表",
    "项目绩效自评表",
    "绩效目标自评表",
    "2023年度项目支出绩效自评表",
    "视频监控项目支出绩效自评表",
    "整体搬迁项目绩效自评表",
    "项 目 支 出\n绩 效 自 评 表",
  ])("title %s", (title) => expect(essence(only(sheetOf(formRows({ title }))))).toEqual(PLAIN));

  it("a year in the project's name is not the form's", () => {
    const rows = formRows({ project: "2021年培训尾款" });
    expect(only(sheetOf(rows)).year).toBe(2023);
    rows[1] = [null];
    expect(only(sheetOf(rows)).year).toBeUndefined();
  });

  it("no title at all: recognised by its labels", () => {
    expect(essence(only(sheetOf(formRows().slice(1))))).toEqual(PLAIN);
  });

  it("a shifted origin: addresses are sheet coordinates", () => {
    const form = only(sheetOf(formRows(), { top: 4, left: 2 }));
    expect(essence(form)).toEqual(PLAIN);
    expect(form.projectName?.cell).toEqual({ sheet: "自评表", row: 6, column: 4 });
  });

  it("blank rows and columns in front", () => {
    const rows = [[], [], ...formRows().map((row) => [null, null, ...row])];
    expect(essence(only(sheetOf(rows)))).toEqual(PLAIN);
  });

  it("numbers kept as text, full-width digits, 分 after scores", () => {
    const rows = map(formRows(), (value) => (typeof value === "number" ? ` ${String(value)} ` : value));
    const at = rowOf(rows, "培训期数");
    rows[at]![6] = "１０";
    rows[at]![7] = "10分";
    expect(essence(only(sheetOf(rows)))).toEqual(PLAIN);
  });

  it.each([
    ["98.50%", "98.5%"],
    ["98.5", 98.5],
    ["0.985", "0.985"],
  ] as const)("execution rate printed as %s", (_, rate) => {
    const funds = FUNDS.map((row, index) =>
      index === 0 ? row.map((value, column) => (column === 5 ? rate : value)) : row,
    );
    expect(essence(only(sheetOf(formRows({ funds }))))).toEqual(PLAIN);
  });

  it("execution rate as a number of percent under 执行率(%)", () => {
    const rows = map(formRows(), (value) =>
      value === "执行率" ? "执行率（%）" : value === 0.985 ? 98.5 : value === 0.98125 ? 98.125 : value,
    );
    const other = rowOf(rows, "其他资金");
    rows[other]![6] = 100;
    expect(essence(only(sheetOf(rows)))).toEqual(PLAIN);
  });

  it("line breaks and blanks in labels, other header words, （A）（B）", () => {
    const words = new Map<CellValue, CellValue>([
      ["一级指标", "一级\n指标"],
      ["三级指标", "三 级 指 标"],
      ["年度指标值", "年度指标值\n（A）"],
      ["实际完成值", "实际完成指标值（B）"],
      ["偏差原因分析及改进措施", "未完成原因分析\n及改进措施"],
      ["全年预算数", "全年预算数（A）"],
      ["全年执行数", "全年执行数(B)"],
      ["执行率", "执行率（B/A)"],
      ["总分", "总 分"],
      ["项目名称", "项 目 名 称"],
    ]);
    expect(essence(only(sheetOf(map(formRows(), (value) => words.get(value) ?? value))))).toEqual(PLAIN);
  });

  it("columns in another order", () => {
    const order = [0, 1, 2, 3, 6, 4, 5, 7, 8];
    const rows = formRows();
    const start = rowOf(rows, "一级指标");
    const moved = rows.map((row, index) => (index < start ? row : order.map((column) => row[column] ?? null)));
    expect(essence(only(sheetOf(moved)))).toEqual(PLAIN);
  });

  it("一级 and 二级 repeated on every row", () => {
    let level1: CellValue = null;
    let level2: CellValue = null;
    const indicators = INDICATORS.map((line) => {
      level1 = line[0] ?? level1;
      level2 = line[1] ?? level2;
      return [level1, level2, ...line.slice(2)] as unknown as IndicatorLine;
    });
    expect(essence(only(sheetOf(formRows({ indicators }))))).toEqual(PLAIN);
  });

  it("a merged cell's text written into each of its cells", () => {
    const rows = formRows();
    rows[0] = Array.from({ length: 9 }, () => rows[0]![0] ?? null);
    rows[2] = ["项目名称", "项目名称", "干部培训经费", "干部培训经费", "干部培训经费"];
    expect(essence(only(sheetOf(rows)))).toEqual(PLAIN);
  });

  it("a header repeated after a page break, the title with it", () => {
    const rows = formRows();
    const at = rowOf(rows, "人均培训成本");
    rows.splice(at, 0, ["项目支出绩效自评表"], [], [...INDICATOR_HEADER]);
    expect(essence(only(sheetOf(rows)))).toEqual(PLAIN);
  });

  it("head and title repeated after a page break", () => {
    const rows = formRows();
    rows.splice(
      rowOf(rows, "人均培训成本"),
      0,
      ["项目支出绩效自评表（续）"],
      ["项目名称", null, "干部培训经费"],
      [...INDICATOR_HEADER],
    );
    expect(essence(only(sheetOf(rows)))).toEqual(PLAIN);
  });

  it("operator and unit in columns of their own", () => {
    const header = [
      "年度绩效指标(90分)",
      "一级指标",
      "二级指标",
      "三级指标",
      "指标性质",
      "指标值",
      "度量单位",
      "实际完成值",
      "分值",
      "得分",
      "偏差原因分析",
    ];
    const split = (value: CellValue): readonly CellValue[] => {
      const match = /^([≥≤=])([\d.]+)(.*)$/.exec(String(value));
      return match ? [match[1]!, Number(match[2]), match[3]!] : ["定性", value, ""];
    };
    const indicators = INDICATORS.map((line) => {
      const [operator, value, unit] = split(line[3]);
      const actual = /^([\d.]+)/.exec(String(line[4]))?.[1];
      return [
        line[0],
        line[1],
        line[2],
        operator,
        value,
        unit,
        actual ? Number(actual) : line[4],
        line[5],
        line[6],
        line[7],
      ];
    });
    const rows = formRows({
      indicators: indicators as unknown as IndicatorLine[],
      indicatorHeader: header,
      total: ["总分", null, null, null, null, null, null, null, 100, 99.85],
    });
    expect(essence(only(sheetOf(rows)))).toEqual(PLAIN);
  });

  it("an adjusted target counts where one is given", () => {
    const header = [...INDICATOR_HEADER.slice(0, 5), "调整后指标值", ...INDICATOR_HEADER.slice(5)];
    const indicators = INDICATORS.map((line, index) => [
      ...line.slice(0, 3),
      index === 0 ? "≥150人" : line[3],
      index === 0 ? line[3] : "-",
      ...line.slice(4),
    ]);
    const rows = formRows({
      indicators: indicators as unknown as IndicatorLine[],
      indicatorHeader: header,
      total: ["总分", null, null, null, null, null, null, 100, 99.85],
    });
    expect(essence(only(sheetOf(rows)))).toEqual(PLAIN);
  });

  it("figures in 元 are converted to the workbook's unit", () => {
    const funds = FUNDS.map((row) =>
      row.map((value, column) => (column <= 3 && typeof value === "number" ? value * 10000 : value)),
    );
    const form = only(sheetOf(formRows({ funds, fundsLabel: "项目资金（元）" })));
    expect(form.moneyUnit).toBe("元");
    expect(essence({ ...form, moneyUnit: "万元" })).toEqual(PLAIN);
  });

  it.each([
    ["得分 only", ["总分", null, null, null, null, null, null, 99.85]],
    ["总分 beside its score in the column of 分值", ["总分", null, null, null, null, null, 99.85]],
    ["a label with its weight", ["总分（100分）", null, null, null, null, null, 100, 99.85]],
    ["合计", ["合计", null, null, null, null, null, 100, 99.85]],
    ["the label further right", [null, null, null, "总分", null, null, 100, 99.85]],
  ] as const)("总分: %s", (_, total) => {
    expect(essence(only(sheetOf(formRows({ total }))))).toEqual(PLAIN);
  });

  it("a 100 under 分值 that is merged with 得分 is the score", () => {
    const rows = formRows({ total: ["总分", null, null, null, null, null, 100] });
    const last = rows.length;
    expect(only(sheetOf(rows)).totals[0]!.score!.kind).toBe("blank");
    expect(only(sheetOf(rows, { mergedAreas: [`G${last}:H${last}`] })).totals[0]!.score!.value.toString()).toBe("100");
  });
});

describe("weights printed in labels", () => {
  it.each([
    "产出指标（50分）",
    "产出指标(50 分)",
    "产出\n指标\n（50分）",
    "产\n出\n指\n标\n︵\n50\n分\n︶",
    "产出指标50分",
    "产出指标【50】",
  ])("%s", (label) => {
    const indicators = INDICATORS.map(
      (line, index) => (index === 0 ? [label, ...line.slice(1)] : line) as IndicatorLine,
    );
    const form = only(sheetOf(formRows({ indicators })));
    expect(form.indicators[0]!.section).toBe("output");
    expect(form.printedWeights.find((item) => item.section === "output")?.weight.toString()).toBe("50");
  });

  it("of 预算执行情况, beside the header or beside the first row", () => {
    const beside = only(sheetOf(formRows({ fundsLabel: "项目预算执行情况(10)(万元)" })));
    const rows = formRows({ fundsLabel: "" });
    rows[rowOf(rows, "年度资金总额")]![0] = "预算执行情况（10分）";
    for (const form of [beside, only(sheetOf(rows))]) {
      expect(form.printedWeights.find((item) => item.section === "execution")?.weight.toString()).toBe("10");
    }
  });
});

describe("several forms on one sheet", () => {
  const second = formRows({ project: "办公设备购置" });
  it.each([
    ["each with its title", [...formRows(), ...second]],
    ["blank rows between", [...formRows(), [], [], ...second]],
    [
      "notes between",
      [...formRows({ tail: [["注：1.得分一档最高不能超过该指标分值上限。"], ["2.定性指标分三档。"]] }), ...second],
    ],
    ["one title for all", [...formRows(), ...second.slice(1)]],
    ["without heads below", [...formRows(), ...second.slice(2)]],
  ])("%s", (_, rows) => {
    const reading = readSelfEvaluation(sheetOf(rows), "万元");
    expect(
      reading?.forms.map((form) => [form.index, form.projectName?.text, form.indicators.length, form.totals.length]),
    ).toEqual([
      [0, "干部培训经费", 6, 1],
      [1, "办公设备购置", 6, 1],
    ]);
    expect(reading?.notes).toEqual([]);
  });
});

describe("the explanation of a total under 80", () => {
  const label = "总分在80分以下的项目未实现绩效目标的原因分析及拟采取的措施说明：";
  it.each([
    ["in the same cell", [[`${label}项目延期，明年加快实施。`]], "项目延期，明年加快实施。"],
    ["in the next cell", [[label, null, "项目延期"]], "项目延期"],
    ["below", [[label], ["项目延期"]], "项目延期"],
    ["blank before the notes", [[label], ["注：1.得分一档最高不能超过该指标分值上限。"]], ""],
    ["blank at the end", [[label]], ""],
    ["not asked for", [["注：自评得分在80分以下的，要说明原因。"]], undefined],
  ] as const)("%s", (_, tail, text) => {
    const form = only(sheetOf(formRows({ tail })));
    expect(form.lowScoreExplanation?.text).toBe(text);
    expect(form.totals).toHaveLength(1);
  });
});

describe("bad input is said by cell and the rest is read", () => {
  const codes = (rows: CellValue[][]): readonly string[] =>
    readSelfEvaluation(sheetOf(rows), "万元")!.notes.map((note) => note.code);

  it.each([
    ["no funds block", formRows({ funds: null }), "fundsMissing"],
    ["no indicators", formRows({ indicators: [] }), "indicatorsMissing"],
    ["no total", formRows({ total: null }), "totalMissing"],
    ["two totals", formRows({ tail: [["总分", null, null, null, null, null, 100, 98]] }), "totalRepeated"],
    ["no project name", formRows({ project: null }), "projectNameMissing"],
    ["an unknown source of funds", formRows({ funds: [...FUNDS, ["捐赠", 1, 1, 1]] }), "unknownFundsRow"],
    [
      "a value that cannot be taken apart",
      formRows({ indicators: [["产出指标", "数量指标", "人数", "10-20人", "15人", 50, 50]] }),
      "valueUnclear",
    ],
    [
      "an indicator with a name only",
      formRows({ indicators: [...INDICATORS, [null, null, "其他", null, null, null, null]] }),
      "indicatorEmpty",
    ],
  ])("%s", (_, rows, code) => {
    expect(codes(rows)).toEqual([code]);
    expect(readSelfEvaluation(sheetOf(rows), "万元")!.notes[0]!.message).toContain("自评表");
  });

  it("weights as text are invalid figures, blank targets blank values", () => {
    const form = only(sheetOf(formRows({ indicators: [["产出指标", "数量指标", "人数", null, "15人", "五十", 50]] })));
    expect(form.indicators[0]!.weight.kind).toBe("invalid");
    expect(form.indicators[0]!.target.kind).toBe("blank");
  });
});

describe("汇总表", () => {
  const rows = summaryRows([
    ["干部培训经费", "某某局", 99.85, "优"],
    ["办公设备购置", null, 85, "良好"],
    ["合计", null, null, null],
  ]);
  it("is read by its title and header; a merged unit is carried down; 合计 is no project", () => {
    const reading = readSelfEvaluation(sheetOf(rows), "万元");
    expect(reading?.kind).toBe("ZPHZ");
    expect(
      reading?.summary?.rows.map((row) => [
        row.projectName.text,
        row.unit?.text,
        row.score.value.toString(),
        row.grade?.text,
      ]),
    ).toEqual([
      ["干部培训经费", "某某局", "99.85", "优"],
      ["办公设备购置", "某某局", "85", "良好"],
    ]);
  });

  it.each([
    ["without a title", rows.slice(1)],
    [
      "with the grade under a second header row",
      [
        ["项目支出绩效自评情况汇总表"],
        ["序号", "项目名称", "资金使用单位", "自评结果", null],
        [null, null, null, "得分", "等级"],
        ...rows.slice(2),
      ],
    ],
    [
      "with figures beside",
      [
        rows[0]!,
        [
          "序号",
          "项目名称",
          "资金使用单位",
          "自评得分",
          "自评等级",
          "年初预算数",
          "全年预算数",
          "全年执行数",
          "执行率",
        ],
        ...rows.slice(2),
      ],
    ],
    ["with the header repeated", [...rows.slice(0, 3), rows[1]!, ...rows.slice(3)]],
  ])("%s", (_, variant) => {
    const summary = readSelfEvaluation(sheetOf(variant), "万元")?.summary;
    expect(summary?.rows.map((row) => [row.projectName.text, row.score.value.toString(), row.grade?.text])).toEqual([
      ["干部培训经费", "99.85", "优"],
      ["办公设备购置", "85", "良好"],
    ]);
  });

  it("is read together with forms below it", () => {
    const reading = readSelfEvaluation(sheetOf([...rows, [], ...formRows()]), "万元");
    expect([reading?.kind, reading?.forms.length, reading?.summary?.rows.length]).toEqual(["ZP", 1, 2]);
  });
});

it("the form of a whole department is read apart from those of projects", () => {
  const rows = formRows({ title: "部门整体支出绩效自评表", project: null });
  const reading = readSelfEvaluation(sheetOf(rows), "万元");
  expect([reading?.kind, reading?.forms.length, reading?.departmentForms.length]).toEqual(["BM", 0, 1]);
  expect(reading?.departmentForms[0]?.indicators).toHaveLength(6);
});

describe("what is none of ours", () => {
  it.each([
    ["绩效监控", formRows({ title: "项目支出绩效运行监控表" })],
    [
      "绩效目标申报",
      [
        ["项目支出绩效目标申报表"],
        ["项目名称", null, "甲"],
        ["一级指标", "二级指标", "三级指标", "指标值"],
        ["产出指标", "数量指标", "人数", "≥3人"],
      ],
    ],
    [
      "a table of the accounts",
      [
        ["支出决算表"],
        ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"],
        ["201", "一般公共服务支出", 10, 6, 4],
      ],
    ],
    ["an empty sheet", []],
    [
      "a list of projects without scores",
      [
        ["序号", "项目名称", "金额"],
        [1, "甲", 10],
      ],
    ],
  ])("%s", (_, rows) => {
    expect(readSelfEvaluation(sheetOf(rows), "万元")).toBeUndefined();
  });
});
