import type { CellValue } from "../../model/grid";
import { SCORING_KINDS, type SheetKind, type StandardKey, type TableKey } from "../../model/table";
import { SCORING_SHEETS } from "./scoring-sheets";

type Row = readonly CellValue[];

/** Sheets the examples are cut from: the nine, a table beside them, the forms. */
export type ExampleKind = StandardKey | "T-GS" | "T-CG" | Exclude<SheetKind, TableKey>;

/** A sheet of the example workbook: `head` rows stand above the figures, `tail` rows below them. */
export interface ExampleSheet {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly head: number;
  readonly tail: number;
  /** Columns that hold no money and are shown as they are (行次, 编码). */
  readonly plainColumns: string;
}

const YEAR = 2023;
const UNIT = "部门：示例单位";

/**
 * The small workbook all examples are cut from: a unit with income of 135, expenditure of 131, one training project. All
 * its figures agree, so that whatever an example breaks is the example's own doing. `year` changes the titles only.
 */
export function exampleSheet(kind: ExampleKind, year = YEAR): ExampleSheet {
  const { name, title, rows, head, plainColumns = "" } = SHEETS[kind];
  const filled = rows.map((row) => row.map((value) => (value === "（2023年度）" ? `（${String(year)}年度）` : value)));
  if (isScoring(kind)) return { name, rows: filled, head, tail: 0, plainColumns };
  const width = Math.max(...rows.map((row) => row.length));
  const right = (text: string): Row => [...Array<CellValue>(width - 1).fill(null), text];
  return {
    name,
    rows: [[`${String(year)}年度${title}`], [UNIT, ...right("单位：万元").slice(1)], ...filled, [NOTE]],
    head: head + 2,
    tail: 1,
    plainColumns,
  };
}

function isScoring(kind: SheetKind): boolean {
  return (SCORING_KINDS as readonly SheetKind[]).includes(kind);
}

const NOTE = "注：本表为示例。";

export interface SheetData {
  readonly name: string;
  readonly title?: string;
  readonly rows: readonly Row[];
  /** Rows of `rows` that belong to the head. */
  readonly head: number;
  readonly plainColumns?: string;
}

const CODES = ["科目编码", "科目名称"] as const;
const NAMES = {
  "201": "一般公共服务支出",
  "20103": "政府办公厅（室）及相关机构事务",
  "2010301": "行政运行",
  "2010302": "一般行政管理事务",
  "205": "教育支出",
  "20508": "进修及培训",
  "2050803": "培训支出",
  "212": "城乡社区支出",
  "21208": "国有土地使用权出让收入安排的支出",
  "2120803": "城市建设支出",
  "223": "国有资本经营预算支出",
  "22301": "解决历史遗留问题及改革成本支出",
  "2230105": "国有企业退休人员社会化管理补助支出",
} as const;

/** A line of a classified table. */
const line = (code: keyof typeof NAMES, ...figures: Row): Row => [code, NAMES[code], ...figures];
/** The three levels of a code with the same figures. */
const levels = (codes: readonly (keyof typeof NAMES)[], ...figures: Row): Row[] =>
  codes.map((code) => line(code, ...figures));

const SHEETS: Readonly<Record<ExampleKind, SheetData>> = {
  Z01: {
    name: "公开01表",
    title: "收入支出决算总表",
    head: 2,
    plainColumns: "BE",
    rows: [
      ["收入", null, null, "支出", null, null],
      ["项目", "行次", "决算数", "项目", "行次", "决算数"],
      ["一、一般公共预算财政拨款收入", 1, 100, "一、一般公共服务支出", 13, 69],
      ["二、政府性基金预算财政拨款收入", 2, 20, "二、教育支出", 14, 38],
      ["三、国有资本经营预算财政拨款收入", 3, 5, "三、城乡社区支出", 15, 19],
      ["四、上级补助收入", 4, null, "四、国有资本经营预算支出", 16, 5],
      ["五、事业收入", 5, null, null, 17, null],
      ["六、经营收入", 6, null, null, 18, null],
      ["七、附属单位上缴收入", 7, null, null, 19, null],
      ["八、其他收入", 8, 10, null, 20, null],
      ["本年收入合计", 9, 135, "本年支出合计", 21, 131],
      ["使用非财政拨款结余", 10, null, "结余分配", 22, null],
      ["年初结转和结余", 11, 6, "年末结转和结余", 23, 10],
      ["总计", 12, 141, "总计", 24, 141],
    ],
  },
  Z02: {
    name: "公开02表",
    title: "收入决算表",
    head: 2,
    plainColumns: "A",
    rows: [
      [
        "项目",
        null,
        "本年收入合计",
        "财政拨款收入",
        "上级补助收入",
        "事业收入",
        "经营收入",
        "附属单位上缴收入",
        "其他收入",
      ],
      [...CODES, null, null, null, null, null, null, null],
      ["合计", null, 135, 125, null, null, null, null, 10],
      ...levels(["201", "20103"], 72, 62, null, null, null, null, 10),
      line("2010301", 50, 50, null, null, null, null, null),
      line("2010302", 22, 12, null, null, null, null, 10),
      ...levels(["205", "20508", "2050803"], 38, 38, null, null, null, null, null),
      ...levels(["212", "21208", "2120803"], 20, 20, null, null, null, null, null),
      ...levels(["223", "22301", "2230105"], 5, 5, null, null, null, null, null),
    ],
  },
  Z03: {
    name: "公开03表",
    title: "支出决算表",
    head: 2,
    plainColumns: "A",
    rows: [
      ["项目", null, "本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"],
      [...CODES, null, null, null, null, null, null],
      ["合计", null, 131, 48, 83, null, null, null],
      ...levels(["201", "20103"], 69, 48, 21, null, null, null),
      line("2010301", 48, 48, null, null, null, null),
      line("2010302", 21, null, 21, null, null, null),
      ...levels(["205", "20508", "2050803"], 38, null, 38, null, null, null),
      ...levels(["212", "21208", "2120803"], 19, null, 19, null, null, null),
      ...levels(["223", "22301", "2230105"], 5, null, 5, null, null, null),
    ],
  },
  Z04: {
    name: "公开04表",
    title: "财政拨款收入支出决算总表",
    head: 2,
    plainColumns: "BE",
    rows: [
      ["收入", null, null, "支出", null, null, null, null, null],
      [
        "项目",
        "行次",
        "金额",
        "项目",
        "行次",
        "合计",
        "一般公共预算财政拨款",
        "政府性基金预算财政拨款",
        "国有资本经营预算财政拨款",
      ],
      ["一、一般公共预算财政拨款", 1, 100, "一、一般公共服务支出", 9, 60, 60, null, null],
      ["二、政府性基金预算财政拨款", 2, 20, "二、教育支出", 10, 38, 38, null, null],
      ["三、国有资本经营预算财政拨款", 3, 5, "三、城乡社区支出", 11, 19, null, 19, null],
      ["本年收入合计", 4, 125, "四、国有资本经营预算支出", 12, 5, null, null, 5],
      ["年初财政拨款结转和结余", 5, 5, "本年支出合计", 13, 122, 98, 19, 5],
      ["一般公共预算财政拨款", 6, 3, "年末财政拨款结转和结余", 14, 8, 5, 3, null],
      ["政府性基金预算财政拨款", 7, 2, null, 15, null, null, null, null],
      ["国有资本经营预算财政拨款", 8, null, null, 16, null, null, null, null],
      ["总计", 9, 130, "总计", 17, 130, 103, 22, 5],
    ],
  },
  Z05: {
    name: "公开05表",
    title: "一般公共预算财政拨款支出决算表",
    head: 2,
    plainColumns: "A",
    rows: [
      ["项目", null, "本年支出", null, null],
      [...CODES, "小计", "基本支出", "项目支出"],
      ["合计", null, 98, 48, 50],
      ...levels(["201", "20103"], 60, 48, 12),
      line("2010301", 48, 48, null),
      line("2010302", 12, null, 12),
      ...levels(["205", "20508", "2050803"], 38, null, 38),
    ],
  },
  Z06: {
    name: "公开06表",
    title: "一般公共预算财政拨款基本支出决算表",
    head: 2,
    plainColumns: "AD",
    rows: [
      ["人员经费", null, null, "公用经费", null, null],
      [...CODES, "金额", ...CODES, "金额"],
      ["301", "工资福利支出", 40, "302", "商品和服务支出", 5],
      ["30101", "基本工资", 25, "30201", "办公费", 3],
      ["30103", "奖金", 15, "30217", "公务接待费", 0.5],
      ["303", "对个人和家庭的补助", 2, "30231", "公务用车运行维护费", 1.5],
      ["30302", "退休费", 2, "310", "资本性支出", 1],
      [null, null, null, "31002", "办公设备购置", 1],
      ["人员经费合计", null, 42, "公用经费合计", null, 6],
    ],
  },
  SG: {
    name: "公开09表",
    title: "财政拨款“三公”经费支出决算表",
    head: 3,
    rows: [
      ["预算数", null, null, null, null, null, "决算数", null, null, null, null, null],
      [
        ...["合计", "因公出国（境）费", "公务用车购置及运行维护费", null, null, "公务接待费"],
        ...["合计", "因公出国（境）费", "公务用车购置及运行维护费", null, null, "公务接待费"],
      ],
      [
        ...[null, null, "小计", "公务用车购置费", "公务用车运行维护费", null],
        ...[null, null, "小计", "公务用车购置费", "公务用车运行维护费", null],
      ],
      [5, null, 3, null, 3, 2, 2.8, null, 2, null, 2, 0.8],
    ],
  },
  JJ: {
    name: "公开07表",
    title: "政府性基金预算财政拨款收入支出决算表",
    head: 2,
    plainColumns: "A",
    rows: [
      ["项目", null, "年初结转和结余", "本年收入", "本年支出", null, null, "年末结转和结余"],
      [...CODES, null, null, "小计", "基本支出", "项目支出", null],
      ["合计", null, 2, 20, 19, null, 19, 3],
      ...levels(["212", "21208", "2120803"], 2, 20, 19, null, 19, 3),
    ],
  },
  GZ: {
    name: "公开08表",
    title: "国有资本经营预算财政拨款支出决算表",
    head: 2,
    plainColumns: "A",
    rows: [
      ["项目", null, "本年支出", null, null],
      [...CODES, "小计", "基本支出", "项目支出"],
      ["合计", null, 5, null, 5],
      ...levels(["223", "22301", "2230105"], 5, null, 5),
    ],
  },
  "T-GS": {
    name: "一般公共预算收支表",
    title: "一般公共预算财政拨款收入支出决算表",
    head: 2,
    plainColumns: "A",
    rows: [
      ["项目", null, "年初结转和结余", "本年收入", "本年支出", null, null, "年末结转和结余"],
      [...CODES, null, null, "小计", "基本支出", "项目支出", null],
      ["合计", null, 3, 100, 98, 48, 50, 5],
      ...levels(["201", "20103"], null, 62, 60, 48, 12, 2),
      line("2010301", null, 50, 48, 48, null, 2),
      line("2010302", null, 12, 12, null, 12, null),
      ...levels(["205", "20508", "2050803"], 3, 38, 38, null, 38, 3),
    ],
  },
  "T-CG": {
    name: "政府采购",
    title: "政府采购支出情况表",
    head: 1,
    rows: [
      ["项目", "合计", "财政性资金", "其他资金"],
      ["政府采购支出合计", 30.25, 25.15, 5.1],
      ["货物", 12.1, 10.05, 2.05],
      ["工程", null, null, null],
      ["服务", 18.15, 15.1, 3.05],
      ["授予中小企业合同金额", 20, 16, 4],
    ],
  },
  ZP: {
    name: "自评表",
    head: 0,
    rows: [
      ["项目支出绩效自评表"],
      ["（2023年度）"],
      ["项目名称", null, "干部培训经费"],
      ["主管部门及代码", null, "[101]示例单位", null, null, "实施单位", "示例单位"],
      ["项目资金（万元）", null, "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
      [null, "年度资金总额", 90, 100, 83, 10, "83%", 8.3],
      [null, "其中：财政拨款", 80, 90, 74, "-", "-", "-"],
      [null, "上年结转资金", null, null, null, "-", "-", "-"],
      [null, "其他资金", 10, 10, 9, "-", "-", "-"],
      ["年度总体目标", "年初预期目标", null, null, "目标实际完成情况"],
      [null, "完成全年干部培训。", null, null, "完成全年干部培训。"],
      [
        "年度绩效指标(90分)",
        "一级指标",
        "二级指标",
        "三级指标",
        "年度指标值",
        "实际完成值",
        "分值",
        "得分",
        "偏差原因分析及改进措施",
      ],
      [null, "产出指标（50分）", "数量指标", "培训人数", "≥200人", "200人", 20, 20, null],
      [null, null, "数量指标", "培训期数", "10-15期", "12期", 5, 5, null],
      [null, null, "质量指标", "培训合格率", "≥90%", "95%", 10, 10, null],
      [null, null, "成本指标", "场地费", "≤40万元", "33万元", 10, 10, null],
      [null, null, "成本指标", "师资费", "≤60万元", "50万元", 5, 5, null],
      [null, "效益指标（30分）", "社会效益指标", "业务能力", "提升", "提升", 30, 30, null],
      [null, "满意度指标（10分）", "服务对象满意度指标", "学员满意度", "≥90%", "92%", 10, 10, null],
      ["总分", null, null, null, null, null, 100, 98.3, null],
    ],
  },
  ZPHZ: {
    name: "自评汇总表",
    head: 2,
    rows: [
      ["2023年度项目支出绩效自评结果汇总表"],
      ["序号", "项目名称", "资金使用单位", "自评得分", "自评等级"],
      [1, "干部培训经费", "示例单位", 98.3, "优"],
    ],
  },
  ...SCORING_SHEETS,
};
