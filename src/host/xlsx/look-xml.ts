import type { CellLook } from "../../core/model/look";

/** Typed again by hand such text would become a formula; the mark keeps it text, as an apostrophe typed first does. */
export const LIKE_FORMULA = /^[=+\-@\t\r\n]/;
const FONT = "微软雅黑";
const LINE = "BFC5CD";
/** Points of text that says nothing of its size. */
export const DEFAULT_SIZE = 10;
export const BLANK_BORDER = "<border><left/><right/><top/><bottom/><diagonal/></border>";

/** A look's parts as style sheets write them, without namespace prefix. */
export function fontXml({ font = FONT, bold, size = DEFAULT_SIZE, color }: CellLook): string {
  return `<font>${bold ? "<b/>" : ""}<sz val="${size}"/>${color === undefined ? "" : `<color rgb="FF${color}"/>`}<name val="${font}"/><charset val="134"/></font>`;
}

export function fillXml(color: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/><bgColor indexed="64"/></patternFill></fill>`;
}

export function borderXml({ lines = LINE }: CellLook): string {
  const side = (name: string): string => `<${name} style="thin"><color rgb="FF${lines}"/></${name}>`;
  return `<border>${["left", "right", "top", "bottom"].map(side).join("")}<diagonal/></border>`;
}

export function alignmentXml({ align, wrap }: CellLook): string {
  return `<alignment${align ? ` horizontal="${align}"` : ""} vertical="center"${wrap ? ' wrapText="1"' : ""}/>`;
}
