import { HOTLINE_CHOICES } from "../../core/checking/hotline-choices";
import { DEFAULT_SETTINGS } from "../../core/checking/settings";
import { amount, type Amount } from "../../core/model/amount";
import type { CheckSettings, HotlineSettings } from "../../core/model/rule";
import { fieldsOf } from "../json";
import { settingFaults } from "./setting-faults";
import { areDefaultChoices, CHOICES, type SettingGroup } from "./write-settings";

/** What was kept of the thresholds: those to check with (undefined: the defaults), and which kept ones are no use. */
export interface KeptSettings {
  readonly settings: CheckSettings | undefined;
  readonly rejected: readonly SettingGroup[];
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
