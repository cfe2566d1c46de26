/** Where a piece of a joined paragraph stood: the line's index and the offset at which it begins in the paragraph. */
export interface LineStart {
  readonly line: number;
  readonly start: number;
}

/** A paragraph whose lines were broken by the page (PDF, text copied from one), put together again. */
export interface JoinedParagraph {
  readonly text: string;
  readonly lines: readonly LineStart[];
}

/** What begins a paragraph of its own, whatever stands before it. */
const BEGINS =
  /^\s*(?:第[一二三四五六七八九十]+部分|[-—•]|[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[、.．](?!\d)|图\s*\d|表\s*\d|附件?\s*\d|[（(]单位|[*＊※]|注[:：])/;
const ENDS = /[。！？!?；;：:]\s*$/;
const HEADING =
  /^\s*(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[）)])[^，。；]*$/;
const TITLE = /^\s*\d{4}\s*年度?[^，。；]*(?:决算|说明|表)\s*$/;
const SHORTEST_BROKEN = 12;

/**
 * Joins lines that a page broke: a line without an end goes on in the next one, over blank lines and page numbers too.
 * Headings, numbered items, captions and lines of a table (with tabs) stay by themselves. No character is added.
 */
export function joinBrokenLines(lines: readonly string[]): readonly JoinedParagraph[] {
  const joined: { text: string; lines: LineStart[] }[] = [];
  let open: { text: string; lines: LineStart[] } | undefined;
  lines.forEach((line, index) => {
    const isBlank = line.trim() === "" || /^[-—\s]*\d{1,3}[-—\s]*$/.test(line);
    if (isBlank) {
      if (open && ENDS.test(open.text)) open = undefined;
      joined.push({ text: line, lines: [{ line: index, start: 0 }] });
      return;
    }
    if (open && goesOn(open.text, line)) {
      open.lines.push({ line: index, start: open.text.length });
      open.text += line;
      return;
    }
    open = { text: line, lines: [{ line: index, start: 0 }] };
    joined.push(open);
  });
  return joined;
}

function mayGoOn(text: string): boolean {
  return text.trim().length >= SHORTEST_BROKEN && !ENDS.test(text) && !HEADING.test(text) && !TITLE.test(text);
}

const AMOUNT = /^\s*\d[\d,.]*\s*(?:[亿百千]?万?元|%|％)/;

function goesOn(text: string, next: string): boolean {
  if (text.includes("\t") || next.includes("\t") || BEGINS.test(next)) return false;
  // 七、…支出决算情况 / 说明: a heading that did not fit its line.
  if (HEADING.test(text))
    return /情\s*况?\s*$|决算\s*$/.test(text) && /^\s*(?:况?\s*说\s*明|情况(?:说明)?)\s*$/.test(next);
  return mayGoOn(text) || (TITLE.test(text) && AMOUNT.test(next));
}

/** The line and offsets in it of a range of a joined paragraph; a range over two lines ends with the first. */
export function inLine(
  paragraph: JoinedParagraph,
  range: { readonly start: number; readonly end: number },
): { readonly line: number; readonly start: number; readonly end: number } {
  const at = paragraph.lines.reduce((index, { start }, next) => (start <= range.start ? next : index), 0);
  const { line, start } = paragraph.lines[at] ?? { line: 0, start: 0 };
  const next = paragraph.lines[at + 1]?.start ?? paragraph.text.length;
  return { line, start: range.start - start, end: Math.min(range.end, next) - start };
}
