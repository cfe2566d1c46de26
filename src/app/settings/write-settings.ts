import { DEFAULT_CHOICES, HOTLINE_CHOICES } from "../../core/checking/hotline-choices";
import type { CheckSettings, HotlineChoices, HotlineSettings } from "../../core/model/rule";
import type { Json } from "../json";

/** Thresholds that can be rejected by themselves: the grades stand or fall together, because they are in order. */
export type SettingGroup = "overAchievement" | "grades";

/** The readings that can be chosen. */
export const CHOICES = Object.keys(HOTLINE_CHOICES) as readonly (keyof HotlineChoices)[];

/** The thresholds as JSON: decimal numbers as text, fractions and points. */
export function writeSettings({ overAchievement, grades, hotline }: CheckSettings): Json {
  const { excellent, good, fair } = grades;
  return {
    overAchievement: overAchievement.toString(),
    grades: { excellent: excellent.toString(), good: good.toString(), fair: fair.toString() },
    ...(areDefaultChoices(hotline) ? {} : { hotline: writeChoices(hotline) }),
  };
}

/** Whether the hotline's rules are read as they are by default. */
export function areDefaultChoices(choices: HotlineSettings): boolean {
  return !choices.deductionCap && CHOICES.every((key) => choices[key] === DEFAULT_CHOICES[key]);
}

function writeChoices({ deductionCap, ...choices }: HotlineSettings): Json {
  return { ...choices, ...(deductionCap ? { deductionCap: deductionCap.toString() } : {}) };
}
