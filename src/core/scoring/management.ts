import { amount, HUNDRED, sum, ZERO, type Amount } from "../model/amount";
import type { Figure } from "../model/figure";
import type { ManagementReason, ManagementRow } from "../model/hotline";
import type { HotlineSettings } from "../model/rule";

/** What an item's points are taken or given for, and how many each time: one figure, or from … to. */
type Points = readonly [words: RegExp, from: string, to?: string];

interface ManagementItem {
  readonly full: string;
  readonly points: readonly Points[];
  /** "total": beyond 满分 the deduction goes on from the total; "stop": 扣完为止; absent: the rules do not say. */
  readonly beyond?: "total" | "stop";
}

const ANY = /^/;

/** 综合管理考核细则: 满分 of the items and the points of each reason. */
const ITEMS: ReadonlyMap<string, ManagementItem> = new Map<string, ManagementItem>([
  ["1.1", { full: "4", points: [[ANY, "1"]] }],
  ["1.2", { full: "4", points: [[ANY, "1"]] }],
  ["2.1", { full: "2", points: [[ANY, "1"]] }],
  [
    "2.2",
    {
      full: "5",
      points: [
        [/曝光/, "3"],
        [/投诉/, "2"],
      ],
      beyond: "total",
    },
  ],
  [
    "2.3",
    {
      full: "14",
      points: [
        [/误/, "0.5"],
        [/延期/, "0.5"],
        [/超期/, "0.1"],
        [/联系/, "0.2"],
        [/错别字/, "0.2"],
        [/批示/, "1"],
      ],
      beyond: "stop",
    },
  ],
  ["2.4", { full: "3", points: [[ANY, "2"]] }],
  ["3.1", { full: "2", points: [[ANY, "1"]] }],
  ["3.2", { full: "2", points: [[ANY, "1"]] }],
  ["3.3", { full: "2", points: [[ANY, "1"]] }],
  [
    "4.1",
    {
      full: "16",
      points: [
        [/不落实|未落实/, "3"],
        [/迟到/, "2"],
        [/不符/, "2"],
        [/不一致/, "2"],
        [/参加/, "5"],
      ],
      beyond: "total",
    },
  ],
  [
    "5.1",
    {
      full: "6",
      points: [
        [/缺席/, "2"],
        [/替会|迟到|早退/, "1"],
      ],
    },
  ],
  [
    "6.1",
    {
      full: "6",
      points: [
        [/接听/, "2"],
        [/回电/, "3"],
      ],
    },
  ],
  ["7.1", { full: "4", points: [[ANY, "1"]] }],
  ["7.2", { full: "4", points: [[ANY, "1"]] }],
  ["7.3", { full: "4", points: [[ANY, "1", "2"]] }],
  ["8.1", { full: "4", points: [[ANY, "1", "2"]] }],
  ["9.1", { full: "4", points: [[ANY, "2"]], beyond: "stop" }],
  [
    "10.1",
    {
      full: "4",
      points: [
        [/辱骂/, "2"],
        [ANY, "1"],
      ],
      beyond: "total",
    },
  ],
  ["11.1", { full: "4", points: [[ANY, "1", "2"]] }],
  ["11.2", { full: "2", points: [[ANY, "0.5", "1"]] }],
  ["11.3", { full: "2", points: [[ANY, "1"]] }],
  ["11.4", { full: "2", points: [[ANY, "0.5", "1"]] }],
]);
const YEAR_BONUS = "3";

/** 满分 of an item by its number; that of 11.2 is 2 for the item or 3 for the year. */
export function fullMarks(number: string | undefined, { bonusCap }: HotlineSettings): Amount | undefined {
  const item = ITEMS.get(number ?? "");
  if (!item) return undefined;
  return amount(number === "11.2" && bonusCap === "year" ? YEAR_BONUS : item.full);
}

/** The items of the rules in order: number, 满分, and whether what is deducted beyond it goes on from the total. */
export function managementItems(): readonly {
  readonly number: string;
  readonly full: number;
  readonly continues: boolean;
}[] {
  return [...ITEMS].map(([number, { full, beyond }]) => ({
    number,
    full: Number(full),
    continues: beyond === "total",
  }));
}

/** Whether an item adds points (11.x): its score is what was earned, not what is left. */
export function isBonus({ itemNumber }: Pick<ManagementRow, "itemNumber">): boolean {
  return itemNumber?.startsWith("11.") === true;
}

/** Points a reason takes each time, from … to; undefined where the rules do not know it. */
export function pointsRange(
  number: string | undefined,
  reason: string | undefined,
): readonly [from: Amount, to: Amount] | undefined {
  const points = ITEMS.get(number ?? "")?.points ?? [];
  const own =
    reason === undefined || reason === "" ? points : points.filter(([words]) => words.test(reason)).slice(0, 1);
  const ends = own.flatMap(([, from, to = from]) => [amount(from), amount(to)]);
  const [first] = ends;
  if (!first) return undefined;
  return [ends.reduce((a, b) => (b.lt(a) ? b : a)), ends.reduce((a, b) => (b.gt(a) ? b : a))];
}

/**
 * Points of a reason that states how often: count × the points each time that the sheet prints, or the one figure the rules
 * know; undefined where neither is there, or no count.
 */
export function reasonDue(number: string | undefined, { text, points, count }: ManagementReason): Amount | undefined {
  if (count?.kind !== "amount") return undefined;
  if (points?.kind === "amount") return count.value.times(points.value);
  const range = pointsRange(number, text?.text);
  return range?.[0].eq(range[1]) ? count.value.times(range[0]) : undefined;
}

/**
 * What an item's reasons take (or give) together, those that are counted worked out. Blank ones take nothing where others
 * are filled in; undefined where none is, or one is not known.
 */
export function itemPoints({ itemNumber, reasons }: Pick<ManagementRow, "itemNumber" | "reasons">): Amount | undefined {
  if (reasons.every(({ count, deduction }) => isEmpty(count) && isEmpty(deduction))) return undefined;
  const parts = reasons.map((reason) => {
    const { count, deduction } = reason;
    if (deduction?.kind === "amount") return deduction.value;
    return reasonDue(itemNumber, reason) ?? (isEmpty(count) && isEmpty(deduction) ? ZERO : undefined);
  });
  return parts.some((part) => part === undefined) ? undefined : sum(parts.flatMap((part) => part ?? []));
}

function isEmpty(figure: Figure | undefined): boolean {
  return figure === undefined || figure.kind === "blank" || figure.kind === "dash";
}

/** The score of an item, and what goes on from the total. */
export interface ItemScore {
  readonly score: Amount;
  readonly overflow: Amount;
}

/**
 * The score due to an item: what its deductions leave of 满分, not below 0; of 11.x what was earned, up to 满分. Undefined
 * where 满分 or its points are not known; so is a bonus item that counts nothing.
 */
export function itemScore(row: ManagementRow, settings: HotlineSettings): ItemScore | undefined {
  const full = fullMarks(row.itemNumber, settings) ?? (row.full?.kind === "amount" ? row.full.value : undefined);
  const points = itemPoints(row);
  if (!full || !points) return undefined;
  if (isBonus(row))
    return row.reasons.some(({ count }) => count)
      ? { score: points.gt(full) ? full : points, overflow: ZERO }
      : undefined;
  const left = full.minus(points);
  if (!left.isNegative()) return { score: left, overflow: ZERO };
  return { score: ZERO, overflow: goesOnFromTotal(row, settings) ? left.neg() : ZERO };
}

/** Whether what is deducted beyond 满分 of an item goes on from the total. */
export function goesOnFromTotal(row: Pick<ManagementRow, "itemNumber">, { itemFloor }: HotlineSettings): boolean {
  if (isBonus(row)) return false;
  const beyond = ITEMS.get(row.itemNumber ?? "")?.beyond;
  return beyond === "total" || (beyond === undefined && itemFloor === "continue");
}

/** 综合管理考核 in all: Σ items − what overflows, from 0 to 100. */
export function managementTotal(scores: readonly Amount[], overflow: Amount): Amount {
  const total = sum(scores).minus(overflow);
  return total.isNegative() ? ZERO : total.gt(HUNDRED) ? HUNDRED : total;
}

/** The total due to the items of a unit, all scored, and how much of its deductions went on from it. */
export function managementDue(
  rows: readonly ManagementRow[],
  settings: HotlineSettings,
): { readonly total: Amount; readonly overflow: Amount } {
  const overflow = sum(rows.map((row) => itemScore(row, settings)?.overflow ?? ZERO));
  const scores = rows.map(({ score }) => score.value);
  return { total: managementTotal(scores, overflow), overflow };
}
