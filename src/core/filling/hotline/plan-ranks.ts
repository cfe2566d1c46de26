import { amount } from "../../model/amount";
import { a1, type CellAddress } from "../../model/cell";
import type { Figure } from "../../model/figure";
import { rankWithinClass, type Ranked } from "../../scoring/ranking";
import type { HotlinePlan } from "./filled";
import { absoluteRange } from "./ranges";

/** A unit with the cells its rank rests on. */
export interface RankedUnit extends Ranked {
  readonly rank: Figure | undefined;
  readonly label: string;
  readonly classCell: CellAddress | undefined;
  readonly scoreCell: CellAddress | undefined;
}

/** Fills ranks that are blank, with the formula that counts the better ones of the class. */
export function planRanks(plan: HotlinePlan, units: readonly RankedUnit[], group: string): void {
  const [first, last] = [units[0], units.at(-1)];
  const classes = first?.classCell && last?.classCell && absoluteRange(first.classCell, last.classCell);
  const scores = first?.scoreCell && last?.scoreCell && absoluteRange(first.scoreCell, last.scoreCell);
  for (const [at, { rank, label, classCell, scoreCell }] of units.entries()) {
    const due = rankWithinClass(units, at);
    if (rank?.kind !== "blank" || due === undefined || !scoreCell) continue;
    const score = a1(scoreCell);
    const formula =
      classes && scores && classCell
        ? `=IF(${score}="","",COUNTIFS(${classes},${a1(classCell)},${scores},">"&${score})+1)`
        : undefined;
    plan.put(rank, amount(due), {
      group,
      label: `${label} · 类内名次`,
      rule: "RX-07",
      reason: "同类得分更高的单位数加 1",
      sources: [scoreCell],
      numberFormat: "0",
      ...(formula === undefined ? {} : { formula }),
    });
  }
}
