/** Sheets that the product itself writes into a workbook, by what they are for. */
export const OWN_SHEETS = {
  parameters: "情况说明参数",
  narrative: "情况说明",
  charts: "情况说明图表",
  structure: "结构分析",
  report: "核查报告",
  outcome: "检查结果",
} as const;

const NAMES: ReadonlySet<string> = new Set(Object.values(OWN_SHEETS));

/** Whether a sheet has the name of one that the product writes: it is known, and no table of accounts. */
export function isOwnSheet(name: string): boolean {
  return NAMES.has(name);
}
