import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { DEVELOPMENT_ADDRESS } from "../../scripts/manifest-for.mjs";
import { builtProduct } from "../support/built-product";

const root = join(import.meta.dirname, "../..");
const officeJs = join(root, "node_modules/@microsoft/office-js/dist");

describe("the built add-in", () => {
  let dist: string;
  beforeAll(async () => {
    dist = await builtProduct();
  }, 300_000);

  const files = () =>
    readdirSync(dist, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1));

  it("has everything the manifest names", () => {
    const manifest = readFileSync(join(root, "manifest.xml"), "utf8");
    const named = [...manifest.matchAll(/DefaultValue="(https:[^"]+)"/g)].map(([, address = ""]) => address);
    expect(named.length).toBeGreaterThan(10);
    const fileOf = (address: string): string => address.slice(DEVELOPMENT_ADDRESS.length).replace(/\?.*$/, "");
    const missing = named.filter((address) => !existsSync(join(dist, fileOf(address))));
    expect(missing).toEqual([]);
  });

  it("ships office.js unmodified, the hosts' files it asks for, and no telemetry", () => {
    const shipped = readdirSync(join(dist, "office"), { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".js"),
    );
    expect(shipped).toEqual(
      expect.arrayContaining([
        "office.js",
        "excel-win32-16.01.js",
        "excel-mac-16.00.js",
        "excel-web-16.00.js",
        join("zh-cn", "office_strings.js"),
        join("en-us", "office_strings.js"),
      ]),
    );
    for (const name of shipped) {
      expect(readFileSync(join(dist, "office", name)).equals(readFileSync(join(officeJs, name))), name).toBe(true);
    }
    expect(shipped.filter((name) => /telemetry|otel/i.test(name))).toEqual([]);
    expect(existsSync(join(dist, "office/LICENSE.md"))).toBe(true);
  });

  it("stays small", () => {
    const bytes = (names: readonly string[]) =>
      names.reduce((sum, name) => sum + readFileSync(join(dist, name)).length, 0);
    const scripts = files().filter((name) => name.endsWith(".js"));
    expect(bytes(scripts.filter((name) => name.startsWith("office")))).toBeLessThan(5_000_000);
    // On disk, uncompressed, everything that is loaded on demand included; what is loaded first has a budget of its own.
    expect(bytes(scripts.filter((name) => !/^(?:office|web|pdf)/.test(name)))).toBeLessThan(4_500_000);
  });

  it.each(["taskpane.html", "commands.html", "web-pane.html", "web/index.html"])(
    "puts the policy before every script of %s, and no script inside",
    (name) => {
      const html = readFileSync(join(dist, name), "utf8");
      const policy = html.indexOf("Content-Security-Policy");
      expect(policy).toBeGreaterThan(0);
      expect(policy).toBeLessThan(html.indexOf("<script"));
      const scripts = [...html.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g)];
      expect(scripts.length).toBeGreaterThan(0);
      for (const [, attributes, content] of scripts) {
        expect(attributes).toMatch(/\bsrc=/);
        expect(content).toBe("");
      }
      expect(html).not.toMatch(/\son\w+=|javascript:|https?:\/\//i);
    },
  );

  it("tells nobody where its source maps are", () => {
    for (const name of files().filter((file) => file.endsWith(".js") && !file.startsWith("office"))) {
      expect(readFileSync(join(dist, name), "utf8")).not.toMatch(/[#@] sourceMappingURL=/);
    }
  });
});
