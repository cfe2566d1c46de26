const SEPARATOR = " · ";

/** The Chinese texts of the learning mode. */
export const LEARNING_TEXT = {
  title: "规则学习",
  intro: (rules: number): string => `全部 ${rules} 条核对规则。点开一条，看它核对哪些单元格、怎样会错、怎样改。`,
  needsCheck: "检查本工作簿之后，这里还会列出每条规则核对的单元格和算式。",
  brokenHere: "本工作簿不符的规则",
  count: (rules: number): string => `${rules} 条`,
  back: "全部规则",
  search: "按名称查找规则",
  noMatch: "没有这样的规则，请换一个词。",
  status: (violated: number, held: number): string =>
    [violated > 0 ? `不符 ${violated}` : undefined, held > 0 ? `相符 ${held}` : undefined]
      .filter((part) => part !== undefined)
      .join(SEPARATOR) || "未核对",

  here: "在本工作簿中",
  notHere: "本工作簿中没有用到这条规则，或所需的表、数据不全。",
  onlyCounted: (held: number): string => `核对了 ${held} 处，全部相符。`,
  position: (at: number, all: number): string => `第 ${at} 项，共 ${all} 项`,
  previous: "上一项",
  next: "下一项",
  outcome: { violated: "不符", withinRounding: "尾差内相符", satisfied: "相符" },
  locate: "定位",
  mark: "标出这些单元格",
  unmark: "取消标出",

  example: "错例",
  found: "检查结果",
  corrections: "改正",
  correction: (place: string, wrong: string, right: string): string => `${place}：${wrong || "空"} → ${right || "空"}`,
  addTable: (title: string): string => `补上${title}`,
  sheets: "看错例的表",
  wrongCell: "错",
  priorYear: (name: string): string => `上年 ${name}`,
} as const;
