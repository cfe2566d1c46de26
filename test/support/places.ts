import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseRange } from "../../src/core/model/cell";
import type { CellValue, SheetGrid, WorkbookGrid } from "../../src/core/model/grid";

const FOLDER = join(import.meta.dirname, "../cases/places");

/** A set of tables as another place publishes it. `source` says where it is from and which figures were filled in. */
export interface PlaceFile {
  readonly case: string;
  readonly source: string;
  readonly sheets: readonly {
    readonly name: string;
    readonly rows: readonly (readonly CellValue[])[];
    readonly merges?: readonly string[];
  }[];
}

/** A mistake of the published set itself. */
interface Observed {
  readonly sheet: string;
  readonly cells: readonly string[];
}

/** Names of the sets in test/cases/places. */
export const PLACES: readonly string[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".json") && !file.endsWith(".observed.json"))
  .map((file) => file.slice(0, -".json".length))
  .sort();

const load = (file: string): unknown => JSON.parse(readFileSync(join(FOLDER, file), "utf8"));

export function loadPlace(name: string): PlaceFile {
  return load(`${name}.json`) as PlaceFile;
}

export function observedAt(name: string): readonly Observed[] {
  return load(`${name}.observed.json`) as readonly Observed[];
}

/** The set as a workbook; `changed` replaces one cell (zero-based sheet, row and column). */
export function placeGrid(
  file: PlaceFile,
  changed?: { readonly sheet: number; readonly row: number; readonly column: number; readonly value: number },
): WorkbookGrid {
  const sheets = file.sheets.map(({ name, rows, merges = [] }, index): SheetGrid => {
    const values = rows.map((row, at) =>
      row.map((value, column): CellValue => {
        if (changed?.sheet === index && changed.row === at && changed.column === column) return changed.value;
        return value === "" ? null : value;
      }),
    );
    return { name, top: 0, left: 0, values, merges: merges.filter((m) => m.includes(":")).map(parseRange) };
  });
  return { sheets };
}
