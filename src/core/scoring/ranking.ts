import { amount, round, sum, type Amount } from "../model/amount";
import type { Figure } from "../model/figure";
import type { UnitClass } from "../model/hotline";
import type { HotlineSettings } from "../model/rule";

/** A ranked unit: what it is ranked by, and in which class. */
export interface Ranked {
  readonly unitClass: UnitClass | undefined;
  readonly score: Figure | undefined;
}

/** Rank within the class, high first: ties share the better rank, and the next rank skips; undefined without a score. */
export function rankWithinClass(units: readonly Ranked[], at: number): number | undefined {
  const own = units[at];
  if (own?.score?.kind !== "amount" || own.unitClass === undefined) return undefined;
  const { unitClass, score } = own;
  const better = units.filter(
    (other) => other.unitClass === unitClass && other.score?.kind === "amount" && other.score.value.gt(score.value),
  );
  return better.length + 1;
}

/** How many of each class are named to mend their ways: the last 街道, the last 镇, the last three 部门. */
const NAMED_LAST: Readonly<Record<UnitClass, number>> = { 街道: 1, 镇: 1, 部门: 3 };

type Together = HotlineSettings["lastPlaces"];

/** Those a unit is compared with to find the last: its class, or 街道 and 镇 together. */
function rivalsOf(units: readonly Ranked[], unitClass: UnitClass, together: Together): readonly Ranked[] {
  const isRival = (other: UnitClass | undefined): boolean =>
    together === "together" && unitClass !== "部门" ? other === "街道" || other === "镇" : other === unitClass;
  return units.filter((unit) => isRival(unit.unitClass) && unit.score?.kind === "amount");
}

/** Whether a unit is among the last; "tooFew" where all it is compared with would be (3 部门 or fewer). */
export function isAmongLast(
  units: readonly Ranked[],
  at: number,
  together: Together = "class",
): boolean | "tooFew" | undefined {
  const own = units[at];
  if (own?.score?.kind !== "amount" || own.unitClass === undefined) return undefined;
  const { score, unitClass } = own;
  const rivals = rivalsOf(units, unitClass, together);
  if (rivals.length <= NAMED_LAST[unitClass]) return "tooFew";
  return rivals.filter((unit) => unit.score?.value.lt(score.value)).length < NAMED_LAST[unitClass];
}

/** What the place of the last is called in a message: 街道类末位, 部门类后三名. */
export function lastPlaceName(unitClass: UnitClass, together: Together): string {
  if (unitClass === "部门") return "部门类后三名";
  return together === "together" ? "街道、镇末位" : `${unitClass}类末位`;
}

/** How many may be named without there being a last place at all, said with what was not checked. */
export function tooFewSaid(unitClass: UnitClass): string {
  return `${unitClass}类有得分的单位不超过 ${NAMED_LAST[unitClass]} 个`;
}

/** Whether a unit that is among the last now was so in the quarter before, by its rank within the class then. */
export function isLastAgain(
  units: readonly Ranked[],
  unitClass: UnitClass | undefined,
  previousRank: Figure | undefined,
): boolean {
  if (previousRank?.kind !== "amount" || unitClass === undefined) return false;
  return previousRank.value.gt(rivalsOf(units, unitClass, "class").length - NAMED_LAST[unitClass]);
}

/** Score of a quarter: the mean of the months that have one; undefined where none has. */
export function quarterScore(months: readonly Figure[]): Amount | undefined {
  const scored = months.filter(({ kind }) => kind === "amount");
  return scored.length === 0 ? undefined : round(sum(scored.map(({ value }) => value)).div(scored.length), 2);
}

/** 工单办理 × share + 综合管理 × (1 − share), to two decimals; the share is 80 % unless the sheet prints another. */
export function overallScore(workOrders: Amount, management: Amount, share: Amount = amount("0.8")): Amount {
  return round(workOrders.times(share).plus(management.times(amount(1).minus(share))), 2);
}
