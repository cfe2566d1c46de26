import { posix } from "node:path";

/** Whether the text holds *, ? or **: what a shell would have expanded, where there is one that does. */
export function isPattern(text: string): boolean {
  return /[*?]/.test(text);
}

/**
 * A pattern as the folder to search ("" for the present one) and a test of the paths found below it. `*` and `?` stay
 * within a name, `**` crosses folders; letters match whatever their case.
 */
export function matcher(pattern: string): { readonly folder: string; readonly matches: (path: string) => boolean } {
  const parts = slashed(pattern).split("/");
  const fixed = parts.findIndex(isPattern);
  const base = parts.slice(0, fixed).join("/");
  const folder = fixed === 0 ? "" : base === "" ? "/" : posix.normalize(base);
  const names = parts.slice(fixed).map((part, i, all) => partExpression(part, i === all.length - 1));
  const prefix = folder === "" || folder.endsWith("/") ? folder : `${folder}/`;
  const expression = new RegExp(`^${literal(prefix)}${names.join("")}$`, "i");
  return { folder, matches: (path) => expression.test(slashed(path)) };
}

/** Expression of one name, with the slash behind it where further names follow. */
function partExpression(part: string, isLast: boolean): string {
  if (part === "**") return isLast ? "(?:[^/]+/)*[^/]+" : "(?:[^/]+/)*";
  const name = literal(part).replace(/\*+/g, "[^/]*").replace(/\?/g, "[^/]");
  return isLast ? name : `${name}/`;
}

/** Text as an expression for itself; * and ? are left as they are. */
function literal(text: string): string {
  return text.replace(/[.+^${}()|[\]\\]/g, "\\$&");
}

function slashed(path: string): string {
  return path.replace(/\\/g, "/").replace(/^(?:\.\/)+/, "");
}
