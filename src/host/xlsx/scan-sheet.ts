import { HostError } from "../errors";
import { walkXml, type XmlEvent } from "./xml";
import { decodeText } from "./xml-text";

/** A cell element as it stands in a sheet's XML. Reused between calls: copy what you keep. */
export interface ScannedCell {
  row: number;
  column: number;
  /** The whole element: [start, end). */
  start: number;
  end: number;
  /** End of the start tag. */
  tagEnd: number;
  /** Type attribute; "n" where absent. */
  type: string;
  /** Style index as written; "" where absent. */
  style: string;
  /** Text of `v`, or of `is` for inline strings; undefined where there is none. */
  value: string | undefined;
  /** Start tag of `f`; undefined where the cell has no formula. */
  formulaTag: string | undefined;
  /** Text of `f`; "" for the children of a shared formula. */
  formula: string;
  /** Place of the element `f`: [start, end). */
  formulaStart: number;
  formulaEnd: number;
}

/** What a scan calls. Positions are offsets in the XML text; rows and columns are zero-based. Answer "stop" to end. */
export interface SheetVisitor {
  cell?(cell: ScannedCell): unknown;
  /** A row starts: its start tag is [start, end). */
  openRow?(row: number, start: number, end: number, empty: boolean): unknown;
  /** The row's end tag is [start, end); for an empty row element both are the end of the tag. */
  closeRow?(row: number, start: number, end: number): unknown;
  /** Every event outside sheetData, and sheetData's own tags. */
  other?(event: XmlEvent): unknown;
}

/** Walks a worksheet's XML once. @throws HostError `damaged` */
export function scanSheet(xml: string, visitor: SheetVisitor): void {
  const cell: ScannedCell = newCell();
  const position = { row: -1, column: -1 };
  let inData = false;
  let inCell = false;
  let reads: "" | "v" | "f" | "t" = "";
  let phonetic = false;
  let text = "";

  const finishCell = (end: number): unknown => {
    inCell = false;
    cell.end = end;
    return visitor.cell?.(cell);
  };

  walkXml(xml, (event) => {
    if (!inData) {
      if (event.depth === 0 && event.kind === "open" && event.name !== "worksheet") {
        throw new HostError("damaged", { technical: `root is ${event.name}` });
      }
      if (event.name === "sheetData" && event.kind === "open" && !event.empty) inData = true;
      return visitor.other?.(event);
    }
    if (event.kind === "text") {
      if (reads !== "" && !phonetic) text += decodeText(xml.slice(event.start, event.end));
      return undefined;
    }
    if (event.kind === "open") {
      switch (event.name) {
        case "c":
          openCell(xml, event, cell, position);
          inCell = true;
          return event.empty ? finishCell(event.end) : undefined;
        case "v":
        case "f":
        case "t":
          if (!inCell) return undefined;
          text = "";
          reads = event.empty ? "" : event.name;
          if (event.name === "f") {
            cell.formulaTag = xml.slice(event.start, event.end);
            cell.formulaStart = event.start;
            cell.formulaEnd = event.end;
          }
          return undefined;
        case "rPh":
          phonetic = !event.empty;
          return undefined;
        case "row":
          position.row = rowNumber(xml, event, position.row);
          position.column = -1;
          if (visitor.openRow?.(position.row, event.start, event.end, event.empty) === "stop") return "stop";
          return event.empty ? visitor.closeRow?.(position.row, event.end, event.end) : undefined;
        default:
          return undefined;
      }
    }
    switch (event.name) {
      case "v":
        cell.value = text;
        reads = "";
        return undefined;
      case "t":
        if (!phonetic && inCell) cell.value = (cell.value ?? "") + text;
        reads = "";
        return undefined;
      case "f":
        cell.formula = text;
        cell.formulaEnd = event.end;
        reads = "";
        return undefined;
      case "rPh":
        phonetic = false;
        return undefined;
      case "c":
        return finishCell(event.end);
      case "row":
        return visitor.closeRow?.(position.row, event.start, event.end);
      case "sheetData":
        inData = false;
        return visitor.other?.(event);
      default:
        return undefined;
    }
  });
}

function newCell(): ScannedCell {
  return {
    row: 0,
    column: 0,
    start: 0,
    end: 0,
    tagEnd: 0,
    type: "n",
    style: "",
    value: undefined,
    formulaTag: undefined,
    formula: "",
    formulaStart: 0,
    formulaEnd: 0,
  };
}

/** Starts a cell: the attributes that matter, read in one pass since this is the innermost loop of reading. */
function openCell(xml: string, event: XmlEvent, cell: ScannedCell, position: { row: number; column: number }): void {
  let reference = "";
  cell.type = "n";
  cell.style = "";
  const tag = xml.slice(event.start, event.end);
  for (let equals = tag.indexOf("="); equals > 0;) {
    let end = equals;
    while (tag.charCodeAt(end - 1) <= 32) end--;
    const name = tag.charCodeAt(end - 2) <= 32 ? tag.charAt(end - 1) : "";
    let quote = equals + 1;
    while (tag.charCodeAt(quote) <= 32) quote++;
    const close = tag.indexOf(tag.charAt(quote), quote + 1);
    if (name === "r") reference = tag.slice(quote + 1, close);
    else if (name === "t") cell.type = tag.slice(quote + 1, close);
    else if (name === "s") cell.style = tag.slice(quote + 1, close);
    equals = close < 0 ? -1 : tag.indexOf("=", close);
  }
  position.column = reference === "" ? position.column + 1 : columnOf(reference);
  cell.row = position.row;
  cell.column = position.column;
  cell.start = event.start;
  cell.tagEnd = event.end;
  cell.value = undefined;
  cell.formulaTag = undefined;
  cell.formula = "";
}

const LAST_COLUMN = 16_383;
const LAST_ROW = 1_048_575;

function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  if (column === 0 || column - 1 > LAST_COLUMN) throw new HostError("damaged", { technical: `cell ${reference}` });
  return column - 1;
}

function rowNumber(xml: string, event: XmlEvent, previous: number): number {
  const match = /\sr\s*=\s*["'](\d{1,9})["']/.exec(xml.slice(event.start, event.end));
  const row = match ? Number(match[1]) - 1 : previous + 1;
  if (row < 0 || row > LAST_ROW) throw new HostError("damaged", { technical: `row ${row + 1}` });
  return row;
}
