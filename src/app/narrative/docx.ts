import { MimeType, TemplateHandler, type ImageContent, type TemplateData } from "easy-template-x";
import { drawChart } from "../../core/narrative/charts/draw-chart";
import { drawingAsEmf } from "../../core/narrative/charts/emf";
import type { ChartData, NarrativeDraft, Paragraph } from "../../core/narrative/model";
import { isToDo, paragraphText, spanText } from "../../core/narrative/rendering/span-text";
import { namePicturesByContent } from "./metafile-parts";

/** A Word template that can not be filled: a tag left open, closed twice, or no Word file at all. */
export class WordTemplateError extends Error {
  override readonly name = "WordTemplateError";
}

/**
 * The draft as .docx through a Word template: title, titles of the standard tables, sections with sub-headings, blanks
 * highlighted, 图1–图6 as vector pictures. Tags of the template: 标题, 单位, 公开表{序号, 名称}, 节{节标题, 段{小标题,
 * 三级标题, 正文{片{文字, 待填}}, 有图{图片}, 图题}}.
 * @throws WordTemplateError with a Chinese message that names the tag.
 */
export function draftAsDocx(draft: NarrativeDraft, wordTemplate: Uint8Array): Promise<Uint8Array> {
  return filledTemplate(draft, wordTemplate, {});
}

/**
 * The same with texts for further tags of the template.
 * @throws WordTemplateError
 */
export async function filledTemplate(
  draft: NarrativeDraft,
  wordTemplate: Uint8Array,
  more: Readonly<Record<string, string>>,
): Promise<Uint8Array> {
  try {
    const filled = await new TemplateHandler().process(bufferOf(wordTemplate), { ...dataOf(draft), ...more });
    return namePicturesByContent(new Uint8Array(filled));
  } catch (error) {
    throw new WordTemplateError(wordProblem(error), { cause: error });
  }
}

/**
 * Names of the tags in the text of a template.
 * @throws WordTemplateError
 */
export async function tagsOf(wordTemplate: Uint8Array): Promise<ReadonlySet<string>> {
  try {
    const tags = await new TemplateHandler().parseTags(bufferOf(wordTemplate));
    return new Set(tags.map(({ name }) => name));
  } catch (error) {
    throw new WordTemplateError(wordProblem(error), { cause: error });
  }
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
}

/** Chinese message for what easy-template-x says about a template; the tag is quoted from its English message. */
function wordProblem(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const tag = /\{[^{}]*\}?/.exec(message)?.[0];
  return tag === undefined ? "Word 模板无法使用，请检查文件" : `Word 模板的标签 ${tag} 没有配对或位置不对`;
}

const CHINESE_DIGITS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

function dataOf(draft: NarrativeDraft): TemplateData {
  return {
    标题: draft.title,
    单位: draft.unitName ?? "",
    公开表: draft.tableTitles.map((title, index) => ({
      序号: CHINESE_DIGITS[index] ?? String(index + 1),
      名称: title,
    })),
    节: draft.sections.map((section) => ({
      节标题: section.title,
      段: section.paragraphs.map(paragraphData),
    })),
  };
}

/** Characters that no XML document may hold, as they come in with pasted text. */
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Lists of one or of no entry stand for conditions, so that a paragraph without entry disappears. */
function paragraphData(paragraph: Paragraph): TemplateData {
  const text = [{ 文字: paragraphText(paragraph).replace(NOT_IN_XML, "") }];
  const picture = paragraph.chart && pictureOf(paragraph.chart);
  return {
    小标题: paragraph.style === "heading2" ? text : [],
    三级标题: paragraph.style === "heading3" ? text : [],
    正文: paragraph.style === "body" ? [{ 片: paragraph.spans.map(spanData) }] : [],
    有图: picture ? [{ 图片: picture }] : [],
    图题: paragraph.style === "chart" ? text : [],
  };
}

function spanData(span: Paragraph["spans"][number]): TemplateData {
  const text = spanText(span).replace(NOT_IN_XML, "");
  return isToDo(span) ? { 文字: "", 待填: text } : { 文字: text, 待填: "" };
}

/** Pixels of 1/96 inch, which easy-template-x counts in, per 1/100 mm. */
const PIXELS = 96 / 2540;

function pictureOf(chart: ChartData): ImageContent | undefined {
  const drawing = drawChart(chart);
  return (
    drawing && {
      _type: "image",
      // The library knows no metafiles; the part gets its true name and type afterwards.
      format: MimeType.Png,
      source: bufferOf(drawingAsEmf(drawing)),
      width: Math.round(drawing.width * PIXELS),
      height: Math.round(drawing.height * PIXELS),
      altText: chart.title,
    }
  );
}
