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

/** A step of the tour: where to look, what to say and do, and whether the page can do it for the trainer. */
export interface TourStep {
  readonly title: string;
  readonly place: "sheet" | "pane";
  readonly text: (facts: TourFacts) => string;
  readonly help?: "show" | "mend";
}

export const EXERCISE_TEXT = {
  open: "练习",
  fileName: (seed: number): string => `练习第${seed}套.xlsx`,
  region: "练习",
  title: (seed: number): string => `练习 · 第 ${seed} 套`,
  intro: (count: number): string =>
    `这份工作簿里藏有 ${count} 处错误。先自己找，在表格中直接改正；也可以用右侧的“检查”。提示会减分，改错正确的单元格每处减 5 分。`,
  progress: (done: number, all: number): string => `已改正 ${done} 处，共 ${all} 处`,
  task: (number: number): string => `错误 ${number}`,
  taskDone: (number: number): string => `错误 ${number}：已改正`,
  hint: "提示",
  hintFor: (number: number, level: number): string => `错误 ${number}：要第 ${level} 条提示`,
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
  place: (sheet: string, cell: string): string => `${sheet} ${cell}`,

  tour: {
    open: "导览",
    region: "导览",
    fileName: "导览示例.xlsx",
    step: (at: number, all: number, title: string): string => `${at}/${all} ${title}`,
    back: "上一步",
    next: "下一步",
    end: "结束导览",
    toExercise: "去练习",
    show: "替我定位",
    mend: "替我改正",
  },
} as const;

/** The guided tour for trainers, from the first check to the cleared marks. */
export const TOUR_STEPS: readonly [TourStep, ...TourStep[]] = [
  {
    title: "认识界面",
    place: "sheet",
    text: () => "左边是一份决算公开工作簿，右边是助手窗格。这份工作簿里有一处录入错误，我们一起把它找出来。",
  },
  {
    title: "检查",
    place: "pane",
    text: () => "点窗格右上的“检查”。检查只读取，不改动任何单元格。完成后先看结论：几处错误，几处待核实，多少项通过。",
  },
  {
    title: "看一处发现",
    place: "pane",
    text: ({ wrong, right }) =>
      `发现按起因归成卡片：一个数录错，会使它所在的行、列和其他表都不平，这里合成一张。点开卡片，看算式：现为 ${wrong}，疑似应为 ${right}。`,
  },
  {
    title: "看单元格",
    place: "sheet",
    text: ({ sheet, cell }) =>
      `点卡片上的单元格标签，左边就转到“${sheet}”的 ${cell}。点窗格下方的“标出问题单元格”，有关的单元格都会标出来。`,
    help: "show",
  },
  {
    title: "读依据",
    place: "pane",
    text: ({ rule }) => `点“了解规则”。“${rule}”这条规则说什么、依据哪份文件、错例是什么、怎样改，都在这里。`,
  },
  {
    title: "改正",
    place: "sheet",
    text: ({ sheet, cell, wrong, right }) => `在“${sheet}”的 ${cell} 把 ${wrong} 改为 ${right}，按回车。`,
    help: "mend",
  },
  {
    title: "重新检查",
    place: "pane",
    text: () => "点“重新检查”，这张卡片不再出现。打开“随改随查”，以后改动之后会自动核对。",
  },
  {
    title: "清除标记",
    place: "pane",
    text: () => "点“清除标记”，标记全部去掉，原有格式不变。导览到此结束；接下来可以让学员做一套练习。",
  },
];
