import { newWorkbook, type NewCell, type NewSheet } from "../../host/xlsx/new-workbook";
import { reviewTexts as texts } from "../../text/review";
import { LOOKS } from "../overview/cell-looks";
import { heads, text } from "../overview/sheet-cells";
import { OPINION_COLUMNS } from "./opinion-docx";
import type { Opinion } from "./opinion";

/** What a sheet's name may not hold, and how long it may be. */
const NOT_IN_NAMES = /[\\/?*[\]:']/g;
const NAME_LENGTH = 31;

/** Opinions as a workbook, a sheet a unit, printed A4 with the table's head on every page. @throws HostError `tooLarge` */
export function opinionsAsWorkbook(opinions: readonly Opinion[], madeAt: string): Uint8Array {
  const names = new Set<string>();
  return newWorkbook(opinions.map((opinion) => opinionSheet(opinion, madeAt, sheetName(opinion.unit, names))));
}

function opinionSheet({ facts, lines, rows, mended, notChecked }: Opinion, madeAt: string, name: string): NewSheet {
  const line = (content: string): readonly NewCell[] => [text(content, LOOKS.note)];
  const above = [[text(texts.title, LOOKS.title)], line(facts.join("　　")), ...lines.map(line)];
  const list = (title: string, items: readonly string[]): (readonly NewCell[])[] =>
    items.length === 0 ? [] : [[], [text(title, { bold: true })], ...items.map((item, i) => line(`${i + 1}. ${item}`))];
  return {
    name,
    rows: [
      ...above,
      heads([texts.columns.number, ...OPINION_COLUMNS.map(([, title]) => title)]),
      ...rows.map((row, i) => [
        { content: i + 1, look: LOOKS.count },
        ...OPINION_COLUMNS.map(([key]) =>
          text(row[key], key === "expected" || key === "actual" ? LOOKS.figureText : LOOKS.wrapped),
        ),
      ]),
      ...list(texts.mended, mended),
      ...list(texts.notChecked, notChecked),
      [],
      line(texts.made(madeAt)),
      ...texts.sign.map(line),
    ],
    widths: [5, 9, 26, 38, 14, 14, 34, 24],
    headRows: above.length + 1,
  };
}

/** The unit's name as far as a sheet may be called so, each once. */
function sheetName(unit: string, taken: Set<string>): string {
  const plain = unit.replace(NOT_IN_NAMES, "").slice(0, NAME_LENGTH) || texts.sheet;
  let name = plain;
  for (let i = 2; taken.has(name.toLowerCase()); i++) name = `${plain.slice(0, NAME_LENGTH - 5)}(${i})`;
  taken.add(name.toLowerCase());
  return name;
}
