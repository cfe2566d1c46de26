import { parseA1 } from "../core/model/cell";
import { OpcPackage, relationshipKind } from "../host/xlsx/opc-package";
import { walkXml } from "../host/xlsx/xml";
import { attribute, prefixedAttribute } from "../host/xlsx/xml-attributes";
import { readCellLooks, type CellLook } from "./cell-looks";

/** How a worksheet looks, besides what its cells hold. */
export interface SheetLook {
  /** Look of a cell that the file mentions, by row and column (zero-based). */
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, CellLook>>;
  /** Pixels by zero-based column or row. */
  readonly widths: ReadonlyMap<number, number>;
  readonly heights: ReadonlyMap<number, number>;
  readonly showGridLines: boolean;
}

const NO_STYLES = '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>';
/** Columns formatted beyond this are formatted to the sheet's end, and not worth a look. */
const LAST_COLUMN = 200;

/**
 * The looks of an .xlsx file's worksheets: answers how the sheet of a name looks, undefined where there is none. For
 * showing only: nothing is decided by a look.
 * @throws HostError as reading the package does
 */
export function openSheetLooks(bytes: Uint8Array): (name: string) => SheetLook | undefined {
  const file = new OpcPackage(bytes);
  const main = file.relationships("").find((relationship) => relationshipKind(relationship) === "officeDocument");
  if (!main) return () => undefined;
  const parts = file.relationships(main.target);
  const targets = new Map(parts.map((relationship) => [relationship.id, relationship]));
  const textOf = (kind: string) => {
    const part = parts.find((relationship) => relationshipKind(relationship) === kind);
    return part && file.has(part.target) ? file.text(part.target) : undefined;
  };
  const looks = readCellLooks(textOf("styles") ?? NO_STYLES, textOf("theme"));
  const sheets = new Map<string, string>();
  const workbook = file.text(main.target);
  walkXml(workbook, (event) => {
    if (event.kind !== "open" || event.name !== "sheet") return;
    const tag = workbook.slice(event.start, event.end);
    const part = targets.get(prefixedAttribute(tag, "id") ?? "");
    const name = attribute(tag, "name");
    if (part && name !== undefined && relationshipKind(part) === "worksheet" && file.has(part.target)) {
      sheets.set(name, part.target);
    }
  });
  return (name) => {
    const part = sheets.get(name);
    return part === undefined ? undefined : readSheetLook(file.text(part), looks);
  };
}

function readSheetLook(xml: string, looks: readonly CellLook[]): SheetLook {
  const cells = new Map<number, Map<number, CellLook>>();
  const widths = new Map<number, number>();
  const heights = new Map<number, number>();
  let showGridLines = true;
  let row = -1;
  let column = -1;
  walkXml(xml, (event) => {
    if (event.kind !== "open") return;
    const tag = () => xml.slice(event.start, event.end);
    switch (event.name) {
      case "sheetView":
        showGridLines = attribute(tag(), "showGridLines") !== "0";
        break;
      case "col":
        readWidth(tag(), widths);
        break;
      case "row": {
        row = Number(attribute(tag(), "r") ?? row + 2) - 1;
        column = -1;
        const points = attribute(tag(), "hidden") === "1" ? "0" : attribute(tag(), "ht");
        if (points !== undefined) heights.set(row, Math.round((Number(points) * 96) / 72));
        break;
      }
      case "c": {
        const reference = attribute(tag(), "r");
        column = reference === undefined ? column + 1 : parseA1(reference).column;
        const look = looks[Number(attribute(tag(), "s") ?? 0)];
        if (!look) break;
        const cellsOfRow = cells.get(row) ?? new Map<number, CellLook>();
        cells.set(row, cellsOfRow.set(column, look));
        break;
      }
    }
  });
  return { cells, widths, heights, showGridLines };
}

/** Widths are in characters of 7 pixels, padding included (ECMA-376 part 1, 18.3.1.13). */
function readWidth(tag: string, widths: Map<number, number>): void {
  const width = attribute(tag, "hidden") === "1" ? 0 : Number(attribute(tag, "width") ?? 8.43);
  const from = Number(attribute(tag, "min")) - 1;
  const to = Math.min(Number(attribute(tag, "max")) - 1, LAST_COLUMN);
  for (let column = from; column <= to; column++) widths.set(column, Math.trunc(width * 7));
}
