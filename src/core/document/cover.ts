import { normaliseLabel } from "../glossary/normalise";
import type { Cover } from "../model/grid";

/** Lines at the top of a document among which its title is looked for. */
const LINES = 12;
const CONTENTS = /^(?:目录|第[一二三四五六七八九十]+部分)/;
/** 某局2024年度部门决算; the year may stand in front: 2024年度某局部门决算. */
const YEAR = "(20\\d\\d|二[〇零○][一二三四五六七八九〇零○]{2})年度?";
const BODY = "(?:部门|单位)?决算(?:公开)?(?:说明|报告)?";
const UNIT_FIRST = new RegExp(`^([^\\d]{4,50}?)${YEAR}${BODY}`);
const YEAR_FIRST = new RegExp(`^(?:附件\\d*)?${YEAR}([^\\d]{4,50}?)${BODY}`);
const DIGITS = "〇一二三四五六七八九";

/**
 * Whose accounts of which year a document's cover says it holds: "某局 / 2024年度 / 部门决算" over several lines too. Nothing where
 * no title stands before the list of contents or the first part.
 * @param paragraphs texts in print order
 */
export function coverOf(paragraphs: readonly string[]): Cover {
  const lines = paragraphs.slice(0, LINES).map((text) => normaliseLabel(text));
  const end = lines.findIndex((line) => CONTENTS.test(line));
  const title = (end < 0 ? lines : lines.slice(0, end)).join("");
  const unitFirst = UNIT_FIRST.exec(title);
  if (unitFirst) return { unitName: unitFirst[1] ?? "", year: yearOf(unitFirst[2] ?? "") };
  const yearFirst = YEAR_FIRST.exec(title);
  return yearFirst ? { unitName: yearFirst[2] ?? "", year: yearOf(yearFirst[1] ?? "") } : {};
}

function yearOf(printed: string): number {
  return Number(
    Array.from(printed.replace(/[零○]/g, "〇"), (digit) => (/\d/.test(digit) ? digit : DIGITS.indexOf(digit))).join(""),
  );
}
