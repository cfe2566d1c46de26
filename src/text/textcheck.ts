import type {
  CheckedFigure,
  Contradiction,
  Measure,
  TextCounts,
  TextReport,
  UncheckableCause,
} from "../core/textcheck/model";
import { TEXT_CHECK_TITLE } from "./textcheck-title";
import type { TroubleText } from "./trouble";

const WORDS: Readonly<Record<CheckedFigure["verdict"]["kind"], string>> = {
  right: "相符",
  wrong: "不符",
  uncheckable: "未核对",
};

const PARTS: Readonly<Record<TextReport["leftOut"][number]["part"], string>> = {
  front: "封面和目录",
  profile: "概况",
  tables: "决算表部分",
  account: "情况说明",
  terms: "名词解释",
  annexes: "附件",
};

const DIRECTIONS = { up: "增加", down: "减少", equal: "持平" } as const;
const RATE_DIRECTIONS = { up: "增长", down: "下降", equal: "持平" } as const;

const CAUSES: Readonly<Record<UncheckableCause, (detail: string) => string>> = {
  reason: () => "这是原因说明中的数，表中没有，请自行核对",
  explanation: () => "这是用途说明中的数，表中没有，请自行核对",
  unnamedBudget: () => "只写了“预算”，没有写明是年初预算还是调整后的预算；与已填的年初预算不同，请自行核对",
  zeroOfZero: () => "金额和基数都是0，百分比没有意义，建议删去",
  unknownSubject: (detail) => `各表和参数中没有“${detail}”这一项`,
  noSubject: () => "看不出说的是哪一项",
  noMeasure: () => "看不出是金额、占比、增减还是完成情况",
  noComparison: () => "没有写明与上年还是与预算比较",
  unknownBase: () => "看不出是占哪一项的比重",
  ambiguous: (detail) => (detail === "" ? "可能指不同的数，无法判断" : `可能指${detail}，各数不同，无法判断`),
  missing: (detail) => (detail === "" ? "核对所需的数没有填写" : missingText(detail)),
  unit: (detail) => (detail === "" ? "没有写明单位" : `各表和参数中没有以“${detail}”计的这个数`),
  toVerify: () => "文中注明待核实，请核实后删去注明的文字",
  approximate: () => "写的是约数，没有逐位核对",
  fewerDecimals: () => "四舍五入后相符，但小数位数少于两位",
};

/** Missing tables name themselves (缺收入决算表); anything else is a figure that nobody filled in. */
function missingText(detail: string): string {
  if (detail.startsWith("缺")) return `工作簿${detail}`;
  return /缺|不是数字|没有可比数/.test(detail) ? detail : `没有“${detail}”，请填入情况说明参数或选择上年工作簿`;
}

function subjectsOf({ subjects }: Measure): string {
  return [...new Set(subjects)].join("或");
}

/** What a figure states: "基本支出比上年增减额". */
function measured(measure: Measure): string {
  const subject = subjectsOf(measure);
  const against = measure.against === "比预算" ? "比预算" : "比上年";
  switch (measure.aspect) {
    case "now":
    case "count":
      return subject;
    case "prior":
      return `${subject}上年数`;
    case "budget":
      return `${subject}预算数`;
    case "change":
      return `${subject}${against}增减额`;
    case "rate":
      return `${subject}${against}增减率`;
    case "share":
      return `${subject}${measure.base === undefined ? "占比" : `占${measure.base}的比重`}`;
    case "completion":
      return `${subject}完成预算的比例`;
    case "score":
      return `${subject}得分`;
  }
}

/** The right figure with its unit; a change with its direction. */
function rightFigure({ verdict, measure }: CheckedFigure): string | undefined {
  if (verdict.kind !== "wrong" || !verdict.right) return undefined;
  const { direction, text, unit } = verdict.right;
  if (direction === undefined) return `${text}${unit}`;
  if (direction === "equal") return DIRECTIONS.equal;
  return `${(measure?.aspect === "rate" ? RATE_DIRECTIONS : DIRECTIONS)[direction]}${text}${unit}`;
}

/** What is said of a figure that is wrong or could not be checked, in one line. */
function verdict(figure: CheckedFigure): string {
  const { verdict: found, measure } = figure;
  if (found.kind === "right") return WORDS.right;
  if (found.kind === "uncheckable") return `${WORDS.uncheckable}：${CAUSES[found.cause](found.detail ?? "")}`;
  const right = rightFigure(figure);
  const what = measure ? measured(measure) : "";
  return right === undefined ? `${what}的基数为0，不应有百分比` : `${what}应为${right}`;
}

const CONTRADICTIONS: Readonly<Record<Contradiction["kind"], (c: Contradiction) => string>> = {
  negativeChange: (c) => `${c.subject}：“增加”“减少”之后不应再写负号（${c.stated}）`,
  oppositeDirections: (c) => `${c.subject}：增减率${c.stated}与增减额${c.expected}方向相反`,
  zeroBase: (c) => `${c.subject}：基数为0，不应有百分比${c.stated}`,
  rate: (c) => `${c.subject}：增减率${c.stated}与文中金额不符，按文中金额应为${c.expected}`,
  share: (c) => `${c.subject}：占比${c.stated}与文中金额不符，按文中金额应为${c.expected}`,
  completion: (c) => `${c.subject}：完成比例${c.stated}与文中预算、决算数不符，按文中金额应为${c.expected}`,
  change: (c) => `${c.subject}：增减额${c.stated}与文中金额不符，按文中金额应为${c.expected}`,
  comparison: (c) => `${c.subject}：写“${c.stated}”，但${c.expected}`,
  shareSum: (c) => `${c.subject}等各项占比合计${c.stated}，不是${c.expected}`,
  sum: (c) => `${c.subject}${c.stated}，文中各项之和为${c.expected}`,
  year: (c) => `${c.subject}写“${c.stated}”，应为${c.expected}`,
  score: (c) => `${c.subject}：得分${c.stated}超过满分${c.expected}`,
  grade: (c) => `${c.subject}：得分与等级不符（${c.stated}），按得分应为“${c.expected}”`,
  outcome: (c) => `${c.subject}写“${c.stated}”，评分表为${c.expected}`,
  notNone: (c) => `写“${c.stated}”，但公开表中${c.subject}为${c.expected}`,
  notSome: (c) => `写“${c.stated}”，但公开表中${c.subject}为0`,
};

/** Texts of 文稿核对. */
export const textCheckTexts = {
  title: TEXT_CHECK_TITLE,
  about: "粘贴情况说明，或选择 docx、txt 文件，逐句与本工作簿核对。文稿只在本机读取，不作改动。",
  input: "情况说明文字",
  placeholder: "在此粘贴情况说明",
  pick: "选择文件",
  pickName: "情况说明",
  check: "核对文稿",
  checking: "正在核对文稿",
  empty: "文稿中没有可核对的数字。",
  verdict,
  measured,
  /** A wrong figure and what is right, for a comment. */
  wrongFigure: (figure: CheckedFigure): string => `${figure.text}${figure.unit}：${verdict(figure)}`,
  contradiction: (found: Contradiction): string => CONTRADICTIONS[found.kind](found),
  /** Verdict line: wrong and contradictory first, then what was not checked, never hidden among the right ones. */
  counts: (counts: TextCounts): readonly string[] => [
    ...(counts.wrong > 0 ? [`${counts.wrong} 个数不符`] : []),
    ...(counts.contradictions > 0 ? [`${counts.contradictions} 处文内矛盾`] : []),
    `${counts.right} 个数相符`,
    ...(counts.uncheckable > 0 ? [`${counts.uncheckable} 个数未核对`] : []),
    ...(counts.notUnderstood > 0 ? [`${counts.notUnderstood} 句未看懂`] : []),
  ],
  total: (counts: TextCounts): string =>
    `共 ${counts.sentences} 句含数字，${counts.figures} 个数，认出含义 ${counts.matched} 个`,
  /** Parts of a whole document that were not judged. */
  leftOut: ({ part, figures }: TextReport["leftOut"][number]): string =>
    `${PARTS[part]}中另有 ${figures} 个数，不属于情况说明，未核对`,
  contradictions: "文内矛盾",
  sentences: "逐句结果",
  showAll: "显示全部句子",
  nothingWrong: "没有不符的数，也没有文内矛盾。",
  cells: "依据",
  /** A chosen file that could not be read. */
  fileTrouble: ({ happened, todo }: Pick<TroubleText, "happened" | "todo">): string => `${happened}${todo}`,
  notText: "这个文件不是 Word 文档或文本文件。请选择 docx 或 txt；旧格式 doc 请用 Word 另存为 docx。",
  password: "文稿设有打开密码。请在 Word 中取消密码，另存后再试。",
  damaged: "文稿已损坏或不完整。请在 Word 中打开并另存后再试。",
  tooLarge: "文稿过大。请只保留情况说明部分后再试。",
} as const;

/** Texts of the command line's --text. */
export const textCliTexts = {
  needsFile: "选项 --text 之后请写明情况说明文件（docx 或 txt）。",
  needsWorkbook: "选项 --text 须同时指定一个工作簿，如 --text 情况说明.docx 公开表.xlsx。",
  heading: (text: string, workbook: string): string => `文稿：${text}\n对照：${workbook}`,
  place: (number: number, counted: "line" | "paragraph"): string => `第${number}${counted === "line" ? "行" : "段"}`,
} as const;
