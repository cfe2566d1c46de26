/** Why a sheet was not handed over: shown to the user as it stands, the same words by every host. */
export const SKIP_REASONS = {
  chartSheet: "图表工作表，没有单元格",
  otherSheet: "不是普通工作表（宏表或对话框表），没有读取",
  tooLarge: "内容过多，超出可检查的范围，没有读取；请删除表格以外的多余内容后再检查",
  unreadable: "工作表内容损坏，没有读取；请用 Excel 打开并另存后再检查",
} as const;
