/**
 * Labels are compared in one normal form: full-width ASCII folded to half-width, every kind of blank removed, quotes,
 * brackets and dashes unified. "合　 计" → "合计", "“三公” 经费" → "\"三公\"经费", "（室）" → "(室)".
 */
export function normaliseLabel(text: string): string {
  return IS_NORMAL.test(text) ? text : normalForm(text);
}

/** Most labels are in normal form already: Chinese characters, digits, letters, half-width marks. */
const IS_NORMAL = /^[\u4e00-\u9fffA-Za-z0-9、。()"':.,%+=/;<>&*#-]*$/;

function normalForm(text: string): string {
  return foldWidth(text)
    .replace(BLANKS, "")
    .replace(/[“”„‟＂〝〞「」『』]/g, '"')
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[〔【［\[]/g, "(")
    .replace(/[〕】］\]]/g, ")")
    .replace(/[‐‑‒–—―−﹣－]/g, "-");
}

/** Blanks as they occur in printed sheets: Unicode spaces, NBSP, zero-width marks, line breaks. */
const BLANKS = /[\s\u00a0\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff]+/g;

/** Full-width ASCII (！ to ～) and the full-width blank to half-width; nothing else changes. */
export function foldWidth(text: string): string {
  if (!/[\uff01-\uff5e\u3000]/.test(text)) return text;
  return text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, " ");
}

/**
 * A text of a cell as a message may say it: on one line. A break inside a word is dropped, one between words of another
 * script becomes a blank: "因公出国\n（境）费" → "因公出国（境）费", "A\nB" → "A B".
 */
export function onOneLine(text: string): string {
  return /[\r\n\u2028\u2029]/.test(text) ? text.replace(LINE_BREAKS, joined) : text;
}

const LINE_BREAKS = /(.?)[ \t\u3000]*[\r\n\u2028\u2029]+[ \t\u3000]*(?=(.?))/g;

function joined(_: string, before: string, after: string): string {
  const apart = /[!-~]/.test(before) && /[!-~]/.test(after);
  return apart ? `${before} ` : before;
}

/** Removes a leading ordinal: "一、", "（一）", "1.", "二十三、", "其中：" stays. Input may be raw; output is normalised. */
export function stripOrdinal(text: string): string {
  return normaliseLabel(text).replace(
    /^(?:[一二三四五六七八九十]+[、.．,，]|\([一二三四五六七八九十\d]+\)|\d+[、.．](?!\d))/,
    "",
  );
}
