import type { PrintedTable } from "../../core/publication/model";
import type { PageKind } from "./word-xml";

/** Height of the text on a page in points: 225 mm upright, 156 mm lying. */
const HEIGHT: Readonly<Record<PageKind, number>> = { upright: 637, lying: 442 };
/** Characters of 三号 on a line, and the height of a line. */
const CHARACTERS = 28;
const LINE = 29;
const HEADING1 = 52;
const CHART = 262;
const TABLE = { title: 26, headLine: 15, line: 11.6, note: 14 } as const;

/**
 * Counts the pages a document comes to, as Word is likely to break it: the numbers the contents page has until Word
 * updates its fields.
 */
export class PageCount {
  #page = 1;
  #used = 0;
  #kind: PageKind = "upright";

  /** The page that is being filled. */
  get page(): number {
    return this.#page;
  }

  turn(kind: PageKind): void {
    this.#page += 1;
    this.#used = 0;
    this.#kind = kind;
  }

  heading1(): void {
    this.#take(HEADING1);
  }

  text(characters: number): void {
    const lines = Math.max(1, Math.ceil((characters + 2) / CHARACTERS));
    for (let line = 0; line < lines; line++) this.#take(LINE);
  }

  chart(): void {
    this.#take(CHART);
  }

  table({ title, headLines, rows, notes }: PrintedTable): void {
    this.#take((title === "" ? 0 : TABLE.title) + headLines.length * TABLE.headLine);
    for (const row of rows) {
      const lines = Math.max(1, ...row.map((text) => Math.ceil(text.length / Math.max(6, 80 / row.length))));
      this.#take(Math.min(lines, 6) * TABLE.line);
    }
    for (const note of notes) this.#take(Math.ceil(note.length / 60) * TABLE.note);
  }

  #take(height: number): void {
    if (this.#used > 0 && this.#used + height > HEIGHT[this.#kind]) {
      this.#page += 1;
      this.#used = 0;
    }
    this.#used += height;
  }
}
