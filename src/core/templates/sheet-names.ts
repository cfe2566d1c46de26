/** Excel's limit. */
const LONGEST = 31;

/**
 * A sheet name that no sheet has yet: the wished one, else with " (2)", " (3)" … behind it, cut so that it fits. Names are
 * compared without case, as Excel does.
 * @param taken names in lower case; the answer is added to them
 */
export function freeSheetName(wish: string, taken: Set<string>): string {
  const fitting = (ending: string): string => `${allowed(wish).slice(0, LONGEST - ending.length)}${ending}`;
  let name = fitting("");
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = fitting(` (${n})`);
  taken.add(name.toLowerCase());
  return name;
}

/** Without the characters that a sheet's name may not hold. */
function allowed(name: string): string {
  return name.replace(/[[\]:*?/\\]/g, "").replace(/^'+|'+$/g, "");
}
