import type { CarryFault } from "../core/templates/carry/carry-on";
import { MOST_PROJECTS, YEARS, type SetFault } from "../core/templates/set-request";

/** Texts about new sets: pane and command line. */
export const newSetTexts = {
  about: "按官方表样生成一套空白表，合计、小计和各表相同的数为公式；只增加新工作表，已有的表不改动。",
  year: "年度",
  unitName: "单位名称",
  of: "编制范围",
  moneyUnit: "金额单位",
  tables: "表",
  projects: "自评表（每行一个项目）",
  projectsHint: "只填张数也可以，如 3",
  layout: "表样",
  sheets: {
    summary: "自评汇总",
    department: "部门整体",
    evaluation: "评价评分表",
    hotline: "工单考核",
    parameters: "情况说明参数",
  },
  subjectsOfThis: "取自当前工作簿",
  subjectsOfFile: "取自其他工作簿…",
  subjectsFileName: "取科目的工作簿",
  noSubjects: "该工作簿的公开表中没有功能分类科目。",
  formulas: "用公式计算合计和重复的数",
  subjects: "科目（每行一个：编码 名称）",
  subjectsHint: "每个科目同时列入收入、支出和所属资金的表，类、款自动补齐；不在目录中的编码照写",
  searchSubjects: "查找科目（编码、名称或拼音首字母）",
  plan: "查看将生成的表",
  insert: (count: number): string => `生成 ${count} 张表`,
  inserting: "正在生成…",
  willAdd: (names: readonly string[]): string => `将在末尾增加 ${names.length} 张工作表：${names.join("、")}`,
  renamed: "其中名称已被占用的，编号加在名称后。",
  done: (count: number): string => `已生成 ${count} 张表。填写后点“检查”。`,
  back: "返回修改",
  undo: "撤销生成",
  undone: "已撤销，生成的表已删除。",
  changedSince: (sheet: string): string => `“${sheet}”生成后已有改动，未撤销。如需删除，请自行删除工作表。`,
  rows: {
    title: "在已有的表中加科目",
    about: "在当前工作簿的表中插入科目行，按编码排列，类、款自动补齐；已有的内容不改动。",
    subjects: "要加的科目（每行一个：编码 名称）",
    preview: "查看将插入的行",
    tables: "插入到",
    row: (sheet: string, row: string, subject: string): string => `${sheet} 第 ${row} 行：${subject}`,
    left: (table: string, why: string): string => `${table}未加：${why}`,
    insert: (count: number): string => `插入 ${count} 行`,
    none: "各表中已有这些科目，或没有可以加的表。",
    done: (count: number): string => `已插入 ${count} 行。`,
    undo: "撤销插入",
    undone: "已撤销，插入的行已删除。",
  },
  carryTitle: "结转新年度",
  carryAbout: "沿用上年的表、科目行和自评表项目，清空金额，年末结转和结余作为新年度的年初数。",
  carryThis: "从当前工作簿结转",
  carryFile: "从文件结转…",
  carryFileName: "上年工作簿",
  kinds: { carried: "结转", changed: "更改", emptied: "清空", left: "未结转" } as const,
  fault: (fault: SetFault): string => {
    switch (fault.kind) {
      case "year":
        return `年度应为 ${YEARS.first} 至 ${YEARS.last} 之间的年份。`;
      case "projects":
        return `自评表一次最多生成 ${MOST_PROJECTS} 张。`;
      case "nothing":
        return "没有选择要生成的表。";
      case "code":
        return `“${fault.code}”不是功能分类科目编码（3、5 或 7 位数字，以 2 开头）。`;
      case "twice":
        return `科目编码 ${fault.code} 有两个不同的名称。`;
    }
  },
  carryFault: (fault: CarryFault): string => {
    switch (fault.kind) {
      case "noYear":
        return "上年工作簿没有写明年度，无法结转。请在表头写明年度后再试。";
      case "noTables":
        return "上年工作簿中没有认出决算公开表，无法结转。";
      case "otherUnit":
        return `上年工作簿是“${fault.name}”的，不是本单位的，未结转。`;
    }
  },
  cli: {
    needsFile: "选项 --new 之后请写明要生成的文件，扩展名为 xlsx。",
    needsYear: "选项 --new 需要 --year 年度（如 2024），或用 --prior 上年工作簿结转。",
    badYear: "选项 --year 之后请写明四位数的年度。",
    badForms: "选项 --forms 之后请写明自评表的张数或项目名称，如 3 或 业务费,设备购置。",
    needsCodesFile: "选项 --codes-from 之后请写明取科目的工作簿（xlsx）。",
    needsSheets: "选项 --sheets 之后请写明要生成的表，如 01表,02表,自评汇总,情况说明参数。",
    needsLayout: "选项 --layout 之后请写明表样，如 2022年及以后。",
    unknownSheets: (unknown: readonly string[], known: readonly string[]): string =>
      `没有这些表：${unknown.join("、")}。可以选择：${known.join("、")}。`,
    unknownLayout: (known: readonly string[]): string => `没有这种表样，可以选择：${known.join("、")}。`,
    badCodes: "选项 --codes 之后请写明科目，如 2010301行政运行,2080505机关事业单位基本养老保险缴费支出。",
    badMoney: "选项 --money 之后只能是 万元 或 元。",
    badOf: "选项 --of 之后只能是 部门 或 单位。",
    needsName: "选项 --unit 之后请写明单位名称。",
    notChecked: "生成套表（--new）时不核对文件，请去掉文件名。",
    written: (path: string): string => `套表：${path}`,
    sheet: (name: string): string => `  ${name}`,
  },
} as const;
