import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { zipSync } from "fflate";
import { packCli } from "../pack-cli.mjs";
import { releaseContents } from "./contents.mjs";

const UNIX = 3;
const EXECUTABLE = 0o100755 << 16;
const PLAIN = 0o100644 << 16;

/**
 * Makes what is handed to an office without Node: a .zip for administrators, the command line as .tgz, their checksums.
 * @param {string} dist folder of the built product
 * @param {string} version
 * @param {string} out folder to put the files into
 * @returns {Promise<readonly string[]>} paths of the .zip, the .tgz and the checksums
 */
export async function makeRelease(dist, version, out) {
  mkdirSync(out, { recursive: true });
  const name = `final-accounts-assistant-${version}`;
  const entries = [...releaseContents(dist)].map(([path, bytes]) => {
    const attrs = path.endsWith(".sh") ? EXECUTABLE : PLAIN;
    return [`${name}/${path}`, [bytes, { os: UNIX, attrs, level: path.endsWith(".png") ? 0 : 9 }]];
  });
  const zip = join(out, `${name}.zip`);
  writeFileSync(zip, zipSync(Object.fromEntries(entries)));
  const packages = [zip, await packCli(out)];
  const sums = join(out, "SHA256SUMS.txt");
  writeFileSync(sums, packages.map((path) => `${checksum(path)}  ${basename(path)}\n`).join(""));
  return [...packages, sums];
}

function checksum(path) {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
