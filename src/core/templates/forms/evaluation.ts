import { a1, columnName } from "../../model/cell";
import { gradeFormula } from "../formulas";
import type { SetHead } from "../head";
import type { SheetPlan } from "../model";
import { SheetBuilder } from "../sheet-builder";

/** Points of a row. */
const ROW_HEIGHT = 24;

interface Branch {
  readonly name: string;
  readonly branches?: readonly Branch[];
  /** Of a 三级指标; the levels above add theirs up. */
  readonly weight?: number;
}

const leaf = (name: string, weight: number): Branch => ({ name, weight });

/** 项目支出绩效评价指标体系 (财预〔2020〕10号 附件): the names are the annex's, the weights ours to begin with. */
const FRAMEWORK: readonly Branch[] = [
  {
    name: "决策",
    branches: [
      { name: "项目立项", branches: [leaf("立项依据充分性", 4), leaf("立项程序规范性", 4)] },
      { name: "绩效目标", branches: [leaf("绩效目标合理性", 3), leaf("绩效指标明确性", 3)] },
      { name: "资金投入", branches: [leaf("预算编制科学性", 3), leaf("资金分配合理性", 3)] },
    ],
  },
  {
    name: "过程",
    branches: [
      { name: "资金管理", branches: [leaf("资金到位率", 4), leaf("预算执行率", 4), leaf("资金使用合规性", 4)] },
      { name: "组织实施", branches: [leaf("管理制度健全性", 4), leaf("制度执行有效性", 4)] },
    ],
  },
  {
    name: "产出",
    branches: [
      { name: "产出数量", branches: [leaf("实际完成率", 10)] },
      { name: "产出质量", branches: [leaf("质量达标率", 10)] },
      { name: "产出时效", branches: [leaf("完成及时性", 5)] },
      { name: "产出成本", branches: [leaf("成本节约率", 5)] },
    ],
  },
  { name: "效益", branches: [{ name: "项目效益", branches: [leaf("实施效益", 20), leaf("满意度", 10)] }] },
];

const LABELS = "一级指标 分值 二级指标 分值 三级指标 分值 指标解释 评价标准 得分 扣分原因".split(" ");
const [LEAF, LEAF_WEIGHT, SCORE, REASON] = [4, 5, 8, 9];
const HEAD = 2;
const HEADER = 3;
const FIRST = HEADER + 1;

/** 评价评分表 of a project: the framework's indicators; weights of the levels, total and grade follow by formula. */
export function evaluationSheet(sheetName: string, { year, formulas }: SetHead): SheetPlan {
  const sheet = new SheetBuilder(sheetName, LABELS.length);
  const across = (row: number, left: number, right: number) => ({ top: row, left, bottom: row, right });
  sheet.merge(across(0, 0, REASON), "项目支出绩效评价评分表", "title");
  sheet.height(0, 30);
  sheet.merge(across(1, 0, REASON), `（${year}年度）`, "centrePlain");
  sheet.put(HEAD, 0, "项目名称", "head");
  sheet.merge(across(HEAD, 1, SCORE - 1), null, "text");
  sheet.put(HEAD, SCORE, "评价等级", "head");
  LABELS.forEach((label, column) => sheet.put(HEADER, column, label, "head"));
  const end = putLevel(sheet, FRAMEWORK, FIRST, 0, formulas);
  sheet.merge(across(end, 0, LEAF), "总分", "centre");
  const area = (column: number): string => `${a1({ row: FIRST, column })}:${columnName(column)}${end}`;
  const [weight, score] = [
    { row: end, column: LEAF_WEIGHT },
    { row: end, column: SCORE },
  ];
  const grade = { row: HEAD, column: REASON };
  for (const column of [6, 7, REASON]) sheet.put(end, column, null, "text");
  if (formulas) {
    sheet.formula(weight, `=SUM(${area(LEAF_WEIGHT)})`, "points", 100);
    sheet.formula(score, `=IF(COUNT(${area(SCORE)})=0,"",ROUND(SUM(${area(SCORE)}),2))`, "points", "");
    sheet.formula(grade, gradeFormula(a1(score)), "centre", "");
  } else {
    sheet.put(weight.row, weight.column, 100, "points");
    sheet.put(score.row, score.column, null, "points");
    sheet.put(grade.row, grade.column, null, "centre");
  }
  sheet.merge(across(end + 1, 0, REASON), NOTE, "note");
  return sheet.plan(ROW_HEIGHT, {
    kind: "PJ",
    widths: [10, 7, 12, 7, 18, 7, 36, 36, 8, 30],
    onePage: true,
    repeated: { top: 0, bottom: HEADER },
  });
}

const NOTE = "注：指标取自财预〔2020〕10号附件，可按项目增减；分值可以调整，合计为100分。";

/** Puts the branches of a level below one another from a row on; answers the row below the last. */
function putLevel(
  sheet: SheetBuilder,
  branches: readonly Branch[],
  top: number,
  level: number,
  formulas: boolean,
): number {
  let row = top;
  for (const { name, weight, branches: below } of branches) {
    const bottom = below ? putLevel(sheet, below, row, level + 1, formulas) - 1 : row;
    const column = level * 2;
    sheet.merge({ top: row, left: column, bottom, right: column }, name, column === LEAF ? "label" : "centre");
    const area = { top: row, left: column + 1, bottom, right: column + 1 };
    sheet.merge(area, weight ?? (formulas ? null : totalOf(below ?? [])), "points");
    if (weight === undefined && formulas) {
      const range = `${a1({ row, column: LEAF_WEIGHT })}:${a1({ row: bottom, column: LEAF_WEIGHT })}`;
      sheet.formula({ row, column: column + 1 }, `=SUM(${range})`, "points", totalOf(below ?? []));
    }
    if (!below) for (const text of [6, 7, REASON]) sheet.put(row, text, null, "text");
    if (!below) sheet.put(row, SCORE, null, "points");
    row = bottom + 1;
  }
  return row;
}

function totalOf(branches: readonly Branch[]): number {
  return branches.reduce((sum, { weight, branches: below = [] }) => sum + (weight ?? totalOf(below)), 0);
}
