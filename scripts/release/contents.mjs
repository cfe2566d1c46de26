import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { htmlPage } from "./page.mjs";

const root = join(import.meta.dirname, "../..");
const read = (path) => readFileSync(join(root, path));
const BYTE_ORDER_MARK = "\ufeff";

/** Pages of docs that go along, and what becomes of what they link to. */
const PAGES = {
  "docs/install.md": "install.html",
  "docs/in-excel.md": "in-excel.html",
  "CHANGELOG.md": "changelog.html",
};
const FOLDERS = { "docs/deploy/": "server/", "docs/pictures/": "pictures/" };

/** Where a file of the repository lies in the release. */
function placeOf(path) {
  const folder = Object.keys(FOLDERS).find((name) => path.startsWith(name));
  const place = PAGES[path] ?? (folder && FOLDERS[folder] + path.slice(folder.length));
  if (place === undefined) throw new Error(`${path} is linked to and is not part of the release`);
  return place;
}

/**
 * What an administrator gets, without Node: the built add-in, the scripts that set its address, server samples, pages.
 * @param {string} dist folder of the built add-in; its manifest, which names no real address, is left out
 * @returns {ReadonlyMap<string, Uint8Array>} contents by path, with "/" between folders
 */
export function releaseContents(dist) {
  const files = new Map();
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(dist.length + 1).replaceAll("\\", "/");
    if (entry.isFile() && name !== "manifest.xml" && !name.endsWith(".map"))
      files.set(`addin/${name}`, readFileSync(path));
  }
  files.set("manifest-template.xml", read("manifest.xml"));
  for (const folder of Object.keys(FOLDERS))
    for (const name of readdirSync(join(root, folder))) files.set(FOLDERS[folder] + name, read(folder + name));
  for (const [path, place] of Object.entries(PAGES)) {
    const within = (target) => placeOf(posix.join(posix.dirname(path), target.replace(/#.*/, "")));
    files.set(place, Buffer.from(htmlPage(read(path).toString("utf8"), within)));
  }
  files.set("sample.xlsx", read("assets/samples/sample.xlsx"));
  files.set("set-address.sh", read("scripts/release/set-address.sh"));
  for (const [name, mark] of [
    // Windows PowerShell takes a script without the mark for one in the system's own code page.
    ["set-address.ps1", BYTE_ORDER_MARK],
    ["set-address.cmd", ""],
  ]) {
    const text = read(`scripts/release/${name}`).toString("utf8");
    files.set(name, Buffer.from(mark + text.replaceAll("\n", "\r\n")));
  }
  return files;
}
