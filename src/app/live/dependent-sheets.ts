import type { SheetGrid } from "../../core/model/grid";

/** What a sheet's formulas take from outside the sheet. */
interface Reach {
  /** Names of sheets as formulas spell them, in lower case. */
  readonly sheets: ReadonlySet<string>;
  /** A reference that names no sheet for certain: INDIRECT, a defined name, a range over several sheets. */
  readonly anywhere: boolean;
}

/**
 * The sheets to read again after an edit: the changed ones and those whose formulas take figures from them, directly
 * or over other sheets. Excel tells of no change where a formula merely calculates anew. In the workbook's order;
 * changed names that are no sheet of the grid are left out.
 */
export function withDependents(sheets: readonly SheetGrid[], changed: Iterable<string>): readonly string[] {
  const found = new Set(changed);
  const candidates = sheets.map((sheet) => ({ name: sheet.name, reach: reachOf(sheet) }));
  let grew = true;
  while (grew) {
    grew = false;
    for (const { name, reach } of candidates) {
      if (found.has(name) || !(reach.anywhere || [...found].some((other) => reach.sheets.has(other.toLowerCase())))) {
        continue;
      }
      found.add(name);
      grew = true;
    }
  }
  return sheets.filter(({ name }) => found.has(name)).map(({ name }) => name);
}

function reachOf({ formulas }: SheetGrid): Reach {
  const sheets = new Set<string>();
  let anywhere = false;
  for (const formula of formulas?.flat() ?? []) {
    if (formula === null) continue;
    const code = formula.replaceAll(TEXT, '""');
    for (const [, quoted, plain] of code.matchAll(SHEET_REFERENCE)) {
      const name = quoted?.replaceAll("''", "'") ?? plain ?? "";
      if (name.includes(":")) anywhere = true;
      sheets.add(name.toLowerCase());
    }
    const own = code.replaceAll(SHEET_REFERENCE, "");
    if (INDIRECT.test(own) || [...own.matchAll(WORD)].some(([, word = ""]) => !CELL_OR_CONSTANT.test(word)))
      anywhere = true;
  }
  return { sheets, anywhere };
}

const TEXT = /"(?:[^"]|"")*"/g;
/** 'name'!  name!  first:last! */
const SHEET_REFERENCE = /'((?:[^']|'')+)'!|([\p{L}\p{N}_.\\:]+)!/gu;
const INDIRECT = /\bINDIRECT\s*\(/i;
/** Words that are no function: cells, constants, defined names. */
const WORD = /(?:^|[^\p{L}\p{N}_.$])(\$?[\p{L}_\\][\p{L}\p{N}_.$\\]*)(?![\p{L}\p{N}_.$]|\s*\()/gu;
const CELL_OR_CONSTANT = /^(?:\$?[A-Z]{1,3}(?:\$?\d+)?|TRUE|FALSE|[\d.]*E\d*|REF|NAME|VALUE|NUM|NULL|N)$/i;
