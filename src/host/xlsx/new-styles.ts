import type { CellLook } from "../../core/model/look";
import { alignmentXml, borderXml, BLANK_BORDER, fillXml, fontXml, LIKE_FORMULA } from "./look-xml";
import { XML_HEAD } from "./opc-package";
import { escapeXml } from "./xml-text";

/** The styles of a new workbook: each look once, numbered as cells are written. */
export interface NewStyles {
  /** Style of a cell that looks so and holds this text ("" for none). */
  readonly indexOf: (look: CellLook, text: string) => number;
  readonly xml: () => string;
}

/** First number format that is not built in. */
const FIRST_FORMAT = 164;

export function newStyles(): NewStyles {
  const fonts = [fontXml({})];
  const fills = ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>'];
  const borders = [BLANK_BORDER];
  const formats: string[] = [];
  const xfs = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'];
  const known = new Map<string, number>();

  const add = (look: CellLook, prefixed: boolean): number => {
    const format =
      look.numberFormat === undefined ? 0 : FIRST_FORMAT + indexOrAdd(formats, escapeXml(look.numberFormat));
    const font = indexOrAdd(fonts, fontXml(look));
    const fill = look.fill === undefined ? 0 : indexOrAdd(fills, fillXml(look.fill));
    const border = look.boxed ? indexOrAdd(borders, borderXml(look)) : 0;
    const alignment = alignmentXml(look);
    const xf = `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${prefixed ? ' quotePrefix="1"' : ""} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`;
    return indexOrAdd(xfs, xf);
  };
  return {
    indexOf(look, text) {
      const prefixed = LIKE_FORMULA.test(text);
      const key = JSON.stringify([look, prefixed]);
      const index = known.get(key) ?? add(look, prefixed);
      known.set(key, index);
      return index;
    },
    xml: () =>
      [
        `${XML_HEAD}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
        formats.length === 0 ? "" : list("numFmts", formats.map(formatXml)),
        list("fonts", fonts),
        list("fills", fills),
        list("borders", borders),
        list("cellStyleXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
        list("cellXfs", xfs),
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
      ].join(""),
  };
}

function formatXml(code: string, index: number): string {
  return `<numFmt numFmtId="${FIRST_FORMAT + index}" formatCode="${code}"/>`;
}

function list(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join("")}</${name}>`;
}

function indexOrAdd(items: string[], item: string): number {
  const found = items.indexOf(item);
  return found >= 0 ? found : items.push(item) - 1;
}
