/** The Chinese texts of filling: the tab 填报, the sheet 结构分析 and the suggested value on a card. */
import { OWN_SHEETS } from "../core/model/own-sheets";
import type { MoneyUnit } from "../core/model/quantity";

/** The sheet 结构分析. Its title reads like a table of final accounts, so that reading knows it for none of the nine. */
export const STRUCTURE = {
  sheet: OWN_SHEETS.structure,
  title: "部门决算结构分析表",
  columns: {
    group: "类别",
    code: "科目编码",
    label: "项目",
    amount: "决算数",
    share: "占比",
    shareOf: "占比基数",
    prior: "上年决算数",
    change: "增减额",
    changeRate: "增减率",
    budget: "年初预算数",
    completion: "完成年初预算",
    remark: "说明",
  },
  facts: (unitName: string | undefined, year: number | undefined, unit: MoneyUnit): string =>
    [unitName, year === undefined ? undefined : `${year}年度`, `金额单位：${unit}`]
      .filter((part) => part !== undefined)
      .join("　"),
} as const;

export const fillTexts = {
  needsCheck: {
    title: "填写可以算出的空白",
    lines: [
      "检查之后，这里列出可由表内、表间关系算出的空白：合计、小计、执行率、得分、总分、等级，以及别的表已有的数。",
      "先看清单，勾选后才写入，可以撤销。已有内容的单元格不勾选就不改动。",
    ],
  },
  planning: "正在推算",
  nothing: {
    title: "没有可填的空白",
    lines: ["能由勾稽关系算出的单元格都已填写。"],
    blockedLines: ["下列空白的依据不足或有误，先改正后重新检查。"],
  },
  summary: (blanks: number, differing: number): string =>
    [
      blanks > 0 ? `${blanks} 处空白可以填写` : undefined,
      differing > 0 ? `${differing} 处已有内容与算出的数不同，未勾选` : undefined,
    ]
      .filter((part) => part !== undefined)
      .join("，"),
  mode: { label: "写入方式", formulas: "公式", values: "数值", hint: "公式随数据更新；不能用公式表达的写数值。" },
  group: (name: string, chosen: number, all: number): string => `${name}，已选 ${chosen}/${all} 处`,
  groupCount: (chosen: number, all: number): string => `已选 ${chosen}/${all}`,
  groupAll: (name: string): string => `选择“${name}”的全部空白`,
  now: "现在",
  willBe: "将填",
  blank: "空白",
  hasContent: "已有内容",
  hasFormula: "公式",
  because: (reason: string): string => `依据：${reason}`,
  sources: (count: number): string => `来自 ${count} 个单元格`,
  more: (count: number): string => `显示其余 ${count} 处`,
  apply: (count: number): string => (count === 0 ? "请勾选要填的单元格" : `填入所选 ${count} 处`),
  applying: "正在写入",
  undo: (count: number): string => `撤销上次填入的 ${count} 处`,
  filled: (count: number): string => `已填入 ${count} 处，并重新检查。`,
  undone: (count: number): string => `已撤销 ${count} 处，内容、公式和数字格式恢复原样。`,
  analysed: (rows: number): string => `已写入工作表“${STRUCTURE.sheet}”，共 ${rows} 行。`,
  notDerivable: { title: "不能推算", count: (count: number): string => `${count} 处` },
  structure: {
    title: "结构分析表",
    body: "按情况说明的口径列出各项占比、增减额、增减率和完成年初预算，另存为一张工作表，不改动已有各表。上年数和年初预算取自上年工作簿或“情况说明参数”表。",
    action: "生成结构分析表",
  },
  log: {
    title: "填写记录",
    count: (count: number): string => `${count} 次`,
    at: (time: Date, isUndo: boolean, cells: number): string =>
      `${time.getFullYear()}年${time.getMonth() + 1}月${time.getDate()}日 ${String(time.getHours()).padStart(2, "0")}:${String(time.getMinutes()).padStart(2, "0")} ${isUndo ? "撤销" : "填入"} ${cells} 处`,
    change: (was: string, now: string): string => `${was} → ${now}`,
  },
  suggestion: {
    open: "填入建议值",
    label: "建议值",
    change: (place: string, now: string, proposed: string): string => `${place}：现在 ${now} → 将填 ${proposed}`,
    apply: "填入",
    cancel: "取消",
    option: (index: number): string => `填入第 ${index} 种`,
    undo: "撤销",
    openAll: (count: number): string => `填入全部 ${count} 处建议值`,
    labelAll: "全部建议值",
    applyAll: (count: number): string => `填入 ${count} 处`,
  },
} as const;
