import type { FilledCell } from "./sheet-view";

/** Label of the row that sums a table up. */
const TOTAL = /^(?:总?合计|总计|(?:本年|当年)(?:收入|支出)?合计|(?:收入|支出)合计|合计数)[:]?$/;

/** Whether a normalised label names the 合计 row. */
export function isTotalLabel(label: string): boolean {
  return TOTAL.test(label);
}

const NOTE =
  /^(?:附?注(?:释)?\d*[:：、.．(]|附?注$|备注[:：]|说明[:：]|(?:\d+[、.．])?本(?:表|套报表)(?:反映|金额|无)|数据来源|填表说明|公开说明)/;
/** What a table may have none of. */
const NOTHING_OF = "(?:收支|收入|支出|数据|内容|经费|资金|预算|拨款|基金|安排|发生|业务)";
/** Names that begin with 无 without denying anything: 无锡, 无棣, 无线电, 无害化, 无障碍, 无军籍 … */
const NAMED = "[锡棣为极线偿形害障主纺缝烟军党固证人机业论]";
const NO_DATA = new RegExp(
  `(?:本|此|该)表(?:均)?(?:无|为空|没有)|空表|无数据|(?:没有|无(?!${NAMED})|未发生|未使用|未安排|未涉及|不涉及|不存在)[^。;]{0,40}?${NOTHING_OF}`,
);

/** Whether a normalised text begins the notes below a table. */
export function isNoteText(label: string): boolean {
  return NOTE.test(label) || (label.length > 12 && isNoDataText(label));
}

/** Whether a normalised text says that the table has no data (无数据). */
export function isNoDataText(label: string): boolean {
  return (NO_DATA.test(label) && label.length > 3) || /^\(?(?:空表|无数据|不涉及)\)?$/.test(label);
}

const CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

/** The number a cell of the 栏次 row holds: 3, "3", "3.00", "(3)", "③", "3栏", "1=2+3" → 1; undefined where it is none. */
function columnOrdinal(cell: FilledCell): number | undefined {
  const circled = CIRCLED.indexOf(cell.label);
  if (circled >= 0) return circled + 1;
  const match = /^\(?(\d{1,2})(?:\.0+)?\)?(?:栏)?(?:=[\d+\-()（）]+)?$/.exec(cell.label);
  return match ? Number(match[1]) : undefined;
}

const BESIDE_ORDINALS = /^(?:栏次|行次|类|款|项|甲|乙|丙|丁|--?|\/)$/;

/**
 * Whether a row only numbers the columns: 栏次 1 2 3 …, with or without the word, 甲 乙 1 2 …. Such a row never holds
 * amounts. Without the word 栏次 the numbers must run 1, 2, 3 … from left to right, at least two of them.
 */
export function isOrdinalRow(cells: readonly FilledCell[]): boolean {
  let ordinals = 0;
  let named = false;
  let running = true;
  for (const cell of cells) {
    const number = columnOrdinal(cell);
    if (number !== undefined) {
      ordinals += 1;
      running &&= number === ordinals;
      continue;
    }
    if (cell.label === "栏次" || cell.label === "栏目") named = true;
    else if (!BESIDE_ORDINALS.test(cell.label)) return false;
  }
  return named || (running && ordinals >= 2);
}

/** Whether a normalised text only heads a column of code digits: 类, 款, 项. */
export function isCodePart(label: string): boolean {
  return label === "类" || label === "款" || label === "项";
}

/** Whether a normalised text stands in a header over the 科目编码 column. */
export function isCodeHeader(label: string): boolean {
  return (
    /^.{0,14}(?:编码|代码|编号)(?:\(.*\))?$/.test(label) &&
    !/单位|部门|机构|信用|邮政|区划|组织|行业|项目编/.test(label)
  );
}

/** Whether a normalised text stands in a header over the 科目名称 column. */
export function isNameHeader(label: string): boolean {
  return /^.{0,12}(?:科目|分类)(?:.{0,6}名称)?(?:\(.*\))?$|^名称$|^项目(?:名称)?(?:\(.*\))?$/.test(label);
}

/** Whether a normalised text stands over the line numbers of a table. */
export function isLineNumberHeader(label: string): boolean {
  return /^(?:行次|行号|序号)$/.test(label);
}

const HEADER_WORD =
  /^(?:项目(?:名称|类别)?(?:\(.*\))?|行次|栏次|(?:收入|支出)(?:项目|决算)?(?:\(.*\))?|(?:年初|全年|调整|本年)?(?:预|决)算(?:数|金额)|金额|(?:本年|当年)?(?:收入|支出)(?:合计)?|(?:年初|年末|上年).*(?:结转|结余).*|(?:人员|公用|日常公用)经费|(?:支出)?(?:功能|经济)分类.*|财政拨款收入|上级补助收入|事业收入|基本支出|项目支出|小计|"?三公"?经费"?.*|因公出国.*|公务(?:用车|接待).*|科目|.{0,14}名称|类|款|.{0,3}公共预算财政拨款|政府性基金预算财政拨款|.*经营预算财政拨款|附属单位.*|对附属.*)$/;

/** Whether a normalised text is a word of a table header. */
export function isHeaderWord(label: string): boolean {
  return HEADER_WORD.test(label) || isCodeHeader(label);
}
