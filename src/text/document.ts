import type { CellName } from "../core/document/cell-names";
import type { StructureFinding } from "../core/document/structure";
import type { DocumentTrouble } from "../core/document/model";
import type { Side } from "../core/document/compare-books";
import type { TitleFinding } from "../core/document/table-titles";
import type { HostError, HostErrorCode } from "../host/errors";
import type { TroubleText } from "./trouble";

const list = (pages: readonly number[]): string => {
  const runs: [number, number][] = [];
  for (const page of pages) {
    const run = runs[runs.length - 1];
    if (run && page === run[1] + 1) run[1] = page;
    else runs.push([page, page]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}—${to}`)).join("、");
};

const PARTS: Readonly<Record<StructureFinding["part"], string>> = {
  front: "封面",
  profile: "概况",
  tables: "决算表",
  account: "决算情况说明",
  terms: "名词解释",
  annexes: "附件",
};

const SIDES: Readonly<Record<Side, string>> = { document: "文档", workbook: "工作簿" };
const OTHER: Readonly<Record<Side, Side>> = { document: "workbook", workbook: "document" };
const HEADS = { year: "年度", unitName: "单位名称" } as const;

const TITLES: Readonly<Record<TitleFinding["kind"], (found: TitleFinding) => string>> = {
  tableNumber: ({ stated, expected }) => `表号为“${stated}”，按该年度的版式应为“${expected}”`,
  tableName: ({ stated, expected }) => `表名为“${stated}”，该年度版式的表名是“${expected}”，请核对`,
  tableOrder: ({ stated, expected }) => `“${stated}”排在“${expected}”之后，与该年度版式的次序不同`,
  contentsName: ({ stated, expected }) => `目录写“${stated}”，表上的表名是“${expected}”，两处不一致`,
  contentsMissing: ({ stated }) => `目录中没有“${stated}”`,
};

const TROUBLES: Readonly<Record<DocumentTrouble["kind"], (pages: string) => string>> = {
  noText: (pages) => `第${pages}页是图片，没有文字，未读取、未核对。请用原文件另存的 PDF，或先做文字识别并校对。`,
  hiddenText: (pages) => `第${pages}页是扫描图，文字由机器识别后衬在图下，可能有误，未读取、未核对。`,
  unmapped: (pages) => `第${pages}页有字符无法识别（字体没有附字符对照表），读到的文字可能不全，请对照原文。`,
  unruled: (pages) => `第${pages}页的表没有表格线，按文字的位置分栏读取，请对照原文核实。`,
  unruledForm: (pages) => `第${pages}页的绩效自评表没有表格线，分不清各格，未读取、未核对。请用带表格线的文件。`,
  pageFailed: (pages) => `第${pages}页已损坏，未读取、未核对。`,
  revisions: () =>
    "文档中有未处理的修订：删去的文字没有读取，增加的文字按已接受核对。请在 Word 中接受或拒绝全部修订后再核对。",
  textBoxes: () => "文本框中的数没有核对。请把其中的文字移到正文。",
  nestedTables: () => "有表格套在另一个表格的单元格中，其中的数没有核对。请把它移到单元格外。",
  pageLimit: (pages) => `页数过多，第${pages}页未读取、未核对。请拆成几个文件。`,
};

const UNREADABLE: Partial<Readonly<Record<HostErrorCode, { readonly happened: string; readonly todo: string }>>> = {
  password: { happened: "文件设有打开密码，无法读取。", todo: "请取消密码，另存后再核对。" },
  damaged: { happened: "文件已损坏或不完整，无法读取。", todo: "请重新下载，或从原文件重新另存后再核对。" },
  tooLarge: { happened: "文件过大，无法读取。", todo: "请拆成几个文件，或降低其中图片的清晰度后再核对。" },
  notAWorkbook: {
    happened: "这个文件不是 PDF，也不是 Word 文档（docx）。",
    todo: "请选择公开文档的 PDF 或 docx；旧格式 doc 请另存为 docx。",
  },
};

/** What happened, what was not lost and what to do, where a published document could not be read. */
export function documentTroubleText(error: HostError): TroubleText {
  const { happened, todo } = UNREADABLE[error.code] ?? {
    happened: "文件没有读成。",
    todo: "请再试一次；若仍不行，请从原文件重新另存后再核对。",
  };
  return { happened, kept: "文件未作任何改动。", todo };
}

/** Texts about published documents (Word, PDF). */
export const documentTexts = {
  /** "第8页“行政运行”行“基本支出”列"; what is not known is left out, `otherwise` (C7) where nothing is. */
  cell: ({ page, row, column }: CellName, otherwise: string): string => {
    const where = `${row === "" ? "" : `“${row}”行`}${column === "" || column === row ? "" : `“${column}”列`}`;
    return `${page === undefined ? "" : `第${page}页`}${where === "" ? otherwise : where}`;
  },
  /** "第8页《收入决算表》“行政运行”行“基本支出”列". */
  place: (table: string, { page, row, column }: CellName, otherwise: string): string => {
    const where = `${row === "" ? "" : `“${row}”行`}${column === "" || column === row ? "" : `“${column}”列`}`;
    return `${page === undefined ? "" : `第${page}页`}《${table}》${where === "" ? otherwise : where}`;
  },
  trouble: ({ kind, pages }: DocumentTrouble): string => TROUBLES[kind](list(pages)),
  structure: "文档结构",
  part: ({ kind, part, behind }: StructureFinding): string =>
    kind === "partMissing" || behind === undefined
      ? `没有找到“${PARTS[part]}”部分，请核对是否漏编`
      : `“${PARTS[part]}”排在“${PARTS[behind]}”之后，与通行的次序不同，请核对`,
  /** A table's title, number or place; `expected` as the edition or the table itself has it. */
  title: (found: TitleFinding): string => TITLES[found.kind](found),
  titles: "表名、表号和次序",
  against: "与工作簿比对",
  blank: "空白",
  /** A figure of the document that is another one in the workbook. */
  otherFigure: (found: { table: string; place: string; printed: string; kept: string; at: string }): string =>
    `${found.table}：文档${found.place}为${found.printed}，工作簿${found.at}为${found.kept}`,
  rowMissing: (table: string, row: string, side: Side): string =>
    `${table}：${SIDES[OTHER[side]]}有“${row}”一行，${SIDES[side]}没有`,
  tableMissing: (table: string, side: Side): string => `${SIDES[OTHER[side]]}有“${table}”，${SIDES[side]}没有`,
  otherHead: (what: keyof typeof HEADS, printed: string, kept: string): string =>
    `${HEADS[what]}：文档为“${printed}”，工作簿为“${kept}”`,
  /** How far a document was compared with its workbook. */
  compared: (figures: number, differences: number, notCompared: number): string =>
    `比对了${figures}个数，${differences === 0 ? "全部一致" : `${differences}处不一致`}${
      notCompared === 0 ? "" : `；${notCompared}个数因一方没有这一栏或不是数字，未比对`
    }`,
  againstNeedsFile: "选项 --against 之后请写明编制公开文档所用的工作簿（xlsx 或 xlsm）。",
  againstUnread: (file: string, reason: string): string => `工作簿“${file}”无法读取，未与之比对：${reason}`,
  againstOnlyDocuments: "--against 只用于公开文档（docx、PDF），对工作簿不起作用。",
  /** In whose name comments stand in a marked copy. */
  author: "决算公开助手",
  nothingRead: "整个文件没有可读的文字，未核对。",
  page: (page: number): string => `第${page}页`,
  pages: (pages: number): string => `共${pages}页`,
  troubles: "未读取",
  text: "正文与各表",
  tablesWritten: (path: string): string => `各表（可用 Excel 打开）：${path}`,
  markedWritten: (path: string): string => `标注副本：${path}`,
  notForDocuments: "--fill 和 --draft 只用于工作簿，对公开文档不起作用。",
} as const;
