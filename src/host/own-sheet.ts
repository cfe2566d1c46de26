/**
 * A sheet of ours carries this name in its own scope, hidden: it tells our sheet from a sheet of the user with the
 * same title, survives renaming, and Office.js and files know it alike.
 */
export const OWN_SHEET_MARK = "决算公开助手_自动生成";

/** What the name refers to, with "=", as Office.js takes it; a file stores it without. */
export const OWN_SHEET_FORMULA = "=TRUE";
