import type { CellName } from "../core/document/cell-names";
import type { StructureFinding } from "../core/document/structure";
import type { DocumentTrouble } from "../core/document/model";

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

const TROUBLES: Readonly<Record<DocumentTrouble["kind"], (pages: string) => string>> = {
  noText: (pages) => `第${pages}页是图片，没有文字，未读取、未核对。请用原文件另存的 PDF，或先做文字识别并校对。`,
  hiddenText: (pages) => `第${pages}页是扫描图，文字由机器识别后衬在图下，可能有误，未读取、未核对。`,
  unmapped: (pages) => `第${pages}页有字符无法识别（字体没有附字符对照表），读到的文字可能不全，请对照原文。`,
  unruled: (pages) => `第${pages}页的表没有表格线，按文字的位置分栏读取，请对照原文核实。`,
  pageFailed: (pages) => `第${pages}页已损坏，未读取、未核对。`,
  pageLimit: (pages) => `页数过多，第${pages}页未读取、未核对。请拆成几个文件。`,
};

/** Texts about published documents (Word, PDF). */
export const documentTexts = {
  /** "第8页“行政运行”行“基本支出”列"; what is not known is left out, `otherwise` (C7) where nothing is. */
  cell: ({ page, row, column }: CellName, otherwise: string): string => {
    const where = `${row === "" ? "" : `“${row}”行`}${column === "" || column === row ? "" : `“${column}”列`}`;
    return `${page === undefined ? "" : `第${page}页`}${where === "" ? otherwise : where}`;
  },
  trouble: ({ kind, pages }: DocumentTrouble): string => TROUBLES[kind](list(pages)),
  structure: "文档结构",
  part: ({ kind, part, behind }: StructureFinding): string =>
    kind === "partMissing" || behind === undefined
      ? `没有找到“${PARTS[part]}”部分，请核对是否漏编`
      : `“${PARTS[part]}”排在“${PARTS[behind]}”之后，与通行的次序不同，请核对`,
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
