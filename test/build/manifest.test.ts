import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { OfficeAddinManifest } from "office-addin-manifest";
import { describe, expect, it } from "vitest";
import { DEVELOPMENT_ADDRESS, manifestFor } from "../../scripts/manifest-for.mjs";
import { parseXml, type XmlElement } from "../support/xml-tree";

const root = join(import.meta.dirname, "../..");
const path = join(root, "manifest.xml");
const text = readFileSync(path, "utf8");
const manifest = parseXml(text);

function* elements(of: XmlElement): Generator<XmlElement> {
  yield of;
  for (const child of of.children) yield* elements(child);
}
const all = [...elements(manifest)];
const named = (name: string) => all.filter((element) => element.name === name);
const one = (name: string) => {
  const found = named(name);
  expect(found, name).toHaveLength(1);
  return found[0]!;
};

it("declares no runtime shared with the pane, and no code asks for what needs one", () => {
  expect(named("Runtimes")).toHaveLength(0);
  const folder = join(root, "src");
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
  const asking = sources.filter((name) =>
    /\baddin\.(?:showAsTaskpane|hide)\b/.test(readFileSync(join(folder, name), "utf8")),
  );
  expect(asking).toEqual([]);
});

/**
 * The sequences of the published schemas (OfficeAppManifestV1_1, TaskPaneAppVersionOverridesV1_0,
 * OfficeAppBasicTypesV1_0) for the elements used here. Their order matters to Excel; "?" marks what may be absent,
 * "*" what may be repeated.
 */
const SEQUENCES: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    "Id",
    "AlternateId?",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl?",
    "HighResolutionIconUrl?",
    "SupportUrl?",
    "AppDomains?",
    "Hosts",
    "Requirements?",
    "DefaultSettings",
    "Permissions",
    "VersionOverrides?",
  ],
  Requirements: ["Sets?", "Methods?"],
  Sets: ["Set*"],
  DefaultSettings: ["SourceLocation"],
  VersionOverrides: ["Description?", "Requirements?", "Hosts", "Resources", "VersionOverrides?"],
  DesktopFormFactor: ["GetStarted?", "FunctionFile", "ExtensionPoint*"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  OfficeTab: ["Group*"],
  Group: ["Label", "Icon", "Control*"],
  Supertip: ["Title", "Description"],
  Icon: ["bt:Image*"],
  Resources: ["bt:Images?", "bt:Urls?", "bt:ShortStrings?", "bt:LongStrings?"],
  "bt:Images": ["bt:Image*"],
  "bt:Urls": ["bt:Url*"],
  "bt:ShortStrings": ["bt:String*"],
  "bt:LongStrings": ["bt:String*"],
};
const CONTROL = ["Label", "Supertip", "Icon", "Action"];
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  ShowTaskpane: ["TaskpaneId?", "SourceLocation", "Title?"],
  ExecuteFunction: ["FunctionName"],
};

const sequenceOf = (element: XmlElement): readonly string[] | undefined => {
  if (element.name === "Control") return CONTROL;
  if (element.name === "Action") return ACTIONS[element.attributes["xsi:type"] ?? ""];
  return SEQUENCES[element.name];
};

describe("manifest.xml", () => {
  it("is read by Microsoft's own tool", async () => {
    const info = await OfficeAddinManifest.readManifestFile(path);
    expect(info.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(info).toMatchObject({
      hosts: ["Workbook"],
      defaultLocale: "zh-CN",
      permissions: "ReadWriteDocument",
    });
  });

  it("has every element in the schema's order", () => {
    const checked = all.filter((element) => sequenceOf(element));
    expect(checked.length).toBeGreaterThan(15);
    for (const element of checked) {
      const pattern = sequenceOf(element)!
        .map((item) => {
          const name = item.replace(/[?*]$/, "");
          return item.endsWith("?") ? `(${name} )?` : item.endsWith("*") ? `(${name} )+` : `${name} `;
        })
        .join("");
      const children = element.children.map(({ name }) => `${name} `).join("");
      expect(children, element.name).toMatch(new RegExp(`^${pattern}$`));
    }
  });

  it("resolves every resid, each at most 32 characters, and defines none in vain", () => {
    const ids = one("Resources").children.flatMap(({ children }) => children);
    const defined = ids.map(({ attributes }) => attributes["id"]);
    const used = all.flatMap(({ attributes }) => attributes["resid"] ?? []);
    expect(new Set(defined).size).toBe(defined.length);
    expect([...new Set(used)].sort()).toEqual([...defined].sort());
    for (const id of defined) expect(id!.length).toBeLessThanOrEqual(32);
  });

  it("keeps texts within their limits and in Chinese", () => {
    const limits: readonly (readonly [readonly XmlElement[], number])[] = [
      [one("bt:ShortStrings").children, 125],
      [one("bt:LongStrings").children, 250],
      [[one("DisplayName")], 125],
      [[all.find(({ name, attributes }) => name === "Description" && attributes["DefaultValue"])!], 250],
    ];
    for (const [strings, limit] of limits) {
      for (const { attributes } of strings) {
        const value = attributes["DefaultValue"] ?? "";
        expect(value).toMatch(/\p{Script=Han}/u);
        expect(value.length).toBeLessThanOrEqual(limit);
      }
    }
    for (const { attributes } of [...named("Group"), ...named("Control")]) {
      expect(attributes["id"]!.length).toBeLessThanOrEqual(125);
    }
  });

  it("asks for no domain and no permission beyond writing cells", () => {
    expect(named("AppDomain")).toEqual([]);
    expect(text).toContain("<Permissions>ReadWriteDocument</Permissions>");
  });

  it("loads everything by https from one address", () => {
    const addresses = all.flatMap(({ attributes }) =>
      Object.values(attributes).filter((value) => /^http/.test(value) && !value.includes("schemas.microsoft.com")),
    );
    expect(addresses.length).toBeGreaterThan(10);
    for (const address of addresses) {
      if (address.startsWith("http://www.w3.org/")) continue;
      expect(address.startsWith(`${DEVELOPMENT_ADDRESS}/`), address).toBe(true);
    }
  });

  it("has a picture of the stated size behind every icon, the three required ones everywhere", () => {
    const images = new Map(
      one("bt:Images").children.map((image) => [image.attributes["id"], image.attributes["DefaultValue"]!]),
    );
    const sizeOf = (address: string) => {
      const file = join(root, "assets", address.slice(DEVELOPMENT_ADDRESS.length));
      expect(existsSync(file), file).toBe(true);
      const bytes = readFileSync(file);
      expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
      return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    };
    for (const icon of named("Icon")) {
      const sizes = icon.children.map(({ attributes }) => Number(attributes["size"]));
      expect(sizes).toEqual(expect.arrayContaining([16, 32, 80]));
      for (const { attributes } of icon.children) {
        const size = Number(attributes["size"]);
        expect(sizeOf(images.get(attributes["resid"])!)).toEqual([size, size]);
      }
    }
    expect(sizeOf(one("IconUrl").attributes["DefaultValue"]!)).toEqual([32, 32]);
    expect(sizeOf(one("HighResolutionIconUrl").attributes["DefaultValue"]!)).toEqual([64, 64]);
  });
});

describe("manifestFor", () => {
  it.each([
    ["https://jscw.example.gov.cn/addin", "https://jscw.example.gov.cn/addin/taskpane.html"],
    ["https://jscw.example.gov.cn/addin/", "https://jscw.example.gov.cn/addin/taskpane.html"],
    ["https://10.1.2.3:8443", "https://10.1.2.3:8443/taskpane.html"],
  ])("puts %s in every address", (base, pane) => {
    const made = manifestFor(text, base);
    expect(made).not.toContain("localhost");
    expect(made).toContain(`<bt:Url id="Taskpane.Url" DefaultValue="${pane}"/>`);
    expect(() => parseXml(made)).not.toThrow();
  });

  it.each(["http://host/addin", "host/addin", "https://host/?a=1", "https://user@host/", "file:///c:/addin"])(
    "refuses %s",
    (base) => {
      expect(() => manifestFor(text, base)).toThrow(RangeError);
    },
  );
});
