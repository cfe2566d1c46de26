/**
 * The Chinese texts of the pane. Components hold no wording of their own: they take it from here, so that one reading
 * of this file checks every word. Counts and names come in as parameters; nothing here computes.
 */
import { OWN_SHEETS } from "../core/model/own-sheets";
import type { Pattern, SlipKind } from "../core/model/diagnosis";
import type { Severity } from "../core/model/rule";
import type { MoneyUnit } from "../core/model/quantity";
import { markTexts } from "./marks";

export const SEVERITY_WORDS: Readonly<Record<Severity | "toFill" | "explained" | "rounding", string>> = {
  error: "错误",
  toFill: "待填",
  verify: "待核实",
  hint: "提示",
  explained: "已说明",
  rounding: "尾差",
};

const SLIPS: Readonly<Record<SlipKind, string>> = {
  transposedDigits: "数字颠倒",
  sign: "正负号相反",
  decimalPoint: "小数点移位",
  moneyUnit: "万元与元混用",
  neighbour: "误取相邻单元格",
  droppedDigit: "漏写一位数字",
};

const PATTERNS: Readonly<Record<Pattern["kind"], (pattern: Pattern) => string>> = {
  duplicatedRow: ({ row }) => `疑似重复计入${rowWord(row)}`,
  missingRow: ({ row }) => `疑似漏列${rowWord(row)}`,
  movedRows: ({ row, by, further = [] }) => {
    if (further.length === 0)
      return `自${rowWord(row)}起，金额与科目错行：${shiftWord(by)}，请整块${isTooHigh(by) ? "下" : "上"}移`;
    const shifts = further.map((shift) => `自${rowWord(shift.row)}起${shiftWord(shift.by)}`);
    return `自${rowWord(row)}起，金额与科目错行：${[shiftWord(by), ...shifts].join("，")}，请逐段移回`;
  },
  moneyUnit: ({ unit }) => (unit ? `金额单位应改为“${unit}”：整表相差一万倍` : "疑似万元与元混用：整表相差一万倍"),
  otherYear: () => "疑似误用了其他年度的表",
  notBegun: () => "本表尚未填写",
};

function isTooHigh(by = 0): boolean {
  return by < 0;
}

/** "偏高 2 行" */
function shiftWord(by = 0): string {
  return `偏${isTooHigh(by) ? "高" : "低"} ${Math.abs(by)} 行`;
}

function rowWord(row: string | undefined): string {
  return row === undefined ? "一行" : `“${row}”`;
}

const KEPT_PARTS = {
  overAchievement: "超额完成的比例",
  grades: "各等级的最低分",
  fillMode: "填报写入方式",
  live: "随改随查开关",
  explanations: "部分核实说明",
  reasons: "部分原因",
} as const;

/** What the workbook keeps for the assistant, part by part. */
type KeptPart = keyof typeof KEPT_PARTS;

const dot = (parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined).join(" · ");
const some = (count: number, text: string): string | undefined => (count > 0 ? text : undefined);

export const zh = {
  product: "决算公开助手",
  punctuation: { dot, separator: " · ", list: (items: readonly string[]): string => items.join("、") },

  head: {
    landmark: "检查结论",
    check: "检查",
    recheck: "重新检查",
    checking: "正在检查",
    live: "随改随查",
    liveHint: "修改单元格后自动重新核对",
    unknownUnit: "未读到单位名称",
    facts: (year: number | undefined, unit: MoneyUnit): string =>
      dot([year === undefined ? "年度未注明" : `${year}年度`, unit]),
    checkedAt: (time: string): string => `检查于 ${time}`,
    unfold: "展开单位、各表和随改随查",
    fold: "收起",
    changed: "表中已有改动，结果未更新",
    idle: "尚未检查",
    failed: "检查未完成",
    stale: "以下为上次检查的结果",
    noTables: "未找到决算公开表",
    verdict: (v: {
      readonly errors: number;
      readonly toFill: number;
      readonly verify: number;
      readonly explained?: number;
      readonly ignored?: number;
      readonly hints: number;
      readonly violated: number;
      readonly held: number;
      readonly notEvaluated: number;
    }): readonly string[] =>
      [
        some(v.errors, `${v.errors} 处错误`),
        some(v.toFill, `${v.toFill} 处待填`),
        some(v.verify, `${v.verify} 处待核实`),
        some(v.hints, `${v.hints} 条提示`),
        some(v.explained ?? 0, `${v.explained ?? 0} 处已说明`),
        some(v.ignored ?? 0, `${v.ignored ?? 0} 处已忽略`),
        v.violated > v.errors + v.toFill + v.verify + v.hints + (v.explained ?? 0)
          ? `涉及 ${v.violated} 项核对`
          : undefined,
        v.errors + v.toFill + v.verify + v.hints + (v.explained ?? 0) > 0
          ? `其余 ${v.held} 项核对通过`
          : some(v.held, `${v.held} 项核对${v.notEvaluated > 0 ? "" : "全部"}通过`),
        some(v.notEvaluated, `${v.notEvaluated} 项未核对`),
      ].filter((part) => part !== undefined),
  },

  tables: {
    list: "各表读取情况",
    chip: (name: string, count: number): string => (count > 1 ? `${name}×${count}` : name),
    /** What a chip says to those who cannot see it: its visible text first. */
    missing: (chip: string, title: string): string => `${chip} ${title}：未找到`,
    clean: (chip: string, title: string, sheet: string): string =>
      `${chip} ${title}：未发现错误，只看此表并转到“${sheet}”`,
    broken: (chip: string, title: string, sheet: string, errors: number, verify: number): string =>
      `${chip} ${title}：${[some(errors, `${errors} 处错误`), some(verify, `${verify} 处待核实`)]
        .filter((part) => part !== undefined)
        .join("，")}，只看此表并转到“${sheet}”`,
  },

  tabs: {
    list: "功能",
    check: "检查",
    selfEvaluation: "自评",
    filling: "填报",
    narrative: "情况说明",
    more: "更多",
    loading: "正在打开",
  },

  progress: {
    reading: (sheet: string): string => `正在读取“${sheet}”`,
    starting: "正在读取各工作表",
    checking: "正在核对",
  },

  welcome: {
    title: "核对本工作簿",
    body: "读取各工作表，按标题认出公开01至09表和绩效自评表，逐项核对表内、表间勾稽关系。",
    promise: "检查只读取，不改动任何单元格。",
    keys: "F8 下一处，Shift+F8 上一处，回车定位，Esc 收起",
  },

  noTables: {
    title: "未找到决算公开表",
    body: "在各工作表开头几行没有认出公开01至09表或绩效自评表的标题。",
    todo: "请打开含有决算公开表的工作簿，或把表名补在表格上方后重新检查。隐藏的工作表不会读取。",
  },

  nothingFound: {
    title: "未发现不符",
    body: (identities: number, rules: number): string => `按 ${rules} 条规则核对了 ${identities} 项。`,
    exact: "完全相符",
    withinRounding: "尾差范围内相符",
    notEvaluated: "未能核对",
    unit: "项",
    hidden: (count: number): string => `另有 ${count} 处未在当前筛选中显示。`,
  },

  filter: {
    label: "按类别筛选",
    all: "全部显示",
    count: (word: string, count: number): string => `${word} ${count}`,
    hiddenAll: (count: number): string => `已按筛选隐藏全部 ${count} 处`,
    search: "查找单元格、项目或金额",
    onlyTable: (name: string): string => `只看 ${name}`,
    everyTable: "看全部表",
    /** Follows the sheet the user is on; named once it is followed. */
    active: (sheet: string | undefined): string => (sheet === undefined ? "只看当前表" : `只看当前表：${sheet}`),
  },

  highlight: {
    on: "标出问题单元格",
    off: "清除标记",
    ...markTexts,
  },

  list: {
    label: "核对发现",
    /** Names of the groups, by how sure it is what to do. */
    standing: {
      certain: "可直接改正",
      alternatives: "有几种改法，请选定",
      undetermined: "请对照凭证查明",
      toFill: "待填",
      verify: "待核实",
      hint: "提示",
      rounding: "尾差",
    },
    withExplained: "待核实、已说明",
    count: (count: number): string => `${count} 处`,
    showMore: (count: number): string => `显示其余 ${count} 处`,
    groupLabel: (name: string, count: number): string => `${name}，${count} 处`,
  },

  problem: {
    rounding: "在尾差允许范围内",
    joint: (count: number): string => `${count}\u00a0项不符出于同一处`,
    together: (count: number): string => `${count}\u00a0项不符互相关联`,
    suspect: (place: string, proposed: string): string => `${place} 疑似应为\u00a0${proposed}`,
    toFill: (place: string, value: string): string => `${place} 待填\u00a0${value}`,
    openBlanks: "待填，同一合计中有几处空白，无法分别推算：",
    due: (item: string, proposed: string): string => `${item}应为\u00a0${proposed}`,
    /** "，现为 795.80（数字颠倒）" */
    dueNow: (now: string | undefined, slip: SlipKind | undefined): string =>
      `，${now === undefined ? "现为空" : `现为\u00a0${now}`}${slip === undefined ? "" : `（${SLIPS[slip]}）`}`,
    pattern: (pattern: Pattern): string => PATTERNS[pattern.kind](pattern),
    or: "，或",
    and: "，且",
    inQuestion: "以下数据之一可能有误，请逐一核对来源：",
    noExplanation: "未能断定是哪一处，请对照原始凭证核对以下各数。",
    relatedChecks: "由此不符的核对",
    locate: "定位",
    locateCell: (place: string): string => `定位到 ${place}`,
    learn: "了解规则",
    learnLess: "收起规则",
    more: (count: number): string => `等 ${count} 处`,
    related: "相关单元格",
    copy: "复制",
    copied: "已复制",
    notCopied: "未能复制，请选中文字后按 Ctrl+C。",
  },

  explanation: {
    label: "核实说明",
    placeholder: "写明核实结果和原因，随工作簿保存",
    write: "写核实说明",
    edit: "修改说明",
    save: "保存说明",
    cancel: "取消",
    stale: "数据在说明之后有变动，请重新核实。",
    explained: "已说明",
    count: (count: number): string => `${count} 条`,
    standing: { holds: "已说明", stale: "数据已变动，请重新核实", gone: "所说明的问题已不存在" },
    writtenAt: (time: Date): string =>
      `写于 ${time.getFullYear()}年${time.getMonth() + 1}月${time.getDate()}日 ${String(time.getHours()).padStart(2, "0")}:${String(time.getMinutes()).padStart(2, "0")}`,
    drop: "删除说明",
  },

  ignoring: {
    ignore: "忽略",
    title: "已忽略",
    reason: "忽略的理由",
    placeholder: "写明为什么不改，随工作簿保存，审核时一并列出",
    confirm: "忽略此处",
    cancel: "取消",
    back: "恢复",
    backOf: (about: string): string => `恢复：${about}`,
    count: (count: number): string => `${count} 处`,
    done: "已忽略，列在下方“已忽略”中。",
    listed: (reason: string): string => (reason === "" ? "已忽略" : `已忽略：${reason}`),
  },

  kept: {
    newer: "工作簿中保存的核实说明和设置由更新版本的助手写入，本版本不改动，检查按默认标准进行。",
    unreadable: "工作簿中保存的核实说明和设置无法识别，本版本不改动，检查按默认标准进行。",
    rejected: (parts: readonly KeptPart[]): string =>
      `工作簿中保存的${parts.map((part) => KEPT_PARTS[part]).join("、")}有误，未采用，按默认处理。`,
  },

  arithmetic: {
    label: "核算",
    unit: (unit: string): string => `单位：${unit}`,
    item: "项目",
    figure: "金额",
    plus: "＋",
    minus: "－",
    zeros: (count: number): string => `其余 ${count} 项为 0`,
    expected: "应为",
    sumOfParts: "以上合计",
    atLeast: "应不小于",
    stated: (label: string): string => `表中 ${label}`,
    statedSum: "表中合计",
    difference: "差额",
    tolerance: (value: string): string => `尾差允许 ±${value}`,
    exactOnly: "不允许尾差",
    suspect: "疑似有误",
    maybe: "可能有误",
    expectedText: "应为",
    actualText: "表中",
  },

  rule: {
    statement: "规则",
    formula: "公式",
    basis: "依据",
    /** Says that a rule was inferred, unless the document's name says so already. */
    basisText: (document: string, inferred: boolean): string =>
      inferred && !document.includes("归纳") ? `${document}（依公开表样归纳）` : document,
    rationale: "为什么",
    remedy: "怎么办",
  },

  selfEvaluation: {
    needsCheck: "检查之后，这里列出各项目自评表的总分、等级和问题。",
    noForms: "本工作簿没有项目支出绩效自评表",
    noFormsTodo: "请把自评表放进本工作簿（表名为“项目支出绩效自评表”）后重新检查。",
    summary: (all: number, errors: number, verify: number): string =>
      dot([`${all} 个项目`, some(errors, `${errors} 个有错误`), some(verify, `${verify} 个待核实`)]),
    projects: "各项目自评",
    project: "项目",
    total: "总分",
    grade: "等级",
    problems: "问题",
    none: "无",
    unknown: "未填",
    problemCount: (errors: number, verify: number, hints: number): string =>
      [some(errors, `${errors} 处错误`), some(verify, `${verify} 处待核实`), some(hints, `${hints} 条提示`)]
        .filter((part) => part !== undefined)
        .join("，") || "没有问题",
    back: "全部项目",
    facts: (total: string, grade: string): string => dot([`总分 ${total}`, `等级 ${grade}`]),
    breakdown: "得分明细",
    indicator: "指标",
    weight: "分值",
    score: "得分",
    expected: "应得",
    judged: "酌定",
    differs: "与应得不符",
    sum: "合计",
    sections: { output: "产出", cost: "成本", benefit: "效益", satisfaction: "满意度" },
    values: (target: string, actual: string): string => dot([`指标 ${target || "未填"}`, `完成 ${actual || "未填"}`]),
    noProblems: "这个项目未发现问题。",
    others: "汇总表及其他",
  },

  notChecked: {
    title: "未核对",
    line: (count: number, reason: string): string => `${count} 项未核对：${reason}`,
    noReason: "规则未说明原因",
    prior: "给出上年决算工作簿后，核对年初结转与上年年末结转是否一致。",
    empty: (reasons: readonly string[]): string => `没有数据、无须核对，不计入未核对：${reasons.join("、")}。`,
    missing: (title: string): string => `如本年度应公开${title}，请补上该表（表名写在表格上方）后重新检查。`,
    check: "如应有数据，请补齐或改正后重新检查。",
    count: (count: number): string => `${count} 项`,
    rules: (titles: readonly string[]): string =>
      titles.length > 3
        ? `涉及${titles.slice(0, 3).join("、")}等 ${titles.length} 条规则。`
        : `涉及${titles.join("、")}。`,
  },

  coverage: {
    title: "核对范围",
    /** How open choices were taken. */
    choices: "核对口径",
    choice: (remark: string): string => `口径：${remark}`,
    summary: (ran: number, all: number): string => `共 ${all} 条规则，${ran} 条已核对`,
    rule: "规则",
    satisfied: "相符",
    withinRounding: "尾差",
    violated: "不符",
    notEvaluated: "未核对",
    nothing: "本工作簿没有需要核对的内容",
    violatedCount: (count: number): string => `不符 ${count}`,
    /** What stands behind the count of what does not agree. */
    row: (v: {
      readonly satisfied: number;
      readonly withinRounding: number;
      readonly violated: number;
      readonly notEvaluated: number;
    }): string =>
      dot([
        some(v.violated, ""),
        some(v.satisfied, `相符 ${v.satisfied}`),
        some(v.withinRounding, `尾差内 ${v.withinRounding}`),
        some(v.notEvaluated, `未核对 ${v.notEvaluated}`),
      ]) || (v.violated > 0 ? "" : "无适用项"),
    moreReasons: (count: number): string => `另有 ${count} 项`,
  },

  reading: {
    title: "读表说明",
    workbook: "整个工作簿",
    noNote: "不是决算公开表，未核对",
    skipped: (reason: string): string => `未读取：${reason}`,
    notes: (count: number): string => `${count} 条说明`,
  },

  command: {
    openPane: "打开“决算公开助手”窗格可逐项查看。",
    outcomeSheet: OWN_SHEETS.outcome,
  },

  place: (sheet: string, cell: string): string => `${sheet} · ${cell}`,

  trouble: {
    dismiss: "知道了",
    retry: "再试一次",
  },
} as const;

/** What is to be said of the state a workbook keeps; undefined where all of it is used. */
export function keptNote(
  kept:
    | { readonly kind: "ready"; readonly rejected?: readonly KeptPart[] }
    | { readonly kind: "newer" | "unreadable" }
    | undefined,
): string | undefined {
  if (!kept) return undefined;
  if (kept.kind !== "ready") return zh.kept[kept.kind];
  return kept.rejected && zh.kept.rejected(kept.rejected);
}
