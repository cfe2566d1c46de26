import { a1 } from "../../model/cell";
import { DEDUCTION_REASONS } from "../../model/hotline";
import { DEDUCTIONS } from "../../scoring/deductions";
import { managementItems } from "../../scoring/management";
import type { SetHead } from "../head";
import type { SheetPlan } from "../model";
import { HotlineList, rankFormula, ROW_HEIGHT, takenFormula, UNITS } from "./hotline-sheet";

/** 扣分指标: how often each thing happened to a unit, and the points taken in all. */
export function deductionsList(name: string, { year, formulas }: SetHead): HotlineList {
  const reasons = DEDUCTION_REASONS.map((reason) => DEDUCTIONS[reason].name);
  const labels = ["序号", "单位", ...reasons, "合计扣分"];
  return new HotlineList(name, "民生热线扣分指标统计表", `考核期：${year}年    月`, labels, formulas);
}

export function deductionsSheet(list: HotlineList, cases: HotlineList): SheetPlan {
  const { sheet, first, labels } = list;
  const total = labels.length - 1;
  for (let i = 0; i < UNITS; i++) {
    const row = first + i;
    sheet.put(row, 0, i + 1, "line");
    list.live(row, 1, takenFormula(`'${cases.name}'!${a1({ row: cases.first + i, column: 1 })}`), "label");
    DEDUCTION_REASONS.forEach((_, at) => sheet.put(row, 2 + at, null, "count"));
    const terms = DEDUCTION_REASONS.map((reason, at) => `${a1({ row, column: 2 + at })}*${DEDUCTIONS[reason].points}`);
    list.live(row, total, `IF(${a1({ row, column: 1 })}="","",ROUND(${terms.join("+")},2))`, "points");
  }
  const points = DEDUCTION_REASONS.map((reason) => `${DEDUCTIONS[reason].name}${DEDUCTIONS[reason].points}`);
  list.note(first + UNITS, `注：填件（次）数。每件（次）扣分：${points.join("，")}。`);
  return sheet.plan(ROW_HEIGHT, {
    kind: "RX4",
    widths: [6, 18, ...labels.slice(2).map(() => 12)],
    onePage: true,
    repeated: { top: 0, bottom: first - 1 },
  });
}

const AREAS: Readonly<Record<string, string>> = {
  "1": "组织领导",
  "2": "运行机制",
  "3": "知识库",
  "4": "现场督办",
  "5": "会议培训",
  "6": "联络畅通",
  "7": "信息宣传",
  "8": "志愿服务",
  "9": "直播12345",
  "10": "其他",
  "11": "加分",
};
const MANAGEMENT = ["单位", "类别", "编号", "考核内容", "满分", "扣分", "得分"];
const [UNIT, CLASS, NUMBER, ITEM, FULL, TAKEN, POINTS] = [0, 1, 2, 3, 4, 5, 6];
const BONUS = "11.";
/** Lines of a unit: its items and their 合计. */
const BLOCK = managementItems().length + 1;

/** 综合管理考核: a line an item and unit; what is deducted beyond 满分 goes on from the total where the rules say so. */
export function managementList(name: string, { year, formulas }: SetHead): HotlineList {
  return new HotlineList(name, "民生热线综合管理考核计分表", `考核期：${year}年    季度`, MANAGEMENT, formulas);
}

export function managementSheet(list: HotlineList, cases: HotlineList): SheetPlan {
  const { sheet, first } = list;
  const items = managementItems();
  for (let unit = 0; unit < UNITS; unit++) {
    const top = first + unit * BLOCK;
    const source = (column: number): string => `'${cases.name}'!${a1({ row: cases.first + unit, column })}`;
    for (let row = top; row < top + BLOCK; row++) {
      list.live(row, UNIT, takenFormula(source(1)), "label");
      list.live(row, CLASS, takenFormula(source(2)), "centre");
    }
    items.forEach(({ number, full }, i) => {
      const row = top + i;
      const at = (column: number): string => a1({ row, column });
      const isBonus = number.startsWith(BONUS);
      sheet.put(row, NUMBER, number, "centre");
      sheet.put(row, ITEM, AREAS[number.split(".")[0] ?? ""] ?? "", "label");
      sheet.put(row, FULL, full, "points");
      sheet.put(row, TAKEN, null, "points");
      if (isBonus) sheet.put(row, POINTS, null, "points");
      else
        list.live(
          row,
          POINTS,
          `IF(OR(${at(UNIT)}="",${at(TAKEN)}=""),"",MAX(0,ROUND(${at(FULL)}-${at(TAKEN)},2)))`,
          "points",
        );
    });
    const end = top + items.length;
    const range = `${a1({ row: top, column: POINTS })}:${a1({ row: end - 1, column: POINTS })}`;
    const beyond = items.flatMap(({ full, continues }, i) =>
      continues ? [`-MAX(0,N(${a1({ row: top + i, column: TAKEN })})-${full})`] : [],
    );
    sheet.put(end, NUMBER, "合计", "centre");
    for (const column of [ITEM, FULL, TAKEN]) sheet.put(end, column, null, "points");
    const total = `MAX(0,MIN(100,ROUND(SUM(${range})${beyond.join("")},2)))`;
    list.live(end, POINTS, `IF(COUNT(${range})=0,"",${total})`, "points");
  }
  const note = "注：没有扣分的填0；加分项（11.1至11.4）直接填得分。2.2、4.1、10.1扣分超过满分的，从合计中继续扣。";
  list.note(first + UNITS * BLOCK, note);
  return sheet.plan(ROW_HEIGHT, {
    kind: "RX2",
    widths: [20, 8, 8, 24, 10, 10, 10],
    isPortrait: true,
    repeated: { top: 0, bottom: first - 1 },
  });
}

const RANKING = [
  ...["单位", "类别", "1月工单办理得分", "2月工单办理得分", "3月工单办理得分", "季度工单办理得分"],
  ...["综合管理得分", "综合得分", "类内名次", "上季名次", "提示"],
];

/** 排名 of a quarter: 工单办理 80 %, 综合管理 20 %. */
export function rankingSheet(
  name: string,
  { year, formulas }: SetHead,
  cases: HotlineList,
  management: HotlineList,
): SheetPlan {
  const list = new HotlineList(name, `${year}年第一季度民生热线考核排名表`, undefined, RANKING, formulas);
  const { sheet, first } = list;
  for (let unit = 0; unit < UNITS; unit++) {
    const row = first + unit;
    const at = (column: number): string => a1({ row, column });
    const source = (column: number): string => `'${cases.name}'!${a1({ row: cases.first + unit, column })}`;
    list.live(row, 0, takenFormula(source(1)), "label");
    list.live(row, 1, takenFormula(source(2)), "centre");
    for (const column of [2, 3, 4]) sheet.put(row, column, null, "points");
    list.live(row, 5, `IF(COUNT(${at(2)}:${at(4)})=0,"",ROUND(AVERAGE(${at(2)}:${at(4)}),2))`, "points");
    const total = a1({ row: management.first + unit * BLOCK + BLOCK - 1, column: POINTS });
    list.live(row, 6, takenFormula(`'${management.name}'!${total}`), "points");
    list.live(row, 7, `IF(OR(${at(5)}="",${at(6)}=""),"",ROUND(${at(5)}*80%+${at(6)}*20%,2))`, "points");
    list.live(row, 8, rankFormula(at(7), list.all(1), at(1), list.all(7)), "points");
    sheet.put(row, 9, null, "points");
    sheet.put(row, 10, null, "text");
  }
  list.note(
    first + UNITS,
    "注：其他季度请改标题和各月表头。综合得分为工单办理80%、综合管理20%；没有得分的单位不参加排名。",
  );
  return sheet.plan(ROW_HEIGHT, {
    kind: "RX3",
    widths: [20, 8, 11, 11, 11, 11, 11, 11, 9, 9, 30],
    onePage: true,
    repeated: { top: 0, bottom: first - 1 },
  });
}
