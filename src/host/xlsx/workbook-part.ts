import { HostError, type FileFormat } from "../errors";
import { LIMITS } from "./limits";
import { relationshipKind, type OpcPackage, type Relationship } from "./opc-package";
import { walkXml } from "./xml";
import { attribute, prefixedAttribute } from "./xml-attributes";
import { outline } from "./xml-children";

/** A sheet as the workbook part lists it, in tab order. */
export interface SheetEntry {
  readonly name: string;
  readonly visible: boolean;
  readonly kind: "worksheet" | "chartsheet" | "other";
  /** Part name; undefined where its relationship is missing. */
  readonly part: string | undefined;
}

/** The workbook part: which sheets there are and where their contents lie. */
export interface WorkbookPart {
  readonly part: string;
  readonly sheets: readonly SheetEntry[];
  readonly relationships: readonly Relationship[];
  /** Sheets may not be added: the workbook's structure is protected. */
  readonly structureLocked: boolean;
}

/** @throws HostError `notAWorkbook` where the package holds none, `damaged` where it can't be read, `tooLarge`. */
export function readWorkbookPart(opc: OpcPackage): WorkbookPart {
  const part = workbookName(opc);
  const xml = opc.text(part);
  const relationships = opc.relationships(part);
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const sheets: SheetEntry[] = [];
  let structureLocked = false;
  walkXml(xml, (event) => {
    if (event.kind !== "open") return;
    const tag = xml.slice(event.start, event.end);
    if (event.depth === 0 && event.name !== "workbook") throw new HostError("notAWorkbook", { format: "other" });
    if (event.name === "workbookProtection") structureLocked = isTrue(attribute(tag, "lockStructure"));
    if (event.name !== "sheet" || event.depth !== 2) return;
    const relationship = byId.get(prefixedAttribute(tag, "id") ?? "");
    const kind = relationship ? relationshipKind(relationship) : "worksheet";
    sheets.push({
      name: attribute(tag, "name") ?? "",
      visible: (attribute(tag, "state") ?? "visible") === "visible",
      kind: kind === "worksheet" || kind === "chartsheet" ? kind : "other",
      part: relationship?.target,
    });
  });
  if (sheets.length === 0) throw new HostError("damaged", { technical: "workbook without sheets" });
  if (sheets.every((sheet) => sheet.part === undefined)) throw unlinked("sheets");
  if (sheets.length > LIMITS.sheets) throw new HostError("tooLarge", { technical: `${sheets.length} sheets` });
  return { part, sheets, relationships, structureLocked };
}

function workbookName(opc: OpcPackage): string {
  if (!opc.has("[Content_Types].xml")) throw new HostError("notAWorkbook", { format: foreignFormat(opc) });
  const main = opc.relationships("").find((r) => relationshipKind(r) === "officeDocument")?.target;
  if (main === undefined) {
    throw opc.has("xl/workbook.xml")
      ? unlinked("workbook")
      : new HostError("notAWorkbook", { format: foreignFormat(opc) });
  }
  if (!opc.has(main)) throw new HostError("damaged", { technical: `missing part ${main}` });
  if (/\.bin$/i.test(main)) throw new HostError("notAWorkbook", { format: "xlsb" });
  if (/^(?:word|ppt)\//i.test(main)) throw new HostError("notAWorkbook", { format: foreignFormat(opc) });
  return main;
}

/** The contents are there, but nothing says where: a relationship part was lost or left out. */
function unlinked(what: string): HostError {
  return new HostError("damaged", { format: "xlsx", technical: `no relationship to the ${what}` });
}

function foreignFormat(opc: OpcPackage): FileFormat {
  if (opc.has("mimetype") && opc.has("content.xml")) return "ods";
  return opc.has("word/document.xml") ? "word" : "zip";
}

/** Namespace of a workbook's own elements: files saved as "Strict" name it differently. */
export function spreadsheetNamespace(xml: string): string {
  const { prefix, rootTag } = outline(xml);
  return attribute(rootTag, prefix === "" ? "xmlns" : `xmlns:${prefix.slice(0, -1)}`) ?? TRANSITIONAL;
}

const TRANSITIONAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** Truth of an XML Schema boolean. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}
