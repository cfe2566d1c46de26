import type { DocumentTable } from "../../core/document/model";
import type { CellRange } from "../../core/model/cell";
import type { ParagraphSpan } from "./read-docx";

interface Cell {
  readonly column: number;
  readonly texts: string[];
  width: number;
  /** Joined to the cell above (`false`: the first of such cells). */
  joined: boolean | undefined;
  span: ParagraphSpan | undefined;
}

/** A table of a Word document while it is read: cells are put in the column that the widths before them give. */
export class WordTable {
  readonly #rows: Cell[][] = [];
  #row: Cell[] = [];
  #cell: Cell | undefined;
  #column = 0;

  constructor(readonly page: number) {}

  /** Texts of all cells, for a table inside a cell. */
  get text(): string {
    return this.#rows
      .flat()
      .flatMap(({ texts }) => texts)
      .join("\n");
  }

  /** First paragraph of each cell, by row and column. */
  get spans(): readonly (readonly (ParagraphSpan | undefined)[])[] {
    return this.#rows.map((row) => {
      const spans: (ParagraphSpan | undefined)[] = [];
      for (const { column, span } of row) spans[column] = span;
      return Array.from(spans);
    });
  }

  addText(text: string, span: ParagraphSpan | undefined): void {
    const cell = this.#current();
    cell.texts.push(text);
    cell.span ??= span;
  }

  spanCell(width: number): void {
    this.#current().width = Number.isInteger(width) && width > 0 ? width : 1;
  }

  /** w:vMerge: with `first` the cell is the topmost of those merged into one. */
  mergeDown(first: boolean): void {
    this.#current().joined = !first;
  }

  skip(columns: number): void {
    if (Number.isInteger(columns) && columns > 0) this.#column += columns;
  }

  endCell(): void {
    const cell = this.#current();
    this.#row.push(cell);
    this.#column = cell.column + cell.width;
    this.#cell = undefined;
  }

  endRow(): void {
    this.#rows.push(this.#row);
    this.#row = [];
    this.#cell = undefined;
    this.#column = 0;
  }

  block(): DocumentTable {
    const rows = this.#rows.map((row) => {
      const texts: (string | null)[] = [];
      for (const cell of row) {
        while (texts.length < cell.column) texts.push(null);
        texts.push(cell.joined === true ? null : cell.texts.join("\n").trim());
        for (let extra = 1; extra < cell.width; extra++) texts.push(null);
      }
      return texts;
    });
    const merges = this.#merges();
    return { kind: "table", rows, ...(merges.length > 0 ? { merges } : {}) };
  }

  #merges(): readonly CellRange[] {
    return this.#rows.flatMap((row, top) =>
      row.flatMap(({ column, width, joined }) => {
        if (joined === true) return [];
        let bottom = top;
        if (joined === false) {
          while (this.#rows[bottom + 1]?.some((below) => below.column === column && below.joined === true)) bottom += 1;
        }
        return width > 1 || bottom > top ? [{ top, left: column, bottom, right: column + width - 1 }] : [];
      }),
    );
  }

  #current(): Cell {
    this.#cell ??= { column: this.#column, texts: [], width: 1, joined: undefined, span: undefined };
    return this.#cell;
  }
}
