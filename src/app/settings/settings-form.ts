import { HUNDRED } from "../../core/model/amount";
import { DEFAULT_SETTINGS } from "../../core/checking/settings";
import type { CheckSettings, HotlineSettings } from "../../core/model/rule";
import { parseNumberText } from "../../core/reading/read-figure";
import { settingFaults, type SettingFaults, type SettingField } from "./setting-faults";

/** What stands in each field: the over-achievement in percent, the lowest scores of the grades. */
export type SettingsForm = Readonly<Record<SettingField, string>>;

/** What the fields say: thresholds, or which of them cannot be taken. */
export type ReadSettings =
  | { readonly kind: "settings"; readonly settings: CheckSettings }
  | { readonly kind: "faults"; readonly faults: SettingFaults };

/** The fields as thresholds fill them: a fraction of 0.3 is written "30". */
export function settingsForm({ overAchievement, grades, hotline }: CheckSettings): SettingsForm {
  return {
    overAchievement: overAchievement.times(HUNDRED).toFixed(),
    excellent: grades.excellent.toFixed(),
    good: grades.good.toFixed(),
    fair: grades.fair.toFixed(),
    deductionCap: hotline.deductionCap?.toFixed() ?? "",
  };
}

/**
 * The thresholds the fields say, judged by `settingFaults`. Full-width digits are taken; a percent sign may stand behind
 * the over-achievement. A blank field is no number, but for the cap: then there is none. `choices` are those made beside
 * the fields.
 */
export function readSettingsForm(
  form: SettingsForm,
  choices: HotlineSettings = DEFAULT_SETTINGS.hotline,
): ReadSettings {
  const overAchievement = parseNumberText(form.overAchievement.trim().replace(/[%％]$/, ""))?.div(HUNDRED);
  const [excellent, good, fair] = [form.excellent, form.good, form.fair].map(parseNumberText);
  const deductionCap = form.deductionCap.trim() === "" ? null : parseNumberText(form.deductionCap);
  const faults = settingFaults({ overAchievement, excellent, good, fair, deductionCap });
  if (Object.keys(faults).length > 0 || !overAchievement || !excellent || !good || !fair) {
    return { kind: "faults", faults };
  }
  const hotline = { ...choices, deductionCap: deductionCap ?? undefined };
  return { kind: "settings", settings: { overAchievement, grades: { excellent, good, fair }, hotline } };
}

/** Whether two sets of thresholds are the same figures. */
export function areSameSettings(a: CheckSettings, b: CheckSettings): boolean {
  return (
    a.overAchievement.eq(b.overAchievement) &&
    a.grades.excellent.eq(b.grades.excellent) &&
    a.grades.good.eq(b.grades.good) &&
    a.grades.fair.eq(b.grades.fair) &&
    JSON.stringify(a.hotline) === JSON.stringify(b.hotline)
  );
}
