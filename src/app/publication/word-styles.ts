import { XML_HEAD } from "../../host/xlsx/opc-package";

const MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** Fonts of GB/T 9704 with the names they have on Windows. */
const FONTS = {
  title: "方正小标宋简体",
  black: "黑体",
  regular: "楷体_GB2312",
  body: "仿宋_GB2312",
  table: "宋体",
} as const;

interface Style {
  readonly id: string;
  readonly name: string;
  readonly font: string;
  /** Half points: 44 is 二号, 32 三号, 28 四号, 21 五号, 18 小五. */
  readonly size: number;
  readonly paragraph: string;
  readonly bold?: true;
}

const line = (points: number): string =>
  `<w:spacing w:before="0" w:after="0" w:line="${points * 20}" w:lineRule="exact"/>`;
const INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';
const level = (number: number): string => `<w:outlineLvl w:val="${number}"/>`;

const STYLES: readonly Style[] = [
  {
    id: "Title",
    name: "Title",
    font: FONTS.title,
    size: 52,
    paragraph: `<w:spacing w:before="4200" w:after="600" w:line="900" w:lineRule="exact"/><w:jc w:val="center"/>`,
  },
  { id: "Subtitle", name: "Subtitle", font: FONTS.regular, size: 36, paragraph: `${line(40)}<w:jc w:val="center"/>` },
  {
    id: "ContentsTitle",
    name: "Contents Title",
    font: FONTS.title,
    size: 44,
    paragraph: `<w:spacing w:before="0" w:after="400" w:line="640" w:lineRule="exact"/><w:jc w:val="center"/>`,
  },
  {
    id: "TOC1",
    name: "toc 1",
    font: FONTS.black,
    size: 28,
    paragraph: `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8840"/></w:tabs>${line(26)}`,
  },
  {
    id: "TOC2",
    name: "toc 2",
    font: FONTS.body,
    size: 28,
    paragraph: `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8840"/></w:tabs>${line(26)}<w:ind w:left="420"/>`,
  },
  {
    id: "Heading1",
    name: "heading 1",
    font: FONTS.title,
    size: 44,
    paragraph: `<w:keepNext/><w:spacing w:before="0" w:after="400" w:line="640" w:lineRule="exact"/><w:jc w:val="center"/>${level(0)}`,
  },
  {
    id: "Heading2",
    name: "heading 2",
    font: FONTS.black,
    size: 32,
    paragraph: `<w:keepNext/>${line(29)}${INDENT}${level(1)}`,
  },
  {
    id: "Heading3",
    name: "heading 3",
    font: FONTS.regular,
    size: 32,
    paragraph: `<w:keepNext/>${line(29)}${INDENT}${level(2)}`,
  },
  {
    id: "Heading4",
    name: "heading 4",
    font: FONTS.body,
    size: 32,
    paragraph: `<w:keepNext/>${line(29)}${INDENT}${level(3)}`,
    bold: true,
  },
  {
    id: "BodyText",
    name: "Body Text",
    font: FONTS.body,
    size: 32,
    paragraph: `${line(29)}${INDENT}<w:jc w:val="both"/>`,
  },
  {
    id: "Picture",
    name: "Picture",
    font: FONTS.body,
    size: 32,
    paragraph: `<w:keepNext/><w:spacing w:before="120" w:after="60"/><w:jc w:val="center"/>`,
  },
  {
    id: "Caption",
    name: "caption",
    font: FONTS.black,
    size: 24,
    paragraph: `<w:spacing w:before="0" w:after="240"/><w:jc w:val="center"/>`,
  },
  {
    id: "TableTitle",
    name: "Table Title",
    font: FONTS.black,
    size: 32,
    paragraph: `<w:keepNext/><w:spacing w:before="0" w:after="60" w:line="460" w:lineRule="exact"/><w:jc w:val="center"/>${level(1)}`,
  },
  { id: "TableHead", name: "Table Head Line", font: FONTS.table, size: 21, paragraph: `<w:keepNext/>${line(15)}` },
  {
    id: "TableCell",
    name: "Table Cell",
    font: FONTS.table,
    size: 18,
    paragraph: '<w:spacing w:before="0" w:after="0" w:line="220" w:lineRule="exact"/>',
  },
  { id: "TableNote", name: "Table Note", font: FONTS.table, size: 18, paragraph: line(14) },
  { id: "Footer", name: "footer", font: FONTS.table, size: 28, paragraph: '<w:spacing w:before="0" w:after="0"/>' },
];

/** Ids of the styles with the names Word knows them by. */
export const STYLE_NAMES: readonly (readonly [id: string, name: string])[] = STYLES.map(({ id, name }) => [id, name]);

/** A style's definition under another id, in a document whose plain style has the id `basedOn` ("" for none). */
export function styleXml(id: string, as = id, basedOn = "Normal"): string {
  const style = STYLES.find((one) => one.id === id);
  if (!style) return "";
  const { name, font, size, paragraph, bold } = style;
  const fonts = `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${font}"/>`;
  const weight = bold ? "<w:b/>" : "";
  const base = basedOn === "" ? "" : `<w:basedOn w:val="${basedOn}"/>`;
  return `<w:style w:type="paragraph" w:styleId="${as}"><w:name w:val="${name}"/>${base}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${fonts}${weight}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`;
}

/** The part word/styles.xml. */
export function stylesXml(): string {
  const styles = STYLES.map(({ id }) => styleXml(id));
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${FONTS.body}"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>`;
  const normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>';
  return `${XML_HEAD}<w:styles ${MAIN}>${defaults}${normal}${styles.join("")}</w:styles>`;
}
