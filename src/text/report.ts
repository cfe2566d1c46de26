/** Texts of the pane's report view. */
export const reportTexts = {
  title: "核查报告",
  needsCheck: "检查之后，可以把结果写成工作簿中的一张“核查报告”工作表。",
  about:
    "把本次检查的结论、问题清单、未核对事项和核实说明写成工作簿末尾的“核查报告”工作表，原有各表不改动；已有的核查报告由新的替换。",
  write: "写入核查报告",
  done: "已写入“核查报告”工作表。",
  goTo: "转到该表",
} as const;
