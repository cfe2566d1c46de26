import type { HotlineChoices } from "../model/rule";

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

/** What holds where nothing was chosen. */
export const DEFAULT_CHOICES = Object.fromEntries(
  Object.entries(HOTLINE_CHOICES).map(([choice, [first]]) => [choice, first]),
) as unknown as HotlineChoices;
