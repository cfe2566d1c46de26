import type { CellLook, SheetLooks } from "../../core/model/look";
import { scanSheet } from "./scan-sheet";
import type { StylesPart } from "./styles-part";
import { attribute } from "./xml-attributes";

/** Columns sized beyond this are sized to the sheet's end. */
const LAST_COLUMN = 200;
/** Width of a column that says nothing, in characters. */
const USUAL_WIDTH = 8.43;

/** Looks of a worksheet's cells, columns, rows and pages. @throws HostError `damaged` */
export function readLooks(name: string, xml: string, styles: StylesPart): SheetLooks {
  const known = new Map<string, CellLook>();
  const cells: (CellLook | null)[][] = [];
  const widths: number[] = [];
  const heights = new Map<number, number>();
  let isPortrait = true;
  scanSheet(xml, {
    cell({ row, column, style }) {
      if (style === "" || style === "0" || column > LAST_COLUMN) return;
      const look = known.get(style) ?? styles.lookOf(Number(style));
      known.set(style, look);
      while (cells.length <= row) cells.push([]);
      const line = cells[row] ?? [];
      while (line.length < column) line.push(null);
      line[column] = look;
    },
    openRow(row, start, end) {
      const points = Number(attribute(xml.slice(start, end), "ht") ?? "");
      if (points > 0) heights.set(row, points);
    },
    other({ kind, name: element, start, end }) {
      if (kind !== "open") return;
      const tag = xml.slice(start, end);
      if (element === "pageSetup") isPortrait = attribute(tag, "orientation") !== "landscape";
      if (element !== "col") return;
      const last = Math.min(Number(attribute(tag, "max")) - 1, LAST_COLUMN);
      for (let column = Number(attribute(tag, "min")) - 1; column <= last; column++) {
        while (widths.length < column) widths.push(USUAL_WIDTH);
        widths[column] = Number(attribute(tag, "width") ?? USUAL_WIDTH);
      }
    },
  });
  return { name, cells, widths, heights, isPortrait };
}
