import { yearsOf, type Edition } from "../core/editions";
import type { HostErrorCode } from "../host/errors";

/** Why a file cannot be a template, by the code of the host error. */
const TEMPLATE_FILES: Readonly<Partial<Record<HostErrorCode, { readonly happened: string; readonly todo: string }>>> = {
  notAWorkbook: {
    happened: "内容不是文本，也不是 Word 文档",
    todo: "请选择 txt 文字模板或 docx 的 Word 模板；旧格式 doc 请用 Word 另存为 docx。",
  },
  password: { happened: "设有打开密码", todo: "请在 Word 中取消密码，另存后重新选择。" },
  tooLarge: {
    happened: "过大（Word 模板不超过 20 MB，解压后不超过 100 MB；文字模板不超过 5 MB）",
    todo: "请删去其中与模板无关的内容后重新选择。",
  },
};
const DAMAGED_TEMPLATE = { happened: "已损坏或不完整", todo: "请在 Word 中打开并另存后重新选择。" };

/** Cells that a warning names at most. */
const MOST_PLACES = 6;

/** Texts of the tab 情况说明. */
export const narrativeTexts = {
  drafting: "正在起草",
  redraft: "重新起草",
  redraftHint: "按表中现有数据重新起草，列出与上次不同之处",

  status: {
    reasons: (count: number): string => `还差 ${count} 处原因`,
    parameters: (count: number): string => `${count} 项参数未填`,
    tables: (count: number): string => `${count} 处表中缺数据`,
    complete: "文中数据和原因均已写全",
    next: "下一处",
    nextHint: "转到文中下一处待填的内容",
  },

  parameters: {
    make: "生成参数表",
    renew: "更新参数表",
    hint: "生成“情况说明参数”工作表，填写上年数、年初预算和表中没有的数据；已填的内容保留",
    missing: (count: number): string =>
      `文中有 ${count} 项数据不在决算表中。生成“情况说明参数”工作表后在其中填写，再重新起草。`,
    made: "“情况说明参数”工作表已备好。在“填写”一列填好后重新起草，已填的内容不会丢失。",
    notTaken: "参数表中未采用的内容",
  },

  sources: {
    title: "起草依据",
    edition: "表样",
    automatic: (edition: Edition): string => `按年度（${yearsOf(edition)}）`,
    carried: "上年公开文档",
    chooseCarried: "选择文件",
    otherCarried: "另选文件",
    carriedNone: "未选择，概况待填，名词解释用随附的说法",
    carriedRead: (profile: number, terms: number, fixed: number, reasons: number): string =>
      [
        `概况 ${profile} 段`,
        `名词解释 ${terms} 条`,
        ...(fixed > 0 ? [`固定文字 ${fixed} 处`] : []),
        ...(reasons > 0 ? [`上年原因 ${reasons} 处`] : []),
      ].join(" · "),
    carriedUse: "概况、名词解释和固定文字用于公开文档；上年原因只在待填处作为提示，不自动写入。",
    carriedShow: "查看文字",
    carriedOffered: (file: string): string => `“${file}”中读到以下文字，请看过后再采用：`,
    carriedGroups: { profile: "概况", fixed: "固定文字", terms: "名词解释", reasons: "上年原因（只作提示）" },
    carriedTake: "采用并随工作簿保存",
    carriedLeave: "不采用",
    carriedTaken: (file: string): string => `“${file}”中的文字已采用。`,
    carriedKept: "这些文字随本工作簿保存，下次打开仍用它们。",
    carriedNotKept: "这些文字未能保存在工作簿中（过长，或工作簿不允许），只在本次使用。",
    prior: "上年决算工作簿",
    choosePrior: "选择文件",
    otherPrior: "另选文件",
    none: "未选择，上年数取自参数表",
    priorRead: (unit: string | undefined, year: number | undefined): string =>
      [unit ?? "未读到单位名称", year === undefined ? "年度未注明" : `${year}年度`].join(" · "),
    priorChecked: "在“检查”中按 X-10 核对年初结转与上年年末结转。",
    local: "文件只在本窗格中读取，不上传。",
    template: "模板",
    shipped: "随附的模板",
    chooseTemplate: "选择模板",
    templateHint:
      "文字模板（txt）决定写什么，Word 模板（docx）决定版式，情况说明和公开文档都用它；选定后随本工作簿保存。Word 模板中可写 {公开文档}，或分写 {目录}{概况}{决算表}{情况说明}{名词解释}{附件}，各占一段",
    taken: (file: string): string => `模板“${file}”已采用。`,
    keeping: {
      kept: "模板随本工作簿保存，下次打开仍用它。",
      tooLarge: "模板超过随工作簿保存的限度（文字 20 万字，Word 300 kB），只在本次使用。",
      notKept: "模板未能保存在工作簿中，只在本次使用。",
    },
    remove: "不用此文件",
    thousands: "金额加千分位分隔符",
  },

  lists: {
    warnings: "请留意",
    differences: "数据互相矛盾",
    changes: "起草后的变动",
    places: (count: number): string => `${count} 处`,
    items: (count: number): string => `${count} 项`,
    changed: { changed: "改为", added: "新增", removed: "删去" },
  },

  /** Figures of the text that come from cells the check calls wrong. */
  doubts: (figures: number, places: readonly string[]): string =>
    `文中 ${figures} 个数取自核对不符的单元格，已标出，改正后请重新起草：${places.slice(0, MOST_PLACES).join("、")}${places.length > MOST_PLACES ? `等 ${places.length} 处` : ""}`,
  doubt: (message: string): string => `核对不符：${message}`,

  text: {
    label: "情况说明草稿",
    reason: (label: string): string => `${label}（写“主要是”之后的文字）`,
    suggestion: (text: string): string => `上年写的是：${text}`,
    /** A reason of last year for the other direction. */
    opposite: (was: "增" | "减"): string =>
      was === "增" ? "（上年说的是增加，今年是减少，不能照用）" : "（上年说的是减少，今年是增加，不能照用）",
    takeSuggestion: (text: string): string => `填入上年的原因，再按今年情况修改：${text}`,
    edit: (text: string): string => `${text}（点击修改原因）`,
    fillIn: (label: string): string => `${label}：转到参数表填写`,
    noLine: (label: string): string => `${label}：请先生成或更新参数表`,
    noTable: (label: string): string => `${label}：相应的表未找到或没有这一项`,
    cells: (places: readonly string[]): string =>
      places.length > 1 ? `${places.join("、")}（再次点击转到下一处）` : (places[0] ?? ""),
  },

  take: {
    label: "取用文本",
    copy: "复制文字",
    copyFormatted: "带格式复制",
    sheet: "写入工作表",
    word: "存为 Word",
    whole: "存为公开文档",
    wholeHint: "封面、目录、概况、决算表、情况说明、名词解释和附件，一份 Word 文档",
    part: "存哪一部分",
    parts: {
      whole: "整本",
      profile: "第一部分 概况",
      tables: "第二部分 决算表",
      account: "第三部分 情况说明",
      terms: "第四部分 名词解释",
      annexes: "第五部分 附件",
    },
    partName: (whole: string, part: string): string => `${whole}（${part.replace(/^.* /, "")}）`,
    wholeName: (unit: string | undefined, year: number | undefined): string =>
      `${year === undefined ? "" : `${year}年度`}${unit ?? ""}决算公开`,
    charts: "插入图表",
    copied: "全文已复制，可粘贴到任意处。",
    copiedFormatted: "全文已带格式复制，可粘贴到 Word。",
    copyFailed: "未能复制到剪贴板。可改用“写入工作表”，或“存为 Word”。",
    sheetWritten: "全文已写入“情况说明”工作表。",
    chartsWritten: (count: number): string =>
      count === 6
        ? "图1至图6已画在“情况说明图表”工作表上。"
        : `已在“情况说明图表”工作表上画出 ${count} 幅图，其余各图缺少数据，原因写在该表上。`,
    wordSaved: (name: string): string =>
      `“${name}”已交由下载，一般在“下载”文件夹中。如没有出现，请用“带格式复制”粘贴到 Word。`,
    wordNotPossible: "当前 Excel 不允许窗格保存文件。请用“带格式复制”，再粘贴到 Word。",
    blanks: (count: number): string => `其中 ${count} 处待填，已在文中标出。`,
  },

  trouble: {
    kept: "已写的原因和参数仍在，各表数据未改动。",
    chartsNotSupported: {
      happened: "当前 Excel 版本不能由窗格插入图表。",
      todo: "可用“存为 Word”，其中含图1至图6。",
    },
    carriedEmpty: (file: string): { readonly happened: string; readonly todo: string } => ({
      happened: `“${file}”中没有认出概况和名词解释，未采用。`,
      todo: "请选择上年完整的公开文档（docx，有“第一部分”等标题）。",
    }),
    priorEmpty: (file: string): { readonly happened: string; readonly todo: string } => ({
      happened: `“${file}”中没有认出决算公开表，未采用。`,
      todo: "请选择上年的决算公开工作簿（xlsx）。",
    }),
    templates: {
      happened: "随附的模板未能读取。",
      todo: "请检查与加载项所在服务器的连接，再重新起草。",
    },
    wording: (file: string): { readonly happened: string; readonly todo: string } => ({
      happened: `模板“${file}”有误，未采用。`,
      todo: "请按以下各行改正后重新选择。",
    }),
    wordTemplate: (file: string): { readonly happened: string; readonly todo: string } => ({
      happened: `Word 模板“${file}”有误，未采用。`,
      todo: "请在 Word 中改正后重新选择。",
    }),
    templateFile: (file: string, code: HostErrorCode): { readonly happened: string; readonly todo: string } => {
      const { happened, todo } = TEMPLATE_FILES[code] ?? DAMAGED_TEMPLATE;
      return { happened: `“${file}”${happened}，未采用。`, todo };
    },
    keptCarried: {
      happened: "工作簿中保存的上年文字无法读取，未采用。",
      todo: "请重新选择上年的公开文档。",
    },
    keptTemplates: (files: readonly string[]): { readonly happened: string; readonly todo: string } => ({
      happened: `工作簿中保存的模板${files.map((file) => (file === "" ? "" : `“${file}”`)).join("")}无法使用，未采用。`,
      todo: "请重新选择模板。",
    }),
    fileKind: (file: string): { readonly happened: string; readonly todo: string } => ({
      happened: `“${file}”不是模板文件。`,
      todo: "请选择扩展名为 txt 的文字模板，或扩展名为 docx 的 Word 模板。",
    }),
    moreProblems: (count: number): string => `另有 ${count} 处`,
  },

  fileName: (unit: string | undefined, title: string): string => `${unit ?? ""}${title}`,
} as const;
