/** What Excel forbids in the name of a sheet. */
const FORBIDDEN = /[\\/?*[\]:：]/g;
const LONGEST = 31;

/** Names for sheets, each used once and allowed in Excel: a second "收入决算表" becomes "收入决算表 (2)". */
export class SheetNames {
  private readonly taken = new Set<string>();

  /** @param wanted as printed; blanks inside Chinese words and what Excel forbids are left out. */
  nameFor(wanted: string): string {
    const stem =
      wanted
        .replace(/\s+/g, "")
        .replace(FORBIDDEN, "")
        .replace(/^'+|'+$/g, "") || "表";
    let name = stem.slice(0, LONGEST);
    for (let n = 2; this.taken.has(name.toLowerCase()); n++) {
      const mark = ` (${n})`;
      name = stem.slice(0, LONGEST - mark.length) + mark;
    }
    this.taken.add(name.toLowerCase());
    return name;
  }
}
