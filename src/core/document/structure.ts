import { partsOf, type PartKind } from "./parts";
import type { SplitDocument } from "./sheets";

/** Something about the order of a published document: a part that is missing or stands in another place. */
export interface StructureFinding {
  readonly kind: "partMissing" | "partOrder";
  readonly part: PartKind;
  /** For an order: the part it should not stand behind. */
  readonly behind?: PartKind;
}

/** Parts that every published document has, in the order the ministry prints them. */
const WANTED = ["profile", "tables", "account", "terms"] as const;

/**
 * Compares a document's parts with those it should have. Some places print the tables behind the text or as an annex:
 * only a document without any table lacks them, and their place is not judged. A text without 第…部分 is no document.
 */
export function structureFindings({ prose, grid }: SplitDocument): readonly StructureFinding[] {
  const texts = prose.map(({ text }) => text);
  const titles = partsOf(texts).filter(({ isTitle }) => isTitle);
  if (titles.length === 0) return [];
  const order = [...new Map(titles.map(({ kind }, index) => [kind, index])).keys()];
  const missing = WANTED.filter((part) => !order.includes(part) && !(part === "tables" && grid.sheets.length > 0)).map(
    (part): StructureFinding => ({ kind: "partMissing", part }),
  );
  const present = WANTED.filter((part) => part !== "tables" && order.includes(part));
  const misplaced = present.flatMap((part, index): readonly StructureFinding[] => {
    const next = present[index + 1];
    const isBehind = next !== undefined && order.indexOf(part) > order.indexOf(next);
    return isBehind ? [{ kind: "partOrder", part, behind: next }] : [];
  });
  return [...missing, ...misplaced];
}
