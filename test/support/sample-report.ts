import { findingsToFill, type CheckReport } from "../../src/app/check-report";
import { countVerdicts } from "../../src/app/verdict-counts";
import { DEFAULT_SETTINGS } from "../../src/core/checking/settings";
import { amount } from "../../src/core/model/amount";
import type { SheetReading } from "../../src/core/model/book";
import { parseA1, type CellAddress } from "../../src/core/model/cell";
import type { Cause } from "../../src/core/model/diagnosis";
import type { Figure } from "../../src/core/model/figure";
import type { Finding, JudgedIdentity, RuleCoverage } from "../../src/core/model/finding";
import type { WorkbookGrid } from "../../src/core/model/grid";
import type { Identity, RuleMeta, Severity, Term } from "../../src/core/model/rule";
import type { AccountTable, TableKey } from "../../src/core/model/table";
import { moneyPrinting } from "../../src/core/units/printing";

/** Reports made by hand, so that the pane is tested on every shape a check can yield, whatever the rules do today. */

export const SHEETS = {
  Z01: "公开01表 收入支出决算总表",
  Z03: "公开03表 支出决算表",
  Z06: "公开06表 一般公共预算财政拨款基本支出决算表",
  other: "工作底稿",
} as const;

/** The cell of an A1 text on a sheet. */
export function at(sheet: string, text: string): CellAddress {
  return { sheet, ...parseA1(text) };
}

/** A figure in 万元 with two decimals. */
export function figure(sheet: string, cell: string, value: string): Figure {
  const number = amount(value);
  return {
    cell: at(sheet, cell),
    kind: number.isZero() ? "blank" : "amount",
    value: number,
    slack: amount(number.isZero() ? "0" : "0.005"),
    printing: moneyPrinting("万元", "万元"),
    raw: number.isZero() ? "" : value,
    storedAsText: false,
  };
}

/** A term of an identity. */
export function term(label: string, sheet: string, cell: string, value: string, sign: 1 | -1 = 1): Term {
  return { label, sign, figure: figure(sheet, cell, value) };
}

/** 人员经费合计 4863.84 against 4355.63 + 508.23 (2022, as published). */
export const PERSONNEL: Identity = {
  kind: "identity",
  relation: "=",
  left: [term("人员经费合计", SHEETS.Z06, "C40", "4863.84")],
  right: [
    term("301 工资福利支出", SHEETS.Z06, "C7", "4355.63"),
    term("303 对个人和家庭的补助", SHEETS.Z06, "C22", "508.23"),
  ],
  subject: "人员经费合计",
  sheet: SHEETS.Z06,
};

/** 201 in 公开03 with its digits transposed: wrong in its row and in its column. */
const ROW: Identity = {
  kind: "identity",
  relation: "=",
  left: [term("201 一般公共服务支出 本年支出合计", SHEETS.Z03, "C8", "9646.96")],
  right: [
    term("基本支出", SHEETS.Z03, "D8", "6017.55"),
    term("项目支出", SHEETS.Z03, "E8", "3647.41"),
    term("上缴上级支出", SHEETS.Z03, "F8", "0"),
    term("经营支出", SHEETS.Z03, "G8", "0"),
    term("对附属单位补助支出", SHEETS.Z03, "H8", "0"),
  ],
  subject: "201 一般公共服务支出",
  sheet: SHEETS.Z03,
};
const COLUMN: Identity = {
  kind: "identity",
  relation: "=",
  left: [term("公开01表 一般公共服务支出", SHEETS.Z01, "F7", "9664.96")],
  right: [term("公开03表 201 一般公共服务支出", SHEETS.Z03, "C8", "9646.96")],
  subject: "201 一般公共服务支出",
  sheet: SHEETS.Z01,
};

function finding(
  id: string,
  rule: string,
  severity: Severity,
  sheet: string,
  cells: string[],
  message: string,
): Finding {
  return {
    id,
    rule,
    severity,
    sheet,
    cells: cells.map((cell) => at(sheet, cell)),
    related: [],
    message,
    withinRounding: false,
  };
}

export const FINDINGS = {
  personnel: {
    ...finding("f1", "Z06-02", "error", SHEETS.Z06, ["C40"], "人员经费合计比 301+303 少 0.02"),
    identity: PERSONNEL,
    expected: "4863.86",
    actual: "4863.84",
    difference: "-0.02",
  },
  row: {
    ...finding("f2", "Z03-01", "error", SHEETS.Z03, ["C8"], "201 一般公共服务支出：本年支出合计比各栏之和少 18.00"),
    identity: ROW,
  },
  column: {
    ...finding("f3", "X-02", "error", SHEETS.Z01, ["F7"], "201 一般公共服务支出：公开01表比公开03表多 18.00"),
    identity: COLUMN,
  },
  reception: {
    ...finding("f4", "X-08", "verify", SHEETS.Z06, ["F30"], "30217 公务接待费大于“三公”公务接待费决算数 1.20"),
    expected: "8.5",
    actual: "9.7",
    difference: "1.2",
  },
  line: finding("f5", "F-06", "hint", SHEETS.Z01, ["B33"], "行次 29 与上一行 26 不连续"),
} as const satisfies Record<string, Finding>;

export const ROUNDING: JudgedIdentity = {
  rule: "Z03-01",
  identity: {
    kind: "identity",
    relation: "=",
    left: [term("本年支出合计", SHEETS.Z03, "C12", "1152.64")],
    right: [term("基本支出", SHEETS.Z03, "D12", "1152.13"), term("项目支出", SHEETS.Z03, "E12", "0.5")],
    subject: "20805 行政事业单位养老支出 · 本年支出合计",
    sheet: SHEETS.Z03,
  },
  outcome: "withinRounding",
  difference: amount("0.01"),
  severity: "error",
};

/** f2 and f3 come from one transposed figure. */
export const CAUSE: Cause = {
  id: "c1",
  kind: "error",
  findings: ["f2", "f3"],
  explanations: [
    {
      suspects: [
        { figure: figure(SHEETS.Z03, "C8", "9646.96"), proposed: amount("9664.96"), slip: "transposedDigits" },
      ],
    },
  ],
  inQuestion: [],
};

const RULE_TITLES: Readonly<Record<string, string>> = {
  "Z03-01": "支出决算表各栏之和",
  "Z06-02": "人员经费与公用经费合计",
  "X-02": "总表与支出决算表一致",
  "X-05": "基本支出与明细一致",
  "X-08": "基本支出不大于“三公”决算",
  "F-06": "行次连续",
};

/** The description of a made-up rule. */
export function rule(id: string): RuleMeta {
  return {
    id,
    title: RULE_TITLES[id] ?? id,
    statement: "人员经费合计等于工资福利支出与对个人和家庭的补助之和。",
    formula: "人员经费合计 = 301 + 303",
    severity: "error",
    basis: { document: "《部门决算管理办法》（财库〔2021〕36号）第二十条", inferred: false },
    rationale: "人员经费由两类经济科目组成，手工汇总时常漏改合计。",
    remedy: "核对 301、303 两类金额，改正合计。",
    scope: ["Z06"],
  };
}

function coverage(id: string, part: Partial<RuleCoverage>): RuleCoverage {
  return { rule: id, satisfied: 0, withinRounding: 0, violated: 0, notEvaluated: 0, reasons: [], ...part };
}

export const NOT_EVALUATED = coverage("X-05", {
  notEvaluated: 2,
  reasons: [
    { kind: "notEvaluated", reason: "未找到公开05表", missing: "Z05" },
    { kind: "notEvaluated", reason: "未找到公开05表", missing: "Z05" },
  ],
});

function table(key: TableKey, sheet: string, publicNumber: string): AccountTable {
  const cell = at(sheet, "A1");
  return {
    key,
    sheet,
    title: { cell, text: sheet },
    publicNumber: { cell, text: publicNumber },
    rows: [],
    byKey: new Map(),
    columns: new Map(),
  };
}

const READINGS: readonly SheetReading[] = [
  { name: SHEETS.Z01, kind: "Z01", notes: [] },
  { name: SHEETS.Z03, kind: "Z03", notes: [] },
  {
    name: SHEETS.Z06,
    kind: "Z06",
    notes: [{ code: "strayText", message: "表外文字未读取", sheet: SHEETS.Z06, cell: at(SHEETS.Z06, "K3") }],
  },
  { name: SHEETS.other, kind: null, note: "前几行没有决算公开表的标题", notes: [] },
];

/** A grid with the sheets of the sample, empty but for a title. */
export const SAMPLE_GRID: WorkbookGrid = {
  sheets: Object.values(SHEETS).map((name) => ({ name, top: 0, left: 0, values: [[name]] })),
};

/** A report with these parts; counts follow from them. */
export function report(parts: {
  readonly findings?: readonly Finding[];
  readonly rounding?: readonly JudgedIdentity[];
  readonly causes?: readonly Cause[];
  readonly coverage?: readonly RuleCoverage[];
  readonly tables?: readonly TableKey[];
}): CheckReport {
  const { findings = [], rounding = [], causes = [], tables = ["Z01", "Z03", "Z06"] } = parts;
  const all: readonly AccountTable[] = [
    table("Z01", SHEETS.Z01, "公开01表"),
    table("Z03", SHEETS.Z03, "公开03表"),
    table("Z06", SHEETS.Z06, "公开06表"),
  ];
  const result = {
    findings,
    rounding,
    identities: [],
    coverage: parts.coverage ?? [
      coverage("Z03-01", { satisfied: 20, withinRounding: 3, violated: 1 }),
      coverage("Z06-02", { satisfied: 1, violated: 1 }),
      NOT_EVALUATED,
    ],
  };
  return {
    grid: SAMPLE_GRID,
    book: {
      year: 2022,
      unitName: "淄博市人民政府办公室",
      moneyUnit: "万元",
      sheets: READINGS,
      tables: new Map(all.filter(({ key }) => tables.includes(key)).map((item) => [item.key, item])),
      rivals: [],
      forms: [],
      summaries: [],
      departmentForms: [],
      scoreTables: [],
      goalLists: [],
      hotline: [],
      notes: [],
    },
    result,
    causes,
    toFill: findingsToFill(causes),
    judgedUnits: new Map(),
    rules: new Map(Object.keys(RULE_TITLES).map((id) => [id, rule(id)])),
    settings: DEFAULT_SETTINGS,
    counts: countVerdicts({ result, causes, toFill: findingsToFill(causes) }),
    checkedAt: new Date(2023, 6, 31, 9, 5),
  };
}

/** A report with one of everything: a cause with two findings, an error, a verify, a hint, a rounding difference. */
export function sampleReport(): CheckReport {
  return report({ findings: Object.values(FINDINGS), rounding: [ROUNDING], causes: [CAUSE] });
}
