import type { CellValue, SheetGrid } from "../../../src/core/model/grid";

/**
 * A sheet written as text: a line a row, cells separated by "|", numbers as numbers unless quoted ('0301 stays text),
 * "\n" in a cell as a line break.
 */
export function gridOf(text: string, name = "Sheet1"): SheetGrid {
  const lines = text
    .replace(/^\n/, "")
    .replace(/\n\s*$/, "")
    .split("\n");
  return { name, top: 0, left: 0, values: lines.map((line) => line.trim().split("|").map(cellOf)) };
}

function cellOf(text: string): CellValue {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  if (trimmed.startsWith("'")) return trimmed.slice(1);
  return /^-?\d+(?:\.\d+)?$/.test(trimmed) ? Number(trimmed) : trimmed.replace(/\\n/g, "\n");
}
