import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { bundle } from "./bundle.mjs";
import { manifestFor } from "./manifest-for.mjs";

const root = join(import.meta.dirname, "..");

/**
 * Builds all that a web server needs into `folder`: the add-in, 网页版 below web/, the manifest and the licences.
 * @param {string} folder
 * @param {string | undefined} [baseUrl] where the folder will lie; the development server's address where there is none yet
 * @param {(told: string) => void} [tell] told, line by line, how far it is
 * @returns {Promise<void>}
 * @throws {RangeError} where the address is none that Excel would load, before anything is built
 */
export async function buildProduct(folder, baseUrl, tell) {
  const manifest = manifestFor(readFileSync(join(root, "manifest.xml"), "utf8"), baseUrl);
  await bundle({ product: resolve(folder), web: resolve(folder, "web") }, tell);
  writeFileSync(join(folder, "web-pane.html"), withHost(readFileSync(join(folder, "taskpane.html"), "utf8")));
  writeFileSync(join(folder, "manifest.xml"), manifest);
  copyFileSync(join(root, "THIRD-PARTY-NOTICES.md"), join(folder, "THIRD-PARTY-NOTICES.txt"));
  copyFileSync(join(root, "LICENSE"), join(folder, "LICENSE.txt"));
}

/**
 * The pane's page with a first script that gives it a host to talk to, as Excel does before it loads one.
 * @param {string} html
 * @throws {Error} where the page loads no script
 */
export function withHost(html) {
  const first = html.search(/<script\b/);
  if (first < 0) throw new Error("the page loads no script");
  return `${html.slice(0, first)}<script src="web/host.js"></script>${html.slice(first)}`;
}
