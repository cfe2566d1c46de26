import type { PaneEvent } from "../core/model/pane-event";

/** The Chinese texts of the exercise and the guided tour in the demo. */
const KINDS = {
  transposed: "数字颠倒",
  decimalPoint: "小数点移位",
  droppedDigit: "漏写一位数字",
  scoreTotal: "总分没有重算",
  grade: "等级与得分不符",
} as const;

/** What the tour shows on the workbook it opened. */
export interface TourFacts {
  readonly sheet: string;
  readonly cell: string;
  readonly wrong: string;
  readonly right: string;
  readonly rule: string;
}

/** What ends a step of the tour: something done in the pane, or the wrong figure put right; nothing ends the last one. */
export type TourEnd = PaneEvent | "mended";

/** A step of the tour: where to look, what to say and do, and what the page goes on at. */
export interface TourStep {
  readonly title: string;
  readonly place: "sheet" | "pane";
  readonly text: (facts: TourFacts) => string;
  readonly until?: TourEnd;
}

export const EXERCISE_TEXT = {
  open: "练习",
  fileName: (seed: number): string => `练习第${seed}套.xlsx`,
  region: "练习",
  title: (seed: number): string => `练习 · 第 ${seed} 套`,
  preparing: "正在准备练习：复制示例工作簿，放入错误…",
  intro: (count: number, check: number): string =>
    `这份工作簿里藏有 ${count} 处错误。先自己找，在表格中直接改正。每用一次右侧的“检查”减 ${check} 分，用“填入建议值”改正的按用完提示计分，改错正确的单元格每处减 5 分。`,
  examIntro: (count: number): string =>
    `考试：这份工作簿里藏有 ${count} 处错误，没有提示，不能用右侧窗格。在表格中直接改正，改完交卷；改错正确的单元格每处减 5 分。`,
  exam: "改为考试",
  practice: "改为练习",
  examProgress: (changed: number): string => `已改动 ${changed} 个单元格`,
  progress: (done: number, all: number): string => `已改正 ${done} 处，共 ${all} 处`,
  task: (number: number): string => `错误 ${number}`,
  taskDone: (number: number): string => `错误 ${number}：已改正`,
  hint: (price: number): string => `提示（减 ${price} 分）`,
  hintFor: (number: number, level: number, price: number): string =>
    `提示（减 ${price} 分）：错误 ${number} 的第 ${level} 条`,
  hintsOf: (number: number): string => `错误 ${number}：`,
  hintTable: (sheet: string): string => `在“${sheet}”。`,
  hintRule: (title: string, statement: string): string => `想一想规则“${title}”：${statement}`,
  hintCell: (cell: string): string => `就是 ${cell}。`,
  finish: "交卷",
  leave: "退出练习",
  score: (score: number): string => `得分 ${score}`,
  allDone: "全部改正",
  someLeft: (left: number): string => `还有 ${left} 处没有改正`,
  spoiled: (cells: readonly string[]): string => `改动了 ${cells.length} 处本来正确的单元格：${cells.join("、")}`,
  answer: (place: string, wrong: string, right: string, kind: keyof typeof KINDS): string =>
    `${place}：${wrong} 应为 ${right}（${KINDS[kind]}）`,
  mended: "已改正",
  notMended: "未改正",
  again: "重做本套",
  another: "换一套",
  helped: (checks: number, filled: number): string => `用“检查” ${checks} 次，用“填入建议值”改正 ${filled} 处。`,
  place: (sheet: string, cell: string): string => `${sheet} ${cell}`,

  results: {
    title: "成绩单",
    name: "姓名",
    record: "记入成绩单",
    recorded: (count: number): string => `成绩单已有 ${count} 人次，关闭本页前请保存。`,
    save: "保存成绩单",
    fileName: "练习成绩单.xlsx",
    columns: [
      "序号",
      "姓名",
      "套题",
      "方式",
      "得分",
      "改正处数",
      "错误处数",
      "提示",
      "填入建议值",
      "检查",
      "改错",
      "用时",
    ],
    modes: { exam: "考试", practice: "练习" },
    setNumber: (seed: number): string => `第 ${seed} 套`,
    time: (seconds: number): string => `${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`,
  },

  tour: {
    open: "导览",
    region: "导览",
    fileName: "导览示例.xlsx",
    step: (at: number, all: number, title: string): string => `${at}/${all} ${title}`,
    preparing: "正在准备导览…",
    back: "上一步",
    skip: "跳过这一步",
    end: "结束导览",
    toExercise: "去练习",
    mend: "替我改正",
  },
} as const;

/** The guided tour for trainers, from the first check to the cleared marks; each step ends by what is done. */
export const TOUR_STEPS: readonly [TourStep, ...TourStep[]] = [
  {
    title: "检查",
    place: "pane",
    text: () =>
      "左边是一份决算公开工作簿，里面有一处录入错误；右边是助手窗格。请点窗格右上的“检查”：只读取，不改动任何单元格。",
    until: "checked",
  },
  {
    title: "看一处发现",
    place: "pane",
    text: ({ wrong, right }) =>
      `先看结论，再点开第一张卡片：一个数录错，会使它所在的行、列和其他表都不平，这里合成一张。现为 ${wrong}，疑似应为 ${right}。`,
    until: "cardOpened",
  },
  {
    title: "读依据",
    place: "pane",
    text: ({ rule }) =>
      `卡片里写出了算式。请点“了解规则”：“${rule}”说什么、依据哪份文件、错例是什么、怎样改，都在那里。`,
    until: "ruleOpened",
  },
  {
    title: "标出单元格",
    place: "pane",
    text: ({ sheet, cell }) =>
      `左边已转到“${sheet}”的 ${cell}。请点卡片上方的“标出问题单元格”，有关的单元格都会标出来。`,
    until: "marked",
  },
  {
    title: "改正",
    place: "sheet",
    text: ({ sheet, cell, wrong, right }) => `请在“${sheet}”的 ${cell} 把 ${wrong} 改为 ${right}，按回车。`,
    until: "mended",
  },
  {
    title: "重新检查",
    place: "pane",
    text: () => "请点“重新检查”，这张卡片不再出现。打开“随改随查”，以后改动之后会自动核对。",
    until: "checked",
  },
  {
    title: "清除标记",
    place: "pane",
    text: () => "请点“清除标记”，标记全部去掉，原有格式不变。",
    until: "cleared",
  },
  {
    title: "完成",
    place: "pane",
    text: () => "导览到此结束。接下来可以让学员做一套练习，或者一次考试。",
  },
];
