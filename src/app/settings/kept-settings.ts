import { DEFAULT_SETTINGS, HOTLINE_CHOICES } from "../../core/checking/settings";
import { amount, type Amount } from "../../core/model/amount";
import type { CheckSettings, HotlineChoices, HotlineSettings } from "../../core/model/rule";
import { fieldsOf, type Json } from "../json";
import { settingFaults } from "./setting-faults";

/** Thresholds that can be rejected by themselves: the grades stand or fall together, because they are in order. */
export type SettingGroup = "overAchievement" | "grades";

/** What was kept of the thresholds: those to check with (undefined: the defaults), and which kept ones are no use. */
export interface KeptSettings {
  readonly settings: CheckSettings | undefined;
  readonly rejected: readonly SettingGroup[];
}

/** The thresholds as JSON: decimal numbers as text, fractions and points. */
export function writeSettings({ overAchievement, grades, hotline }: CheckSettings): Json {
  const { excellent, good, fair } = grades;
  return {
    overAchievement: overAchievement.toString(),
    grades: { excellent: excellent.toString(), good: good.toString(), fair: fair.toString() },
    ...(areDefaultChoices(hotline) ? {} : { hotline: writeChoices(hotline) }),
  };
}

/** Reads what `writeSettings` wrote, or anything else: what is missing, no number or out of bounds is rejected. */
export function readSettings(value: unknown): KeptSettings {
  const kept = fieldsOf(value);
  const grades = fieldsOf(kept["grades"]);
  const overAchievement = decimal(kept["overAchievement"]);
  const [excellent, good, fair] = [grades["excellent"], grades["good"], grades["fair"]].map(decimal);
  const faults = settingFaults({ overAchievement, excellent, good, fair, deductionCap: null });
  const ratio = faults.overAchievement ? undefined : overAchievement;
  const scores =
    excellent && good && fair && !faults.excellent && !faults.good && !faults.fair
      ? { excellent, good, fair }
      : undefined;
  const hotline = readChoices(kept["hotline"]);
  return {
    settings:
      ratio || scores || !areDefaultChoices(hotline)
        ? {
            overAchievement: ratio ?? DEFAULT_SETTINGS.overAchievement,
            grades: scores ?? DEFAULT_SETTINGS.grades,
            hotline,
          }
        : undefined,
    rejected: [...(ratio ? [] : ["overAchievement" as const]), ...(scores ? [] : ["grades" as const])],
  };
}

/** Whether the hotline's rules are read as they are by default. */
export function areDefaultChoices(choices: HotlineSettings): boolean {
  return !choices.deductionCap && CHOICES.every((key) => choices[key] === DEFAULT_SETTINGS.hotline[key]);
}

const CHOICES = Object.keys(HOTLINE_CHOICES) as readonly (keyof HotlineChoices)[];

function writeChoices({ deductionCap, ...choices }: HotlineSettings): Json {
  return { ...choices, ...(deductionCap ? { deductionCap: deductionCap.toString() } : {}) };
}

/** Choices kept in a workbook; what is missing, unknown or out of bounds is the default. */
function readChoices(value: unknown): HotlineSettings {
  const kept = fieldsOf(value);
  const known = CHOICES.filter((key) => (HOTLINE_CHOICES[key] as readonly unknown[]).includes(kept[key]));
  const deductionCap = decimal(kept["deductionCap"]);
  const isCap = deductionCap && !settingFaults({ ...NO_SCORES, deductionCap }).deductionCap;
  return {
    ...DEFAULT_SETTINGS.hotline,
    ...Object.fromEntries(known.map((key) => [key, kept[key]])),
    ...(isCap ? { deductionCap } : {}),
  };
}

const NO_SCORES = { overAchievement: undefined, excellent: undefined, good: undefined, fair: undefined };

function decimal(value: unknown): Amount | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  try {
    return amount(value);
  } catch {
    return undefined;
  }
}
