import { strToU8 } from "fflate";
import { caseGrid, loadCase } from "./cases";
import { buildXlsx, zipParts } from "./xlsx-builder";
import { partsOf, withDeclaredSize, withPart } from "./xlsx-parts";

/** A file made to harm whoever reads it. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const SHEET = "xl/worksheets/sheet1.xml";
const plain = buildXlsx({
  sheets: [{ name: "收入支出决算总表", top: 0, left: 0, values: [["收入支出决算总表"], ["合计", 1]] }],
});
const account = buildXlsx(caseGrid(loadCase("2022-zibo")));

/** Some of its tables. */
const tables = caseGrid(loadCase("2022-zibo")).sheets.slice(0, 3);

/** The workbook whose first cell's tag holds this besides its own attributes. */
const inCellTag = (text: string): Uint8Array =>
  withPart(account, SHEET, (xml) => xml.replace(/<c /, () => `<c ${text} `));
const inSheet = (text: string): Uint8Array =>
  withPart(plain, SHEET, (xml) => xml.replace("<sheetData>", () => `<sheetData>${text}`));
const labelled = (label: string): Uint8Array =>
  buildXlsx({
    sheets: tables.map((sheet) => ({
      ...sheet,
      values: sheet.values.map((row) => row.map((value) => (typeof value === "string" ? value + label : value))),
    })),
  });

/** Written into names and cells: sets the terminal's title, clears it, turns the reading order, hides what follows. */
export const CONTROLS = "\u001b]0;title\u0007\u001b[2J\u009b31m\u202egnp.\u0000\u0008";
const namedBadly = withPart(plain, "xl/workbook.xml", (xml) =>
  xml.replace(/name="[^"]*"/, () => 'name="\u009b31m\u202e表"'),
);

/** Files that broke a reader, or would break one that is careless, by what they are. */
export function hostileFiles(): readonly HostileFile[] {
  const files: Readonly<Record<string, Uint8Array>> = {
    "属性中的大于号.xlsx": inCellTag(`x="${">".repeat(400_000)}"`),
    "属性中的空格.xlsx": inCellTag(`${" ".repeat(400_000)}x="1"`),
    "标签末尾的空格.xlsx": withPart(account, SHEET, (xml) =>
      xml.replace(/<c [^>]*/, (tag) => tag + " ".repeat(400_000)),
    ),
    "许多属性.xlsx": inCellTag('x = "" '.repeat(60_000)),
    "没有引号的等号.xlsx": inCellTag("=".repeat(300_000)),
    "没有闭合的引号.xlsx": inCellTag('x="'),
    "层层嵌套.xlsx": inSheet("<a>".repeat(300_000)),
    "实体膨胀.xlsx": withPart(plain, "xl/workbook.xml", '<!DOCTYPE a [<!ENTITY b "bbbb">]><workbook>&b;</workbook>'),
    "压缩炸弹.xlsx": withPart(plain, SHEET, `<worksheet><sheetData>${" ".repeat(40_000_000)}</sheetData></worksheet>`),
    "谎报大小.xlsx": withDeclaredSize(plain, SHEET, 10),
    "截断.xlsx": account.slice(0, account.length >> 1),
    "只有开头.xlsx": account.slice(0, 4),
    "空.xlsx": new Uint8Array(),
    "越界的行.xlsx": inSheet('<row r="1048577"><c r="A1048577"><v>1</v></c></row>'),
    "越界的列.xlsx": inSheet('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>'),
    "自定义部件.xlsx": buildXlsx(
      { sheets: [{ name: "表", top: 0, left: 0, values: [[1]] }] },
      {
        parts: { "customXml/item1.xml": `<state ${'xmlns="" '.repeat(40_000)}/>` },
        workbookRelationships:
          '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item1.xml"/>',
      },
    ),
    "共享公式.xlsx": inSheet(
      `<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A9">${"[".repeat(200_000)}</f><v>1</v></c></row>` +
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>1</v></c></row>',
    ),
    "极大的数.xlsx": buildXlsx({
      sheets: tables.map((sheet, s) => ({
        ...sheet,
        values: sheet.values.map((row) =>
          row.map((value) => (typeof value === "number" ? ["1e999999999", 1e308, "9".repeat(30_000)][s % 3]! : value)),
        ),
      })),
    }),
    "很长的空白.xlsx": labelled(" ".repeat(3_000)),
    "很长的括号.xlsx": labelled("（".repeat(3_000)),
    "很长的数字.xlsx": labelled("1".repeat(3_000)),
    "很长的逗号数字.xlsx": labelled("1,".repeat(1_500)),
    "很长的符号.xlsx": labelled("《“".repeat(1_500)),
    "路径.xlsx": zipParts({ ...partsOf(plain), "../../路径之外.txt": strToU8("外") }),
    "控制字符.xlsx": buildXlsx({
      sheets: [
        {
          name: "收入支出决算总表",
          top: 0,
          left: 0,
          values: [["收入支出决算总表"], [`单位：${CONTROLS}`], ["合计", CONTROLS]],
        },
      ],
    }),
    "名称中的控制字符.xlsx": namedBadly,
    "\u001b[31m名.xlsx": new Uint8Array([1]),
  };
  return Object.entries(files).map(([name, bytes]) => ({ name, bytes }));
}

/** A workbook that is only large: reading it takes seconds. */
export function largeFile(): Uint8Array {
  const row = Array.from({ length: 12 }, (_, c) => c + 0.25);
  return buildXlsx({ sheets: [{ name: "大", top: 0, left: 0, values: Array.from({ length: 100_000 }, () => row) }] });
}
