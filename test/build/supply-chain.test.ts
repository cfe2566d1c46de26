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

describe("what the product is made of", () => {
  it("is pinned: exact versions, each with its checksum, from whatever registry npm is set to", () => {
    const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<string, object>;
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    }
    const unchecked = locked.filter(([, item]) => item["link"] !== true && typeof item["integrity"] !== "string");
    expect(unchecked.map(([path]) => path)).toEqual([]);
    expect(locked.filter(([, item]) => item["resolved"] !== undefined)).toEqual([]);
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
