import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "./bundle.mjs";

/** Where the demo lies once built: a folder that any static web server can serve. */
export const DEMO_FOLDER = join(import.meta.dirname, "../out/demo");

/**
 * Builds the demo page. Its pane/ is what `npm run build` puts into dist/, file by file, and besides the add-in's own
 * pages once more with a script before all others that gives them a host to talk to, as Excel does before it loads one.
 */
export async function buildDemo() {
  const pane = join(DEMO_FOLDER, "pane");
  await bundle(["product", "demo"], { product: pane });
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
