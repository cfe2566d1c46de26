import { HostError } from "../errors";
import type { OpcPackage } from "./opc-package";
import { readWorkbookPart } from "./workbook-part";

/** Part name of every worksheet by sheet name, hidden ones included. */
export function worksheetParts(opc: OpcPackage): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const { name, kind, part } of readWorkbookPart(opc).sheets) {
    if (kind === "worksheet" && part !== undefined && opc.has(part)) parts.set(name, part);
  }
  return parts;
}

/** Items by the part of the sheet they belong to. @throws HostError `sheetMissing` */
export function bySheet<T>(
  parts: ReadonlyMap<string, string>,
  items: readonly T[],
  sheetOf: (item: T) => string,
): Map<string, { readonly part: string; readonly items: T[] }> {
  const groups = new Map<string, { readonly part: string; readonly items: T[] }>();
  for (const item of items) {
    const sheet = sheetOf(item);
    const part = parts.get(sheet);
    if (part === undefined) throw new HostError("sheetMissing", { sheet });
    const group = groups.get(sheet) ?? { part, items: [] };
    group.items.push(item);
    groups.set(sheet, group);
  }
  return groups;
}
