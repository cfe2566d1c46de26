import type { FileFormat, HostError } from "../host/errors";
import { troubleText, type TroubleText } from "./trouble";

/** What a file is that is no .xlsx workbook (xlsx: one whose parts cannot be found), and the way to one. */
const FORMATS: Readonly<Record<FileFormat, { readonly happened: string; readonly todo: string }>> = {
  xls: {
    happened: "这是旧格式（xls）的工作簿，无法读取",
    todo: "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”后再试。",
  },
  xlsb: {
    happened: "这是二进制格式（xlsb）的工作簿，无法读取",
    todo: "请用 Excel 打开，另存为“Excel 工作簿（*.xlsx）”后再试。",
  },
  ods: {
    happened: "这是 OpenDocument 表格（ods），无法读取",
    todo: "请打开后另存为“Excel 工作簿（*.xlsx）”后再试。",
  },
  csv: {
    happened: "这是文本文件，不是 Excel 工作簿",
    todo: "如内容是以逗号分隔的数据，请用 Excel 打开，另存为“Excel 工作簿（*.xlsx）”后再试。",
  },
  html: {
    happened: "这是网页格式的文件，只是扩展名像工作簿",
    todo: "请用 Excel 打开，另存为“Excel 工作簿（*.xlsx）”后再试。",
  },
  xml: {
    happened: "这是 XML 文件，不是 Excel 工作簿",
    todo: "请用 Excel 打开，另存为“Excel 工作簿（*.xlsx）”后再试。",
  },
  word: { happened: "这是 Word 文档，不是 Excel 工作簿", todo: "请选择扩展名为 xlsx 的工作簿。" },
  pdf: { happened: "这是 PDF 文件，不是 Excel 工作簿", todo: "请选择公开表的 Excel 原件（扩展名为 xlsx）。" },
  zip: { happened: "这是压缩包，不是 Excel 工作簿", todo: "请先解压，再选择其中扩展名为 xlsx 的工作簿。" },
  empty: { happened: "文件是空的", todo: "请确认文件已完整保存或下载，再重新选择。" },
  other: { happened: "这个文件不是 Excel 工作簿", todo: "请选择扩展名为 xlsx 的工作簿。" },
  xlsx: {
    happened: "工作簿缺少指明各部分位置的关系文件，内容虽在而无法读取",
    todo: "请用 Excel 或 WPS 打开，按提示修复并另存后再试。",
  },
};

/** What happened, what was not lost and what to do, where a file could not be read. */
export function fileTroubleText(error: HostError): TroubleText {
  const general = troubleText("check", error);
  const kept = "文件未作任何改动。";
  const { format } = error.detail;
  const saysFormat = error.code === "notAWorkbook" || error.code === "damaged";
  if (!saysFormat || format === undefined) return { ...general, kept };
  const { happened, todo } = FORMATS[format];
  return { happened: `${happened}。`, kept, todo };
}
