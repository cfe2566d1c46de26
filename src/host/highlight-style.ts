import type { Severity } from "../core/model/rule";
import type { Highlight } from "./port";

/**
 * Our highlights are conditional formats with an expression that is always true and says whose it is and what it
 * means. Both hosts write this expression and recognise it again, after the file was saved, closed and reopened by
 * whatever program: nothing else about a format is relied upon.
 */
const FORMULA = /^\s*=?\s*LEN\(\s*"决算公开助手:(error|verify|hint):(suspect|finding|related)"\s*\)\s*>\s*0\s*$/i;

export interface HighlightMark {
  readonly severity: Severity;
  readonly role: Highlight["role"];
}

/** Part of every formula of ours; a sheet whose XML lacks it has no highlight of ours. */
export const HIGHLIGHT_WORD = "决算公开助手:";

/** All marks, the strongest first. */
export const HIGHLIGHT_MARKS: readonly HighlightMark[] = (["error", "verify", "hint"] as const).flatMap((severity) =>
  (["suspect", "finding", "related"] as const).map((role) => ({ severity, role })),
);

/** The formula of a mark with its "=", as Office.js takes it; a file stores it without. */
export function highlightFormula({ severity, role }: HighlightMark): string {
  return `=LEN("${HIGHLIGHT_WORD}${severity}:${role}")>0`;
}

/** The mark a conditional format's formula stands for, or undefined where it is not ours. */
export function highlightMarkOf(formula: string): HighlightMark | undefined {
  const match = FORMULA.exec(formula);
  const [, severity, role] = match ?? [];
  return HIGHLIGHT_MARKS.find((mark) => mark.severity === severity && mark.role === role);
}

/** How a mark looks. Colours are "#RRGGBB"; the line names are those of Office.js. */
export interface HighlightStyle {
  readonly fill: string;
  readonly color: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly line: "Continuous" | "Dash" | "Dot";
  readonly lineColor: string;
}

const LINES: Readonly<Record<Severity, Pick<HighlightStyle, "line" | "lineColor" | "color">>> = {
  error: { line: "Continuous", lineColor: "#C00000", color: "#7A0000" },
  verify: { line: "Dash", lineColor: "#B45F06", color: "#663300" },
  hint: { line: "Dot", lineColor: "#1F4E79", color: "#1F3864" },
};

const FILLS: Readonly<Record<Severity, Readonly<Record<Highlight["role"], string>>>> = {
  error: { suspect: "#FF9999", finding: "#FFD9D9", related: "#FFF2F2" },
  verify: { suspect: "#FFCC66", finding: "#FFECC2", related: "#FFF8E8" },
  hint: { suspect: "#9DC3E6", finding: "#DCEAF7", related: "#F1F7FC" },
};

/**
 * The look of a mark. Severity shows by the border as well (solid, dashed, dotted), the role by the lettering (suspect
 * bold and underlined, finding bold, related italic), so that no meaning hangs on colour.
 */
export function highlightStyle({ severity, role }: HighlightMark): HighlightStyle {
  return {
    ...LINES[severity],
    fill: FILLS[severity][role],
    bold: role !== "related",
    italic: role === "related",
    underline: role === "suspect",
  };
}
