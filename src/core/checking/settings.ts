import { amount } from "../model/amount";
import type { CheckSettings } from "../model/rule";
import { DEFAULT_CHOICES } from "./hotline-choices";

/** Defaults of the thresholds a user may change (domain.md 5.3: ZP-11, HZ-02). */
export const DEFAULT_SETTINGS: CheckSettings = {
  overAchievement: amount("0.3"),
  grades: { excellent: amount(90), good: amount(80), fair: amount(60) },
  hotline: DEFAULT_CHOICES,
};
