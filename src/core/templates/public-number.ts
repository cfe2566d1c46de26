import type { Edition } from "../editions";
import type { StandardKey } from "../model/table";

/** "公开01表": the place of a table in the order of an edition; undefined where it has no such table. */
export function publicNumber({ tables }: Pick<Edition, "tables">, key: StandardKey): string | undefined {
  const place = tables.indexOf(key) + 1;
  return place === 0 ? undefined : `公开${String(place).padStart(2, "0")}表`;
}
