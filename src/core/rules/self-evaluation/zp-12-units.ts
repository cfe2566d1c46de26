import { normaliseLabel } from "../../glossary/normalise";
import { ONE } from "../../model/amount";
import type { Indicator, SelfEvaluationForm } from "../../model/form";
import type { Check, Rule } from "../../model/rule";
import { INFERRED } from "./basis";
import { eachForm, formNotEvaluated, holds, violation } from "./form-parts";
import { indicatorName } from "../../scoring/form-figures";
import { comparison, unitKey } from "../../scoring/units";

/** Rates that are shares of all there is. */
const OF_ALL =
  /满意度$|满意率$|(?:合格|优良|优秀|及时|准时|准确|正确|覆盖|达标|通过|完好|成活|到位|知晓|办结|入学|参保|回收|响应|正常|公开|足额)率$/;

/** What an indicator's name says it measures, and the units that measure something else. */
const MISFITS: readonly { readonly what: string; readonly name: RegExp; readonly unit: RegExp }[] = [
  {
    what: "时间",
    name: /(?:时间|时长|天数|期限|年限|时限|周期|工期)$/,
    unit: /^(?:元|万元|人|人次|件|套|台|辆|平方米|米|吨|%)(?:\/|$)|\/(?:人|件|套|台)$/,
  },
  {
    what: "比率",
    name: /(?:^|[^频功效速汇税利])率$|比例$|占比$|比重$/,
    unit: /^(?:元|人|人次|件|套|台|辆|天|年|月|小时|平方米|米|吨|批|张)(?:\/|$)/,
  },
  { what: "面积", name: /面积$/, unit: /^(?:元|人|人次|件|套|台|辆|天|年|小时|米|吨|批|次|%)(?:\/|$)/ },
  { what: "人数", name: /人数$|人次$/, unit: /^(?:元|件|套|台|辆|天|年|小时|平方米|米|吨|批|%)(?:\/|$)/ },
];

export const rule: Rule = {
  id: "ZP-12",
  title: "指标值的计量单位",
  statement:
    "年度指标值与实际完成值的计量单位应相同，并与指标名称相称；满意度、合格率、覆盖率等以全部为限的比率不超过 100%。",
  severity: "verify",
  basis: INFERRED,
  rationale:
    "单位不同就无法比较完成程度；复制其他指标后忘改单位，会出现“租赁时间 ≥365 元/人”这样的指标；满意度超过 100% 一般是填错了数。",
  remedy: "统一两栏的计量单位，并改为与指标名称相称的单位；超过 100% 的，核对原始数据。",
  scope: ["ZP"],
  check: ({ book }) => eachForm(book, units),
};

function* units(form: SelfEvaluationForm): Iterable<Check> {
  if (form.indicators.length === 0) yield formNotEvaluated(form, "没有绩效指标");
  for (const indicator of form.indicators) {
    const { target, actual } = indicator;
    if (target.kind !== "number") continue;
    const cells = [target.cell, actual.cell];
    const problem = misfit(indicator) ?? difference(indicator) ?? beyondAll(indicator);
    if (problem === undefined) {
      yield holds(cells);
      continue;
    }
    yield violation(form, {
      cells,
      related: [indicator.name.cell],
      message: `“${indicatorName(indicator)}”指标值 ${target.raw}，完成值 ${actual.raw}，${problem}`,
    });
  }
}

/** A rate of what there is at most, above 100 %. */
function beyondAll({ name, target, actual }: Indicator): string | undefined {
  if (!OF_ALL.test(normaliseLabel(name.text))) return undefined;
  const beyond = [target, actual].find(({ unit, value }) => unit === "%" && value !== undefined && value.gt(ONE));
  return beyond && `比率 ${beyond.raw} 超过 100%，请核对`;
}

function difference({ target, actual, ...rest }: Indicator): string | undefined {
  if (actual.kind !== "number") return undefined;
  return comparison({ target, actual, ...rest }).kind === "differentUnits"
    ? `计量单位“${target.unit ?? ""}”与“${actual.unit ?? ""}”不同`
    : undefined;
}

function misfit(indicator: Indicator): string | undefined {
  const unit = indicator.target.unit ?? "";
  const found = MISFITS.find(
    ({ name, unit: wrong }) =>
      name.test(normaliseLabel(indicator.name.text)) &&
      (wrong.test(unit) || (unit !== "‰" && wrong.test(unitKey(unit)))),
  );
  return found && `指标名称为${found.what}，单位“${unit}”与之不符`;
}
