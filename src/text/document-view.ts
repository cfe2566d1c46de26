/** How a document came out. */
type Verdict = "errors" | "verify" | "clean" | "empty";

/** What the line of counts is made of. */
interface Counted {
  readonly counts: {
    readonly errors: number;
    readonly verify: number;
    readonly toFill: number;
    readonly notEvaluated: number;
  };
  readonly tables: number;
  readonly text: { readonly wrong: number; readonly right: number };
  readonly structure: number;
  readonly differences: number;
}

const some = (count: number, text: string): readonly string[] => (count > 0 ? [text] : []);

/** Texts of 核对公开文档. */
export const documentViewTexts = {
  title: "核对公开文档",
  about:
    "选择已公开或待公开的文档（PDF 或 docx，可多选），不需要工作簿：读出其中各表和正文，按全部规则核对。文件只在本机读取，不作改动。",
  compare: "与打开的工作簿逐格比对，正文的上年数、预算数取自其中的“情况说明参数”表",
  notCompared: "打开的工作簿中没有认出公开表，或未能读取，所选文档未与它比对。请打开编制文档所用的工作簿，再重新勾选。",
  pick: "选择公开文档",
  pickName: "公开文档（PDF、docx）",
  list: "所选文档",
  cancel: "停止",
  waiting: "等待核对",
  cancelled: "已停止，未核对",
  reading: (name: string): string => `正在读取“${name}”`,
  show: "查看结果",
  back: "返回列表",
  tables: "各表",
  noTables: "文档中没有认出决算公开表或绩效自评表。扫描成图片的表读不出来。",
  /** "某局 · 2024年度 · 共31页". */
  whose: (unit: string | undefined, year: number | undefined, pages?: number): string =>
    [
      unit ?? "未读到单位名称",
      ...(year === undefined ? [] : [`${String(year)}年度`]),
      ...(pages === undefined ? [] : [`共${String(pages)}页`]),
    ].join(" · "),
  counts: ({ counts, tables, text, structure, differences }: Counted): readonly string[] => [
    ...some(counts.errors, `各表 ${String(counts.errors)} 处错误`),
    ...some(text.wrong, `正文 ${String(text.wrong)} 处不符`),
    ...some(differences, `与工作簿 ${String(differences)} 处不一致`),
    ...some(counts.toFill, `${String(counts.toFill)} 处待填`),
    ...some(counts.verify + structure, `${String(counts.verify + structure)} 处待核实`),
    ...(counts.errors + text.wrong + differences === 0 && tables + text.right > 0 ? ["未发现错误"] : []),
    `读出 ${String(tables)} 张表`,
    ...some(text.right, `正文 ${String(text.right)} 个数相符`),
    ...some(counts.notEvaluated, `${String(counts.notEvaluated)} 项未核对`),
  ],
  /** "共 12 份：3 份有错误，2 份待核实，6 份未发现错误，1 份未能读取". */
  overview: (total: number, verdicts: readonly Verdict[], unread: number): string => {
    const of = (wanted: Verdict): number => verdicts.filter((verdict) => verdict === wanted).length;
    const parts = [
      ...some(of("errors"), `${String(of("errors"))} 份有错误`),
      ...some(of("verify"), `${String(of("verify"))} 份待核实`),
      ...some(of("clean"), `${String(of("clean"))} 份未发现错误`),
      ...some(of("empty"), `${String(of("empty"))} 份没有认出公开表`),
      ...some(unread, `${String(unread)} 份未能读取`),
    ];
    return `共 ${String(total)} 份${parts.length === 0 ? "" : `：${parts.join("，")}`}`;
  },
  saveMarked: "保存标注副本",
  saveTables: "各表另存为 xlsx",
  markedName: (stem: string, ending: string): string => `${stem}-标注${ending}`,
  tablesName: (stem: string): string => `${stem}-各表.xlsx`,
  making: "正在生成",
  saved: (name: string): string => `已生成“${name}”，原文件未改动。`,
  notSaved: "没有生成，原文件未改动。请换用浏览器打开本页再试。",
  look: (page: string): string => `看原文（${page}）`,
  picture: "原文页面",
  framed: (name: string): string => `原文页面，框出${name}`,
  drawing: "正在显示原文",
  notDrawn: "这一页无法显示，请打开原文件查看。",
  whole: "整页",
  near: "放大",
  closePicture: "收起",
} as const;
