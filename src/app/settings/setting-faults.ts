import { HUNDRED, ZERO, type Amount } from "../../core/model/amount";

/** The thresholds by name: the over-achievement (a fraction), the lowest scores of the grades, the cap of 扣分指标. */
export const SETTING_FIELDS = ["overAchievement", "excellent", "good", "fair", "deductionCap"] as const;

export type SettingField = (typeof SETTING_FIELDS)[number];

/** Why a threshold cannot be taken as it is. `notBelow`: the score is not below that of the next better grade. */
export type SettingFault = "notANumber" | "notPositive" | "tooLarge" | "outOfRange" | "notBelow";

export type SettingFaults = Readonly<Partial<Record<SettingField, SettingFault>>>;

/** An over-achievement above ten times the target (as a fraction) is a slip, and would switch its rule off unseen. */
const MOST_OVER_ACHIEVEMENT = 10;

/** Thresholds as written or kept: undefined is no number, null no cap. */
export type WrittenSettings = Readonly<Record<Exclude<SettingField, "deductionCap">, Amount | undefined>> & {
  readonly deductionCap: Amount | undefined | null;
};

/**
 * What is wrong with thresholds. The over-achievement is above 0 and at most 10; scores are from 0 to 100 and fall from 优
 * to 中; a cap is above 0 and at most 100.
 */
export function settingFaults({
  overAchievement,
  excellent,
  good,
  fair,
  deductionCap,
}: WrittenSettings): SettingFaults {
  const faults: Partial<Record<SettingField, SettingFault>> = {};
  const note = (field: SettingField, fault: SettingFault | undefined): void => {
    if (fault) faults[field] = fault;
  };
  note("overAchievement", ratioFault(overAchievement));
  note("excellent", scoreFault(excellent, undefined));
  note("good", scoreFault(good, excellent));
  note("fair", scoreFault(fair, good));
  note(
    "deductionCap",
    deductionCap?.isZero() ? "notPositive" : deductionCap === null ? undefined : scoreFault(deductionCap, undefined),
  );
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
