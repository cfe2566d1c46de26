import type { ScoreColumn } from "./sheet-checks";

/**
 * A score from which points are taken by a unit's share of all cases of a kind (转办回退件, 回访重办件): what it should be,
 * what it would be had the cases been shared out among other units.
 */
export function pooledScore(
  column: "transfers" | "revisits",
  name: string,
  inputs: ScoreColumn["inputs"],
): ScoreColumn {
  return {
    column,
    name,
    inputs,
    due: (scores, row) => scores[column](row),
    others: [
      { said: "与在本类单位内分摊的结果相符，请核实口径", due: (scores, row) => scores[column](row, "class") },
      { said: "与在全部单位内分摊的结果相符，请核实口径", due: (scores, row) => scores[column](row, "all") },
    ],
  };
}
