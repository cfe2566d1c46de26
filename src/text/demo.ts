/** The Chinese texts of 网页版, the page around workbook and pane; the demo is the same page on a sample. */
export const DEMO_TEXT = {
  title: "决算公开助手 · 网页版",
  openSample: "打开示例",
  openFile: "打开文件…",
  save: "另存",
  documents: "核对公开文档",
  privacy: "文件只在本机浏览器中打开，不会上传",
  welcome: {
    title: "没有 Excel，也可以在这里核对和填报",
    can: "可以",
    able: [
      "打开 .xlsx、.xlsm 工作簿（WPS 表格请先另存为 .xlsx），一次可选多个，文件只在本机浏览器中打开，断网也能用。",
      "检查、随改随查、标出问题单元格、填报、起草和核对情况说明，与 Excel 中的窗格相同。",
      "直接在表中改数。点“另存”得到一份新的工作簿，改动、标记和核实说明都在其中，其余内容与原文件相同。",
    ],
    cannot: "不能",
    unable: [
      "不能改动原文件：改好后请点“另存”，再用新文件替换；离开前没有另存的改动会丢失（离开时浏览器会提醒）。",
      "不能设置格式、增删行列和工作表、打印，请在 WPS 表格或 Excel 中做。",
      "只计算四则运算和 SUM、ROUND、IF 等几个函数；其他公式显示文件中原有的结果，另存后用 WPS 表格或 Excel 打开时重新计算。",
      "不能打开 .xls、.et 和有密码的文件。请使用新版的 Edge 或 Chrome。",
    ],
  },
  leaveUnsaved: "当前工作簿有改动还没有另存，打开别的文件会丢失这些改动。仍要打开吗？",
  sampleName: "示例决算公开表.xlsx",
  opening: (name: string) => `正在打开 ${name}…`,
  loadingGrid: "正在准备表格…",
  pane: "决算公开助手窗格",
  savedAs: (name: string) => `${name.replace(/\.xls[xm]$/i, "")}（已修改）${/\.xlsm$/i.test(name) ? ".xlsm" : ".xlsx"}`,
  dismiss: "知道了",
  couldNotOpen: (name: string, happened: string, todo: string) => `未能打开 ${name}：${happened}${todo}`,
  couldNotSave: (happened: string, todo: string) => `未能另存：${happened}表中内容没有丢失。${todo}`,
} as const;
