import type { PartId, PrintedBlock, PrintedTable, PublicationPart } from "../../core/publication/model";
import { isToDo, paragraphText, spanText } from "../../core/narrative/rendering/span-text";
import type { Span } from "../../core/narrative/model";
import { PageCount } from "./page-count";
import { chartDrawing, wordChart } from "./word-chart";
import type { WordChart } from "./word-package";
import { tableXml } from "./word-table";
import { bookmark, paragraph, run, type PageKind, type WordLook } from "./word-xml";

/** An entry of the contents page. */
export interface Entry {
  readonly level: 1 | 2;
  readonly text: string;
  readonly mark: string;
  /** The part it stands in. */
  readonly part: PartId;
  /** Page it is likely to come to: what the contents page says until Word updates its fields. */
  readonly page: number;
}

/** Writes parts of a document one behind the other, each on a new page, and notes what the contents page lists. */
export class DocumentWriter {
  xml = "";
  page: PageKind = "upright";
  readonly entries: Entry[] = [];
  readonly charts: WordChart[] = [];
  readonly #pages = new PageCount();
  #part: PartId = "profile";
  #restarted = false;
  #isFirst = true;

  constructor(private readonly look: WordLook) {}

  /** Writes a part that begins on a new page; the first follows the contents, whose section has ended already. */
  part(part: PublicationPart): void {
    if (!this.#isFirst) this.#turn("upright", true);
    this.#isFirst = false;
    this.#write(part);
  }

  /** Writes a part where it stands or on a new page, and ends upright: what is around it is the template's. */
  partAlone(part: PublicationPart, onNewPage: boolean): void {
    this.#write(part, onNewPage ? "<w:pageBreakBefore/>" : "");
    this.close();
  }

  #write({ id, title, blocks }: PublicationPart, properties = ""): void {
    this.#part = id;
    this.xml += paragraph("Heading1", this.#marked(1, title), properties);
    this.#pages.heading1();
    let hasTable = false;
    blocks.forEach((block, index) => {
      const next = blocks[index + 1];
      const isTitled = block.kind === "table" && block.title !== "";
      if (block.kind === "heading2" && next?.kind === "table" && next.title !== "") {
        // The heading of a list of tables stands above the first of them, on its page.
        this.#turn(pageOf(next), true);
        hasTable = false;
      } else if (isTitled) {
        if (hasTable || pageOf(block) !== this.page) this.#turn(pageOf(block), true);
        hasTable = true;
      } else this.#turn(block.kind === "table" ? pageOf(block) : "upright", false);
      this.#block(block);
    });
  }

  /** Ends a lying page, so that what follows stands upright. */
  close(): void {
    this.#turn("upright", false);
  }

  #block(block: PrintedBlock): void {
    switch (block.kind) {
      case "table":
        this.xml += tableXml(block, (title) => this.#marked(2, title), this.look.width(pageOf(block)));
        this.#pages.table(block);
        return;
      case "chart": {
        const { number, title, lacking } = block.chart;
        const chart = wordChart(block.chart);
        if (chart) {
          this.charts.push({ number, ...chart });
          this.#pages.chart();
          this.xml += paragraph("Picture", chartDrawing(number, title)) + paragraph("Caption", run(title));
        } else this.xml += paragraph("BodyText", run(`〔${title}：未能绘制，${lacking ?? "没有数据"}〕`, true));
        return;
      }
      case "heading2":
        this.#count(block.spans);
        this.xml += paragraph("Heading2", this.#marked(2, paragraphText({ style: "body", spans: block.spans })));
        return;
      case "heading3":
        this.#count(block.spans);
        this.xml += paragraph("Heading3", runs(block.spans));
        return;
      case "heading4":
        this.#count(block.spans);
        this.xml += paragraph("Heading4", runs(block.spans));
        return;
      case "body":
        this.#count(block.spans);
        this.xml += paragraph("BodyText", runs(block.spans));
    }
  }

  #count(spans: readonly Span[]): void {
    this.#pages.text(spans.reduce((sum, span) => sum + spanText(span).length, 0));
  }

  /** A heading with a bookmark that the contents page points to. */
  #marked(level: Entry["level"], text: string): string {
    const mark = `_Toc${100_000 + this.entries.length}`;
    this.entries.push({ level, text, mark, part: this.#part, page: this.#pages.page });
    return bookmark(this.entries.length, mark, run(text));
  }

  /** Ends the section where the page turns, or where something begins on a new page. */
  #turn(kind: PageKind, always: boolean): void {
    if (kind === this.page && !always) return;
    const restart = this.#restarted ? {} : { restart: true };
    this.#restarted = true;
    this.xml += `<w:p><w:pPr><w:pStyle w:val="TableNote"/>${this.look.section(this.page, { numbered: true, ...restart })}</w:pPr></w:p>`;
    this.page = kind;
    this.#pages.turn(kind);
  }
}

function pageOf({ landscape }: PrintedTable): PageKind {
  return landscape ? "lying" : "upright";
}

function runs(spans: readonly Span[]): string {
  return spans.map((span) => run(spanText(span), isToDo(span))).join("");
}
