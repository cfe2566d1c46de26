import { amount } from "../model/amount";
import type { CheckSettings, HotlineChoices } from "../model/rule";

/** The readings of the hotline's rules that may be chosen, the default first. */
export const HOTLINE_CHOICES: { readonly [K in keyof HotlineChoices]: readonly HotlineChoices[K][] } = {
  volumeTop: ["exclusive", "inclusive"],
  bracket: ["class", "name"],
  pool: ["all", "class"],
  repeated: ["once", "both"],
  rounding: ["parts", "sum"],
  quarter: ["mean", "recomputed"],
  ranking: ["overall", "workOrders"],
  lastPlaces: ["class", "together"],
  itemFloor: ["zero", "continue"],
  bonusCap: ["item", "year"],
};

/** Defaults of the thresholds a user may change (domain.md 5.3: ZP-11, HZ-02). */
export const DEFAULT_SETTINGS: CheckSettings = {
  overAchievement: amount("0.3"),
  grades: { excellent: amount(90), good: amount(80), fair: amount(60) },
  hotline: {
    volumeTop: "exclusive",
    bracket: "class",
    pool: "all",
    repeated: "once",
    rounding: "parts",
    quarter: "mean",
    ranking: "overall",
    lastPlaces: "class",
    itemFloor: "zero",
    bonusCap: "item",
  },
};
