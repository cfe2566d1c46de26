import { sum, type Amount } from "../../model/amount";
import { a1, cellKey } from "../../model/cell";
import type { Figure } from "../../model/figure";
import type { NotDerivable, PlannedWrite } from "../model";
import { reference } from "../formulas";
import { writeOf, type How } from "../plan-cell";

/** The plan of the hotline's sheets while it is made: what later sheets rest on is seen as it will be. */
export class HotlinePlan {
  readonly writes: PlannedWrite[] = [];
  readonly notDerivable: NotDerivable[] = [];
  private readonly filled = new Map<string, Amount>();

  /** Fills a cell with points or a rank. */
  put(
    figure: Figure,
    value: Amount,
    { group, label, ...how }: Omit<How, "formatLike"> & Pick<PlannedWrite, "group" | "label">,
  ): void {
    this.filled.set(cellKey(figure.cell), value);
    this.writes.push(writeOf(figure, { numberFormat: "0.00", ...how, group, label, content: value.toNumber() }));
  }

  /**
   * Fills the sum of a column that this plan fills itself; a sum of figures that stand there already follows from its
   * identity.
   */
  putTotal(
    total: Figure | undefined,
    parts: readonly Figure[],
    { group, label, rule }: Pick<PlannedWrite, "group" | "label" | "rule">,
  ): void {
    const after = parts.map((part) => this.after(part));
    const isOurs = parts.some(({ cell }) => this.filled.has(cellKey(cell)));
    const [first, last] = [parts[0], parts.at(-1)];
    if (total?.kind !== "blank" || !isOurs || !first || !last || after.some(({ kind }) => kind === "invalid")) return;
    this.put(total, sum(after.map(({ value }) => value)), {
      group,
      label,
      rule,
      reason: "各单位之和",
      sources: parts.map(({ cell }) => cell),
      formula: `=ROUND(SUM(${a1(first.cell)}:${a1(last.cell)}),2)`,
    });
  }

  /** Fills a blank with what another sheet of the workbook has. */
  takeOver(
    figure: Figure | undefined,
    source: Figure | undefined,
    named: Pick<PlannedWrite, "group" | "label" | "rule">,
  ): void {
    if (figure?.kind !== "blank" || source?.kind !== "amount") return;
    this.put(figure, source.value, {
      ...named,
      reason: `取自“${source.cell.sheet}”`,
      sources: [source.cell],
      ...(source.storedAsText ? {} : { formula: `=${reference(figure, source.cell)}` }),
    });
  }

  /** A figure as it stands, or as the plan fills it. */
  after(figure: Figure): Figure;
  after(figure: Figure | undefined): Figure | undefined;
  after(figure: Figure | undefined): Figure | undefined {
    const value = figure && this.filled.get(cellKey(figure.cell));
    return figure && value ? { ...figure, kind: "amount", value } : figure;
  }
}
