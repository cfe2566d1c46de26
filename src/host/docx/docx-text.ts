import { readDocx } from "./read-docx";

/**
 * The paragraphs of a Word document's body in order, without its tables: the running text.
 * @throws HostError `notAWorkbook` with the format found, `password`, `damaged`, `tooLarge`.
 */
export function readDocxText(bytes: Uint8Array): readonly string[] {
  return readDocx(bytes).document.blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
}
