/** The Chinese texts of the 审核意见: what a unit is asked to mend, by cause. */
export const reviewTexts = {
  title: "部门决算公开审核意见",
  sheet: "审核意见",
  fileName: (unit: string): string => `审核意见_${unit}`,
  facts: (unit: string, year: string, money: string): readonly [string, string] => [
    `单位：${unit}　　年度：${year}`,
    `金额单位：${money}`,
  ],
  made: (time: string): string => `审核时间：${time}`,
  verdict: (t: { readonly errors: number; readonly toFill: number; readonly verify: number }): string => {
    const parts = [
      ...(t.errors > 0 ? [`${t.errors} 处错误，请改正`] : []),
      ...(t.toFill > 0 ? [`${t.toFill} 处待填，请补填`] : []),
      ...(t.verify > 0 ? [`${t.verify} 处待核实，请查明原因，属实的写明核实说明`] : []),
    ];
    return parts.length === 0 ? "经核对，各表未发现不符。" : `经核对，发现：${parts.join("；")}。`;
  },
  explained: (count: number): string => `另有 ${count} 处已写明核实说明，一并列出。`,
  changes: (t: { readonly mended: number; readonly remaining: number; readonly added: number }): string =>
    `与上次送审相比：改好 ${t.mended} 处，未改 ${t.remaining} 处，新增 ${t.added} 处。`,
  columns: {
    number: "序号",
    category: "类别",
    place: "表和单元格",
    item: "项目",
    expected: "应为",
    actual: "现为",
    basis: "依据",
    outcome: "整改情况",
  },
  blank: "空",
  /** What is known of the outcome where an earlier version was checked. */
  outcome: { remaining: "上次已提出，未改", added: "新增" },
  explanation: (text: string): string => `核实说明：${text}`,
  basis: (rule: string, document: string): string => (document === "" ? rule : `${rule}（${document}）`),
  mended: "上次提出、已改好",
  notChecked: "未核对事项",
  notCheckedLine: (count: number, reason: string): string => `${count} 项未核对：${reason}`,
  sign: ["审核人：　　　　　　　　日期：", "单位负责人：　　　　　　　　整改完成日期："],
} as const;
