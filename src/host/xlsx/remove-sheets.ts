import { HostError } from "../errors";
import { relationshipsOf, type OpcPackage } from "./opc-package";
import { dropCharts } from "./sheet-charts";
import { applySplices, type Splice } from "./splice";
import { readWorkbookPart } from "./workbook-part";
import { walkXml } from "./xml";
import { attribute, withAttribute } from "./xml-attributes";

/**
 * Takes sheets out of the package, with their charts and the names in their scope.
 * @throws HostError `sheetMissing`, `protected`, `notSupported` where no visible sheet would remain
 */
export function removeSheets(opc: OpcPackage, names: readonly string[]): void {
  const book = readWorkbookPart(opc);
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  const gone = names.find((name) => !book.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase()));
  if (gone !== undefined) throw new HostError("sheetMissing", { sheet: gone });
  if (book.structureLocked) throw new HostError("protected", { technical: "workbook structure" });
  const isRemoved = book.sheets.map(({ name }) => wanted.has(name.toLowerCase()));
  if (!book.sheets.some(({ visible }, i) => visible && !isRemoved[i])) {
    throw new HostError("notSupported", { technical: "no visible sheet would remain" });
  }
  opc.setText(book.part, withoutSheets(opc.text(book.part), isRemoved));
  for (const [i, { part }] of book.sheets.entries()) {
    if (!isRemoved[i] || part === undefined) continue;
    for (const { id, target } of book.relationships) if (target === part) opc.unrelate(book.part, id);
    dropCharts(opc, part);
    if (opc.has(relationshipsOf(part))) opc.remove(relationshipsOf(part));
    opc.remove(part);
  }
}

/** The workbook's XML without these sheets; names in the scope of later sheets count anew. */
function withoutSheets(xml: string, isRemoved: readonly boolean[]): string {
  const splices: Splice[] = [];
  let sheet = -1;
  let names = 0;
  let nameStart: number | undefined;
  let namesTag = { start: 0, end: 0 };
  let kept = 0;
  walkXml(xml, (event) => {
    const { start, end, empty } = event;
    if (event.kind === "text") return;
    if (event.name === "sheet" && event.depth === 2 && event.kind === "open") {
      sheet += 1;
      if (isRemoved[sheet])
        splices.push({ start, end: empty ? end : xml.indexOf(">", xml.indexOf("</", end)) + 1, text: "" });
    } else if (event.name === "definedNames" && event.kind === "open") namesTag = { start, end };
    else if (event.name === "definedName" && event.kind === "open") {
      names += 1;
      const tag = xml.slice(start, end);
      const at = attribute(tag, "localSheetId");
      if (at !== undefined && isRemoved[Number(at)]) nameStart = start;
      else {
        kept += 1;
        const before = isRemoved.slice(0, Number(at ?? 0)).filter(Boolean).length;
        if (at !== undefined && before > 0)
          splices.push({ start, end, text: withAttribute(tag, "localSheetId", String(Number(at) - before)) });
      }
    } else if (event.name === "definedName" && nameStart !== undefined) {
      splices.push({ start: nameStart, end, text: "" });
      nameStart = undefined;
    } else if (event.name === "definedNames" && names > 0 && kept === 0) {
      splices.splice(0, splices.length, ...splices.filter((s) => s.start < namesTag.start || s.start >= end));
      splices.push({ start: namesTag.start, end, text: "" });
    } else if (event.name === "workbookView" && event.kind === "open") {
      const tag = xml.slice(start, end);
      const rest = ["activeTab", "firstSheet"].reduce((t, name) => withAttribute(t, name, undefined), tag);
      if (rest !== tag) splices.push({ start, end, text: rest });
    }
  });
  return applySplices(xml, splices);
}
