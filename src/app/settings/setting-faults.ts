import { HUNDRED, ZERO, type Amount } from "../../core/model/amount";

/** The thresholds by name: the over-achievement (a fraction) and the lowest scores of the grades. */
export const SETTING_FIELDS = ["overAchievement", "excellent", "good", "fair"] as const;

export type SettingField = (typeof SETTING_FIELDS)[number];

/** Why a threshold cannot be taken as it is. `notBelow`: the score is not below that of the next better grade. */
export type SettingFault = "notANumber" | "notPositive" | "tooLarge" | "outOfRange" | "notBelow";

export type SettingFaults = Readonly<Partial<Record<SettingField, SettingFault>>>;

/** An over-achievement above ten times the target (as a fraction) is a slip, and would switch its rule off unseen. */
const MOST_OVER_ACHIEVEMENT = 10;

/**
 * What is wrong with thresholds, written or kept (undefined: no number). The over-achievement is above 0 and at most 10;
 * scores are from 0 to 100 and fall from 优 to 中.
 */
export function settingFaults({
  overAchievement,
  excellent,
  good,
  fair,
}: Readonly<Record<SettingField, Amount | undefined>>): SettingFaults {
  const faults: Partial<Record<SettingField, SettingFault>> = {};
  const note = (field: SettingField, fault: SettingFault | undefined): void => {
    if (fault) faults[field] = fault;
  };
  note("overAchievement", ratioFault(overAchievement));
  note("excellent", scoreFault(excellent, undefined));
  note("good", scoreFault(good, excellent));
  note("fair", scoreFault(fair, good));
  return faults;
}

function ratioFault(ratio: Amount | undefined): SettingFault | undefined {
  if (!ratio) return "notANumber";
  if (ratio.lte(ZERO)) return "notPositive";
  return ratio.gt(MOST_OVER_ACHIEVEMENT) ? "tooLarge" : undefined;
}

function scoreFault(score: Amount | undefined, better: Amount | undefined): SettingFault | undefined {
  if (!score) return "notANumber";
  if (score.lt(ZERO) || score.gt(HUNDRED)) return "outOfRange";
  return better && score.gte(better) ? "notBelow" : undefined;
}
