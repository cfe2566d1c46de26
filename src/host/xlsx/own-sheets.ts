import { HostError } from "../errors";
import { OWN_SHEET_FORMULA, OWN_SHEET_MARK } from "../own-sheet";
import type { SheetContent } from "../port";
import { emptyWorksheet } from "./empty-worksheet";
import { LIMITS } from "./limits";
import { relationshipKind, type OpcPackage } from "./opc-package";
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
  addSheet(opc, sheet, styles, [[OWN_SHEET_MARK, OWN_SHEET_FORMULA.slice(1), true], ...printTitles(sheet)]);
}

/**
 * Adds sheets of the user's at the end of the package. Names are looked at before anything is added.
 * @throws HostError `sheetExists`, `protected`, `tooLarge`
 */
export function addUserSheets(opc: OpcPackage, sheets: readonly SheetContent[], styles: StylesPart): void {
  const book = readWorkbookPart(opc);
  if (book.structureLocked) throw new HostError("protected", { technical: "workbook structure" });
  const names = new Set(book.sheets.map(({ name }) => name.toLowerCase()));
  const taken = sheets.find(({ name }) => names.has(name.toLowerCase()));
  if (taken) throw new HostError("sheetExists", { sheet: taken.name });
  if (book.sheets.length + sheets.length > LIMITS.sheets) throw new HostError("tooLarge");
  for (const sheet of sheets) addSheet(opc, sheet, styles, printTitles(sheet));
}

type SheetName = readonly [name: string, refersTo: string, hidden: boolean];

function printTitles({ name, print }: SheetContent): readonly SheetName[] {
  if (!print) return [];
  const { top, bottom } = print.repeated;
  return [["_xlnm.Print_Titles", `'${name.replaceAll("'", "''")}'!$${top + 1}:$${bottom + 1}`, false]];
}

function addSheet(opc: OpcPackage, sheet: SheetContent, styles: StylesPart, names: readonly SheetName[]): void {
  const book = readWorkbookPart(opc);
  const part = opc.freeName("xl/worksheets/sheet", ".xml");
  const type = book.relationships.find((r) => relationshipKind(r) === "worksheet")?.type;
  if (type === undefined) throw new HostError("damaged", { technical: "no worksheet relationship" });
  opc.add(part, withCharts(opc, part, sheet, worksheetXml(opc, sheet, styles)), WORKSHEET_TYPE);
  const id = opc.relate(book.part, type, part);
  opc.setText(book.part, registered(opc.text(book.part), sheet.name, id, type.slice(0, type.lastIndexOf("/")), names));
}

function worksheetXml(opc: OpcPackage, sheet: SheetContent, styles: StylesPart): string {
  const namespace = spreadsheetNamespace(opc.text(readWorkbookPart(opc).part));
  const patches = sheet.rows.flatMap((row, r) =>
    row.map(({ content, isFormula = false, numberFormat, bold = false, look, result }, c): CellPatch => ({
      cell: { sheet: sheet.name, row: r, column: c },
      content,
      isFormula,
      ...(result === undefined ? {} : { result }),
      style: look
        ? styles.look(look, typeof content === "string" && !isFormula ? content : "")
        : styles.plain(numberFormat, bold),
      keepBlank: look !== undefined,
    })),
  );
  return patchCells(emptyWorksheet(sheet, namespace), patches);
}

/** The workbook's XML with the sheet listed last, and names in its scope. */
function registered(
  xml: string,
  name: string,
  relationship: string,
  namespace: string,
  scoped: readonly SheetName[],
): string {
  const book = outline(xml);
  const p = book.prefix;
  const sheets = book.children.find((child) => child.name === "sheets");
  if (!sheets) throw new HostError("damaged", { technical: "workbook without sheets" });
  const listed = xml.slice(sheets.tagEnd, sheets.closeStart);
  const ids = [...listed.matchAll(/\ssheetId\s*=\s*["'](\d+)["']/g)].map((match) => Number(match[1]));
  const count = ids.length;
  const entry = `<${p}sheet name="${escapeXml(name)}" sheetId="${Math.max(0, ...ids) + 1}" r:id="${relationship}" xmlns:r="${namespace}"/>`;
  const splices: Splice[] = [appendedTo(xml, sheets, entry)];
  const marks = scoped
    .map(
      ([title, refers, hidden]) =>
        `<${p}definedName name="${title}" localSheetId="${count}"${hidden ? ' hidden="1"' : ""}>${escapeXml(refers)}</${p}definedName>`,
    )
    .join("");
  const names = book.children.find((child) => child.name === "definedNames");
  if (marks === "") return applySplices(xml, splices);
  if (names) {
    splices.push(appendedTo(xml, names, marks));
  } else {
    const place = placeAfter(book, BEFORE_DEFINED_NAMES);
    splices.push({ start: place, end: place, text: `<${p}definedNames>${marks}</${p}definedNames>` });
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
