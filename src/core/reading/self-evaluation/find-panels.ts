import type { GridView } from "./grid-view";
import { indicatorHeader } from "./labels";

/**
 * The views of the forms that stand side by side on a sheet, left to right; the sheet's own view alone where none do. The
 * header of the indicator table tells: its labels stand there once more, from the first one on.
 */
export function findPanels(view: GridView): readonly GridView[] {
  for (let row = 0; row < view.height; row++) {
    const split = splitOf(view, row);
    if (split === undefined) continue;
    return [view.panel(0, split), ...findPanels(view.panel(split, view.width))];
  }
  return [view];
}

/** The column where a second header begins beside the first; undefined where the row holds one header or none. */
function splitOf(view: GridView, row: number): number | undefined {
  const cells = view.row(row);
  const [first] = cells;
  for (let at = 4; at + 4 <= cells.length; at++) {
    const cell = cells[at];
    if (cell === undefined || cell.label !== first?.label) continue;
    if (indicatorHeader(cells.slice(0, at)) && indicatorHeader(cells.slice(at))) return cell.column;
  }
  return undefined;
}
