import { a1, type CellAddress } from "../../core/model/cell";
import {
  HIGHLIGHT_MARKS,
  HIGHLIGHT_WORD,
  highlightFormula,
  highlightMarkOf,
  highlightStyle,
  type HighlightMark,
} from "../highlight-style";
import { rangeOf } from "./read-sheet";
import { applySplices, type Splice } from "./splice";
import { walkXml } from "./xml";
import { attribute } from "./xml-attributes";
import { decodeText, escapeXml } from "./xml-text";
import { outline, placeAfter } from "./xml-children";

/** Cells to mark alike on one sheet, and the index of their differential format. */
export interface MarkedCells {
  readonly mark: HighlightMark;
  readonly cells: readonly CellAddress[];
  readonly format: number;
}

/** Children of a worksheet that stand before its conditional formats. */
const BEFORE = new Set([
  "sheetPr",
  "dimension",
  "sheetViews",
  "sheetFormatPr",
  "cols",
  "sheetData",
  "sheetCalcPr",
  "sheetProtection",
  "protectedRanges",
  "scenarios",
  "autoFilter",
  "sortState",
  "dataConsolidate",
  "customSheetViews",
  "mergeCells",
  "phoneticPr",
  "conditionalFormatting",
]);

const LINE_STYLES = { Continuous: "thin", Dash: "dashed", Dot: "dotted" } as const;

/** The differential format of a mark, as styles.xml holds it (without prefix). */
export function differentialXml(mark: HighlightMark): string {
  const style = highlightStyle(mark);
  const flags = `${style.bold ? "<b/>" : ""}${style.italic ? "<i/>" : ""}`;
  const underline = style.underline ? "<u/>" : "";
  const sides = ["left", "right", "top", "bottom"].map(
    (side) => `<${side} style="${LINE_STYLES[style.line]}"><color rgb="${argb(style.lineColor)}"/></${side}>`,
  );
  return `<dxf><font>${flags}${underline}<color rgb="${argb(style.color)}"/></font><fill><patternFill patternType="solid"><fgColor rgb="${argb(style.fill)}"/><bgColor rgb="${argb(style.fill)}"/></patternFill></fill><border>${sides.join("")}</border></dxf>`;
}

/** All differential formats that are ours. */
export const OWN_DIFFERENTIALS: readonly string[] = HIGHLIGHT_MARKS.map(differentialXml);

/**
 * Adds our conditional formats to a worksheet's XML, after the user's own in place and in priority: theirs keep
 * deciding wherever both say something.
 */
export function addHighlights(xml: string, groups: readonly MarkedCells[]): string {
  if (groups.length === 0) return xml;
  const sheet = outline(xml);
  const place = placeAfter(sheet, BEFORE);
  const p = sheet.prefix;
  let priority = highestPriority(xml);
  const text = groups
    .map(({ mark, cells, format }) => {
      const formula = escapeXml(highlightFormula(mark).slice(1));
      priority += 1;
      return `<${p}conditionalFormatting sqref="${cells.map(a1).join(" ")}"><${p}cfRule type="expression" dxfId="${format}" priority="${priority}"><${p}formula>${formula}</${p}formula></${p}cfRule></${p}conditionalFormatting>`;
    })
    .join("");
  return xml.slice(0, place) + text + xml.slice(place);
}

/** Highest priority of any rule on the sheet, those of later Excel versions in extLst included. */
function highestPriority(xml: string): number {
  let highest = 0;
  walkXml(xml, (event) => {
    if (event.kind !== "open" || event.name !== "cfRule") return;
    highest = Math.max(highest, Number(attribute(xml.slice(event.start, event.end), "priority") ?? "0"));
  });
  return highest;
}

/** Removes exactly our conditional formats; answers the new text and how many cells they covered. */
export function removeHighlights(xml: string): { xml: string; cells: number } {
  // Quotes are written as &quot; or as they are, so only the word itself is looked for.
  if (!xml.includes(HIGHLIGHT_WORD)) return { xml, cells: 0 };
  const splices: Splice[] = [];
  let cells = 0;
  let block = { start: 0, reference: "", rules: 0, ours: [] as Splice[] };
  let rule = { start: 0, ours: false };
  let formula = "";
  let inFormula = false;
  walkXml(xml, (event) => {
    if (event.kind === "text") {
      if (inFormula) formula += decodeText(xml.slice(event.start, event.end));
      return;
    }
    const opens = event.kind === "open";
    if (event.name === "conditionalFormatting" && event.depth === 1) {
      if (opens) {
        const reference = attribute(xml.slice(event.start, event.end), "sqref") ?? "";
        block = { start: event.start, reference, rules: 0, ours: [] };
      } else if (block.ours.length > 0) {
        cells += cellCount(block.reference);
        if (block.ours.length === block.rules) splices.push({ start: block.start, end: event.end, text: "" });
        else splices.push(...block.ours);
      }
    } else if (event.name === "cfRule" && event.depth === 2) {
      if (opens) rule = { start: event.start, ours: false };
      if (!opens || event.empty) {
        block.rules += 1;
        if (rule.ours) block.ours.push({ start: rule.start, end: event.end, text: "" });
      }
    } else if (event.name === "formula" && event.depth === 3) {
      inFormula = opens && !event.empty;
      if (opens) formula = "";
      else rule.ours ||= highlightMarkOf(formula) !== undefined;
    }
  });
  return { xml: applySplices(xml, splices), cells };
}

function cellCount(reference: string): number {
  return reference
    .split(/\s+/)
    .map(rangeOf)
    .reduce((n, area) => n + (area ? (area.bottom - area.top + 1) * (area.right - area.left + 1) : 0), 0);
}

function argb(color: string): string {
  return `FF${color.slice(1)}`;
}
