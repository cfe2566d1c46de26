/** Children of the workbook element that the schema puts before definedNames. */
export const BEFORE_DEFINED_NAMES: ReadonlySet<string> = new Set([
  "fileVersion",
  "fileSharing",
  "workbookPr",
  "AlternateContent",
  "revisionPtr",
  "absPath",
  "workbookProtection",
  "bookViews",
  "sheets",
  "functionGroups",
  "externalReferences",
]);

/** Children that stand before calcPr. */
export const BEFORE_CALCULATION: ReadonlySet<string> = new Set([...BEFORE_DEFINED_NAMES, "definedNames"]);
