import type { GridView, LabelledCell } from "./grid-view";

/**
 * The views of the forms, or lists, that stand side by side on a sheet, left to right; the sheet's own view alone where
 * none do. A header tells: its labels stand there once more, from the first one on, and either half is a header.
 */
export function findPanels(view: GridView, isHeader: (cells: readonly LabelledCell[]) => boolean): readonly GridView[] {
  for (let row = 0; row < view.height; row++) {
    const split = splitOf(view.row(row), isHeader);
    if (split === undefined) continue;
    return [view.panel(view.first, split), ...findPanels(view.panel(split, view.width), isHeader)];
  }
  return [view];
}

/** The column where a second header begins beside the first; undefined where the row holds one header or none. */
function splitOf(
  cells: readonly LabelledCell[],
  isHeader: (cells: readonly LabelledCell[]) => boolean,
): number | undefined {
  const [first] = cells;
  for (let at = 2; at + 2 <= cells.length; at++) {
    const cell = cells[at];
    if (cell === undefined || cell.label !== first?.label) continue;
    if (isHeader(cells.slice(0, at)) && isHeader(cells.slice(at))) return cell.column;
  }
  return undefined;
}
