import { TABLE_KEYS, type TableKey } from "../../model/table";

/** What an edition of the 公开 tables requires, from `since` (inclusive) on. */
interface Edition {
  readonly since: number;
  readonly required: readonly TableKey[];
}

const WITHOUT_STATE_CAPITAL = TABLE_KEYS.filter((key) => key !== "GZ");

/** Editions, newest first (domain.md 2): the table of 国有资本经营预算 was added in 2020. */
const EDITIONS: readonly Edition[] = [
  { since: 2020, required: TABLE_KEYS },
  { since: 0, required: WITHOUT_STATE_CAPITAL },
];

/** The tables a year's edition requires; where the year is unknown, those that every edition requires. */
export function requiredTables(year: number | undefined): readonly TableKey[] {
  if (year === undefined) return WITHOUT_STATE_CAPITAL;
  return EDITIONS.find((edition) => year >= edition.since)?.required ?? WITHOUT_STATE_CAPITAL;
}
