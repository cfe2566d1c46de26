import { narrativeTexts } from "./narrative";

/** Texts of the command line about the 情况说明. */
export const draftTexts = {
  needsOut: "选项 --draft 须与 --out 目录 同用，情况说明写到该目录。",
  templateNeedsFile: "选项 --template 之后请写明模板，扩展名为 txt（文字）或 docx（Word 版式），各至多一个。",
  templateNeedsDraft: "选项 --template 须与 --draft 同用。",
  keptTemplates: (files: readonly string[]): string =>
    `按工作簿中保存的模板起草：${files.map((file) => `“${file}”`).join("、")}`,
  priorNeedsFile: "选项 --prior 之后请写明上年决算工作簿。",
  priorEmpty: "其中没有认出决算公开表，不能用作上年决算工作簿。",
  written: (paths: readonly string[]): string => `情况说明：${paths.join("，")}`,
  /** Added to the workbook's name. */
  wholeEnding: "-公开文档.docx",
  wholeWritten: (docx: string): string => `公开文档：${docx}`,
  partNeedsName: "选项 --part 须与 --draft 同用，之后写明 概况、决算表、情况说明、名词解释 或 附件。",
  carryNeedsFile: "选项 --carry 之后请写明上年的公开文档（docx）。",
  carryNeedsDraft: "选项 --carry 须与 --draft 或 --parameters 同用。",
  carryEmpty: "其中没有认出概况或名词解释，不能沿用。请确认是完整的公开文档。",
  parametersNeedOut: "选项 --parameters 须与 --out 目录 同用，参数表写在副本中。",
  missing: (reasons: number, parameters: number, tables: number): string => {
    const { status } = narrativeTexts;
    const counts = [
      ...(reasons > 0 ? [status.reasons(reasons)] : []),
      ...(parameters > 0 ? [status.parameters(parameters)] : []),
      ...(tables > 0 ? [status.tables(tables)] : []),
    ];
    return counts.length > 0 ? `文中${counts.join("，")}，已标出。` : "";
  },
  noTables: "没有认出决算公开表，未起草情况说明。",
  parameter: (message: string): string => `情况说明参数：${message}`,
  difference: (message: string): string => `数据互相矛盾：${message}`,
} as const;
