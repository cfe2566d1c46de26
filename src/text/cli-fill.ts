/** Texts of filling on the command line. */
export const cliFillTexts = {
  needsOut: "选项 --fill 只填副本，请同时用 --out 写明副本的目录。",
  badMode: "选项 --fill 之后只能是 formulas（公式）或 values（数值）。",
  filled: (count: number, mode: "formulas" | "values"): string =>
    count === 0
      ? "副本中没有可填的空白。"
      : `副本已填入 ${count} 处空白（${mode === "formulas" ? "能用公式的写公式" : "数值"}）：`,
  line: (sheet: string, cell: string, label: string, value: string, reason: string): string =>
    `  ${sheet} ${cell} ${label}：${value}（${reason}）`,
  notDerivable: (count: number): string => `不能推算的空白 ${count} 处：`,
  blankLine: (sheet: string, cell: string, label: string, reason: string): string =>
    `  ${sheet} ${cell} ${label}：${reason}`,
  leftBlank: (happened: string): string => `有空白未填：${happened}`,
  noStructure: (happened: string): string => `未生成结构分析表：${happened}`,
  failed: (happened: string): string => `副本未填：${happened}`,
} as const;
