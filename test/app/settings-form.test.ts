import { describe, expect, it } from "vitest";
import { areSameSettings, readSettingsForm, settingsForm } from "../../src/app/settings/settings-form";
import { DEFAULT_SETTINGS } from "../../src/core/checking/settings";

const DEFAULTS = settingsForm(DEFAULT_SETTINGS);

describe("thresholds as fields", () => {
  it("are written in percent and in points, and read back as they were", () => {
    expect(DEFAULTS).toEqual({ overAchievement: "30", excellent: "90", good: "80", fair: "60", deductionCap: "" });
    const read = readSettingsForm(DEFAULTS);
    expect(read.kind === "settings" && areSameSettings(read.settings, DEFAULT_SETTINGS)).toBe(true);
  });

  it.each([
    ["a percent sign", { overAchievement: "12.5%" }, { ...DEFAULTS, overAchievement: "12.5" }],
    [
      "full-width digits",
      { overAchievement: "１５０％", good: "８５" },
      { ...DEFAULTS, overAchievement: "150", good: "85" },
    ],
    ["a cap of the hotline's deductions", { deductionCap: "7.5" }, { ...DEFAULTS, deductionCap: "7.5" }],
    ["both ends of the scores", { excellent: "100", fair: "0" }, { ...DEFAULTS, excellent: "100", fair: "0" }],
  ])("take %s", (_, written, expected) => {
    const read = readSettingsForm({ ...DEFAULTS, ...written });
    expect(read.kind === "settings" && settingsForm(read.settings)).toEqual(expected);
    expect(read.kind === "settings" && areSameSettings(read.settings, DEFAULT_SETTINGS)).toBe(false);
  });

  it.each([
    [{ overAchievement: "" }, { overAchievement: "notANumber" }],
    [{ deductionCap: "不封顶" }, { deductionCap: "notANumber" }],
    [{ deductionCap: "0" }, { deductionCap: "notPositive" }],
    [{ deductionCap: "101" }, { deductionCap: "outOfRange" }],
    [{ overAchievement: "三成" }, { overAchievement: "notANumber" }],
    [{ overAchievement: "0" }, { overAchievement: "notPositive" }],
    [{ overAchievement: "-1" }, { overAchievement: "notPositive" }],
    [{ overAchievement: "1000.1" }, { overAchievement: "tooLarge" }],
    [{ excellent: "100.01" }, { excellent: "outOfRange" }],
    [{ fair: "-0.01" }, { fair: "outOfRange" }],
    [{ good: "90" }, { good: "notBelow" }],
    [{ good: "60" }, { fair: "notBelow" }],
    [
      { good: " ", fair: "x" },
      { good: "notANumber", fair: "notANumber" },
    ],
  ])("%o is refused: %o", (written, faults) => {
    expect(readSettingsForm({ ...DEFAULTS, ...written })).toEqual({ kind: "faults", faults });
  });
});
