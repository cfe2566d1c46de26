/** An indicator line of a 自评表: its section, kind and the weight that it begins with; the clerk may change all of them. */
export interface IndicatorLine {
  readonly level1: string;
  readonly level2: string;
  readonly weight: number;
}

/** Whose form it is: what differs in print between that of a project and that of a whole department. */
export interface FormVariant {
  readonly kind: "ZP" | "BM";
  readonly title: string;
  readonly nameLabel: string;
  readonly fundsLabel: string;
}

export const PROJECT_FORM: FormVariant = {
  kind: "ZP",
  title: "项目支出绩效自评表",
  nameLabel: "项目名称",
  fundsLabel: "项目预算执行情况",
};
export const DEPARTMENT_FORM: FormVariant = {
  kind: "BM",
  title: "部门整体支出绩效自评表",
  nameLabel: "部门（单位）名称",
  fundsLabel: "部门预算执行情况",
};

/** What a form begins with: a project, and lines whose weights with those of the execution come to 100. */
export interface FormContent {
  readonly project: string;
  readonly lines: readonly IndicatorLine[];
}

/** Weight of the execution rate, all editions (财预〔2020〕10号). */
export const EXECUTION_WEIGHT = 10;

/** Sections and weights of a year's form: 产出 50, 效益 30, 满意度 10; from 2023 with 成本指标 of their own. */
export function usualLines(year: number): readonly IndicatorLine[] {
  const line = (level1: string, level2: string, weight: number): IndicatorLine => ({ level1, level2, weight });
  const output = (weight: number): readonly IndicatorLine[] => [
    line("产出指标", "数量指标", weight - 20),
    line("产出指标", "质量指标", 10),
    line("产出指标", "时效指标", 10),
  ];
  const rest = [
    line("效益指标", "社会效益指标", 15),
    line("效益指标", "可持续影响指标", 15),
    line("满意度指标", "服务对象满意度指标", 10),
  ];
  if (year >= 2023) return [line("成本指标", "经济成本指标", 10), ...output(40), ...rest];
  return [...output(40), line("产出指标", "成本指标", 10), ...rest];
}
