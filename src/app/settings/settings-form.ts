import { HUNDRED, ZERO, type Amount } from "../../core/model/amount";
import type { CheckSettings } from "../../core/model/rule";
import { parseNumberText } from "../../core/reading/read-figure";

/** The thresholds as fields to write in: the over-achievement in percent, the lowest scores of the grades. */
export const SETTING_FIELDS = ["overAchievement", "excellent", "good", "fair"] as const;

export type SettingField = (typeof SETTING_FIELDS)[number];

/** What stands in each field. */
export type SettingsForm = Readonly<Record<SettingField, string>>;

/** Why a field cannot be taken as it is. `notBelow`: the score is not below that of the next better grade. */
export type SettingFault = "notANumber" | "notPositive" | "outOfRange" | "notBelow";

export type SettingFaults = Readonly<Partial<Record<SettingField, SettingFault>>>;

/** What the fields say: thresholds, or which of them cannot be taken. */
export type ReadSettings =
  | { readonly kind: "settings"; readonly settings: CheckSettings }
  | { readonly kind: "faults"; readonly faults: SettingFaults };

/** The fields as thresholds fill them: a fraction of 0.3 is written "30". */
export function settingsForm({ overAchievement, grades }: CheckSettings): SettingsForm {
  return {
    overAchievement: overAchievement.times(HUNDRED).toFixed(),
    excellent: grades.excellent.toFixed(),
    good: grades.good.toFixed(),
    fair: grades.fair.toFixed(),
  };
}

/**
 * The thresholds the fields say. Full-width digits are taken; a percent sign may stand behind the over-achievement. The
 * percentage is above 0; scores are from 0 to 100 and fall from 优 to 中. A blank field is no number.
 */
export function readSettingsForm(form: SettingsForm): ReadSettings {
  const overAchievement = parseNumberText(form.overAchievement.trim().replace(/[%％]$/, ""));
  const [excellent, good, fair] = [form.excellent, form.good, form.fair].map(parseNumberText);
  const faults: SettingFaults = compact({
    overAchievement: !overAchievement ? "notANumber" : overAchievement.lte(ZERO) ? "notPositive" : undefined,
    excellent: scoreFault(excellent, undefined),
    good: scoreFault(good, excellent),
    fair: scoreFault(fair, good),
  });
  if (Object.keys(faults).length > 0 || !overAchievement || !excellent || !good || !fair) {
    return { kind: "faults", faults };
  }
  return {
    kind: "settings",
    settings: { overAchievement: overAchievement.div(HUNDRED), grades: { excellent, good, fair } },
  };
}

/** Whether two sets of thresholds are the same figures. */
export function areSameSettings(a: CheckSettings, b: CheckSettings): boolean {
  return (
    a.overAchievement.eq(b.overAchievement) &&
    a.grades.excellent.eq(b.grades.excellent) &&
    a.grades.good.eq(b.grades.good) &&
    a.grades.fair.eq(b.grades.fair)
  );
}

function scoreFault(score: Amount | undefined, better: Amount | undefined): SettingFault | undefined {
  if (!score) return "notANumber";
  if (score.lt(ZERO) || score.gt(HUNDRED)) return "outOfRange";
  return better && score.gte(better) ? "notBelow" : undefined;
}

function compact(faults: Readonly<Record<SettingField, SettingFault | undefined>>): SettingFaults {
  const found: Partial<Record<SettingField, SettingFault>> = {};
  for (const field of SETTING_FIELDS) {
    const fault = faults[field];
    if (fault) found[field] = fault;
  }
  return found;
}
