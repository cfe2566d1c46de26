import type { DocumentBlock, PublishedDocument, WordTroubleKind } from "../../core/document/model";
import { walkXml, type XmlEvent } from "../xlsx/xml";
import { attribute } from "../xlsx/xml-attributes";
import { decodeText } from "../xlsx/xml-text";
import { openDocx } from "./docx-package";
import { Numbering, type NumberReference } from "./numbering";
import { WordTable } from "./word-table";

/** Text that stands beside the running text, or that was struck out by a tracked change. */
const LEFT_OUT = new Set([
  "del",
  "moveFrom",
  "instrText",
  "fldSimpleInstr",
  "Fallback",
  "pict",
  "delText",
  "pPrChange",
]);

/** Tracked changes of text. */
const REVISIONS = new Set(["del", "ins", "moveFrom", "moveTo"]);
const FIGURE = /\d/;

/** Where a paragraph's content stands in the XML of the main part: behind its properties, and in front of its end tag. */
export interface ParagraphSpan {
  readonly start: number;
  readonly end: number;
}

/** A Word document as read, with the place of each of its paragraphs in the main part. */
export interface WordReading {
  readonly document: PublishedDocument;
  /** By block: of a paragraph its own, of a table the first paragraph of each cell. */
  readonly spans: readonly (ParagraphSpan | readonly (readonly (ParagraphSpan | undefined)[])[])[];
}

/**
 * Reads a Word document as paragraphs and tables in order. Deleted text of tracked changes is left out, inserted text is
 * read; numbers that Word writes by itself (第一部分, 一、) stand before their paragraph; a text box is an aside; a table in a cell is text of that cell. Pages are those Word counted when it was saved
 * last, and absent where it did not.
 * @throws HostError `notAWorkbook` with the format found, `password`, `damaged`, `tooLarge`.
 */
export function readDocx(bytes: Uint8Array): WordReading {
  const { parts, main } = openDocx(bytes);
  const part = (type: string): string | undefined => {
    const target = parts.relationships(main).find((one) => one.type.endsWith(type))?.target;
    return target !== undefined && parts.has(target) ? parts.text(target) : undefined;
  };
  const builder = new DocumentBuilder(parts.text(main), new Numbering(part("/numbering"), part("/styles")));
  return builder.read();
}

interface OpenParagraph {
  text: string;
  readonly page: number;
  start: number;
  /** What it says of its number, while its properties are read. */
  number: NumberReference;
}

class DocumentBuilder {
  readonly #blocks: DocumentBlock[] = [];
  readonly #spans: WordReading["spans"][number][] = [];
  /** Paragraphs that are open: a text box has paragraphs inside a paragraph. */
  readonly #open: OpenParagraph[] = [];
  readonly #tables: WordTable[] = [];
  readonly #knowsPages: boolean;
  #page = 1;
  #skippedFrom: number | undefined;
  #inText = false;
  readonly #troubles = new Set<WordTroubleKind>();

  constructor(
    private readonly xml: string,
    private readonly numbering: Numbering,
  ) {
    this.#knowsPages = xml.includes("lastRenderedPageBreak");
  }

  read(): WordReading {
    walkXml(this.xml, (event) => {
      this.#take(event);
    });
    const troubles = [...this.#troubles].map((kind) => ({ kind, pages: [] }));
    const document = { blocks: this.#blocks, ...(troubles.length > 0 ? { troubles } : {}) };
    return { document, spans: this.#spans };
  }

  #take(event: XmlEvent): void {
    if (this.#skippedFrom !== undefined) {
      if (event.kind === "close" && event.depth === this.#skippedFrom) this.#skippedFrom = undefined;
    } else if (event.kind === "open" && REVISIONS.has(event.name)) {
      this.#troubles.add("revisions");
      if (LEFT_OUT.has(event.name) && !event.empty) this.#skippedFrom = event.depth;
    } else if (event.kind === "text") {
      if (this.#inText) this.#add(decodeText(this.xml.slice(event.start, event.end)));
    } else if (event.kind === "close") this.#close(event);
    else if (LEFT_OUT.has(event.name)) {
      if (!event.empty) this.#skippedFrom = event.depth;
    } else this.#opened(event);
  }

  #add(text: string): void {
    const open = this.#open.at(-1);
    if (open) open.text += text;
  }

  #close({ name, start, end }: XmlEvent): void {
    const table = this.#tables.at(-1);
    if (name === "t") this.#inText = false;
    else if (name === "pPr" && this.#open.length > 0) this.#behindProperties(end);
    else if (name === "p") this.#endParagraph(this.#open.pop(), start);
    else if (name === "tbl") this.#endTable(this.#tables.pop());
    else if (name === "tr") table?.endRow();
    else if (name === "tc") table?.endCell();
  }

  #behindProperties(end: number): void {
    const open = this.#open.at(-1);
    if (open && open.text === "") open.start = end;
  }

  #opened(event: XmlEvent): void {
    const tag = (): string => this.xml.slice(event.start, event.end);
    const table = this.#tables.at(-1);
    switch (event.name) {
      case "p":
        if (event.empty)
          this.#endParagraph({ text: "", page: this.#page, start: event.end, number: {} }, event.end, true);
        else this.#open.push({ text: "", page: this.#page, start: event.end, number: {} });
        return;
      case "pStyle":
        this.#numbered({ style: attribute(tag(), "w:val") ?? "" });
        return;
      case "numId":
        this.#numbered({ list: attribute(tag(), "w:val") ?? "" });
        return;
      case "ilvl":
        this.#numbered({ level: Number(attribute(tag(), "w:val") ?? "0") });
        return;
      case "t":
        this.#inText = !event.empty;
        return;
      case "tab":
        // Inside w:tabs it is a tab stop, which belongs to no text.
        if (attribute(tag(), "w:val") === undefined) this.#add(" ");
        return;
      case "br":
      case "cr":
        if (attribute(tag(), "w:type") !== "page") this.#add("\n");
        return;
      case "noBreakHyphen":
        this.#add("-");
        return;
      case "lastRenderedPageBreak":
        this.#page += 1;
        return;
      case "tbl":
        this.#tables.push(new WordTable(this.#page));
        return;
      case "gridSpan":
        table?.spanCell(Number(attribute(tag(), "w:val") ?? "1"));
        return;
      case "gridBefore":
        table?.skip(Number(attribute(tag(), "w:val") ?? "0"));
        return;
      case "vMerge":
        table?.mergeDown(attribute(tag(), "w:val") === "restart");
        return;
    }
  }

  #numbered(part: NumberReference): void {
    const open = this.#open.at(-1);
    if (open && open.text === "") open.number = { ...open.number, ...part };
  }

  #endParagraph(open: OpenParagraph | undefined, end: number, empty = false): void {
    if (!open) return;
    const span = empty ? undefined : { start: open.start, end };
    const table = this.#tables.at(-1);
    const label = this.numbering.labelOf(open.number);
    if (table) table.addText(label + open.text, span);
    else {
      const aside = this.#open.length > 0 ? { aside: true as const } : {};
      if (this.#open.length > 0 && FIGURE.test(open.text)) this.#troubles.add("textBoxes");
      const text = open.text.trim() === "" ? open.text : label + open.text;
      this.#blocks.push({ kind: "paragraph", text, ...this.#pageOf(open.page), ...aside });
      this.#spans.push(span ?? { start: end, end });
    }
  }

  #endTable(table: WordTable | undefined): void {
    if (!table) return;
    const outer = this.#tables.at(-1);
    if (outer) {
      outer.addText(table.text, undefined);
      if (FIGURE.test(table.text)) this.#troubles.add("nestedTables");
    } else {
      this.#blocks.push({ ...table.block(), ...this.#pageOf(table.page) });
      this.#spans.push(table.spans);
    }
  }

  #pageOf(page: number): { page?: number } {
    return this.#knowsPages ? { page } : {};
  }
}
