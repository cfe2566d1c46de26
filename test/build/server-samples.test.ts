import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseXml } from "../support/xml-tree";

const root = join(import.meta.dirname, "../..");
const read = (name: string) => readFileSync(join(root, name), "utf8");
const policy = JSON.parse(read("scripts/content-security-policy.json")) as Readonly<Record<string, readonly string[]>>;
const shipped = Object.entries(policy)
  .map(([directive, sources]) => [directive, ...sources].join(" "))
  .join("; ");

describe("the policy", () => {
  it("allows scripts of our own only: nothing inline, no eval, no other address", () => {
    expect(policy["default-src"]).toEqual(["'none'"]);
    expect(policy["script-src"]).toEqual(["'self'"]);
    expect(policy["connect-src"]).toEqual(["'self'"]);
    expect(shipped).not.toMatch(/unsafe-eval|https?:|\*/);
  });
});

describe.each(["nginx.conf", "apache.conf", "web.config"])("docs/deploy/%s", (name) => {
  const text = read(`docs/deploy/${name}`);

  it("sends the policy that the pages carry, and says who may frame them", () => {
    const sent = /"(default-src [^"]*)"/.exec(text)?.[1] ?? "";
    const [own, framing] = sent.split("; frame-ancestors ");
    expect(own).toBe(shipped);
    expect(framing).toMatch(/^'self'( https:\/\/\*\.[a-z0-9.]+)+$/);
  });

  it("sends the other headers of our own server", () => {
    for (const part of ["X-Content-Type-Options", "nosniff", "Referrer-Policy", "no-referrer", "no-cache"]) {
      expect(text).toContain(part);
    }
    expect(text).not.toMatch(/(?:value="|Cache-Control "?)no-store/);
  });
});

it("web.config serves what IIS does not know by itself: character maps and fonts of the PDF library", () => {
  const served = [...read("docs/deploy/web.config").matchAll(/<mimeMap fileExtension="(\.\w+)"/g)].map(
    ([, ending]) => ending,
  );
  expect(served).toEqual(expect.arrayContaining([".bcmap", ".pfb", ".docx", ".xlsx"]));
});

it("web.config is XML", () => {
  expect(parseXml(read("docs/deploy/web.config")).name).toBe("configuration");
});
