/** The Chinese texts of the demo page around the pane. */
export const DEMO_TEXT = {
  title: "决算公开助手 · 演示",
  openSample: "打开示例",
  openFile: "打开文件…",
  save: "另存",
  privacy: "文件只在本机浏览器中打开，不会上传",
  sampleName: "示例决算公开表.xlsx",
  opening: (name: string) => `正在打开 ${name}…`,
  loadingGrid: "正在准备表格…",
  pane: "决算公开助手窗格",
  savedAs: (name: string) => `${name.replace(/\.xls[xm]$/i, "")}（已修改）${/\.xlsm$/i.test(name) ? ".xlsm" : ".xlsx"}`,
  dismiss: "知道了",
  couldNotOpen: (name: string, happened: string, todo: string) => `未能打开 ${name}：${happened}${todo}`,
  couldNotSave: (happened: string, todo: string) => `未能另存：${happened}表中内容没有丢失。${todo}`,
} as const;
