import { OWN_SHEETS } from "../core/model/own-sheets";

/** What is at the bottom of a card, in lists over many workbooks. */
const CAUSES = {
  transposedDigits: "数字颠倒",
  sign: "正负号相反",
  decimalPoint: "小数点移位",
  moneyUnit: "万元与元混用",
  neighbour: "误取相邻单元格",
  droppedDigit: "漏写一位数字",
  duplicatedRow: "重复计入一行",
  missingRow: "漏列一行",
  movedRows: "金额错行",
  otherYear: "误用其他年度的表",
  notBegun: "表未填写",
  certain: "某一数有误，可直接改正",
  alternatives: "某一数有误，有几种改法",
  undetermined: "未能断定是哪一数",
  toFill: "待填",
  verify: "待核实",
  hint: "提示",
} as const;

/** The Chinese texts of the overview over many workbooks and of the report sheet. */
export const overviewTexts = {
  title: "决算公开核查汇总",
  madeAt: (time: string): string => `核查时间 ${time}`,
  folder: (folder: string): string => `文件夹 ${folder}`,
  filesMore: (count: number): string => `等 ${count} 个`,
  none: "—",
  yearless: "未注明",
  unitless: "未读到",
  sheets: {
    overview: "汇总",
    findings: "问题明细",
    rules: "按规则",
    causes: "按原因",
    notChecked: "未核对",
    comparison: "与上次对比",
  },

  columns: {
    number: "序号",
    workbook: "工作簿",
    unit: "单位",
    year: "年度",
    verdict: "结论",
    errors: "错误",
    toFill: "待填",
    verify: "待核实",
    hints: "提示",
    notChecked: "未核对",
    held: "相符",
    category: "类别",
    sheet: "工作表",
    cells: "单元格",
    message: "问题",
    expected: "应为",
    actual: "现为",
    difference: "差额",
    explanation: "核实说明",
    rule: "规则",
    ruleTitle: "规则名称",
    cause: "原因",
    files: "工作簿数",
    cards: "处数",
    where: "工作簿",
    change: "与上次相比",
    count: "项数",
    reason: "原因",
    project: "项目",
  },

  verdicts: {
    unread: "未能读取",
    empty: "未认出决算公开表",
    errors: "有错误",
    toFill: "有待填",
    verify: "待核实",
    hints: "仅有提示",
    partly: "未发现不符，有未核对",
    clean: "未发现不符",
  },

  changes: { mended: "改好", remaining: "未改", added: "新增", unclear: "无法判断" },
  causes: CAUSES,
  newWorkbook: "上次未核对",
  unclearNote: "“无法判断”指上次的问题这次没有再出现，但相应核对这次没有做成，不能算改好。",
  missing: "这次没有",
  missingTitle: "上次有、这次没有的工作簿",

  totals: (t: {
    readonly workbooks: number;
    readonly unread: number;
    readonly withErrors: number;
    readonly errors: number;
    readonly toFill: number;
    readonly verify: number;
    readonly notEvaluated: number;
  }): string =>
    [
      `共 ${t.workbooks} 个工作簿`,
      ...(t.unread > 0 ? [`${t.unread} 个未能读取`] : []),
      `${t.withErrors} 个有错误`,
      `合计 ${t.errors} 处错误、${t.toFill} 处待填、${t.verify} 处待核实、${t.notEvaluated} 项未核对`,
    ].join("，") + "。",
  comparisonTotals: (t: {
    readonly mended: number;
    readonly added: number;
    readonly remaining: number;
    readonly unclear: number;
  }): string =>
    `与上次相比：改好 ${t.mended} 处，未改 ${t.remaining} 处，新增 ${t.added} 处` +
    (t.unclear > 0 ? `，${t.unclear} 处无法判断。` : "。"),
  tiles: { workbooks: "工作簿", withErrors: "有错误的", unread: "未能读取" },
  all: "合计",
  wholeWorkbook: "整个工作簿",
  explained: (text: string, stale: boolean): string => (stale ? `${text}（数据在说明之后有变动，请重新核实）` : text),
  noFindings: "未发现不符。",
  emptyNote: "在各工作表开头几行没有认出公开01至09表或绩效自评表的标题，没有做任何核对。",
  notCheckedTitle: "未核对",
  notChecked: (count: number, reason: string): string => `${count} 项未核对：${reason}`,
  noReason: "规则未说明原因",
  mendedTitle: "与上次相比改好",
  unclearTitle: "上次的问题，这次无法判断",
  backToTop: "回到汇总",
  orderNote:
    "按问题轻重排列：未能读取、未认出的在前，其次按错误、待填、待核实、未核对的多少。尾差范围内的差异不算错误。",

  report: {
    sheet: OWN_SHEETS.report,
    title: "部门决算公开核查报告",
    findings: "问题清单",
    notChecked: "未核对事项",
    explanations: "核实说明",
    allHeld: "未发现不符。",
    allChecked: "各项规则均已核对。",
    facts: (unit: string, year: string, money: string): string =>
      `单位：${unit}　　年度：${year}　　金额单位：${money}`,
    made: "由决算公开助手生成。修改数据后请重新检查并重新生成本表。",
    passed: "相符",
    withinRounding: "其中尾差范围内相符",
  },
} as const;
