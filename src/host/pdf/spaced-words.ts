import { around } from "./page-model";
import { textOfLine, type Run } from "./runs";

/** Words that are printed with blanks between their characters: 合　计, 项　　目. */
const SPACED = /^(?:合计|总计|小计|项目|栏次|行次|收入|支出|金额|名称|编码|科目|单位)$/;
/** Blank between characters of such a word, and of a word that is only set wide, as multiples of the font size, at most. */
const WIDEST = 6;
const WIDE = 0.5;

/** Puts words together that were printed character by character. @param runs of one line, from left to right */
export function withoutSpacing(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const before = joined[joined.length - 1];
    if (before && isOneWord(before, run)) joined[joined.length - 1] = together(before, run);
    else joined.push(run);
  }
  return joined;
}

function isOneWord(before: Run, run: Run): boolean {
  const [first, second] = [plain(before), plain(run)];
  if (!isCharacter(second) || !Array.from(first).every(isCharacter)) return false;
  const gap = run.left - before.right;
  const isSetWide = before.glyphs.every((glyph, i) => i === 0 || glyph.left - (before.glyphs[i - 1]?.right ?? 0) > 0.5);
  return (gap < WIDE * run.size && isSetWide) || (gap < WIDEST * run.size && SPACED.test(first + second));
}

const plain = (run: Run): string => textOfLine(run).replace(/\s/g, "");
const isCharacter = (text: string): boolean => /^[\u4e00-\u9fff]$/.test(text);

function together(before: Run, run: Run): Run {
  const box = around([before, run]) ?? before;
  return { ...before, ...box, glyphs: [...before.glyphs, ...run.glyphs] };
}
