/** The Chinese texts of 汇总核对: a department's workbook against its units'. */
export const consolidationTexts = {
  title: "汇总核对",
  details: "汇总核对明细",
  about: (department: string, units: number): string =>
    `部门“${department}”与所属 ${units} 个单位：部门各数应等于各单位之和`,
  verdict: (t: {
    readonly differences: number;
    readonly eliminated: number;
    readonly held: number;
    readonly notCompared: number;
  }): string =>
    [
      t.differences === 0 ? "未发现差异" : `${t.differences} 处与各单位合计不符`,
      ...(t.eliminated > 0 ? [`${t.eliminated} 处为内部往来抵销，待核实`] : []),
      `${t.held} 项相符`,
      ...(t.notCompared > 0 ? [`${t.notCompared} 项未核对`] : []),
    ].join("，") + "。",
  columns: {
    number: "序号",
    kind: "类别",
    table: "表",
    row: "项目",
    column: "栏目",
    cell: "单元格",
    department: "部门数",
    units: "各单位合计",
    difference: "差额",
    remark: "说明",
    unit: "单位",
    workbook: "工作簿",
    sheet: "工作表",
    value: "金额",
  },
  difference: "不符",
  elimination: "抵销",
  noRow: "部门表无此行",
  leftOut: (unit: string): string => `差额恰为“${unit}”的数，可能漏汇`,
  twice: (unit: string): string => `差额恰为“${unit}”的数，可能重复汇总`,
  eliminated: "与内部往来抵销数相符，请核实抵销依据",
  eliminations: {
    subsidy: (amount: string): string => `上级补助收入与对附属单位补助支出内部抵销 ${amount}`,
    remittance: (amount: string): string => `附属单位上缴收入与上缴上级支出内部抵销 ${amount}`,
  },
  notCompared: (table: string, count: number, reason: string): string =>
    count > 0 ? `${table} ${count} 项未核对：${reason}` : `${table}未核对：${reason}`,
  /** One line a difference, for a terminal. */
  line: (place: string, gap: string, department: string, units: string): string =>
    `${place}：部门 ${department}，各单位合计 ${units}，差 ${gap}`,
  more: (count: number): string => `其余 ${count} 处见汇总文件。`,
} as const;
