import type { CellAddress, CellRange } from "../model/cell";
import type { SheetGrid } from "../model/grid";
import type { PagePlace, PublishedDocument } from "./model";
import type { SplitDocument } from "./sheets";

/** What a cell of a document is called by someone who has it printed before them. */
export interface CellName {
  /** Absent where the format knows no pages. */
  readonly page?: number;
  /** Label of its row as printed, ordinals included; "" where it has none. */
  readonly row: string;
  /** Heads of its column from the outermost inwards, joined by "·"; "" where it has none. */
  readonly column: string;
}

/** Heads above one another that are said at most: the last say most. */
const HEADS = 2;

/** What a line of a form states, which names nothing: ≥95%, 3500人次, 5万元, 是, -; a number alone too. */
const VALUE =
  /^(?:[≥≤≧≦＜＞<>=＝]?\d[\d.,]*(?:[%％]|[万亿]?元|人次|[人个件辆天次年月台套项批期处户条篇场间分])?(?:\/[\u4e00-\u9fff]+)?|是|否|优秀?|良好?|中|差|[-—]+)$/;
/** A longer text tells something (the goals of a form) and heads no column. */
const LONGEST_HEAD = 30;

/** Names the cells of a document's sheets by page, row and column, and tells where they are printed. */
export class DocumentCells {
  private readonly sheets: ReadonlyMap<string, SheetGrid>;

  constructor(
    private readonly document: PublishedDocument,
    private readonly split: SplitDocument,
  ) {
    this.sheets = new Map(split.grid.sheets.map((sheet) => [sheet.name, sheet]));
  }

  /** Where the cell is printed; undefined for a cell that is not, or in a format without pages. */
  placeOf({ sheet, row, column }: CellAddress): PagePlace | undefined {
    const at = this.split.places.get(sheet)?.[row];
    const block = at && this.document.blocks[at.block];
    if (!block) return undefined;
    if (block.kind === "paragraph") return block.places?.[0];
    return block.places?.[at.row ?? 0]?.[column] ?? undefined;
  }

  /** Where the cell is printed, or its row where the cell itself is blank and its place not known. */
  rowPlaceOf(cell: CellAddress): PagePlace | undefined {
    const own = this.placeOf(cell);
    if (own) return own;
    const at = this.split.places.get(cell.sheet)?.[cell.row];
    const block = at && this.document.blocks[at.block];
    if (block?.kind !== "table") return undefined;
    const [first, ...rest] = (block.places?.[at?.row ?? 0] ?? []).filter((place) => place !== null);
    return rest.reduce(
      (row, place) =>
        row && place.page === row.page
          ? {
              page: row.page,
              left: Math.min(row.left, place.left),
              top: Math.min(row.top, place.top),
              right: Math.max(row.right, place.right),
              bottom: Math.max(row.bottom, place.bottom),
            }
          : row,
      first,
    );
  }

  nameOf(cell: CellAddress): CellName {
    const grid = this.sheets.get(cell.sheet);
    const page = this.placeOf(cell)?.page ?? this.pageOfRow(cell);
    const named = grid ? { row: rowLabel(grid, cell), column: columnHead(grid, cell) } : { row: "", column: "" };
    return { ...(page === undefined ? {} : { page }), ...named };
  }

  /** The page a cell's row stands on, where the cell itself is blank and its place not known. */
  private pageOfRow({ sheet, row }: CellAddress): number | undefined {
    const at = this.split.places.get(sheet)?.[row];
    const block = at && this.document.blocks[at.block];
    if (!block || block.kind === "paragraph") return at?.page;
    return block.places?.[at.row ?? 0]?.find((place) => place !== null)?.page ?? at.page;
  }
}

/** The nearest text left of a cell: in a table of two halves that of its own half; the cell's own text where it is text. */
function rowLabel({ values }: SheetGrid, { row, column }: CellAddress): string {
  for (let at = column; at >= 0; at--) {
    const text = textOf(values[row]?.[at]);
    if (text !== "" && !VALUE.test(text)) return text;
  }
  return "";
}

function columnHead({ values, merges = [] }: SheetGrid, { row, column }: CellAddress): string {
  const heads: string[] = [];
  for (let above = row - 1; above >= 0 && heads.length < HEADS; above--) {
    const text = textOf(at(values, coveredBy(merges, above, column)));
    if (text === "" || VALUE.test(text) || text.length > LONGEST_HEAD || heads.includes(text)) {
      if (typeof values[above]?.[column] === "number" && heads.length > 0) break;
      continue;
    }
    // Lines of a head over the whole table name no column.
    if (values[above]?.filter((value) => value !== null && value !== "").length === 1 && heads.length > 0) break;
    heads.unshift(text);
  }
  return heads.join("·");
}

function at(values: SheetGrid["values"], [row, column]: readonly [number, number]): unknown {
  return values[row]?.[column] ?? null;
}

function coveredBy(merges: readonly CellRange[], row: number, column: number): readonly [number, number] {
  const merge = merges.find(
    ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );
  return merge ? [merge.top, merge.left] : [row, column];
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value.replace(/\s+/g, "") : "";
}
