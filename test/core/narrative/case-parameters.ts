import { amount } from "../../../src/core/model/amount";
import { PARAMETER_SPECS } from "../../../src/core/narrative/parameters/catalogue";
import type { ParameterValue } from "../../../src/core/narrative/parameters/parameters";
import type { CaseFile, StatedFigure } from "../../support/cases";

type FactGroup = Readonly<Record<string, unknown>>;

/** The `facts` of a case as a filled-in parameter sheet. */
export function caseParameters(file: CaseFile): Map<string, ParameterValue> {
  const parameters = new Map<string, ParameterValue>();
  const facts = file.facts as unknown as Readonly<Record<string, FactGroup>>;
  const put = (key: string, value: unknown): void => {
    const number = typeof value === "object" && value !== null ? (value as { value?: unknown }).value : value;
    if (typeof number === "number") parameters.set(key, { kind: "number", value: amount(number) });
  };
  for (const [name, value] of Object.entries(facts.priorYear ?? {})) {
    put(`上年.${name === "总计" ? "收支总计" : name}`, value);
  }
  for (const [code, value] of Object.entries(facts.initialBudget ?? {})) put(`年初预算.${code}`, value);
  const operating = facts.operating?.["机关运行经费"] as FactGroup | undefined;
  put("机关运行经费", operating?.["决算"]);
  put("年初预算.机关运行经费", operating?.["年初预算"]);
  put("因公出国（境）团组", facts.abroad?.["团组"]);
  put("因公出国（境）人次", facts.abroad?.["人次"]);
  for (const group of ["procurement", "vehicles", "reception", "performance"]) {
    for (const [name, value] of Object.entries(facts[group] ?? {})) if (PARAMETER_SPECS.has(name)) put(name, value);
  }
  for (const kind of ["货物", "工程", "服务"]) {
    const percent = facts.procurement?.[`${kind}采购授予中小企业合同金额占${kind}支出%`];
    const whole = facts.procurement?.[`政府采购${kind}支出`];
    if (typeof percent === "number" && typeof whole === "number") {
      put(`${kind}采购授予中小企业合同金额`, amount(whole).times(percent).div(100).toNumber());
    }
  }
  if (facts.performance?.["绩效自评占项目支出总额%"] === 100) {
    put("项目支出预算总额", facts.performance["绩效自评涉及预算资金"]);
  }
  for (const [name, value] of Object.entries(facts.performance ?? {})) {
    const review = /^(.*?)(?:项目)?(?:绩效评价|部门评价)得分$/.exec(name)?.[1];
    if (review !== undefined) put(`部门评价.${review}`, value);
  }
  return parameters;
}

/** Stated figures that stand in the clerk's own words (reasons, remarks): they come from no table and no parameter. */
export function inOwnWords(stated: StatedFigure): boolean {
  return /^原因:|^其他用车:|全年受理|资金拨付率和资金使用率/.test(stated.what);
}
