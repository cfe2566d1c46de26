import type { ReadingNote } from "../model/book";
import { a1, type CellAddress } from "../model/cell";

/** Collects the reading notes of one sheet. */
export class NoteBook {
  private readonly list: ReadingNote[] = [];

  constructor(private readonly sheet: string) {}

  /** Adds a note; where a cell is given, its address is put before the text. */
  add(code: string, text: string, cell?: CellAddress): void {
    this.list.push({
      code,
      message: cell ? `${a1(cell)}：${text}` : text,
      sheet: this.sheet,
      ...(cell ? { cell } : {}),
    });
  }

  all(): readonly ReadingNote[] {
    return this.list;
  }
}
