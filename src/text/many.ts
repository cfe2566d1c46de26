import { MANY_TITLE } from "./many-title";

/** The Chinese texts of the pane's part for many workbooks. */
export const manyTexts = {
  title: MANY_TITLE,
  about:
    "一次核对多个单位的工作簿（xlsx）和公开文档（docx、pdf），汇总各单位的问题，写出审核意见。文件只在本机读取，不改动、不上传。",
  pick: "选择文件",
  pickName: "各单位的工作簿和公开文档",
  pickFolder: "选择文件夹",
  pickFolderName: "各单位文件所在的文件夹",
  nothingPicked: "所选文件夹中没有 xlsx、xlsm、docx 或 pdf 文件。",
  working: {
    present: (done: number, all: number, name: string): string => `正在核对 ${done + 1} / ${all}：${name}`,
    earlier: (done: number, all: number, name: string): string => `正在核对上次送审的 ${done + 1} / ${all}：${name}`,
    consolidation: (done: number, _: number, name: string): string => `正在汇总核对“${name}” ${done}%`,
  },
  cancel: "取消",
  cancelled: (done: number, all: number): string => `已取消：核对了 ${all} 个文件中的 ${done} 个，以下只含这些文件。`,
  department: "部门汇总工作簿",
  noDepartment: "不做汇总核对",
  earlier: "与上次送审对比",
  earlierName: "上次送审的工作簿，或上次保存的汇总（json）",
  earlierRead: (count: number): string => `已读入上次送审的 ${count} 个工作簿。`,
  results: "核对结果",
  views: { units: "按单位", rules: "按规则", causes: "按原因", consolidation: "汇总核对" },
  save: {
    opinions: "审核意见（Word）",
    opinionSheets: "审核意见（表格）",
    overview: "保存汇总",
    run: "保存供下次对比",
  },
  fileNames: {
    opinions: "审核意见.docx",
    opinionSheets: "审核意见.xlsx",
    overview: "决算公开核查汇总.xlsx",
    run: "决算公开核查汇总.json",
  },
  opinion: "本单位审核意见（Word）",
  opinionOf: (unit: string): string => `本单位审核意见（Word）：${unit}`,
  saved: (name: string): string => `已保存“${name}”。`,
  notSaved: "这里不能保存文件，请用命令行核对，或在浏览器中打开本页。",
  counts: (t: {
    readonly errors: number;
    readonly toFill: number;
    readonly verify: number;
    readonly explained?: number;
  }): string =>
    [
      ...(t.errors > 0 ? [`${t.errors} 处错误`] : []),
      ...(t.toFill > 0 ? [`${t.toFill} 处待填`] : []),
      ...(t.verify > 0 ? [`${t.verify} 处待核实`] : []),
      ...((t.explained ?? 0) > 0 ? [`${t.explained ?? 0} 处已说明`] : []),
    ].join(" · "),
  changes: (t: {
    readonly mended: number;
    readonly remaining: number;
    readonly added: number;
    readonly unclear: number;
  }): string =>
    [
      `改好 ${t.mended}`,
      `未改 ${t.remaining}`,
      `新增 ${t.added}`,
      ...(t.unclear > 0 ? [`无法判断 ${t.unclear}`] : []),
    ].join(" · "),
  isNew: "上次没有此文件",
  tally: (cards: number, files: number): string => `${cards} 处 · ${files} 个工作簿`,
  more: (count: number): string => `显示其余 ${count} 个`,
  moreCards: (count: number): string => `另有 ${count} 处，见汇总文件。`,
} as const;
