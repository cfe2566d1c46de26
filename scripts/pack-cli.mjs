/**
 * `npm run pack:cli`: the command line as a package file in out/, to be installed without a registry:
 * `npm install --global out/final-accounts-check-….tgz`.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildCliPackage } from "./build-cli.mjs";

const root = join(import.meta.dirname, "..");

/**
 * Packs the command line into a folder.
 * @param {string} out made where it is not there
 * @returns {Promise<string>} path of the .tgz
 */
export async function packCli(out) {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  mkdirSync(out, { recursive: true });
  const folder = mkdtempSync(join(out, "package-"));
  try {
    await buildCliPackage(folder, version);
    const shell = process.platform === "win32";
    const [{ filename }] = JSON.parse(
      execFileSync("npm", ["pack", "--json", "--pack-destination", out], { cwd: folder, encoding: "utf8", shell }),
    );
    return join(out, filename);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === import.meta.filename) console.log(await packCli(join(root, "out")));
