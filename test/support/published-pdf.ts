import { ruledMarks, writePdf, type PdfMark, type PdfPage } from "./pdf-writer";

const XS = [60, 130, 260, 330, 400, 470];
const ROWS: readonly (readonly string[])[] = [
  ["201", "一般公共服务支出", "1,264.87", "62.63", "1,202.24"],
  ["20103", "政府办公厅（室）及相关机构事务", "1,264.87", "62.63", "1,202.24"],
  ["2010301", "行政运行", "1,264.87", "62.63", "1,202.24"],
  ["208", "社会保障和就业支出", "6.18", "6.18", ""],
  ["20805", "行政事业单位养老支出", "6.18", "6.18", ""],
  ["2080505", "机关事业单位基本养老保险缴费支出", "6.18", "6.18", ""],
];

/** A published document of one page: 支出决算表 and one sentence about it. @param total 本年支出合计 as printed; right is 1,271.05 */
export function publishedPdf(total?: string, sentence?: string): Uint8Array {
  return writePdf([publishedPage("示例市档案馆", total, sentence)]);
}

/** The page of such a document. */
export function publishedPage(unitName: string, total = "1,271.05", sentence = "本年支出合计1,271.05万元。"): PdfPage {
  const head = [
    { row: 0, column: 0, span: 2, text: "项目" },
    { row: 0, column: 2, rows: 2, text: "本年支出合计" },
    { row: 0, column: 3, rows: 2, text: "基本支出" },
    { row: 0, column: 4, rows: 2, text: "项目支出" },
    { row: 1, column: 0, text: "科目编码" },
    { row: 1, column: 1, text: "科目名称" },
  ];
  const body = [["合计", "", total, "68.81", "1,202.24"], ...ROWS].flatMap((row, at) =>
    row.map((text, column) => ({ row: at + 2, column, text })).filter(({ text }) => text !== ""),
  );
  const ys = Array.from({ length: ROWS.length + 4 }, (_, i) => 130 + 24 * i);
  const marks: readonly PdfMark[] = [
    { text: "支出决算表", x: 220, y: 80, size: 14 },
    { text: `部门：${unitName}`, x: 60, y: 120 },
    { text: "单位：万元", x: 410, y: 120 },
    ...ruledMarks(XS, ys, [...head, ...body], 7),
    { text: "三、支出决算情况说明", x: 60, y: 420 },
    { text: sentence, x: 80, y: 450 },
  ];
  return { marks };
}
