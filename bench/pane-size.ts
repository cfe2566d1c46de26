import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Bytes of the pane's first load, packed and not: what taskpane.html names itself, office.js left out. */
export function paneSize(dist: string): { readonly raw: number; readonly gzip: number } | undefined {
  let page: string;
  try {
    page = readFileSync(join(dist, "taskpane.html"), "utf8");
  } catch {
    return undefined;
  }
  const files = [...page.matchAll(/(?:src|href)="?([^"\s>]+\.(?:js|css))/g)]
    .map(([, path = ""]) => path.replace(/^\//, ""))
    .filter((path) => !/office\.js$/.test(path));
  const contents = files.map((path) => readFileSync(join(dist, path)));
  return {
    raw: contents.reduce((n, bytes) => n + bytes.length, 0),
    gzip: contents.reduce((n, bytes) => n + gzipSync(bytes).length, 0),
  };
}

/** Newest change of the built files, so that a stale build is not taken for the present one. */
export function builtAt(dist: string): Date | undefined {
  try {
    return new Date(Math.max(...readdirSync(dist).map((file) => statSync(join(dist, file)).mtimeMs)));
  } catch {
    return undefined;
  }
}
