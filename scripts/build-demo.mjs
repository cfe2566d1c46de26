import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "./bundle.mjs";

const root = join(import.meta.dirname, "..");

/** Where the demo lies once built: a folder that any static web server can serve. */
export const DEMO_FOLDER = join(root, "out/demo");

/**
 * Builds the demo page. Its pane/ is a copy of dist/, file by file, and one page more: the pane's own page with a
 * script before all others that gives it a host to talk to, as Excel does before it loads the page.
 */
export async function buildDemo() {
  await bundle(["product", "demo"]);
  const pane = join(DEMO_FOLDER, "pane");
  rmSync(pane, { recursive: true, force: true });
  cpSync(join(root, "dist"), pane, { recursive: true });
  for (const name of ["taskpane", "commands"]) {
    writeFileSync(join(pane, `${name}-in-demo.html`), withHost(readFileSync(join(pane, `${name}.html`), "utf8")));
  }
}

/**
 * A page of the add-in with the demo's host script as its first.
 * @param {string} html
 * @throws {Error} where the page loads no script
 */
export function withHost(html) {
  const first = html.search(/<script\b/);
  if (first < 0) throw new Error("the page loads no script");
  return `${html.slice(0, first)}<script src="../host.js"></script>${html.slice(first)}`;
}
