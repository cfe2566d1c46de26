/** A text in quotes, or a sheet's name before "!". */
const TOKENS = /"(?:[^"]|"")*"|'((?:[^']|'')+)'!|([^\s'"!()+\-*/,&<>=^:;{}%]+)!/g;

/**
 * A formula of a sheet as its copy needs it: sheets that were copied too go by their new names. Undefined where it looks
 * at a sheet that was not, or at another workbook: the copy cannot keep it.
 * @param names new names by old ones in lower case
 * @example renamedFormula("=SUM('甲'!A1:A3)", new Map([["甲", "甲 (2)"]])) // "=SUM('甲 (2)'!A1:A3)"
 */
export function renamedFormula(formula: string, names: ReadonlyMap<string, string>): string | undefined {
  const lost: string[] = [];
  const text = formula.replace(TOKENS, (all: string, quoted?: string, bare?: string) => {
    const old = quoted?.replaceAll("''", "'") ?? bare;
    if (old === undefined) return all;
    const name = names.get(old.toLowerCase());
    if (name === undefined) lost.push(old);
    return name === undefined ? all : `'${name.replaceAll("'", "''")}'!`;
  });
  return lost.length === 0 ? text : undefined;
}

/** Whether a formula looks at any cell; one that does not ("=12.5+3") is a figure that somebody typed. */
export function looksAtCells(formula: string): boolean {
  return /\$?[A-Z]{1,3}\$?\d+|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|[A-Za-z_]\w*\s*\(\s*\)/i.test(
    formula.replace(/"(?:[^"]|"")*"/g, ""),
  );
}
