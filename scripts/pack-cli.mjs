/**
 * `npm run pack:cli`: the command line as a package file in out/, to be installed without a registry:
 * `npm install --global out/final-accounts-check-….tgz`.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildCliPackage } from "./build-cli.mjs";

const root = join(import.meta.dirname, "..");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const out = join(root, "out");
mkdirSync(out, { recursive: true });
const folder = mkdtempSync(join(out, "package-"));
try {
  await buildCliPackage(folder, version);
  const shell = process.platform === "win32";
  const [{ filename }] = JSON.parse(
    execFileSync("npm", ["pack", "--json", "--pack-destination", out], { cwd: folder, encoding: "utf8", shell }),
  );
  console.log(join(out, filename));
} finally {
  rmSync(folder, { recursive: true });
}
