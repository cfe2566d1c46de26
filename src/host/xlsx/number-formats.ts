/** Number formats that a file names by number only, with the codes that Office.js gives them. */
const BUILTIN: readonly (readonly [number, string])[] = [
  [0, "General"],
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [9, "0%"],
  [10, "0.00%"],
  [11, "0.00E+00"],
  [12, "# ?/?"],
  [13, "# ??/??"],
  [14, "m/d/yyyy"],
  [15, "d-mmm-yy"],
  [16, "d-mmm"],
  [17, "mmm-yy"],
  [18, "h:mm AM/PM"],
  [19, "h:mm:ss AM/PM"],
  [20, "h:mm"],
  [21, "h:mm:ss"],
  [22, "m/d/yyyy h:mm"],
  [37, "#,##0_);(#,##0)"],
  [38, "#,##0_);[Red](#,##0)"],
  [39, "#,##0.00_);(#,##0.00)"],
  [40, "#,##0.00_);[Red](#,##0.00)"],
  [45, "mm:ss"],
  [46, "[h]:mm:ss"],
  [47, "mm:ss.0"],
  [48, "##0.0E+0"],
  [49, "@"],
];

const CODES = new Map(BUILTIN);
const IDS = new Map(BUILTIN.map(([id, code]) => [code, id]));

export const GENERAL = "General";

/** Code of a built-in format, or undefined where the number is not built in. */
export function builtinCode(id: number): string | undefined {
  return CODES.get(id);
}

/** Number of a built-in format with this code. */
export function builtinId(code: string): number | undefined {
  return IDS.get(code);
}

/** Formats of the file's own are numbered from here. */
export const FIRST_OWN_FORMAT = 164;
