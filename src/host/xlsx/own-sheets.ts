import { columnName } from "../../core/model/cell";
import { HostError } from "../errors";
import { OWN_SHEET_FORMULA, OWN_SHEET_MARK } from "../own-sheet";
import type { SheetContent } from "../port";
import { relationshipKind, XML_HEAD, type OpcPackage } from "./opc-package";
import { patchCells, type CellPatch } from "./patch-cells";
import { applySplices, type Splice } from "./splice";
import { dropCharts, withCharts } from "./sheet-charts";
import type { StylesPart } from "./styles-part";
import { readWorkbookPart, spreadsheetNamespace } from "./workbook-part";
import { walkXml } from "./xml";
import { attribute } from "./xml-attributes";
import { escapeXml } from "./xml-text";
import { BEFORE_DEFINED_NAMES } from "./workbook-children";
import { appendedTo, outline, placeAfter } from "./xml-children";

const WORKSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
/**
 * Adds a sheet of ours at the end of the package, or replaces the contents of the one with that name.
 * @throws HostError `sheetExists` where a sheet of the user has the name, `protected` where none may be added.
 */
export function putOwnSheet(opc: OpcPackage, sheet: SheetContent, styles: StylesPart): void {
  const book = readWorkbookPart(opc);
  const index = book.sheets.findIndex((s) => s.name.toLowerCase() === sheet.name.toLowerCase());
  const existing = book.sheets[index];
  if (existing) {
    if (existing.part === undefined || !ownSheets(opc.text(book.part)).has(index)) {
      throw new HostError("sheetExists", { sheet: sheet.name });
    }
    dropCharts(opc, existing.part);
    opc.setText(existing.part, withCharts(opc, existing.part, sheet, worksheetXml(opc, sheet, styles)));
    return;
  }
  if (book.structureLocked) throw new HostError("protected", { sheet: sheet.name });
  const part = opc.freeName("xl/worksheets/sheet", ".xml");
  const type = book.relationships.find((r) => relationshipKind(r) === "worksheet")?.type;
  if (type === undefined) throw new HostError("damaged", { technical: "no worksheet relationship" });
  opc.add(part, withCharts(opc, part, sheet, worksheetXml(opc, sheet, styles)), WORKSHEET_TYPE);
  const id = opc.relate(book.part, type, part);
  opc.setText(book.part, registered(opc.text(book.part), sheet.name, id, type.slice(0, type.lastIndexOf("/"))));
}

function worksheetXml(opc: OpcPackage, sheet: SheetContent, styles: StylesPart): string {
  const namespace = spreadsheetNamespace(opc.text(readWorkbookPart(opc).part));
  const cols = (sheet.widths ?? []).map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  const columns = Math.max(1, ...sheet.rows.map((row) => row.length));
  const dimension = `A1:${columnName(columns - 1)}${Math.max(1, sheet.rows.length)}`;
  const empty = `${XML_HEAD}<worksheet xmlns="${namespace}"><dimension ref="${dimension}"/>${cols.length > 0 ? `<cols>${cols.join("")}</cols>` : ""}<sheetData/></worksheet>`;
  const patches = sheet.rows.flatMap((row, r) =>
    row.map((cell, c): CellPatch => ({
      cell: { sheet: sheet.name, row: r, column: c },
      content: cell.content,
      isFormula: cell.isFormula ?? false,
      style: styles.plain(cell.numberFormat, cell.bold ?? false),
    })),
  );
  return patchCells(empty, patches);
}

/** The workbook's XML with the sheet listed last and marked as ours. */
function registered(xml: string, name: string, relationship: string, namespace: string): string {
  const book = outline(xml);
  const p = book.prefix;
  const sheets = book.children.find((child) => child.name === "sheets");
  if (!sheets) throw new HostError("damaged", { technical: "workbook without sheets" });
  const listed = xml.slice(sheets.tagEnd, sheets.closeStart);
  const ids = [...listed.matchAll(/\ssheetId\s*=\s*["'](\d+)["']/g)].map((match) => Number(match[1]));
  const count = ids.length;
  const entry = `<${p}sheet name="${escapeXml(name)}" sheetId="${Math.max(0, ...ids) + 1}" r:id="${relationship}" xmlns:r="${namespace}"/>`;
  const mark = `<${p}definedName name="${OWN_SHEET_MARK}" localSheetId="${count}" hidden="1">${OWN_SHEET_FORMULA.slice(1)}</${p}definedName>`;
  const splices: Splice[] = [appendedTo(xml, sheets, entry)];
  const names = book.children.find((child) => child.name === "definedNames");
  if (names) {
    splices.push(appendedTo(xml, names, mark));
  } else {
    const place = placeAfter(book, BEFORE_DEFINED_NAMES);
    splices.push({ start: place, end: place, text: `<${p}definedNames>${mark}</${p}definedNames>` });
  }
  return applySplices(xml, splices);
}

/** Positions (in tab order) of the sheets that carry our mark. */
function ownSheets(xml: string): ReadonlySet<number> {
  const own = new Set<number>();
  walkXml(xml, (event) => {
    if (event.name === "definedName" && event.kind === "open") {
      const tag = xml.slice(event.start, event.end);
      const index = attribute(tag, "name") === OWN_SHEET_MARK ? attribute(tag, "localSheetId") : undefined;
      if (index !== undefined) own.add(Number(index));
    }
  });
  return own;
}
