import type { SheetKind } from "../core/model/table";
import { sheetChip } from "../core/tables";

/** Texts of the command line. */
export const cliTexts = {
  help: `决算公开助手 · 命令行核对

用法：
  npm run -s check -- [选项] 文件、文件夹或通配符 …

文件夹包括其下各级文件夹中的 xlsx、xlsm 工作簿和 PDF；通配符可用 *、? 和 **（跨文件夹），请加引号。
PDF 按公开文档核对：其中各表和正文。对每个文件按标题认出公开01至09表和绩效自评表，核对表内、表间勾稽关系。原文件从不改动。

选项：
  --json       只输出一份 JSON 结果，供其他程序使用
  --rounding   尾差范围内的差异也一并列出
  --out 目录   把标出问题单元格的副本写到该目录，其余内容与原文件一致；PDF 另写出其中各表（xlsx）
  --fill [formulas|values]  在副本中填入可由勾稽关系推算的空白（公式或数值；不写明时按工作簿中保存的
               写入方式，没有保存的写公式），并生成结构分析表；须与 --out 同用，已有内容不改动
  --draft      与 --out 同用：把情况说明（docx 和 txt）和整本公开文档（docx）写到该目录，参数和原因取自工作簿
               中的“情况说明参数”表
  --parameters 与 --out 同用：在副本中生成或更新“情况说明参数”表，已填的保留
  --part 部分   与 --draft 同用：公开文档只写一个部分（概况、决算表、情况说明、名词解释或附件）
  --carry 文件  与 --draft 或 --parameters 同用：上年的公开文档（docx），概况、名词解释和固定文字沿用其中的文字，
               上年的原因列在参数表旁作参考；不写明时用工作簿中保存的
  --template 文件  与 --draft 同用：按自备的模板起草，txt 为文字，docx 为 Word 版式，可各给一个；
               不写明时用工作簿中保存的模板，没有保存的用随附的模板
  --against 文件  与公开文档（docx、PDF）同用：编制它所用的工作簿，逐表逐行逐栏比对，
               正文中的上年数、预算数等取自其中的“情况说明参数”表
  --prior 文件  上年决算工作簿：取上年数，并核对年初结转与上年年末结转
  --text 文件  核对情况说明（docx 或 txt）与一个工作簿是否相符，列出不符的数、应为的数和文内矛盾；
               可与 --prior、--json 同用，不核对勾稽关系
  --overview 文件    写出汇总：.xlsx 或 .html 供查看，.json 供下次对比；可同时写多个
  --department 文件  部门汇总工作簿，其余各文件为所属单位：核对部门各数是否等于各单位之和（汇总核对）
  --compare 文件     与上次的 JSON 结果（--json 或 --overview 所写）对比：改好、未改、新增
  --progress   显示进度（在终端中运行时自动显示）
  --timeout 秒  每个文件最多用时，默认 60 秒；超过的放弃并说明，其余照常核对
  --force      写出时覆盖已有的文件；不写明时，不是本程序写出的或写出后改动过的都保留，新的另起名称；
               本次读取的文件始终不会被覆盖
  --new 文件   不核对，生成一套空白的公开表（xlsx），合计和各表相同的数为公式；与 --prior 同用时由上年工作簿结转
  --year 年度  与 --new 同用：套表的年度，表样随年度而定
  --unit 名称  与 --new 同用：单位名称
  --of 部门或单位  与 --new 同用：编制范围，默认部门
  --money 万元或元  与 --new 同用：金额单位，默认万元
  --forms 张数  与 --new 同用：自评表的张数，或以逗号分隔的项目名称（另有汇总表）
  --sheets 表  与 --new 同用：要生成的表，以逗号分隔，如 01表,02表,自评汇总,部门整体,评价评分表,工单考核,情况说明参数；默认为年度的全部公开表
  --layout 表样  与 --new 同用：2019年及以前、2020至2021年或2022年及以后；默认随年度
  --codes-from 文件  与 --new 同用：科目取自该工作簿
  --codes 科目  与 --new 同用：科目编码和名称，以逗号分隔，如 2010301行政运行；类、款自动补齐
  --plain      与 --new 同用：不写公式
  --help       显示本说明

退出码：
  0  没有错误（待填、待核实和提示不算错误：只有尚未填写的空白时也是 0）
  1  有错误
  2  有文件未能读取或副本未能写出（其余文件照常核对），或用法有误
`,
  unknownOption: (option: string): string => `不认识的选项：${option}。用 --help 查看用法。`,
  overviewNeedsFile: "选项 --overview 之后请写明文件，扩展名为 xlsx、html 或 json。",
  departmentNeedsFile: "选项 --department 之后请写明部门汇总工作簿的文件。",
  departmentAlone: "只有部门汇总工作簿，没有所属单位的文件，未做汇总核对。请把各单位的文件或文件夹一并写上。",
  departmentUnread: "部门汇总工作簿未能核对，未做汇总核对。",
  compareNeedsFile: "选项 --compare 之后请写明上次结果的 JSON 文件。",
  timeoutNeedsSeconds: "选项 --timeout 之后请写明 1 至 9999 之间的秒数。",
  timedOut: (seconds: number): string =>
    `核对了 ${seconds} 秒仍未完成，已放弃。文件未作任何改动；确实很大时可用 --timeout 给更多时间。`,
  outOfMemory: "核对所需的内存超过上限，已放弃。文件未作任何改动；请确认它是决算公开工作簿，或删去其中无关的工作表。",
  interrupted: "已中断。已经写出的文件是完整的，其余没有写出；原文件未作任何改动。",
  outputBroken: "结果未能全部输出，请确认输出到的磁盘未满。",
  overviewIsSource: "汇总不能写到本次读取的文件上。请换一个文件名，原文件未作任何改动。",
  overviewWritten: (path: string): string => `汇总：${path}`,
  compareUnreadable: "上次的结果无法读取。请核对路径和文件名。",
  compareNoRun: "不是 --json 或 --overview 写出的结果，无法对比。",
  progress: (done: number, all: number): string => `已核对 ${done} / ${all}`,
  nothingThere: "其中没有 xlsx、xlsm 工作簿或 PDF，未核对。请核对路径。",
  passedOver: "不是 xlsx 或 xlsm 格式，未核对。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”后再试。",
  outNeedsFolder: "选项 --out 之后请写明目录。",
  noFiles: "没有指定文件。用法：npm run -s check -- [选项] 文件或文件夹 …（用 --help 查看说明）",
  notFound: "找不到文件。请核对路径和文件名。",
  isFolder: "这是文件夹，不是文件。请写明其中的工作簿，如 文件夹/*.xlsx。",
  noAccess: "没有读取权限。请检查文件权限，或先关闭占用它的程序。",
  unreadable: "文件无法读取。请确认文件完好、磁盘可用后再试。",
  failed: "核对未能完成，这是程序的差错。文件未作任何改动，请把它反馈给维护人员。",
  outWritten: (path: string): string => `副本（已标出问题单元格）：${path}`,
  protectedSheet: (sheet: string): string =>
    `工作表“${sheet}”受保护，其中的问题单元格未标出。如需标出，请先在“审阅”中撤销工作表保护。`,
  workbook: (file: string): string => `文件：${file}`,
  unit: (name: string): string => `单位：${name}`,
  wholeWorkbook: "整个工作簿",
  cells: (cells: string): string => `单元格 ${cells}`,
  recognised: (kinds: readonly SheetKind[]): string => `认出的表：${kinds.map((kind) => sheetChip(kind)).join("、")}`,
} as const;
