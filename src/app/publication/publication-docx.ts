import type { PrintedBlock, PrintedTable, Publication, PublicationPart } from "../../core/publication/model";
import { isToDo, paragraphText, spanText } from "../../core/narrative/rendering/span-text";
import type { Span } from "../../core/narrative/model";
import { PageCount } from "./page-count";
import { chartDrawing, wordChart } from "./word-chart";
import { wordPackage, type WordChart } from "./word-package";
import { tableXml } from "./word-table";
import { bookmark, field, paragraph, run, sectionProperties, type PageKind } from "./word-xml";

/** An entry of the contents page. */
interface Entry {
  readonly level: 1 | 2;
  readonly text: string;
  readonly mark: string;
  /** Page it is likely to come to: what the contents page says until Word updates its fields. */
  readonly page: number;
}

/**
 * The whole document as .docx by the rules of GB/T 9704: cover, contents (a field, filled), five parts, page numbers,
 * wide tables on lying pages with repeated heads, 图1–图6 as native charts, blanks highlighted. With `only` one part
 * alone, without cover and contents.
 */
export function publicationAsDocx(publication: Publication, only?: PublicationPart["id"]): Uint8Array {
  const writer = new DocumentWriter();
  const parts = publication.parts.filter(({ id }) => only === undefined || id === only);
  for (const part of parts) writer.part(part);
  const front = only === undefined ? frontXml(publication, writer.entries) : "";
  const body = `${front}${writer.xml}${sectionProperties(writer.page, { numbered: true })}`;
  return wordPackage(body, { charts: writer.charts, hasContents: true });
}

class DocumentWriter {
  xml = "";
  page: PageKind = "upright";
  readonly entries: Entry[] = [];
  readonly charts: WordChart[] = [];
  readonly #pages = new PageCount();
  #restarted = false;
  #isFirst = true;

  part({ title, blocks }: PublicationPart): void {
    // A part begins on a new page; the first follows the contents, whose section has ended already.
    if (!this.#isFirst) this.#turn("upright", true);
    this.#isFirst = false;
    this.xml += paragraph("Heading1", this.#marked(1, title));
    this.#pages.heading1();
    let hasTable = false;
    for (const block of blocks) {
      if (block.kind === "table" && block.title !== "") {
        if (hasTable || block.landscape) this.#turn(pageOf(block), true);
        hasTable = true;
      } else this.#turn(block.kind === "table" ? pageOf(block) : "upright", false);
      this.#block(block);
    }
  }

  #block(block: PrintedBlock): void {
    switch (block.kind) {
      case "table":
        this.xml += tableXml(block, (title) => this.#marked(2, title));
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
    this.entries.push({ level, text, mark, page: this.#pages.page });
    return bookmark(this.entries.length, mark, run(text));
  }

  /** Ends the section where the page turns, or where something begins on a new page. */
  #turn(kind: PageKind, always: boolean): void {
    if (kind === this.page && !always) return;
    const restart = this.#restarted ? {} : { restart: true };
    this.#restarted = true;
    this.xml += `<w:p><w:pPr><w:pStyle w:val="TableNote"/>${sectionProperties(this.page, { numbered: true, ...restart })}</w:pPr></w:p>`;
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

/** Cover and contents, a section without page numbers. */
function frontXml({ unitName, year, parts }: Publication, entries: readonly Entry[]): string {
  const body = /单位/.test(parts[1]?.title ?? "") ? "单位" : "部门";
  const cover = [
    paragraph("Title", run(`${year === undefined ? "" : `${year}年度`}${body}决算`)),
    paragraph("Subtitle", unitName === undefined ? run("〔待填：单位名称〕", true) : run(unitName)),
    paragraph("ContentsTitle", run("目　录"), "<w:pageBreakBefore/>"),
  ].join("");
  const lines = entries.map(({ level, text, mark, page }) => {
    const entry = `<w:hyperlink w:anchor="${mark}" w:history="1">${run(text)}<w:r><w:tab/></w:r>${field(`PAGEREF ${mark} \\h`, run(String(page)))}</w:hyperlink>`;
    return { style: `TOC${level}`, entry };
  });
  const begin = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`;
  const contents = lines
    .map(({ style, entry }, index) => paragraph(style, (index === 0 ? begin : "") + entry))
    .join("");
  const end = `<w:p><w:pPr><w:pStyle w:val="TableNote"/>${sectionProperties("upright", { numbered: false })}</w:pPr><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
  return cover + contents + end;
}
