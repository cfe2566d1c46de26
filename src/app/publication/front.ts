import type { Publication } from "../../core/publication/model";
import type { Entry } from "./publication-body";
import { field, paragraph, run } from "./word-xml";

/** The cover: what it is, and whose. */
export function coverXml({ unitName, year, parts }: Publication): string {
  return [
    paragraph("Title", run(`${year === undefined ? "" : `${year}年度`}${bodyOf(parts)}决算`)),
    paragraph("Subtitle", unitName === undefined ? run("〔待填：单位名称〕", true) : run(unitName)),
  ].join("");
}

/** 部门 or 单位, as the parts' titles say. */
export function bodyOf(parts: Publication["parts"]): "部门" | "单位" {
  return /单位/.test(parts[1]?.title ?? "") ? "单位" : "部门";
}

/** The contents page: a field, filled in; `ending` are properties of the paragraph it ends with. */
export function contentsXml(entries: readonly Entry[], titleProperties = "", ending = ""): string {
  const begin = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`;
  const lines = entries.map(({ level, text, mark, page }, index) => {
    const entry = `<w:hyperlink w:anchor="${mark}" w:history="1">${run(text)}<w:r><w:tab/></w:r>${field(`PAGEREF ${mark} \\h`, run(String(page)))}</w:hyperlink>`;
    return paragraph(`TOC${level}`, (index === 0 ? begin : "") + entry);
  });
  const end = `<w:p><w:pPr><w:pStyle w:val="TableNote"/>${ending}</w:pPr><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
  return paragraph("ContentsTitle", run("目　录"), titleProperties) + lines.join("") + end;
}
