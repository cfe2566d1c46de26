import { strFromU8 } from "fflate";
import type { AddedPart, AddedRelationship } from "./word-package";

const TYPES = "[Content_Types].xml";
const RELATIONSHIPS = "word/_rels/document.xml.rels";
const SETTINGS = "word/settings.xml";
const EMPTY_RELATIONSHIPS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

/**
 * A Word package with further parts that its main part refers to: content types and relationships said, what had the same
 * id replaced, and Word asked to bring its fields up to date.
 */
export function addParts(
  parts: Readonly<Record<string, Uint8Array>>,
  added: readonly AddedPart[],
  relationships: readonly AddedRelationship[],
): Record<string, string | Uint8Array> {
  const text = (name: string, otherwise: string): string => {
    const bytes = parts[name];
    return bytes ? strFromU8(bytes) : otherwise;
  };
  const settings = parts[SETTINGS];
  return {
    ...parts,
    ...Object.fromEntries(added.map(({ name, content }) => [name, content])),
    [TYPES]: withTypes(text(TYPES, ""), added),
    [RELATIONSHIPS]: withRelationships(text(RELATIONSHIPS, EMPTY_RELATIONSHIPS), relationships),
    ...(settings ? { [SETTINGS]: withUpdatedFields(strFromU8(settings)) } : {}),
  };
}

function withTypes(xml: string, added: readonly AddedPart[]): string {
  const known = /<Default\b[^>]*Extension="xlsx"/i.test(xml);
  const workbook =
    '<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>';
  const overrides = added.flatMap(({ name, type }) =>
    type === "" || xml.includes(`PartName="/${name}"`) ? [] : [`<Override PartName="/${name}" ContentType="${type}"/>`],
  );
  return xml
    .replace(/<Types\b[^>]*>/, (open) => (known ? open : open + workbook))
    .replace(/<\/Types>\s*$/, `${overrides.join("")}</Types>`);
}

function withRelationships(xml: string, added: readonly AddedRelationship[]): string {
  const ids = new Set(added.map(({ id }) => id));
  const kept = xml.replace(/<Relationship\b[^>]*\/>/g, (one) =>
    ids.has(/\bId="([^"]*)"/.exec(one)?.[1] ?? "") ? "" : one,
  );
  const own = added.map(({ id, type, target }) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return kept
    .replace(/<Relationships\b([^>]*)\/>\s*$/, "<Relationships$1></Relationships>")
    .replace(/<\/Relationships>\s*$/, `${own.join("")}</Relationships>`);
}

/** What the schema has behind `updateFields` in the settings. */
const BEHIND =
  /<w:(?:hdrShapeDefaults|footnotePr|endnotePr|compat|docVars|rsids|attachedSchema|themeFontLang|clrSchemeMapping|doNotIncludeSubdocsInStats|doNotAutoCompressPictures|forceUpgrade|captions|readModeInkLockDown|smartTagType|shapeDefaults|doNotEmbedSmartTags|decimalSymbol|listSeparator)\b|<m:mathPr\b|<sl:|<w1\d:|<\/w:settings>/;

function withUpdatedFields(xml: string): string {
  return /<w:updateFields\b/.test(xml)
    ? xml
    : xml.replace(BEHIND, (behind) => `<w:updateFields w:val="true"/>${behind}`);
}
