import { attribute, walkXml } from "../xlsx/xml";
import { decodeText } from "../xlsx/xml-text";
import { openDocx } from "./docx-package";

/** Text that stands beside the running text, or that was struck out by a tracked change. */
const LEFT_OUT = new Set(["del", "moveFrom", "instrText", "fldSimpleInstr", "Fallback", "pict", "delText"]);

/**
 * The paragraphs of a Word document's body in order, tables included (a cell's paragraph is a paragraph); deleted text of
 * tracked changes is left out, inserted text is read. Blank paragraphs are "".
 * @throws HostError `notAWorkbook` with the format found, `password`, `damaged`, `tooLarge`.
 */
export function readDocxText(bytes: Uint8Array): readonly string[] {
  const { parts, main } = openDocx(bytes);
  return paragraphsOf(parts.text(main));
}

function paragraphsOf(xml: string): readonly string[] {
  const paragraphs: string[] = [];
  /** Texts of the paragraphs that are open: a text box has paragraphs inside a paragraph. */
  const open: string[] = [];
  let skippedFrom: number | undefined;
  let inText = false;
  walkXml(xml, (event) => {
    const add = (text: string): void => {
      if (open.length > 0) open[open.length - 1] = (open[open.length - 1] ?? "") + text;
    };
    if (skippedFrom !== undefined) {
      if (event.kind === "close" && event.depth === skippedFrom) skippedFrom = undefined;
      return;
    }
    if (event.kind === "text") {
      if (inText) add(decodeText(xml.slice(event.start, event.end)));
      return;
    }
    if (event.kind === "close") {
      if (event.name === "t") inText = false;
      else if (event.name === "p" && open.length > 0) paragraphs.push(open.pop() ?? "");
      return;
    }
    if (LEFT_OUT.has(event.name)) {
      if (!event.empty) skippedFrom = event.depth;
      return;
    }
    switch (event.name) {
      case "p":
        if (event.empty) paragraphs.push("");
        else open.push("");
        return;
      case "t":
        inText = !event.empty;
        return;
      case "tab":
        // Inside w:tabs it is a tab stop, which belongs to no text.
        if (attribute(xml.slice(event.start, event.end), "w:val") === undefined) add(" ");
        return;
      case "br":
      case "cr":
        add("\n");
        return;
      case "noBreakHyphen":
        add("-");
        return;
    }
  });
  return paragraphs;
}
